"""The legend of a picture: three round values, and only the marks that the picture shows."""

from collections.abc import Callable, Sequence
from math import inf, log10
from xml.etree.ElementTree import Element

from geo.maps.figures import MapView, Stroke
from geo.model import Panel
from geo.sharing.picture.ink import PANELS, PAPER, QUIET, RULE, Style, node, soft, stroke_of, width, words
from geo.sharing.picture.room import Box

KEYS = {Panel.TROOPS: "troops", Panel.DISPLACED: "displaced people", Panel.OTHER: "statements"}
INFERRED = "place inferred"
ROW = 18
"""Pixels from one key to the next."""
_DOTS: Style = {"stroke_dasharray": "0.1 5", "stroke_linecap": "round", "stroke_width": 2.2, "stroke": QUIET}


def draw(root: Element, view: MapView, values: Sequence[int], radius: Callable[[int | None], float]) -> Box:
    """Draw the legend at the lower left of ``root`` and return its box. ``values`` are those of the circles."""
    keys, sizes = _keys(view), round_values(values)
    reach = radius(max(sizes)) if sizes else 0.0
    beside = 2 * reach + 90 if sizes else 16
    high = max(ROW * len(keys), 2 * reach + 16 if sizes else 0) + 16
    wide = beside + max((width(name) for name, _ in keys), default=0) + 34
    left, top = 16.0, float(root.get("height", 0)) - high - 16
    node(root, "rect", x=left, y=top, width=wide, height=high, rx=3, fill=PAPER, stroke=RULE)
    base = top + high - 22
    above = -inf
    for value in sizes:
        r = radius(value)
        if base - 2 * r - above < ROW / 1.5:
            continue  # its number would stand on the one above
        above = base - 2 * r
        node(root, "circle", cx=left + 12 + reach, cy=base - r, r=r, fill="none", stroke=QUIET)
        words(root, f"{value:,}", left + 2 * reach + 24, above + 4, font_size=11)
    if sizes:
        words(root, "people, by area", left + 10, top + high - 7, font_size=10.5, fill=QUIET)
    for number, (name, style) in enumerate(keys):
        x, y = left + beside, top + ROW * (number + 1)
        if style:
            node(root, "circle", cx=x + 6, cy=y - 4, r=3.4 if name == INFERRED else 5, **style)
            if name == INFERRED:
                soft(root, x + 6, y - 4, 6.4, QUIET)
        else:
            node(root, "line", x1=x - 2, x2=x + 14, y1=y - 4, y2=y - 4, **_DOTS)
        words(root, name, x + 20, y)
    return left, top, left + wide, top + high


def _keys(view: MapView) -> list[tuple[str, Style]]:
    """What a mark means -> how it is drawn; no style for the dotted line."""
    panels = {figure.panel for figure in view.figures}
    strokes = {figure.stroke for figure in view.figures}
    keys = [(name, stroke_of(Stroke.FILLED, PANELS[panel])) for panel, name in KEYS.items() if panel in panels]
    if Stroke.OUTLINE in strokes:
        keys.append(("planned, pledged or capacity", stroke_of(Stroke.OUTLINE, QUIET)))
    if Stroke.DASHED in strokes:
        keys.append(("disputed, denied or withdrawn", stroke_of(Stroke.DASHED, QUIET)))
    if any(figure.probably for figure in view.figures):
        keys.append((INFERRED, stroke_of(Stroke.FILLED, QUIET)))
    if any(figure.dotted for figure in view.figures):
        keys.append(("crossing point not stated", {}))
    return keys


def round_values(values: Sequence[int]) -> list[int]:
    """Up to three round numbers (1, 2 or 5 and zeros) over the range of ``values``, the largest first."""
    if not values:
        return []
    steps = [front * 10**power for power in range(10) for front in (1, 2, 5)]
    high = max((step for step in steps if step <= max(values)), default=1)
    low = max((step for step in steps if step <= min(values)), default=1)
    middle = min(steps, key=lambda step: abs(log10(step) - (log10(high) + log10(low)) / 2))
    return sorted({high, middle, low}, reverse=True)
