"""GeoJSON (RFC 7946): one feature a claim, with the geometry that the article supports.

A movement is a LineString from place to place; else a claim is where it stands on the map: a point is a Point, a circle
of stated radius a Polygon, an area a (Multi)Polygon, a border its (Multi)LineString, both with fewer corners than on
the map. Without a located place it has a null geometry: nothing is put at a country's centre. The properties are the
columns of ``geo.sharing.dictionary`` with all its places in their roles.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
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
"""Decimals of a degree of a point: about a metre, finer than anything that an article says."""
CIRCLE_SIDES = 64

Feature = dict[str, Any]

ADDED = {
    "places": "every place of the claim with its role, id, countries, precision and position, and how it was found",
    "geometry_note": "what the geometry does not say: a line joins places, and its course is not stated. Outlines are "
    "simplified, to a 300th of the size of an area: countries and place_id join finer ones",
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
    fields = {column.name: column.about for column in FIELDS} | ADDED
    head = msgspec.json.encode({"type": "FeatureCollection", "name": "figures", "fields": fields, "features": []})
    file.write(head.removesuffix(b"]}"))
    between = b""
    for catalogue, shown in parts:
        outlines = _Outlines(catalogue.collection.geometries)
        for claim, row in zip(shown, rows(catalogue, shown), strict=True):
            file.write(between + msgspec.json.encode(_feature(claim, row, outlines)))
            between = b","
    file.write(b"]}")


@dataclass(frozen=True)
class _Outlines:
    """Geometries by the id of their place, each made simpler once, when it is first asked for."""

    full: Mapping[str, Geometry]
    _made: dict[str, Geometry] = field(default_factory=dict)

    def of(self, place: Place) -> Geometry | None:
        if place.id in self.full and place.id not in self._made:
            from geo.sharing.simpler import simpler  # noqa: PLC0415 - shapely is for files with outlines alone

            self._made[place.id] = simpler(self.full[place.id])
        return self._made.get(place.id)


def _feature(claim: Claim, row: Row, outlines: _Outlines) -> Feature:
    geometry, note = _drawn(claim, outlines)
    properties = {**row, "places": [_place(used) for used in claim.places], "geometry_note": note}
    return {"type": "Feature", "id": claim.id, "geometry": geometry, "properties": properties}


def _drawn(claim: Claim, outlines: _Outlines) -> tuple[Geometry | None, str | None]:
    """The geometry of a claim and what has to be known of it: a movement is a line, all else the place it stands at."""
    moved = movement(claim, outlines.full)
    if moved is None:
        place = spot(claim, outlines.full)
        return (geometry_of(place, outlines.of(place)), None) if place else (None, None)
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


def geometry_of(place: Place, outline: Geometry | None = None) -> Geometry | None:
    """The geometry that stands for ``place``: of an area or a border its ``outline``; None where it is not located."""
    if place.lat is None or place.lon is None or place.precision is Precision.UNLOCATED:
        return None
    if place.precision is Precision.POINT:
        return {"type": "Point", "coordinates": _position(place.lon, place.lat)}
    if place.precision is Precision.RADIUS and place.radius_km:
        ring = [
            # Counter-clockwise, as the standard has outer rings (RFC 7946, 3.1.6).
            travel((place.lat, place.lon), -turn * 360 / CIRCLE_SIDES, place.radius_km)
            for turn in range(CIRCLE_SIDES)
        ]
        # Longitudes run on over the antimeridian: a ring that jumped there would go around the world.
        closed = [_position(wrap(lon, place.lon), lat) for lat, lon in [*ring, ring[0]]]
        return {"type": "Polygon", "coordinates": [closed]}
    return outline


def _position(lon: float, lat: float) -> tuple[float, float]:
    return round(lon, DIGITS), round(lat, DIGITS)
