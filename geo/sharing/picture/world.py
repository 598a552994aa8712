"""A picture of the world: places that are near each other share a ring with their number, as on the page's map."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, log2, pi, sin
from xml.etree.ElementTree import Element

from geo.maps.figures import Figure, Form, MapView
from geo.model import Panel, Place, Precision
from geo.sharing.picture.arrows import bundled
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import PANELS, PAPER, node, words

MOST_NAMES, ZOOM = 5, 4.6
"""Places that are named below this zoom, which is that of the world."""
NEAR = 40.0
"""Pixels between places that share a ring."""
MOST_ARROWS, SHORTEST = 12, 70.0
"""Movements that are drawn there: so many, the largest, and none shorter than this, in pixels."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Places with a circle each, the fullest first, and their figures; (x, y) is where the fullest is, in pixels."""

    places: tuple[Place, ...]
    figures: tuple[Figure, ...]
    x: float
    y: float

    @property
    def reach(self) -> float:
        """The radius, in pixels."""
        return 11 + 2.2 * log2(len(self.figures))

    def covers(self, other: "Ring") -> bool:
        """Whether the two would hide each other's numbers."""
        return hypot(self.x - other.x, self.y - other.y) < 0.8 * (self.reach + other.reach)

    def draw(self, root: Element) -> None:
        """Shares of the panels around the number of figures."""
        r = self.reach - 2
        node(root, "circle", cx=self.x, cy=self.y, r=self.reach, fill=PAPER)
        start = -pi / 2
        for panel in Panel:
            share = sum(figure.panel is panel for figure in self.figures) / len(self.figures)
            end = start + 2 * pi * share
            if share == 1:
                node(root, "circle", cx=self.x, cy=self.y, r=r, fill="none", stroke=PANELS[panel], stroke_width=4)
            elif share:
                (a, b), (c, d) = ((self.x + r * cos(at), self.y + r * sin(at)) for at in (start, end))
                path = f"M{a:.1f} {b:.1f}A{r:.1f} {r:.1f} 0 {int(share > 0.5)} 1 {c:.1f} {d:.1f}"
                node(root, "path", d=path, fill="none", stroke=PANELS[panel], stroke_width=4)
            start = end
        words(root, f"{len(self.figures):,}", self.x, self.y + 4, bold=True, font_size=11, text_anchor="middle")


def is_world(view: MapView, frame: Frame) -> bool:
    """Whether so many places are seen from so far that they cannot be told apart."""
    return frame.zoom < ZOOM and len({figure.place for figure in view.figures}) > MOST_NAMES


def gathered(view: MapView, frame: Frame) -> tuple[MapView, tuple[Ring, ...]]:
    """``view`` without what stands in rings, and with its largest movements alone; and the rings."""
    bundles = [it for it in bundled(view) if _length(it.lead, frame) >= SHORTEST][:MOST_ARROWS]
    moving = {figure.claim for bundle in bundles for figure in bundle.figures}
    rings = tuple(_rings(view, frame))
    inside = {figure.claim for ring in rings for figure in ring.figures}
    left = []
    for figure in view.figures:
        if figure.claim in moving:
            left.append(figure)
        elif figure.claim not in inside:
            form = Form.ROW if figure.form is Form.ARROW and not _is_spot(view, figure) else figure.form
            left.append(replace(figure, form=form, path=None, ends=None, dotted=False))
    return replace(view, figures=tuple(left)), rings


def _is_spot(view: MapView, figure: Figure) -> bool:
    place = next(place for place in view.places if place.id == figure.place)
    return place.precision in (Precision.POINT, Precision.RADIUS)


def _length(figure: Figure, frame: Frame) -> float:
    (a, b), (c, d) = (frame.at(end) for end in figure.path or ())
    return hypot(c - a, d - b)


def _rings(view: MapView, frame: Frame) -> list[Ring]:
    """Places with a circle, each with the nearest fuller one where that is near; a ring has two places or more."""
    spots = {place.id: place for place in view.places if place.precision in (Precision.POINT, Precision.RADIUS)}
    there: dict[str, list[Figure]] = defaultdict(list)
    for figure in view.figures:
        if figure.place in spots and figure.form is not Form.ROW:
            there[figure.place].append(figure)
    at = {id_: frame.at((spots[id_].lat or 0.0, spots[id_].lon or 0.0)) for id_ in there}
    seen = [id_ for id_, (x, y) in at.items() if 0 <= x <= frame.width and 0 <= y <= frame.height]
    groups: list[list[str]] = []
    for id_ in sorted(seen, key=lambda it: (-len(there[it]), it)):
        near = [group for group in groups if _apart(at[group[0]], at[id_]) < NEAR]
        if near:
            min(near, key=lambda group: _apart(at[group[0]], at[id_])).append(id_)
        else:
            groups.append([id_])
    made: list[Ring] = []
    for group in groups:
        ring = Ring(tuple(spots[it] for it in group), tuple(one for it in group for one in there[it]), *at[group[0]])
        over = next((other for other in made if other.covers(ring)), None)
        if over is None:
            made.append(ring)
        else:
            both = Ring(over.places + ring.places, over.figures + ring.figures, over.x, over.y)
            made[made.index(over)] = both
    return [ring for ring in made if len(ring.places) > 1]


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
