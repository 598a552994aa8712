"""The map panel: hands the layout to streamlit-folium and says what was clicked."""

from collections.abc import Sequence

import streamlit as st
from streamlit_folium import st_folium

from geo.dataset.store import Collection
from geo.maps.folium_map import State, base_map
from geo.maps.payload import payload
from geo.model import Claim
from geo.panels.selection import Click, Selection

_LAST = "map click"


@st.cache_data(max_entries=4, show_spinner=False)
def _data(version: str, _collection: Collection) -> str:  # noqa: ARG001 - the version is the cache key
    return payload(_collection)


def clicked(collection: Collection) -> Click | None:
    """What was clicked on the map since the last call; a second click on the same object is a new one.

    It is known before the page is drawn: asked at the top of the script, the click is on the page after one run.
    """
    answer = st.session_state.get(_key(collection)) or {}
    if not answer or answer["click"] == st.session_state.get(_LAST):
        return None
    st.session_state[_LAST] = answer["click"]
    return Click(claim=answer["claim"], place=answer["place"])


def render(collection: Collection, shown: Sequence[Claim], selection: Selection, *, height: int) -> None:
    """Draw the map, ``height`` pixels high, with the figures of ``shown``; ``clicked`` says what was clicked on it.

    The map is mounted once per data set: filter and selection travel in a feature group, so it keeps its view. A
    selection that did not come from the map moves it there.
    """
    every = len(shown) == len(collection.claims)
    st_folium(
        base_map(_data(collection.version, collection)),
        key=_key(collection),
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=State(None if every else [claim.id for claim in shown], selection.claim, selection.place),
    )


def _key(collection: Collection) -> str:
    return f"map {collection.version}"
