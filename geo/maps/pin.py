"""A map to pick a place on: the ground without any figure, and a pin where somebody clicked."""

import folium
from branca.element import MacroElement
from folium.template import Template

from geo.maps.escape import script_literal
from geo.maps.folium_map import Map
from geo.maps.geometry import Bounds
from geo.marks import LIGHT
from geo.model import Panel

PIXELS = 9
"""The radius of a point, on the screen."""


class Ground(MacroElement):
    """The basemap where the figures of ``data`` are (geo.maps.payload), fetched by the browser; no figure is drawn: a
    click on one would not be a click on the map."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            fetch({{ this.data }}).then((answer) => answer.json()).then((data) => {
                const map = {{ this._parent.get_name() }};
                const ground = new dateline.Basemap(data, () => []);
                map.fitBounds({{ this.window }} ?? data.window, { maxZoom: 8, animate: false });
                dateline.credits(map);
                map.addLayer(ground);
                ground.ready.then(() => (document.documentElement.dataset.map = "drawn"));
            });
        {% endmacro %}
        """
    )

    def __init__(self, data: str, window: Bounds | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca's own is not annotated
        self._name = "Ground"
        self.data = script_literal(data)
        self.window = script_literal(window)


def ground_map(data: str, window: Bounds | None = None) -> Map:
    """A map of the ground around the figures at the address ``data``, or of a ``window`` there. Made anew for each run,
    as ``base_map``."""
    made = Map()
    made.add_child(Ground(data, window))
    return made


def pin(at: tuple[float, float] | None, km: float = 0.0) -> folium.FeatureGroup:
    """``at``: (lat, lon) in degrees, or None for no pin. ``km``: the radius on the ground, 0 for a point."""
    group = folium.FeatureGroup(control=False)
    if at is None:
        return group
    ink = LIGHT[Panel.TROOPS]
    if km:
        folium.Circle(at, radius=km * 1_000, color=ink, weight=2, interactive=False).add_to(group)
    folium.CircleMarker(at, radius=PIXELS, color=ink, weight=3, fill=True, interactive=False).add_to(group)
    return group
