"""Movements of a picture as the page's map has them: arrows that soften where an end is a whole area, one for all that
moved between the same two places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from xml.etree.ElementTree import Element

from geo import measures
from geo.maps.figures import Figure, MapView
from geo.maps.geometry import holds, outlines
from geo.maps.standing import Geometries
from geo.marks import DOTTED, Line
from geo.model import Place, Precision
from geo.sharing.picture import clip, ground
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import PANELS, PAPER, QUIET, Style, group, node, soft, strike, style_of, words
from geo.sharing.picture.room import SHAFT, Room

Stops = list[tuple[float, float]]
"""How firm a shaft is along its way: (share of the way, opacity)."""
SAMPLES = 40


@dataclass(frozen=True, slots=True)
class Bundle:
    """Figures of one panel and one mark that moved between the same two places, the largest first; that gives the
    shape. ``tagged``: their number is written on the arrow, for nothing else shows them."""

    figures: tuple[Figure, ...]
    lane: int
    tagged: bool

    @property
    def lead(self) -> Figure:
        return self.figures[0]


def bundled(view: MapView) -> list[Bundle]:
    """All movements of ``view``, the largest first."""
    spots = {place.id for place in view.places if place.precision in (Precision.POINT, Precision.RADIUS)}
    routes: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in view.figures:
        if figure.path:
            routes[figure.ends, figure.panel, figure.mark].append(figure)
    lanes: dict[object, int] = defaultdict(int)
    made = []
    for (ends, *_), figures in routes.items():
        several = len(figures) > 1
        own = sorted(figures, key=lambda it: -(it.value or 0))
        made.append(Bundle(tuple(own), lanes[ends] if several else own[0].lane, several and own[0].place not in spots))
        lanes[ends] += 1
    return sorted(made, key=lambda one: -(one.lead.value or 0))


@dataclass(frozen=True)
class Arrows:
    """Draws bundles into ``root``; ``reach`` is the radius of the symbol at a place, by id, where one is drawn over the
    arrows; ``widest`` the largest figure that moves; ``dense``: finer, and words may stand on them."""

    root: Element
    frame: Frame
    places: Mapping[str, Place]
    geometries: Geometries
    reach: Mapping[str, float]
    widest: int
    dense: bool
    discs: Sequence[tuple[float, float, float]] = ()
    """What is drawn over the arrows and belongs to no place of theirs alone, as (x, y, radius): heads end before it."""
    _rings: dict[str, list[list[tuple[float, float]]]] = field(default_factory=dict)

    def draw(self, bundle: Bundle, room: Room) -> None:
        """The curve with its head, and what is written on it."""
        figure = bundle.lead
        start, end = (self.frame.at(position) for position in figure.path or ())
        seen = self.frame.box(ground.MARGIN)
        along = end[0] - start[0], end[1] - start[1]
        bow = _bow(start, end, bundle.lane)
        wide = measures.shaft(figure.value, self.widest) / (2 if self.dense else 1)
        head = measures.HEAD_LEAST + wide * measures.HEAD_MORE
        whole = end
        start, bow, end = clip.short_of((start, bow, end), self.discs)
        turn = atan2(end[1] - bow[1], end[0] - bow[0])
        trim = self.reach.get(figure.place, 0.0) if figure.ends and figure.place == figure.ends[1] else 0.0
        if trim and end == whole and trim + head < hypot(*along):
            end = end[0] - cos(turn) * (trim + 2), end[1] - sin(turn) * (trim + 2)
        neck = end[0] - cos(turn) * head * 0.8, end[1] - sin(turn) * head * 0.8
        colour = PANELS[figure.panel]
        dashes = DOTTED if figure.dotted else figure.mark.shaft
        own = group(self.root, " ".join(one.claim for one in bundle.figures), figure.mark)
        curve = start, bow, neck
        runs = clip.curve(curve, seen)
        style: Style = {"stroke_dasharray": dashes} if dashes else {}
        style |= {"fill": "none", "stroke": self._paint(own, bundle, curve, colour)}
        style |= {"stroke_width": wide, "stroke_linecap": "round"}
        if path := "".join(map(_drawn, runs)):
            node(own, "path", d=path, **style)
        wings = [
            (end[0] + head * cos(turn + a), end[1] + head * sin(turn + a))
            for a in (pi - measures.WING, pi + measures.WING)
        ]
        if clip.touches((end, *wings), seen):
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (end, *wings))
            node(own, "polygon", points=points, **style_of(figure.mark, colour))
        if figure.mark.line is Line.STRUCK and clip.touches([_at(curve, measures.STRUCK_AT)], seen):
            strike(own, _at(curve, measures.STRUCK_AT), 5, colour)
        for (x, y), guess, place in zip((start, end), figure.guessed, figure.ends or ("", ""), strict=True):
            if place == figure.place and self.reach.get(place):
                continue  # its symbol has its own
            if guess and clip.touches([(x, y)], seen):
                soft(own, x, y, head + 3, colour)
                if not self.dense:
                    room.take((x - head - 3, y - head - 3, x + head + 3, y + head + 3))
        if not self.dense:
            _keep(runs, room)
        if bundle.tagged:
            self._tag(own, len(bundle.figures), curve, room)

    def _tag(self, own: Element, count: int, curve: clip.Curve, room: Room) -> None:
        """How many figures an arrow stands for, where that is free on it."""
        spots = [_at(curve, share) for share in (0.5, 0.4, 0.6, 0.3, 0.7)]
        box = room.best([(x - 9, y - 9, x + 9, y + 9) for x, y in spots], *spots[0])
        if box is None:
            return
        x, y = box[0] + 9, box[1] + 9
        node(own, "circle", cx=x, cy=y, r=8.5, fill=PAPER, stroke=QUIET, stroke_width=1.2)
        words(own, f"{count:,}", x, y + 3.6, bold=True, font_size=10, text_anchor="middle")

    def _paint(self, own: Element, bundle: Bundle, curve: clip.Curve, colour: str) -> str:
        """The colour of a shaft: where it softens, a gradient from end to end."""
        stops = self._stops(bundle.lead, curve)
        if not stops:
            return colour
        (x1, y1), _, (x2, y2) = curve
        name = f"soft-{bundle.lead.claim}"
        given = {"id": name, "gradientUnits": "userSpaceOnUse"}
        made = node(own, "linearGradient", **given, x1=x1, y1=y1, x2=x2, y2=y2)
        for share, opacity in stops:
            node(made, "stop", offset=f"{share:.3f}", stop_color=colour, stop_opacity=f"{opacity:g}")
        return f"url(#{name})"

    def _stops(self, figure: Figure, curve: clip.Curve) -> Stops:
        """Softer towards an end that is a whole area; none of a dotted arrow where it would cross a border."""
        start, end = (self._area(place) for place in figure.ends or ("", ""))
        stops: Stops = []
        if start is not None:
            stops += measures.SOFT_START
        if end is not None:
            stops += measures.SOFT_END
        (x1, y1), _, (x2, y2) = curve
        if not figure.dotted or start is None or end is None or hypot(x2 - x1, y2 - y1) < measures.SHORTEST:
            return stops
        sides: list[tuple[float, int]] = []
        for share in (number / SAMPLES for number in range(1, SAMPLES)):
            point = _at(curve, share)
            land = next((number for number, area in enumerate((start, end)) if self._is_in(area, point)), None)
            sides += [(share, land)] if land is not None else []
        gaps = _crossings(sides)
        clear = [
            stop
            for left, into in gaps
            for stop in ((left - measures.CLEAR, 1.0), (left, 0.0), (into, 0.0), (into + measures.CLEAR, 1.0))
        ]
        away = (
            stop
            for stop in stops
            if not any(left - measures.CLEAR <= stop[0] <= into + measures.CLEAR for left, into in gaps)
        )
        return sorted([*away, *clear])

    def _area(self, id_: str) -> list[list[tuple[float, float]]] | None:
        """The rings of a place that is an area; None of any other."""
        place = self.places.get(id_)
        if place is None or place.precision is not Precision.AREA or id_ not in self.geometries:
            return None
        if id_ not in self._rings:
            self._rings[id_] = list(outlines(self.geometries[id_]))
        return self._rings[id_]

    def _is_in(self, rings: list[list[tuple[float, float]]], point: clip.Point) -> bool:
        return holds(rings, (self.frame.latitude(point[1]), self.frame.longitude(point[0])))


def _crossings(sides: Sequence[tuple[float, int]]) -> list[tuple[float, float]]:
    """The stretches of a way over which it goes from one land into the other, or back: a border that winds is crossed
    more than once, and what lies between two crossings near each other is left out with them.

    ``sides``: the shares of the way that lie in one of both, and in which. Neighbours only: between others a way
    crosses no border that the text would be about.
    """
    gaps: list[tuple[float, float]] = []
    for (left, one), (into, other) in pairwise(sides):
        if one == other or into - left >= measures.WIDEST_GAP:
            continue
        if gaps and left - gaps[-1][1] < 2 * measures.CLEAR:
            gaps[-1] = gaps[-1][0], into
        else:
            gaps.append((left, into))
    return gaps


def along(frame: Frame, bundle: Bundle, share: float) -> clip.Point:
    """Where the curve of an arrow is after a share of its way."""
    start, end = (frame.at(position) for position in bundle.lead.path or ())
    return _at((start, _bow(start, end, bundle.lane), end), share)


def _bow(start: clip.Point, end: clip.Point, lane: int) -> clip.Point:
    """The point to which a curve bends."""
    bend = measures.BEND * (1 + lane // 2) * (-1 if lane % 2 else 1)
    along = end[0] - start[0], end[1] - start[1]
    return (start[0] + end[0]) / 2 - along[1] * bend, (start[1] + end[1]) / 2 + along[0] * bend


def _at(curve: clip.Curve, share: float) -> clip.Point:
    """Where a curve is after a share of its way."""
    a, b, c = curve
    x, y = ((1 - share) ** 2 * a[i] + 2 * share * (1 - share) * b[i] + share * share * c[i] for i in (0, 1))
    return x, y


def _keep(runs: Sequence[Sequence[clip.Curve]], room: Room) -> None:
    """Words keep off the shaft."""
    for piece in (piece for run in runs for piece in run):
        (a, b), _, (c, d) = piece
        steps = max(2, int(hypot(c - a, d - b) / 4))
        for step in range(steps + 1):
            x, y = _at(piece, step / steps)
            room.take((x - 2, y - 2, x + 2, y + 2), SHAFT)


def _drawn(run: Sequence[clip.Curve]) -> str:
    """The commands of a path along curves that go on from each other."""
    start = run[0][0]
    curves = (f"Q{bow[0]:.1f} {bow[1]:.1f} {end[0]:.1f} {end[1]:.1f}" for _, bow, end in run)
    return f"M{start[0]:.1f} {start[1]:.1f}{''.join(curves)}"
