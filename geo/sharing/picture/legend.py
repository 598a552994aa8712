"""The legend of a picture: three round values, and only the marks that the picture shows."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log10
from xml.etree.ElementTree import Element

from geo import marks
from geo.maps.figures import Figure, Form, MapView
from geo.marks import Fill, Line, Mark
from geo.model import Panel, Place, Precision
from geo.sharing.picture.arrows import bundled
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import PANELS, PAPER, QUIET, RULE, Style, dot, node, soft, style_of, width, words
from geo.sharing.picture.room import Box

FIRM = Mark()
ROW = 18
"""Pixels from one key to the next."""
_DOTS: Style = {"stroke_dasharray": "0.1 5", "stroke_linecap": "round", "stroke_width": 2.2, "stroke": QUIET}


CORNER = (400, 280)
"""Pixels of a corner that a legend may take."""


class Stand(StrEnum):
    """Where a legend stands: in a corner of the map, a lower one unless it says "top", or in a strip of its own."""

    LEFT = "left"
    RIGHT = "right"
    TOP_LEFT = "top left"
    TOP_RIGHT = "top right"
    STRIP = "strip"


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend: its words, and the mark in the colour of a panel (None: grey) as circle, arrow or both."""

    words: str
    mark: Mark = FIRM
    panel: Panel | None = None
    circle: bool = False
    arrow: bool = False
    dotted: bool = False
    ring: bool = False
    inferred: bool = False
    counted: bool = False
    several: bool = False
    open: bool = False
    """Of arrows: none of them has a crossing point, so that their shafts are dotted."""


def emptier(frame: Frame, points: Sequence[tuple[float, float]]) -> Stand:
    """The corner under which fewest of ``points`` lie, a lower one before an upper one: the legend stands there."""
    wide, high = CORNER

    def under(*, right: bool, upper: bool) -> int:
        beside = ((frame.width - x if right else x, y if upper else frame.height - y) for x, y in points)
        return sum(x < wide and y < high for x, y in beside)

    corners = {
        Stand.LEFT: under(right=False, upper=False),
        Stand.RIGHT: under(right=True, upper=False),
        Stand.TOP_LEFT: under(right=False, upper=True),
        Stand.TOP_RIGHT: under(right=True, upper=True),
    }
    return min(corners, key=corners.__getitem__)


def seen(picture: Element) -> frozenset[str]:
    """The classes of the marks that are drawn in a picture; a ring or a number has none of those it stands for."""
    return frozenset(str(one.get("data-mark")) for one in picture.iter() if one.get("data-mark"))


def keys(view: MapView, drawn: frozenset[str] | None = None, ringed: Collection[Panel] = ()) -> list[Key]:
    """What the marks of ``view`` mean, those that are ``drawn`` (None: all): colours, those of rings (``ringed``) too,
    then kinds, then lines, then places."""
    figures = view.figures
    own = [it for it in figures if drawn is None or it.mark.classes in drawn]
    found = [
        _panel(panel, figures, own, ringed)
        for panel in Panel
        if panel in ringed or any(it.panel is panel for it in figures)
    ]
    for kind, said in marks.WORDS.items():
        of_kind = [it for it in own if kind in (it.mark.fill, it.mark.line)]
        if of_kind:
            shown = Mark(line=kind) if isinstance(kind, Line) else Mark(kind)
            is_open = all(it.dotted for it in of_kind)
            found.append(Key(said, shown, circle=_circled(of_kind), arrow=not _circled(of_kind), open=is_open))
    if any(figure.probably for figure in figures):
        found.append(Key(marks.INFERRED, circle=True, inferred=True))
    if any(figure.path and not figure.dotted for figure in figures):
        found.append(Key(marks.MOVED, arrow=True))
    if any(figure.dotted for figure in figures):
        found.append(Key(marks.NO_CROSSING, dotted=True))
    standing = {figure.place for figure in figures}
    if any(place.id in standing and _ringed(place) for place in view.places):
        found.append(Key(marks.SOMEWHERE, ring=True))
    if any(bundle.tagged for bundle in bundled(view)):
        found.append(Key(marks.COUNT, counted=True))
    return found


def _panel(panel: Panel, figures: Sequence[Figure], drawn: Sequence[Figure], ringed: Collection[Panel]) -> Key:
    """The colour of a panel, with a fill that is there; what stands for several is filled."""
    own = [figure for figure in figures if figure.panel is panel]
    fills = {Fill.FILLED} if panel in ringed else {figure.mark.fill for figure in drawn if figure.panel is panel}
    fill = next((fill for fill in Fill if fill in fills), Fill.FILLED)
    circled = panel in ringed or _circled(own)
    return Key(marks.PANELS[panel], Mark(fill), panel, circle=circled, arrow=not circled)


def _circled(figures: Sequence[Figure]) -> bool:
    return any(figure.form is not Form.ARROW for figure in figures)


def _ringed(place: Place) -> bool:
    return place.precision is Precision.RADIUS


def draw(  # noqa: PLR0913 - what the view does not know
    root: Element,
    view: MapView,
    values: Sequence[int],
    radius: Callable[[int | None], float],
    stand: Stand = Stand.LEFT,
    *,
    ringed: Collection[Panel] = (),
    drawn: frozenset[str] | None = None,
) -> Box:
    """Draw the legend of ``view`` into a corner of ``root`` and return its box; ``values`` are those of the circles;
    ``ringed``: the panels of the rings with the number of several figures; ``drawn``: see ``keys``."""
    listed = keys(view, drawn, ringed)
    if ringed:
        listed.append(Key(marks.SEVERAL, several=True))
    return table(root, listed, stand, values, radius)


def table(
    root: Element,
    listed: Sequence[Key],
    stand: Stand,
    values: Sequence[int] = (),
    radius: Callable[[int | None], float] = lambda _: 0.0,
) -> Box:
    """``listed`` in a corner of ``root``, with three of ``values`` as circles; its box."""
    sizes = round_values(values)
    reach = radius(max(sizes)) if sizes else 0.0
    high = ROW * len(listed) + (2 * reach + 40 if sizes else 16)
    wide = max((width(key.words) for key in listed), default=0) + 56
    left = float(root.get("width", 0)) - wide - 16 if stand in (Stand.RIGHT, Stand.TOP_RIGHT) else 16.0
    top = 16.0 if stand in (Stand.TOP_LEFT, Stand.TOP_RIGHT) else float(root.get("height", 0)) - high - 16
    node(root, "rect", x=left, y=top, width=wide, height=high, rx=3, fill=PAPER, stroke=RULE)
    base = top + high - 22
    circles = _apart(sizes, radius)
    for value in circles:
        r = radius(value)
        # A line leads from the top of each to its number, which stands beside the middle of one alone.
        at = base - 2 * r if len(circles) > 1 else base - r
        node(root, "circle", cx=left + 12 + reach, cy=base - r, r=r, fill="none", stroke=QUIET)
        if len(circles) > 1:
            ends = left + 2 * reach + 21
            node(root, "line", x1=left + 12 + reach, x2=ends, y1=at, y2=at, stroke=QUIET, stroke_width=0.6)
        # The smallest circle stands for all figures below its own.
        least = "up to " if r < radius(0) + 1 and min(values) < value else ""
        words(root, f"{least}{value:,}", left + 2 * reach + 24, at + 4, font_size=11)
    if sizes:
        words(root, "people, by area", left + 10, top + high - 7, font_size=10.5, fill=QUIET)
    for number, key in enumerate(listed):
        x, y = left + 16, top + ROW * (number + 1)
        _draw(root, key, x + 9, y - 4)
        words(root, key.words, x + 26, y)
    return left, top, left + wide, top + high


def _apart(sizes: Sequence[int], radius: Callable[[int | None], float]) -> list[int]:
    """Those of ``sizes``, the largest first, whose numbers do not stand on the one above."""
    found: list[int] = []
    for value in sizes:
        if not found or 2 * (radius(found[-1]) - radius(value)) >= ROW / 1.5:
            found.append(value)
    return found


def _draw(root: Element, key: Key, x: float, y: float) -> None:
    colour = PANELS[key.panel] if key.panel else QUIET
    if key.circle:
        dot(root, key.mark, (x, y), 3.4 if key.inferred else 5, colour)
    if key.inferred:
        soft(root, x, y, 6.4, colour)
    if key.ring:
        node(root, "circle", cx=x, cy=y, r=6, fill="none", stroke=QUIET, stroke_dasharray="3 2.5")
    if key.counted:
        node(root, "circle", cx=x, cy=y, r=6.5, fill=PAPER, stroke=QUIET, stroke_width=1.2)
        words(root, "9", x, y + 3.4, bold=True, font_size=9, text_anchor="middle")
    if key.several:
        node(root, "circle", cx=x, cy=y, r=5.5, fill=PAPER, stroke=QUIET, stroke_width=3)
        words(root, "9", x, y + 3.2, bold=True, font_size=8.5, text_anchor="middle")
    if key.dotted:
        node(root, "line", x1=x - 11, x2=x + 9, y1=y, y2=y, **_DOTS)
    if key.arrow:
        shaft = marks.DOTTED if key.open else key.mark.shaft
        dashes: Style = {"stroke_dasharray": shaft, "stroke_linecap": "round"} if shaft else {}
        node(root, "line", x1=x - 11, x2=x + 4, y1=y, y2=y, stroke=colour, stroke_width=2.4, **dashes)
        points = f"{x + 11:.1f},{y:.1f} {x + 3:.1f},{y - 4:.1f} {x + 3:.1f},{y + 4:.1f}"
        node(root, "polygon", points=points, **style_of(key.mark, colour))


def round_values(values: Sequence[int]) -> list[int]:
    """Up to three round numbers (1, 2 or 5 and zeros) over the range of ``values``, the largest first."""
    if not values:
        return []
    steps = [front * 10**power for power in range(10) for front in (1, 2, 5)]
    high = max((step for step in steps if step <= max(values)), default=1)
    low = max((step for step in steps if step <= min(values)), default=1)
    middle = min(steps, key=lambda step: abs(log10(step) - (log10(high) + log10(low)) / 2))
    return sorted({high, middle, low}, reverse=True)
