"""Counties of the United States, from the Census Bureau's outlines in npm's us-atlas (TopoJSON)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rows import TOLERANCE, Row
from topology import simplified

from geo.places.geometry import Position, Ring, label, multipolygon

# FIPS number of a state to its postal code; territories have no provinces here.
STATES = dict(
    pair.split(":")
    for pair in """
01:AL 02:AK 04:AZ 05:AR 06:CA 08:CO 09:CT 10:DE 11:DC 12:FL 13:GA 15:HI 16:ID 17:IL 18:IN 19:IA 20:KS 21:KY 22:LA
23:ME 24:MD 25:MA 26:MI 27:MN 28:MS 29:MO 30:MT 31:NE 32:NV 33:NH 34:NJ 35:NM 36:NY 37:NC 38:ND 39:OH 40:OK 41:OR
42:PA 44:RI 45:SC 46:SD 47:TN 48:TX 49:UT 50:VT 51:VA 53:WA 54:WV 55:WI 56:WY
""".split()
)
KINDS = {"LA": "Parish", "AK": "Borough"}
FIRST_CITY = "51500"
"""Virginia's independent cities are numbered from here; GeoNames has them as towns."""
RANK = 2


def county_rows(us_atlas: Path) -> Iterator[Row]:
    topology = json.loads((us_atlas / "counties-10m.json").read_text("utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    found = [
        county
        for county in sorted(topology["objects"]["counties"]["geometries"], key=lambda c: str(c["id"]))
        if county["id"][:2] in STATES and not FIRST_CITY < county["id"] < "52"
    ]
    shapes = simplified([_polygons(county, arcs) for county in found], TOLERANCE)
    for county, polygons in zip(found, shapes, strict=True):
        state = STATES[county["id"][:2]]
        if not polygons or state == "DC":
            continue
        shape = multipolygon(polygons)
        lon, lat = label(shape)
        plain = county["properties"]["name"]
        name = f"{plain} {KINDS.get(state, 'County')}"
        yield Row(f"county:US-{county['id']}", name, "province", "US", lat, lon, RANK, f"province:US-{state}",
                  source="US Census Bureau", names={name, f"{plain} Co"}, shape=shape)  # fmt: skip


def _arc(steps: list[list[int]], transform: dict[str, Any]) -> Ring:
    """TopoJSON's quantised steps as positions (lon, lat)."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    out: list[Position] = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        out.append((x * across + west, y * up + south))
    return out


def _polygons(county: dict[str, Any], arcs: list[Ring]) -> list[list[Ring]]:
    polygons = [county["arcs"]] if county["type"] == "Polygon" else county["arcs"]
    return [[_ring(numbers, arcs) for numbers in polygon] for polygon in polygons]


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined end to end; ~n is arc n backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[bool(ring) :]
    return ring
