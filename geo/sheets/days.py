"""The date axis of a chart: its ticks, and where a day or an interval of days stands on it."""

from collections.abc import Sequence
from datetime import date, timedelta

from geo.dataset.query import Dated
from geo.marks import Mark
from geo.sheets.chart import bar, spot
from geo.sheets.nodes import Node
from geo.wording import dates

LEFT, RIGHT = 12.0, 93.0
"""Where the first and the last day stand, in per cent of the plot: an arrow back needs room before it."""
MOST_TICKS = 5
CAPTION = (
    "When it happened. An arrow back: no day of the event is given, only the day by which it was reported or published."
)
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
"""Months between two ticks, in the order in which they are tried."""


def ticks(first: date, last: date) -> list[date]:
    """First days of months or of years from ``first`` to ``last``, at most MOST_TICKS; else ``first``."""
    begin, end = (day.year * 12 + day.month - 1 for day in (first, last))
    begin += first.day > 1
    for step in STEPS:
        months = range(-(-begin // step) * step, end + 1, step)
        if len(months) <= MOST_TICKS:
            return [date(month // 12, month % 12 + 1, 1) for month in months] or [first]
    return [first]


def position(day: date, first: date, last: date) -> float:
    """Where ``day`` stands between ``first`` and ``last``, in per cent of the plot."""
    return LEFT + (day - first) / max(last - first, timedelta(days=1)) * (RIGHT - LEFT)


def tick(day: date, marks: Sequence[date]) -> str:
    """A tick in words; the year stands at the first of its ticks alone, for a plot may be narrow."""
    if day.day != 1:
        return dates.day(day, "%b")
    if len(marks) > 1 and all(mark.month == 1 for mark in marks):
        return str(day.year)
    said = any(mark.year == day.year and mark < day for mark in marks)
    return f"{day:%b}" if said else f"{day:%b %Y}"


def is_by_then(days: tuple[Dated, date, date]) -> bool:
    """Whether only the day is known by which it had happened."""
    return days[0] in (Dated.REPORTED, Dated.PUBLISHED)


def interval(days: tuple[Dated, date, date], mark: Mark, first: date, last: date, *, guess: bool = False) -> list[Node]:
    """The days of one figure in its mark; ``guess``: its place is only inferred."""
    _, start, end = days
    left, right = position(start, first, last), position(end, first, last)
    if start != end:
        return bar(left, right, mark, guess=guess)
    return [spot(left, mark, open_end=-1 if is_by_then(days) else 0, guess=guess)]
