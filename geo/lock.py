"""One writer at a time: a second build is told who holds the folder, and what is quick waits for its turn.

The lock is the operating system's and ends with the process that holds it, however that ends; the file in the folder
only carries the lock and says whose it is.
"""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from geo.errors import DatasetError

NAME = ".build.lock"
LONGEST = 200
"""Bytes that are read of who holds it."""

if sys.platform == "win32":
    import msvcrt

    def _hold(opened: int, *, wait: bool) -> None:
        os.lseek(opened, LONGEST, os.SEEK_SET)  # behind what is read of it: Windows keeps others from a locked byte
        msvcrt.locking(opened, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    from fcntl import LOCK_EX, LOCK_NB, flock

    def _hold(opened: int, *, wait: bool) -> None:
        flock(opened, LOCK_EX if wait else LOCK_EX | LOCK_NB)


@contextmanager
def alone(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold ``folder`` for a build; ``wait``: until another one has ended.

    Raises DatasetError where another build holds it, or it cannot be written.
    """
    try:
        held = _held(folder / NAME, wait=wait)
    except OSError as error:
        raise DatasetError(
            f"cannot be written ({error.strerror})",
            where=folder.name,
            remedy="Make the folder writable; the previous data set is unchanged",
        ) from error
    with _letting_go(folder / NAME, held):
        yield


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until no other process writes ``path``, then keep others waiting. Raises OSError where it cannot be held."""
    lock = path.with_name(f".{path.name}.lock")
    with _letting_go(lock, _held(lock, wait=True)):
        yield


def hold(path: Path) -> None:
    """Hold ``path`` until this process ends, however that ends. Raises OSError."""
    _hold(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), wait=False)


def is_held(path: Path) -> bool:
    """Whether a process holds ``path``; False where there is no such file, or none that this process may hold."""
    try:
        opened = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        _hold(opened, wait=False)
    except OSError:
        return True
    finally:
        os.close(opened)
    return False


@contextmanager
def _letting_go(path: Path, held: int) -> Iterator[None]:
    try:
        yield
    finally:
        with suppress(OSError):  # before it is let go: whoever opened it meanwhile sees that it is gone
            path.unlink(missing_ok=True)
        os.close(held)


def _held(path: Path, *, wait: bool) -> int:
    """The lock's file, opened and locked."""
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        flags = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)  # Windows has neither
        opened = os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o644)
        try:
            _hold(opened, wait=wait)
        except OSError as error:
            os.lseek(opened, 0, os.SEEK_SET)
            holder = os.read(opened, LONGEST).decode("utf-8", "replace").strip()
            os.close(opened)
            raise DatasetError(
                f"is being built by another process ({holder or 'it does not say which'})",
                where=path.parent.name,
                remedy="Wait until it has ended, or end it",
            ) from error
        if _is_still(path, opened):
            with suppress(OSError):  # a full disk: it is held all the same, and says no name
                os.ftruncate(opened, 0)
                os.lseek(opened, 0, os.SEEK_SET)
                os.write(opened, _me().encode())
            return opened
        os.close(opened)


def _is_still(path: Path, opened: int) -> bool:
    """Whether the file that was locked is the one in the folder, and not one that its holder removed."""
    try:
        return os.path.samestat(path.stat(follow_symlinks=False), os.fstat(opened))
    except FileNotFoundError:
        return False


def _me() -> str:
    now = datetime.now().astimezone()
    return f"process {os.getpid()} on {socket.gethostname()}, since {now:%Y-%m-%d %H:%M:%S}"
