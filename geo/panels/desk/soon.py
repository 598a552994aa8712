"""What was decided is put on the map soon after it was saved, while its editor goes on.

Before, readers saw it once the editor went back to the map. A thread waits until nothing more is decided for a moment,
but not for ever, and has the data set built; of one collection there is one such thread.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from time import monotonic, sleep

from geo.errors import DatelineError

QUIET, LONGEST = 1.5, 6.0
"""Seconds without a decision after which the data set is built; and after the first one, where more keep coming."""


@dataclass(slots=True)
class _Turn:
    """The builds of one collection: ``last`` when something was decided, ``ended`` when the last build did, which took
    so many seconds (``took``); ``building`` is held by one that runs."""

    last: float = 0.0
    ended: float = 0.0
    took: float = 0.0
    runs: bool = False
    building: Lock = field(default_factory=Lock)

    def due(self, first: float) -> float:
        """When the next build begins. One that takes long leaves as long to others as it took."""
        return max(min(self.last + QUIET, first + LONGEST), self.ended + self.took)


_TURNS: dict[Path, _Turn] = {}
_LOCK = Lock()


def shown(built: Path, is_newer: Callable[[], bool], build: Callable[[], None]) -> None:
    """See that the data set at ``built`` soon has what was decided just now: ``build`` it, while it ``is_newer``."""
    with _LOCK:
        turn = _TURNS.setdefault(built, _Turn())
        turn.last = monotonic()
        if not turn.runs:
            turn.runs = True
            Thread(target=_go, args=(turn, is_newer, build), name="shows what was decided", daemon=True).start()


def settled(built: Path) -> None:
    """Wait for the build that runs, if one does: another would only wait for it."""
    with _LOCK:
        turn = _TURNS.get(built)
    if turn is not None:
        with turn.building:
            pass


def _go(turn: _Turn, is_newer: Callable[[], bool], build: Callable[[], None]) -> None:
    while True:
        first = monotonic()
        while (left := turn.due(first) - monotonic()) > 0:
            sleep(left)
        made = False
        began = monotonic()
        with turn.building:
            if is_newer():  # else its editor went back to the map
                try:
                    build()
                    made = True
                except DatelineError:
                    pass  # who goes back to the map is told why
        turn.ended = monotonic()
        turn.took = turn.ended - began
        with _LOCK:
            if turn.last <= began and not (made and is_newer()):
                turn.runs = False
                return
