"""Save what somebody put right about one figure, and say on the page what became of it."""

from collections.abc import Sequence

import streamlit as st

from geo.collections.decide import Change, correction
from geo.collections.decisions import append
from geo.collections.editor import editor
from geo.collections.home import Home
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.model import Claim
from geo.panels import sheet
from geo.sheets.nodes import element

TOLD = "correct-told"
"""The session's key: what became of the last correction."""


def save(home: Home, catalogue: Catalogue, claim: Claim, changes: Sequence[Change], why: str) -> None:
    """One decision a change, all of them or none; then the page is drawn again with them."""
    article = catalogue.articles[claim.article]
    try:
        made = [correction(claim, article, change, who=editor(), why=why) for change in changes]
        append(home.decisions, *made)
    except DatelineError as error:
        refuse(str(error))
        return
    st.session_state[TOLD] = "Saved; it stands on the map when you go back to it." if made else "Nothing was changed."
    st.rerun()


def refuse(why: str) -> None:
    sheet.show("correct-refused", element("p", why, role="alert"))


def told() -> None:
    """Say what became of the last correction, once. Its room stays: what stands below would close if it moved."""
    with st.container():
        if words := st.session_state.pop(TOLD, None):
            sheet.show("correct-told", element("p", words, role="status"))
