"""The list of what is not on the map of a large collection, as of any other (``geo.sheets.away``), in parts."""

import streamlit as st

from geo.dataset.counts import told
from geo.dataset.filter import Filter, stated_only
from geo.maps.layout import reason
from geo.panels.large.listing import part, turn
from geo.sheets.away import entry
from geo.sheets.nodes import Node, element
from geo.store import questions
from geo.store.catalogue import Outline
from geo.store.questions import Shown
from geo.store.where import Asked

NAME = "away"
go = turn(NAME)
"""What turns to another part of the list."""


def away(outline: Outline, wanted: Filter, shown: Shown) -> Node | None:
    """Folded away until it is asked for; None where every figure is on the map."""
    counts = shown.away
    if not counts.every:
        return None
    now = part(NAME, counts.every, wanted)
    turns = now.turns(action="away")
    heading = element("summary", f"{told(counts.people, counts.other)} not on the map")
    rows = _rows(outline.tables.version, wanted, now.start, outline)
    ends = [element("li", turns) if turns else None] * 2
    return element("details", heading, element("ul", ends[0], *rows, ends[1]), cls="tray")


@st.cache_data(max_entries=64, show_spinner=False)
def _rows(version: str, wanted: Filter, start: int, _outline: Outline) -> list[Node]:  # noqa: ARG001  the cache's key
    found = questions.away(_outline.tables, Asked(wanted), start)
    some = _outline.part([key for key, *_ in found], [(row, article) for _, row, article in found])
    claims = [some.claims[key] for key, *_ in found]
    shown = claims if wanted.inferred else map(stated_only, claims)
    return [entry(some, claim, reason(some, claim)) for claim in shown]
