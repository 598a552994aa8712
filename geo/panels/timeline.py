"""The figures on a date axis: an interval where the text gives one, and the days on which the articles appeared."""

from collections.abc import Sequence
from datetime import date, timedelta

from geo.dataset.query import Catalogue, Dated, people
from geo.model import Claim
from geo.panels import filters, sheet
from geo.panels.selection import Selection
from geo.panels.sheet import Node, element, pick
from geo.panels.strip import LEFT, MOST_ROWS, RIGHT, axis, more, plot, row
from geo.wording import claims as wording
from geo.wording import dates

MOST_TICKS = 5
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
"""Months between two ticks, in the order in which they are tried."""


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    known = [(claim, days) for claim in people(shown) if (days := catalogue.dated(claim)) is not None]
    unknown = [claim for claim in people(shown) if catalogue.dated(claim) is None]
    if not known:
        words = "No figure with a date matches. "
        clear = pick("clear", "", "Clear filters", cls="plain")
        sheet.show("timeline", element("p", words, clear, cls="empty"), actions={"clear": filters.clear})
        return
    published = sorted({catalogue.article(claim).published for claim, _ in known} - {None}, key=str)
    appeared = [day for day in published if day is not None]
    first = min([days[1] for _, days in known] + appeared)
    last = max([days[2] for _, days in known] + appeared)
    marks = ticks(first, last)
    grid = [position(mark, first, last) for mark in marks]
    few = len(appeared) <= MOST_TICKS
    listed = wording.listed([dates.day(day) for day in appeared]) if few else f"{len(appeared):,} days"
    sheet.show(
        "timeline",
        element(
            "p",
            "When it happened. Hollow: no day of the event is given, and it stands at the day for which it was "
            f"reported. Dotted lines: articles published, {listed}.",
            cls="rule",
        ),
        element(
            "div",
            axis([(at, _tick(mark, marks)) for at, mark in zip(grid, marks, strict=True)]),
            *(
                row(
                    catalogue,
                    claim,
                    selection,
                    plot(grid, [*_published(appeared, first, last), *_mark(days, first, last)]),
                )
                for claim, days in known[:MOST_ROWS]
            ),
            *(row(catalogue, claim, selection, plot(grid, [])) for claim in unknown[:MOST_ROWS]),
            more(people(shown)),
            cls="chart",
        ),
    )


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


def _tick(day: date, marks: Sequence[date]) -> str:
    if day.day != 1:
        return dates.day(day, "%b")
    return str(day.year) if len(marks) > 1 and all(mark.month == 1 for mark in marks) else f"{day:%b %Y}"


def _published(days: Sequence[date], first: date, last: date) -> list[Node]:
    places = [f"{position(day, first, last):.2f}%" for day in days]
    return [element("line", x1=at, x2=at, y1="0", y2="100%", cls="published") for at in places]


def _mark(days: tuple[Dated, date, date], first: date, last: date) -> list[Node]:
    kind, start, end = days
    left, right = position(start, first, last), position(end, first, last)
    if start != end:
        return [element("line", x1=f"{left:.2f}%", x2=f"{right:.2f}%", y1="50%", y2="50%", cls="mark bar")]
    hollow = "" if kind is Dated.HAPPENED else " outline"
    return [element("svg", element("circle", r="5.5", cls=f"mark dot{hollow}"), x=f"{left:.2f}%", y="50%", cls="at")]
