"""The one list of the figures that are not on the map: each with why, its sentence and a way to its card."""

from collections.abc import Sequence

from geo.dataset.query import Catalogue
from geo.maps.figures import Missing
from geo.model import Claim
from geo.sheets.nodes import Node, element, pick
from geo.wording.claims import tally
from geo.wording.described import described

MOST_ROWS = 60


def away(catalogue: Catalogue, missing: Sequence[tuple[Claim, Missing]]) -> Node | None:
    """Folded away until it is asked for; None where every figure is on the map."""
    if not missing:
        return None
    rows = [entry(catalogue, claim, one) for claim, one in missing[:MOST_ROWS]]
    rest = element("li", f"and {len(missing) - MOST_ROWS:,} more") if len(missing) > MOST_ROWS else None
    heading = element("summary", f"{tally(claim for claim, _ in missing)} not on the map")
    return element("details", heading, element("ul", *rows, rest), cls="tray")


def entry(catalogue: Catalogue, claim: Claim, one: Missing) -> Node:
    """One figure of the list."""
    return element(
        "li",
        pick("claim", claim.id, described(catalogue, claim).line, cls="plain"),
        f": {one.why}.",
        element("span", f"“{one.sentence}”", cls="quoted", dir="auto") if one.sentence else None,
    )
