"""Periods that are counted from the day of publication; conventions in ``geo.times.periods``."""

from dataclasses import dataclass
from datetime import date

from geo.model import Granularity
from geo.times.periods import DAY, WEEK, Direction, Interval, Unit, Which, back, holding, month_days, nearest


@dataclass(frozen=True, slots=True)
class Weekday:
    """``day`` 0 is Monday; ``week`` 0 is this week, -1 last week, None where the text names no week."""

    day: int
    which: Which | None = None
    week: int | None = None

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        if published is None:
            return None
        if self.week is not None or self.which is Which.THIS:
            day = published + (self.day - published.weekday()) * DAY + (self.week or 0) * WEEK
        elif self.which is Which.LAST:
            day = published - ((published.weekday() - self.day - 1) % 7 + 1) * DAY
        elif self.which is Which.NEXT or direction is Direction.FUTURE:
            day = published + ((self.day - published.weekday() - 1) % 7 + 1) * DAY
        else:
            day = published - ((published.weekday() - self.day) % 7) * DAY
        return Interval(day, day, Granularity.DAY)


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """The day, week, weekend, month or year ``ahead`` units after that of publication: -1 is the last, 1 the next."""

    unit: Unit
    ahead: int

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        if published is None:
            return None
        if self.unit in (Unit.MONTH, Unit.YEAR):
            published = published.replace(day=1)
        return holding(back(published, -self.ahead, self.unit), self.unit)


@dataclass(frozen=True, slots=True)
class TheWeekend:
    """ "The weekend"; ``this``: "this weekend", which is the calendar's but where it is told in the past."""

    this: bool = False

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        if published is None:
            return None
        weekend = holding(published, Unit.WEEKEND)
        if self.this and direction is None:
            return weekend
        if direction is not Direction.FUTURE and weekend.first > published:
            return holding(published - WEEK, Unit.WEEKEND)
        return weekend


@dataclass(frozen=True, slots=True)
class Around:
    """Days counted from publication: "overnight" is -1 to 0."""

    first: int
    last: int

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        if published is None:
            return None
        return Interval(published + self.first * DAY, published + self.last * DAY, Granularity.INTERVAL)


OVERNIGHT = Around(-1, 0)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """ "On the 3rd": of the month ``ahead`` months after that of publication, of the nearest where it is None."""

    day: int
    ahead: int | None = None

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        if published is None:
            return None
        if self.ahead is not None:
            first, _ = month_days(published.year, published.month + self.ahead)
            return holding(first.replace(day=self.day), Unit.DAY)
        months = (month_days(published.year, published.month + away) for away in range(-2, 3))
        return nearest(
            [holding(first.replace(day=self.day), Unit.DAY) for first, last in months if self.day <= last.day],
            published,
            direction,
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """``count`` units up to publication ("the past two weeks"), or from it on where ``ahead``."""

    unit: Unit
    count: int
    ahead: bool = False

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        if published is None:
            return None
        other = back(published, -self.count if self.ahead else self.count, self.unit)
        return Interval(min(published, other), max(published, other), Granularity.INTERVAL)


@dataclass(frozen=True, slots=True)
class Ago:
    """So many units back; ``most`` is greater than ``least`` where the text is vague ("a few days ago")."""

    unit: Unit
    least: int
    most: int

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        if published is None:
            return None
        first = holding(back(published, self.most, self.unit), self.unit)
        last = holding(back(published, self.least, self.unit), self.unit)
        return first if first == last else Interval(first.first, last.last, Granularity.INTERVAL)


@dataclass(frozen=True, slots=True)
class Anchored:
    """ "A month earlier", "the following day": counted from a day that is told elsewhere."""

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:  # noqa: ARG002
        return None
