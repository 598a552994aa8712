"""Whose land a picture shows, by the ground's outlines of countries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product

from geo import measures
from geo.maps.geometry import holds
from geo.sharing.picture import clip, ground
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.room import Box

Span = tuple[float, float, float, float]


@cache
def _outlines() -> tuple[tuple[str, tuple[ground.Line, ...], Span], ...]:
    """Every country by its code, with the rings of its land and the box around them, in turns."""
    found = []
    for iso, rings in ground.level("world.json").countries:
        xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
        found.append((iso, rings, (min(xs), min(ys), max(xs), max(ys))))
    return tuple(found)


@cache
def _of(iso: str) -> tuple[tuple[str, tuple[ground.Line, ...], Span], ...]:
    return tuple(country for country in _outlines() if country[0] == iso)


@dataclass(frozen=True, slots=True)
class Lands:
    frame: Frame

    def home(self, point: clip.Point, among: Iterable[str] | None = None) -> str | None:
        """The code of the country that a pixel lies in; None at sea. ``among``: ask no others."""
        x, y = (self.frame.left + point[0] / self.frame.scale) % 1, self.frame.top + point[1] / self.frame.scale
        asked = _outlines() if among is None else chain.from_iterable(map(_of, among))
        for iso, rings, (left, top, right, bottom) in asked:
            if left < x < right and top < y < bottom and holds(rings, (x, y)):
                return iso
        return None

    def abroad(self, codes: Sequence[str], box: Box) -> int:
        """How many of nine points of ``box`` lie outside of these countries."""
        return sum(self.home(point, codes) is None for point in nine(box))

    def points(self) -> dict[str, list[clip.Point]]:
        """Pixels of the picture that lie in each country, every so many."""
        found: dict[str, list[clip.Point]] = defaultdict(list)
        every = measures.LANDS_EVERY
        for x, y in product(*(range(every // 2, int(side), every) for side in (self.frame.width, self.frame.height))):
            if home := self.home((x, y)):
                found[home].append((x, y))
        return found


def nine(box: Box) -> list[clip.Point]:
    """Corners and middle of a box, and what is between."""
    left, top, right, bottom = box
    return [(x, y) for x in (left, (left + right) / 2, right) for y in (top, (top + bottom) / 2, bottom)]
