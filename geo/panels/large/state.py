"""The line under the filters of a large collection, as of any other (``geo.panels.state``)."""

from geo.dataset.filter import Filter
from geo.panels import filters, sheet
from geo.panels.large import away
from geo.panels.state import unknown
from geo.sheets.nodes import element, pick
from geo.store.catalogue import Outline
from geo.store.questions import Shown


def render(outline: Outline, wanted: Filter, shown: Shown) -> None:
    """How many figures are shown, which are not on the map, and the filters that are on."""
    chips = [
        pick("clear", what, element("span", words), element("span", " ×", aria_hidden="true"), cls="filter-chip",
             aria_label=f"Remove the filter {words}")
        for what, words in filters.chips(wanted, outline).items()
    ]  # fmt: skip
    every = outline.facts.counts.people
    sheet.show(
        "state",
        element(
            "div",
            element("span", "Showing ", element("strong", f"{shown.counts.people:,} of {every:,}"), " figures",
                    role="status"),
            away.away(outline, wanted, shown),
            element("span", *chips, cls="on") if chips else None,
            pick("clear", "", "Clear all", cls="plain") if chips else None,
            pick("undo", "", "Undo “Clear all”", cls="plain") if filters.can_undo() else None,
            unknown(outline) if wanted.known_on else None,
            cls="state",
        ),
        actions={"clear": filters.clear, "undo": filters.undo, "away": away.go},
    )  # fmt: skip
