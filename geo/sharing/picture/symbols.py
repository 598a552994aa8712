"""What stands at places in a picture: circles by size, rings with a number, lines of borders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot, inf, sqrt
from xml.etree.ElementTree import Element

from geo import measures
from geo.maps.figures import Figure, Form, MapView
from geo.maps.geometry import outlines
from geo.maps.standing import Geometries
from geo.model import Place, Precision
from geo.sharing.picture import clip, ground
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import PANELS, QUIET, dot, group, node, soft
from geo.sharing.picture.room import THIN, Room
from geo.sharing.picture.world import Ring

APART = 4.0
"""Pixels of a line from one place where words keep off it to the next."""
DENSE = 80
"""With more figures than this circles are half as large."""


@dataclass(frozen=True)
class Symbols:
    """Those of ``view`` in ``frame``; ``rings`` stand for the circles of their places; ``every``: all figures of the
    collection, which give the scale, as on the page: a figure keeps its size under every filter and beside rings."""

    view: MapView
    frame: Frame
    rings: tuple[Ring, ...]
    every: MapView

    @cached_property
    def places(self) -> Mapping[str, Place]:
        return {place.id: place for place in self.view.places}

    @cached_property
    def ringed(self) -> Mapping[str, Ring]:
        """The ring that a place is in."""
        return {place.id: ring for ring in self.rings for place in ring.places}

    @property
    def is_dense(self) -> bool:
        return len(self.view.figures) > DENSE

    def is_circled(self, place: Place, figure: Figure) -> bool:
        """A figure at a point has a circle there, also where an arrow starts or ends."""
        return _is_spot(place, figure) and place.id not in self.ringed

    @cached_property
    def values(self) -> list[int]:
        """What the circles stand for."""
        return [f.value for f in self.view.figures if f.value and self.is_circled(self.places[f.place], f)]

    @cached_property
    def _unit(self) -> float:
        places = {place.id: place for place in self.every.places}
        values = [it.value for it in self.every.figures if it.value and _is_spot(places[it.place], it)]
        unit, most = measures.unit(values), max(self.values, default=0)
        return min(unit, measures.LARGEST / 2 / sqrt(most)) if self.is_dense and most else unit

    @cached_property
    def widest(self) -> int:
        """The largest figure that moves."""
        return max([figure.value or 0 for figure in self.every.figures if figure.path] + [1])

    def radius(self, value: int | None) -> float:
        return max(measures.SMALLEST, self._unit * sqrt(value or 0))

    def reach(self, place: Place, figures: Sequence[Figure]) -> float:
        """How far the symbol of a place reaches; 0 where it has none."""
        if place.id in self.ringed:
            return self.ringed[place.id].reach
        circled = self._circled(place, figures)
        reach, _ = measures.fan([self.radius(figure.value) for figure in circled])
        soft_ring = 4.0 * any(figure.inferred for figure in circled)
        return max(reach + soft_ring, self._somewhere(place, reach)) if circled else 0.0

    def _inside(self, place: Place) -> Sequence[Figure]:
        """The figures of the ring that a place is in."""
        return self.ringed[place.id].figures if place.id in self.ringed else ()

    def _circled(self, place: Place, figures: Sequence[Figure]) -> list[Figure]:
        """The largest first: every one keeps an edge that shows."""
        return sorted((it for it in figures if self.is_circled(place, it)), key=lambda it: -self.radius(it.value))

    def _somewhere(self, place: Place, reach: float) -> float:
        """The radius of the ring that a place is somewhere in, around its circles; 0 where it has none."""
        if place.precision is not Precision.RADIUS:
            return 0.0
        return max(self.frame.pixels(place.radius_km or 0.0, (place.lat or 0.0, place.lon or 0.0)), reach + 4)

    def draw(self, root: Element, place: Place, figures: Sequence[Figure], room: Room) -> None:
        """The circles of a place; room is taken for them, and not for the ring of where it may be."""
        circled = self._circled(place, figures)
        x, y = self.frame.at((place.lat or 0, place.lon or 0))
        reach, stands = measures.fan([self.radius(figure.value) for figure in circled])
        ring = self._somewhere(place, reach)
        if not circled or not clip.touches([(x, y)], self.frame.box(max(reach, ring) + 8)):
            return
        if ring:
            node(root, "circle", cx=x, cy=y, r=ring, fill="none", stroke=QUIET, stroke_dasharray="3 2.5")
        for figure, (dx, dy) in zip(circled, stands, strict=True):
            own, colour, r = group(root, figure.claim, figure.mark), PANELS[figure.panel], self.radius(figure.value)
            dot(own, figure.mark, (x + dx, y + dy), r, colour)
            if figure.inferred:
                soft(own, x + dx, y + dy, r + 4, colour)
        room.take((x - reach, y - reach, x + reach, y + reach))

    def draw_line(
        self, root: Element, place: Place, figures: Sequence[Figure], geometries: Geometries, room: Room
    ) -> None:
        """A border, in the colour of its figures; words keep off it."""
        points = [[self.frame.at(p) for p in line] for line in outlines(geometries[place.id])]
        seen = [part for line in points for part in clip.line(line, self.frame.box(ground.MARGIN))]
        own = figures or [it for it in self._inside(place) if it.place == place.id]
        colour = PANELS[own[0].panel] if own else QUIET
        if path := "".join(map(ground.drawn, seen)):
            node(root, "path", d=path, fill="none", stroke=colour, stroke_width=2.6, stroke_linejoin="round")
        for line in () if self.is_dense else seen:
            last = -inf, -inf
            for x, y in line:
                if hypot(x - last[0], y - last[1]) < APART:
                    continue  # a border that is known finely is no worse to cover than a rough one
                last = x, y
                room.take((x - 2, y - 2, x + 2, y + 2), THIN)


def _is_spot(place: Place, figure: Figure) -> bool:
    return figure.form is not Form.ROW and place.precision in (Precision.POINT, Precision.RADIUS)
