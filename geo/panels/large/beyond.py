"""What lies outside of the view of a large collection's map: named at its edge, with a click that goes there.

As the map's window (``geo.panels.large.map``) it is asked for by the map's frame, through a small component, and for
each view: what is answered for a wider one would count what is just out of sight as seen.
"""

from math import isfinite
from pathlib import Path
from typing import Any

import streamlit as st

from geo.dataset.counts import told
from geo.dataset.filter import Filter
from geo.store import naming
from geo.store.beyond import Beyond, beyond
from geo.store.catalogue import Outline
from geo.store.cells import Box
from geo.store.where import Asked

ASKED = "map-beyond"
"""The session's key of the component; its value is the view that the map asked for last."""

_mount = st.components.v2.component(
    "dateline.beyond",
    html="",
    js=(Path(__file__).parent / "beyond.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def answer(outline: Outline, wanted: Filter) -> None:
    """Tell the map's frame what lies outside of the view that it asked for; nothing before it asked."""
    state: object = st.session_state.get(ASKED)
    view = box_of(state.get("asked")) if hasattr(state, "get") else None
    data: dict[str, Any] = {"version": outline.tables.version, "view": None, "sides": []}
    if view is not None:
        data["view"] = [view.south, view.west, view.north, view.east]
        data["sides"] = _sides(outline.tables.version, wanted, view, outline)
    _mount(key=ASKED, data=data, on_asked_change=lambda: None)


@st.cache_data(max_entries=256, show_spinner=False)
def _sides(version: str, wanted: Filter, view: Box, _outline: Outline) -> list[dict[str, Any]]:  # noqa: ARG001
    """The first view is the same for all visitors with a window of one size."""
    return [_told(one, _outline) for one in beyond(_outline.tables, Asked(wanted), view)]


def _told(one: Beyond, outline: Outline) -> dict[str, Any]:
    cell = one.cell
    return {
        "side": one.side.value,
        "names": naming.region(cell, outline),
        "count": cell.counts.every,
        "told": told(cell.counts.people, cell.counts.other),
        "at": (cell.lat, cell.lon),
        "bounds": cell.bounds,
    }


def box_of(asked: Any) -> Box | None:
    """A view that came from outside; None where no map could show it."""
    match asked:
        case [*sides] if len(sides) == 4 and all(type(it) in (int, float) and isfinite(it) for it in sides):
            south, west, north, east = map(float, sides)
        case _:
            return None
    is_view = -90 <= south < north <= 90 and -720 <= west < east <= 720 and east - west <= 720
    return Box(south, west, north, east) if is_view else None
