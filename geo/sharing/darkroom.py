"""Where files are made for visitors: one at a time, each once, and never more people waiting than there is room for.

A file is known by its name, the version of the data set and the view, so whoever asks for the same one next gets the
one that is there. What is kept is bounded in bytes; the one that was asked for longest ago gives way.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable

from geo.errors import ExportError
from geo.limits import FILES_KEPT, FILES_SECONDS, FILES_WAITING

Key = tuple[str, str, str]
"""File name, version of the data set, and the query of the view (geo.sharing.link)."""


class Darkroom:
    """Safe to be asked by several threads. ``waiting`` are let in beside the one whose file is made, each for
    ``seconds``; ``kept`` are the bytes that stay."""

    def __init__(self, waiting: int = FILES_WAITING, seconds: float = FILES_SECONDS, kept: int = FILES_KEPT) -> None:
        self._places = threading.BoundedSemaphore(waiting + 1)
        self._making = threading.Lock()
        self._shelf = threading.Lock()
        self._files: OrderedDict[Key, bytes] = OrderedDict()
        self._seconds, self._kept = seconds, kept

    def file(self, key: Key, make: Callable[[], bytes]) -> bytes:
        """The file of ``key``, by ``make`` where it is not there. Raises ExportError where too many others wait."""
        if (found := self._taken(key)) is not None:
            return found
        if not self._places.acquire(blocking=False):
            raise _busy(key)
        try:
            if not self._making.acquire(timeout=self._seconds):
                raise _busy(key)
            try:
                found = self._taken(key)  # made for somebody else while this one waited
                return found if found is not None else self._put(key, make())
            finally:
                self._making.release()
        finally:
            self._places.release()

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        with self._shelf:
            return sum(map(len, self._files.values()))

    def _taken(self, key: Key) -> bytes | None:
        with self._shelf:
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def _put(self, key: Key, made: bytes) -> bytes:
        with self._shelf:
            self._files[key] = made
            while sum(map(len, self._files.values())) > self._kept:
                self._files.popitem(last=False)
        return made


def _busy(key: Key) -> ExportError:
    return ExportError("waits behind other files", where=key[0], remedy="Try again in a minute")
