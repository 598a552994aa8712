"""Which part of the desk is open, and the way in and out."""

from pathlib import Path

import streamlit as st

from geo.collections.home import Home
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.panels import sheet
from geo.panels.desk import add, review, run
from geo.sheets.nodes import element, pick

KEY, TOLD = "desk", "desk-told"
"""The session's keys: the open part, and what there is to say of the last thing done."""
PARTS = ("add", "review")


def part() -> str:
    found = str(st.session_state.get(KEY) or "")
    return found if found in PARTS else ""


def enter(name: str) -> None:
    st.session_state[KEY] = name


def render(home: Home, catalogue: Catalogue | None, data: Path) -> None:
    """The open part in place of the map; ``catalogue`` is None for a collection without any article."""
    _head(home, catalogue)
    if told := st.session_state.pop(TOLD, None):
        sheet.show("desk-told", element("p", told, cls="rule", role="status"))
    if part() == "review" and catalogue is not None:
        review.render(home, catalogue)
    else:
        add.render(home, data)
    if st.session_state.pop(add.DONE, False):
        leave(home)
        st.rerun()


def leave(home: Home) -> None:
    """Put what was added and decided on the map, and go back to it."""
    try:
        with st.spinner("Reading what is new"):
            run.built(home)
    except DatelineError as error:
        st.session_state[TOLD] = str(error)
        return
    st.session_state[KEY] = ""


def _head(home: Home, catalogue: Catalogue | None) -> None:
    title = home.title or home.name or "the articles in seeds/"
    name = "Check the figures of" if part() == "review" and catalogue is not None else "Add articles to"
    back = pick("leave", "", "Back to the map", cls="boxed") if catalogue is not None else None

    def go(_: str) -> None:
        st.session_state[KEY] = ""
        if catalogue is not None and review.is_newer(home):
            leave(home)

    sheet.show("desk-head", element("header", element("h1", f"{name} {title}"), back), actions={"leave": go})
