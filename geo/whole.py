"""A file, or a line at its end, is written whole or not at all, whatever ends the program, and no file through a link
in its place; and none is read that never ends."""

import errno
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

_BEGUN, _ENDS = ".dateline-", ".tmp"
"""How the name of a file begins and ends while it is written: git and the container builder leave such files out."""


_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: a pipe is not waited for. Windows has neither."""


def read(path: Path, most: int, *, links: bool = True) -> bytes:
    """All of the file at ``path``. Raises OSError, in words, where it is none, has more than ``most`` bytes, or is a
    link and ``links`` are not followed."""
    if not links and path.is_symlink():
        raise OSError(errno.ELOOP, "is a link to another file")
    opened = os.open(path, _READ)
    with os.fdopen(opened, "rb") as file:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode):  # a folder, or a pipe that would never end
            raise OSError(errno.EINVAL, "is not a file")
        if found.st_size > most:
            raise OSError(errno.EFBIG, f"is larger than {most:,} bytes")
        return file.read(most)


def write(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path``, as ``writing`` does."""
    with writing(path) as file:
        file.write(content)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which stands in the place of ``path`` once all is in it; its folder is made where it is missing.

    A reader sees the old file or the new one: it is written under a temporary name beside it, flushed to the disk and
    renamed, and so is the folder's entry. A link that stands there is replaced, and what it names stays as it is.
    Raises OSError where that cannot be done, and where a device or a pipe stands there, which many programs use
    (``/dev/null``); what stood there is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _may_be_replaced(path)
    with NamedTemporaryFile("wb", dir=path.parent, prefix=_BEGUN, suffix=_ENDS, delete=False) as file:
        temporary = Path(file.name)
        try:
            yield cast("BinaryIO", file)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    _settle(path.parent)


def _may_be_replaced(path: Path) -> None:
    """Raises OSError, in words, where ``path`` is neither a file nor a link; a folder no rename replaces."""
    with suppress(FileNotFoundError):
        kind = path.lstat().st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISLNK(kind) or stat.S_ISDIR(kind)):
            raise OSError(errno.EINVAL, "is no file")


def append(path: Path, content: bytes) -> None:
    """Put ``content`` at the end of ``path`` and on the disk; what a crash left of a line is closed off first.

    Only for who holds the file alone. Raises OSError; then nothing of ``content`` stays.
    """
    is_new = not path.exists()
    with path.open("ab+", buffering=0) as file:
        before = file.seek(0, os.SEEK_END)
        if before:
            file.seek(before - 1)
            content = content if file.read(1) == b"\n" else b"\n" + content
        try:
            while content:
                content = content[file.write(content) :]
            os.fsync(file.fileno())
        except OSError:
            file.truncate(before)
            raise
    if is_new:
        _settle(path.parent)


def clear(folder: Path) -> None:
    """Remove what a writer left in ``folder`` that was killed. Only for who knows that no other writes there."""
    _remove(folder.glob(f"{_BEGUN}*{_ENDS}"), 0)


def clear_left(folder: Path, idle: float) -> None:
    """The same in ``folder`` and the folders in it, where others may write: what nobody has touched for ``idle``
    seconds."""
    _remove(folder.rglob(f"{_BEGUN}*{_ENDS}"), idle)


def _remove(files: Iterable[Path], idle: float) -> None:
    for left in files:
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime >= idle:
                left.unlink()


def _settle(folder: Path) -> None:
    """Have the disk keep a rename in ``folder``, where a system can (Windows opens no folders)."""
    with suppress(OSError):
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
