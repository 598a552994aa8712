"""Words of a picture beside what they are about: names of places over their figures, lists of areas and borders."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from xml.etree.ElementTree import Element

from geo import measures
from geo.dataset import counts
from geo.maps import words as labels
from geo.maps.figures import Figure, Form
from geo.marks import NO_CROSSING, Mark
from geo.model import Panel, Place
from geo.sharing.picture.arrows import Bundle, along
from geo.sharing.picture.ink import HALOED, PANELS, PAPER, QUIET, RULE, Style, dot, group, node, soft, width, words
from geo.sharing.picture.ink import wrapped as lines_of
from geo.sharing.picture.lands import Lands
from geo.sharing.picture.room import SHAFT, SOLID, THIN, Box, Room, apart, around
from geo.sharing.picture.spot import LED, Spot, centred
from geo.sharing.picture.symbols import Symbols
from geo.sharing.picture.world import Ring

SHOWN, HIDDEN = "shown", "hidden"
"""What an editor may want of a figure's words (geo.maps.figures.Figure.label)."""
MOST_LINES = 4
"""Figures named at one place; more are counted."""
LINE = 16.0
ALONE = (110.0, 140.0, 170.0)
"""How wide words of a circle may be in a picture of the world: the first that makes three lines, and none abroad."""
CROSSED = 1500.0
"""What it costs, for each place where it happens, to lead a line over an arrow."""
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7)
"""Where along an arrow its words may stand, as shares of its way."""
FAR = (54.0, 94.0)
"""Pixels from a border to a list that would hide a part of it nearby: a line leads there."""


@dataclass(frozen=True)
class Captions:
    """Writes into ``root`` where ``room`` is left; ``countries`` are names by code, ``world``: of such a picture."""

    root: Element
    symbols: Symbols
    lands: Lands
    room: Room
    countries: Mapping[str, str]
    world: bool

    def write(self, at: Mapping[str, Sequence[Figure]], bundles: Sequence[Bundle]) -> None:
        """The largest first; in a picture of the world the fullest few, of rings too."""
        named = [(self.symbols.places[place_id], figures) for place_id, figures in at.items()]
        if self.world:
            self._world(named)
            return
        left = [(place, [figure for figure in figures if not figure.dotted]) for place, figures in named]
        left = sorted(((place, figures) for place, figures in left if figures), key=lambda one: _weight(one[1]))
        # A circle's words stand beside it; those of an arrow and of an area may go along it.
        for place, figures in left:
            if not self._on_paper(place, figures):
                self._place(place, figures)
        for bundle in (it for it in bundles if it.lead.dotted and any(one.label != HIDDEN for one in it.figures)):
            self._moved(bundle)
        for place, figures in left:
            if self._on_paper(place, figures):
                self._place(place, figures)

    def _world(self, named: Sequence[tuple[Place, Sequence[Figure]]]) -> None:
        """The fullest few that have room for it get a name; what has no symbol, its number at least."""
        rings = self.symbols.rings
        places = {place.id: place for ring in rings for place in ring.places}
        called = labels.regions([it.figures for it in rings], places, self.countries)
        writers: list[tuple[int, Callable[..., bool]]] = [
            (len(ring.figures), partial(self._ring, ring, name)) for ring, name in zip(rings, called, strict=True)
        ]
        for place, figures in named:
            if place.id not in self.symbols.ringed:
                writers.append((len(figures), partial(self._place, place, figures)))
        left = measures.MOST_NAMES
        for _, write in sorted(writers, key=lambda it: -it[0]):
            left -= write(named=left > 0)
        self._alone([figures for place, figures in named if self._has_circles(place, figures)])

    def _alone(self, circles: Sequence[Sequence[Figure]]) -> None:
        """Words of circles that stand in no ring: a picture has no click that would tell them. The largest few first,
        each close by or not at all."""
        told = [it for it in circles if any(figure.label != HIDDEN for figure in it)]
        left = measures.MOST_NAMES
        for figures in sorted(told, key=_weight):
            lead = max(figures, key=lambda it: (it.label != HIDDEN, it.value or 0))
            said = lead.short if len(figures) == 1 else _tally(figures)
            place = self.symbols.places[lead.place]
            x, y = self.symbols.frame.at((place.lat or 0, place.lon or 0))
            spot = Spot(x, y, self.symbols.reach(place, figures), paper=False)
            lines = min((lines_of(said, wide) for wide in ALONE), key=lambda it: max(3, len(it)))
            left -= left > 0 and self._block(lines, [], spot, clear=True, bold=False)

    def _has_circles(self, place: Place, figures: Sequence[Figure]) -> bool:
        return any(self.symbols.is_circled(place, figure) for figure in figures)

    def _ring(self, ring: Ring, name: str, *, named: bool) -> bool:
        """The name of a ring, short where it finds no room for more but over another. Whether it is written."""
        spots = [Spot(ring.x, ring.y, ring.reach, False, direct=direct) for direct in (True, False)]
        ways = product(spots, (name, labels.shortened(name)))
        return named and any(self._block([words], [], spot) for spot, words in ways)

    def _moved(self, bundle: Bundle) -> None:
        """Beside a dotted arrow, which belongs to no place: clear of its dots, where it can be."""
        several = len(bundle.figures) > 1
        said = _tally(bundle.figures) if several else bundle.lead.short
        spots = [Spot(*along(self.symbols.frame, bundle, share), 8, paper=False) for share in ALONG]
        if not any(self._block([said, NO_CROSSING], [], spot, clear=True) for spot in spots):
            self._block([said, NO_CROSSING], [], spots[0])

    def _place(self, place: Place, figures: Sequence[Figure], *, named: bool = True) -> bool:
        """The place's name over its figures; where they find no room, the name and their number; and the number alone,
        as for a place that is not ``named``. Whether the name is written."""
        if not figures:
            return False
        most = 1 if self.symbols.is_dense else MOST_LINES
        told = sorted((it for it in figures if it.label != HIDDEN), key=lambda it: it.label != SHOWN)[:most]
        lines = [figure.short for figure in told]
        if told and len(figures) > len(told):
            lines.append(f"and {len(figures) - len(told):,} more")
        paper = self._on_paper(place, figures)
        x, y = self.symbols.frame.at((place.lat or 0, place.lon or 0))
        reach = self.symbols.reach(place, figures) or measures.SMALLEST
        spot, name = Spot(x, y, reach, paper, place.countries), labels.heading(place)
        counted = f"{name}: {_tally(figures)}"
        # A list of figures is as large as a continent in a picture of the world.
        if named and not self.world and self._block([name, *lines], told or figures, spot):
            return True
        if not paper:
            return named and self._block([counted], [], spot)
        written = named and self._count(figures, spot, counted)
        if not written:
            self._count(figures, spot, f"{len(figures):,}")
        return written

    def _on_paper(self, place: Place, figures: Sequence[Figure]) -> bool:
        """Whether some of these have no symbol, so that a list stands for them."""
        return any(figure.form is not Form.CIRCLE and not self._has_symbol(place, figure) for figure in figures)

    def _has_symbol(self, place: Place, figure: Figure) -> bool:
        return place.id in self.symbols.ringed or self.symbols.is_circled(place, figure)

    def _best(self, boxes: Sequence[Box], at: Spot) -> Box | None:
        """What is about one country stands over that one, where it can; on no arrow, and no line leads over one."""
        is_home = len(at.codes) == 1 and at.paper

        def strange(box: Box) -> float:
            led = self.room.crossed(at.led(box), SHAFT)
            return CROSSED * led + (measures.ABROAD * self.lands.abroad(at.codes, box) if is_home else 0.0)

        return self.room.clear(boxes, at.x, at.y, strange) or self.room.best(boxes, at.x, at.y, strange)

    def _count(self, figures: Sequence[Figure], spot: Spot, text: str) -> bool:
        """``text`` with their number, for figures about an area or a border that find no room for more; before it a
        mark for each panel, that of its figures where they have the same. False where there is no room for that."""
        panels = [it for it in Panel if any(figure.panel is it for figure in figures)]
        ringed = 3 * all(figure.inferred for figure in figures if figure.panel is panels[-1])
        wide, high = 15 + ringed + 11 * len(panels) + width(text, size=11, bold=True), 18.0
        boxes = [centred(spot, wide, high), *around(spot.x, spot.y, wide, high, 0)]
        if self.world and len(spot.codes) == 1 and not text.isdecimal():
            boxes = [box for box in boxes if self.lands.abroad(spot.codes, box) <= measures.MOST_ABROAD]
        box = self._best(boxes, spot)
        if box is None:
            return False
        self._leader(spot, box)
        left, top, *_ = box
        node(self.root, "rect", x=left, y=top, width=wide, height=high, rx=9, fill=PAPER, stroke=RULE)
        for number, panel in enumerate(panels):
            first, *others = (figure for figure in figures if figure.panel is panel)
            alike = all(other.mark == first.mark for other in others)
            own = group(self.root, first.claim, first.mark) if alike else self.root
            at = left + 11 + 11 * number, top + 9
            dot(own, first.mark if alike else Mark(), at, 4, PANELS[panel])
            if first.inferred and all(other.inferred for other in others):
                soft(own, *at, 6.6, PANELS[panel])
        words(self.root, text, left + 8 + ringed + 11 * len(panels), top + 13, bold=True, font_size=11)
        return True

    def _block(
        self, lines: Sequence[str], marks: Sequence[Figure], at: Spot, *, clear: bool = False, bold: bool = True
    ) -> bool:
        """``lines`` in the best free box near ``at``, the first of them ``bold``; on paper a mark stands before those
        of ``marks``. ``clear``: so near that no line has to lead there, and on no arrow. False where there is no room.
        """
        edge, mark = (9, 14) if at.paper else (0, 0)
        wide = (
            max(width(line, bold=bold and not number) + bool(number) * mark for number, line in enumerate(lines))
            + 2 * edge
        )
        high = LINE * len(lines) + edge
        boxes = [*([centred(at, wide, high)] if at.paper else []), *around(at.x, at.y, wide, high, at.reach)]
        if at.paper and not self.world and self.room.has(boxes):  # where it may stand, it need not hide its own border
            boxes += [box for far in FAR for box in around(at.x, at.y, wide, high, at.reach + far)]
        if self.world and at.paper and len(at.codes) == 1:
            boxes = [box for box in boxes if self.lands.abroad(at.codes, box) <= measures.MOST_ABROAD]
        if at.direct:
            boxes = [box for box in boxes if not self.room.crossed(at.beyond(box), SOLID)]
        near = [box for box in boxes if apart(box, at.x, at.y) <= at.reach + LED]
        box = self.room.clear(near, at.x, at.y) if clear else self._best(boxes, at)
        if box is None:
            return False
        self._leader(at, box)
        left, top, right, _ = box
        if at.paper:
            node(self.root, "rect", x=left, y=top, width=wide, height=high, rx=3, fill=PAPER, stroke=RULE)
        ends = right < at.x and not at.paper
        for number, line in enumerate(lines):
            base = top + edge / 2 + LINE * (number + 1) - 4
            if at.paper and 0 < number <= len(marks):
                self._dot(marks[number - 1], left + edge + 4, base - 4)
            x = right if ends else left + edge + bool(number) * mark
            halo: Style = {} if at.paper else HALOED
            words(self.root, line, x, base, bold=bold and not number, text_anchor="end" if ends else "start", **halo)
        return True

    def _dot(self, figure: Figure, x: float, y: float) -> None:
        own, colour = group(self.root, figure.claim, figure.mark), PANELS[figure.panel]
        dot(own, figure.mark, (x, y), 4, colour)
        if figure.inferred:
            soft(own, x, y, 6.6, colour)

    def _leader(self, at: Spot, box: Box) -> None:
        """A line from the symbol's edge to a box that stands away from it; the ground's names keep off it."""
        points = at.led(box)
        if not points:
            return
        (x1, y1), (x2, y2) = points[0], points[-1]
        node(self.root, "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=QUIET, stroke_width=1)
        for x, y in points:
            self.room.take((x - 1, y - 1, x + 1, y + 1), THIN)


def _weight(figures: Sequence[Figure]) -> tuple[bool, int]:
    """What is written first has least: what the editor wants written, then the largest."""
    return all(figure.label != SHOWN for figure in figures), -max(figure.value or 0 for figure in figures)


def _tally(figures: Sequence[Figure]) -> str:
    """As the page counts them: "2 figures", "1 statement"."""
    statements = sum(figure.panel is Panel.OTHER for figure in figures)
    return counts.told(len(figures) - statements, statements)
