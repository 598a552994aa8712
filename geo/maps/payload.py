"""The layout as the JSON that geo/maps/browser/*.js reads: all that stays the same while the data set does.

{"version": of the data set, "window": [[south, west], [north, east]], "focus": [iso],
 "countries": {iso: name}, "keys": {"panels", "marks", "others"}: what a legend says, by the classes of geo.marks,
 "basemap": folder, "basemapVersion": "?v=...",
 "places": [{"id", "name", "form": "point" | "radius" | "area" | "line", "at": [lat, lon], "km": radius or null,
             "shape": [[lat, lon, lat, lon, ...]] or null, "between": [iso]}],
 "others": [places that articles only name: the same without shape],
 "figures": [{"claim", "form", "place", "panel", "mark", "value", "short", "said", "when", "tip",
              "path", "ends", "dotted", "lane", "probably", "inferred", "guessed", "label": "shown", "hidden" or null}],
 "stated": [figures that stand in place of those with ``probably`` while inferred places are off]}

The browser fetches it once, as a file; a run of the page then sends only what changes (geo.maps.folium_map.State).
"""

import json
from typing import Any

import msgspec

from geo import marks
from geo.dataset.query import Catalogue, stated_only
from geo.dataset.store import Geometry
from geo.maps import words
from geo.maps.figures import MapView
from geo.maps.geometry import Bounds, outlines, wrap
from geo.maps.layout import layout
from geo.maps.served import GROUND, SERVED, address
from geo.maps.standing import drawable
from geo.model import Place, Precision
from geo.wording.countries import names as country_names


def payload(catalogue: Catalogue) -> bytes:
    """Everything the map may show of ``catalogue``. About 0.4 kB a figure. JSON in ASCII, so that half a character of
    a damaged text is no obstacle."""
    return json.dumps(_view(catalogue), allow_nan=False, separators=(",", ":")).encode("ascii")


def ground(version: str, countries: dict[str, str], first_view: Bounds) -> bytes:
    """The same of a collection of which the map is told figures window by window (geo.store.cells): ``cells`` is true
    and no figure is in it."""
    empty: dict[str, list[Any]] = {name: [] for name in ("focus", "places", "others", "figures", "stated")}
    told = {"version": version, "window": first_view, "keys": _keys(), "countries": countries, **_basemap(), **empty}
    return json.dumps({**told, "cells": True}, allow_nan=False, separators=(",", ":")).encode("ascii")


def _basemap() -> dict[str, str]:
    return {
        "basemap": f"{SERVED}/basemap/",
        "basemapVersion": "?" + address(GROUND).partition("?")[2],
    }


def _view(catalogue: Catalogue) -> dict[str, Any]:
    collection = catalogue.collection
    view = layout(catalogue, collection.claims)
    (south, west), (north, east) = view.window
    centre = (west + east) / 2
    guessed = {figure.claim for figure in view.figures if figure.probably}
    stated = layout(catalogue, [stated_only(claim) for claim in collection.claims if claim.id in guessed])
    places = {place.id: place for place in (*view.places, *stated.places)}
    shown = set(places)
    others = [p for p in collection.places.values() if p.id not in shown and drawable(p, collection.geometries)]
    named: dict[str, list[str]] = {}
    for claim in collection.claims:
        for use in claim.places:
            named.setdefault(use.place.id, []).append(claim.id)
    return {
        "version": collection.version,
        "window": [[south, west], [north, east]],
        "keys": _keys(),
        "countries": country_names(catalogue),
        "focus": view.focus,
        **_basemap(),
        "places": [_place(place, collection.geometries.get(place.id), centre) for place in places.values()],
        "others": [{**_place(place, None, centre), "claims": named.get(place.id, [])} for place in others],
        "figures": _figures(view, centre),
        "stated": _figures(stated, centre),
    }


def _keys() -> dict[str, Any]:
    """The words of a legend, in its order."""
    return {
        "panels": {panel.value: words for panel, words in marks.PANELS.items()},
        "marks": {kind.value: words for kind, words in marks.WORDS.items()},
        "others": {
            "inferred": marks.INFERRED,
            "moved": marks.MOVED,
            "dotted": marks.NO_CROSSING,
            "ring": marks.SOMEWHERE,
            "cluster": marks.SEVERAL,
            "count": marks.COUNT,
        },
    }


def _figures(view: MapView, centre: float) -> list[dict[str, Any]]:
    figures: list[dict[str, Any]] = msgspec.to_builtins(view.figures)
    for figure, drawn in zip(figures, view.figures, strict=True):
        figure["mark"] = drawn.mark.classes
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
