"""The charts as captioned SVG: the strip of a panel and the timeline, on the scales of the page (geo.sheets)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from geo.dataset.query import Catalogue, Dated, in_panel, people
from geo.maps.figures import Stroke, stroke
from geo.model import Claim, Panel
from geo.sharing.picture.ink import (
    PANELS,
    QUIET,
    RULE,
    Style,
    as_svg,
    node,
    sheet,
    soft,
    soft_box,
    stroke_of,
    words,
    wrapped,
)
from geo.sharing.rows import CREDITS
from geo.sheets import chart, days
from geo.wording import claims as wording
from geo.wording import dates
from geo.wording.headline import title
from geo.wording.vocabulary import VERBS

WIDE, ROW, HEAD, EDGE = 1000, 42, 92, 24
"""Pixels: the picture's width, a row's height, the head with title and axis, the margin."""
LEFT, RIGHT = 330.0, 800.0
"""Where the plot begins and ends."""
MOST = 60
"""Rows of a picture; where there are more, the caption says so."""


def strip_picture(catalogue: Catalogue, shown: Sequence[Claim], panel: Panel) -> bytes:
    """One row a figure of ``panel``, on a log scale: dot a number, bar a range, arrow an open bound."""
    claims = in_panel(shown, panel)
    low, high = chart.scale(claims)
    marks = [(chart.position(10**mark, low, high), chart.tick(10**mark)) for mark in chart.ticks(low, high)]
    caption = f"Figures as printed, log scale. {wording.no_total(claims)}"
    root = _rows(catalogue, claims, marks, f"{panel.value.capitalize()}. {title(catalogue)}", caption)
    for number, claim in enumerate(claims[:MOST]):
        bounds = claim.quantity.low, claim.quantity.high
        ends = [chart.position(value, low, high) for value in bounds if value is not None]
        open_end = 1 if claim.quantity.high is None else -1 if claim.quantity.low is None else 0
        if ends:
            _draw(root, number, _Mark((ends[0], ends[-1]), claim.panel, stroke(claim), open_end, _guess(claim)))
    return as_svg(root)


def timeline_picture(catalogue: Catalogue, shown: Sequence[Claim]) -> bytes:
    """One row a figure of both panels on a date axis; hollow where only the day of the report is known."""
    known = [(claim, when) for claim in people(shown) if (when := catalogue.dated(claim)) is not None]
    claims = [claim for claim, _ in known]
    if not known:
        return as_svg(_rows(catalogue, [], [], title(catalogue), "No figure with a date."))
    first, last = min(when[1] for _, when in known), max(when[2] for _, when in known)
    ticks = days.ticks(first, last)
    marks = [(days.position(day, first, last), days.tick(day, ticks)) for day in ticks]
    caption = "When it happened. Hollow: no day of the event is given, and it stands at the day of the report."
    root = _rows(catalogue, claims, marks, f"Timeline. {title(catalogue)}", caption)
    for number, (claim, (kind, start, end)) in enumerate(known[:MOST]):
        ends = days.position(start, first, last), days.position(end, first, last)
        firm = Stroke.FILLED if kind is Dated.HAPPENED else Stroke.OUTLINE
        _draw(root, number, _Mark(ends, claim.panel, firm, guess=_guess(claims[number])))
    return as_svg(root)


def _rows(
    catalogue: Catalogue, claims: Sequence[Claim], marks: Sequence[tuple[float, str]], heading: str, caption: str
) -> Element:
    """The picture without its marks: title, axis, a row of words a figure, caption and credits."""
    rows = claims[:MOST]
    more = f" The first {MOST} of {len(claims):,} figures." if len(claims) > MOST else ""
    text = f"{caption}{more} {CREDITS} Dateline, data set {catalogue.collection.version}."
    foot = wrapped(text, WIDE - 2 * EDGE, size=10.5)
    bottom = HEAD + ROW * len(rows)
    root = sheet(WIDE, bottom + 16 + 14 * len(foot) + 12, heading)
    for number, line in enumerate(wrapped(heading, WIDE - 2 * EDGE, size=20, bold=True)[:2]):
        words(root, line, EDGE, 36 + 24 * number, bold=True, font_size=20)
    for at, label in marks:
        x = _x(at)
        words(root, label, x, HEAD - 8, font_size=11, fill=QUIET, text_anchor="middle")
        node(root, "line", x1=x, x2=x, y1=HEAD, y2=bottom, stroke=RULE)
    for number, claim in enumerate(rows):
        top = HEAD + ROW * number
        words(root, wording.figure(claim), EDGE, top + 17, bold=True, font_size=13)
        guess = wording.guess(claim)
        who = f"{wording.counted(claim, catalogue.adjectives)}, {VERBS[claim.action][2]}{f', {guess}' if guess else ''}"
        line, *rest = wrapped(who, LEFT - EDGE - 30, size=11)
        words(root, f"{line} …" if rest else line, EDGE, top + 32, font_size=11, fill=QUIET)
        date = dates.short_when(catalogue.dated(claim))
        words(root, date, WIDE - EDGE, top + 24, font_size=11, fill=QUIET, text_anchor="end")
    for number, line in enumerate(foot):
        words(root, line, EDGE, bottom + 24 + 14 * number, font_size=10.5, fill=QUIET)
    return root


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands in a row: from one per cent of the plot to another, an arrow at an open end (-1 low, 1 high)."""

    ends: tuple[float, float]
    panel: Panel
    stroke: Stroke
    open_end: int = 0
    guess: bool = False


def _guess(claim: Claim) -> bool:
    return wording.guess(claim) is not None


def _draw(root: Element, number: int, mark: _Mark) -> None:
    colour, y = PANELS[mark.panel], HEAD + ROW * number + ROW / 2
    left, right = _x(mark.ends[0]), _x(mark.ends[1])
    if right - left > 1:
        bar: Style = {"stroke": colour, "stroke_width": 8, "stroke_linecap": "round"}
        node(root, "line", x1=left, x2=right, y1=y, y2=y, **bar)
        if mark.guess:
            soft_box(root, (left - 8, y - 9, right + 8, y + 9), colour)
        return
    if mark.open_end:
        tip, back = left + 34 * mark.open_end, left + 28 * mark.open_end
        path = f"M{left:.1f} {y}H{tip:.1f}M{back:.1f} {y - 5}L{tip:.1f} {y}L{back:.1f} {y + 5}"
        node(root, "path", d=path, fill="none", stroke=colour, stroke_width=2)
    node(root, "circle", cx=left, cy=y, r=5.5, **stroke_of(mark.stroke, colour))
    if mark.guess:
        soft(root, left, y, 9.5, colour)


def _x(per_cent: float) -> float:
    return LEFT + (RIGHT - LEFT) * per_cent / 100
