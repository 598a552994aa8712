"""What the files of a folder hold, as hashes: a file that nobody has touched since is not read again.

A file is the same where its size, its times and its number on the disk are. One that was touched a moment ago is read
each time: it may change again before the clock of the disk has moved.
"""

import hashlib
import os
import stat
import time
from pathlib import Path

import msgspec

from geo import whole
from geo.dataset.kept import Kept
from geo.limits import INTAKE_FILE_BYTES

_MOMENT = 2_000_000_000
"""Nanoseconds; the coarsest clock of a disk (FAT) moves every two seconds."""


class _File(msgspec.Struct, frozen=True, array_like=True):
    size: int
    modified: int
    changed: int
    node: int
    sha256: bytes


_Files = dict[bytes, _File]
"""By name, as the disk has it: it may be no text."""


class Hashed:
    """The files of ``folder``, by name, as ``kept`` knows them; what is asked for is kept by ``save``."""

    def __init__(self, folder: Path, kept: Kept) -> None:
        self._name = f"files of {folder.resolve()}"
        self._kept = kept
        self._before: _Files = kept.linked(self._name, _Files) or {}
        self._now: _Files = {}

    def sha256(self, path: Path) -> bytes:
        """Raises OSError where ``path`` is no file that could be an article, or a link."""
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            return hashlib.sha256(whole.read(path, INTAKE_FILE_BYTES, links=False)).digest()  # which says what it is
        name = os.fsencode(path.name)
        known = self._before.get(name)
        now = _File(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, known.sha256 if known else b"")
        if known is None or now != known:
            now = msgspec.structs.replace(now, sha256=hashlib.sha256(whole.read(path, INTAKE_FILE_BYTES)).digest())
        if max(now.modified, now.changed) + _MOMENT < time.time_ns():
            self._now[name] = now
        return now.sha256

    def save(self) -> None:
        if self._now != self._before:
            self._kept.put_linked(self._name, self._now)
