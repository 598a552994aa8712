"""One build at a time in a data folder: the second is told who holds it.

The lock is the operating system's and ends with the process that holds it, however that ends; the file in the folder
only carries the lock and says whose it is.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from geo.errors import DatasetError

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows has no such lock: builds are not kept apart there
    flock = None  # type: ignore[assignment]

NAME = ".build.lock"
LONGEST = 200
"""Bytes that are read of who holds it."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for a build. Raises DatasetError where another build holds it, or it cannot be written."""
    path = folder / NAME
    held = _held(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # before it is let go: whoever opened it meanwhile sees that it is gone
        os.close(held)


def _held(path: Path) -> int:
    """The lock's file, opened and locked."""
    while True:
        try:
            opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        except OSError as error:
            raise DatasetError(
                f"cannot be written ({error.strerror})",
                where=path.parent.name,
                remedy="Make the folder writable; the previous data set is unchanged",
            ) from error
        try:
            if flock is not None:
                flock(opened, LOCK_EX | LOCK_NB)
            if not _is_still(path, opened):
                os.close(opened)
                continue
        except OSError as error:
            holder = os.pread(opened, LONGEST, 0).decode("utf-8", "replace").strip()
            os.close(opened)
            raise DatasetError(
                f"is being built by another process ({holder or 'it does not say which'})",
                where=path.parent.name,
                remedy="Wait until it has ended, or end it",
            ) from error
        os.ftruncate(opened, 0)
        os.pwrite(opened, _me().encode(), 0)
        return opened


def _is_still(path: Path, opened: int) -> bool:
    """Whether the file that was locked is the one in the folder, and not one that its holder removed."""
    try:
        return os.path.samestat(path.stat(follow_symlinks=False), os.fstat(opened))
    except FileNotFoundError:
        return False


def _me() -> str:
    now = datetime.now().astimezone()
    return f"process {os.getpid()} on {socket.gethostname()}, since {now:%Y-%m-%d %H:%M:%S}"
