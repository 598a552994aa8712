"""Periods made of others: a part of one ("late July"), or from one to another; see ``geo.times.periods``."""

from dataclasses import dataclass
from datetime import date

from geo.model import Granularity
from geo.times.periods import (
    DAY,
    WEEK,
    Direction,
    FiscalYear,
    Interval,
    Part,
    Period,
    Recurring,
    Unit,
    back,
    month_days,
)
from geo.times.relative_periods import DayOfMonth, Weekday

# First and last day of a month, and first and last month of a year, for each part; the last day 31 is cut to the month.
_MONTH_PARTS = {
    Part.EARLY: (1, 10),
    Part.MID: (11, 20),
    Part.LATE: (21, 31),
    Part.END: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}
_YEAR_PARTS = {
    Part.EARLY: (1, 4),
    Part.MID: (5, 8),
    Part.LATE: (9, 12),
    Part.END: (9, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
    Part.FIRST_QUARTER: (1, 3),
    Part.SECOND_QUARTER: (4, 6),
    Part.THIRD_QUARTER: (7, 9),
    Part.FOURTH_QUARTER: (10, 12),
}
_UP_TO = {Part.WEEK_TO: Unit.WEEK, Part.MONTH_TO: Unit.MONTH, Part.YEAR_TO: Unit.YEAR}


@dataclass(frozen=True, slots=True)
class PartOf:
    part: Part
    whole: Period

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        if self.part in (Part.EARLIER, Part.LATER):
            return self._cut(published)
        whole = self.whole.interval(published, direction)
        if whole and isinstance(self.whole, FiscalYear):
            whole = whole._replace(granularity=Granularity.YEAR)
        return whole and _piece(self.part, whole)

    def _cut(self, published: date | None) -> Interval | None:
        """ "Earlier this month" ends, and "later this month" begins, on the day of publication."""
        begun = self.whole.interval(published, Direction.PAST)
        if begun is None or published is None or not begun.first <= published <= begun.last:
            return begun if self.part is Part.EARLIER else self.whole.interval(published, Direction.FUTURE)
        if begun.first == begun.last:
            return begun
        if self.part is Part.EARLIER:
            return Interval(begun.first, published, Granularity.INTERVAL)
        return Interval(published, begun.last, Granularity.INTERVAL)


def _piece(part: Part, whole: Interval) -> Interval:
    if part in _UP_TO:
        return Interval(back(whole.last, 1, _UP_TO[part]) + DAY, whole.last, Granularity.INTERVAL)
    if part is Part.WEEK_FROM:
        return Interval(whole.first, whole.first + WEEK - DAY, Granularity.INTERVAL)
    is_day = whole.first == whole.last  # "late on Friday" is still Friday
    is_quarter = part in _YEAR_PARTS and part not in _MONTH_PARTS
    return whole if is_day or (is_quarter and whole.granularity is not Granularity.YEAR) else _share(part, whole)


def _share(part: Part, whole: Interval) -> Interval:
    """A part of several days."""
    first, last, grain = whole
    if part is Part.LAST_DAY:
        return Interval(last, last, Granularity.DAY)
    if grain is Granularity.MONTH:
        start, end = _MONTH_PARTS[part]
        return Interval(first.replace(day=start), first.replace(day=min(end, last.day)), Granularity.INTERVAL)
    if grain is Granularity.YEAR:
        start, end = _YEAR_PARTS[part]
        begins, _ = month_days(first.year, first.month - 1 + start)
        return Interval(begins, month_days(first.year, first.month - 1 + end)[1], Granularity.INTERVAL)
    length = (last - first).days
    start, end = {
        Part.EARLY: (0, length // 3),
        Part.MID: (length // 3, length - length // 3),
        Part.LATE: (length - length // 3, length),
        Part.END: (length - length // 3, length),
        Part.FIRST_HALF: (0, length // 2),
        Part.SECOND_HALF: (length - length // 2, length),
    }[part]
    return Interval(first + start * DAY, first + end * DAY, Granularity.INTERVAL)


@dataclass(frozen=True, slots=True)
class EndOf:
    """ "The first six months of 2023", "the last two weeks of June": ``count`` units at one end of a period."""

    count: int
    unit: Unit
    whole: Period
    last: bool

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        whole = self.whole.interval(published, direction)
        if whole is None:
            return None
        if self.last:
            return Interval(
                max(whole.first, back(whole.last + DAY, self.count, self.unit)), whole.last, Granularity.INTERVAL
            )
        return Interval(
            whole.first, min(whole.last, back(whole.first, -self.count, self.unit) - DAY), Granularity.INTERVAL
        )


@dataclass(frozen=True, slots=True)
class InYear:
    """ "October last year": ``ahead`` years after that of publication."""

    whole: Recurring
    ahead: int

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        return self.whole.of(published.year + self.ahead) if published else None


@dataclass(frozen=True, slots=True)
class FromTo:
    """ "From June to August": from the first day of one period to the last day of another, which follows it."""

    first: Period
    last: Period

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        if isinstance(self.last, Recurring) and self.last.year is not None and _floats(self.first):
            end = self.last.interval(published, direction)  # "December to January 2021": the year stands once
            begin = end and self.first.interval(end.first, Direction.PAST)
        else:
            begin = self.first.interval(published, direction)
            # The end is the first such period after the beginning, also where it lies after publication.
            end = begin and self.last.interval(begin.first if _floats(self.last) else published, Direction.FUTURE)
        if begin is None or end is None or end.last < begin.first:
            return None
        return Interval(begin.first, end.last, Granularity.INTERVAL)


def _floats(period: Period) -> bool:
    """Whether a period comes again and again and the text does not say which one is meant."""
    if isinstance(period, PartOf):
        return _floats(period.whole)
    if isinstance(period, DayOfMonth):
        return period.ahead is None
    return isinstance(period, Weekday) or (isinstance(period, Recurring) and period.year is None)
