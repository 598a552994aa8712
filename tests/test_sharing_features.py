"""GeoJSON by the letter of RFC 7946, read back by GDAL."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyogrio
import pytest

from geo.dataset.query import Catalogue, Filter
from geo.dataset.store import load
from geo.model import Place, PlaceKind, Precision
from geo.sharing.features import as_geojson, geometry_of
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(load(ROOT / "data" / "collection.json"))


@pytest.fixture(scope="module")
def written(catalogue: Catalogue) -> bytes:
    return as_geojson(catalogue, catalogue.select(Filter()))


@pytest.fixture(scope="module")
def features(written: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written)["features"]
    return found


def rings(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    match geometry["type"]:
        case "Polygon":
            return [geometry["coordinates"]]
        case "MultiPolygon":
            return list(geometry["coordinates"])
        case _:
            return []


def test_every_claim_is_there_with_its_evidence(catalogue: Catalogue, features: list[dict[str, Any]]) -> None:
    assert [feature["id"] for feature in features] == [claim.id for claim in catalogue.select(Filter())]
    assert all(feature["properties"]["id"] == feature["id"] for feature in features)
    assert all(feature["properties"]["sentence"] for feature in features)
    assert len({feature["id"] for feature in features}) == len(features)


def test_outer_rings_turn_left_and_all_are_closed(features: list[dict[str, Any]]) -> None:
    seen = 0
    for feature in features:
        for polygon in rings(feature["geometry"] or {"type": "none"}):
            for number, ring in enumerate(polygon):
                assert ring[0] == ring[-1]
                area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
                assert (area > 0) is (number == 0)
                seen += 1
    assert seen


def test_precision_is_geometry(features: list[dict[str, Any]]) -> None:
    drawn = {
        "point": {"Point"},
        "radius": {"Polygon"},
        "area": {"Polygon", "MultiPolygon"},
        "line": {"LineString", "MultiLineString"},
    }
    for feature in features:
        precision = feature["properties"]["precision"]
        if feature["properties"]["geometry_note"]:
            assert feature["geometry"]["type"] == "LineString"  # a movement
        elif feature["geometry"] is not None:
            assert feature["geometry"]["type"] in drawn[precision]
    assert {feature["properties"]["precision"] for feature in features} >= {"radius", "area", "line"}


def test_a_movement_is_a_line_that_says_what_it_does_not_know(features: list[dict[str, Any]]) -> None:
    (crossed,) = (one for one in features if one["properties"]["figure"] == "77")
    assert crossed["geometry"]["type"] == "LineString"
    assert "its course between them is not stated" in crossed["properties"]["geometry_note"]
    assert "Tajikistan is an area" in crossed["properties"]["geometry_note"]
    assert {(used["role"], used["place"]) for used in crossed["properties"]["places"]} >= {
        ("from", "Afghanistan"),
        ("to", "Tajikistan"),
    }


def test_gdal_reads_it(written: bytes, features: list[dict[str, Any]], tmp_path: Path) -> None:
    path = tmp_path / "figures.geojson"
    path.write_bytes(written)
    about = pyogrio.read_info(path)
    assert about["driver"] == "GeoJSON"
    assert about["crs"] == "EPSG:4326"
    assert about["features"] == len(features)
    assert {"places", "geometry_note", "turns", "countries"} <= set(about["fields"])
    assert {"sentence", "qualifier", "low", "high", "precision", "url", "credits"} <= set(about["fields"])


def test_a_circle_has_its_radius_also_at_the_antimeridian() -> None:
    place = Place("x", "Taveuni", PlaceKind.SITE, Precision.RADIUS, ("FJ",), -16.8, 179.95, "test", 20.0)
    geometry = geometry_of(place)
    assert geometry is not None
    (polygon,) = rings(geometry)
    longitudes = [lon for lon, _ in polygon[0]]
    assert max(longitudes) - min(longitudes) < 0.5
    assert max(lat for _, lat in polygon[0]) == pytest.approx(-16.8 + 20 / 111.2, abs=0.001)


def test_what_is_not_located_has_no_geometry() -> None:
    place = Place("x", "the camp", PlaceKind.SITE, Precision.UNLOCATED, (), None, None, "test")
    assert geometry_of(place) is None


def test_an_area_without_its_outline_is_not_put_at_a_point() -> None:
    place = Place("x", "Chad", PlaceKind.COUNTRY, Precision.AREA, ("TD",), 15.0, 19.0, "test")
    assert geometry_of(place) is None
