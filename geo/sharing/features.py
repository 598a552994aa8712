"""GeoJSON (RFC 7946): one feature a claim, with the geometry that the article supports.

A movement is a LineString from place to place; else a claim is where it stands on the map: a point is a Point, a circle
of stated radius a Polygon, an area a (Multi)Polygon, a border its (Multi)LineString. Without a located place it has a
null geometry: nothing is put at a country's centre. The properties are the columns of ``geo.sharing.dictionary`` with
all its places in their roles.
"""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any, BinaryIO

import msgspec

from geo.dataset.query import Catalogue
from geo.dataset.store import Geometry
from geo.maps.arrows import movement
from geo.maps.geometry import travel, wrap
from geo.maps.standing import at, is_spot, spot
from geo.model import Claim, ClaimPlace, Place, Precision
from geo.sharing.dictionary import FIELDS
from geo.sharing.rows import Row, rows, trace_of

DIGITS = 5
"""Decimals of a degree: about a metre, finer than anything that an article says."""
CIRCLE_SIDES = 64

Feature = dict[str, Any]

ADDED = {
    "places": "every place of the claim with its role, id, countries, precision and position, and how it was found",
    "geometry_note": "what the geometry does not say: a line joins places, and its course is not stated",
}
"""Properties beside the columns of the tables."""


LINE_NOTE = "The line joins {ends}: its course between them is not stated."
LABEL_NOTE = "{name} is an area: the line ends at its label point, not where people went"


def as_geojson(catalogue: Catalogue, shown: Sequence[Claim]) -> bytes:
    """As ``write_geojson``."""
    written = BytesIO()
    write_geojson([(catalogue, shown)], written)
    return written.getvalue()


def write_geojson(parts: Iterable[tuple[Catalogue, Sequence[Claim]]], file: BinaryIO) -> None:
    """A FeatureCollection of the claims of all ``parts``, in their order, with the data dictionary as ``fields``."""
    fields = {field.name: field.about for field in FIELDS} | ADDED
    head = msgspec.json.encode({"type": "FeatureCollection", "name": "figures", "fields": fields, "features": []})
    file.write(head.removesuffix(b"]}"))
    between = b""
    for catalogue, shown in parts:
        geometries = catalogue.collection.geometries
        for claim, row in zip(shown, rows(catalogue, shown), strict=True):
            file.write(between + msgspec.json.encode(_feature(claim, row, geometries)))
            between = b","
    file.write(b"]}")


def _feature(claim: Claim, row: Row, geometries: Mapping[str, Geometry]) -> Feature:
    geometry, note = _drawn(claim, geometries)
    properties = {**row, "places": [_place(used) for used in claim.places], "geometry_note": note}
    return {"type": "Feature", "id": claim.id, "geometry": geometry, "properties": properties}


def _drawn(claim: Claim, geometries: Mapping[str, Geometry]) -> tuple[Geometry | None, str | None]:
    """The geometry of a claim and what has to be known of it: a movement is a line, all else the place it stands at."""
    moved = movement(claim, geometries)
    if moved is None:
        place = spot(claim, geometries)
        return (geometry_of(place, geometries), None) if place else (None, None)
    stops = [place for place in (moved.start, moved.via, moved.end) if place is not None]
    first = at(stops[0])[1]
    line = [_position(wrap(at(place)[1], first), at(place)[0]) for place in stops]
    areas = [place for place in stops if not is_spot(place)]
    notes = [LINE_NOTE.format(ends=" and ".join(place.name for place in (moved.start, moved.end)))]
    notes += [f"{LABEL_NOTE.format(name=place.name)}." for place in areas]
    return {"type": "LineString", "coordinates": line}, " ".join(notes)


def _place(used: ClaimPlace) -> dict[str, Any]:
    place = used.place
    return {
        "role": used.role.value,
        "place": place.name,
        "place_id": place.id,
        "countries": list(place.countries),
        "precision": place.precision.value,
        "latitude": place.lat,
        "longitude": place.lon,
        "radius_km": place.radius_km,
        **trace_of(used),
    }


def geometry_of(place: Place, geometries: Mapping[str, Geometry]) -> Geometry | None:
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
