"""The environment that the commands need: the one that `make run` makes, also for whoever calls another Python.

Import it before anything that needs a package. It uses nothing but the standard library.
"""

import importlib.util
import io
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ("msgspec", "pandas", "spacy", "trafilatura")
"""One of each kind of package; where one is missing, this is not the environment."""


def streams() -> None:
    """Have all three streams lead somewhere, and speak UTF-8 whatever the locale says.

    A stream that was closed leads nowhere: else the next file that is opened would take its number, and get what is
    printed. What is no text at all is printed as its escape.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- they are there to the end
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def missing() -> list[str]:
    return [name for name in NEEDED if importlib.util.find_spec(name) is None]


def ensure(arguments: list[str]) -> None:
    """Go on in ``.venv`` where this Python lacks the packages; end with a line that says what to do where none is."""
    lacking = missing()
    if not lacking:
        return
    there = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if there.exists() and Path(sys.prefix) != ROOT / ".venv":
        os.execv(there, [str(there), "-m", "geo", *arguments])  # noqa: S606 -- the project's own interpreter
    sys.stderr.write(
        f"error: {sys.executable}: the packages are missing ({', '.join(lacking)}). "
        "Run: make run, or pip install -r requirements.txt\n"
    )
    sys.exit(1)
