"""The environment that the commands need: the one that `make run` makes, also for whoever calls another Python.

Import it before anything that needs a package. It uses nothing but the standard library.
"""

import importlib.util
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ("msgspec", "pandas", "spacy", "trafilatura")
"""One of each kind of package; where one is missing, this is not the environment."""


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
