"""A small map of the world in a corner of a picture, with a frame around what the picture shows: where on Earth it is.

As on the page (geo/maps/browser/locator.js).
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from geo import measures
from geo.sharing.picture import ground
from geo.sharing.picture.frame import TILE, Frame
from geo.sharing.picture.ink import BORDER, INK, RULE, WATER, node
from geo.sharing.picture.room import Box

WIDE, HIGH = measures.LOCATOR
EDGE = 16.0
"""Pixels from the corner of the picture."""


def is_wanted(frame: Frame) -> bool:
    """A view of more degrees needs no telling where it is, and a low one has no room for it."""
    return 360 * frame.width / frame.scale <= measures.LOCATED and frame.height > 4 * HIGH


def corner(frame: Frame, points: Sequence[tuple[float, float]], taken: Box | None) -> Box | None:
    """A corner of the picture under which none of the figures at ``points`` lies, a lower one before an upper one, of
    those that are not ``taken``; None where figures lie under each of them."""
    left, right, top, bottom = EDGE, frame.width - EDGE - WIDE, EDGE, frame.height - EDGE - HIGH
    corners = [(x, y, x + WIDE, y + HIGH) for y in (bottom, top) for x in (right, left)]
    free = [box for box in corners if taken is None or not _meet(box, taken)]
    return next((box for box in free if not any(_holds(box, point) for point in points)), None)


def draw(root: Element, frame: Frame, box: Box) -> None:
    """The world in ``box``, and what of it ``frame`` shows."""
    left, top, *_ = box
    inner = node(root, "svg", x=left, y=top, width=WIDE, height=HIGH, viewBox=f"0 0 {WIDE:g} {HIGH:g}")
    small = Frame(WIDE, HIGH, 0.0, measures.LOCATOR_TOP / TILE, WIDE)
    node(inner, "rect", width=WIDE, height=HIGH, fill=WATER)
    ground.silhouette(inner, small, BORDER)
    x, y = frame.left + frame.width / frame.scale / 2, frame.top + frame.height / frame.scale / 2
    wide, high = (max(measures.LOCATOR_LEAST, length / frame.scale * WIDE) for length in (frame.width, frame.height))
    x, y = small.put(x % 1, y)
    node(
        inner,
        "rect",
        x=x - wide / 2,
        y=y - high / 2,
        width=wide,
        height=high,
        fill="none",
        stroke=INK,
        stroke_width=1.6,
    )
    node(root, "rect", x=left, y=top, width=WIDE, height=HIGH, rx=3, fill="none", stroke=RULE)


def _holds(box: Box, point: tuple[float, float]) -> bool:
    """Whether a symbol at ``point`` would lie under it."""
    reach = measures.LARGEST
    return box[0] - reach < point[0] < box[2] + reach and box[1] - reach < point[1] < box[3] + reach


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
