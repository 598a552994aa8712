"""A collection made by hand about countries and towns all over the world, for tests of what such a view shows."""

from dataclasses import replace

from geo.dataset.store import Collection
from geo.model import Action, ClaimPlace, Place, PlaceKind, Precision, Reading, Role
from tests import hand_made as made

COUNTRIES = {
    "LY": ("Libya", 27.0, 17.3), "SD": ("Sudan", 15.6, 30.1), "TH": ("Thailand", 15.5, 101.1),
    "CN": ("China", 35.0, 103.0), "AF": ("Afghanistan", 33.8, 66.5), "VE": ("Venezuela", 7.2, -66.4),
    "UA": ("Ukraine", 49.4, 31.3), "TZ": ("Tanzania", -6.3, 34.9), "GB": ("United Kingdom", 53.9, -2.1),
    "CA": ("Canada", 60.3, -101.9), "DZ": ("Algeria", 28.2, 2.7),
    "NE": ("Niger", 17.3, 9.4), "SA": ("Saudi Arabia", 24.1, 44.5),
}  # fmt: skip
TOWNS = {
    "Tripoli": ("LY", 32.9, 13.2),
    "Misrata": ("LY", 32.4, 15.1),
    "Aleppo": ("SY", 36.2, 37.2),
    "Idlib": ("SY", 35.9, 36.6),
}


def places() -> list[Place]:
    areas = [
        Place(f"c:{code}", name, PlaceKind.COUNTRY, Precision.AREA, (code,), lat, lon, "Natural Earth")
        for code, (name, lat, lon) in COUNTRIES.items()
    ]
    towns = [
        Place(f"gn:{name}", name, PlaceKind.CITY, Precision.POINT, (code,), lat, lon, "GeoNames")
        for name, (code, lat, lon) in TOWNS.items()
    ]
    return areas + towns


def collection(times: int = 2) -> Collection:
    """Figures in countries and in towns of two, ``times`` at each."""
    claims = tuple(
        replace(made.FLED, id=f"{place.id} {time}", action=Action.PRESENT, places=(ClaimPlace(place, Role.AT),))
        for place in places()
        for time in range(times)
    )
    return Collection((Reading(made.DRILLS, (), tuple(replace(it, article=made.DRILLS.id) for it in claims)),))
