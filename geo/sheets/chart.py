"""Rows of a chart: one claim a row, in the words that it was printed in, with its figure on a log scale."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor, log10

from geo.dataset.query import Catalogue
from geo.maps.figures import stroke
from geo.model import Claim
from geo.sheets.nodes import Node, element, pick
from geo.wording import claims as wording
from geo.wording import dates
from geo.wording.vocabulary import VERBS

LEFT, RIGHT = 6.0, 90.0
"""Where the first and the last tick stand, in per cent of the plot: an arrow needs room beyond them."""


MANY = 60
"""A longer list is divided by months."""


def strip(
    catalogue: Catalogue,
    claims: Sequence[Claim],
    rows: Sequence[Claim],
    selected: str | None = None,
    around: tuple[Node | None, Node | None] = (None, None),
) -> Node:
    """``rows`` on the common scale of ``claims``, with what stands before and after them; by month where many are."""
    low, high = scale(claims)
    marks = [(position(10**mark, low, high), tick(10**mark)) for mark in ticks(low, high)]
    drawn = [(claim, row(catalogue, claim, selected, plot(symbol(claim, low, high)))) for claim in rows]
    return element(
        "div",
        axis(marks),
        ruled([at for at, _ in marks]),
        around[0],
        *(by_month(catalogue, drawn) if len(claims) > MANY else [made for _, made in drawn]),
        around[1],
        cls="chart",
    )


def by_month(catalogue: Catalogue, rows: Iterable[tuple[Claim, Node]]) -> Iterator[Node]:
    """``rows`` with a heading where a month begins: a long list can be found one's way in."""
    last = None
    for claim, drawn in rows:
        days = catalogue.dated(claim)
        month = dates.months(days[1], days[1]) if days else "Date unknown"
        if month != last:
            yield element("h3", month, cls="month")
        last = month
        yield drawn


def row(catalogue: Catalogue, claim: Claim, selected: str | None, drawing: Node) -> Node:
    """One claim: words, drawing, date. The sentence is its tooltip."""
    sentence = wording.flat(claim.sentence.of(catalogue.article(claim).text))
    guess = wording.guess(claim)
    people_and_deed = (
        f"{wording.counted(claim, catalogue.adjectives)}, {VERBS[claim.action][2]}{f', {guess}' if guess else ''}"
    )
    return pick(
        "claim",
        claim.id,
        element("span", element("strong", wording.figure(claim)), element("small", people_and_deed), cls="words"),
        drawing,
        element("span", dates.short_when(catalogue.dated(claim)), cls="date"),
        cls="row",
        title=sentence,
        data_panel=claim.panel.value,
        aria_pressed="true" if selected == claim.id else "false",
    )


def scale(claims: Sequence[Claim]) -> tuple[float, float]:
    """The decades, as powers of ten, that hold every bound of ``claims``; at least one."""
    values = [
        max(1, value) for claim in claims for value in (claim.quantity.low, claim.quantity.high) if value is not None
    ]
    if not values:
        return 0.0, 1.0
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return float(low), float(max(high, low + 1))


def ticks(low: float, high: float) -> list[int]:
    """Powers of ten between ``low`` and ``high``, at most five of them."""
    step = ceil((high - low) / 4)
    return list(range(int(low), int(high) + 1, step))


def tick(value: float) -> str:
    """1,000, 100,000, 1 million."""
    for size, word in ((10**9, " billion"), (10**6, " million")):
        if value >= size:
            return f"{value / size:g}{word}"
    return f"{value:,.0f}"


def position(value: float, low: float, high: float) -> float:
    """Where ``value`` stands on a log scale from 10**low to 10**high, in per cent of the plot."""
    return LEFT + (log10(max(1.0, value)) - low) / (high - low) * (RIGHT - LEFT)


def symbol(claim: Claim, low: float, high: float) -> list[Node]:
    """Dot: one number. Bar: a range. Arrow: open at that end. Outline and dashes mean what they mean on the map."""
    quantity = claim.quantity
    cls = f"mark {stroke(claim).value}"
    ends = [position(value, low, high) for value in (quantity.low, quantity.high) if value is not None]
    if not ends:
        return []
    guess = wording.guess(claim) is not None
    if ends[0] != ends[-1]:
        return bar(ends[0], ends[-1], f"{cls} bar", guess=guess)
    arrow = None
    if quantity.high is None:
        arrow = "M5 0H30M24 -5L30 0L24 5"
    elif quantity.low is None:
        arrow = "M-5 0H-30M-24 -5L-30 0L-24 5"
    return [
        element(
            "svg",
            element("path", d=arrow, cls=f"{cls} arrow") if arrow else None,
            element("circle", r="5.5", cls=f"{cls} dot"),
            soft() if guess else None,
            x=f"{ends[0]:.2f}%",
            y="50%",
            cls="at",
        )
    ]


def bar(left: float, right: float, cls: str, *, guess: bool) -> list[Node]:
    """From one per cent of the plot to another; dotted around where its place is only inferred."""
    drawn = element("line", x1=f"{left:.2f}%", x2=f"{right:.2f}%", y1="50%", y2="50%", cls=cls)
    ring = element("rect", x="0", y="-9", width="100%", height="18", cls="soft")
    at = {"x": f"{left:.2f}%", "y": "50%", "width": f"{right - left:.2f}%"}
    return [drawn, *([element("svg", ring, cls="at", **at)] if guess else [])]


def soft() -> Node:
    """The dotted ring of a figure whose place is only inferred."""
    return element("circle", r="9.5", cls="soft")


def plot(drawing: Sequence[Node]) -> Node:
    """A row's drawing."""
    return element("svg", *drawing, cls="plot", aria_hidden="true")


def ruled(grid: Sequence[float], published: Sequence[float] = ()) -> Node:
    """The lines behind all rows of a chart, drawn once."""
    lines = [(at, "grid") for at in grid] + [(at, "published") for at in published]
    drawn = [element("line", x1=f"{at:.2f}%", x2=f"{at:.2f}%", y1="0", y2="100%", cls=cls) for at, cls in lines]
    return element("div", element("svg", *drawn, cls="plot"), cls="ruled", aria_hidden="true")


def axis(labels: Sequence[tuple[float, str]]) -> Node:
    """The labels over a chart. Those to be left out where it is narrow are marked."""
    left_out = (None, "second", "fourth", "second")
    texts = [
        element("text", words, x=f"{at:.2f}%", y="11", text_anchor="middle", cls=left_out[place % 4])
        for place, (at, words) in enumerate(labels)
    ]
    return element("div", element("svg", *texts, cls="plot"), cls="axis", aria_hidden="true")


def statement(catalogue: Catalogue, claim: Claim, selected: str | None) -> Node:
    words = f"{wording.counted(claim, catalogue.adjectives)} {wording.deed(claim)}"
    return pick(
        "claim",
        claim.id,
        element("span", element("strong", wording.figure(claim)), element("small", words), cls="words"),
        element("span", wording.status(claim), cls="turn"),
        element("span", dates.short_when(catalogue.dated(claim)), cls="date"),
        cls="row statement",
        data_panel=claim.panel.value,
        aria_pressed="true" if selected == claim.id else "false",
    )
