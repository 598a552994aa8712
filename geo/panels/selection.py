"""What the reader has selected: one selection, shared by the map, the strips, the tables and the evidence card."""

from dataclasses import dataclass

import streamlit as st

KEY = "selection"


@dataclass(frozen=True, slots=True)
class Selection:
    """A claim or a place, by id; both None where nothing is selected."""

    claim: str | None = None
    place: str | None = None

    def __bool__(self) -> bool:
        return self.claim is not None or self.place is not None


Click = Selection
"""What the map reports: the claim or the place that was clicked since the last run."""


def current() -> Selection:
    """The selection of this session."""
    found = st.session_state.get(KEY)
    return found if isinstance(found, Selection) else Selection()


def select(selection: Selection) -> None:
    st.session_state[KEY] = selection


def select_claim(claim: str) -> None:
    select(Selection(claim=claim))


def select_place(place: str) -> None:
    select(Selection(place=place))


def follow(click: Click | None) -> None:
    """Select what was clicked on the map, where something was."""
    if click is not None:
        select(click)


def clear() -> None:
    select(Selection())
