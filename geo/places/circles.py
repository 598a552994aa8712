"""Places given by distance: "near Termez", "outside Kharkiv", "20 km from the border", "15 miles north of Mosul".

"Near" is drawn as a circle of ``NEAR_KM``, "outside" and "on the outskirts of" as one of ``OUTSIDE_KM``; a stated
distance is the circle's radius. Where a direction is stated too, the circle is moved that far that way and its radius
is a quarter of the distance, at least ``LEAST_KM``.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.lexicon.numerals import SMALL, TENS
from geo.model import Place, PlaceKind, Precision
from geo.places.regions import direction
from geo.places.scene import Resolved

if TYPE_CHECKING:
    from spacy.tokens import Doc

NEAR_KM = 15.0
OUTSIDE_KM = 10.0
LEAST_KM = 5.0
KM = {"km": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0, "kms": 1.0,
      "mile": 1.609, "miles": 1.609, "mi": 1.609}  # fmt: skip
_WORDS = {"near": NEAR_KM, "nearby": NEAR_KM, "outside": OUTSIDE_KM}
_PHRASES = (("close", "to"), ("outskirts", "of"), ("vicinity", "of"))
BEARINGS = {"north": 0, "north-east": 45, "east": 90, "south-east": 135, "south": 180, "south-west": 225, "west": 270,
            "north-west": 315}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GLUED = re.compile(r"(\d+(?:\.\d+)?)-?(km|miles?)", re.IGNORECASE)


def circles(number: int, doc: "Doc", named: Sequence[Resolved]) -> Iterator[Resolved]:
    """The circles of passage ``number``, around the places of ``named``."""
    for resolved in named:
        if resolved.place is None or not resolved.literal:
            continue
        found = _before(doc, resolved.first)
        if found is None:
            continue
        first, km, side, stated = found
        if resolved.place.kind is PlaceKind.BORDER and not stated:
            continue  # "near the border" has no width of its own: the line is drawn
        place = circle(resolved.place, km, side)
        if place is not None:
            words = doc[first : resolved.last].text
            yield Resolved(number, first, resolved.last, replace(place, name=words), True, "distance given in the text")


def circle(anchor: Place, km: float, side: str | None = None) -> Place | None:
    """The circle of ``km`` around a point, moved to a side; a border keeps its line. None for areas."""
    code = f"near:{anchor.id}:{km:.0f}" + (f":{side}" if side else "")
    if anchor.kind is PlaceKind.BORDER:
        note = f"within {km:.0f} km of the line"
        return replace(anchor, id=code, anchor=anchor.id, radius_km=km, note=note)
    if anchor.precision not in (Precision.POINT, Precision.RADIUS) or anchor.lat is None or anchor.lon is None:
        return None
    lat, lon, radius = anchor.lat, anchor.lon, km
    if side in BEARINGS:
        angle = math.radians(BEARINGS[side])
        lat += km * math.cos(angle) / 111.2
        lon += km * math.sin(angle) / (111.2 * max(0.05, math.cos(math.radians(lat))))
        radius = max(LEAST_KM, float(round(km / 4)))
    note = f"circle of {radius:.0f} km: the text gives no finer place"
    return replace(anchor, id=code, precision=Precision.RADIUS, lat=round(lat, 4), lon=round(lon, 4), radius_km=radius,
                   anchor=anchor.id, note=note)  # fmt: skip


def _before(doc: "Doc", first: int) -> tuple[int, float, str | None, bool] | None:
    """(first token, kilometres, side, whether the text states the distance) of what stands before a name, or None."""
    at = first - 1
    while at >= 0 and doc[at].lower_ in ("the", "city", "town", "village"):
        at -= 1
    if at < 0:
        return None
    word = doc[at].lower_
    if word in _WORDS:
        stated = _distance(doc, at - 1)
        return (*stated, None, True) if stated else (at, _WORDS[word], None, False)
    if at and (doc[at - 1].lower_, word) in _PHRASES:
        return at - 1, OUTSIDE_KM if doc[at - 1].lower_ == "outskirts" else NEAR_KM, None, False
    if word in ("from", "of", "to", "outside"):
        side = direction(doc[at - 1].text) if at else None
        if side:
            stated = _distance(doc, at - 2 - (2 if at > 2 and doc[at - 2].text == "-" else 0))
            return (*stated, side, True) if stated else None
        stated = _distance(doc, at - 1 - (1 if at and doc[at - 1].lower_ == "away" else 0)) if word == "from" else None
        return (*stated, None, True) if stated else None
    return None


def _distance(doc: "Doc", at: int) -> tuple[int, float] | None:
    """(first token, kilometres) of a distance that ends at token ``at``: "20 km", "15 miles", "20km", "(12 miles)"."""
    if at >= 0 and doc[at].text == ")":
        while at >= 0 and doc[at].text != "(":
            at -= 1
        at -= 1
    if at < 0:
        return None
    glued = _GLUED.fullmatch(doc[at].text)
    if glued:
        return at, float(glued[1]) * KM[glued[2].lower()]
    unit = KM.get(doc[at].lower_.rstrip("."))
    if unit and at and _NUMBER.fullmatch(doc[at - 1].text):
        return at - 1, float(doc[at - 1].text.replace(",", "")) * unit
    if unit and at and (spelled := (SMALL | TENS).get(doc[at - 1].lower_)) is not None:
        return at - 1, spelled * unit
    return None
