"""GeoJSON (RFC 7946): a feature for each place of each claim, with the geometry that the article supports.

A point is a Point, a circle of stated radius a Polygon, an area a (Multi)Polygon, a border its (Multi)LineString. A
claim without a located place is one feature with a null geometry: nothing is put at a country's centre. The properties
are the columns of ``geo.sharing.rows`` with the place's own name, role, precision and position.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from geo.dataset.query import Catalogue
from geo.dataset.store import Geometry
from geo.maps.geometry import travel, wrap
from geo.model import Claim, ClaimPlace, Place, Precision
from geo.sharing.rows import Cell, Row, rows, trace_of

DIGITS = 5
"""Decimals of a degree: about a metre, finer than anything that an article says."""
CIRCLE_SIDES = 64

Feature = dict[str, Any]


def as_geojson(catalogue: Catalogue, shown: Sequence[Claim]) -> bytes:
    """A FeatureCollection of ``shown``, in its order."""
    features = [
        feature
        for claim, row in zip(shown, rows(catalogue, shown), strict=True)
        for feature in _features(claim, row, catalogue.collection.geometries)
    ]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


def _features(claim: Claim, row: Row, geometries: dict[str, Geometry]) -> Iterator[Feature]:
    drawn = [(used, geometry) for used in claim.places if (geometry := geometry_of(used.place, geometries)) is not None]
    for number, (used, geometry) in enumerate(drawn):
        yield {
            "type": "Feature",
            "id": f"{claim.id}-{number}",
            "geometry": geometry,
            "properties": {**row, **_place(used)},
        }
    if not drawn:
        yield {"type": "Feature", "id": f"{claim.id}-0", "geometry": None, "properties": {**row, "role": None}}


def _place(used: ClaimPlace) -> dict[str, Cell]:
    place = used.place
    return {
        "role": used.role.value,
        "place": place.name,
        "precision": place.precision.value,
        "latitude": place.lat,
        "longitude": place.lon,
        "radius_km": place.radius_km,
        **trace_of(used),
    }


def geometry_of(place: Place, geometries: dict[str, Geometry]) -> Geometry | None:
    """The geometry that stands for ``place``; None where it is not located."""
    if place.lat is None or place.lon is None or place.precision is Precision.UNLOCATED:
        return None
    if place.precision is Precision.POINT:
        return {"type": "Point", "coordinates": _position(place.lon, place.lat)}
    if place.precision is Precision.RADIUS and place.radius_km:
        ring = [
            travel((place.lat, place.lon), -turn * 360 / CIRCLE_SIDES, place.radius_km) for turn in range(CIRCLE_SIDES)
        ]
        # Longitudes run on over the antimeridian: a ring that jumped there would go around the world.
        return _polygons([[[[wrap(lon, place.lon), lat] for lat, lon in [*ring, ring[0]]]]])
    return _rounded(geometries[place.id]) if place.id in geometries else None


def _rounded(geometry: Geometry) -> Geometry:
    kind, parts = geometry["type"], geometry["coordinates"]
    match kind:
        case "Polygon":
            return _polygons([parts])
        case "MultiPolygon":
            return _polygons(parts)
        case "LineString":
            return {"type": kind, "coordinates": _line(parts)}
        case _:
            return {"type": kind, "coordinates": [_line(line) for line in parts]}


def _polygons(polygons: list[list[list[list[float]]]]) -> Geometry:
    """Rings as the standard has them: the outer one counter-clockwise, holes clockwise (RFC 7946, 3.1.6)."""
    turned = [[_turned(_line(ring), outer=number == 0) for number, ring in enumerate(rings)] for rings in polygons]
    if len(turned) == 1:
        return {"type": "Polygon", "coordinates": turned[0]}
    return {"type": "MultiPolygon", "coordinates": turned}


def _turned(ring: list[list[float]], *, outer: bool) -> list[list[float]]:
    doubled_area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return ring if (doubled_area > 0) is outer else ring[::-1]


def _line(line: list[list[float]]) -> list[list[float]]:
    return [_position(lon, lat) for lon, lat, *_ in line]


def _position(lon: float, lat: float) -> list[float]:
    return [round(lon, DIGITS), round(lat, DIGITS)]
