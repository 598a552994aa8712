"""Periods of time as English names them, and the days that they mean on the day of publication.

A period answers ``interval(published, direction)`` with inclusive days, or None where the text alone does not settle
them. Nothing here reads the clock. Conventions, each a news article's way of speaking on its publication day:

    weekday            PAST or unknown: the latest not after publication; FUTURE: the first after it
    day, month, season without a year: PAST: the latest begun by publication; FUTURE: the first not yet over;
                       unknown: as PAST, but what begins within the next seven days counts as meant
    week               ISO 8601, Monday to Sunday
    last, this, next   with day, week, weekend, month, year: the calendar's; with a named month or season: the latest
                       that is over, that of the publication year, the first not begun
    the weekend        Saturday and Sunday: the latest begun by publication; FUTURE: the first not yet over
    this weekend       as "the weekend"; unknown: the calendar's
    the past N units   the N units up to publication, which is included; "the coming", "the next": from it on
    recent             the past 7 days, 4 weeks, 6 months or 5 years
    N units ago        the day, ISO week, calendar month or year that lies so far back; "a few", "several" are 2 to 9
    early, mid, late   a third of the period: days 1-10, 11-20, 21-end of a month; four months of a year
    week, month, year  seven days, a month, a year whose last (or, "beginning", first) day is told
      ending, to
    the end of         as late; where something ends then ("until the end of July"), the last day
    on the 3rd         of the nearest month by the rule for days without a year
    overnight on, into the night that begins, or ends, on the day
    fiscal year        October of the year before to September
    seasons            three calendar months of the northern hemisphere; winter begins in December of its year
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from geo.model import Granularity


class Direction(StrEnum):
    """Where the clause's verb looks, as its tense shows."""

    PAST = "past"
    FUTURE = "future"


class Which(StrEnum):
    """Which of several equal periods: "last July", "this week", "next year"."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


class Part(StrEnum):
    """A stretch of a period. EARLIER and LATER are cut at the publication day; LAST_DAY is the end as a limit."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    EARLIER = "earlier"
    LATER = "later"
    END = "end"
    LAST_DAY = "last day"
    FIRST_QUARTER = "first quarter"
    SECOND_QUARTER = "second quarter"
    THIRD_QUARTER = "third quarter"
    FOURTH_QUARTER = "fourth quarter"
    WEEK_TO = "week to"
    WEEK_FROM = "week from"
    MONTH_TO = "month to"
    YEAR_TO = "year to"


class Interval(NamedTuple):
    first: date
    last: date
    granularity: Granularity


class Period(Protocol):
    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        """The days meant. Raises ValueError or OverflowError beyond the calendar (years 1 to 9999)."""


DAY = timedelta(days=1)
WEEK = timedelta(days=7)
_AHEAD = WEEK  # how far ahead a day without a year may lie where the verb's direction is unknown


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day. Months beyond 12 or below 1 carry into the years."""
    carry, index = divmod(month - 1, 12)
    first = date(year + carry, index + 1, 1)
    return first, (first.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def back(day: date, count: int, unit: Unit) -> date:
    """``count`` units before ``day`` (after it where negative); a day that its month lacks becomes the month's last."""
    if unit in (Unit.MONTH, Unit.YEAR):
        first, last = month_days(day.year, day.month - count * (12 if unit is Unit.YEAR else 1))
        return first.replace(day=min(day.day, last.day))
    return day - count * (DAY if unit is Unit.DAY else WEEK)


def holding(day: date, unit: Unit) -> Interval:
    """The calendar's unit that holds a day; for a weekend, that of its ISO week."""
    monday = day - day.weekday() * DAY
    match unit:
        case Unit.DAY:
            return Interval(day, day, Granularity.DAY)
        case Unit.WEEK:
            return Interval(monday, monday + 6 * DAY, Granularity.WEEK)
        case Unit.WEEKEND:
            return Interval(monday + 5 * DAY, monday + 6 * DAY, Granularity.INTERVAL)
        case Unit.MONTH:
            return Interval(*month_days(day.year, day.month), Granularity.MONTH)
        case Unit.YEAR:
            return Interval(date(day.year, 1, 1), date(day.year, 12, 31), Granularity.YEAR)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A period that comes every year; ``year`` is None where the text does not say which."""

    year: int | None = None
    which: Which | None = None

    def of(self, year: int) -> Interval:
        """The period in one year. Raises ValueError where that year has none (29 February)."""
        raise NotImplementedError

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        if self.year is not None:
            return self.of(self.year)
        if published is None:
            return None
        return nearest(list(self._around(published.year)), published, direction, self.which)

    def _around(self, year: int) -> Iterator[Interval]:
        # Eight years hold a leap day on either side, the gap around 1900 and 2100 included.
        for candidate in range(max(2, year - 8), min(9998, year + 8) + 1):
            try:
                yield self.of(candidate)
            except ValueError:
                continue


def nearest(
    ascending: list[Interval], published: date, direction: Direction | None, which: Which | None = None
) -> Interval | None:
    """The one that is meant; None where there is no such one."""
    match which, direction:
        case Which.LAST, _:
            behind = [one for one in ascending if one.last < published]
        case Which.THIS, _:
            behind = [one for one in ascending if one.first.year == published.year]
        case Which.NEXT, _:
            return next((one for one in ascending if one.first > published), None)
        case _, Direction.FUTURE:
            return next((one for one in ascending if one.last >= published), None)
        case _, Direction.PAST:
            behind = [one for one in ascending if one.first <= published]
        case _:
            behind = [one for one in ascending if one.first - published <= _AHEAD]
    return behind[-1] if behind else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDays(Recurring):
    """ "July 14", "August 5-10": days of one month, both ends included."""

    month: int
    first: int
    last: int

    def of(self, year: int) -> Interval:
        grain = Granularity.DAY if self.first == self.last else Granularity.INTERVAL
        return Interval(date(year, self.month, self.first), date(year, self.month, self.last), grain)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMonth(Recurring):
    month: int

    def of(self, year: int) -> Interval:
        return Interval(*month_days(year, self.month), Granularity.MONTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Season(Recurring):
    """Three months from ``month`` on."""

    month: int

    def of(self, year: int) -> Interval:
        return Interval(month_days(year, self.month)[0], month_days(year, self.month + 2)[1], Granularity.INTERVAL)


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """That of the United States: from October to September of its year."""

    year: int

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        return Interval(date(self.year - 1, 10, 1), date(self.year, 9, 30), Granularity.INTERVAL)


@dataclass(frozen=True, slots=True)
class Years:
    """One year, or several in a row: "2012", "2014-16", "the 1990s"."""

    first: int
    last: int

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        grain = Granularity.YEAR if self.first == self.last else Granularity.INTERVAL
        return Interval(date(self.first, 1, 1), date(self.last, 12, 31), grain)
