"""A panel's figures as a strip: one row a claim, the figure on a log scale, in the words that it was printed in."""

from collections.abc import Sequence
from math import ceil, floor, log10

from geo.dataset.query import Catalogue, in_panel
from geo.maps.figures import stroke
from geo.model import Claim, Panel, Population
from geo.panels import filters, sheet
from geo.panels.selection import Selection
from geo.panels.sheet import Node, element, pick
from geo.wording import claims as wording
from geo.wording import dates
from geo.wording.vocabulary import VERBS

MOST_ROWS, MOST_STATEMENTS = 150, 20
"""Rows in one chart: more can neither be read nor be sent within a click's time."""
LEFT, RIGHT = 6.0, 90.0
"""Where the first and the last tick stand, in per cent of the plot: an arrow needs room beyond them."""


def render(catalogue: Catalogue, shown: Sequence[Claim], panel: Panel, selection: Selection) -> None:
    """The strip of one panel, under the most recent count and the reason why there is no total."""
    claims = in_panel(shown, panel)
    others = [claim for claim in shown if claim.panel is Panel.OTHER]
    if not claims:
        every = in_panel(catalogue.claims.values(), panel)
        sheet.show(
            f"strip-{panel.value}",
            nothing(panel, len(every)),
            _statements(catalogue, others, selection),
            actions={"clear": filters.clear},
        )
        return
    latest = catalogue.latest(claims)
    sheet.show(
        f"strip-{panel.value}",
        element(
            "p",
            element("strong", "Most recent:"),
            f" {wording.line(latest, catalogue.adjectives)}, {dates.when(catalogue.dated(latest))}.",
            cls="latest",
        )
        if latest
        else None,
        element("p", "Figures as printed, log scale. ", wording.no_total(claims), cls="rule"),
        chart(catalogue, claims, selection),
        _statements(catalogue, others, selection),
    )


def chart(catalogue: Catalogue, claims: Sequence[Claim], selection: Selection) -> Node:
    """The rows on their common scale."""
    low, high = scale(claims)
    marks = [(position(10**mark, low, high), tick(10**mark)) for mark in ticks(low, high)]
    grid = [at for at, _ in marks]
    return element(
        "div",
        axis(marks if len(marks) < 5 else marks[::2]),
        *(row(catalogue, claim, selection, plot(grid, symbol(claim, low, high))) for claim in claims[:MOST_ROWS]),
        more(claims),
        cls="chart",
    )


def row(catalogue: Catalogue, claim: Claim, selection: Selection, drawing: Node) -> Node:
    """One claim: words, drawing, date. The sentence is its tooltip."""
    sentence = wording.flat(claim.sentence.of(catalogue.article(claim).text))
    people_and_deed = f"{wording.counted(claim, catalogue.adjectives)}, {VERBS[claim.action][2]}"
    return pick(
        "claim",
        claim.id,
        element("span", element("strong", wording.figure(claim)), element("small", people_and_deed), cls="words"),
        drawing,
        element("span", dates.short_when(catalogue.dated(claim)), cls="date"),
        cls="row",
        title=sentence,
        data_panel=claim.panel.value,
        aria_pressed="true" if selection.claim == claim.id else "false",
    )


def more(claims: Sequence[Claim]) -> Node | None:
    """What stands under a chart that does not show every claim."""
    if len(claims) <= MOST_ROWS:
        return None
    words = f"The first {MOST_ROWS:,} of {len(claims):,} by date. Filter by period or words to see the others."
    return element("p", words, cls="rule")


def nothing(panel: Panel, hidden: int) -> Node:
    """What stands in place of an empty strip, and what to do."""
    if hidden:
        return element("p", "No figure matches. ", pick("clear", "", "Clear filters", cls="plain"), cls="empty")
    return element(
        "p",
        f"The articles give no figure of {panel.value} people."
        if panel is Panel.DISPLACED
        else f"The articles give no figure of {panel.value}.",
        cls="empty",
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
    if ends[0] != ends[-1]:
        return [element("line", x1=f"{ends[0]:.2f}%", x2=f"{ends[-1]:.2f}%", y1="50%", y2="50%", cls=f"{cls} bar")]
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
            x=f"{ends[0]:.2f}%",
            y="50%",
            cls="at",
        )
    ]


def plot(grid: Sequence[float], drawing: Sequence[Node]) -> Node:
    """A row's drawing over its stretch of the grid."""
    lines = [element("line", x1=f"{at:.2f}%", x2=f"{at:.2f}%", y1="0", y2="100%", cls="grid") for at in grid]
    return element("svg", *lines, *drawing, cls="plot", aria_hidden="true")


def axis(labels: Sequence[tuple[float, str]]) -> Node:
    texts = [element("text", words, x=f"{at:.2f}%", y="11", text_anchor="middle") for at, words in labels]
    return element("div", element("svg", *texts, cls="plot"), cls="axis", aria_hidden="true")


def _statements(catalogue: Catalogue, claims: Sequence[Claim], selection: Selection) -> Node | None:
    """What counts no people who moved: shown apart, never among them."""
    if not claims:
        return None
    rows = [
        pick(
            "claim",
            claim.id,
            element(
                "span",
                element("strong", wording.figure(claim)),
                element("small", f"{wording.counted(claim, catalogue.adjectives)} {wording.deed(claim)}"),
                cls="words",
            ),
            element("span", wording.status(claim), cls="turn"),
            element("span", dates.short_when(catalogue.dated(claim)), cls="date"),
            cls="row statement",
            data_panel=claim.panel.value,
            aria_pressed="true" if selection.claim == claim.id else "false",
        )
        for claim in claims[:MOST_STATEMENTS]
    ]
    rest = len(claims) - MOST_STATEMENTS
    territory = all(claim.population is Population.TERRITORY for claim in claims)
    return element(
        "section",
        element("h2", "Statements" if territory else "Other figures", cls="minor"),
        element("p", "Not people on the move, and never added to them.", cls="rule"),
        *rows,
        element("p", f"and {rest:,} more", cls="rule") if rest > 0 else None,
        cls="statements",
    )
