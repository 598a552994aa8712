"""Outlines for a file: as fine as a page-wide map of the place needs, and no finer.

A claim about a whole country needs its shape, not its coast: at full detail the European Union alone has 170 kB, again
for each claim about it. Whoever needs the real outline joins one by ``countries`` or ``place_id``.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from geo.dataset.store import Geometry
from geo.sharing.rings import Position, Ring, area_of, border_of, inside, lines, polygons

AREA_SHARE, AREA_MOST = 1 / 300, 0.1
"""How far a simplified outline may be from the real one: the share of its largest part's longer side, and degrees."""
LINE_SHARE, LINE_MOST = 1 / 2000, 0.01
"""The same for a border: it is the real line, and stays finer."""
DIGITS = 3
"""Decimals of a degree that say as much as such outlines do: about a hundred metres."""


def simpler(geometry: Geometry) -> Geometry:
    """An area or a border with fewer corners; islands that are smaller than what is left out go, the largest stays. No
    outline of an area crosses itself or another of it, not even where that of the source does. Anything else as it is.
    """
    if geometry["type"].endswith("Polygon"):
        return area_of(_area(polygons(geometry)))
    if geometry["type"].endswith("LineString"):
        parts = lines(geometry)
        far = min(LINE_MOST, max(_side(part) for part in parts) * LINE_SHARE)
        return border_of([_fewer(part, far) for part in parts])
    return geometry


def _area(parts: Sequence[Sequence[Ring]]) -> list[list[Ring]]:
    largest = max(_side(polygon[0]) for polygon in parts)
    far = min(AREA_MOST, largest * AREA_SHARE)
    least = min(2 * far, largest)
    full = {
        (number, place): rounded
        for number, polygon in enumerate(parts)
        for place, ring in enumerate(polygon)
        if min(_side(polygon[0]), _side(ring)) >= least and len(rounded := _rounded(ring)) > 3
    }
    made = dict(zip(full, _apart_again(list(full.values()), far), strict=True))
    outer = [number for (number, place), ring in made.items() if place == 0 and ring is not None and len(ring) > 3]
    outer = [one for one in outer if not any(_in(made[one, 0], made[other, 0]) for other in outer if other != one)]
    return [[ring for (of, _), ring in made.items() if of == number and ring is not None] for number in outer]


def _apart_again(full: Sequence[Ring], far: float) -> list[Ring | None]:
    """The rings with fewer corners. Where sides would cross they get corners back, as long as they have any to get;
    then a ring is untangled, and of two the one with fewer corners goes: None."""
    corners = []
    for ring in full:
        half = max(range(len(ring)), key=lambda at: _apart(ring[at], ring[0]))
        kept = _corners(ring, 0, half, far) | _corners(ring, half, len(ring) - 1, far)
        if len(kept) < 4:  # a thin one, which would be a line
            kept.add(max(_worst(ring, 0, half), _worst(ring, half, len(ring) - 1))[1])
        corners.append(kept)
    while True:
        sides = [list(pairwise(sorted(kept))) for kept in corners]
        crossed = list(crossings([_of(ring, kept) for ring, kept in zip(full, corners, strict=True)]))
        back = {
            (ring, _worst(full[ring], *sides[ring][side])[1])
            for pair in crossed
            for ring, side in pair
            if sides[ring][side][1] - sides[ring][side][0] > 1
        }
        if not back:
            break
        for number, at in back:
            corners[number].add(at)
    lost = {
        min((len(corners[one]), one), (len(corners[other]), other))[1]
        for (one, _), (other, _) in crossed
        if one != other
    }
    return [
        None if number in lost else _untangled(_of(ring, kept))
        for number, (ring, kept) in enumerate(zip(full, corners, strict=True))
    ]


def _of(ring: Ring, kept: Iterable[int]) -> Ring:
    return [ring[at] for at in sorted(kept)]


def _untangled(ring: Ring) -> Ring:
    """A ring that crosses itself in the very source, without doing so: what lies between two crossing sides is gone
    around the other way, which is always shorter."""
    for _ in range(len(ring)):
        pair = next(crossings([ring]), None)
        if pair is None:
            break
        first, last = sorted(side for _, side in pair)
        ring = [*ring[: first + 1], *reversed(ring[first + 1 : last + 1]), *ring[last + 1 :]]
    return _without_spikes(ring)


def _without_spikes(ring: Ring) -> Ring:
    """Without corners that lie between their neighbours, or from which a side goes back on itself."""
    made: Ring = []
    for corner in ring:
        made.append(corner)
        while len(made) > 2 and _turn(*made[-3:]) == 0:
            del made[-2]
            if made[-2] == made[-1]:
                del made[-1]
    return made


def _fewer(line: Ring, far: float) -> Ring:
    line = _rounded(line)
    return [line[at] for at in sorted(_corners(line, 0, len(line) - 1, far))]


def _corners(line: Ring, first: int, last: int, far: float) -> set[int]:
    """Which points of a stretch stay, so that no other is further than ``far`` from it (Douglas and Peucker 1973)."""
    kept = {first, last}
    spans = [(first, last)]
    while spans:
        first, last = spans.pop()
        away, at = _worst(line, first, last)
        if away > far * far:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return kept


def _worst(line: Ring, first: int, last: int) -> tuple[float, int]:
    """How far, squared, the point between two others that is furthest from the stretch between them is, and which."""
    return max(((_off(line[at], line[first], line[last]), at) for at in range(first + 1, last)), default=(0.0, first))


def _off(point: Position, start: Position, end: Position) -> float:
    """The square of how far a point is from the stretch between two others."""
    along = end[0] - start[0], end[1] - start[1]
    length = along[0] ** 2 + along[1] ** 2
    way = (point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]
    share = max(0.0, min(1.0, way / length)) if length else 0.0
    return _apart(point, (start[0] + share * along[0], start[1] + share * along[1]))


def crossings(closed: Sequence[Ring]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Which sides of closed rings cross, each as (ring, side): from west to east, each with those that it may meet."""
    sides = sorted(
        (min(a[0], b[0]), max(a[0], b[0]), (ring, side), a, b)
        for ring, corners in enumerate(closed)
        for side, (a, b) in enumerate(pairwise(corners))
    )
    near: list[tuple[float, float, tuple[int, int], Position, Position]] = []
    for one in sides:
        near = [other for other in near if other[1] >= one[0]]
        _, _, (ring, side), a, b = one
        low, high = min(a[1], b[1]), max(a[1], b[1])
        for _, _, (its, number), c, d in near:
            if max(c[1], d[1]) < low or min(c[1], d[1]) > high:
                continue
            if ring == its and abs(side - number) in (1, len(closed[ring]) - 2):  # neighbours share a corner
                continue
            most = max(_turn(a, b, c) * _turn(a, b, d), _turn(c, d, a) * _turn(c, d, b))
            if most < 0 or (most == 0 and ring == its):  # islands may touch, a ring not itself
                yield (ring, side), (its, number)
        near.append(one)


def _turn(a: Position, b: Position, c: Position) -> float:
    turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (turn > 1e-12) - (turn < -1e-12)


def _in(small: Ring | None, large: Ring | None) -> bool:
    """Whether a ring lies in another, whose bay it was in before that lost corners."""
    return small is not None and large is not None and len(small) < len(large) and inside(small[0], large)


def _rounded(line: Ring) -> Ring:
    """With fewer decimals; a corner that falls on the one before it is one with it."""
    made = [(round(lon, DIGITS), round(lat, DIGITS)) for lon, lat in line]
    return [made[0], *(after for before, after in pairwise(made) if after != before)]


def _side(line: Ring) -> float:
    """The longer side of the box around a line, in degrees."""
    return max(max(it[axis] for it in line) - min(it[axis] for it in line) for axis in (0, 1))


def _apart(one: Position, other: Position) -> float:
    """The square of the distance, in square degrees."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
