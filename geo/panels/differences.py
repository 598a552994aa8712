"""What is told differently: each movement of which the articles give several figures, side by side, never averaged."""

from collections.abc import Sequence

from geo.dataset.query import Catalogue, people
from geo.model import Claim, Link
from geo.panels import sheet, view
from geo.panels.window import MOVES, window
from geo.sharing.view import Selection
from geo.sheets.chart import strip
from geo.sheets.nodes import Node, element, pick
from geo.wording import claims as wording
from geo.wording.described import described
from geo.wording.differences import differs

Movement = tuple[tuple[Claim, ...], tuple[Link, ...]]


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    movements = catalogue.differences(people(shown))
    heads = [claims[0].id for claims, _ in movements]
    opened = next((claims[0].id for claims, _ in movements for claim in claims if claim.id == selection.claim), None)
    part = window("movements", heads, opened)
    sheet.show(
        "differences",
        element("p", pick("back", "", "Back to the figures", cls="plain"), cls="rule"),
        element("h2", "Told differently", cls="title"),
        element(
            "p",
            "Figures that the articles give of one movement, each on its own row. None is averaged, and none is "
            "called right."
            if movements
            else "No two figures shown are about the same movement and differ.",
            cls="rule",
        ),
        part.before(),
        *(_movement(catalogue, movement, selection) for movement in movements[part.start : part.stop]),
        part.after(),
        actions={**MOVES, "back": view.close_differences},
    )


def _movement(catalogue: Catalogue, movement: Movement, selection: Selection) -> Node:
    """One movement: its figures on a common scale, then what differs between each two of them."""
    claims, links = movement
    rows = [element("li", element("span", _pair(catalogue, link), ": "), differs(link)) for link in links]
    return element(
        "section",
        strip(catalogue, claims, claims, selection.claim),
        element("ul", *rows) if len(claims) > 2 else element("p", differs(links[0])),
        cls="movement",
        aria_label=described(catalogue, claims[0]).line,
    )


def _pair(catalogue: Catalogue, link: Link) -> str:
    return " and ".join(wording.figure(catalogue.claims[key]) for key in (link.first, link.second))
