"""What a mark means and how it is drawn: one table for map, strip, timeline, card, list, picture and file.

The fill says what kind of figure it is, the line what became of it, the colour who is counted: three things that never
stand for one another. A hollow mark is a plan and nothing else, and a withdrawn plan is hollow with a bar across.
Browsers get the table as CSS (``css``), pictures as attributes (``Ink``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.model import Basis, Claim, Panel, Status


class Fill(StrEnum):
    """What kind of figure it is."""

    FILLED = "filled"
    """Somebody counted or reported them."""
    HALF = "half"
    """Estimated."""
    HOLLOW = "hollow"
    """Planned, pledged, or a capacity: nobody was counted."""


class Line(StrEnum):
    """What was said against it."""

    FIRM = "firm"
    DASHED = "dashed"
    """Disputed."""
    STRUCK = "struck"
    """Denied or withdrawn: a bar across."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How one figure is drawn, whatever its form."""

    fill: Fill = Fill.FILLED
    line: Line = Line.FIRM

    @property
    def classes(self) -> str:
        """The classes that the style sheets know it by: "hollow struck"."""
        return self.fill.value if self.line is Line.FIRM else f"{self.fill.value} {self.line.value}"

    @property
    def words(self) -> str:
        """What it means: "planned, pledged or possible; denied or withdrawn"."""
        return "; ".join(WORDS[kind] for kind in (self.fill, self.line) if kind in WORDS) or COUNTED

    @property
    def ink(self) -> "Ink":
        """How it is drawn."""
        ink = INKS[self.fill]
        if self.line is not Line.DASHED:
            return ink
        lighter = min(ink.fill_opacity, DISPUTED_FILL) if ink.own else ink.fill_opacity
        return replace(ink, fill_opacity=lighter, edged=True, width=2.0, dashes="2.6 2")

    @property
    def shaft(self) -> str:
        """The dashes of an arrow's shaft, as SVG has them; "" where it is drawn through."""
        return SHAFTS.get(self.line) or SHAFTS.get(self.fill, "")


@dataclass(frozen=True, slots=True)
class Ink:
    """Fill and edge of a mark. ``own``: filled with the colour of its panel, else with that of the paper; ``edged``:
    its edge has the colour of its panel, else that of the paper. Widths and dashes in pixels."""

    own: bool
    fill_opacity: float
    edged: bool
    width: float
    dashes: str = ""


DISPUTED_FILL = 0.55
"""A disputed mark is lighter, or its dashes would not be seen on it."""

INKS: Mapping[Fill, Ink] = {
    Fill.FILLED: Ink(own=True, fill_opacity=0.86, edged=False, width=1.0),
    Fill.HALF: Ink(own=True, fill_opacity=0.32, edged=True, width=2.0),
    Fill.HOLLOW: Ink(own=False, fill_opacity=0.85, edged=True, width=2.0),
}
SHAFTS: Mapping[Fill | Line, str] = {Fill.HALF: "12 4 2 4", Fill.HOLLOW: "7 5", Line.DASHED: "3 5"}
DOTTED = "0.1 6"
"""The dashes of a shaft that crosses a border nobody says where, whatever its mark: that shows at its head."""
BAR, BAR_PAPER = 1.8, 4.0
"""Pixels: the bar across a mark, and the paper under it, by which it is seen on a filled one too."""

WORDS: Mapping[Fill | Line, str] = {
    Fill.HALF: "estimated",
    Fill.HOLLOW: "planned, pledged or possible",
    Line.DASHED: "disputed",
    Line.STRUCK: "denied or withdrawn",
}
"""What a legend says of each; a filled, firm mark is what its colour says."""

COUNTED = "counted or reported"
INFERRED = "place inferred"
MOVED = "moved; wider: more people"
NO_CROSSING = "crossing point not stated"
SOMEWHERE = "somewhere in this circle"
SEVERAL = "several figures: their number"
COUNT = "number of figures here"

PANELS: Mapping[Panel, str] = {
    Panel.TROOPS: "troops",
    Panel.DISPLACED: "displaced people",
    Panel.OTHER: "statements and homes",
}
LIGHT: Mapping[Panel, str] = {Panel.TROOPS: "#d55e00", Panel.DISPLACED: "#0072b2", Panel.OTHER: "#7a6a58"}
DARK: Mapping[Panel, str] = {Panel.TROOPS: "#f0803c", Panel.DISPLACED: "#56aee6", Panel.OTHER: "#b8a792"}
"""Colours that stay apart for colour-blind readers (Okabe and Ito), and their lighter kin for a dark page."""


def mark(claim: Claim) -> Mark:
    """The mark of a claim: its kind, and the last turn that its status took."""
    planned = any(turn.status in (Status.PLANNED, Status.PLEDGED) for turn in claim.statuses)
    if planned or claim.basis in (Basis.PLAN, Basis.CAPACITY):
        fill = Fill.HOLLOW
    elif claim.basis is Basis.ESTIMATE or any(turn.status is Status.ESTIMATED for turn in claim.statuses):
        fill = Fill.HALF
    else:
        fill = Fill.FILLED
    if claim.status in (Status.DENIED, Status.WITHDRAWN):
        return Mark(fill, Line.STRUCK)
    return Mark(fill, Line.DASHED if claim.status is Status.DISPUTED else Line.FIRM)


def css() -> str:
    """The table as rules for ``.mark`` elements. ``--own`` is the panel's colour, ``--paper`` what it lies on."""
    return "\n".join(_rules()) + "\n"


def _rules() -> Iterator[str]:
    for panel in Panel:
        yield f":is(.{panel.value}, [data-panel={panel.value}]) {{ --own: var(--{panel.value}); }}"
    for fill in Fill:
        yield f"{_both(fill.value)} {{ {_drawn(Mark(fill).ink)} }}"
    for fill in Fill:
        yield f"{_both(f'{fill.value}.dashed')} {{ {_drawn(Mark(fill, Line.DASHED).ink)} }}"
    for kind, dashes in SHAFTS.items():
        yield f":is(.arrow.{kind.value} .shaft, .shaft.{kind.value}) {{ stroke-dasharray: {dashes}; }}"
    yield f":is(.arrow.dotted .shaft, .shaft.dotted) {{ stroke-dasharray: {DOTTED}; stroke-linecap: round; }}"
    yield f".struck-paper {{ fill: none; stroke: var(--paper); stroke-width: {BAR_PAPER:g}; pointer-events: none; }}"
    yield f".struck-bar {{ fill: none; stroke: var(--own); stroke-width: {BAR:g}; pointer-events: none; }}"


def _both(classes: str) -> str:
    return f":is(.{classes} .mark, .mark.{classes})"


def _drawn(ink: Ink) -> str:
    parts = [
        f"fill: var(--{'own' if ink.own else 'paper'});",
        f"fill-opacity: {ink.fill_opacity:g};",
        f"stroke: var(--{'own' if ink.edged else 'paper'});",
        f"stroke-width: {ink.width:g};",
        *([f"stroke-dasharray: {ink.dashes};"] if ink.dashes else []),
    ]
    return " ".join(parts)


def colours(theme: Mapping[Panel, str]) -> str:
    """The colours of the panels as custom properties: "--troops: #d55e00; ..."."""
    return " ".join(f"--{panel.value}: {colour};" for panel, colour in theme.items())
