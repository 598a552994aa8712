"""Where no figure matches several filters: which of them to give up, with the figures that are there then."""

from collections.abc import Callable

from geo.dataset.query import Catalogue, Filter
from geo.panels import filters
from geo.sheets.nodes import Node, pick
from geo.wording import claims as wording

MOST_WAYS = 3


def ways(catalogue: Catalogue, wanted: Filter, count: Callable[[Filter], int]) -> list[tuple[Node, int]]:
    """Those that leave most first, each with how many these are; none for a single filter, which is cleared. ``count``
    tells how many figures about people a filter lets through."""
    chips = filters.chips(wanted, catalogue)
    if len(chips) < 2:
        return []
    left = {what: count(filters.without(wanted, what)) for what in chips}
    best = sorted((what for what in chips if left[what]), key=lambda what: -left[what])[:MOST_WAYS]
    return [(_way(what, chips[what], left[what]), left[what]) for what in best]


def _way(what: str, words: str, left: int) -> Node:
    without = f"without “{words.removeprefix('“').removesuffix('”')}”"
    return pick("clear", what, f"{wording.number(left, 'figure')} {without}", cls="plain")
