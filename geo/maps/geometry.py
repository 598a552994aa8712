"""Positions on the globe, as far as the map needs them: (lat, lon) in degrees, WGS 84; distances in kilometres."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, log, pi, radians, sin
from typing import Any

EARTH_KM = 6371.0
MERCATOR_ENDS = 85.05
"""Degrees of latitude."""
Position = tuple[float, float]
Bounds = tuple[Position, Position]


def wrap(lon: float, centre: float) -> float:
    """The longitude equal to ``lon`` that is within 180 degrees of ``centre``; it may lie outside -180..180."""
    return lon + 360 * round((centre - lon) / 360)


def world(lat: float, lon: float) -> tuple[float, float]:
    """The position on the Web Mercator map of the world, 0 to 1 from its north-western corner."""
    sine = sin(radians(max(-MERCATOR_ENDS, min(MERCATOR_ENDS, lat))))
    return (lon + 180) / 360, 0.5 - log((1 + sine) / (1 - sine)) / (4 * pi)


def bearing(start: Position, end: Position) -> float:
    """Initial bearing from ``start`` to ``end`` in degrees, 0 north, 90 east."""
    lat1, lat2 = radians(start[0]), radians(end[0])
    turn = radians(end[1] - start[1])
    east = sin(turn) * cos(lat2)
    north = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(turn)
    return degrees(atan2(east, north)) % 360


def travel(start: Position, direction: float, km: float) -> Position:
    """The point ``km`` away from ``start`` along the bearing ``direction`` (degrees)."""
    lat, turn, arc = radians(start[0]), radians(direction), km / EARTH_KM
    end = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(turn))
    east = atan2(sin(turn) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(end))
    return degrees(end), wrap(start[1] + degrees(east), 0)


def distance(a: Position, b: Position) -> float:
    """Kilometres between two near points (equirectangular; good to 1 % within 500 km away from the poles)."""
    east = radians(wrap(b[1], a[1]) - a[1]) * cos(radians((a[0] + b[0]) / 2))
    return EARTH_KM * hypot(east, radians(b[0] - a[0]))


def nearest(lines: Iterable[Sequence[Position]], point: Position) -> Position:
    """The position on the lines that is nearest to ``point`` (as exact as ``distance``). Raises ValueError for none."""
    lat, lon = point
    shrink = cos(radians(lat))

    def on_side(a: Position, b: Position) -> Position:
        a_lon = wrap(a[1], lon)
        north, east = b[0] - a[0], (wrap(b[1], a_lon) - a_lon) * shrink
        length = north * north + east * east
        along = ((lat - a[0]) * north + (lon - a_lon) * shrink * east) / length if length else 0.0
        share = max(0.0, min(1.0, along))
        return a[0] + share * north, a_lon + share * (wrap(b[1], a_lon) - a_lon)

    sides = (side for line in lines for side in pairwise(line))
    return min((on_side(a, b) for a, b in sides), key=lambda position: distance(point, position))


def outlines(geometry: dict[str, Any]) -> Iterator[list[Position]]:
    """Every line or ring of a GeoJSON geometry as (lat, lon)."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    match kind:
        case "LineString":
            yield [(y, x) for x, y, *_ in coordinates]
        case "MultiLineString" | "Polygon":
            for line in coordinates:
                yield [(y, x) for x, y, *_ in line]
        case "MultiPolygon":
            for polygon in coordinates:
                for ring in polygon:
                    yield [(y, x) for x, y, *_ in ring]


def holds(rings: Iterable[Sequence[Position]], point: Position) -> bool:
    """Whether the point is inside (even-odd rule over all rings)."""
    lat, lon = point
    inside = False
    for ring in rings:
        a_lat, a_lon = ring[-1]
        for b_lat, b_lon in ring:
            if (a_lat > lat) != (b_lat > lat) and lon < a_lon + (lat - a_lat) * (b_lon - a_lon) / (b_lat - a_lat):
                inside = not inside
            a_lat, a_lon = b_lat, b_lon
    return inside


def bounds(positions: Sequence[Position]) -> Bounds:
    """((south, west), (north, east)) of the narrowest window around the positions; across the antimeridian ``east`` is
    above 180. Raises ValueError where there are none."""
    lons = sorted(lon % 360 for _, lon in positions)
    gaps = [(following - lon, following) for lon, following in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    gap, west = max(gaps)
    west = wrap(west, 0)
    lats = [lat for lat, _ in positions]
    return (min(lats), west), (max(lats), west + 360 - gap)
