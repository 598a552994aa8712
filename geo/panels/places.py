"""The table twin of the map: every place with figures, which can be sorted and searched."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from geo.dataset.fold import fold
from geo.dataset.query import Catalogue
from geo.limits import LINK_WORDS
from geo.model import Claim, Place
from geo.panels import filters, instead, sheet
from geo.panels.window import MOVES, window
from geo.sharing.view import Selection
from geo.sheets.nodes import Node, element, pick
from geo.wording import claims as wording
from geo.wording import dates, deeds
from geo.wording.countries import countries

Row = tuple[Place, tuple[Claim, ...], date | None]
"""A place, its claims, and the last day of any of them."""

COLUMNS = ("Place", "Country", "Kind", "Figures", "Last date")
SORT, WORDS = "places-sort", "places-words"
"""The session's keys: the column to sort by, with a minus before it where the order is turned round; the search."""
FIRST = "-Figures"
MOST_FIGURES = 2
"""Figures named in a row; the card of the place has them all."""


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    found = catalogue.places(shown)
    if not found:
        empty = element("p", "No place is named with a figure yet.", cls="empty")
        told = instead.told("No figure matches. ", instead.fewer(catalogue)) if catalogue.ids else empty
        sheet.show("places", told, actions={"clear": filters.clear})
        return
    hint = "Search the places"
    words = st.text_input(
        hint, placeholder=hint, key=WORDS, label_visibility="collapsed", max_chars=LINK_WORDS, live=True
    )
    order = str(st.session_state.get(SORT, FIRST))
    rows = ordered(catalogue, matching(catalogue, found, words), order)
    part = window("places", [place.id for place, _, _ in rows], selection.place)
    sheet.show(
        "places",
        part.before(),
        element(
            "table",
            element("caption", "Every place that a figure is about. A movement counts at both its ends."),
            element("thead", element("tr", *(_head(column, order) for column in COLUMNS))),
            element("tbody", *(_row(catalogue, row, selection) for row in rows[part.start : part.stop])),
            cls="places",
        )
        if rows
        else element("p", f"No place is called “{words.strip()}”.", cls="empty"),
        part.after(),
        actions={**MOVES, "sort": _sort},
    )


def matching(catalogue: Catalogue, rows: Sequence[tuple[Place, tuple[Claim, ...]]], words: str) -> list[Row]:
    """The places whose name, country and kind have all of ``words``."""
    asked = [fold(word) for word in words.split()]
    return [
        (place, claims, max((days[2] for claim in claims if (days := catalogue.dated(claim))), default=None))
        for place, claims in rows
        if all(word in fold(f"{place.name} {countries(catalogue, place)} {place.kind}") for word in asked)
    ]


def ordered(catalogue: Catalogue, rows: Sequence[Row], order: str) -> list[Row]:
    """``rows`` by a column; ties by name. A minus before the column turns the order round, ties stay by name."""
    keys: dict[str, Callable[[Row], Any]] = {
        "Place": lambda row: row[0].name.casefold(),
        "Country": lambda row: countries(catalogue, row[0]).casefold(),
        "Kind": lambda row: row[0].kind.value,
        "Figures": lambda row: len(row[1]),
        "Last date": lambda row: row[2] or date.min,
    }
    by_name = sorted(rows, key=keys["Place"])
    return sorted(by_name, key=keys[order.removeprefix("-")], reverse=order.startswith("-"))


def _sort(column: str) -> None:
    """Sort by ``column``: numbers and dates from the highest, names from A; the same column again turns it round."""
    if column not in COLUMNS:
        return
    first = f"-{column}" if column in ("Figures", "Last date") else column
    turned = column if first.startswith("-") else f"-{column}"
    st.session_state[SORT] = turned if st.session_state.get(SORT, FIRST) == first else first


def _head(column: str, order: str) -> Node:
    turned = {column: "ascending", f"-{column}": "descending"}.get(order)
    arrow = {"ascending": " ▲", "descending": " ▼"}.get(turned or "", "")
    button = pick("sort", column, column, element("span", arrow, aria_hidden="true"), cls="sort")
    return element("th", button, scope="col", aria_sort=turned, data_column=column.split(maxsplit=1)[0].lower())


def _row(catalogue: Catalogue, row: Row, selection: Selection) -> Node:
    place, claims, last = row
    named = [wording.figure(claim) for claim in claims[:MOST_FIGURES]]
    more = f" and {len(claims) - MOST_FIGURES} more" if len(claims) > MOST_FIGURES else ""
    button = pick(
        "place",
        place.id,
        wording.sentence_case(place.name),
        cls="plain",
        dir="auto",
        aria_pressed="true" if selection.place == place.id else "false",
    )
    return element(
        "tr",
        element("th", button, element("small", f"{'; '.join(named)}{more}"), scope="row"),
        element("td", countries(catalogue, place) or "–"),
        element("td", place.kind.value, element("small", deeds.precision(place)), data_column="kind"),
        element("td", element("strong", f"{len(claims):,}"), data_column="figures"),
        element("td", dates.day(last, "%b") if last else "not stated"),
        cls="picked" if selection.place == place.id else None,
    )
