"""A place that an article names and the gazetteer does not know: known by its printed name, without a position."""

import re

from geo.model import Place, PlaceKind, Precision, Toponym
from geo.places.names import fold

NOTE = "the gazetteer does not know this name"


def unknown(toponym: Toponym) -> Place | None:
    """The place of an unresolved name that stands for a place; None where it stands for a people or a government."""
    key = re.sub(r"[^a-z0-9]+", "-", fold(toponym.text)).strip("-")
    if toponym.place is not None or not toponym.literal or not key:
        return None
    return Place(
        f"unknown:{key}", toponym.text, PlaceKind.SITE, Precision.UNLOCATED, (), None, None, "the article's text",
        note=NOTE,
    )  # fmt: skip
