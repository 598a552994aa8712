"""Expressions of time in English news text: where they stand, how they bound an event, and the days that they mean.

``find`` reads the surface only. ``TimeExpression.resolve`` turns one into days, given the day of publication and the
direction of the clause's verb; the conventions stand in ``geo.claims.periods``. How the bound changes the days:

    in (the rest)         the period itself
    since, from           first day of the period to publication; with a verb in the future the period itself
    after                 last day of the period to publication; with a verb in the future the period itself
    until, by, before     the period itself, as the limit; looks ahead unless the verb's direction says otherwise
    as of                 the period itself: the day that a count stands for
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.claims.compound_periods import FromTo, PartOf
from geo.claims.periods import Direction, Part, Period
from geo.claims.time_words import Atom, atoms
from geo.model import Granularity, Span, When

__all__ = ["Bound", "Direction", "TimeExpression", "find"]


class Bound(StrEnum):
    """How the period limits what is told: SINCE marks a running total."""

    IN = "in"
    SINCE = "since"
    AFTER = "after"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AS_OF = "as of"


_LIMITS = frozenset({Bound.UNTIL, Bound.BY, Bound.BEFORE})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time. ``words`` holds "since" or "until", but not a plain "in" or "on"."""

    span: Span
    words: str
    bound: Bound
    period: Period

    def resolve(self, published: date | None, direction: Direction | None = None) -> When | None:
        """The days meant; None where the text and the day of publication do not settle them."""
        if direction is None and self.bound in _LIMITS:
            direction = Direction.FUTURE
        try:
            interval = self.period.interval(published, direction)
        except (ValueError, OverflowError):  # no such day (30 February), or beyond the calendar's years
            return None
        if interval is None:
            return None
        first, last, granularity = interval
        if self.bound in (Bound.SINCE, Bound.AFTER) and direction is not Direction.FUTURE:
            start = first if self.bound is Bound.SINCE else last
            if published is None or published < start:
                return None
            return When(start, published, Granularity.INTERVAL, self.words)
        return When(first, last, granularity, self.words)


_BOUNDS = {
    Bound.SINCE: "(?:ever )?since|(?:starting |beginning )?from|starting|beginning",
    Bound.AFTER: "after",
    Bound.UNTIL: "until|till|up to|through",
    Bound.BY: "by",
    Bound.BEFORE: "before|prior to|ahead of",
    Bound.AS_OF: "as of|as at",
}
_BOUND = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{bound.name}>{words})" for bound, words in _BOUNDS.items())
    + r")(?: (?:the|late on|early on|on))? $",
    re.IGNORECASE,
)
_PARTS = {
    Part.EARLY: r"early(?: in| on)?|(?:the )?(?:beginning|start) of",
    Part.MID: r"mid|(?:the )?middle of",
    Part.LATE: r"late(?: in| on)?|(?:the )?end of",
    Part.FIRST_HALF: r"(?:the )?first half of",
    Part.SECOND_HALF: r"(?:the )?(?:second|latter) half of",
    Part.EARLIER: r"earlier(?: in| on)?",
    Part.LATER: r"later(?: in| on)?",
}
_PART = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{part.name}>{words})" for part, words in _PARTS.items()) + r")(?: the)?[ -]$",
    re.IGNORECASE,
)
_END_OF = re.compile(r"\bend of ", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<![\w-])between $", re.IGNORECASE)
_TO = re.compile(r" ?[-–] ?| (?P<word>to|until|till|through|and|up to)(?: the| early| late| mid)? ", re.IGNORECASE)
_LOOK_BACK = 30  # characters: longer than any word that leads a period


@dataclass(frozen=True, slots=True)
class _Told:
    """A period with the part of it that is named."""

    start: int
    end: int
    period: Period


def find(text: str) -> tuple[TimeExpression, ...]:
    """Every expression of time in a text, in order, not overlapping; spans relative to ``text``."""
