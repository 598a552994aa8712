"""The map as an SVG with title, legend and credits: the forms of geo.maps.layout on the ground of static/basemap."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import sqrt
from xml.etree.ElementTree import Element

from geo.dataset.query import Catalogue
from geo.maps import words as labels
from geo.maps.figures import Figure, Form, MapView, Missing
from geo.maps.geometry import outlines
from geo.maps.layout import layout
from geo.maps.standing import INFERRED, at
from geo.marks import NO_CROSSING
from geo.model import Claim, Place, Precision
from geo.sharing.picture import clip, ground, legend
from geo.sharing.picture.arrows import Arrows, Bundle, bundled
from geo.sharing.picture.dress import MAPS, PLAIN, Dress, credit_line
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import (
    HALOED,
    PANELS,
    PAPER,
    QUIET,
    RULE,
    Style,
    as_svg,
    dot,
    fitted,
    group,
    node,
    sheet,
    soft,
    width,
    words,
    wrapped,
)
from geo.sharing.picture.room import THIN, Box, Room, apart, around
from geo.sharing.picture.world import MOST_NAMES, Ring, gathered, is_world
from geo.sharing.view import Camera
from geo.wording import claims as wording

HEAD, FOOT, EDGE = 78, 44, 24
"""Pixels of the head with the title, of the foot with credits, and of the margin."""
FOOT_LINES = 3
SMALLEST, LARGEST = 6.0, 34.0
"""Radii of circles in pixels."""
DENSE = 80
"""With more figures than this symbols are smaller, and one figure is named at a place."""
CORNER = (400, 280)
"""Pixels of a corner that a legend may take."""
MOST_LINES = 4
"""Figures named at one place; more are counted."""
LINE = 16.0


def map_picture(
    catalogue: Catalogue, shown: Sequence[Claim], camera: Camera | None = None, dress: Dress = PLAIN
) -> bytes:
    """The figures of ``shown`` as SVG, of the size of ``dress``; ``camera`` is where to look from, by default to see
    them all."""
    view, paper, heading = layout(catalogue, shown), MAPS[dress.size], dress.heading(catalogue)
    room, wide = paper.width - 2 * EDGE, paper.width - paper.beside
    root = sheet(paper.width, paper.height, heading)
    words(root, fitted(heading, room, size=24, bold=True), EDGE, 36, font_size=24, bold=True)
    words(root, fitted(dress.line(catalogue, shown), room, size=13), EDGE, 60, font_size=13, fill=QUIET)
    high = paper.height - HEAD - FOOT
    frame = Frame.seen(camera, wide, high) if camera else Frame.around(view.window, wide, high, margin=high / 6)
    inner = node(root, "svg", x=0, y=HEAD, width=frame.width, height=frame.height, viewBox=f"0 0 {wide} {high}")
    strip = node(root, "svg", x=wide, y=HEAD, width=paper.beside, height=high) if paper.beside else None
    drawn, rings = gathered(view, frame) if is_world(view, frame) else (view, None)
    _Drawing(catalogue, drawn, frame, inner, strip, rings).draw()
    foot = f"{_outside(view, frame)}{_missing(view)}{credit_line(catalogue, shown)}"
    for number, line in enumerate(wrapped(foot, room, size=10.5)[:FOOT_LINES]):
        words(root, line, EDGE, HEAD + high + 15 + number * 13, font_size=10.5, fill=QUIET)
    return as_svg(root)


def _missing(view: MapView) -> str:
    """How many figures are not on the map, and why."""
    reasons = Counter(_reason(one) for one in view.tray)
    return f"{len(view.tray):,} not on the map ({', '.join(reasons)}). " if view.tray else ""


def _outside(view: MapView, frame: Frame) -> str:
    """What lies outside of the picture, by name."""
    places = {place.id: place for place in view.places}
    left_out: Counter[str] = Counter()
    for figure in view.figures:
        place = places[figure.place]
        ends = [at(place), *(figure.path or ())]
        if place.precision is not Precision.LINE and not any(frame.holds(end) for end in ends):
            left_out[labels.heading(place)] += 1
    if not left_out:
        return ""
    named = [f"{name} ({count})" for name, count in left_out.most_common(MOST_NAMES)]
    return f"Outside the picture: {wording.listed([*named, *(['others'] if len(left_out) > MOST_NAMES else [])])}. "


def _reason(one: Missing) -> str:
    """In few words: a picture has no room for every reason in full."""
    return "Dateline did not find where" if one.sentence else INFERRED if one.why == INFERRED else "not located"


def _weight(figures: Sequence[Figure]) -> tuple[bool, int]:
    """What is written first has least: what the editor wants written, then the largest."""
    return all(figure.label != "shown" for figure in figures), -max(figure.value or 0 for figure in figures)


@dataclass(frozen=True, slots=True)
class _Spot:
    """What words stand beside: a symbol of radius ``reach`` at (x, y); on ``paper`` where it is an area or a line."""

    x: float
    y: float
    reach: float
    paper: bool


@dataclass(frozen=True)
class _Drawing:
    """A view on its way to paper; the legend stands in ``strip``, on the map where there is none; ``rings`` stand for
    places of a picture of the world, None of any other."""

    catalogue: Catalogue
    view: MapView
    frame: Frame
    root: Element
    strip: Element | None = None
    rings: tuple[Ring, ...] | None = None

    def draw(self) -> None:
        places = {place.id: place for place in self.view.places}
        at: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.view.figures:
            at[figure.place].append(figure)
        borders = ["-".join(sorted(place.countries)) for place in places.values() if place.precision is Precision.LINE]
        ground.draw(self.root, self.frame, self.view.focus, borders)
        room = Room(self.frame.width, self.frame.height)
        if self.strip is not None:
            legend.draw(self.strip, self.view, self.values, self._radius, legend.Stand.STRIP, rings=bool(self.rings))
        else:
            stand, has_rings = self._emptier(), bool(self.rings)
            room.take(legend.draw(self.root, self.view, self.values, self._radius, stand, rings=has_rings))
        lines = [place for place in places.values() if place.precision is Precision.LINE]
        for place in sorted(lines, key=self._corners, reverse=True):  # a part above the whole
            self._line(place, at.get(place.id, []), room)
        geometries, reach = self.catalogue.collection.geometries, {it: self._reach(places[it], at[it]) for it in at}
        drawn = Arrows(self.root, self.frame, places, geometries, reach, self.widest, self.is_dense)
        for bundle in self.bundles:
            drawn.draw(bundle, room)
        for place_id, figures in at.items():
            self._circles(places[place_id], figures, room)
        for ring in self.rings or ():
            ring.draw(self.root)
            room.take((ring.x - ring.reach, ring.y - ring.reach, ring.x + ring.reach, ring.y + ring.reach))
        self._say([(places[place_id], figures) for place_id, figures in at.items()], room)
        self._names(room)

    def _say(self, named: Sequence[tuple[Place, Sequence[Figure]]], room: Room) -> None:
        """Words beside what is drawn: the largest first, in a picture of the world the fullest few, of rings too."""
        if self.rings is None:
            for place, figures in sorted(named, key=lambda one: _weight(one[1])):
                self._words(place, figures, room, alone=False)
            return
        full = sorted((len(it.figures) for it in self.rings), reverse=True)
        full = sorted([*full, *(len(figures) for _, figures in named)], reverse=True)[:MOST_NAMES]
        left = MOST_NAMES
        for ring in sorted(self.rings, key=lambda it: -len(it.figures)):
            if left and len(ring.figures) >= full[-1]:
                left -= 1
                more = f"{labels.heading(ring.places[0])} and {len(ring.places) - 1:,} more"
                self._block([more], [], _Spot(ring.x, ring.y, ring.reach, paper=False), room)
        for place, figures in sorted(named, key=lambda one: -len(one[1])):
            is_named = left > 0 and len(figures) >= full[-1]
            left -= is_named
            self._words(place, figures, room, alone=not is_named)

    def _emptier(self) -> legend.Stand:
        """The corner under which fewest figures lie, a lower one before an upper one: the legend stands there."""
        places = {place.id: place for place in self.view.places}
        ends = [end for figure in self.view.figures for end in figure.path or ()]
        ends += [at(places[figure.place]) for figure in self.view.figures]
        ends += [at(place) for ring in self.rings or () for place in ring.places]
        wide, high = CORNER
        points = [(x, y) for x, y in map(self.frame.at, ends) if 0 < x < self.frame.width and 0 < y < self.frame.height]

        def under(*, right: bool, upper: bool) -> int:
            beside = ((self.frame.width - x if right else x, y if upper else self.frame.height - y) for x, y in points)
            return sum(x < wide and y < high for x, y in beside)

        corners = {
            legend.Stand.LEFT: under(right=False, upper=False),
            legend.Stand.RIGHT: under(right=True, upper=False),
            legend.Stand.TOP_LEFT: under(right=False, upper=True),
            legend.Stand.TOP_RIGHT: under(right=True, upper=True),
        }
        return min(corners, key=corners.__getitem__)

    @property
    def is_dense(self) -> bool:
        return len(self.view.figures) > DENSE

    def _corners(self, place: Place) -> int:
        return sum(map(len, outlines(self.catalogue.collection.geometries[place.id])))

    def _line(self, place: Place, figures: Sequence[Figure], room: Room) -> None:
        points = [[self.frame.at(p) for p in line] for line in outlines(self.catalogue.collection.geometries[place.id])]
        seen = [part for line in points for part in clip.line(line, self.frame.box(ground.MARGIN))]
        colour = PANELS[figures[0].panel] if figures else QUIET
        path = "".join(map(ground.drawn, seen))
        if not path:
            return
        node(self.root, "path", d=path, fill="none", stroke=colour, stroke_width=2.6, stroke_linejoin="round")
        for line in () if self.is_dense else seen:
            for (x, y), _ in pairwise(line):
                room.take((x - 2, y - 2, x + 2, y + 2), THIN)

    def _is_circled(self, place: Place, figure: Figure) -> bool:
        """A figure at a point has a circle there, also where an arrow starts or ends."""
        return figure.form is not Form.ROW and place.precision in (Precision.POINT, Precision.RADIUS)

    @cached_property
    def values(self) -> list[int]:
        """What the circles stand for."""
        places = {place.id: place for place in self.view.places}
        return [f.value for f in self.view.figures if f.value and self._is_circled(places[f.place], f)]

    @cached_property
    def pixels(self) -> float:
        """Pixels of radius for the root of a person."""
        largest = LARGEST / 2 if self.is_dense else LARGEST
        return min(SMALLEST / sqrt(min(self.values)), largest / sqrt(max(self.values))) if self.values else 0.0

    @cached_property
    def bundles(self) -> list[Bundle]:
        """What moved, one arrow each."""
        return bundled(self.view)

    @cached_property
    def widest(self) -> int:
        """The largest figure that moves."""
        return max([figure.value or 0 for figure in self.view.figures if figure.path] + [1])

    def _radius(self, value: int | None) -> float:
        return max(SMALLEST, self.pixels * sqrt(value or 0))

    def _reach(self, place: Place, figures: Sequence[Figure]) -> float:
        """The radius of the symbol at a place; 0 where it has none."""
        own = [self._radius(figure.value) for figure in figures if self._is_circled(place, figure)]
        return max(own) + 4 * (place.precision is Precision.RADIUS) if own else 0.0

    def _circles(self, place: Place, figures: Sequence[Figure], room: Room) -> None:
        """Largest first, one on the other: every one keeps an edge that shows."""
        circled = sorted((f for f in figures if self._is_circled(place, f)), key=lambda f: -(f.value or 0))
        if not circled:
            return
        x, y = self.frame.at((place.lat or 0, place.lon or 0))
        reach = self._radius(circled[0].value)
        if not clip.touches([(x, y)], self.frame.box(reach + 8)):
            return
        if place.precision is Precision.RADIUS:
            reach += 4
            node(self.root, "circle", cx=x, cy=y, r=reach, fill="none", stroke=QUIET, stroke_dasharray="3 2.5")
        for number, figure in enumerate(circled):
            r = max(3.0, min(self._radius(figure.value), reach - 4.0 * number))
            own, colour = group(self.root, figure.claim, figure.mark), PANELS[figure.panel]
            dot(own, figure.mark, (x, y), r, colour)
            if figure.inferred:
                soft(own, x, y, r + 4, colour)
        room.take((x - reach, y - reach, x + reach, y + reach))

    def _words(self, place: Place, figures: Sequence[Figure], room: Room, *, alone: bool) -> None:
        """The place's name over its figures, beside its symbol; on paper where it stands for an area or a line. Where
        they find no room, the name and the count; and the count alone, as for a place that stands ``alone``."""
        for bundle in (
            ()
            if alone or self.rings is not None
            else (it for it in self.bundles if it.lead.dotted and it.lead.place == place.id)
        ):
            if all(it.label == "hidden" for it in bundle.figures):
                continue
            (a, b), (c, d) = (self.frame.at(position) for position in bundle.lead.path or ())
            middle = _Spot((a + c) / 2, (b + d) / 2, reach=8, paper=False)
            said = wording.number(len(bundle.figures), "figure") if len(bundle.figures) > 1 else bundle.lead.short
            self._block([said, NO_CROSSING], [bundle.lead], middle, room)
        rest = [figure for figure in figures if alone or not figure.dotted]
        if not rest:
            return
        most = 1 if self.is_dense else MOST_LINES
        told = sorted((it for it in rest if it.label != "hidden"), key=lambda it: it.label != "shown")[:most]
        lines = [figure.short for figure in told]
        if told and len(rest) > len(told):
            lines.append(f"and {len(rest) - len(told):,} more")
        x, y = self.frame.at((place.lat or 0, place.lon or 0))
        paper = any(figure.form is not Form.CIRCLE and not self._is_circled(place, figure) for figure in rest)
        circled = [figure for figure in rest if self._is_circled(place, figure)]
        reach = max((self._radius(figure.value) + 6 * figure.inferred for figure in circled), default=6.0)
        spot, name = _Spot(x, y, reach, paper), labels.heading(place)
        counted = f"{name}: {wording.number(len(rest), 'figure')}"
        # A list of figures is as large as a continent there.
        tries = [] if alone else [[counted]] if self.rings is not None else [[name, *lines], [counted]]
        for tried in tries:
            if self._block(tried, told or rest, spot, room):
                return
        if paper:
            self._count(len(rest), rest[0], spot, room)

    def _count(self, count: int, figure: Figure, spot: "_Spot", room: Room) -> None:
        """A mark with a number, for figures about an area or a border that find no room for words."""
        text = f"{count:,}"
        wide, high = 26 + width(text, size=11, bold=True), 18.0
        centred = (spot.x - wide / 2, spot.y - high / 2, spot.x + wide / 2, spot.y + high / 2)
        box = room.best([centred, *around(spot.x, spot.y, wide, high, 0)], spot.x, spot.y)
        if box is None:
            return
        left, top, *_ = box
        node(self.root, "rect", x=left, y=top, width=wide, height=high, rx=9, fill=PAPER, stroke=RULE)
        dot(group(self.root, figure.claim, figure.mark), figure.mark, (left + 11, top + 9), 4, PANELS[figure.panel])
        words(self.root, text, left + 19, top + 13, bold=True, font_size=11)

    def _block(self, lines: Sequence[str], marks: Sequence[Figure], at: _Spot, room: Room) -> bool:
        """``lines`` in the first free box near ``at``, the first of them bold; a mark stands before those of ``marks``.
        False where there is none."""
        edge, mark = (9, 14) if at.paper else (0, 0)
        wide = max(width(line, bold=not number) + bool(number) * mark for number, line in enumerate(lines)) + 2 * edge
        high = LINE * len(lines) + edge
        centred = [(at.x - wide / 2, at.y - high / 2, at.x + wide / 2, at.y + high / 2)] if at.paper else []
        box = room.best([*centred, *around(at.x, at.y, wide, high, at.reach)], at.x, at.y)
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
                figure = marks[number - 1]
                own, colour = group(self.root, figure.claim, figure.mark), PANELS[figure.panel]
                dot(own, figure.mark, (left + edge + 4, base - 4), 4, colour)
                if figure.inferred:
                    soft(own, left + edge + 4, base - 4, 6.6, colour)
            x = right if ends else left + edge + bool(number) * mark
            halo: Style = {} if at.paper else HALOED
            words(self.root, line, x, base, bold=not number, text_anchor="end" if ends else "start", **halo)
        return True

    def _leader(self, at: _Spot, box: Box) -> None:
        """A line from the symbol's edge to a box that stands away from it."""
        away = apart(box, at.x, at.y)
        if away <= at.reach + 20:
            return
        x, y = min(max(at.x, box[0]), box[2]), min(max(at.y, box[1]), box[3])
        start = at.x + (x - at.x) * at.reach / away, at.y + (y - at.y) * at.reach / away
        node(self.root, "line", x1=start[0], y1=start[1], x2=x, y2=y, stroke=QUIET, stroke_width=1)

    def _names(self, room: Room) -> None:
        """Countries, then towns, where nothing else stands."""
        pixels = self.frame.scale / 360
        for name, lat, lon, degrees in ground.names():
            text = name.upper()
            wide = width(text, size=11, bold=True) + 1.2 * len(text)
            if degrees * pixels < wide * 0.8:
                continue
            x, y = self.frame.at((lat, lon))
            boxes = [(x - wide / 2 + dx, y - 8 + dy, x + wide / 2 + dx, y + 8 + dy) for dx, dy in _BESIDE]
            if box := room.first_free(boxes):
                middle = (box[0] + box[2]) / 2
                style: Style = {"font_size": 11, "letter_spacing": 1.2, "text_anchor": "middle", "fill": QUIET}
                words(self.root, text, middle, box[3] - 4, bold=True, **style, **HALOED)
        seen = set()
        for name, lat, lon, zoom, capital in ground.towns(self.frame):
            if zoom > self.frame.zoom + 0.25 or (name, round(lat), round(lon)) in seen:
                continue
            seen.add((name, round(lat), round(lon)))
            x, y = self.frame.at((lat, lon))
            wide = width(name, size=11, bold=capital)
            box = room.first_free([(x - 4, y - 8, x + wide + 9, y + 8), (x - wide - 9, y - 8, x + 4, y + 8)])
            if box is not None:
                node(self.root, "circle", cx=x, cy=y, r=2.2, fill=QUIET)
                start = x + 6 if box[2] > x + 5 else x - 6 - wide
                words(self.root, name, start, y + 4, bold=capital, font_size=11, fill=QUIET, **HALOED)


_BESIDE = ((0, 0), (0, 24), (0, -24), (-70, 0), (70, 0), (0, 48), (-70, 36), (70, 36), (0, -48))
"""Where a country's name may stand when its label point is taken, in pixels from it."""
