"""The table twin of the map: every place with figures, how finely it is known, and what happened there."""

from collections.abc import Sequence

from geo.dataset.query import Catalogue
from geo.model import Claim, Place
from geo.panels import filters, sheet
from geo.panels.selection import Selection
from geo.panels.sheet import Node, element, pick
from geo.wording import claims as wording

MOST_ROWS = 150
MOST_FIGURES = 3
"""Figures named in a row; the card of the place has them all."""


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    rows = catalogue.places(shown)
    if not rows:
        words = "No figure matches. " if catalogue.claims else "No place is named with a figure yet."
        clear = pick("clear", "", "Clear filters", cls="plain") if catalogue.claims else None
        sheet.show("places", element("p", words, clear, cls="empty"), actions={"clear": filters.clear})
        return
    head = element("tr", *(element("th", words, scope="col") for words in ("Place", "Shown as", "Figures")))
    sheet.show(
        "places",
        element(
            "table",
            element("caption", "Every place that a figure is about. A movement counts at both its ends."),
            element("thead", head),
            element("tbody", *(_row(place, claims, selection) for place, claims in rows[:MOST_ROWS])),
        ),
        element("p", f"The {MOST_ROWS} fullest of {len(rows):,} places. Filter to see the others.", cls="rule")
        if len(rows) > MOST_ROWS
        else None,
    )


def _row(place: Place, claims: Sequence[Claim], selection: Selection) -> Node:
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
        element("th", button, element("small", place.kind.value), scope="row"),
        element("td", wording.precision(place)),
        element("td", element("strong", str(len(claims))), element("small", f"{'; '.join(named)}{more}")),
        cls="picked" if selection.place == place.id else None,
    )
