"""Room for words: what is taken of a picture, and the best box among those that would do."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from math import hypot

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
GAP = 3.0
"""Pixels between two boxes."""
SQUARE = 48
"""Pixels of the squares by which boxes are found again."""
SOLID, SHAFT, THIN = 8.0, 5.0, 3.0
"""How bad it is to cover a pixel: of a symbol or of words; of an arrow; of another line, which shows on both sides
again."""


class Room:
    """What is taken of a picture of ``width`` x ``height`` pixels."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._taken: dict[tuple[int, int], list[tuple[Box, float]]] = defaultdict(list)

    def take(self, box: Box, weight: float = SOLID) -> None:
        """Mark ``box`` as taken, in every square of the picture that it touches; outside of it nothing is."""
        left, top, right, bottom = box
        if right < 0 or bottom < 0 or left > self.width or top > self.height:
            return
        seen = max(left, 0.0), max(top, 0.0), min(right, self.width), min(bottom, self.height)
        for square in _squares(seen):
            self._taken[square].append((box, weight))

    def first_free(self, boxes: Iterable[Box]) -> Box | None:
        """The first of ``boxes`` that is inside the picture and on nothing; it is then taken."""
        return self._taking(next((box for box in boxes if self._inside(box) and not self._covered(box)), None))

    def best(
        self, boxes: Iterable[Box], x: float, y: float, strange: Callable[[Box], float] = lambda _: 0.0
    ) -> Box | None:
        """The box inside the picture that covers nothing but lines, fewest of these, and is nearest to (x, y); None
        where there is none. ``strange`` is what it costs to stand where a box is, in square pixels of lines."""
        free = (box for box in boxes if self._inside(box) and not self._covered(box, SOLID))

        def cost(box: Box) -> float:
            return self._covered(box) + 25 * apart(box, x, y) + strange(box)

        return self._taking(min(free, key=cost, default=None))

    def clear(
        self, boxes: Iterable[Box], x: float, y: float, strange: Callable[[Box], float] = lambda _: 0.0
    ) -> Box | None:
        """As ``best``, of the boxes that cover no arrow either."""
        return self.best((box for box in boxes if not self._covered(box, SHAFT)), x, y, strange)

    def has(self, boxes: Iterable[Box]) -> bool:
        """Whether one of ``boxes`` covers nothing but lines."""
        return any(self._inside(box) and not self._covered(box, SOLID) for box in boxes)

    def crossed(self, points: Iterable[tuple[float, float]], least: float) -> int:
        """How many of ``points`` lie on what is no lighter than ``least``."""
        return sum(self._covered((x - 1, y - 1, x + 1, y + 1), least) > 0 for x, y in points)

    def _taking(self, box: Box | None) -> Box | None:
        if box is not None:
            self.take(box)
        return box

    def _inside(self, box: Box) -> bool:
        left, top, right, bottom = box
        return left >= 4 and top >= 4 and right <= self.width - 4 and bottom <= self.height - 4

    def _covered(self, box: Box, least: float = 0.0) -> float:
        others = {other for square in _squares(box) for other in self._taken.get(square, ()) if other[1] >= least}
        return sum(weight * _shared(box, other) for other, weight in others)


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    columns = range(int((box[0] - GAP) // SQUARE), int((box[2] + GAP) // SQUARE) + 1)
    rows = range(int((box[1] - GAP) // SQUARE), int((box[3] + GAP) // SQUARE) + 1)
    return product(columns, rows)


def apart(box: Box, x: float, y: float) -> float:
    """Pixels from (x, y) to the box; 0 inside."""
    left, top, right, bottom = box
    return hypot(max(left - x, x - right, 0), max(top - y, y - bottom, 0))


def around(x: float, y: float, wide: float, high: float, reach: float) -> list[Box]:
    """Boxes beside a symbol of radius ``reach``: right, left, above, below, the corners, then farther off."""
    found: list[Box] = []
    for away in (reach + 6, reach + 16, reach + 26, reach + 36):
        for dx, dy in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -0.6), (1, 0.6), (-1, -0.6), (-1, 0.6)):
            left = x + dx * away - wide * (1 - dx) / 2
            top = y + dy * away - high * (1 - max(-1, min(1, dy * 2))) / 2
            found.append((left, top, left + wide, top + high))
    return found


def _shared(a: Box, b: Box) -> float:
    """Square pixels that two boxes share, the gap between boxes counted in."""
    across = min(a[2], b[2]) - max(a[0], b[0]) + GAP
    return across * down if across > 0 and (down := min(a[3], b[3]) - max(a[1], b[1]) + GAP) > 0 else 0.0
