"""The rows of a published page: the words of one figure, drawn on the scale of its panel and on the date axis.

All figures of the page share one scale and one axis, so that a row stays the same under every filter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from geo.dataset.query import Catalogue, in_panel, people, stated_only
from geo.marks import mark
from geo.model import Claim, Panel
from geo.sheets import chart, days
from geo.sheets.nodes import Node
from geo.wording import dates, deeds

Row = list[Node | None]
"""Words; drawing on the scale; drawing on the date axis; the drawings are None for a statement."""


@dataclass(frozen=True)
class Scales:
    """What the rows of ``shown`` are drawn on."""

    catalogue: Catalogue
    shown: Sequence[Claim]

    @cached_property
    def of(self) -> dict[Panel, tuple[float, float]]:
        """The decades of each panel."""
        return {panel: chart.scale(in_panel(self.shown, panel)) for panel in (Panel.TROOPS, Panel.DISPLACED)}

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """The first and the last day of all figures about people; None where none has a date."""
        known = [when for claim in people(self.shown) if (when := self.catalogue.dated(claim)) is not None]
        return (min(when[1] for when in known), max(when[2] for when in known)) if known else None

    def charts(self) -> dict[str, list[Node]]:
        """Axis and ruled lines of each panel and of the timeline, with what is said over each."""
        found: dict[str, list[Node]] = {}
        for panel, (low, high) in self.of.items():
            marks = [(chart.position(10**it, low, high), chart.tick(10**it)) for it in chart.ticks(low, high)]
            found[panel.value] = _ground(marks)
        if self.period is not None:
            first, last = self.period
            ticks = days.ticks(first, last)
            found["timeline"] = _ground([(days.position(it, first, last), days.tick(it, ticks)) for it in ticks])
        return found


@dataclass(frozen=True)
class Drawn:
    """How a claim becomes a row on ``scales``."""

    catalogue: Catalogue
    scales: Scales

    def row(self, claim: Claim) -> list[object]:
        """[row, on the scale, on the date axis, month, the first three without inferred places or None]."""
        stated = stated_only(claim)
        return [*self._row(claim), self._month(claim), None if stated is claim else self._row(stated)]

    def _row(self, claim: Claim) -> Row:
        if claim.panel is Panel.OTHER:
            return [chart.statement(self.catalogue, claim, None), None, None]
        low, high = self.scales.of[claim.panel]
        words = chart.row(self.catalogue, claim, None, "")
        return [words, chart.plot(chart.symbol(claim, low, high)), chart.plot(self._interval(claim))]

    def _interval(self, claim: Claim) -> list[Node]:
        known, period = self.catalogue.dated(claim), self.scales.period
        if known is None or period is None:
            return []
        return days.interval(known, mark(claim), *period, guess=deeds.guess(claim) is not None)

    def _month(self, claim: Claim) -> str:
        known = self.catalogue.dated(claim)
        return dates.months(known[1], known[1]) if known else chart.UNDATED


def _ground(marks: Sequence[tuple[float, str]]) -> list[Node]:
    return [chart.axis(marks), chart.ruled([at for at, _ in marks])]
