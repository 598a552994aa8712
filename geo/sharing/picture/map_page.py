"""The page of a map: its head, its foot with all credits, and between them the map and what stands beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from geo.sharing.picture.dress import Paper
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import QUIET, clipped, node, sheet, words, wrapped
from geo.sharing.picture.page import line_below, title_size

HEAD, EDGE = 78, 24
"""Pixels of the head with the title, and of the margin."""
CREDIT, CREDIT_LINE, CREDIT_AT = 10.5, 13, 15
"""Size and lines of the foot, and where its first one stands below the map."""
LINES = range(2, 9)
"""Of a foot: the least, so that most maps have the same height, to the most."""


@dataclass(frozen=True, slots=True)
class MapPage:
    """``inner`` is drawn on through ``frame``; a legend stands in ``strip``, on the map where there is none."""

    root: Element
    inner: Element
    strip: Element | None
    frame: Frame


def map_page(
    paper: Paper, heading: str, line: str, look: Callable[[int, int], Frame], foot: Callable[[Frame], str]
) -> MapPage:
    """``look`` gives what is seen on a map so wide and high, ``foot`` the words below that. They are written whole:
    what they take of the height, the map has not."""
    room, wide = paper.width - 2 * EDGE, paper.width - paper.beside
    root = sheet(paper.width, paper.height, heading)
    _head(root, room, heading, line)
    for lines in LINES:
        high = paper.height - HEAD - CREDIT_AT - CREDIT_LINE * lines - 3
        frame = look(wide, high)
        written = wrapped(foot(frame), room, size=CREDIT)
        if len(written) <= lines:
            break
    inner = node(root, "svg", x=0, y=HEAD, width=wide, height=high, viewBox=f"0 0 {wide} {high}")
    strip = node(root, "svg", x=wide, y=HEAD, width=paper.beside, height=high) if paper.beside else None
    for number, words_ in enumerate(written[:lines]):
        words(root, words_, EDGE, HEAD + high + CREDIT_AT + number * CREDIT_LINE, font_size=CREDIT, fill=QUIET)
    return MapPage(root, inner, strip, frame)


def _head(root: Element, room: float, heading: str, line: str) -> None:
    """The title, on two smaller lines where it does not fit on one, and the line below it."""
    size, bases, below = 18.0, [24, 46], 66
    if one := title_size(heading, room, 24, size):
        size, bases, below = one, [36], 60
    for text, base in zip(clipped(heading, room, len(bases), size=size, bold=True), bases, strict=False):
        words(root, text, EDGE, base, font_size=size, bold=True)
    words(root, line_below(line, room, 13), EDGE, below, font_size=13, fill=QUIET)
