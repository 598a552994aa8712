"""How far a command is: a bar at the foot of a terminal, drawn over by the next one, above it what there is to tell."""

import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass

from geo.commands.place import tell

SIGNS = 24
"""Of a bar."""


@dataclass(slots=True)
class Bar:
    """Nothing is drawn where the errors go to a file or a pipe: there the lines that are told say how far it is."""

    _drawn: int = 0
    """Signs that stand there now."""

    def show(self, done: int, every: int, words: str) -> None:
        full = SIGNS * done // every if every else 0
        line = f"[{'#' * full}{'.' * (SIGNS - full)}] {done:,}/{every:,} {words}"
        self._draw(line[: shutil.get_terminal_size().columns - 1])

    def tell(self, line: str) -> None:
        self.clear()
        tell(line)

    def clear(self) -> None:
        if self._drawn:
            self._draw("")

    def _draw(self, line: str) -> None:
        with suppress(OSError, ValueError):  # nobody to tell is no reason to stop
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{line:<{self._drawn}}" + ("" if line else "\r"))
                sys.stderr.flush()
                self._drawn = len(line)
