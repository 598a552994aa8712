"""The gazetteer as a geopy geocoder, with OpenStreetMap's Nominatim behind it where it is switched on."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.model import Place, PlaceKind
from geo.places.gazetteer import Candidate, Gazetteer
from geo.places.nominatim import PoliteNominatim, nominatim


class GazetteerGeocoder(Geocoder):  # type: ignore[misc] # geopy has no types
    """Names to locations from data/gazetteer.sqlite (GeoNames, CC BY 4.0; Natural Earth, public domain). No network.

    ``behind`` is asked for names that the gazetteer does not know.
    """

    def __init__(self, gazetteer: Gazetteer, *, behind: PoliteNominatim | None = None) -> None:
        super().__init__()
        self._gazetteer = gazetteer
        self._behind = behind

    def geocode(
        self, query: str, exactly_one: bool = True, *, limit: int | None = None, country_codes: str | None = None
    ) -> Location | list[Location] | None:
        """The location of a name, the likeliest first: "Paris", "Paris, Texas", "Gao, Mali".

        ``country_codes`` is an ISO 3166-1 alpha-2 code that the place must lie in. Answers a list where ``exactly_one``
        is False, and None where nothing is found. ``raw`` holds the place's id, kind, precision and source. Raises
        GeocoderError where a service was asked and did not answer.
        """
        name, *containers = [part.strip() for part in query.split(",") if part.strip()] or [""]
        found = [c for c in self._gazetteer.candidates(name) if c.place.lat is not None]
        if country_codes:
            found = [c for c in found if country_codes.upper() in c.place.countries]
        for container in containers:
            holders = {c.place.id for c in self._gazetteer.candidates(container)}
            found = [c for c in found if holders & set(self._gazetteer.parents(c))]
        provinces = {c.place.country for c in found if c.place.kind is PlaceKind.PROVINCE}

        def order(c: Candidate) -> tuple[bool, float, str]:
            """Likeliest first; a town comes before the province of its name: Paris before the department."""
            town = c.place.kind is PlaceKind.CITY and c.place.country in provinces
            return not c.main, -c.weight - town, c.place.id

        ranked = sorted(found, key=order)
        locations = [_location(c) for c in ranked]
        if not locations and self._behind is not None:
            answer = self._behind.geocode(query, country_codes=country_codes)
            locations = [answer] if answer is not None else []
        if exactly_one:
            return locations[0] if locations else None
        return locations[:limit] or None


def geocoder(gazetteer: Gazetteer, environment: Mapping[str, str]) -> GazetteerGeocoder:
    """The geocoder that the settings of ``environment`` ask for; see ``Settings``."""
    return GazetteerGeocoder(gazetteer, behind=nominatim(environment))


def _location(candidate: Candidate) -> Location:
    place = candidate.place
    raw: dict[str, Any] = asdict(place) | {"population": candidate.population, "weight": round(candidate.weight, 2)}
    return Location(_address(place), Point(place.lat, place.lon), raw)


def _address(place: Place) -> str:
    return ", ".join([place.name, *place.countries]) if place.countries else place.name
