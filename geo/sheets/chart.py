"""Rows of a chart: one claim a row, in the words that it was printed in, with its figure on a log scale."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil, floor, log10

from geo.dataset.query import Catalogue
from geo.marks import Line, Mark, mark
from geo.model import Claim
from geo.sheets import asked
from geo.sheets.nodes import Node, element, pick
from geo.wording import dates, deeds, sentences
from geo.wording.described import described

LEFT, RIGHT = 6.0, 84.0
"""Where the first and the last tick stand, in per cent of the plot: an arrow needs room beyond them."""


SHORTEST = 3.0
"""Per cent of the plot: three days on an axis of years are no bar."""
MANY = 60
"""A longer list is divided by months."""
UNDATED = "Date unknown"


def strip(  # noqa: PLR0913 - what stands around the rows is optional
    catalogue: Catalogue,
    claims: Sequence[Claim],
    rows: Sequence[Claim],
    selected: str | None = None,
    around: tuple[Node | None, Node | None] = (None, None),
    *,
    heads: Mapping[str, str] | None = None,
    words: str = "",
) -> Node:
    """``rows`` on the common scale of ``claims``, with what stands before and after them; by month where many are, or
    under the ``heads`` of their groups, by the id of each claim; ``words`` are searched for."""
    low, high = scale(claims)
    marks = [(position(10**mark, low, high), tick(10**mark)) for mark in ticks(low, high)]
    drawn = [(claim, row(catalogue, claim, selected, plot(symbol(claim, low, high)), words)) for claim in rows]
    return element(
        "div",
        axis(marks),
        ruled([at for at, _ in marks]),
        around[0],
        *(
            headed(drawn, lambda claim: heads[claim.id])
            if heads
            else by_month(catalogue, drawn)
            if len(claims) > MANY
            else [made for _, made in drawn]
        ),
        around[1],
        cls="chart",
    )


def by_month(catalogue: Catalogue, rows: Iterable[tuple[Claim, Node]]) -> Iterator[Node]:
    """``rows`` with a heading where a month begins: a long list can be found one's way in."""

    def month(claim: Claim) -> str:
        days = catalogue.dated(claim)
        return dates.months(days[1], days[1]) if days else UNDATED

    return headed(rows, month)


def headed(rows: Iterable[tuple[Claim, Node]], head: Callable[[Claim], str]) -> Iterator[Node]:
    """``rows`` with a heading wherever that of a claim is another than that of the one before."""
    last = None
    for claim, drawn in rows:
        if (now := head(claim)) != last:
            yield element("h3", now, cls="month", dir="auto")
        last = now
        yield drawn


def row(catalogue: Catalogue, claim: Claim, selected: str | None, drawing: Node, words: str = "") -> Node:
    """One claim in two lines that stand alone: figure, people, deed and place; who says so, and when. ``words`` are
    searched for: they are marked, in its sentence too."""
    article = catalogue.article(claim)
    sentence = sentences.printed(article, claim)
    made = pick(
        "claim",
        claim.id,
        told(catalogue, claim),
        drawing,
        cls="row",
        title=sentence,
        data_panel=claim.panel.value,
        aria_pressed="true" if selected == claim.id else "false",
    )
    return asked.row(made, claim, article, words)


def told(catalogue: Catalogue, claim: Claim) -> Node:
    """The words of a row. A day is never broken over two lines."""
    it = described(catalogue, claim)
    first = element("span", element("strong", it.figure), f" {it.people} {it.deed}".rstrip())
    return element("span", first, _line(it.sources), cls="words")


def _line(parts: Sequence[str]) -> Node:
    """One part after the other: a line breaks between two of them, with the dot left out, before it breaks in one."""
    dotted = [
        element("span", element("span", " · ", cls="dot") if number else None, part, cls="part")
        for number, part in enumerate(parts)
    ]
    return element("small", *dotted, cls="parts")


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
    """Powers of ten between ``low`` and ``high``, at most four of them."""
    step = ceil((high - low) / 3)
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
    """Dot: one number. Bar: a range. Arrow: open at that end. Fill and line mean what they mean on the map."""
    quantity = claim.quantity
    ends = [position(value, low, high) for value in (quantity.low, quantity.high) if value is not None]
    if not ends:
        return []
    guess = deeds.guess(claim) is not None
    if ends[0] != ends[-1]:
        return bar(ends[0], ends[-1], mark(claim), guess=guess)
    return [spot(ends[0], mark(claim), open_end=(quantity.high is None) - (quantity.low is None), guess=guess)]


def spot(at: float, drawn: Mark, *, open_end: int, guess: bool) -> Node:
    """A dot at a per cent of the plot, with an arrow where one end is open: -1 to the left, 1 to the right."""
    arrow = {1: "M5 0H30M24 -5L30 0L24 5", -1: "M-5 0H-30M-24 -5L-30 0L-24 5"}.get(open_end)
    return element(
        "svg",
        element("path", d=arrow, cls="open") if arrow else None,
        *dot(drawn, 5.5),
        element("circle", r="9.5", cls="soft") if guess else None,
        x=f"{at:.2f}%",
        y="50%",
        cls="at",
    )


def dot(drawn: Mark, r: float) -> list[Node]:
    """A mark around (0, 0), with its bar where it is denied or withdrawn."""
    circle = element("circle", r=f"{r:g}", cls=f"mark {drawn.classes}")
    return [circle, *(_bar(r) if drawn.line is Line.STRUCK else [])]


def key(claim: Claim) -> Node:
    """The mark of one claim beside its words; in a dotted ring where a place of it is only inferred."""
    ring = element("circle", r="9.5", cls="soft") if deeds.guess(claim) else None
    return element("svg", *dot(mark(claim), 5.5), ring, viewBox="-11 -11 22 22", cls="key", aria_hidden="true")


def _bar(r: float) -> list[Node]:
    far = f"{0.72 * r + 3:.1f}"
    path = f"M-{far} {far}L{far} -{far}"
    return [element("path", d=path, cls="struck-paper"), element("path", d=path, cls="struck-bar")]


def bar(left: float, right: float, drawn: Mark, *, guess: bool) -> list[Node]:
    """From one per cent of the plot to another; dotted around where its place is only inferred. A dot where it would be
    too short to be seen."""
    if right - left < SHORTEST:
        return [spot((left + right) / 2, drawn, open_end=0, guess=guess)]
    at = {"x": f"{left:.2f}%", "y": "50%", "width": f"{right - left:.2f}%"}
    shape = element("rect", x="0", y="-4.5", width="100%", height="9", rx="4.5", cls=f"mark {drawn.classes}")
    ring = element("rect", x="0", y="-9", width="100%", height="18", rx="9", cls="soft")
    struck = [element("svg", *_bar(5.5), x="50%", cls="at")] if drawn.line is Line.STRUCK else []
    return [element("svg", shape, *struck, ring if guess else None, cls="at", **at)]


def plot(drawing: Sequence[Node]) -> Node:
    """A row's drawing."""
    return element("svg", *drawing, cls="plot", aria_hidden="true")


def ruled(grid: Sequence[float], published: Sequence[float] = ()) -> Node:
    """The lines behind all rows of a chart, drawn once."""
    lines = [(at, "grid") for at in grid] + [(at, "published") for at in published]
    drawn = [element("line", x1=f"{at:.2f}%", x2=f"{at:.2f}%", y1="0", y2="100%", cls=cls) for at, cls in lines]
    return element("div", element("svg", *drawn, cls="plot"), cls="ruled", aria_hidden="true")


def axis(labels: Sequence[tuple[float, str]]) -> Node:
    """The labels over a chart. Those to be left out where it is narrow are marked; the first and the last stay."""

    def left_out(place: int) -> str | None:
        if place in (0, len(labels) - 1):
            return None
        return "fourth" if (place, len(labels)) == (2, 5) else "second"

    texts = [
        element("text", words, x=f"{at:.2f}%", y="11", text_anchor="middle", cls=left_out(place))
        for place, (at, words) in enumerate(labels)
    ]
    return element("div", element("svg", *texts, cls="plot"), cls="axis", aria_hidden="true")


def statement(catalogue: Catalogue, claim: Claim, selected: str | None) -> Node:
    """A claim that counts no people who moved: the same words, without a scale."""
    return pick(
        "claim",
        claim.id,
        told(catalogue, claim),
        key(claim),
        cls="row statement",
        data_panel=claim.panel.value,
        aria_pressed="true" if selected == claim.id else "false",
    )
