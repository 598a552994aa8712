"""The page of a large collection: the same parts in the same places, each asking the tables for what it shows."""

from collections.abc import Callable, Sequence

import streamlit as st

from geo.collections.home import Home
from geo.dataset.filter import Filter
from geo.errors import DatasetError
from geo.panels import address, filters, foot, masthead, memory, notice, selection, sheet, view
from geo.panels import map as map_panel
from geo.panels.large import board
from geo.panels.large import map as large_map
from geo.sheets.nodes import element, pick
from geo.store.catalogue import Outline
from geo.store.questions import Shown
from geo.wording import claims as wording
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
            _state(outline, wanted, shown)
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
        here = address.whole(view.current(outline), outline)
        copy = address.copy("Copy link", here, cls="boxed", of=here)
        sheet.show("share", element("div", copy, cls="acts"))
    address.write(outline)


def _state(outline: Outline, wanted: Filter, shown: Shown) -> None:
    """How many figures are shown, how many of them are not on the map, and the filters that are on."""
    chips = [
        pick("clear", what, element("span", words), element("span", " ×", aria_hidden="true"), cls="filter-chip",
             aria_label=f"Remove the filter {words}")
        for what, words in filters.chips(wanted, outline).items()
    ]  # fmt: skip
    every = outline.facts.counts.people
    missing = f"{wording.number(shown.missing, 'figure')} not on the map" if shown.missing else None
    sheet.show(
        "state",
        element(
            "div",
            element("span", "Showing ", element("strong", f"{shown.counts.people:,} of {every:,}"), " figures",
                    role="status"),
            element("span", missing) if missing else None,
            element("span", *chips, cls="on") if chips else None,
            pick("clear", "", "Clear all", cls="plain") if chips else None,
            pick("undo", "", "Undo “Clear all”", cls="plain") if filters.can_undo() else None,
            cls="state",
        ),
        actions={"clear": filters.clear, "undo": filters.undo},
    )  # fmt: skip
