"""What is told differently: each movement of which the articles give several figures, side by side, never averaged."""

from collections.abc import Sequence

from geo.dataset.query import Catalogue, people
from geo.model import Claim
from geo.panels import sheet, view
from geo.panels.window import MOVES, window
from geo.sharing.view import Selection
from geo.sheets.chart import strip
from geo.sheets.ledger import table
from geo.sheets.nodes import Node, element, pick
from geo.wording.described import described
from geo.wording.differences import Movement


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    movements = catalogue.differences(people(shown))
    heads = [claims[0].id for claims, _ in movements]
    opened = next((claims[0].id for claims, _ in movements for claim in claims if claim.id == selection.claim), None)
    part = window("movements", heads, opened)
    sheet.show(
        "differences",
        *heading(found=bool(movements)),
        part.before(),
        *(section(catalogue, movement, selection) for movement in movements[part.start : part.stop]),
        part.after(),
        actions={**MOVES, "back": view.close_differences},
    )


def heading(*, found: bool) -> tuple[Node, Node, Node]:
    """The way back, and what the list is; ``found``: whether anything is in it."""
    rule = (
        "Figures that the articles give of one movement, each on its own row. None is averaged, and none is "
        "called right."
        if found
        else "No two figures shown are about the same movement and differ."
    )
    return (
        element("p", pick("back", "", "Back to the figures", cls="plain"), cls="rule"),
        element("h2", "Told differently", cls="title"),
        element("p", rule, cls="rule"),
    )


def section(catalogue: Catalogue, movement: Movement, selection: Selection) -> Node:
    """One movement: its figures on a common scale, then who said each, and what differs."""
    claims, _ = movement
    return element(
        "section",
        strip(catalogue, claims, claims, selection.claim),
        table(catalogue, movement, selection.claim),
        cls="movement",
        aria_label=described(catalogue, claims[0]).line,
    )
