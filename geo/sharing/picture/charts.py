"""The charts as captioned SVG: the strip of a panel and the timeline, on the scales of the page (geo.sheets)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from xml.etree.ElementTree import Element

from geo.dataset.query import Catalogue, in_panel, people
from geo.marks import Line
from geo.model import Claim, Panel
from geo.sharing.picture.dress import CHARTS, PLAIN, Dress, credit_line
from geo.sharing.picture.ink import (
    PANELS,
    QUIET,
    RULE,
    as_svg,
    dot,
    group,
    joined,
    node,
    sheet,
    soft,
    soft_box,
    strike,
    style_of,
    words,
    wrapped,
)
from geo.sharing.picture.page import TYPES, Type, foot, head
from geo.sheets import chart, days
from geo.wording import claims as wording
from geo.wording import deeds
from geo.wording.described import Described, described

MOST = 60
"""Rows of a picture; where there are more, the caption says so."""
DOT, RING, RINGED = 5.5, 9.5, 11.5
"""The radius of a dot, of the ring around an inferred one, and where a line from that begins."""


def strip_picture(catalogue: Catalogue, shown: Sequence[Claim], panel: Panel, dress: Dress = PLAIN) -> bytes:
    """One row a figure of ``panel``, on a log scale: dot a number, bar a range, arrow an open bound."""
    claims = in_panel(shown, panel)
    caption = f"Figures as printed, log scale. {wording.no_total(claims)}"
    page = _Page(catalogue, claims, f"{panel.value.capitalize()}. ", caption, dress, panel)
    low, high = chart.scale([row.claim for row in page.rows])
    marks = [(chart.position(10**mark, low, high), chart.tick(10**mark)) for mark in chart.ticks(low, high)]
    root = page.drawn(marks)
    for row in page.rows:
        claim = row.claim
        bounds = claim.quantity.low, claim.quantity.high
        ends = [chart.position(value, low, high) for value in bounds if value is not None]
        open_end = 1 if claim.quantity.high is None else -1 if claim.quantity.low is None else 0
        if ends:
            _draw(root, row, page.type, (ends[0], ends[-1]), open_end)
    return as_svg(root)


def timeline_picture(catalogue: Catalogue, shown: Sequence[Claim], dress: Dress = PLAIN) -> bytes:
    """One row a figure of both panels on a date axis; an arrow back where only the day of the report is known."""
    known = [(claim, when) for claim in people(shown) if (when := catalogue.dated(claim)) is not None]
    claims = [claim for claim, _ in known]
    if not known:
        return as_svg(_Page(catalogue, [], "", "No figure with a date.", dress).drawn([]))
    without = len(people(shown)) - len(claims)
    undated = f" {wording.number(without, 'figure')} without a date." if without else ""
    page = _Page(catalogue, claims, "Timeline. ", f"{days.CAPTION}{undated}", dress)
    drawn = [(row, when) for row, (_, when) in zip(page.rows, known, strict=False)]
    first, last = min(when[1] for _, when in drawn), max(when[2] for _, when in drawn)
    ticks = days.ticks(first, last)
    root = page.drawn([(days.position(day, first, last), days.tick(day, ticks)) for day in ticks])
    for row, when in drawn:
        ends = days.position(when[1], first, last), days.position(when[2], first, last)
        _draw(root, row, page.type, ends, -1 if days.is_by_then(when) else 0)
    return as_svg(root)


@dataclass(frozen=True, slots=True)
class _Row:
    """One figure and its words, lines below ``top``: the figure and its people, the deed, the source."""

    claim: Claim
    told: Described
    top: float
    figure: Sequence[str]
    deed: Sequence[str]
    source: Sequence[str]

    def height(self, kind: Type) -> float:
        return kind.row + kind.line * (len(self.figure) + len(self.deed) + len(self.source) - 3)


@dataclass(frozen=True)
class _Page:
    """A picture without its marks: title, axis, a row of words a figure, caption and credits."""

    catalogue: Catalogue
    claims: Sequence[Claim]
    kind: str
    caption: str
    dress: Dress
    panel: Panel | None = None
    """The panel that it shows alone."""

    @property
    def type(self) -> Type:
        return TYPES[self.dress.size]

    def _below(self, drawn: int) -> list[str]:
        """Caption and credits, where so many rows are drawn."""
        many = len(self.claims)
        more = f" The first {drawn} of {many:,} figures." if many > drawn else ""
        said = f"{self.caption}{more} {credit_line(self.catalogue, self.claims)}"
        return wrapped(said, self.type.inside, size=self.type.credit)

    @cached_property
    def rows(self) -> Sequence[_Row]:
        """The figures for which there is room; the caption counts the others."""
        high, kind = CHARTS[self.dress.size].height, self.type
        lowest = high - kind.below(self._below(0)) if high else inf
        found: list[_Row] = []
        top = float(kind.head)
        for claim in self.claims[:MOST]:
            told = described(self.catalogue, claim)
            row = _Row(
                claim,
                told,
                top,
                wrapped(told.counted, kind.words, size=kind.figure, bold=True),
                wrapped(wording.sentence_case(told.deed), kind.words, size=kind.deed),
                joined(told.sources, kind.words, size=kind.source),
            )
            if found and top + row.height(kind) > lowest:
                break
            found.append(row)
            top += row.height(kind)
        return found

    def drawn(self, marks: Sequence[tuple[float, str]]) -> Element:
        """``marks`` are where the ruled lines stand, in per cent of the plot, and their words."""
        catalogue, rows, kind = self.catalogue, self.rows, self.type
        below = self._below(len(rows))
        bottom = rows[-1].top + rows[-1].height(kind) if rows else kind.head
        heading = f"{self.kind}{self.dress.heading(catalogue, self.panel)}"
        high = CHARTS[self.dress.size].height or int(bottom + 16 + kind.credit_line * len(below) + 12)
        root = sheet(kind.wide, high, heading)
        head(root, kind, heading, self.dress.under(catalogue))
        for at, label in marks:
            x = kind.x(at)
            words(root, label, x, kind.head - 8, font_size=kind.axis, fill=QUIET, text_anchor="middle")
            node(root, "line", x1=x, x2=x, y1=kind.head, y2=bottom, stroke=RULE)
        for row in rows:
            _told(root, row, kind)
        foot(root, kind, below, bottom)
        return root


def _told(root: Element, row: _Row, kind: Type) -> None:
    """The words of a row, as on the page: figure and people, what they did and where; then who says so, and when."""
    lines = (
        *((line, kind.figure, {}) for line in row.figure),
        *((line, kind.deed, {}) for line in row.deed),
        *((line, kind.source, {"fill": QUIET}) for line in row.source),
    )
    for number, (line, size, fill) in enumerate(lines):
        base = row.top + 16 + (kind.line + 1 if number else 0) + kind.line * max(0, number - 1)
        words(root, line, kind.edge, base, bold=number < len(row.figure), font_size=size, **fill)


def _draw(root: Element, row: _Row, kind: Type, ends: tuple[float, float], open_end: int) -> None:
    """The mark from one per cent of the plot to another, with an arrow at an open end (-1 low, 1 high)."""
    mark, colour, y = row.told.mark, PANELS[row.claim.panel], row.top + kind.row / 2
    own, guess = group(root, row.claim.id, mark), deeds.guess(row.claim) is not None
    left, right = kind.x(ends[0]), kind.x(ends[1])
    if ends[0] != ends[1] and ends[1] - ends[0] < chart.SHORTEST:
        left = right = (left + right) / 2
    if right != left:
        node(own, "rect", x=left, y=y - 4.5, width=right - left, height=9, rx=4.5, **style_of(mark, colour))
        if mark.line is Line.STRUCK:
            strike(own, ((left + right) / 2, y), 5.5, colour)
        if guess:
            soft_box(own, (left - 8, y - 9, right + 8, y + 9), colour)
        return
    if open_end:
        tip, back = left + 34 * open_end, left + 28 * open_end
        start = left + (RINGED if guess else DOT) * open_end  # a dot lets through what lies under it
        path = f"M{start:.1f} {y}H{tip:.1f}M{back:.1f} {y - 5}L{tip:.1f} {y}L{back:.1f} {y + 5}"
        node(own, "path", d=path, fill="none", stroke=colour, stroke_width=2)
    dot(own, mark, (left, y), DOT, colour)
    if guess:
        soft(own, left, y, RING, colour)
