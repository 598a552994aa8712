"""The layout as the JSON that geo/maps/browser/*.js reads.

{"version": of the data set, "window": [[south, west], [north, east]], "focus": [iso],
 "basemap": folder, "basemapVersion": "?v=...",
 "places": [{"id", "name", "form": "point" | "radius" | "area" | "line", "at": [lat, lon], "km": radius or null,
             "shape": [[lat, lon, lat, lon, ...]] or null, "between": [iso]}],
 "others": [places that articles only name: the same without shape],
 "figures": [{"claim", "form", "place", "panel", "stroke", "value", "short", "tip", "path", "dotted", "lane"}],
 "tray": [{"claim", "short", "why"}]}
"""

from typing import Any

import msgspec

from geo.dataset.store import Collection, Geometry
from geo.maps import words
from geo.maps.escape import script_literal
from geo.maps.folium_map import SERVED, address
from geo.maps.geometry import outlines, wrap
from geo.maps.layout import MapView, drawable, layout
from geo.model import Place, Precision


def payload(collection: Collection) -> str:
    """Everything the map may show of ``collection``, ready for the script. About 0.3 kB a figure."""
    view = layout(collection, collection.claims)
    (south, west), (north, east) = view.window
    centre = (west + east) / 2
    others = [p for p in collection.places.values() if p not in view.places and drawable(p, collection.geometries)]
    named: dict[str, list[str]] = {}
    for claim in collection.claims:
        for use in claim.places:
            named.setdefault(use.place.id, []).append(claim.id)
    return script_literal(
        {
            "version": collection.version,
            "window": [[south, west], [north, east]],
            "focus": view.focus,
            "basemap": f"{SERVED}/basemap/",
            "basemapVersion": "?" + address("basemap/world.json").partition("?")[2],
            "places": [_place(place, collection.geometries.get(place.id), centre) for place in view.places],
            "others": [{**_place(place, None, centre), "claims": named.get(place.id, [])} for place in others],
            "figures": _figures(view, centre),
            "tray": msgspec.to_builtins(view.tray),
        }
    )


def _figures(view: MapView, centre: float) -> list[dict[str, Any]]:
    figures: list[dict[str, Any]] = msgspec.to_builtins(view.figures)
    for figure in figures:
        if figure["path"]:
            figure["path"] = [[round(lat, 4), round(wrap(lon, centre), 4)] for lat, lon in figure["path"]]
    return figures


def _place(place: Place, geometry: Geometry | None, centre: float) -> dict[str, Any]:
    """One place; longitudes are moved to the copy of the world that the first view shows."""
    drawn = geometry if geometry is not None and place.precision in (Precision.AREA, Precision.LINE) else None
    return {
        "id": place.id,
        "name": words.heading(place),
        "form": place.precision.value,
        "at": [place.lat, wrap(place.lon or 0.0, centre)],
        "km": place.radius_km,
        "shape": [_flat(line, centre) for line in outlines(drawn)] if drawn else None,
        "between": list(place.countries),
    }


def _flat(line: list[tuple[float, float]], centre: float) -> list[float]:
    middle = sum(lon for _, lon in line) / len(line)
    shift = wrap(middle, centre) - middle
    return [value for lat, lon in line for value in (round(lat, 3), round(lon + shift, 3))]
