"""The line under the filters: how many figures are shown, which are not on the map, and the filters that are on."""

from collections.abc import Sequence

import streamlit as st

from geo.dataset.query import Catalogue, Filter, people, stated_only
from geo.maps.figures import Missing
from geo.maps.layout import missing
from geo.model import Claim
from geo.panels import filters, searched, sheet, view
from geo.sharing.view import Tab
from geo.sheets.away import away
from geo.sheets.nodes import Node, element, pick
from geo.wording import claims as wording


def render(catalogue: Catalogue, shown: Sequence[Claim], wanted: Filter) -> None:
    every = len(people(catalogue.claims.values()))
    reasons = _not_on_the_map(catalogue.collection.version, catalogue, inferred=wanted.inferred)
    missing_here = [(claim, reasons[claim.id]) for claim in shown if claim.id in reasons]
    chips = [_chip(what, words) for what, words in filters.chips(wanted, catalogue).items()]
    sheet.show(
        "state",
        element(
            "div",
            element(
                "span",
                "Showing ",
                element("strong", f"{len(people(shown)):,} of {every:,}"),
                " figure" if every == 1 else " figures",
                role="status",
            ),
            away(catalogue, missing_here),
            element("span", *chips, cls="on") if chips else None,
            searched.beyond(catalogue, shown, wanted),
            pick("clear", "", "Clear all", cls="plain") if chips else None,
            pick("undo", "", "Undo “Clear all”", cls="plain") if filters.can_undo() else None,
            unknown(catalogue) if wanted.known_on else None,
            cls="state",
        ),
        actions={"clear": filters.clear, "undo": filters.undo, "open": lambda tab: view.open_tab(Tab(tab))},
    )


def _chip(what: str, words: str) -> Node:
    return pick(
        "clear",
        what,
        element("span", words),
        element("span", " ×", aria_hidden="true"),
        cls="filter-chip",
        aria_label=f"Remove the filter {words}",
    )


def unknown(catalogue: Catalogue) -> Node | None:
    """What "known by" has to leave out because nobody can tell when it was published."""
    if not (count := catalogue.undated):
        return None
    verb = "is" if count == 1 else "are"
    return element("span", f"{wording.number(count, 'article')} without a date of publication {verb} left out")


@st.cache_data(max_entries=4, show_spinner=False)
def _not_on_the_map(version: str, _catalogue: Catalogue, *, inferred: bool) -> dict[str, Missing]:  # noqa: ARG001  the version is the key
    """Why a claim is not on the map, by its id."""
    claims = _catalogue.collection.claims
    claims = claims if inferred else tuple(map(stated_only, claims))
    return {one.claim: one for one in missing(_catalogue, claims)}
