"""Where no figure is to be shown: what leads on to some, in other panels and under fewer filters."""

from collections.abc import Callable, Sequence

from geo.dataset.query import Catalogue, Filter, people
from geo.panels import filters
from geo.sharing.view import Tab
from geo.sheets.nodes import Node, element, pick
from geo.wording import claims as wording

MOST_WAYS = 3
Way = tuple[Node, int]
"""What leads on, and to how many figures."""


def told(words: str, found: Sequence[Way], further: Node | None = None, *, clears: bool = True) -> Node:
    """``words`` in place of an empty list, then what leads on: to figures, ``further``, and out of all filters."""
    leading = [part for way, count in found for part in ("There is " if count == 1 else "There are ", way, ". ")]
    clear = pick("clear", "", "Clear filters", cls="plain") if clears else None
    return element("p", words, *leading, *([further, ". "] if further else []), clear, cls="empty")


def under(tab: Tab, count: int) -> Way:
    """To the figures of another panel."""
    return pick("open", tab.value, f"{wording.number(count, 'figure')} under {tab.value}", cls="plain"), count


def fewer(catalogue: Catalogue) -> list[Way]:
    """``ways`` in a collection that is in memory, also out of a day by which it was to be known."""
    whole = catalogue.whole or catalogue
    return ways(whole, filters.current(whole), lambda less: len(people(whole.select(less))))


def ways(catalogue: Catalogue, wanted: Filter, count: Callable[[Filter], int]) -> list[Way]:
    """The filters to give up, those that leave most first, each with how many these are; none for a single one, which
    is cleared. ``count`` tells how many figures about people a filter lets through."""
    chips = filters.chips(wanted, catalogue)
    if len(chips) < 2:
        return []
    left = {what: count(filters.without(wanted, what)) for what in chips}
    best = sorted((what for what in chips if left[what]), key=lambda what: -left[what])[:MOST_WAYS]
    return [(_way(what, chips[what], left[what]), left[what]) for what in best]


def _way(what: str, words: str, left: int) -> Node:
    without = f"without “{words.removeprefix('“').removesuffix('”')}”"
    return pick("clear", what, f"{wording.number(left, 'figure')} {without}", cls="plain")
