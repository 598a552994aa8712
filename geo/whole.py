"""A file is written whole or not at all, whatever ends the program, and never through a link in its place."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

_BEGUN, _ENDS = ".dateline-", ".tmp"
"""How the name of a file begins and ends while it is written: git and the container builder leave such files out."""


def write(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path``, with its folder where that is missing.

    A reader sees the old file or the new one: it is written under a temporary name beside it, flushed to the disk and
    renamed, and so is the folder's entry. A link that stands there is replaced, and what it names stays as it is.
    Raises OSError where that cannot be done; the old file is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=path.parent, prefix=_BEGUN, suffix=_ENDS, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    _settle(path.parent)


def clear(folder: Path) -> None:
    """Remove what a writer left in ``folder`` that was killed. Only for who knows that no other writes there."""
    for left in folder.glob(f"{_BEGUN}*{_ENDS}"):
        with suppress(OSError):
            left.unlink()


def _settle(folder: Path) -> None:
    """Have the disk keep a rename in ``folder``, where a system can (Windows opens no folders)."""
    with suppress(OSError):
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
