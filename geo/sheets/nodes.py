"""Trees of elements, in which all words of articles reach a page: composed here as values, built elsewhere.

``build.js`` makes the elements with ``createElement`` and their words with text nodes, from a list of allowed tags and
attributes: no string is ever read as HTML, Markdown, a template or a formula, and only http and https addresses become
links.
"""

import re
from pathlib import Path
from typing import Any

from geo.marks import DARK, LIGHT, css
from geo.model import Panel
from geo.wording.letters import unturned

Node = str | list[Any]
"""Text, or [tag, {attribute: value}, child, ...]."""

BUILD = (Path(__file__).parent / "build.js").read_text(encoding="utf-8")
_COLOURS = " ".join(f"--{it.value}: light-dark({LIGHT[it]}, {DARK[it]});" for it in Panel)
_MONTH = "[A-Z][a-z]{2,8}"
_UNTIL = rf"(?:\d{{1,2}} )?(?:{_MONTH} )?\d{{4}}"
_FROM = rf"(?:\d{{1,2}}(?: {_MONTH})?|{_MONTH}|{_UNTIL})"
_PIECES = re.compile(rf"(\b\d[\d,]* [a-z]+\b|\b(?:{_FROM} – )?{_UNTIL}\b)")
STYLE = (Path(__file__).parent / "sheet.css").read_text(encoding="utf-8") + f".sheet {{ {_COLOURS}\n{css()}}}\n"


def element(tag: str, *children: Node | None, **attributes: str | None) -> Node:
    """An element; None among children or values is left out. ``cls`` is class, and ``data_id`` is data-id."""
    named = {
        "class" if key == "cls" else key.replace("_", "-"): unturned(value)
        for key, value in attributes.items()
        if value is not None
    }
    return [
        tag,
        named,
        *(unturned(child) if isinstance(child, str) else child for child in children if child is not None),
    ]


def kept(text: str) -> list[Node]:
    """``text`` for a line that may break: a date, a period or a number with its noun stays in one piece."""
    parts = _PIECES.split(text)
    return [element("span", part, cls="kept") if nth % 2 else part for nth, part in enumerate(parts) if part]


def pick(what: str, id_: str, *children: Node | None, cls: str = "", **attributes: str | None) -> Node:
    """A button that does ``what`` with ``id_``."""
    return element("button", *children, type="button", cls=cls or None, data_pick=what, data_id=id_, **attributes)


def mark(what: str, id_: str, *children: Node | None, cls: str, **attributes: str | None) -> Node:
    """The same within running text: a real button could not break over two lines, nor keep the comma behind it."""
    named = {"role": "button", "tabindex": "0", **attributes}
    return element("span", *children, cls=cls, data_pick=what, data_id=id_, **named)


def link(address: str | None, *children: Node, **attributes: str | None) -> Node:
    """A link that opens on its own page; plain text where the address is not one of the web."""
    if address is None or not address.casefold().startswith(("https://", "http://")):
        return element("span", *children)
    return element("a", *children, href=address, target="_blank", rel="noopener noreferrer", **attributes)
