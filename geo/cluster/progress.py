"""How far a long job is: what is done, how fast, how long it will take, and what went wrong, in a line now and then."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

EVERY = 10.0
"""Seconds between two lines."""


@dataclass(slots=True)
class Progress:
    """``total`` items are to be done; ``clock`` gives seconds."""

    total: int
    tell: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    _begun: float = field(init=False)
    _told: float = field(init=False)

    def __post_init__(self) -> None:
        self._begun = self._told = self.clock()

    def add(self, items: int, again: int, set_aside: int) -> None:
        """So many more are done; ``again`` and ``set_aside`` count faults so far."""
        self.done += items
        now = self.clock()
        if now - self._told < EVERY or self.done == self.total:
            return
        self._told = now
        rate = self.done / (now - self._begun)
        faults = f", {again:,} tried again, {set_aside:,} set aside" if again or set_aside else ""
        left = _for((self.total - self.done) / rate) if rate else "some time"
        self.tell(f"read {self.done:,} of {self.total:,}, {rate:.1f} a second, {left} left{faults}")


def _for(seconds: float) -> str:
    """ "40 s", "12 min", "3 h 5 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
