"""The first view: where the figures are. A few that lie far off do not decide it; the map names them at its edge."""

from collections.abc import Iterable, Mapping, Sequence
from math import log

from geo.maps.figures import Figure, MapView
from geo.maps.geometry import Bounds, Position, bounds, outlines, wrap
from geo.maps.standing import Geometries, at
from geo.model import Panel, Precision

WORLD: Bounds = ((-50.0, -170.0), (70.0, 170.0))
SMALL = 40.0
"""Degrees of latitude and longitude: what is no wider is seen whole."""
LEFT_OUT = 0.15
"""The share of the positions that may lie outside, at most."""
WORTH = 0.9
"""What one step must shrink the view to, or it is not worth the figures that it leaves out."""
MARGIN = 5.0
"""Degrees around a view: without them a single place would be worth any price."""

Positions = Mapping[str, tuple[Position, ...]]
"""The positions of each figure about people by claim: a point, both ends of an arrow, a whole line, the label point of
an area. Statements are there where nothing else is."""


def positions(view: MapView, geometries: Geometries) -> Positions:
    """Where each figure of ``view`` is to be seen."""
    places = {place.id: place for place in view.places}

    def of(figure: Figure) -> tuple[Position, ...]:
        place = places[figure.place]
        if place.precision is Precision.LINE:
            corners = [corner for line in outlines(geometries[place.id]) for corner in line]
            (south, west), (north, east) = bounds(corners)
            return (south, west), (north, east), *(figure.path or ())
        return at(place), *(figure.path or ())

    people = [figure for figure in view.figures if figure.panel is not Panel.OTHER]
    return {figure.claim: of(figure) for figure in people or view.figures}


def window(figures: Iterable[Sequence[Position]]) -> Bounds:
    """The view of some figures: all of them where they are near together, else where most are."""
    seen = [position for figure in figures for position in figure]
    if not seen:
        return WORLD
    whole = bounds(seen)
    if _is_small(whole):
        return whole
    centre = (whole[0][1] + whole[1][1]) / 2
    left = sorted((lat, wrap(lon, centre)) for lat, lon in seen)
    budget = LEFT_OUT * len(left)
    while not _is_small(_box(left)) and (fewer := _step(left, budget)) is not None:
        budget -= len(left) - len(fewer)
        left = fewer
    return _box(left)


def _step(points: Sequence[Position], budget: float) -> list[Position] | None:
    """``points`` without those at the one side that costs least; None where no side is worth it."""
    area = _area(points)
    best: tuple[float, list[Position]] | None = None
    for axis in (0, 1):
        for end in (min, max):
            edge = end(point[axis] for point in points)
            kept = [point for point in points if abs(point[axis] - edge) > 1]
            lost = len(points) - len(kept)
            if not kept or lost > budget or _area(kept) > WORTH * area:
                continue
            gain = log(area / _area(kept)) / lost
            if best is None or gain > best[0]:
                best = gain, kept
    return best[1] if best else None


def _box(points: Sequence[Position]) -> Bounds:
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    return (min(lats), min(lons)), (max(lats), max(lons))


def _area(points: Sequence[Position]) -> float:
    (south, west), (north, east) = _box(points)
    return (north - south + MARGIN) * (east - west + MARGIN)


def _is_small(box: Bounds) -> bool:
    (south, west), (north, east) = box
    return north - south <= SMALL and east - west <= SMALL
