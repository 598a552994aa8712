"""Save what somebody put right about one figure, and say on the page what became of it."""

from collections.abc import Callable, Sequence

import streamlit as st

from geo.collections.decide import Change, correction
from geo.collections.particulars import Edit
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.model import Claim
from geo.model.decision import Decision
from geo.panels import sheet
from geo.panels.desk.writing import Desk
from geo.sheets.nodes import element

TOLD = "correct-told"
"""The session's key: what became of the last correction."""
SAVED = "Saved; it stands on the map when you go back to it."


def save(desk: Desk, catalogue: Catalogue, claim: Claim, changes: Sequence[Change], why: str) -> None:
    """One decision a change."""
    article = catalogue.articles[claim.article]
    settle(desk, lambda: [correction(claim, article, change, who=desk.who, why=why) for change in changes])


def settle(desk: Desk, make: Callable[[], Sequence[Decision | Edit]], saved: str = SAVED) -> None:
    """Take the decisions that ``make`` gives, all of them or none; then the page is drawn again with them.

    ``saved`` is said where there were any. What cannot be decided is refused in words.
    """
    try:
        made = make()
        desk.decide(*made)
    except DatelineError as error:
        refuse(str(error))
        return
    st.session_state[TOLD] = saved if made else "Nothing was changed."
    st.rerun()


def refuse(why: str) -> None:
    sheet.show("correct-refused", element("p", why, role="alert"))


def told() -> None:
    """Say what became of the last correction, once. Its room stays: what stands below would close if it moved."""
    with st.container(key="desk-saved"):
        if words := st.session_state.pop(TOLD, None):
            sheet.show("correct-told", element("p", words, role="status"))
