"""Panel choice and what stands in the panel: the evidence first, then the chosen view."""

from collections.abc import Sequence

import streamlit as st

from geo.dataset.query import Catalogue, in_panel
from geo.model import Claim, Panel
from geo.panels import articles, evidence, places, strip, timeline
from geo.panels.selection import Selection

VIEWS = ("Troops", "Displaced", "Timeline", "Places", "Articles")
STRIPS = {"Troops": Panel.TROOPS, "Displaced": Panel.DISPLACED}
KEY = "view"


def _follow(catalogue: Catalogue, selection: Selection) -> None:
    """Open the strip that a newly selected claim stands in, where another strip is open."""
    if selection == st.session_state.get("followed"):
        return
    st.session_state["followed"] = selection
    claim = catalogue.claims.get(selection.claim or "")
    home = {panel: view for view, panel in STRIPS.items()}.get(claim.panel) if claim else None
    # Setting a value, even the same, takes it from the reader's hand: a click on the way would be undone.
    if home is not None and st.session_state.get(KEY) in STRIPS.keys() - {home}:
        st.session_state[KEY] = home


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    counts = {
        "Troops": len(in_panel(shown, Panel.TROOPS)),
        "Displaced": len(in_panel(shown, Panel.DISPLACED)),
        "Places": len(catalogue.places(shown)),
        "Articles": len(catalogue.articles),
    }
    st.session_state.setdefault(KEY, VIEWS[0])
    _follow(catalogue, selection)
    chosen = st.segmented_control(
        "Panel",
        VIEWS,
        format_func=lambda view: f"{view} {counts[view]:,}" if view in counts else view,
        key=KEY,
        label_visibility="collapsed",
        required=True,
    )
    with st.container(key="panel"):
        evidence.render(catalogue, shown, selection)
        match chosen:
            case "Timeline":
                timeline.render(catalogue, shown, selection)
            case "Places":
                places.render(catalogue, shown, selection)
            case "Articles":
                articles.render(catalogue, selection)
            case _:
                strip.render(catalogue, shown, STRIPS[chosen or VIEWS[0]], selection)
