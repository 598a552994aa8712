"""The whole view as one value: what is asked for, which panel is open, what is selected, where the map stands."""

from dataclasses import dataclass, field
from enum import StrEnum

from geo.dataset.filter import Filter
from geo.model import Panel

Camera = tuple[float, float, float]
"""The middle of the map, latitude and longitude in degrees, and Leaflet's zoom."""


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
    """``article`` is the id of the article that is open in the reader; ``camera`` None the view of all figures."""

    filter: Filter = field(default_factory=Filter)
    tab: Tab = Tab.TROOPS
    selection: Selection = field(default_factory=Selection)
    article: str | None = None
    camera: Camera | None = None
