"""The basemap's files: whole, in range, and small enough for a first view."""

import gzip
import json
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest

from geo.maps.served import STATIC

FOLDER = STATIC / "basemap"
WORLD: dict[str, Any] = json.loads((FOLDER / "world.json").read_bytes())


def positions(packed: list[int], step: float) -> list[tuple[float, float]]:
    """A packed line as (lon, lat) in degrees."""
    lon = lat = 0
    found = []
    for dx, dy in zip(packed[::2], packed[1::2], strict=True):
        lon, lat = lon + dx, lat + dy
        found.append((lon * step, lat * step))
    return found


def all_lines(level: dict[str, Any]) -> list[list[int]]:
    rings = [ring for _, outline in level["countries"] for ring in outline]
    borders = [line for _, _, lines in level["borders"] for line in lines]
    return [*rings, *borders, *level["provinces"], *level["lakes"], *level["rivers"]]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.json")), ids=lambda file: file.stem)
def test_every_position_is_on_the_globe(file: Any) -> None:
    level = json.loads(file.read_bytes())
    for line in all_lines(level):
        for lon, lat in positions(line, level["step"]):
            assert -180.2 <= lon <= 180.2
            assert -90.2 <= lat <= 90.2


def test_no_line_crosses_the_map_at_the_antimeridian() -> None:
    for line in [line for _, _, lines in WORLD["borders"] for line in lines] + WORLD["rivers"]:
        at = positions(line, WORLD["step"])
        assert all(abs(a[0] - b[0]) < 90 for a, b in pairwise(at))


def test_the_first_file_is_light() -> None:
    raw = (FOLDER / "world.json").read_bytes()
    assert len(raw) < 600_000
    assert len(gzip.compress(raw)) < 200_000


def test_every_listed_tile_exists_and_no_other() -> None:
    listed = {f"tile-{column}-{row}.json" for column, row in WORLD["tiles"]}
    assert {file.name for file in FOLDER.glob("tile-*.json")} == listed


def test_the_world_is_whole() -> None:
    codes = {iso for iso, _ in WORLD["countries"]}
    assert len(codes) > 230
    assert {"AF", "AU", "BR", "FJ", "FR", "NO", "NZ", "RU", "TJ", "TW", "US", "XK", "ZA"} <= codes
    assert len(WORLD["labels"]) > 190
    assert {kind for kind, _, _ in WORLD["borders"]} == {"settled", "disputed"}


def test_the_origin_card_is_of_these_files() -> None:
    made = sha256(b"".join(path.read_bytes() for path in sorted(FOLDER.glob("*.json")))).hexdigest()
    assert f"`{made}`" in (FOLDER / "ORIGIN.md").read_text(encoding="utf-8")
