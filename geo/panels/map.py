"""The map panel: hands the layout to streamlit-folium and says what was clicked."""

import hashlib
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import streamlit as st
from streamlit.components.v1 import declare_component
from streamlit_folium import st_folium

from geo import whole
from geo.dataset.query import Catalogue, has_inferred
from geo.dataset.store import Collection
from geo.limits import LINK_WORDS
from geo.maps.folium_map import State, base_map
from geo.maps.geometry import Bounds
from geo.maps.layout import layout
from geo.maps.payload import payload
from geo.maps.window import Positions, positions, window
from geo.model import Claim
from geo.panels.ending import at_end
from geo.panels.selection import Click
from geo.sharing.view import Camera, Selection, camera_of

HEIGHT = 720
"""Pixels, until the style sheet fits the map to the window."""
_LAST = "map click"
_FOLDER = mkdtemp(prefix="dateline-map-")
at_end(partial(shutil.rmtree, _FOLDER, ignore_errors=True))
_FILES = declare_component("map_files", path=_FOLDER)
"""The map's data as files beside streamlit-folium's own frame: a component is the one way that Streamlit has to serve a
file made while it runs. Sent with each run instead, 3,000 figures were 1.5 MB a click."""


def source(catalogue: Catalogue) -> str:
    """Where the map's frame gets its data: named after the content, so that a copy in a browser is never stale.

    Whatever cleans temporary folders may have taken the file: then it is made again.
    """
    version = catalogue.collection.version
    return served(version, _content(version, catalogue))


@st.cache_resource(max_entries=2, show_spinner=False)
def _content(version: str, _catalogue: Catalogue) -> bytes:  # noqa: ARG001 - the version is the cache key
    return payload(_catalogue)


def served(version: str, content: bytes) -> str:
    """Where the map's frame gets ``content``, which is that of a version: named after it."""
    path = Path(_FOLDER) / _name(version, content)
    if not path.is_file():
        whole.write(path, content)
    return f"../{_FILES.name}/{path.name}"


@st.cache_data(max_entries=8, show_spinner=False)
def _name(version: str, _content: bytes) -> str:  # noqa: ARG001 - the version is the cache key
    return f"{hashlib.sha256(_content).hexdigest()[:16]}.json"


@st.cache_data(max_entries=4, show_spinner=False)
def _positions(version: str, _catalogue: Catalogue) -> Positions:  # noqa: ARG001 - the version is the cache key
    return positions(layout(_catalogue, _catalogue.collection.claims), _catalogue.collection.geometries)


def _window(catalogue: Catalogue, shown: Sequence[Claim]) -> Bounds | None:
    """Where the figures of a filter are; None where none of them is on the map."""
    known = _positions(catalogue.collection.version, catalogue)
    found = [known[claim.id] for claim in shown if claim.id in known]
    return window(found) if found else None


def clicked(collection: Collection) -> Click | None:
    """What was clicked on the map since the last call; a second click on the same object is a new one.

    It is known before the page is drawn: asked at the top of the script, the click is on the page after one run.
    """
    match _answer(collection):
        case {"click": float() | int() as click, "claim": str() | None as claim, "place": str() | None as place}:
            if max(len(claim or ""), len(place or "")) > LINK_WORDS:
                return None
            if click == st.session_state.get(_LAST):
                return None
            st.session_state[_LAST] = click
            return Click(claim=claim, place=place)
    return None


def view(collection: Collection) -> Camera | None:
    """Where the reader was looking at the last click on the map; None before the first. Panning alone runs nothing."""
    return camera_of(_answer(collection).get("view"))


def render(
    catalogue: Catalogue, shown: Sequence[Claim], selection: Selection, start: Camera | None = None, opened: int = 0
) -> None:
    """Draw the map with the figures of ``shown``; ``clicked`` says what was clicked on it.

    The map is mounted once per data set and fetches that once: filter and selection travel in a feature group, so it
    keeps its view. A selection that did not come from the map moves it there. ``start`` is the first view, that of all
    figures where it is None; the map goes there again where ``opened``, the count of addresses, has changed.
    """
    collection = catalogue.collection
    every = len(shown) == len(collection.claims)
    shows = None if every else [claim.id for claim in shown]
    window = None if every else _window(catalogue, shown)
    st_folium(
        base_map(source(catalogue)),
        key=key(collection.version),
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=State(
            shows,
            selection.claim,
            selection.place,
            start,
            opened,
            inferred=has_inferred(shown),
            window=window,
        ),
    )


def _answer(collection: Collection) -> dict[str, Any]:
    """What the frame reported last (geo/maps/browser/map.js); a message of another form says nothing."""
    answer = st.session_state.get(key(collection.version))
    return answer if isinstance(answer, dict) else {}


def key(version: str) -> str:
    """The key of the map of a version."""
    return f"map {version}"
