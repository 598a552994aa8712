"""Files that survive whatever happens: one writer at a time, written whole, on the disk before anybody is told so."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _hold(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)

    def _free(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _hold(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _free(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until no other process writes ``path``, then keep others waiting. A process that dies holds nothing.

    The lock is a file beside it. Raises OSError where that cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path.with_name(f".{path.name}.lock"), os.O_CREAT | os.O_RDWR, 0o644)
    try:
        _hold(file)
        yield
        _free(file)
    finally:
        os.close(file)


def written_whole(path: Path, text: str) -> None:
    """Write ``text`` to ``path``: a reader, and the next start after a power cut, sees the old file or the new one.

    Raises OSError, with the old file untouched.
    """
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=path.parent, delete=False) as file:
            temporary = Path(file.name)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise
    synced(path.parent)


def appended(path: Path, text: str) -> None:
    """Put ``text`` at the end of ``path`` and on the disk; what a crash left of a line before it is closed off first.

    Call it within ``locked``. Raises OSError; then nothing of ``text`` stays.
    """
    fresh = not path.exists()
    file = os.open(path, os.O_CREAT | os.O_RDWR | os.O_APPEND, 0o644)
    try:
        before = os.fstat(file).st_size
        torn = before > 0 and _last(file, before) != b"\n"
        content = (b"\n" if torn else b"") + text.encode()
        try:
            while content:
                content = content[os.write(file, content) :]
            os.fsync(file)
        except OSError:
            os.ftruncate(file, before)
            raise
    finally:
        os.close(file)
    if fresh:
        synced(path.parent)


def _last(file: int, size: int) -> bytes:
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1)


def synced(folder: Path) -> None:
    """Put the names in ``folder`` on the disk, where the system can."""
    if sys.platform == "win32":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
