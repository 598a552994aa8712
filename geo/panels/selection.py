"""What the reader has selected: one selection, shared by the map, the strips, the tables and the evidence card."""

import streamlit as st

from geo.sharing.view import Camera, Selection

KEY, CAMERA = "selection", "camera"
"""The session's keys: what is selected, and where the map stood when it was selected on the map."""

Click = Selection
"""What the map reports: the claim or the place that was clicked since the last run."""


def current() -> Selection:
    """The selection of this session."""
    found = st.session_state.get(KEY)
    return found if isinstance(found, Selection) else Selection()


def camera() -> Camera | None:
    """Where the map stands, as far as the page knows: from a click on it until a selection elsewhere moves it."""
    found: Camera | None = st.session_state.get(CAMERA)
    return found


def select(selection: Selection, camera: Camera | None = None) -> None:
    st.session_state.update({KEY: selection, CAMERA: camera})


def select_claim(claim: str) -> None:
    select(Selection(claim=claim))


def select_place(place: str) -> None:
    select(Selection(place=place))


def follow(click: Click | None, camera: Camera | None) -> None:
    """Select what was clicked on the map, where something was; ``camera`` is where the map stood then."""
    if click is not None:
        select(click, camera)


def clear() -> None:
    select(Selection())
