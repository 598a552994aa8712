"""The charts as captioned SVG: the strip of a panel and the timeline, on the scales of the page (geo.sheets)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from geo.dataset.query import Catalogue, in_panel, people
from geo.marks import Line, Mark
from geo.model import Claim, Panel
from geo.sharing.picture.dress import CHARTS, PLAIN, Dress, credit_line
from geo.sharing.picture.ink import (
    PANELS,
    QUIET,
    RULE,
    as_svg,
    dot,
    fitted,
    group,
    node,
    sheet,
    soft,
    soft_box,
    strike,
    style_of,
    width,
    words,
    wrapped,
)
from geo.sheets import chart, days
from geo.wording import claims as wording
from geo.wording.described import Described, described

WIDE, ROW, HEAD, EDGE = 1000, 54, 92, 24
"""Pixels: the picture's width, a row's height, the head with title and axis, the margin."""
LEFT, RIGHT = 540.0, 976.0
"""Where the plot begins and ends."""
FOOT = 74
"""Pixels of caption and credits in a picture of fixed height."""
MOST = 60
"""Rows of a picture; where there are more, the caption says so."""
LEAST = 11.0
"""Pixels of the shortest bar: a month on an axis of years is still seen."""


def strip_picture(catalogue: Catalogue, shown: Sequence[Claim], panel: Panel, dress: Dress = PLAIN) -> bytes:
    """One row a figure of ``panel``, on a log scale: dot a number, bar a range, arrow an open bound."""
    claims = in_panel(shown, panel)
    low, high = chart.scale(claims[: _room(dress)])
    marks = [(chart.position(10**mark, low, high), chart.tick(10**mark)) for mark in chart.ticks(low, high)]
    caption = f"Figures as printed, log scale. {wording.no_total(claims)}"
    page = _Page(catalogue, claims, f"{panel.value.capitalize()}. ", caption, dress)
    root = page.drawn(marks)
    for number, claim in enumerate(page.rows):
        bounds = claim.quantity.low, claim.quantity.high
        ends = [chart.position(value, low, high) for value in bounds if value is not None]
        open_end = 1 if claim.quantity.high is None else -1 if claim.quantity.low is None else 0
        if ends:
            _draw(root, number, _Row(claim, described(catalogue, claim).mark, (ends[0], ends[-1]), open_end))
    return as_svg(root)


def timeline_picture(catalogue: Catalogue, shown: Sequence[Claim], dress: Dress = PLAIN) -> bytes:
    """One row a figure of both panels on a date axis; an arrow back where only the day of the report is known."""
    known = [(claim, when) for claim in people(shown) if (when := catalogue.dated(claim)) is not None]
    claims = [claim for claim, _ in known]
    if not known:
        return as_svg(_Page(catalogue, [], "", "No figure with a date.", dress).drawn([]))
    seen = [when for _, when in known[: _room(dress)]]
    first, last = min(when[1] for when in seen), max(when[2] for when in seen)
    ticks = days.ticks(first, last)
    marks = [(days.position(day, first, last), days.tick(day, ticks)) for day in ticks]
    without = len(people(shown)) - len(claims)
    undated = f" {wording.number(without, 'figure')} without a date." if without else ""
    page = _Page(catalogue, claims, "Timeline. ", f"{days.CAPTION}{undated}", dress)
    root = page.drawn(marks)
    for number, (claim, when) in enumerate(known[: len(page.rows)]):
        ends = days.position(when[1], first, last), days.position(when[2], first, last)
        _draw(root, number, _Row(claim, described(catalogue, claim).mark, ends, -1 if days.is_by_then(when) else 0))
    return as_svg(root)


def _room(dress: Dress) -> int:
    """How many rows a picture has room for: its axis is theirs."""
    high = CHARTS[dress.size].height
    return max(1, int((high - HEAD - FOOT) // ROW)) if high else MOST


@dataclass(frozen=True)
class _Page:
    """A picture without its marks: title, axis, a row of words a figure, caption and credits."""

    catalogue: Catalogue
    claims: Sequence[Claim]
    kind: str
    caption: str
    dress: Dress

    @property
    def rows(self) -> Sequence[Claim]:
        """The figures for which there is room; the caption counts the others."""
        return self.claims[: _room(self.dress)]

    def drawn(self, marks: Sequence[tuple[float, str]]) -> Element:
        """``marks`` are where the ruled lines stand, in per cent of the plot, and their words."""
        catalogue, rows, many = self.catalogue, self.rows, len(self.claims)
        more = f" The first {len(rows)} of {many:,} figures." if many > len(rows) else ""
        foot = wrapped(f"{self.caption}{more} {credit_line(catalogue, self.claims)}", WIDE - 2 * EDGE, size=10.5)
        bottom, heading = HEAD + ROW * len(rows), f"{self.kind}{self.dress.heading(catalogue)}"
        root = sheet(WIDE, CHARTS[self.dress.size].height or bottom + 16 + 14 * len(foot) + 12, heading)
        own = self.dress.standfirst
        for number, line in enumerate(wrapped(heading, WIDE - 2 * EDGE, size=20, bold=True)[: 1 if own else 2]):
            words(root, line, EDGE, 36 + 24 * number, bold=True, font_size=20)
        if own:
            said = fitted(self.dress.line(catalogue, self.claims), WIDE - 2 * EDGE, size=13)
            words(root, said, EDGE, 58, font_size=13, fill=QUIET)
        for at, label in marks:
            x = _x(at)
            words(root, label, x, HEAD - 8, font_size=11, fill=QUIET, text_anchor="middle")
            node(root, "line", x1=x, x2=x, y1=HEAD, y2=bottom, stroke=RULE)
        for number, claim in enumerate(rows):
            _told(root, described(catalogue, claim), HEAD + ROW * number)
        for number, line in enumerate(foot):
            words(root, line, EDGE, bottom + 24 + 14 * number, font_size=10.5, fill=QUIET)
        return root


def _told(root: Element, told: Described, top: float) -> None:
    """The words of a row, as on the page: figure and people, what they did and where; then who says so, and when."""
    room = LEFT - EDGE - 28
    words(root, fitted(told.counted, room, size=13, bold=True), EDGE, top + 16, bold=True, font_size=13)
    words(root, fitted(wording.sentence_case(told.deed), room, size=11.5), EDGE, top + 31, font_size=11.5)
    doubt, when = wording.sentence_case(told.doubt), told.when
    left = room - width(" · ".join(filter(None, (doubt, "", when))), size=11) - 12
    source = " · ".join(part for part in (doubt, fitted(told.said, left, size=11), when) if part)
    words(root, source, EDGE, top + 45, font_size=11, fill=QUIET)


@dataclass(frozen=True, slots=True)
class _Row:
    """A mark from one per cent of the plot to another, with an arrow at an open end (-1 low, 1 high)."""

    claim: Claim
    mark: Mark
    ends: tuple[float, float]
    open_end: int = 0


def _draw(root: Element, number: int, row: _Row) -> None:
    colour, y = PANELS[row.claim.panel], HEAD + ROW * number + ROW / 2
    own, guess = group(root, row.claim.id, row.mark), wording.guess(row.claim) is not None
    left, right = _x(row.ends[0]), _x(row.ends[1])
    if right - left > 1:
        spare = max(0.0, LEAST - (right - left)) / 2
        left, right = left - spare, right + spare
        node(own, "rect", x=left, y=y - 4.5, width=right - left, height=9, rx=4.5, **style_of(row.mark, colour))
        if row.mark.line is Line.STRUCK:
            strike(own, ((left + right) / 2, y), 5.5, colour)
        if guess:
            soft_box(own, (left - 8, y - 9, right + 8, y + 9), colour)
        return
    if row.open_end:
        tip, back = left + 34 * row.open_end, left + 28 * row.open_end
        path = f"M{left:.1f} {y}H{tip:.1f}M{back:.1f} {y - 5}L{tip:.1f} {y}L{back:.1f} {y + 5}"
        node(own, "path", d=path, fill="none", stroke=colour, stroke_width=2)
    dot(own, row.mark, (left, y), 5.5, colour)
    if guess:
        soft(own, left, y, 9.5, colour)


def _x(per_cent: float) -> float:
    return LEFT + (RIGHT - LEFT) * per_cent / 100
