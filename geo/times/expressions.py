"""Expressions of time in English news text: where they stand, how they bound an event, and the days that they mean.

``find`` reads the surface only. ``TimeExpression.resolve`` turns one into days, given the day of publication and the
direction of the clause's verb; the conventions stand in ``geo.times.periods``. How the bound changes the days:

    in (the rest)         the period itself
    since, from, after    first day of the period to publication; with a verb in the future the period itself
    until, by, before     the period itself, as the limit; looks ahead unless the verb's direction says otherwise
    as of                 the period itself: the day that a count stands for
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from geo.lexicon.numerals import SMALL
from geo.model import Granularity, Span, When
from geo.times.compound_periods import EndOf, FromTo, PartOf
from geo.times.named_periods import Atom, atoms
from geo.times.nights import with_nights
from geo.times.periods import Direction, MonthDays, NamedMonth, Part, Period, Unit, Years
from geo.times.relative_periods import Ago, Around, CalendarUnit, TheWeekend, Weekday

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

    @property
    def is_from_today(self) -> bool:
        """Whether the very day of writing settles it: "on Monday", "yesterday", "last week"; not "in March"."""
        return isinstance(self.period, Weekday | Around | Ago | TheWeekend) or (
            isinstance(self.period, CalendarUnit) and self.period.unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND)
        )

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
            if published is None or published < first:
                return None
            return When(first, published, Granularity.INTERVAL, self.words)
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
_UP_TO = r"(?:ending|ended|to|up to|that ended)(?: on)?"
_PARTS = {
    Part.EARLY: r"early(?: in| on)?|(?:the )?(?:beginning|start|turn) of",
    Part.MID: r"mid|(?:the )?middle of",
    Part.LATE: r"late(?: in| on)?",
    Part.END: r"(?:the )?end of|end(?=-)",
    Part.FIRST_HALF: r"(?:the )?first half of",
    Part.SECOND_HALF: r"(?:the )?(?:second|latter) half of",
    Part.EARLIER: r"earlier(?: in| on)?|so far(?: in)?",
    Part.LATER: r"later(?: in| on)?",
    Part.FIRST_QUARTER: r"(?:the )?first quarter of",
    Part.SECOND_QUARTER: r"(?:the )?second quarter of",
    Part.THIRD_QUARTER: r"(?:the )?third quarter of",
    Part.FOURTH_QUARTER: r"(?:the )?(?:fourth|final|last) quarter of",
    Part.WEEK_TO: rf"(?:the )?(?:week|(?:seven|7) days) {_UP_TO}",
    Part.WEEK_FROM: r"(?<!second )(?<!third )(?<!fourth )(?:the )?week (?:beginning|starting|from|of)(?: on)?",
    Part.MONTH_TO: rf"(?:the )?month {_UP_TO}",
    Part.YEAR_TO: rf"(?:the )?(?:year|(?:12|twelve) months) {_UP_TO}",
}
_PART = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{part.name}>{words})" for part, words in _PARTS.items()) + r")(?: the)?[ -]$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?<![\w-])(?:the )?(?P<end>first|last|final)(?: (?P<count>{'|'.join(SMALL)}|[1-9][0-9]?))?"
    r" (?P<unit>day|week|month)s? of(?: the)? $",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r" so far\b", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<![\w-])between $", re.IGNORECASE)
_RANGE_LEAD = re.compile(r"(?<![\w-])(?:from|between) $", re.IGNORECASE)
_TO = re.compile(
    r" ?[-–] ?| (?P<word>to|into|until|till|through(?: to)?|and|up to)(?: the| early| late| mid)? ", re.IGNORECASE
)
_LOOK_BACK = 40  # characters: longer than any word that leads a period
_KEPT = 32
"""Texts whose expressions are remembered: each figure of an article asks the sentences around it."""


@lru_cache(maxsize=_KEPT)
def find(text: str) -> tuple[TimeExpression, ...]:
    """Every expression of time in a text, in order, not overlapping; spans relative to ``text``."""
    pending = deque(_with_parts(text, with_nights(text, atoms(text))))
    found: list[TimeExpression] = []
    while pending:
        first = last = pending.popleft()
        before = _before(text, first.start, found[-1].span.end if found else 0)
        period = first.period
        between = _BETWEEN.search(before) is not None
        if pending and (
            _joins(text[first.end : pending[0].start], between=between)
            or (text[first.end : pending[0].start] == " and " and _follows(first.period, pending[0].period))
        ):
            last = pending.popleft()
            period = FromTo(period, last.period)
        found.append(_bounded(text, Span(first.start, last.end), period, before))
    return tuple(found)


def _with_parts(text: str, named: Iterable[Atom]) -> Iterator[Atom]:
    """The periods, or the parts of them that are named, without those that alone say nothing ("a week")."""
    floor = 0
    for atom in named:
        before = _before(text, atom.start, floor)
        match, ends = _PART.search(before), _ENDS.search(before)
        if ends:
            words = (ends["count"] or "one").lower()
            count = SMALL.get(words) or int(words)
            period = EndOf(count, Unit(ends["unit"].lower()), atom.period, last=ends["end"].lower() != "first")
            yield Atom(atom.start - (len(before) - ends.start()), atom.end, period)
        elif match and match.lastgroup:
            start = atom.start - (len(before) - match.start())
            yield Atom(start, atom.end, PartOf(Part[match.lastgroup], atom.period))
        elif not atom.partial and (so_far := _SO_FAR.match(text, atom.end)):
            yield Atom(atom.start, so_far.end(), PartOf(Part.EARLIER, atom.period))
        elif atom.partial:
            continue
        else:
            yield atom
        floor = atom.end


def _joins(gap: str, *, between: bool) -> bool:
    join = _TO.fullmatch(gap)
    return join is not None and (between or join["word"] != "and")


def _follows(first: Period, second: Period) -> bool:
    """ "Monday and Tuesday", "April and May 2021" are two in a row; "Monday and Friday" are two dates."""
    if isinstance(first, NamedMonth) and isinstance(second, NamedMonth):
        plain = first.year is None and first.which is None and second.which is None
        return plain and second.month == first.month % 12 + 1
    return isinstance(first, Weekday) and first.which is None and second == Weekday((first.day + 1) % 7)


def _bounded(text: str, span: Span, period: Period, before: str) -> TimeExpression:
    if _has_two_ends(period):
        lead = _RANGE_LEAD.search(before)
        bound = Bound.IN
    else:
        lead = _BOUND.search(before)
        bound = Bound[lead.lastgroup] if lead and lead.lastgroup else Bound.IN
    if bound in _LIMITS and isinstance(period, PartOf) and period.part is Part.END:
        period = PartOf(Part.LAST_DAY, period.whole)
    if lead:
        span = Span(span.start - (len(before) - lead.start()), span.end)
    return TimeExpression(span, span.of(text), bound, period)


def _has_two_ends(period: Period) -> bool:
    """Whether "from" before it opens a range that is closed: "from 5 to 10 July"."""
    return isinstance(period, FromTo) or (isinstance(period, MonthDays | Years) and period.first != period.last)


def _before(text: str, start: int, floor: int) -> str:
    """The text that may lead what starts at ``start``; what ends at ``floor`` has its own words."""
    return text[max(floor, start - _LOOK_BACK) : start]
