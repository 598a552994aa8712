"""Places, and their names as written."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.span import Span


class Precision(StrEnum):
    """The geometry that the text supports; the map draws this and nothing finer."""

    POINT = "point"
    AREA = "area"
    LINE = "line"
    RADIUS = "radius"
    UNLOCATED = "unlocated"


class PlaceKind(StrEnum):
    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    CROSSING = "crossing"
    SITE = "site"
    BORDER = "border"
    REGION = "region"
    SEA = "sea"
    RIVER = "river"
    LAKE = "lake"


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place.

    ``lat``/``lon`` is the point itself, or a point to put a label on for areas and lines; None where unlocated.
    ``radius_km`` is set where precision is RADIUS. ``countries`` are ISO 3166-1 alpha-2 codes: two for a border,
    none for the high seas. ``anchor`` is the id of the place that a site, circle or region is described by.
    ``source`` names the record that the coordinates come from.
    """

    id: str
    name: str
    kind: PlaceKind
    precision: Precision
    countries: tuple[str, ...]
    lat: float | None
    lon: float | None
    source: str
    radius_km: float | None = None
    anchor: str | None = None
    note: str | None = None

    @property
    def country(self) -> str | None:
        """The one country that the place is in; None for borders between two and for seas."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as written. ``literal`` is False where it stands for a government or a people.

    ``place`` is None where it could not be resolved; ``why`` then says why, and otherwise what decided.
    """

    span: Span
    text: str
    literal: bool
    place: Place | None
    why: str
