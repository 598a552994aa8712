"""What is told differently, as a picture: the ledger of the page (geo.sheets.ledger), movement by movement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from geo.dataset.query import Catalogue, people
from geo.model import Claim
from geo.sharing.picture.dress import CHARTS, PLAIN, Dress, credit_line
from geo.sharing.picture.ink import PANELS, QUIET, RULE, as_svg, dot, group, node, sheet, soft, words, wrapped
from geo.sharing.picture.page import TYPES, Type, foot, head
from geo.sheets.ledger import COLUMNS
from geo.wording import claims as wording
from geo.wording import deeds
from geo.wording.differences import Movement, Telling, about, ledger, origins

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

    def height(self, kind: Type) -> float:
        lines = kind.ledger_line * max(len(cell.lines) for cell in self.cells)
        return lines + (kind.ledger_line if self.telling is None else 12.0)


def ledger_picture(catalogue: Catalogue, shown: Sequence[Claim], dress: Dress = PLAIN, of: int | None = None) -> bytes:
    """Every movement of which a figure is shown, a row a telling: figure, speaker, outlet, place, difference. ``of``:
    how many movements there are, where ``shown`` are figures of the first of them alone."""
    movements, kind = catalogue.differences(people(shown)), TYPES[dress.size]
    each = [list(_movement(catalogue, movement, kind)) for movement in movements]
    every = [row for some in each for row in some]
    told = [claim for claims, _ in movements for claim in claims]
    fixed = CHARTS[dress.size].height
    all_told = sum(row.telling is not None for row in every)

    def under(rows: Sequence[_Row]) -> list[str]:
        """Caption and credits, where so much is drawn."""
        count = sum(row.telling is not None for row in rows)
        begun = len(rows) - count
        more = f" The first {count} of {all_told:,} figures." if count < all_told else ""
        if of is not None:
            more = f" The first {begun} of {wording.number(of, 'movement')}." if begun < of else ""
        caption = CAPTION if every else "No two figures shown are about the same movement and differ."
        return wrapped(f"{caption}{more} {credit_line(catalogue, told)}", kind.inside, size=kind.credit)

    rows = list(_fitting(each, kind, fixed - kind.head - kind.below(under([])) if fixed else None))
    below = under(rows)
    bottom = kind.head + sum(row.height(kind) for row in rows)
    heading = f"Told differently. {dress.heading(catalogue)}"
    root = sheet(kind.wide, fixed or int(bottom + 16 + kind.credit_line * len(below) + 12), heading)
    head(root, kind, heading, dress.under(catalogue))
    for left, name in zip(kind.columns, COLUMNS, strict=True) if rows else ():
        words(root, name, left, kind.head - 8, font_size=kind.axis, fill=QUIET)
    top = float(kind.head)
    for row in rows:
        _draw(root, row, kind, top)
        top += row.height(kind)
    foot(root, kind, below, bottom)
    return as_svg(root)


def _fitting(movements: Sequence[Sequence[_Row]], kind: Type, room: float | None) -> Iterator[_Row]:
    """The first movements for which there is room, each whole; of the very first what there is room for."""
    used, count = 0.0, 0
    for number, rows in enumerate(movements):
        high, tellings = sum(row.height(kind) for row in rows), len(rows) - 1
        if number and (count + tellings > MOST or (room is not None and used + high > room)):
            return
        for row in rows:
            if count >= MOST or (room is not None and used + row.height(kind) > room):
                return
            used += row.height(kind)
            count += row.telling is not None
            yield row


def _movement(catalogue: Catalogue, movement: Movement, kind: Type) -> Iterator[_Row]:
    behind = origins(catalogue, movement).replace(" ", "\u00a0")
    what = f"{about(catalogue, movement[0])} · {behind}"
    lines = tuple(wrapped(what, kind.inside, size=kind.ledger, bold=True))
    yield _Row((_Cell(lines, bold=len(lines)),))
    for telling in ledger(catalogue, movement):
        yield _Row(tuple(_cells(telling, kind)), telling)


def _cells(telling: Telling, kind: Type) -> Iterator[_Cell]:
    told = telling.told
    figure = _lines(told.counted, 0, kind, inset=22, bold=True)
    doubt = _lines(wording.sentence_case(told.doubt), 0, kind)
    yield _Cell((*figure, *doubt), bold=len(figure), quiet=len(figure))
    for column, (first, second) in enumerate(((told.said, telling.printed), (telling.place, told.when)), 1):
        lines = _lines(first, column, kind)
        yield _Cell((*lines, *_lines(second, column, kind)), quiet=len(lines))
    than = f"Than {wording.figure(telling.than)}: {telling.why}" if telling.than else "–"
    yield _Cell(_lines(than, 3, kind))


def _lines(text: str, column: int, kind: Type, *, inset: float = 0, bold: bool = False) -> tuple[str, ...]:
    ends = (*kind.columns[1:], kind.wide - kind.edge + 16)
    room = ends[column] - kind.columns[column] - 16 - inset
    return tuple(wrapped(text, room, size=kind.ledger, bold=bold))


def _draw(root: Element, row: _Row, kind: Type, top: float) -> None:
    node(root, "line", x1=kind.edge, x2=kind.wide - kind.edge, y1=top, y2=top, stroke=RULE)
    inset = 0
    if row.telling is not None:
        claim, mark = row.telling.claim, row.telling.told.mark
        own, (x, y), colour = group(root, claim.id, mark), (kind.edge + 6, top + kind.ledger_line), PANELS[claim.panel]
        dot(own, mark, (x, y), 5.5, colour)
        if deeds.guess(claim):
            soft(own, x, y, 9.5, colour)
        inset = 22
    for column, cell in enumerate(row.cells):
        for number, line in enumerate(cell.lines):
            x = kind.columns[column] + (inset if column == 0 else 0)
            fill = {"fill": QUIET} if number >= cell.quiet else {}
            base = top + 4 + kind.ledger_line * (1 + number)
            words(root, line, x, base, bold=number < cell.bold, font_size=kind.ledger, **fill)
