"""Plane geometry on GeoJSON rings and lines: joining areas, joining lines, label points.

Coordinates here are GeoJSON positions (lon, lat) in degrees. Areas that share a border share its very vertices
(data/make/topology.py sees to that), so a union is found by dropping the edges that two areas have in common.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

Position = tuple[float, float]
Ring = list[Position]
Geometry = dict[str, Any]

# Slivers between areas whose common border is not drawn with the same vertices; square degrees.
SLIVER = 2e-4


def rings(geometry: Geometry) -> list[list[Ring]]:
    """The polygons of a Polygon or MultiPolygon: each a list of rings, the outer one first."""
    coordinates = geometry["coordinates"]
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    return [[[(p[0], p[1]) for p in ring] for ring in polygon] for polygon in polygons]


def lines(geometry: Geometry) -> list[Ring]:
    """The lines of a LineString or MultiLineString."""
    coordinates = geometry["coordinates"]
    return [
        [(p[0], p[1]) for p in line] for line in ([coordinates] if geometry["type"] == "LineString" else coordinates)
    ]


def multipolygon(polygons: Sequence[Sequence[Ring]]) -> Geometry:
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": list(polygons[0])}
    return {"type": "MultiPolygon", "coordinates": [list(polygon) for polygon in polygons]}


def multiline(parts: Sequence[Ring]) -> Geometry:
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": list(parts)}


def area(ring: Sequence[Position]) -> float:
    """Signed area in square degrees; positive where the ring runs anticlockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def inside(point: Position, ring: Sequence[Position]) -> bool:
    """Whether the point lies within the ring (even-odd rule; the ring itself counts to one side)."""
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def contains(geometry: Geometry, lat: float, lon: float) -> bool:
    """Whether a polygon geometry holds the point."""
    return any(sum(inside((lon, lat), ring) for ring in polygon) % 2 == 1 for polygon in rings(geometry))


def dissolve(geometries: Iterable[Geometry]) -> Geometry:
    """The union of polygon geometries that meet along shared vertices and do not overlap otherwise."""
    edges: dict[tuple[Position, Position], int] = defaultdict(int)
    for geometry in geometries:
        for polygon in rings(geometry):
            for number, ring in enumerate(polygon):
                turned = ring if (area(ring) > 0) == (number == 0) else ring[::-1]
                for a, b in pairwise(turned):
                    if edges[b, a] > 0:
                        edges[b, a] -= 1
                    elif a != b:
                        edges[a, b] += 1
    return _polygons(_chain([edge for edge, count in edges.items() if count > 0]))


def _chain(edges: Iterable[tuple[Position, Position]]) -> list[Ring]:
    """Closed rings out of directed edges."""
    after: dict[Position, list[Position]] = defaultdict(list)
    for a, b in edges:
        after[a].append(b)
    found = []
    for start in list(after):
        while after[start]:
            ring = [start]
            while after[ring[-1]]:
                ring.append(after[ring[-1]].pop())
                if ring[-1] == start:
                    break
            if ring[-1] == start and len(ring) > 3:
                found.append(ring)
    return found


def _polygons(found: Sequence[Ring]) -> Geometry:
    """Outer rings (anticlockwise) with the holes (clockwise) that lie in them; slivers are left out."""
    sized = sorted(((area(ring), ring) for ring in found), key=lambda pair: -pair[0])
    outer = [[ring] for size, ring in sized if size > SLIVER] or [[ring] for size, ring in sized[:1]]
    for size, hole in sized:
        if size < -SLIVER:
            holders = [polygon for polygon in outer if inside(hole[0], polygon[0])]
            if holders:
                holders[-1].append(hole)
    return multipolygon(outer)


def join(parts: Iterable[Sequence[Position]]) -> list[Ring]:
    """Lines joined end to end wherever exactly two ends meet."""
    pool: dict[int, Ring] = {number: list(part) for number, part in enumerate(parts) if len(part) > 1}
    ends: dict[Position, set[int]] = defaultdict(set)
    for number, line in pool.items():
        ends[line[0]].add(number)
        ends[line[-1]].add(number)
    for point in list(ends):
        meeting = sorted(ends[point])
        if len(meeting) != 2:
            continue
        first, second = pool[meeting[0]], pool.pop(meeting[1])
        first = first if first[-1] == point else first[::-1]
        second = second if second[0] == point else second[::-1]
        pool[meeting[0]] = first + second[1:]
        far = second[-1]
        ends[point] = set()
        ends[far].discard(meeting[1])
        ends[far].add(meeting[0])
    return list(pool.values())


def middle(parts: Sequence[Ring]) -> Position:
    """The vertex half way along the longest of the lines: a point to put a label on."""
    line = max(parts, key=length)
    half, gone = length(line) / 2, 0.0
    for a, b in pairwise(line):
        gone += length([a, b])
        if gone >= half:
            return b
    return line[-1]


def length(line: Sequence[Position]) -> float:
    """Length in degrees of latitude, with the narrowing of longitude towards the poles."""
    return sum(
        math.hypot((b[0] - a[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), b[1] - a[1]) for a, b in pairwise(line)
    )


def label(geometry: Geometry) -> Position:
    """A point well inside an area: the middle of the widest stretch along its middle latitudes."""
    ring = max((polygon[0] for polygon in rings(geometry)), key=lambda r: abs(area(r)))
    south, north = min(p[1] for p in ring), max(p[1] for p in ring)
    best: tuple[float, Position] = (-1.0, ring[0])
    for part in (0.5, 0.4, 0.6, 0.3, 0.7):
        y = south + (north - south) * part
        cuts = sorted(
            x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in pairwise(ring) if (y1 > y) != (y2 > y)
        )
        for west, east in zip(cuts[::2], cuts[1::2], strict=False):
            # Nearer to the middle wins unless another stretch is clearly wider.
            best = max(best, ((east - west) * (1 - abs(part - 0.5)), ((west + east) / 2, y)))
    return best[1]
