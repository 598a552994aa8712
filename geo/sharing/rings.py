"""Areas and borders of a file as rings and lines of positions (lon, lat), in degrees, and back to GeoJSON."""

from collections.abc import Sequence
from itertools import pairwise

from geo.dataset.store import Geometry

Position = tuple[float, float]
Ring = list[Position]


def polygons(geometry: Geometry) -> list[list[Ring]]:
    """The polygons of a (Multi)Polygon: each a list of rings, the outer one first."""
    parts = geometry["coordinates"]
    return [[_line(ring) for ring in it] for it in ([parts] if geometry["type"] == "Polygon" else parts)]


def lines(geometry: Geometry) -> list[Ring]:
    """The lines of a (Multi)LineString."""
    parts = geometry["coordinates"]
    return [_line(line) for line in ([parts] if geometry["type"] == "LineString" else parts)]


def area_of(parts: Sequence[Sequence[Ring]]) -> Geometry:
    """A Polygon, or of several a MultiPolygon."""
    return _whole("Polygon", [list(polygon) for polygon in parts])


def border_of(parts: Sequence[Ring]) -> Geometry:
    """A LineString, or of several a MultiLineString."""
    return _whole("LineString", list(parts))


def size(ring: Ring) -> float:
    """Signed area in square degrees; positive where the ring runs counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def inside(point: Position, ring: Ring) -> bool:
    """Whether a ring goes around a point (even-odd rule)."""
    x, y = point
    sides = ((a, b) for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y))
    return sum(x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] for a, b in sides) % 2 == 1


def _whole(kind: str, parts: list[list[Position]] | list[list[Ring]]) -> Geometry:
    if len(parts) == 1:
        return {"type": kind, "coordinates": parts[0]}
    return {"type": f"Multi{kind}", "coordinates": parts}


def _line(positions: Sequence[Sequence[float]]) -> Ring:
    return [(lon, lat) for lon, lat, *_ in positions]
