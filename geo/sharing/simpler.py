"""Outlines for a file: as fine as a page-wide map of the place needs, and no finer.

A claim about a whole country needs its shape, not its coast: at full detail the European Union alone has 170 kB, again
for each claim about it. Whoever needs the real outline joins one by ``countries`` or ``place_id``.
"""

import shapely
from shapely import Geometry as Shape
from shapely.geometry import mapping, shape

from geo.dataset.store import Geometry

AREA_SHARE, AREA_MOST = 1 / 300, 0.1
"""How far a simplified outline may be from the real one: the share of its largest part's longer side, and degrees."""
LINE_SHARE, LINE_MOST = 1 / 2000, 0.01
"""The same for a border: it is the real line, and stays finer."""
GRID = 0.001
"""Degrees that the corners are rounded to, which say as much as such outlines do: about a hundred metres."""


def simpler(geometry: Geometry) -> Geometry:
    """An area or a border with fewer corners; islands that are smaller than what is left out go, the largest stays. No
    outline of an area crosses itself or another of it, not even where that of the source does, and outer rings run
    counter-clockwise (RFC 7946, 3.1.6). Anything else, and what is too small for the grid, stays as it is.
    """
    kind = geometry["type"]
    if not kind.endswith(("Polygon", "LineString")):
        return geometry
    parts = list(shapely.get_parts(shape(geometry)))
    largest = max(map(_side, parts))
    if kind.endswith("LineString"):
        far = min(LINE_MOST, largest * LINE_SHARE)
        made = shapely.set_precision(shapely.simplify(shapely.union_all(parts), far), GRID)
        return geometry if made.is_empty else dict(mapping(made))
    far = min(AREA_MOST, largest * AREA_SHARE)
    whole = shapely.make_valid(shapely.multipolygons([part for part in parts if _side(part) >= min(2 * far, largest)]))
    made = _areas(shapely.set_precision(shapely.simplify(_areas(whole), far, preserve_topology=True), GRID))
    return geometry if made.is_empty else dict(mapping(shapely.orient_polygons(made)))


def _areas(whole: Shape) -> Shape:
    """What of a shape is an area: a mended outline may leave lines and points beside it."""
    flat = shapely.get_parts(shapely.get_parts(whole))
    return shapely.union_all([part for part in flat if part.geom_type == "Polygon"])


def _side(part: Shape) -> float:
    """The longer side of the box around a shape, in degrees."""
    west, south, east, north = part.bounds
    return float(max(east - west, north - south))
