"""The one way that words from articles reach the page: a sheet of elements (geo.sheets.nodes), sent as JSON.

A panel composes a tree and mounts it with ``show``. A click on an element that carries ``data_pick`` and ``data_id``
comes back as a call of the action of that name.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

from geo.limits import LINK_CHARACTERS
from geo.panels import selection
from geo.sheets.nodes import BUILD, Node

Actions = Mapping[str, Callable[[str], None]]
"""What a click can ask for: its name -> what to do with the id that it carries."""

_mount = st.components.v2.component(
    "dateline.sheet",
    html='<div class="sheet"></div>',
    js=BUILD + (Path(__file__).parent / "sheet.js").read_text(encoding="utf-8"),
    # Styled by the page: a style sheet of its own would be sent again with every sheet and every rerun.
    isolate_styles=False,
)

SELECT: Actions = {
    "claim": selection.select_claim,
    "place": selection.select_place,
    "close": lambda _: selection.clear(),
}
"""What every sheet can do."""


def show(
    key: str,
    *nodes: Node | None,
    actions: Actions | None = None,
    top: str | None = None,
    closes: bool = False,
    tells: bool = False,
) -> None:
    """Mount a sheet. ``top`` names what it is about: where that is new, it is scrolled into view. ``closes``: the
    Escape key, pressed anywhere on the page, is a click on "close". ``tells``: the page around this one, in whose frame
    it is, is told how high it is."""
    known = {**SELECT, **(actions or {})}
    mounted = f"{key}-sheet"

    def picked() -> None:
        # A click may arrive when its sheet is gone already: then it means nothing any more.
        click = st.session_state[mounted].get("picked") if mounted in st.session_state else None
        match click:
            case {"what": str(what), "id": str(id_)} if what in known and len(id_) <= LINK_CHARACTERS:
                known[what](id_)

    data = {"nodes": [node for node in nodes if node is not None], "top": top, "closes": closes, "tells": tells}
    _mount(key=mounted, data=data, on_picked_change=picked)
