"""Claims, places and collections made by hand, for tests of what shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from geo.dataset.store import Collection, Geometry
from geo.model import (
    Action,
    Article,
    Basis,
    Claim,
    ClaimPlace,
    Place,
    PlaceKind,
    Population,
    Precision,
    Qualifier,
    Quantity,
    Reading,
    Role,
    Span,
)

_numbers = count(1)


def point(name: str, lat: float, lon: float, *countries: str) -> Place:
    return Place(f"at:{name}", name, PlaceKind.CITY, Precision.POINT, countries, lat, lon, "a test")


def circle(name: str, lat: float, lon: float, km: float) -> Place:
    return Place(f"near:{name}", name, PlaceKind.SITE, Precision.RADIUS, (), lat, lon, "a test", radius_km=km)


def area(name: str, lat: float, lon: float, *countries: str) -> Place:
    return Place(f"area:{name}", name, PlaceKind.COUNTRY, Precision.AREA, countries, lat, lon, "a test")


def line(name: str, lat: float, lon: float, *countries: str) -> Place:
    return Place(f"line:{name}", name, PlaceKind.BORDER, Precision.LINE, countries, lat, lon, "a test")


def nowhere(name: str, note: str | None = None) -> Place:
    return Place(f"no:{name}", name, PlaceKind.CITY, Precision.UNLOCATED, (), None, None, "a test", note=note)


def box(west: float, south: float, east: float, north: float) -> Geometry:
    """A rectangle as GeoJSON."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def claim(
    places: Iterable[tuple[Role, Place]], *, value: int | None = 1000, words: str = "1,000", **changes: Any
) -> Claim:
    quantity = Quantity(Span(0, len(words)), words, Qualifier.EXACTLY, value, value)
    made = Claim(
        id=f"claim{next(_numbers)}",
        article="article",
        span=Span(0, 5),
        sentence=Span(0, 20),
        quantity=quantity,
        counted="people",
        population=Population.TROOPS,
        basis=Basis.EVENT,
        action=Action.PRESENT,
        who=None,
        places=tuple(ClaimPlace(place, role) for role, place in places),
        happened=None,
        as_of=None,
        reported=date(2021, 7, 14),
        attribution=None,
        statuses=(),
        origin="a test",
    )
    return replace(made, **changes)


def collection(claims: Sequence[Claim], geometries: dict[str, Geometry] | None = None, **article: Any) -> Collection:
    text = "A sentence of twenty. " * 3
    of = Article("article", "a.txt", "0" * 64, text, "A title", "A paper", None, date(2021, 7, 14), None)
    reading = Reading(replace(of, **article), (), tuple(claims))
    return Collection((reading,), geometries=geometries or {}, version="0123456789ab")
