"""What is told differently in a large collection: some movements at a time, with each of their tellings."""

import streamlit as st

from geo.dataset.counts import number
from geo.limits import STORE_MOVEMENTS
from geo.panels import sheet, view
from geo.panels.differences import heading, section
from geo.panels.large.listing import part, turn
from geo.sharing.view import Selection
from geo.sheets.nodes import Node, element
from geo.store import questions
from geo.store.catalogue import Outline
from geo.store.questions import Told
from geo.store.where import Asked

_NAME = "differences"


def render(outline: Outline, asked: Asked, selection: Selection) -> None:
    now = part(_NAME, count(outline, asked), asked, STORE_MOVEMENTS)
    _, found = _found(outline.tables.version, asked, now.start, outline)
    sheet.show(
        "differences",
        *heading(found=bool(found)),
        now.turns(),
        *(node for told in found for node in _movement(outline, told, selection)),
        now.turns(),
        actions={"turn": turn(_NAME), "back": view.close_differences},
        top=f"{_NAME} {now.start}" if now.start else None,
    )


def count(outline: Outline, asked: Asked) -> int:
    """How many movements are told differently among the figures that are asked for."""
    every, _ = _found(outline.tables.version, asked, 0, outline)
    return every


def _movement(outline: Outline, told: Told, selection: Selection) -> list[Node]:
    some = outline.part(told.claims, linked=True)
    claims = [some.claims[key] for key in told.claims]
    shown = [section(some, movement, selection) for movement in some.differences(claims)]
    if told.more:
        shown.append(element("p", f"{number(told.more, 'later telling')} of this movement not shown.", cls="rule"))
    return shown


@st.cache_data(max_entries=128, show_spinner=False)
def _found(version: str, asked: Asked, start: int, _outline: Outline) -> tuple[int, tuple[Told, ...]]:  # noqa: ARG001  the cache's key
    return questions.told_differently(_outline.tables, asked, start)
