"""Panel choice and what stands in the panel: the evidence first, then the chosen view."""

from collections.abc import Sequence

import streamlit as st

from geo.dataset.query import Catalogue, in_panel
from geo.model import Claim, Panel
from geo.panels import articles, differences, evidence, places, strip, timeline, view
from geo.sharing.view import CHOICES, STRIPS, Selection, Tab


def _follow(catalogue: Catalogue, selection: Selection) -> None:
    """Open the strip that a newly selected claim stands in, where another strip is open."""
    if selection == st.session_state.get(view.FOLLOWED):
        return
    st.session_state[view.FOLLOWED] = selection
    claim = catalogue.claims.get(selection.claim or "")
    home = {panel: tab for tab, panel in STRIPS.items()}.get(claim.panel) if claim else None
    # Setting a value, even the same, takes it from the reader's hand: a click on the way would be undone.
    if home is not None and view.tab() in STRIPS.keys() - {home}:
        view.open_tab(home)


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    """``catalogue``: what was known on the day that is asked for; ``shown``: what the filters let through."""
    counts = {
        Tab.TROOPS: len(in_panel(shown, Panel.TROOPS)),
        Tab.DISPLACED: len(in_panel(shown, Panel.DISPLACED)),
        Tab.PLACES: len(catalogue.places(shown)),
        Tab.ARTICLES: len(catalogue.articles),
    }
    st.session_state.setdefault(view.TAB, Tab.TROOPS.value)
    view.open_matches(hash(tuple(claim.id for claim in shown)), counts)
    _follow(catalogue, selection)
    st.segmented_control(
        "Panel",
        [tab.value for tab in CHOICES],
        format_func=lambda name: f"{name} {counts[Tab(name)]:,}" if Tab(name) in counts else name,
        key=view.TAB,
        label_visibility="collapsed",
        required=True,
        on_change=view.close_differences,
    )
    with st.container(key="panel"):
        with st.container(key="evidence"):
            evidence.render(catalogue, shown, selection)
        with st.container(key="list"):
            match view.tab():
                case Tab.TIMELINE:
                    timeline.render(catalogue, shown, selection)
                case Tab.PLACES:
                    places.render(catalogue, shown, selection)
                case Tab.ARTICLES:
                    articles.render(catalogue, shown, selection)
                case Tab.DIFFERENCES:
                    differences.render(catalogue, shown, selection)
                case tab:
                    strip.render(catalogue, shown, STRIPS[tab], selection)
