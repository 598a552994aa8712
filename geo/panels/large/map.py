"""The map of a large collection: what its window shows, and the next window when the map is moved.

A small component on the page carries the questions of the map's frame. It stands in a fragment of its own, so that a
map that is moved runs that alone: one question of the tables and no widget.
"""

import hashlib
from math import log2
from pathlib import Path
from typing import Any

import msgspec
import streamlit as st
from streamlit_folium import st_folium

from geo.dataset.filter import Filter
from geo.limits import CAMERA_ZOOM
from geo.maps.folium_map import State, base_map
from geo.maps.geometry import Bounds, world
from geo.maps.payload import ground
from geo.maps.window import WORLD
from geo.panels.large import beyond
from geo.panels.large.beyond import box_of
from geo.panels.map import HEIGHT, key, served
from geo.sharing.view import Camera, Selection
from geo.store import cells, naming
from geo.store.catalogue import Outline
from geo.store.cells import Box
from geo.store.where import Asked

ASKED = "map-cells"
"""The session's key of the component; its value is the window that the map asked for last."""
SLACK = 0.3
"""The share of a window that is answered beyond each of its sides: a small move asks nothing."""
FRAME = (900, 640)
"""Pixels of a map, before it has told its window."""

_mount = st.components.v2.component(
    "dateline.cells",
    html="",
    js=(Path(__file__).parent / "cells.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def render(
    outline: Outline, wanted: Filter, selection: Selection, start: Camera | None = None, opened: int = 0
) -> None:
    """Draw the map; ``geo.panels.map.clicked`` says what was clicked on it."""
    every = wanted == Filter()
    name = f"filter {hashlib.sha256(repr(wanted).encode()).hexdigest()[:12]}"
    st_folium(
        base_map(served(outline.tables.version, _ground(outline.tables.version, outline))),
        key=key(outline.tables.version),
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=State(
            None if every else [name],
            selection.claim,
            selection.place,
            start,
            opened,
            inferred=wanted.inferred,
            window=None if every else _window(outline, wanted),
        ),
    )


@st.cache_resource(max_entries=2, show_spinner=False)
def _ground(version: str, _outline: Outline) -> bytes:
    """What stays the same while the data set does: no figure is in it."""
    return ground(version, _outline.country_names, _first_view(version, _outline, Filter()) or WORLD)


@st.cache_data(max_entries=64, show_spinner=False)
def _first_view(version: str, _outline: Outline, wanted: Filter) -> Bounds | None:  # noqa: ARG001  the cache's key
    return cells.first_view(_outline.tables, Asked(wanted))


def _window(outline: Outline, wanted: Filter) -> Bounds | None:
    return _first_view(outline.tables.version, outline, wanted)


@st.fragment
def answer(outline: Outline, wanted: Filter) -> None:
    """Tell the map's frame the symbols of the window that it asked for last; of the first view, before it asked.

    And what lies outside of its view: of two fragments that are asked for at once, Streamlit runs the first alone.
    """
    beyond.answer(outline, wanted)
    box, zoom = _asked_for(st.session_state.get(ASKED)) or _guess(_window(outline, Filter()) or WORLD)
    shown = _cells(outline.tables.version, wanted, box, zoom, outline)
    data = {"version": outline.tables.version, "box": [box.south, box.west, box.north, box.east], "zoom": zoom}
    _mount(key=ASKED, data={**data, "cells": shown}, on_asked_change=lambda: None)


@st.cache_data(max_entries=256, show_spinner=False)
def _cells(version: str, wanted: Filter, box: Box, zoom: float, _outline: Outline) -> list[dict[str, Any]]:  # noqa: ARG001
    """The same window of the same figures is the same for all visitors; their first ones are alike."""
    found = cells.cells(_outline.tables, Asked(wanted), box, zoom)
    made: list[dict[str, Any]] = msgspec.to_builtins(found)
    labels = naming.labels(found, _outline)
    for raw, name in zip(made, naming.called(found, zoom, _outline), strict=True):
        del raw["lands"]
        raw |= {"name": name, "label": labels.get(raw["claim"])}
    return made


def _asked_for(state: object) -> tuple[Box, float] | None:
    """The window that the frame asked for, a little wider; None where it did not, or asked for none."""
    match state.get("asked") if hasattr(state, "get") else None:
        case [*sides, float() | int() as zoom] if (view := box_of(sides)) is not None:
            pass
        case _:
            return None
    if not CAMERA_ZOOM[0] <= zoom <= CAMERA_ZOOM[1]:
        return None
    high, wide = SLACK * (view.north - view.south), SLACK * (view.east - view.west)
    box = Box(max(-85.0, view.south - high), view.west - wide, min(85.0, view.north + high), view.east + wide)
    return box, float(zoom)


def _guess(view: Bounds) -> tuple[Box, float]:
    """The first view as a frame of the usual size has it."""
    (south, west), (north, east) = view
    (left, top), (right, bottom) = world(north, west), world(south, east)
    sides = zip(FRAME, (right - left, bottom - top), strict=True)
    zoom = min(log2(pixels / 256 / max(side, 1e-6)) for pixels, side in sides)
    high, wide = 0.5 * (north - south), 0.5 * (east - west)
    box = Box(max(-85.0, south - high), west - wide, min(85.0, north + high), east + wide)
    return box, round(min(max(zoom, CAMERA_ZOOM[0]), 8.0) * 4) / 4
