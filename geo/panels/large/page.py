"""The page of a large collection: the same parts in the same places, each asking the tables for what it shows."""

from collections.abc import Callable, Sequence

import streamlit as st

from geo.collections.home import Home
from geo.errors import DatasetError
from geo.panels import address, filters, foot, masthead, memory, notice, selection
from geo.panels import map as map_panel
from geo.panels.large import board, share, state
from geo.panels.large import map as large_map
from geo.store.catalogue import Outline
from geo.wording.headline import title


def render(
    outline: Outline, homes: Sequence[Home], enter: Callable[[str], None] | None, is_past: Callable[[], bool]
) -> None:
    """``enter`` opens a part of the desk, for whoever has one; ``is_past``: whether there are other tables by now."""
    st.set_page_config(f"{title(outline)} · Dateline")
    address.follow(outline)
    framed = bool(st.context.is_embedded)
    if not framed:
        with st.container(key="masthead"):
            masthead.render(outline, homes, enter)
    explore(outline, is_past, framed=framed)
    if not framed:
        with st.container(key="foot"):
            foot.render(outline)
    memory.settle()


@st.fragment
def explore(outline: Outline, is_past: Callable[[], bool], *, framed: bool = False) -> None:
    """Filters, map and panel."""
    if is_past():
        st.rerun()
    selection.follow(map_panel.clicked(outline.collection), map_panel.view(outline.collection))
    wanted = filters.asked(outline)
    try:
        shown = board.shown(outline, wanted)
        large_map.answer(outline, wanted)
        if not framed:
            filters.render(outline, wanted)
            state.render(outline, wanted, shown)
        left, right = st.columns([3, 2], gap="small")
        with right:
            board.render(outline, wanted, shown, selection.current())
        with left, st.container(key="map"):
            large_map.render(outline, wanted, selection.current(), selection.camera(), address.times())
    except DatasetError as error:
        notice.render(error)
        return
    with st.container(key="share"):
        address.notice()
        share.render(outline, shown)
    address.write(outline)
