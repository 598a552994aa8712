"""The one way that words from articles reach the page: a sheet of elements, sent as JSON and built as text nodes.

A panel composes a tree with ``element`` and mounts it with ``show``. ``sheet.js`` makes the elements with
``createElement`` and their words with text nodes, from a list of allowed tags and attributes: no string is ever read
as HTML, Markdown, a template or a formula, and only http and https addresses become links. A click on an element that
carries ``data_pick`` and ``data_id`` comes back as a call of the action of that name.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from geo.panels import selection

Node = str | list[Any]
"""Text, or [tag, {attribute: value}, child, ...]."""

Actions = Mapping[str, Callable[[str], None]]
"""What a click can ask for: its name -> what to do with the id that it carries."""

_HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "dateline.sheet",
    html='<div class="sheet"></div>',
    js=(_HERE / "sheet.js").read_text(encoding="utf-8"),
    # Styled by the page: a style sheet of its own would be sent again with every sheet and every rerun.
    isolate_styles=False,
)

_TURNS_TEXT = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9): they would reorder what follows."""

SELECT: Actions = {
    "claim": selection.select_claim,
    "place": selection.select_place,
    "close": lambda _: selection.clear(),
}
"""What every sheet can do."""


def element(tag: str, *children: Node | None, **attributes: str | None) -> Node:
    """An element; None among children or values is left out. ``cls`` is class, and ``data_id`` is data-id."""
    named = {
        "class" if key == "cls" else key.replace("_", "-"): _clean(value)
        for key, value in attributes.items()
        if value is not None
    }
    return [
        tag,
        named,
        *(_clean(child) if isinstance(child, str) else child for child in children if child is not None),
    ]


def pick(what: str, id_: str, *children: Node | None, cls: str = "", **attributes: str | None) -> Node:
    """A button that does ``what`` with ``id_``."""
    return element("button", *children, type="button", cls=cls or None, data_pick=what, data_id=id_, **attributes)


def mark(what: str, id_: str, *children: Node | None, cls: str, **attributes: str | None) -> Node:
    """The same within running text: a real button could not break over two lines, nor keep the comma behind it."""
    named = {"role": "button", "tabindex": "0", **attributes}
    return element("span", *children, cls=cls, data_pick=what, data_id=id_, **named)


def link(address: str | None, *children: Node) -> Node:
    """A link that opens on its own page; plain text where the address is not one of the web."""
    if address is None or not address.casefold().startswith(("https://", "http://")):
        return element("span", *children)
    return element("a", *children, href=address, target="_blank", rel="noopener noreferrer")


def show(
    key: str, *nodes: Node | None, actions: Actions | None = None, top: str | None = None, closes: bool = False
) -> None:
    """Mount a sheet. ``top`` names what it is about: where that is new, it is scrolled into view. ``closes``: the
    Escape key, pressed anywhere on the page, is a click on "close"."""
    known = {**SELECT, **(actions or {})}
    mounted = f"{key}-sheet"

    def picked() -> None:
        # A click may arrive when its sheet is gone already: then it means nothing any more.
        click = st.session_state[mounted].get("picked") if mounted in st.session_state else None
        match click:
            case {"what": str(what), "id": str(id_)} if what in known:
                known[what](id_)

    data = {"nodes": [node for node in nodes if node is not None], "top": top, "closes": closes}
    _mount(key=mounted, data=data, on_picked_change=picked)


def _clean(words: str) -> str:
    return _TURNS_TEXT.sub("", words)
