"""How many figures each time and each order of magnitude has: bars above a list, that of a time leading there."""

from collections.abc import Sequence
from datetime import date

from geo.sheets.nodes import Node, element, pick
from geo.store.questions import Bin, Counts, Size, Step
from geo.wording import claims as wording
from geo.wording import dates

_PANELS = ("other", "displaced", "troops")


def timeline(bins: Sequence[Bin], of: Step) -> Node | None:
    """A click on a bar goes to its first figure in the list."""
    if len(bins) < 2:
        return None
    most = max(bar.counts.every for bar in bins)
    return element(
        "div",
        *(
            pick("jump", bar.first.isoformat(), _bar(bar.counts, most), cls="plain", title=words, aria_label=words)
            for bar in bins
            if (words := f"{_named(bar.first, of)}: {_count(bar.counts)}")
        ),
        cls="bars",
        role="group",
        aria_label="Figures by time: a bar goes to its first one",
    )


def sizes(found: Sequence[Size]) -> Node | None:
    """How many figures are in the tens, the hundreds and so on."""
    if len(found) < 2:
        return None
    most = max(size.counts.every for size in found)
    parts = [
        element(
            "span",
            _bar(size.counts, most),
            element("small", _short(size.power)),
            title=f"{_least(size.power)} to {10 ** (size.power + 1) - 1:,}: {_count(size.counts)}",
        )
        for size in found
    ]
    return element("div", *parts, cls="bars sized", role="img", aria_label="Figures by how many people they are")


def _least(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else "0"


def _short(power: int) -> str:
    """1, 10, 100, 1k, 10k, 100k, 1m."""
    return f"{10 ** (power % 3)}{('', 'k', 'm', 'bn')[power // 3]}" if 0 <= power < 12 else _least(power)


def _named(first: date, of: Step) -> str:
    match of:
        case Step.DAY:
            return dates.day(first)
        case Step.MONTH:
            return dates.months(first, first)
        case Step.YEAR:
            return str(first.year)
    return f"{first.year} – {first.year + 9}"


def _count(counts: Counts) -> str:
    return wording.number(counts.every, "figure")


def _bar(counts: Counts, most: int) -> Node:
    """The panels one on the other, in parts of the highest bar."""
    parts, below = [], 0.0
    for panel in _PANELS:
        height = 100 * getattr(counts, panel) / most
        if height:
            y = 100 - below - height
            parts.append(element("rect", x="0", y=f"{y:.2f}", width="10", height=f"{height:.2f}", cls=panel))
        below += height
    return element("svg", *parts, viewBox="0 0 10 100", preserveAspectRatio="none", aria_hidden="true")
