"""Where a figure stands: the place among its places that says most about where people are; or nowhere, and why."""

from collections.abc import Iterable, Mapping

from geo.dataset.store import Geometry
from geo.maps import words
from geo.maps.geometry import Position
from geo.model import Claim, ClaimPlace, Place, Precision, Role
from geo.wording import deeds

Geometries = Mapping[str, Geometry]
"""Shapes by place id."""

_FINENESS = {Precision.POINT: 0, Precision.RADIUS: 0, Precision.LINE: 1, Precision.AREA: 2}


def drawable(place: Place, geometries: Geometries) -> bool:
    """Whether the map can show the place: it has a position, and a geometry where its precision asks for one."""
    if place.precision is Precision.UNLOCATED or place.lat is None or place.lon is None:
        return False
    return place.precision is not Precision.LINE or place.id in geometries


def finest(places: Iterable[Place], geometries: Geometries) -> Place | None:
    """The place that says most about where: a point or circle before a line before an area, else the first named."""
    located = [place for place in places if drawable(place, geometries)]
    return min(located, key=lambda place: _FINENESS[place.precision], default=None)


def in_role(claim: Claim, *roles: Role) -> list[Place]:
    return [used.place for used in claim.places if used.role in roles]


def spot(claim: Claim, geometries: Geometries) -> Place | None:
    """Where a figure without an arrow stands: where people are, else where they went or would go, else came from."""
    for roles in ((Role.AT, Role.NEAR), (Role.TO,), (Role.VIA,), (Role.FROM,)):
        if (found := finest(in_role(claim, *roles), geometries)) is not None:
            return found
    return None


def is_spot(place: Place) -> bool:
    return place.precision in (Precision.POINT, Precision.RADIUS)


def at(place: Place) -> Position:
    """The position of a place that is drawable."""
    if place.lat is None or place.lon is None:
        raise ValueError(f"{place.id} has no position")
    return place.lat, place.lon


INFERRED = "its place is inferred"
"""Why a claim is not on the map while inferred places are switched off."""


def inferred(claim: Claim, place: Place) -> ClaimPlace | None:
    """How ``claim`` uses ``place`` where it does so by inference only; None where the text says it once."""
    uses = [used for used in claim.places if used.place.id == place.id]
    return None if not uses or any(used.stated for used in uses) else uses[0]


def why_missing(claim: Claim, *, had: bool = False) -> str:
    """Why a claim is not on the map; ``had``: it has places, which are inferred and switched off."""
    if not claim.places:
        return INFERRED if had else words.cut(deeds.nowhere(claim), 200)
    names = ", ".join(dict.fromkeys(words.heading(used.place) for used in claim.places))
    notes = [used.place.note for used in claim.places if used.place.note]
    return words.cut(f"{names}: {notes[0] if notes else 'not found in the gazetteer'}", 160)
