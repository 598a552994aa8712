"""The page of a chart: how large its words are and where they stand, by what the picture is for; its head and foot."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from geo.sharing.picture.dress import Size
from geo.sharing.picture.ink import QUIET, clipped, fitted, width, words, wrapped


@dataclass(frozen=True, slots=True)
class Type:
    """Pixels of a drawing: the size of each kind of words, and the room that they and their lines take."""

    wide: int
    edge: int
    head: int
    """Where the first row begins, below title and axis."""
    title: float
    title_at: int
    said: float
    said_at: int
    """Size and base of the line below the title."""
    two: float
    two_at: tuple[int, int, int]
    """Size of a title that takes two lines, and the bases of these and of the line below."""
    figure: float
    deed: float
    source: float
    axis: float
    row: int
    """A row of three lines: the figure, the deed, the source."""
    line: int
    """Each further line of a row's words."""
    plot: tuple[float, float]
    """Where the plot of a chart begins and ends."""
    credit: float
    credit_line: int
    credit_at: int
    """Caption and credits: their size, their lines, and the first of them below the last row."""
    columns: tuple[int, int, int, int]
    """Where the columns of a ledger begin."""
    ledger: float
    ledger_line: int
    """Its words, and their lines."""

    @property
    def words(self) -> float:
        """What a line of words may take beside the plot."""
        return self.plot[0] - self.edge - 28

    @property
    def inside(self) -> float:
        """What a line of words may take across the picture."""
        return self.wide - 2.0 * self.edge

    def below(self, lines: Sequence[str]) -> float:
        """The room that caption and credits take."""
        return self.credit_at + self.credit_line * len(lines)

    def x(self, per_cent: float) -> float:
        """Where a per cent of the plot is."""
        left, right = self.plot
        return left + (right - left) * per_cent / 100


_PAGE = Type(
    wide=1000, edge=24, head=92, title=20, title_at=36, said=13, said_at=58,
    two=16.5, two_at=(24, 44, 64),
    figure=13, deed=11.5, source=11, axis=11, row=54, line=14, plot=(540.0, 976.0),
    credit=10.5, credit_line=14, credit_at=24,
    columns=(24, 300, 540, 744), ledger=12, ledger_line=15,
)  # fmt: skip
TYPES: Mapping[Size, Type] = {
    Size.WEB: _PAGE,
    Size.PRINT: _PAGE,
    # A feed shows 1200 dots on some 540 pixels: its words are read at less than half of what they are here (x 2).
    Size.SOCIAL: Type(
        wide=600, edge=16, head=66, title=17, title_at=26, said=11, said_at=44,
        two=13.5, two_at=(15, 30, 44),
        figure=13, deed=11, source=10.5, axis=10, row=46, line=13, plot=(350.0, 584.0),
        credit=8, credit_line=10, credit_at=12,
        columns=(16, 176, 318, 452), ledger=10.5, ledger_line=13,
    ),
}  # fmt: skip


def title_size(heading: str, room: float, most: float, least: float) -> float | None:
    """The largest size, no smaller than ``least``, at which a title fits on one line; None where it needs two."""
    lines = wrapped(heading, room, size=least, bold=True)
    if len(lines) != 1:
        return None
    fits = int(10 * room / max(1e-6, width(lines[0], size=1, bold=True))) / 10
    return min(most, fits) if fits >= least else None


def line_below(said: str, room: float, size: float) -> str:
    """What stands below a title, on one line: where it is too long, brackets at its end are left out first."""
    shorter = re.sub(r" \([^()]*\)(\.?)$", r"\1", said)
    return said if len(wrapped(said, room, size=size)) == 1 else fitted(shorter, room, size=size)


def head(root: Element, kind: Type, heading: str, said: str) -> None:
    """The title, on two smaller lines where it does not fit on one, and the line below it (``said``)."""
    size, bases, said_at = kind.two, list(kind.two_at[:2]), kind.two_at[2]
    if one := title_size(heading, kind.inside, kind.title, kind.two):
        size, bases, said_at = one, [kind.title_at], kind.said_at
    lines = clipped(heading, kind.inside, len(bases), size=size, bold=True)
    for line, base in zip(lines, bases, strict=False):
        words(root, line, kind.edge, base, bold=True, font_size=size)
    line = line_below(said, kind.inside, kind.said)
    words(root, line, kind.edge, said_at, font_size=kind.said, fill=QUIET)


def foot(root: Element, kind: Type, lines: Sequence[str], bottom: float) -> None:
    """Caption and credits below ``bottom``."""
    for number, line in enumerate(lines):
        base = bottom + kind.credit_at + kind.credit_line * number
        words(root, line, kind.edge, base, font_size=kind.credit, fill=QUIET)
