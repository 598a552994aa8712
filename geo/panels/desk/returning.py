"""A visitor's page that is loaded again finds its copy again.

The key of a copy stands in the storage of the one tab that it was made in: never in an address, which is handed on, nor
in a cookie, which a neighbour could set. Another tab, another browser and another person have none.
"""

from pathlib import Path

import streamlit as st

from geo.panels import sheet
from geo.panels.desk import copies, reloading
from geo.panels.desk.allowed import editor
from geo.sheets.nodes import element, pick

ENDED, TOLD = "own-ended", "own-told"
"""The session's keys: whether the tab is to forget its key; whether to say that there was a copy."""
_LONGEST = 100
"""Characters of what is taken for a key."""
_mount = st.components.v2.component(
    "dateline.returning",
    html="",
    js=(Path(__file__).parent / "returning.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def follow() -> None:
    """Ask a visitor's tab for the key of its copy, or tell it."""
    who = editor()
    if who is None or who.keeps:
        return

    def heard() -> None:
        key = st.session_state["own-key"].get("key")
        if isinstance(key, str) and copies.current() is None and not (len(key) <= _LONGEST and copies.back(key)):
            st.session_state[ENDED] = st.session_state[TOLD] = True
        elif (back := copies.current()) is not None and (st.query_params.get("collection") or "") in back.waiting:
            reloading.go("add")  # where what was read is seen, and kept

    there = copies.current()
    if there is not None:
        st.session_state[ENDED] = False
    data = {"key": there.key if there else None, "ended": bool(st.session_state.get(ENDED))}
    with st.container(key="own-copy"):
        _mount(key="own-key", data=data, on_key_change=heard)


def forget() -> None:
    """End the copies of this session, and let its tab forget them."""
    if (there := copies.current()) is not None:
        there.end()
    st.session_state[ENDED] = True


def told() -> None:
    """Say that the copy of this tab has ended."""
    if st.session_state.get(TOLD):
        words = "The copy that you had on this page has ended. A zip that you downloaded of it can be added again. "
        close = pick("heard", "", "Close", cls="plain")
        sheet.show("own-ended", element("p", words, close, cls="stale", role="status"), actions={"heard": _heard})


def _heard(_: str) -> None:
    st.session_state[TOLD] = False
