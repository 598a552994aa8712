"""Lines and rings for the basemap: shared edges, simplifying, clipping, packing.

A point is (x, y) in whole units of 1e-5 degree of longitude and latitude, so that the same corner of two provinces is
the same key. A ring is closed: its last point joins its first and is not repeated.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

Point = tuple[int, int]
Line = list[Point]
Box = tuple[int, int, int, int]
UNIT = 100_000
"""Units to a degree."""


def points(coordinates: Iterable[Any]) -> Line:
    """GeoJSON positions as points, without repeats."""
    line: Line = []
    for x, y, *_ in coordinates:
        point = (round(x * UNIT), round(y * UNIT))
        if not line or line[-1] != point:
            line.append(point)
    return line


def rings(geometry: dict[str, Any] | None) -> Iterator[Line]:
    """Every ring of a Polygon or MultiPolygon, holes too: they are filled by the even-odd rule."""
    if geometry is None:
        return
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        for ring in polygon:
            line = points(ring)
            if line[0] == line[-1]:
                line.pop()
            if len(line) > 2:
                yield line


def lines(geometry: dict[str, Any] | None) -> Iterator[Line]:
    """Every line of a LineString or MultiLineString."""
    if geometry is None:
        return
    parts = [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]
    yield from (line for line in map(points, parts) if len(line) > 1)


def edges(ring: Line) -> Iterator[tuple[Point, Point]]:
    """The sides of a ring, each with its smaller end first: the same side of two neighbours is equal."""
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        yield (a, b) if a < b else (b, a)


def chains(sides: Iterable[tuple[Point, Point]]) -> Iterator[Line]:
    """Join sides end to end into the longest lines between corners where not exactly two sides meet.

    A closed line without such a corner comes back with its first point repeated at the end.
    """
    near: dict[Point, list[Point]] = defaultdict(list)
    for a, b in sides:
        near[a].append(b)
        near[b].append(a)
    done: set[tuple[Point, Point]] = set()
    corners = [point for point, others in near.items() if len(others) != 2]
    for start in (*corners, *near):
        for step in near[start]:
            if (start, step) in done:
                continue
            line = [start, step]
            while len(near[line[-1]]) == 2 and line[-1] != start:
                first, second = near[line[-1]]
                line.append(second if first == line[-2] else first)
            done.update(pairwise(line))
            done.update(pairwise(reversed(line)))
            yield line


def simplify(line: Line, tolerance: int) -> Line:
    """The line with at most ``tolerance`` units between it and any point left out (Douglas and Peucker 1973).

    Both ends stay. A closed line is first cut at the point farthest from its start.
    """
    if len(line) < 3:
        return line
    keep = [False] * len(line)
    keep[0] = keep[-1] = True
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, at = 0.0, 0
        for i in range(first + 1, last):
            px, py = line[i][0] - ax, line[i][1] - ay
            along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
            gap = (px - along * dx) ** 2 + (py - along * dy) ** 2
            if gap > worst:
                worst, at = gap, i
        if worst > tolerance * tolerance:
            keep[at] = True
            spans += [(first, at), (at, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def box(line: Line) -> Box:
    """(west, south, east, north)."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)


def extent(line: Line) -> tuple[int, int]:
    """(width, height) in units."""
    west, south, east, north = box(line)
    return east - west, north - south


def holds(ring: Line, point: Point) -> bool:
    """Whether the point is inside the ring (even-odd rule)."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip([ring[-1], *ring[:-1]], ring, strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def clip_ring(ring: Line, window: Box) -> Line:
    """The part of a ring inside ``window``, closed along its sides (Sutherland and Hodgman 1974)."""
    west, south, east, north = window
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        cut: Line = []
        for a, b in zip([ring[-1], *ring[:-1]], ring, strict=True) if ring else ():
            a_in, b_in = (a[axis] - bound) * sign >= 0, (b[axis] - bound) * sign >= 0
            if a_in != b_in:
                cut.append(_cross(a, b, axis, bound))
            if b_in:
                cut.append(b)
        ring = cut
    return ring


def clip_line(line: Line, window: Box) -> Iterator[Line]:
    """The stretches of a line inside ``window``."""
    west, south, east, north = window
    parts = [line]
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        parts = [piece for part in parts for piece in _half(part, axis, bound, sign)]
    yield from parts


def _half(line: Line, axis: int, bound: int, sign: int) -> Iterator[Line]:
    piece: Line = []
    for i, point in enumerate(line):
        inside = (point[axis] - bound) * sign >= 0
        if i and inside != ((line[i - 1][axis] - bound) * sign >= 0):
            piece.append(_cross(line[i - 1], point, axis, bound))
            if not inside:
                yield piece
                piece = []
        if inside:
            piece.append(point)
    if len(piece) > 1:
        yield piece


def _cross(a: Point, b: Point, axis: int, bound: int) -> Point:
    share = (bound - a[axis]) / (b[axis] - a[axis])
    other = round(a[1 - axis] + share * (b[1 - axis] - a[1 - axis]))
    return (bound, other) if axis == 0 else (other, bound)


def pack(line: Line, step: int) -> list[int]:
    """Whole multiples of ``step`` units: first point, then differences, x and y in turn: [x0, y0, dx1, dy1, ...]."""
    flat: list[int] = []
    x = y = 0
    for point in line:
        to_x, to_y = round(point[0] / step), round(point[1] / step)
        if flat and (to_x, to_y) == (x, y):
            continue
        flat += [to_x - x, to_y - y]
        x, y = to_x, to_y
    return flat
