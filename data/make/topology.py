"""Simplify areas that share borders so that they still share them: each stretch of border is simplified once.

Natural Earth draws two neighbours with the same vertices. A vertex with other than two neighbours is a node; rings are
cut at nodes into arcs, each arc is simplified (Douglas-Peucker), and rings are put together again.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from geo.places.geometry import Position, Ring, area

DIGITS = 3  # about 100 m


def thin(line: Sequence[Position], tolerance: float) -> Ring:
    """Douglas-Peucker: no dropped vertex lies further than the tolerance (degrees) from the line kept."""
    keep = [False] * len(line)
    keep[0] = keep[-1] = True
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (x1, y1), (x2, y2) = line[first], line[last]
        dx, dy = x2 - x1, y2 - y1
        norm = dx * dx + dy * dy
        worst, at = tolerance * tolerance, None
        for i in range(first + 1, last):
            x, y = line[i]
            part = ((x - x1) * dx + (y - y1) * dy) / norm if norm else 0.0
            part = 0.0 if part < 0 else min(part, 1.0)
            far = (x1 + part * dx - x) ** 2 + (y1 + part * dy - y) ** 2
            if far > worst:
                worst, at = far, i
        if at is not None:
            keep[at] = True
            stack += [(first, at), (at, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def rounded(line: Sequence[Position], digits: int = DIGITS) -> Ring:
    """Rounded coordinates without repeated vertices."""
    out: Ring = []
    for x, y in line:
        point = (round(x, digits), round(y, digits))
        if not out or out[-1] != point:
            out.append(point)
    return out


def simplified(areas: Sequence[list[list[Ring]]], tolerance: float) -> list[list[list[Ring]]]:
    """The polygons of each area, simplified together. Small rings get a finer tolerance so that they keep a shape."""
    exact = [[[rounded(ring, 6) for ring in polygon] for polygon in polygons] for polygons in areas]
    beside: dict[Position, set[Position]] = defaultdict(set)
    for polygons in exact:
        for polygon in polygons:
            for ring in polygon:
                for a, b in pairwise(ring):
                    beside[a].add(b)
                    beside[b].add(a)
    nodes = {point for point, others in beside.items() if len(others) != 2}
    arcs: dict[tuple[Position, ...], Ring] = {}

    def arc(line: Sequence[Position], fine: float) -> Ring:
        forward, back = tuple(line), tuple(reversed(line))
        key = min(forward, back)
        if key not in arcs:
            if key[0] == key[-1]:
                half = max(range(len(key)), key=lambda i: abs(key[i][0] - key[0][0]) + abs(key[i][1] - key[0][1]))
                found = thin(key[: half + 1], fine) + thin(key[half:], fine)[1:]
            else:
                found = thin(key, fine)
            arcs[key] = rounded(found)
        return arcs[key] if key == forward else arcs[key][::-1]

    def whole(ring: Ring) -> Ring:
        fine = min(tolerance, 0.05 * abs(area(ring)) ** 0.5)
        cuts = [i for i, point in enumerate(ring[:-1]) if point in nodes]
        start = cuts[0] if cuts else ring.index(min(ring[:-1]))
        turned = ring[start:-1] + ring[: start + 1]
        marks = [i for i, point in enumerate(turned) if point in nodes and i] if cuts else [len(turned) - 1]
        out: Ring = []
        for first, last in zip([0, *marks], marks, strict=False):
            out += arc(turned[first : last + 1], fine)[bool(out) :]
        return out

    def polygon_of(polygon: list[Ring]) -> list[Ring]:
        outer, *holes = [whole(ring) for ring in polygon if len(ring) > 3]
        return [outer, *(hole for hole in holes if len(hole) > 3)] if len(outer) > 3 else []

    return [
        [kept for polygon in polygons if len(polygon[0]) > 3 and (kept := polygon_of(polygon))] for polygons in exact
    ]
