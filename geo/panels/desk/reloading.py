"""The desk in the page's address: a page that is loaded again stands where it stood, at that part of the desk, at the
figures that were asked for and at the one that was looked at; going back leads out of it, and forward in again.

Such an address opens the desk for whoever has one. For everybody else it is that of the map.
"""

from time import monotonic

import streamlit as st

from geo.panels import address

DESK, SAID, SAYING = "desk", "desk-said", "desk-saying"
"""The session's keys: the part of the desk that is open, when that was last said by this page itself, and whether the
run that says it goes on."""
PART, FIGURE, LISTED = "desk", "figure", "list"
"""Of the address; the last two are written by review.js, which knows at once."""
PARTS = ("add", "review", "new")
_ON_ITS_WAY = 3.0
"""Seconds in which the browser may still say the address of before."""


def part() -> str:
    """The part of the desk that is open; "" for the map."""
    found = str(st.session_state.get(DESK) or "")
    return found if found in PARTS else ""


def go(name: str) -> None:
    """Open a part of the desk, "" for the map, and let the address say so."""
    st.session_state.update({DESK: name, SAID: monotonic(), SAYING: True})
    _write()


def said() -> None:
    """At the end of a run: the browser hears of the address now, and what it asked meanwhile comes at once."""
    if st.session_state.pop(SAYING, False):
        st.session_state[SAID] = monotonic()


def led() -> str | None:
    """The part that the address asks for, where that is another one: it was opened, or the browser went back."""
    asked = st.query_params.get(PART, "")
    asked = asked if asked in PARTS else ""
    if asked == part():
        return None
    went = st.session_state.get(SAID)
    if went is None:
        return None if DESK in st.session_state else asked
    if monotonic() - went < _ON_ITS_WAY:
        _write()
        return None
    return asked


def follow(name: str) -> None:
    """Open the part that the address asks for."""
    st.session_state.update({DESK: name, SAID: monotonic() - _ON_ITS_WAY})


def figure() -> str:
    return st.query_params.get(FIGURE, "")


def listed() -> str:
    """The name of the figures that were asked for."""
    return st.query_params.get(LISTED, "")


def _write() -> None:
    name = st.query_params.get("collection")
    collection = {"collection": [name]} if name else {}
    there = {PART: [part()]} if part() else {}
    opened = st.session_state.get(address.OPENED, collection)
    # A page that was loaded again at the desk was opened with the desk's address, which is left now.
    view = {key: value for key, value in opened.items() if key not in (PART, FIGURE, LISTED)}
    st.query_params.from_dict({**collection, **there} if there else view)
    if not there and address.OPENED in st.session_state:
        st.session_state[address.OPENED] = view
