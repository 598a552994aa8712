"""Parts of a country by direction: "northern Mali", "the north of Niger", "the country's eastern provinces".

The part is drawn as provinces. A country's extent is that of its main land; "north" is the provinces whose label point
lies in the northern third of it, "north-east" those in the northern and eastern halves and beyond the two-thirds mark
between the south-west and north-east corners, "central" those in the middle third both ways. Where no province lies so
far out, the outermost one stands for the part.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.model import Place, PlaceKind, Precision
from geo.places.gazetteer import Gazetteer
from geo.places.geometry import Geometry, area, dissolve, label, rings

if TYPE_CHECKING:
    from spacy.tokens import Doc

DIRECTIONS = ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west", "central")
_ADJECTIVE = re.compile(r"(north|south)?-?(east|west)?(?:ern(?:most)?|erly)?|central", re.IGNORECASE)
_PARTS = frozenset("part parts province provinces region regions area areas half district districts".split())
THIRD = 1 / 3
TOWN_KM = 10.0
"""The circle for a part of a town, which has no outline here."""


def direction(word: str) -> str | None:
    """ "northern", "North-East", "southeastern" as one of ``DIRECTIONS``; None for any other word."""
    match = _ADJECTIVE.fullmatch(word)
    if not match or not word:
        return None
    if word.lower() == "central":
        return "central"
    found = "-".join(part.lower() for part in match.groups() if part)
    return found or None


def adjective(side: str) -> str:
    """ "north-east" as "northeastern"."""
    return side if side == "central" else f"{side.replace('-', '')}ern"


@lru_cache(maxsize=256)  # to join provinces takes 10 ms
def region(parent: Place, side: str, gazetteer: Gazetteer) -> Place:
    """The part of ``parent`` on one side. Only countries have parts with an outline of their own."""
    code = f"region:{parent.id.split(':', 1)[1]}-{side}"
    name = f"{adjective(side)} {parent.name}"
    if parent.kind is PlaceKind.COUNTRY and (members := provinces(parent.countries[0], side, gazetteer)):
        shape = dissolve(s for p in members if (s := gazetteer.geometry(p.id)))
        lon, lat = label(shape)
        note = "drawn as the provinces " + ", ".join(p.name for p in members)
        return Place(code, name, PlaceKind.REGION, Precision.AREA, parent.countries, round(lat, 4), round(lon, 4),
                     "Natural Earth", anchor=parent.id, note=note)  # fmt: skip
    if parent.precision is Precision.POINT:
        return Place(code, name, PlaceKind.REGION, Precision.RADIUS, parent.countries, parent.lat, parent.lon,
                     parent.source, TOWN_KM, parent.id, f"a part of {parent.name}, drawn as a circle")  # fmt: skip
    return Place(code, name, PlaceKind.REGION, parent.precision, parent.countries, parent.lat, parent.lon,
                 parent.source, parent.radius_km, parent.id, f"a part of {parent.name}, drawn whole")  # fmt: skip


def provinces(country: str, side: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The provinces on one side of a country; see the module for the rule."""
    land = extent(country, gazetteer)
    found = gazetteer.provinces(country)
    if land is None or len(found) < 2:
        return ()
    placed = []
    for province in found:
        x, y = land.at(province)
        if -0.05 <= x <= 1.05 and -0.05 <= y <= 1.05:
            placed.append((_outwards(x, y, side), province))
    if not placed:
        return ()
    far = [province for out, province in placed if out >= 1 - THIRD]
    return tuple(far) or (max(placed, key=lambda pair: (pair[0], pair[1].id))[1],)


@dataclass(frozen=True, slots=True)
class Extent:
    """The bounds of a country's main land, degrees."""

    west: float
    south: float
    east: float
    north: float

    def at(self, place: Place) -> tuple[float, float]:
        """How far east and north a place lies in it: 0 at the western and southern edge, 1 at the other."""
        lon, lat = place.lon or 0.0, place.lat or 0.0
        return (lon - self.west) / (self.east - self.west), (lat - self.south) / (self.north - self.south)


@lru_cache(maxsize=256)
def extent(country: str, gazetteer: Gazetteer) -> Extent | None:
    """The bounds of the main land of a country (code); None where it has no outline."""
    outline = gazetteer.geometry(f"country:{country}")
    if outline is None:
        return None
    main = max((polygon[0] for polygon in rings(outline)), key=lambda ring: abs(area(ring)))
    across, up = [p[0] for p in main], [p[1] for p in main]
    return Extent(min(across), min(up), max(across), max(up))


def _outwards(x: float, y: float, side: str) -> float:
    """How far towards a side a point lies: 0 at the opposite side, 1 at the outer edge; x and y run from 0 to 1."""
    if side == "central":
        return 1 - max(abs(x - 0.5), abs(y - 0.5)) * 2 + THIRD if max(abs(x - 0.5), abs(y - 0.5)) <= THIRD / 2 else 0.0
    towards = {"north": y, "south": 1 - y, "east": x, "west": 1 - x}
    parts = [towards[part] for part in side.split("-")]
    return sum(parts) / len(parts) if min(parts) >= 0.5 else 0.0


def outline(place: Place, gazetteer: Gazetteer) -> Geometry | None:
    """The geometry of a region made by ``region``."""
    if place.anchor is None:
        return None
    side = place.id.rsplit("-", 2) if place.id.endswith(("-east", "-west")) else place.id.rsplit("-", 1)
    wanted = "-".join(side[1:])
    while wanted and wanted not in DIRECTIONS:
        wanted = wanted.split("-", 1)[1] if "-" in wanted else ""
    country = place.countries[0] if place.anchor.startswith("country:") else None
    members = provinces(country, wanted, gazetteer) if country and wanted else ()
    if members:
        return dissolve(s for p in members if (s := gazetteer.geometry(p.id)))
    return gazetteer.geometry(place.anchor)


@dataclass(frozen=True, slots=True)
class Part:
    """The tokens of a phrase that names a part of a place, and the side."""

    first: int
    last: int
    side: str


def part(doc: "Doc", first: int, last: int) -> Part | None:
    """The phrase that the name at tokens ``first`` to ``last`` (exclusive) stands in, if it is a part of the place."""
    return _named_before(doc, first, last) or _named_after(doc, first, last)


def _named_before(doc: "Doc", first: int, last: int) -> Part | None:
    """ "Northern X", "the north of X", "the northern provinces of X", "northern parts of X"."""
    at = first - 1
    if at >= 0 and doc[at].lower_ == "the":
        at -= 1
    if at >= 0 and (side := direction(doc[at].text)):
        start, side = _joined(doc, at, side)
        return Part(start, last, side)
    if at < 1 or doc[at].lower_ != "of":
        return None
    at -= 1
    pieces = doc[at].lower_ in _PARTS and at >= 1
    at -= pieces
    if not (side := direction(doc[at].text)):
        return None
    start, side = _joined(doc, at, side)
    # "North of Mosul" lies outside it; "the north of Mosul" and "northern parts of Mosul" inside.
    inside = pieces or (start > 0 and doc[start - 1].lower_ == "the")
    return Part(start, last, side) if inside else None


def _named_after(doc: "Doc", first: int, last: int) -> Part | None:
    """ "X's north", "X's northern provinces"."""
    if last + 1 >= len(doc) or doc[last].lower_ not in ("'s", "’s", "'", "’"):
        return None
    side = direction(doc[last + 1].text)
    if side is None:
        return None
    end = last + 2
    if end < len(doc) and doc[end].lower_ in _PARTS:
        return Part(first, end + 1, side)
    alone = doc[last + 1].pos_ in ("NOUN", "PROPN") and doc[last + 1].dep_ != rel.COMPOUND
    return Part(first, end, side) if alone else None


def _joined(doc: "Doc", at: int, side: str) -> tuple[int, str]:
    """A side printed as three tokens or two, "north", "-", "eastern" or "South", "West"; "far" before it too."""
    if at >= 2 and doc[at - 1].text == "-":
        first = direction(doc[at - 2].text)
        if f"{first}-{side}" in DIRECTIONS:
            at, side = at - 2, f"{first}-{side}"
    elif at and f"{direction(doc[at - 1].text)}-{side}" in DIRECTIONS:
        at, side = at - 1, f"{direction(doc[at - 1].text)}-{side}"
    far = at > 0 and doc[at - 1].lower_ == "far"
    return at - far, side
