"""How many figures each time has, and each order of magnitude, of more than a chart has rows for."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from xml.etree.ElementTree import Element

from geo import marks
from geo.maps.groups import Bar, Many, Shares
from geo.marks import Mark
from geo.model import Panel
from geo.sharing.picture.dress import CHARTS, PLAIN, Dress
from geo.sharing.picture.ink import PANELS, QUIET, RULE, as_svg, dot, node, sheet, width, words, wrapped
from geo.sharing.picture.many import credit
from geo.sharing.picture.page import TYPES, Type, foot, head
from geo.sheets import chart, days
from geo.wording import claims as wording

HIGH = 300.0
"""Pixels of the plot, where the picture is as high as what is in it."""
LEFT = 44.0
"""For the numbers at the left of the plot."""
CAPTION = "A bar counts the figures that begin in its time, not people."
OF_SIZE = "A bar counts figures, not people: those of at least as many as stand at its left, and fewer than the next."
FIRM = 0.85
"""How opaque a bar is, as a filled mark."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A bar from one share of the plot's width to another, with its number over it where that is ``told``."""

    start: float
    end: float
    shares: Shares
    told: bool = False


@dataclass(frozen=True, slots=True)
class _Chart:
    """What is drawn: the bars, and the words at shares of the width."""

    heading: str
    caption: str
    columns: Sequence[_Column]
    ticks: Sequence[tuple[float, str]]
    nothing: str

    @property
    def panels(self) -> Sequence[Panel]:
        return [panel for panel in Panel if any(column.shares.get(panel) for column in self.columns)]


def bars_picture(many: Many, dress: Dress = PLAIN) -> bytes:
    """A bar for each day, month, year or decade, the panels one on the other."""
    undated = f" {many.undated:,} without a date." if many.undated else ""
    heading = f"Timeline. {dress.title or many.heading}"
    columns, ticks = _times(many.bars)
    return _picture(many, dress, _Chart(heading, f"{CAPTION}{undated}", columns, ticks, "No figure with a date."))


def sizes_picture(many: Many, panel: Panel, dress: Dress = PLAIN) -> bytes:
    """A bar for each order of magnitude of a panel's figures."""
    found = [(it.power, it.shares[panel]) for it in many.sizes if it.shares[panel]]
    unsaid = many.shares[panel] - sum(count for _, count in found)
    without = f" {unsaid:,} without a number." if unsaid else ""
    own = f"{wording.number(many.shares[panel], 'figure')} by how many people they are"
    heading = f"{panel.value.capitalize()}. {dress.title or own}"
    nothing = f"No figure of {marks.PANELS[panel]} with a number."
    powers = range(found[0][0], found[-1][0] + 1) if found else range(0)
    counts = dict(found)
    columns = [
        _Column(nth / len(powers), (nth + 1) / len(powers), {panel: counts.get(power, 0)}, told=True)
        for nth, power in enumerate(powers)
    ]
    ticks = [(nth / len(powers), _least(power)) for nth, power in enumerate(powers)]
    return _picture(many, dress, _Chart(heading, f"{OF_SIZE}{without}", columns, ticks, nothing))


def _least(power: int) -> str:
    """Where a bar begins: figures are of so many people or more."""
    return chart.tick(10**power) if power >= 0 else "0"


def _picture(many: Many, dress: Dress, drawn: _Chart) -> bytes:
    kind, fixed = TYPES[dress.size], CHARTS[dress.size].height
    below = wrapped(f"{drawn.caption} {credit(many)}", kind.inside, size=kind.credit)
    high = fixed - kind.head - kind.below(below) - 30 if fixed else HIGH
    bottom = kind.head + high
    root = sheet(kind.wide, fixed or int(bottom + 30 + kind.below(below) + 12), drawn.heading)
    head(root, kind, drawn.heading, dress.standfirst or many.line)
    _legend(root, kind, drawn)
    if drawn.columns:
        _plot(root, kind, drawn, bottom, high)
    else:
        words(root, drawn.nothing, kind.edge, kind.head + 20, font_size=kind.deed)
    foot(root, kind, below, bottom + 24)
    return as_svg(root)


def _legend(root: Element, kind: Type, drawn: _Chart) -> None:
    """The colours that are there, over the plot at its right."""
    x = float(kind.wide - kind.edge)
    for panel in reversed(drawn.panels):
        said = marks.PANELS[panel]
        x -= width(said, size=kind.axis)
        words(root, said, x, kind.head - 8, font_size=kind.axis)
        x -= 10
        dot(root, Mark(), (x, kind.head - 12), 4, PANELS[panel])
        x -= 18


def _times(bars: Sequence[Bar]) -> tuple[list[_Column], list[tuple[float, str]]]:
    if not bars:
        return [], []
    first, last = bars[0].first, bars[-1].end
    span = (last - first).days
    columns = [_Column((bar.first - first).days / span, (bar.end - first).days / span, bar.shares) for bar in bars]
    ticks = [day for day in days.ticks(first, bars[-1].first) if day >= first]
    return columns, [((day - first).days / span, days.tick(day, ticks)) for day in ticks]


def _plot(root: Element, kind: Type, drawn: _Chart, bottom: float, high: float) -> None:
    left, right = kind.edge + LEFT, float(kind.wide - kind.edge)
    most = max(sum(column.shares.values()) for column in drawn.columns)
    tall = high - (26 if any(column.told for column in drawn.columns) else 12)
    for count in range(0, most + 1, _round(most)):
        y = bottom - tall * count / most
        node(root, "line", x1=left, x2=right, y1=y, y2=y, stroke=RULE)
        words(root, f"{count:,}", left - 6, y + 4, font_size=kind.axis, fill=QUIET, text_anchor="end")
    for column in drawn.columns:
        x, beyond = (left + (right - left) * share for share in (column.start, column.end))
        wide, y = max(1.0, beyond - x - min(2.0, (beyond - x) / 5)), bottom
        for panel in drawn.panels:
            if own := tall * column.shares.get(panel, 0) / most:
                y -= own
                node(root, "rect", x=x, y=y, width=wide, height=own, fill=PANELS[panel], fill_opacity=str(FIRM))
        if column.told:
            number = f"{sum(column.shares.values()):,}"
            words(root, number, x + wide / 2, y - 5, bold=True, font_size=kind.axis, text_anchor="middle")
    for share, said in drawn.ticks:
        x = left + (right - left) * share
        node(root, "line", x1=x, x2=x, y1=bottom, y2=bottom + 4, stroke=QUIET)
        words(root, said, x, bottom + 17, font_size=kind.axis, fill=QUIET)


def _round(most: int) -> int:
    """How many figures there are from one ruled line to the next: 1, 2 or 5 and zeros, for some four lines."""
    steps: list[int] = [front * 10**power for power in range(12) for front in (1, 2, 5)]
    return next(step for step in steps if ceil(most / step) <= 5)
