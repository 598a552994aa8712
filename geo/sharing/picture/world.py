"""Rings with numbers, as on the page's map: for more figures at one spot than circles can show, and in a picture of the
world for places that are near each other."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin
from xml.etree.ElementTree import Element

from geo import measures
from geo.maps.figures import Figure, Form, MapView
from geo.model import Panel, Place, Precision
from geo.sharing.picture.arrows import bundled
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import PANELS, PAPER, node, words

ZOOM = 4.6
"""Below this zoom a picture shows the world: places that are near each other cannot be told apart."""
LEAST_SEEN, STEPS = 36.0, 24
"""Pixels of an arrow that no ring lies over, for it to be seen as one; at how many parts of its way that is looked."""
MARK = 24.0
"""As wide as the mark with the number of an area's figures: areas nearer than that share a ring."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Places, the fullest first, and their figures; (x, y) is where the fullest is, in pixels."""

    places: tuple[Place, ...]
    figures: tuple[Figure, ...]
    x: float
    y: float

    @property
    def reach(self) -> float:
        """The radius, in pixels."""
        return measures.ring(len(self.figures))

    def covers(self, other: "Ring") -> bool:
        """Whether the two would hide each other's numbers."""
        return hypot(self.x - other.x, self.y - other.y) < self.reach + other.reach - 3

    def draw(self, root: Element) -> None:
        draw_ring(root, (self.x, self.y), Counter(figure.panel for figure in self.figures))


def draw_ring(root: Element, at: tuple[float, float], counts: Mapping[Panel, int]) -> None:
    """Shares of the panels around the number of figures."""
    every, (x, y) = sum(counts.values()), at
    r = measures.ring(every) - 2
    node(root, "circle", cx=x, cy=y, r=r + 2, fill=PAPER)
    start = -pi / 2
    for panel in Panel:
        share = counts.get(panel, 0) / every
        end = start + 2 * pi * share
        if share == 1:
            node(root, "circle", cx=x, cy=y, r=r, fill="none", stroke=PANELS[panel], stroke_width=4)
        elif share:
            (a, b), (c, d) = ((x + r * cos(turn), y + r * sin(turn)) for turn in (start, end))
            path = f"M{a:.1f} {b:.1f}A{r:.1f} {r:.1f} 0 {int(share > 0.5)} 1 {c:.1f} {d:.1f}"
            node(root, "path", d=path, fill="none", stroke=PANELS[panel], stroke_width=4)
        start = end
    words(root, f"{every:,}", x, y + 4, bold=True, font_size=11, text_anchor="middle")


def is_world(view: MapView, frame: Frame) -> bool:
    """Whether so many places are seen from so far that they cannot be told apart."""
    return frame.zoom < ZOOM and len({figure.place for figure in view.figures}) > measures.MOST_NAMES


def gathered(view: MapView, frame: Frame) -> tuple[MapView, tuple[Ring, ...]]:
    """``view`` of the world without what stands in rings, and with its largest movements alone; and the rings."""
    bundles = [it for it in bundled(view) if _length(it.lead, frame) >= measures.SHORTEST][: measures.MOST_ARROWS]
    while True:
        moving = {figure.claim for bundle in bundles for figure in bundle.figures}
        wide = {place: [it for it in figures if it.claim not in moving] for place, figures in _wide(view).items()}
        rings = _rings(_spots(view), frame, measures.NEAR, least=2, wide=wide)
        seen = [it for it in bundles if _seen(it.lead, frame, rings) >= LEAST_SEEN]
        if len(seen) == len(bundles):
            break
        bundles = seen  # a stub between two rings tells nothing that they do not
    inside = {figure.claim for ring in rings for figure in ring.figures}
    left = []
    for figure in view.figures:
        if figure.claim in moving:
            left.append(figure)
        elif figure.claim not in inside:
            form = Form.ROW if figure.form is Form.ARROW and not _is_spot(view, figure) else figure.form
            left.append(replace(figure, form=form, path=None, ends=None, dotted=False))
    return replace(view, figures=tuple(left)), rings


def full(view: MapView, frame: Frame) -> tuple[Ring, ...]:
    """The rings of a picture that is not of the world: spots with more figures than have a circle each."""
    return _rings(_spots(view), frame, 0.0, least=measures.MOST_CIRCLES + 1, wide={})


def _is_spot(view: MapView, figure: Figure) -> bool:
    place = next(place for place in view.places if place.id == figure.place)
    return place.precision in (Precision.POINT, Precision.RADIUS)


def _length(figure: Figure, frame: Frame) -> float:
    (a, b), (c, d) = (frame.at(end) for end in figure.path or ())
    return hypot(c - a, d - b)


def _seen(figure: Figure, frame: Frame, rings: Sequence[Ring]) -> float:
    """The pixels of an arrow's way that no ring lies over."""
    (a, b), (c, d) = (frame.at(end) for end in figure.path or ())
    points = [(a + (c - a) * step / STEPS, b + (d - b) * step / STEPS) for step in range(STEPS + 1)]
    free = sum(all(hypot(x - it.x, y - it.y) > it.reach for it in rings) for x, y in points)
    return _length(figure, frame) * free / len(points)


def _spots(view: MapView) -> dict[Place, list[Figure]]:
    """What has a circle, by its place."""
    places = {place.id: place for place in view.places if place.precision in (Precision.POINT, Precision.RADIUS)}
    there: dict[Place, list[Figure]] = defaultdict(list)
    for figure in view.figures:
        if figure.place in places and figure.form is not Form.ROW:
            there[places[figure.place]].append(figure)
    return there


def _wide(view: MapView) -> dict[Place, list[Figure]]:
    """What has no circle, by its place."""
    spots = _spots(view)
    places = {place.id: place for place in view.places if place not in spots}
    there: dict[Place, list[Figure]] = defaultdict(list)
    for figure in view.figures:
        if figure.place in places:
            there[places[figure.place]].append(figure)
    return there


def _rings(
    there: Mapping[Place, list[Figure]], frame: Frame, near: float, least: int, wide: Mapping[Place, list[Figure]]
) -> tuple[Ring, ...]:
    """Places with the nearest fuller one, where that is ``near``; a ring has ``least`` figures or more."""
    joined = _joined(_gathered(there, frame, near), frame, wide)
    inside = {place for ring in joined for place in ring.places}
    left = {place: figures for place, figures in wide.items() if figures and place not in inside}
    made: list[Ring] = []
    for one in [*joined, *(ring for ring in _gathered(left, frame, MARK) if len(ring.places) > 1)]:
        ring = one
        while near and (over := next((it for it in made if it.covers(ring) and _joins(it, ring)), None)):
            made.remove(over)
            first, second = (over, ring) if len(over.figures) >= len(ring.figures) else (ring, over)
            ring = Ring(first.places + second.places, first.figures + second.figures, first.x, first.y)
        made.append(ring)
    return tuple(ring for ring in made if len(ring.figures) >= least)


def _gathered(there: Mapping[Place, list[Figure]], frame: Frame, near: float) -> list[Ring]:
    """The places inside the picture, each with the nearest fuller one where that is ``near``."""
    at = {place: frame.at((place.lat or 0.0, place.lon or 0.0)) for place in there}
    seen = [place for place, (x, y) in at.items() if 0 <= x <= frame.width and 0 <= y <= frame.height]
    groups: list[list[Place]] = []
    for place in sorted(seen, key=lambda it: (-len(there[it]), it.id)):
        close = [group for group in groups if _apart(at[group[0]], at[place]) < near]
        if close:
            min(close, key=lambda group: _apart(at[group[0]], at[place])).append(place)
        else:
            groups.append([place])
    return [Ring(tuple(group), tuple(one for it in group for one in there[it]), *at[group[0]]) for group in groups]


def _joined(rings: Sequence[Ring], frame: Frame, wide: Mapping[Place, list[Figure]]) -> list[Ring]:
    """What is about an area or a border joins the nearest symbol that is about its country or leaves it no room."""
    found = list(rings)
    for place, figures in wide.items():
        x, y = frame.at((place.lat or 0.0, place.lon or 0.0))
        away = [hypot(ring.x - x, ring.y - y) for ring in rings]
        near = [
            number
            for number, ring in enumerate(found)
            if away[number] < ring.reach + measures.BESIDE
            or (away[number] <= measures.JOINS and _country(ring.places) == _country([place]))
        ]
        if near and figures:
            number = min(near, key=away.__getitem__)
            home = found[number]
            found[number] = replace(home, places=(*home.places, place), figures=(*home.figures, *figures))
    return found


def _country(places: Sequence[Place]) -> str:
    """That of the first place, whose symbol it is; a border is its own."""
    return places[0].countries[0] if len(places[0].countries) == 1 else places[0].id


def _joins(one: Ring, other: Ring) -> bool:
    """Two circles of a single figure may touch; a ring hides what it lies on."""
    return len(one.figures) > 1 or len(other.figures) > 1


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
