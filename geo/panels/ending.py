"""What this process is to leave behind when it ends: nothing, also where a signal ends it (``geo.panels.gate``)."""

import atexit
from collections.abc import Callable

_TO_DO: list[Callable[[], object]] = []


def at_end(do: Callable[[], object]) -> None:
    """Have ``do`` done once, when the server or the process ends."""
    _TO_DO.append(do)


def end() -> None:
    while _TO_DO:
        _TO_DO.pop()()


atexit.register(end)
