"""The figures on a date axis: an interval where the text gives one, and the days on which the articles appeared."""

from collections.abc import Sequence
from datetime import date, timedelta

from geo.dataset.query import Catalogue, Dated, people
from geo.model import Claim
from geo.panels import filters, sheet
from geo.panels.selection import Selection
from geo.panels.sheet import Node, element, pick
from geo.panels.strip import LEFT, RIGHT, axis, by_month, plot, row, ruled
from geo.panels.window import MOVES, PAGE, window
from geo.wording import claims as wording
from geo.wording import dates

MOST_TICKS = 5
MOST_PUBLISHED = 12
"""Days of publication that are drawn and, up to MOST_TICKS, named; more lines than these hide the figures."""
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
"""Months between two ticks, in the order in which they are tried."""


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    claims = people(shown)
    known = {claim.id: days for claim in claims if (days := catalogue.dated(claim)) is not None}
    if not known:
        words = "No figure with a date matches. "
        clear = pick("clear", "", "Clear filters", cls="plain")
        sheet.show("timeline", element("p", words, clear, cls="empty"), actions={"clear": filters.clear})
        return
    published = {catalogue.article(claim).published for claim in claims if claim.id in known}
    appeared = sorted(day for day in published if day is not None)
    first = min([days[1] for days in known.values()] + appeared)
    last = max([days[2] for days in known.values()] + appeared)
    marks = ticks(first, last)
    grid = [position(mark, first, last) for mark in marks]
    few, named = len(appeared) <= MOST_PUBLISHED, len(appeared) <= MOST_TICKS
    listed = wording.listed([dates.day(day) for day in appeared]) if named else f"on {len(appeared):,} days"
    part = window("timeline rows", [claim.id for claim in claims], selection.claim)
    lines = [position(day, first, last) for day in appeared] if few else []
    rows = [
        (
            claim,
            row(
                catalogue,
                claim,
                selection,
                plot(_mark(known[claim.id], first, last) if claim.id in known else []),
            ),
        )
        for claim in claims[part.start : part.stop]
    ]
    sheet.show(
        "timeline",
        element(
            "p",
            "When it happened. Hollow: no day of the event is given, and it stands at the day for which it was "
            f"reported. {'Dotted lines: articles' if few else 'Articles'} published, {listed}.",
            cls="rule",
        ),
        element(
            "div",
            axis([(at, _tick(mark, marks)) for at, mark in zip(grid, marks, strict=True)]),
            ruled(grid, lines),
            part.before(),
            *(by_month(catalogue, rows) if len(claims) > PAGE else [drawn for _, drawn in rows]),
            part.after(),
            cls="chart",
        ),
        actions=MOVES,
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


def _mark(days: tuple[Dated, date, date], first: date, last: date) -> list[Node]:
    kind, start, end = days
    left, right = position(start, first, last), position(end, first, last)
    if start != end:
        return [element("line", x1=f"{left:.2f}%", x2=f"{right:.2f}%", y1="50%", y2="50%", cls="mark bar")]
    hollow = "" if kind is Dated.HAPPENED else " outline"
    return [element("svg", element("circle", r="5.5", cls=f"mark dot{hollow}"), x=f"{left:.2f}%", y="50%", cls="at")]
