"""Dates of other calendars: "15 Saratan 1400", "1 Muharram 1442", "in 1399".

They are found, so that nobody takes a year for a crowd, and stay without days: which of several calendars is meant, and
when its month began, the text does not say.
"""

import re
from dataclasses import dataclass
from datetime import date

from geo.times.calendar import OTHER_MONTH, OTHER_MONTH_DOUBTFUL
from geo.times.periods import Direction, Interval, Period, Years

_YEAR = r"[1-9][0-9]{3}(?![\w%]|[,.][0-9])"
_DAY = r"(?:3[012]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_NO_CLOCK = r"(?! (?:GMT|UTC|hours?|hrs?|local time|on|today|tomorrow|daily|each|every|o['’]clock)\b)"
# "In 1400 villages" counts villages; "in 1400 he" and "in 1400 soldiers" part at the plural.
_NO_COUNT = (
    r"(?! (?!(?:was|has|is|as|its|his|this|thus|across|besides|always|perhaps|previous|various)\b)[a-z]{2,20}s\b)"
    r"(?! (?:people|men|women|children|police|personnel)\b)"
)

DAY = re.compile(
    rf"(?<![\w$£€,.:/-])(?:the )?{_DAY}(?:(?: ?[-–] ?| and | to ){_DAY})?(?: of)? "
    rf"(?:{OTHER_MONTH}(?:,? {_YEAR})?|{OTHER_MONTH_DOUBTFUL},? {_YEAR})"
)
MONTH = re.compile(rf"\b(?:{OTHER_MONTH}|{OTHER_MONTH_DOUBTFUL}) (?:{_DAY},? )?{_YEAR}")
_BARE_YEAR = rf"(?:1[0-8][0-9]{{2}}|2[456][0-9]{{2}}|57[0-9]{{2}})(?![\w%-]|[,.][0-9]){_NO_CLOCK}{_NO_COUNT}"
YEAR = re.compile("|".join(rf"(?<=\b{lead} ){_BARE_YEAR}" for lead in ("[Ii]n", "[Ss]ince", "[Uu]ntil", "[Dd]uring")))


@dataclass(frozen=True, slots=True)
class Unconverted:
    """A date whose days in our calendar nobody can tell from the text."""

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        return None


def named(match: re.Match[str]) -> Period:  # noqa: ARG001
    return Unconverted()


def year(match: re.Match[str]) -> Period:
    """A bare year: of our calendar where no other counts such years now ("in 1838")."""
    told = int(match[0])
    return Years(told, told) if told < 1300 or 1500 <= told < 1900 else Unconverted()
