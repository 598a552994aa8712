"""What lies outside of a view of the map: one group a side, as ``geo.store.cells`` has those inside."""

from dataclasses import dataclass
from enum import StrEnum

from geo.maps.geometry import world
from geo.model import Precision
from geo.store.cells import Box, Cell, spots
from geo.store.questions import Counts
from geo.store.tables import Row, Tables
from geo.store.where import Asked


class Side(StrEnum):
    """The side of a view that a place lies beyond most."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Beyond:
    """All that lies beyond one side; in ``cell`` the countries stand by their figures, the fullest first."""

    side: Side
    cell: Cell


# A place is looked for on the copy of the world that is nearest to the view, as the page has it.
_BEYOND = """
WITH placed AS (SELECT * REPLACE (x + round(? - x) AS x, lon + 360 * round(? - x) AS lon) FROM spots),
measured AS (SELECT *, [? - x, x - ?, ? - y, y - ?] AS beyond FROM placed),
outside AS (SELECT *, ['left', 'right', 'top', 'bottom'][list_position(beyond, list_max(beyond))] AS side
    FROM measured WHERE list_max(beyond) > 0)
SELECT side, land, sum(troops)::BIGINT, sum(displaced)::BIGINT, sum(other)::BIGINT, min(low), max(high),
    count(DISTINCT id), coalesce(sum(figures) FILTER (wide), 0)::BIGINT, min(lat), min(lon), max(lat), max(lon),
    arg_max(struct_pack(lat, lon, id, name, precision, radius_km, figures), (figures, id))
FROM outside GROUP BY side, land ORDER BY side, sum(figures) DESC, land
"""


def beyond(tables: Tables, asked: Asked, view: Box) -> tuple[Beyond, ...]:
    """What of the figures that are asked for lies outside of ``view``; nothing where all of them are in it."""
    (west, top), (east, bottom) = world(view.north, view.west), world(view.south, view.east)
    middle = (west + east) / 2
    rows = tables.rows(_BEYOND, (middle, middle, west, east, top, bottom), {"spots": spots(tables, asked)})
    sides: dict[str, list[Row]] = {}
    for side, *row in rows:
        sides.setdefault(side, []).append(tuple(row))
    return tuple(Beyond(side, _cell(sides[side])) for side in Side if side in sides)


def _cell(rows: list[Row]) -> Cell:
    """One row a country, that with most figures first."""
    lands, troops, displaced, other, lows, highs, places, wide, souths, wests, norths, easts, mains = zip(
        *rows, strict=True
    )
    main = max(mains, key=lambda it: (it["figures"], it["id"]))
    return Cell(
        main["lat"], main["lon"], Counts(sum(troops), sum(displaced), sum(other)),
        min((low for low in lows if low is not None), default=None),
        max((high for high in highs if high is not None), default=None),
        main["id"], main["name"], Precision(main["precision"]), main["radius_km"], sum(places), sum(wide),
        ((min(souths), min(wests)), (max(norths), max(easts))), None, tuple(lands),
    )  # fmt: skip
