"""The figures on a date axis: an interval where the text gives one, and the days on which the articles appeared."""

from collections.abc import Sequence
from datetime import date

from geo.dataset.query import Catalogue, Dated, Filter, in_panel, people
from geo.marks import mark
from geo.model import Claim
from geo.panels import filters, instead, sheet, view
from geo.panels.window import MOVES, PAGE, window
from geo.sharing.view import STRIPS, Selection, Tab
from geo.sheets.chart import axis, by_month, plot, row, ruled
from geo.sheets.days import CAPTION, MOST_TICKS, interval, position, tick, ticks
from geo.sheets.nodes import Node, element, pick
from geo.wording import claims as wording
from geo.wording import dates, deeds

MOST_PUBLISHED = 12
"""Days of publication that are drawn and, up to MOST_TICKS, named; more lines than these hide the figures."""


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    claims = people(shown)
    known = {claim.id: days for claim in claims if (days := catalogue.dated(claim)) is not None}
    if not known:
        sheet.show(
            "timeline",
            _nothing(catalogue, shown),
            actions={"clear": filters.clear, "open": lambda tab: view.open_tab(Tab(tab))},
        )
        return
    published = {catalogue.article(claim).published for claim in claims if claim.id in known}
    appeared = sorted(day for day in published if day is not None)
    first = min([days[1] for days in known.values()] + appeared)
    last = max([days[2] for days in known.values()] + appeared)
    marks = ticks(first, last)
    grid = [position(mark, first, last) for mark in marks]
    few, named = len(appeared) <= MOST_PUBLISHED, len(appeared) <= MOST_TICKS
    listed = f": {wording.listed([dates.day(day) for day in appeared])}" if named else f" on {len(appeared):,} days"
    differing = len(catalogue.differences(claims))
    part = window("timeline rows", [claim.id for claim in claims], selection.claim)
    lines = [position(day, first, last) for day in appeared] if few else []
    rows = [
        (
            claim,
            row(
                catalogue,
                claim,
                selection.claim,
                plot(_drawn(claim, known.get(claim.id), first, last)),
                filters.current(catalogue).words,
            ),
        )
        for claim in claims[part.start : part.stop]
    ]
    sheet.show(
        "timeline",
        element(
            "p",
            f"{CAPTION} {'Dotted lines are days on which articles appeared' if few else 'Articles appeared'}{listed}.",
            " " if differing else None,
            pick("differences", "", f"{wording.number(differing, 'movement')} told differently", cls="plain")
            if differing
            else None,
            cls="rule",
        ),
        element(
            "div",
            axis([(at, tick(mark, marks)) for at, mark in zip(grid, marks, strict=True)]),
            ruled(grid, lines),
            part.before(),
            *(by_month(catalogue, rows) if len(claims) > PAGE else [drawn for _, drawn in rows]),
            part.after(),
            cls="chart timed",
        ),
        actions={**MOVES, "differences": view.differences},
    )


def _nothing(catalogue: Catalogue, shown: Sequence[Claim]) -> Node:
    """In place of the axis: figures without a date are in their panels."""
    there = [instead.under(tab, len(found)) for tab, it in STRIPS.items() if (found := in_panel(shown, it))]
    if filters.current(catalogue) == Filter():
        return instead.told("The articles give no figure with a date. ", there, clears=False)
    return instead.told("No figure with a date matches. ", there or instead.fewer(catalogue))


def _drawn(claim: Claim, days: tuple[Dated, date, date] | None, first: date, last: date) -> list[Node]:
    return interval(days, mark(claim), first, last, guess=deeds.guess(claim) is not None) if days else []
