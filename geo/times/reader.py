"""What a form of a named period is: a pattern, and what reads a match of it."""

import re
from collections.abc import Callable

from geo.times.periods import Period

Reader = Callable[[re.Match[str]], tuple[Period, int] | None]
"""A match -> the period that its words name and where they end; None where they mean something else."""
Form = tuple[re.Pattern[str], Reader]

_LOOK_BACK = 30  # characters: longer than any word that leads a period


def before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
