"""The view of this session (geo.sharing.view).

Each part stays where its widget keeps it, so there is one copy: ``current`` reads the parts and ``restore`` writes
them, before the widgets are drawn.
"""

from collections.abc import Mapping

import streamlit as st

from geo.dataset.query import Catalogue
from geo.panels import filters, selection
from geo.sharing.view import CHOICES, STRIPS, Tab, View
from geo.wording.grouping import Grouping

TAB, ARTICLE, DIFFERING, FOLLOWED, GROUPED = "view", "open-article", "differing", "followed", "grouped"
"""The session's keys: the chosen tab, the article that is being read, whether the differences stand before it, the
selection that a strip was last opened for, and how its figures are grouped."""

_SHOWN = "board-shown"
"""The session's key for which figures the board showed last."""

_TABS: dict[object, Tab] = {tab.value: tab for tab in CHOICES}


def tab() -> Tab:
    """The open panel, with the differences before the chosen one where they are open."""
    if st.session_state.get(DIFFERING):
        return Tab.DIFFERENCES
    return _TABS.get(st.session_state.get(TAB), Tab.TROOPS)


def current(catalogue: Catalogue) -> View:
    article = st.session_state.get(ARTICLE)
    return View(
        filter=filters.current(catalogue),
        tab=tab(),
        selection=selection.current(),
        article=str(article) if article and tab() is Tab.ARTICLES else None,
        camera=selection.camera(),
        grouping=grouping(),
    )


def restore(view: View, catalogue: Catalogue) -> None:
    """Show ``view``: call it before any widget is drawn."""
    filters.restore(view.filter, catalogue)
    selection.select(view.selection, view.camera)
    st.session_state.update({ARTICLE: view.article, FOLLOWED: view.selection, GROUPED: view.grouping.value})
    open_tab(view.tab)


def grouping() -> Grouping:
    chosen = st.session_state.get(GROUPED)
    return Grouping(chosen) if chosen in set(Grouping) else Grouping.DATE


def group(by: str) -> None:
    """Group the figures of the strips; what is no way to do so does nothing."""
    if by in set(Grouping):
        st.session_state[GROUPED] = by


def open_tab(wanted: Tab) -> None:
    st.session_state[DIFFERING] = wanted is Tab.DIFFERENCES
    if wanted is not Tab.DIFFERENCES:
        st.session_state[TAB] = wanted.value


def open_matches(of: int, counts: Mapping[Tab, int]) -> None:
    """Where other figures are shown than before (``of`` is what they are of) and the open strip has none of them, open
    the one that has."""
    before = st.session_state.get(_SHOWN)
    st.session_state[_SHOWN] = of
    other = next((strip for strip in STRIPS if counts[strip]), None)
    if of != before and tab() in STRIPS and not counts[tab()] and other is not None:
        open_tab(other)


def read_article(article: str) -> None:
    """Open an article in the reader; "" opens the list of articles."""
    st.session_state[ARTICLE] = article or None
    open_tab(Tab.ARTICLES)


def differences(_: str = "") -> None:
    open_tab(Tab.DIFFERENCES)


def close_differences(_: str = "") -> None:
    st.session_state[DIFFERING] = False
