"""Names that the gazetteer lacks, asked of a geocoding service where one is switched on; see ``nominatim.Settings``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Protocol

from geopy.distance import great_circle
from geopy.location import Location

from geo.errors import GeocoderError
from geo.model import Place, PlaceKind, Precision, Toponym
from geo.places.unknown import is_unknown

POINT_KM = 10.0
"""An answer whose box reaches no further than this from its middle is drawn as a point, a wider one as a circle."""


class Geocodes(Protocol):
    """A geocoder of this project: raises GeocoderError where it gets no answer, and gives None for no such place."""

    def geocode(self, query: str) -> Location | None: ...


@dataclass(slots=True)
class Service:
    """A geocoder, asked for what stayed unresolved; after one failure it is left alone for the rest of the run."""

    geocoder: Geocodes
    tell: Callable[[str], None]
    _silent: bool = field(default=False, init=False)

    def locate(self, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
        """``toponyms``, with an answer of the service where the gazetteer had none. A failure is told, never stored."""
        return tuple(self._located(it) if it.place is None or is_unknown(it.place) else it for it in toponyms)

    def _located(self, toponym: Toponym) -> Toponym:
        if self._silent:
            return toponym
        try:
            answer = self.geocoder.geocode(toponym.text)
        except GeocoderError as error:
            self._silent = True
            self.tell(f"not asked any further: {error}")
            return toponym
        if answer is None:
            return toponym
        return replace(toponym, place=_place(toponym.text, answer), why="a geocoding service's answer to the bare name")


def _place(name: str, answer: Location) -> Place:
    reach = _reach_km(answer)
    return Place(
        id=f"osm:{answer.raw.get('osm_type', 'x')}{answer.raw.get('osm_id', name)}",
        name=name,
        kind=PlaceKind.CITY,
        precision=Precision.POINT if reach <= POINT_KM else Precision.RADIUS,
        countries=(),
        lat=answer.latitude,
        lon=answer.longitude,
        source="OpenStreetMap contributors, through Nominatim",
        radius_km=None if reach <= POINT_KM else round(reach, 1),
        note=str(answer.address),
    )


def _reach_km(answer: Location) -> float:
    """From the middle of the answer's bounding box to its edges; 0 where it has none."""
    box = answer.raw.get("boundingbox")
    if not box:
        return 0.0
    south, north, west, east = map(float, box)
    middle = (south + north) / 2
    tall = great_circle((south, west), (north, west)).km
    wide = great_circle((middle, west), (middle, east)).km
    return float(hypot(tall, wide) / 2)
