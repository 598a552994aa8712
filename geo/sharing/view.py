"""The whole view as one value: what is asked for, which panel is open, what is selected, where the map stands."""

from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from geo.dataset.filter import Filter
from geo.limits import CAMERA_LATITUDE, CAMERA_LONGITUDE, CAMERA_ZOOM
from geo.model import Panel
from geo.wording.grouping import Grouping

Camera = tuple[float, float, float]
"""The middle of the map, latitude and longitude in degrees, and Leaflet's zoom."""


def camera_of(value: object) -> Camera | None:
    """``value``, which came from outside, as a camera; None where no page could look from there."""
    if not isinstance(value, list | tuple) or len(value) != 3:
        return None
    if any(isinstance(part, bool) or not isinstance(part, int | float) for part in value):
        return None
    try:
        lat, lon, zoom = map(float, value)
    except OverflowError:
        return None
    if not isfinite(lat + lon + zoom):
        return None
    closest = CAMERA_ZOOM[0] <= zoom <= CAMERA_ZOOM[1]
    return (lat, lon, zoom) if abs(lat) <= CAMERA_LATITUDE and abs(lon) <= CAMERA_LONGITUDE and closest else None


@dataclass(frozen=True, slots=True)
class Selection:
    """A claim or a place, by id; both None where nothing is selected."""

    claim: str | None = None
    place: str | None = None

    def __bool__(self) -> bool:
        return self.claim is not None or self.place is not None


class Tab(StrEnum):
    """What the panel shows. DIFFERENCES is opened from the others and closed back to them."""

    TROOPS = "Troops"
    DISPLACED = "Displaced"
    TIMELINE = "Timeline"
    PLACES = "Places"
    ARTICLES = "Articles"
    DIFFERENCES = "Told differently"


CHOICES = tuple(tab for tab in Tab if tab is not Tab.DIFFERENCES)
STRIPS = {Tab.TROOPS: Panel.TROOPS, Tab.DISPLACED: Panel.DISPLACED}


@dataclass(frozen=True, slots=True)
class View:
    """``article`` is the id of the article that is open in the reader; ``camera`` None the view of all figures;
    ``grouping`` how the figures of the strips stand."""

    filter: Filter = field(default_factory=Filter)
    tab: Tab = Tab.TROOPS
    selection: Selection = field(default_factory=Selection)
    article: str | None = None
    camera: Camera | None = None
    grouping: Grouping = Grouping.DATE
