"""The Folium side: a map that loads only our own files, one element that names its data, and one that carries changes.

Everything drawn comes from ``geo/maps/browser/*.js``, served by Streamlit as one file, static/map/map.js
(data/make/scripts.py joins them); the script that Folium makes only mounts them on the map.
"""

from pathlib import Path

import folium
from branca.element import MacroElement
from folium.template import Template

from geo.maps.escape import script_literal
from geo.maps.geometry import Bounds
from geo.maps.served import SCRIPTS, STYLES, address


class Map(folium.Map):
    """A Leaflet map without tiles, jQuery, Bootstrap or icon fonts."""

    default_js = [(Path(file).stem, address(file)) for file in SCRIPTS]  # noqa: RUF012 - Folium reads a class attribute
    default_css = [(Path(file).stem, address(file)) for file in STYLES]  # noqa: RUF012

    _template = Template(
        """
        {% macro header(this, kwargs) %}
            <style>html, body, #{{ this.get_name() }} { width: 100%; height: 100%; margin: 0; padding: 0; }</style>
        {% endmacro %}
        {% macro html(this, kwargs) %}
            <div class="folium-map" id="{{ this.get_name() }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = dateline.create("{{ this.get_name() }}");
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__(tiles=None)


class Figures(MacroElement):
    """All that never changes while the data set stays the same: places, figures, first view (geo.maps.payload), fetched
    by the browser from ``data``, an address relative to the frame."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            dateline.mount({{ this._parent.get_name() }}, {{ this.data }});
        {% endmacro %}
        """
    )

    def __init__(self, data: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca's own is not annotated
        self._name = "Figures"
        self.data = script_literal(data)


class State(folium.FeatureGroup):
    """All that changes: ``shown``, the claims that pass the filter (None for all), and the selected claim or place, by
    id. ``view`` is (lat, lon, zoom) to begin with instead of the view of all figures, and to go to again where
    ``opened`` is another; else the map is moved by the reader and by selections. ``inferred``: with the places that
    are only inferred. ``window`` is where the figures of a filter are: the map goes there. On the map it is an empty
    group."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = dateline.show({{ this.state }});
        {% endmacro %}
        """
    )

    def __init__(  # noqa: PLR0913 - one for each part of what travels
        self,
        shown: list[str] | None,
        claim: str | None,
        place: str | None,
        view: tuple[float, float, float] | None = None,
        opened: int = 0,
        *,
        inferred: bool = True,
        window: Bounds | None = None,
    ) -> None:
        super().__init__(control=False)
        self.state = script_literal(
            {
                "shown": shown,
                "claim": claim,
                "place": place,
                "view": view,
                "opened": opened,
                "inferred": inferred,
                "window": window,
            }
        )


def base_map(data: str) -> Map:
    """A map of the figures at the address ``data``. Made anew for each run: rendering changes a Folium object."""
    made = Map()
    made.add_child(Figures(data))
    return made
