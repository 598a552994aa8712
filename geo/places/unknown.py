"""A place that an article names and the gazetteer does not know: known by its printed name, without a position.

Where the article says in which place it lies, that place is its anchor.
"""

import re

from geo.model import Place, PlaceKind, Precision, Toponym
from geo.places.names import fold

_UNKNOWN = "unknown:"
NOTE = "the gazetteer does not know this name"


def unknown(toponym: Toponym) -> Place | None:
    """The place of an unresolved name that stands for a place; None where it stands for a people or a government."""
    key = _key(toponym.text)
    if toponym.place is not None or not toponym.literal or not key:
        return None
    return Place(
        f"{_UNKNOWN}{key}", toponym.text, PlaceKind.SITE, Precision.UNLOCATED, (), None, None, "the article's text",
        note=NOTE,
    )  # fmt: skip


def is_unknown(place: Place) -> bool:
    """Whether the gazetteer does not know ``place``, wherever the article says that it lies."""
    return place.id.startswith(_UNKNOWN)


def within(name: str, holding: Place) -> Place:
    """The unknown place of a name that lies in the place ``holding``."""
    tail = holding.id.partition(":")[2]
    return Place(
        f"{_UNKNOWN}{_key(name)}@{tail}", name, PlaceKind.SITE, Precision.UNLOCATED, holding.countries, None, None,
        "the article's text", anchor=holding.id,
        note=f"somewhere in {holding.name}: {NOTE}",
    )  # fmt: skip


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
