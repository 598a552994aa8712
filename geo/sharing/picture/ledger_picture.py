"""What is told differently, as a picture: the ledger of the page (geo.sheets.ledger), movement by movement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from geo.dataset.query import Catalogue, people
from geo.model import Claim
from geo.sharing.picture.dress import CHARTS, PLAIN, Dress, credit_line
from geo.sharing.picture.ink import PANELS, QUIET, RULE, as_svg, dot, fitted, group, node, sheet, words, wrapped
from geo.sheets.ledger import COLUMNS
from geo.wording import claims as wording
from geo.wording.differences import Movement, Telling, about, ledger, origins

WIDE, EDGE, HEAD, LINE = 1000, 24, 92, 15
"""Pixels: width, margin, head with the title and the names of the columns, one line of words."""
LEFT = (EDGE, 300, 540, 744)
"""Where the columns begin."""
MOST = 40
"""Rows of a picture; where there are more, the caption says so."""
CAPTION = "Figures that the articles give of one movement. None is averaged, and none is called right."


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines of one column, the first ``bold`` of them in bold, those from ``quiet`` on in grey."""

    lines: tuple[str, ...]
    bold: int = 0
    quiet: int = 99


@dataclass(frozen=True, slots=True)
class _Row:
    """One telling, or (without) the line over a movement."""

    cells: tuple[_Cell, ...]
    telling: Telling | None = None

    @property
    def height(self) -> float:
        return 30.0 if self.telling is None else LINE * max(len(cell.lines) for cell in self.cells) + 12.0


def ledger_picture(catalogue: Catalogue, shown: Sequence[Claim], dress: Dress = PLAIN) -> bytes:
    """Every movement of which a figure is shown, a row a telling: figure, speaker, outlet, place, difference."""
    movements = catalogue.differences(people(shown))
    each = [list(_movement(catalogue, movement)) for movement in movements]
    every = [row for some in each for row in some]
    told = [claim for claims, _ in movements for claim in claims]
    fixed = CHARTS[dress.size].height
    foot_room = 74.0
    rows = list(_fitting(each, fixed - HEAD - foot_room if fixed else None))
    count, all_told = (sum(row.telling is not None for row in some) for some in (rows, every))
    more = f" The first {count} of {all_told:,} figures." if count < all_told else ""
    caption = CAPTION if every else "No two figures shown are about the same movement and differ."
    foot = wrapped(f"{caption}{more} {credit_line(catalogue, told)}", WIDE - 2 * EDGE, size=10.5)
    bottom = HEAD + sum(row.height for row in rows)
    heading = f"Told differently. {dress.heading(catalogue)}"
    root = sheet(WIDE, fixed or int(bottom + 16 + 14 * len(foot) + 12), heading)
    words(root, fitted(heading, WIDE - 2 * EDGE, size=20, bold=True), EDGE, 36, bold=True, font_size=20)
    if dress.standfirst:
        said = fitted(dress.line(catalogue, shown), WIDE - 2 * EDGE, size=13)
        words(root, said, EDGE, 58, font_size=13, fill=QUIET)
    for left, name in zip(LEFT, COLUMNS, strict=True) if rows else ():
        words(root, name, left, HEAD - 8, font_size=11, fill=QUIET)
    top = float(HEAD)
    for row in rows:
        _draw(root, row, top)
        top += row.height
    for number, line in enumerate(foot):
        words(root, line, EDGE, bottom + 24 + 14 * number, font_size=10.5, fill=QUIET)
    return as_svg(root)


def _fitting(movements: Sequence[Sequence[_Row]], room: float | None) -> Iterator[_Row]:
    """The first movements for which there is room, each whole; of the very first what there is room for."""
    used, count = 0.0, 0
    for number, rows in enumerate(movements):
        high, tellings = sum(row.height for row in rows), len(rows) - 1
        if number and (count + tellings > MOST or (room is not None and used + high > room)):
            return
        for row in rows:
            if count >= MOST or (room is not None and used + row.height > room):
                return
            used += row.height
            count += row.telling is not None
            yield row


def _movement(catalogue: Catalogue, movement: Movement) -> Iterator[_Row]:
    head = f"{about(catalogue, movement[0])} · {origins(catalogue, movement)}"
    lines = tuple(wrapped(head, WIDE - 2 * EDGE, bold=True))
    yield _Row((_Cell(lines, bold=len(lines)),))
    for telling in ledger(catalogue, movement):
        yield _Row(tuple(_cells(telling)), telling)


def _cells(telling: Telling) -> Iterator[_Cell]:
    told = telling.told
    figure = _lines(told.counted, 0, inset=18, bold=True)
    yield _Cell((*figure, *_lines(wording.sentence_case(told.doubt), 0)), bold=len(figure), quiet=len(figure))
    for column, (first, second) in enumerate(((told.said, telling.printed), (telling.place, told.when)), 1):
        lines = _lines(first, column)
        yield _Cell((*lines, *_lines(second, column)), quiet=len(lines))
    than = f"Than {wording.figure(telling.than)}: {telling.why}" if telling.than else "–"
    yield _Cell(_lines(than, 3))


def _lines(text: str, column: int, *, inset: float = 0, bold: bool = False) -> tuple[str, ...]:
    ends = (*LEFT[1:], WIDE - EDGE + 16)
    return tuple(wrapped(text, ends[column] - LEFT[column] - 16 - inset, size=12, bold=bold))


def _draw(root: Element, row: _Row, top: float) -> None:
    node(root, "line", x1=EDGE, x2=WIDE - EDGE, y1=top, y2=top, stroke=RULE)
    inset = 0
    if row.telling is not None:
        claim, mark = row.telling.claim, row.telling.told.mark
        dot(group(root, claim.id, mark), mark, (EDGE + 6, top + 15), 5.5, PANELS[claim.panel])
        inset = 18
    for column, cell in enumerate(row.cells):
        for number, line in enumerate(cell.lines):
            x = LEFT[column] + (inset if column == 0 else 0)
            fill = {"fill": QUIET} if number >= cell.quiet else {}
            base = top + 19 + LINE * number
            words(root, line, x, base, bold=number < cell.bold, font_size=12, **fill)
