"""Seas, named regions, rivers and lakes from Natural Earth, and the hand-made regions and supplement."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rows import TOLERANCE, Inputs, Row, table
from topology import rounded, simplified, thin

from geo.places.geometry import dissolve, join, label, lines, middle, multiline, multipolygon, rings
from geo.places.names import fold

MAJOR_RIVER = 5
"""The scale rank up to which news names a river without saying "river"."""
WATER = re.compile(r"\s*\((?:.*)\)$")


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
        for name, alike in sorted(grouped.items()):
            found = _one_feature(alike) if kind == "lake" else alike
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
        # No shape of its own is stored: the members' are joined when it is drawn.
        joined = dissolve(part.shape for part in parts if part.shape)
        lat, lon = points.get(entry["name"], label(joined)[::-1])
        countries = sorted({code for part in parts for code in part.countries.split()})
        kind = "sea" if all(part.kind == "sea" for part in parts) else "region"
        yield Row(entry["id"], entry["name"], kind, " ".join(countries), lat, lon, 10, None, " ".join(members),
                  source="data/regions.csv", names={entry["name"], *entry["aliases"].split("|")})  # fmt: skip


def supplement_rows() -> Iterator[Row]:
    for entry in table("supplement"):
        yield Row(entry["id"], entry["name"], entry["kind"], entry["country"].replace("|", " "), float(entry["lat"]),
                  float(entry["lon"]), 5, precision=entry["precision"], radius=float(entry["radius_km"] or 0) or None,
                  source=f"data/supplement.csv: {entry['source']}", note=entry["note"] or None,
                  names={entry["name"], *entry["aliases"].split("|")})  # fmt: skip
