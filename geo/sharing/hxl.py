"""The table with HXL hashtags below its heads (HXL 1.1), as the Humanitarian Data Exchange (HDX) reads it.

Hashtags are of the standard's core, where ``#affected`` is a number; an attribute says which of several columns it is.
A column that the standard has no hashtag for is ``#meta`` with its own name.
"""

from collections.abc import Mapping, Sequence

from geo.sharing.dictionary import FIELDS
from geo.sharing.rows import Row

TAGS: Mapping[str, str] = {
    "figure": "#meta+figure+text",
    "qualifier": "#meta+qualifier",
    "low": "#affected+num+min",
    "high": "#affected+num+max",
    "counted": "#group+counted",
    "population": "#group+type",
    "panel": "#group+category",
    "basis": "#meta+basis",
    "action": "#event+type",
    "who": "#group+name",
    "at": "#loc+at+list",
    "near": "#loc+near+list",
    "from": "#loc+origin+list",
    "via": "#loc+via+list",
    "to": "#loc+dest+list",
    "place": "#loc+name",
    "precision": "#loc+precision",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "radius_km": "#geo+radius+km",
    "happened_first": "#date+occurred+start",
    "happened_last": "#date+occurred+end",
    "as_of": "#date+asof",
    "reported": "#date+reported",
    "published": "#date+published",
    "status": "#status+list",
    "description": "#description",
    "countries": "#country+code+v_iso2+list",
    "place_id": "#loc+code",
}


def tag(name: str) -> str:
    """The hashtag of a column."""
    return TAGS.get(name, f"#meta+{name}")


TAGGED: Row = {field.name: tag(field.name) for field in FIELDS}
"""The row of hashtags."""


def tagged(rows: Sequence[Row]) -> list[Row]:
    """``rows`` below one of hashtags."""
    return [TAGGED, *rows]
