"""What one view of the map shows of any number of figures: a symbol for each group of near places.

Positions are real: a group stands at its fullest place. An area or a border stands for itself where the map is close
enough for it to be told from the towns in it; farther away its figures are counted with the nearest group, which says
how many of them are about no point.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import floor

import msgspec
import pyarrow as pa

from geo.limits import STORE_CELLS
from geo.maps.geometry import Bounds, Position, outlines, world
from geo.maps.window import window
from geo.model import Precision
from geo.store.questions import Counts
from geo.store.tables import Row, Tables
from geo.store.where import SPOT, Asked, where

PIXELS = 256.0
"""Of the world at zoom 0."""
NEAR = 58.0
"""Pixels: groups nearer than this are one."""
WIDE_ZOOM = 5.0
"""From this zoom on areas and borders stand for themselves."""
SAMPLE = 2_000
"""Figures by which a first view is chosen."""


@dataclass(frozen=True, slots=True)
class Box:
    """A view: degrees, ``west`` below ``east``, which may lie outside -180 to 180."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A symbol of the map. ``low`` and ``high`` are the smallest and the largest figure in it, as printed; ``wide`` how
    many of its figures are about an area or a border. ``place`` and ``form`` are those of its fullest place, ``claim``
    its figure where it has but one; ``bounds`` hold all of its ``places``. ``lands`` are the codes of their countries,
    or the name of a place that is in none or in many, that of the fullest place first. ``shape`` is the line of a
    border."""

    lat: float
    lon: float
    counts: Counts
    low: int | None
    high: int | None
    place: str
    name: str
    form: Precision
    km: float | None
    places: int
    wide: int
    bounds: Bounds
    claim: str | None
    lands: tuple[str, ...] = ()
    shape: tuple[tuple[float, ...], ...] = ()


_SPOTS = """
WITH counted AS (
    SELECT {spot} AS n,
        count(*) FILTER (panel = 'troops') AS troops, count(*) FILTER (panel = 'displaced') AS displaced,
        count(*) FILTER (panel = 'other') AS other, count(*) AS figures,
        min(value) AS low, max(value) AS high, min(id) AS claim
    FROM claims WHERE {where} GROUP BY ALL)
SELECT counted.*, p.id, p.name, p.precision, p.radius_km, p.x, p.y, p.lat, p.lon,
    p.precision IN ('area', 'line') AS wide, if(len(p.countries) IN (1, 2), p.countries[1], p.name) AS land
FROM counted JOIN places p USING (n) WHERE p.y IS NOT NULL
"""
_CELLS = """
WITH located AS (
    SELECT * REPLACE (x + ceil(? - x) AS x, lon + 360 * ceil(? - x) AS lon) FROM spots WHERE y BETWEEN ? AND ?),
gridded AS (
    SELECT *, CASE WHEN wide AND ? THEN 'its own ' || id ELSE floor(x * ?) || ' ' || floor(y * ?) END AS cell
    FROM located WHERE x <= ?)
SELECT arg_max(struct_pack(lat, lon, x, y, n, id, name, land, precision, radius_km), (figures, id)) AS main,
    sum(troops)::BIGINT, sum(displaced)::BIGINT, sum(other)::BIGINT, min(low), max(high), count(DISTINCT id),
    coalesce(sum(figures) FILTER (wide), 0)::BIGINT, min(lat), min(lon), max(lat), max(lon), min(claim),
    cell LIKE 'its own %', list(DISTINCT land)
FROM gridded GROUP BY cell
"""


@dataclass(frozen=True, slots=True)
class _Group:
    x: float
    y: float
    n: int
    own: bool
    cell: Cell


def cells(tables: Tables, asked: Asked, box: Box, zoom: float, most: int = STORE_CELLS) -> tuple[Cell, ...]:
    """The symbols of a view at a zoom of Leaflet's, the fullest first, at most ``most``."""
    (west, top), (east, bottom) = world(box.north, box.west), world(box.south, box.east)
    scale = PIXELS * 2**zoom
    apart = zoom >= WIDE_ZOOM
    fine = 2 * scale / NEAR
    values = (west, west, top, bottom, apart, fine, fine, min(east, west + 1))
    groups = [_group(row) for row in tables.rows(_CELLS, values, {"spots": spots(tables, asked)})]
    near = NEAR / scale
    merged = _merged(groups, near)
    while len(merged) > most:
        near *= 1.5
        merged = _merged([replace(group, own=False) for group in merged], near)
    return _outlined(tables, merged)


def spots(tables: Tables, asked: Asked) -> pa.Table:
    """The places that have figures, with what is counted there. A map that is moved asks for the same ones again: only
    the figures take time, of which there are many at each place."""
    it = where(tables, asked)
    query = _SPOTS.format(spot=SPOT, where=it.sql)
    return tables.kept(asked, query, (asked.filter.inferred, *it.values), it.given)


def _group(row: Row) -> _Group:
    main, troops, displaced, other, low, high, places, wide, south, west, north, east, claim, own, lands = row
    counts = Counts(troops, displaced, other)
    return _Group(
        main["x"],
        main["y"],
        main["n"],
        own,
        Cell(
            main["lat"], main["lon"], counts, low, high, main["id"], main["name"], Precision(main["precision"]),
            main["radius_km"], places, wide, ((south, west), (north, east)), claim if counts.every == 1 else None,
            _together((main["land"],), sorted(lands)),
        ),
    )  # fmt: skip


def _merged(groups: Iterable[_Group], near: float) -> list[_Group]:
    """Groups nearer than ``near`` of the world's width become one, at the position of the fullest."""
    made: dict[tuple[int, int], list[_Group]] = {}
    own = []
    for group in sorted(groups, key=lambda it: (-it.cell.counts.every, it.cell.place)):
        if group.own:
            own.append(group)
            continue
        column, row = floor(group.x / near), floor(group.y / near)
        around = (made.get((column + i, row + j), []) for i in (-1, 0, 1) for j in (-1, 0, 1))
        found = [
            (away, home)
            for those in around
            for home in those
            if (away := (home.x - group.x) ** 2 + (home.y - group.y) ** 2) < near * near
        ]
        if not found:
            made.setdefault((column, row), []).append(group)
            continue
        _, home = min(found, key=lambda it: it[0])
        those = made[floor(home.x / near), floor(home.y / near)]
        those[those.index(home)] = replace(home, cell=_joined(home.cell, group.cell))
    return [*(group for those in made.values() for group in those), *own]


def _joined(one: Cell, other: Cell) -> Cell:
    (south, west), (north, east) = one.bounds
    (south2, west2), (north2, east2) = other.bounds
    mine, theirs = one.counts, other.counts
    return replace(
        one,
        counts=Counts(mine.troops + theirs.troops, mine.displaced + theirs.displaced, mine.other + theirs.other),
        low=min((value for value in (one.low, other.low) if value is not None), default=None),
        high=max((value for value in (one.high, other.high) if value is not None), default=None),
        places=one.places + other.places,
        wide=one.wide + other.wide,
        bounds=((min(south, south2), min(west, west2)), (max(north, north2), max(east, east2))),
        claim=None,
        lands=_together(one.lands, other.lands),
    )


def _together(one: tuple[str, ...], other: Iterable[str]) -> tuple[str, ...]:
    return (*one, *(land for land in other if land not in one))


def _outlined(tables: Tables, groups: Sequence[_Group]) -> tuple[Cell, ...]:
    """The cells, the fullest first, borders among them with their lines."""
    lines = [group.n for group in groups if group.own and group.cell.form is Precision.LINE]
    query = "SELECT n, shape FROM places WHERE shape IS NOT NULL AND n IN (SELECT unnest(?::INTEGER[]))"
    shapes = {n: msgspec.json.decode(shape) for n, shape in tables.rows(query, (lines,))} if lines else {}
    made = [
        replace(group.cell, shape=_flat(shapes[group.n], group.cell.lon))
        if group.n in shapes and group.own
        else group.cell
        for group in groups
    ]
    return tuple(sorted(made, key=lambda cell: (-cell.counts.every, cell.place)))


def _flat(shape: dict[str, object], lon: float) -> tuple[tuple[float, ...], ...]:
    """The lines of a geometry as (lat, lon, lat, lon, ...), on the copy of the world that ``lon`` is on."""
    turn = 360 * round((lon - (lon + 180) % 360 + 180) / 360)
    return tuple(
        tuple(value for lat, east in line for value in (round(lat, 3), round(east + turn, 3)))
        for line in outlines(shape)
    )


def first_view(tables: Tables, asked: Asked) -> Bounds | None:
    """Where the figures are; None where none of them is on the map."""
    it = where(tables, asked)
    query = f"""SELECT p.lat, p.lon FROM
        (SELECT {SPOT} AS n, row_number() OVER (ORDER BY row) AS nth, count(*) OVER () AS every
            FROM claims WHERE {it.sql}) JOIN places p USING (n)
        WHERE p.lat IS NOT NULL AND nth % greatest(1, every // ?) = 0 ORDER BY nth"""
    found: list[Position] = tables.rows(query, (asked.filter.inferred, *it.values, SAMPLE), it.given)
    return window([[at] for at in found]) if found else None
