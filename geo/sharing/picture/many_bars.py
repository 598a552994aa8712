"""How many figures each time has, of more than a timeline has rows for."""

from collections.abc import Iterator
from math import ceil
from xml.etree.ElementTree import Element

from geo import marks
from geo.maps.groups import Bar, Many
from geo.marks import Mark
from geo.model import Panel
from geo.sharing.picture.dress import CHARTS, PLAIN, Dress
from geo.sharing.picture.ink import PANELS, QUIET, RULE, as_svg, dot, node, sheet, width, words, wrapped
from geo.sharing.picture.many import credit
from geo.sharing.picture.page import TYPES, Type, foot, head
from geo.sheets import days

HIGH = 300.0
"""Pixels of the plot, where the picture is as high as what is in it."""
LEFT = 44.0
"""For the numbers at the left of the plot."""
CAPTION = "A bar counts the figures that begin in its time, not people."
FIRM = 0.85
"""How opaque a bar is, as a filled mark."""


def bars_picture(many: Many, dress: Dress = PLAIN) -> bytes:
    """A bar for each day, month, year or decade, the panels one on the other."""
    kind, fixed = TYPES[dress.size], CHARTS[dress.size].height
    undated = f" {many.undated:,} without a date." if many.undated else ""
    below = wrapped(f"{CAPTION}{undated} {credit(many)}", kind.inside, size=kind.credit)
    high = fixed - kind.head - kind.below(below) - 30 if fixed else HIGH
    bottom = kind.head + high
    heading = f"Timeline. {dress.title or many.heading}"
    root = sheet(kind.wide, fixed or int(bottom + 30 + kind.below(below) + 12), heading)
    head(root, kind, heading, dress.standfirst or many.line)
    _legend(root, kind, many)
    if many.bars:
        _plot(root, kind, many, bottom, high)
    else:
        words(root, "No figure with a date.", kind.edge, kind.head + 20, font_size=kind.deed)
    foot(root, kind, below, bottom + 24)
    return as_svg(root)


def _legend(root: Element, kind: Type, many: Many) -> None:
    """The colours that are there, over the plot at its right."""
    x = float(kind.wide - kind.edge)
    for panel in reversed(list(_panels(many))):
        said = marks.PANELS[panel]
        x -= width(said, size=kind.axis)
        words(root, said, x, kind.head - 8, font_size=kind.axis)
        x -= 10
        dot(root, Mark(), (x, kind.head - 12), 4, PANELS[panel])
        x -= 18


def _panels(many: Many) -> Iterator[Panel]:
    return (panel for panel in Panel if any(bar.shares[panel] for bar in many.bars))


def _plot(root: Element, kind: Type, many: Many, bottom: float, high: float) -> None:
    first, last = many.bars[0].first, many.bars[-1].end
    left, right = kind.edge + LEFT, float(kind.wide - kind.edge)
    most = max(sum(bar.shares.values()) for bar in many.bars)
    line = _round(most)
    for count in range(0, most + 1, line):
        y = bottom - (high - 12) * count / most
        node(root, "line", x1=left, x2=right, y1=y, y2=y, stroke=RULE)
        words(root, f"{count:,}", left - 6, y + 4, font_size=kind.axis, fill=QUIET, text_anchor="end")
    span = (last - first).days

    def at(bar: Bar, *, end: bool) -> float:
        return left + (right - left) * ((bar.end if end else bar.first) - first).days / span

    for bar in many.bars:
        x, beyond = at(bar, end=False), at(bar, end=True)
        y = bottom
        for panel in _panels(many):
            tall = (high - 12) * bar.shares[panel] / most
            if tall:
                y -= tall
                wide = max(1.0, beyond - x - min(2.0, (beyond - x) / 5))
                node(root, "rect", x=x, y=y, width=wide, height=tall, fill=PANELS[panel], fill_opacity=str(FIRM))
    ticks = [day for day in days.ticks(first, many.bars[-1].first) if day >= first]
    for day in ticks:
        x = left + (right - left) * (day - first).days / span
        node(root, "line", x1=x, x2=x, y1=bottom, y2=bottom + 4, stroke=QUIET)
        words(root, days.tick(day, ticks), x, bottom + 17, font_size=kind.axis, fill=QUIET)


def _round(most: int) -> int:
    """How many figures there are from one ruled line to the next: 1, 2 or 5 and zeros, for some four lines."""
    steps: list[int] = [front * 10**power for power in range(12) for front in (1, 2, 5)]
    return next(step for step in steps if ceil(most / step) <= 5)
