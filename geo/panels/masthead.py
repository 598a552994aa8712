"""The masthead: what this collection is about, what it was made from, and the way to the others."""

from collections.abc import Callable, Sequence

import streamlit as st

from geo.collections.home import Home
from geo.dataset.query import Catalogue
from geo.panels import sheet
from geo.panels.desk import copies
from geo.sheets.nodes import Node, element, kept, pick
from geo.wording.headline import summary, title

SMALLER, TWO_LINES = 60, 80
"""Letters of a headline from which on it is written smaller, and on two lines."""
DEFAULT = "The articles in seeds/"
"""What the collection that has no name is called in the list."""


def render(catalogue: Catalogue, homes: Sequence[Home], desk: Callable[[str], None] | None = None) -> None:
    """The title and one line under it; where the window is too narrow for them the rest is in their tooltips.

    ``desk`` opens a part of the desk, for whoever may edit.
    """
    head, line = title(catalogue), summary(catalogue)
    told, bracket, origins = line.partition(" (")
    aside = element("span", "Every figure opens the sentence it comes from.", cls="aside")
    sheet.show(
        "masthead",
        element(
            "header",
            element("h1", head, title=head, cls=_length(head)),
            element(
                "p",
                element("span", *kept(told), cls="counted"),
                element("span", f"{bracket}{origins}", cls="aside") if bracket else None,
                aside,
                title=line,
            ),
            _ways(catalogue, homes, edits=desk is not None),
        ),
        actions={"collection": open_collection, **({"desk": desk} if desk else {})},
    )


def _length(head: str) -> str | None:
    """How long a headline is; the longer, the smaller its letters."""
    return "long" if len(head) > TWO_LINES else "longer" if len(head) > SMALLER else None


def _ways(catalogue: Catalogue, homes: Sequence[Home], *, edits: bool) -> Node | None:
    """What leads elsewhere: to the desk, and to the other collections."""
    unchecked = catalogue.unchecked
    some = bool(catalogue.claims or catalogue.collection.rejected)
    left = f"Check figures ({unchecked:,})" if unchecked else "Figures: all are checked"
    ways = [
        pick("desk", "add", "Add articles", cls="plain") if edits else None,
        pick("desk", "review", left, cls="plain") if edits and some else None,
        _others(catalogue.collection.about.name, homes, edits=edits),
    ]
    return element("div", *ways, cls="ways") if any(way is not None for way in ways) else None


def _others(name: str, homes: Sequence[Home], *, edits: bool) -> Node | None:
    """The list of collections, where there is more than one; for whoever may edit, the way to a new one."""
    new = pick("desk", "new", "New collection", cls="plain") if edits else None
    if len(homes) < 2:
        return new
    entries = [
        element(
            "li",
            pick(
                "collection",
                home.name,
                home.title or home.name or DEFAULT,
                cls="plain",
                aria_current="page" if home.name == name else None,
            ),
        )
        for home in homes
    ]
    summary_ = element("summary", f"{len(homes)} collections", title="Open another collection")
    return element(
        "details", summary_, element("ul", *entries, element("li", new, cls="new") if new else None), cls="collections"
    )


def open_collection(name: str) -> None:
    """Show another collection from its first view: nothing that was chosen in this one goes along. What a visitor did
    stays."""
    for key in set(st.session_state) - {copies.KEY}:
        del st.session_state[key]
    st.query_params.from_dict({"collection": [name]} if name else {})
