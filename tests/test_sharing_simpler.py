"""Outlines in a file: fewer corners, near the real ones, and never across themselves or each other."""

import json
from math import cos, pi, sin
from random import Random

import pytest
from shapely import is_valid
from shapely.geometry import shape as as_shape

from geo.dataset.query import Catalogue
from geo.model import Role
from geo.places.geometry import Geometry, area, rings
from geo.sharing.features import as_geojson
from geo.sharing.simpler import AREA_MOST, simpler
from tests import made
from tests.placed import gazetteer

COUNTRIES = ("country:ID", "country:IT", "country:UA", "country:CL", "country:TJ")
"""The first three had outlines that cross themselves."""


def outline(id_: str) -> Geometry:
    found = gazetteer().geometry(id_)
    assert found is not None
    return found


def size(geometry: Geometry) -> float:
    return sum(abs(area(polygon[0])) for polygon in rings(geometry))


@pytest.mark.parametrize("id_", COUNTRIES)
def test_no_outline_crosses_itself_or_another_part(id_: str) -> None:
    shape = simpler(outline(id_))
    closed = [ring for polygon in rings(shape) for ring in polygon]
    assert is_valid(as_shape(shape))
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in closed)


@pytest.mark.parametrize("id_", COUNTRIES)
def test_a_country_keeps_its_size_in_fewer_corners(id_: str) -> None:
    full = outline(id_)
    shape = simpler(full)
    assert size(shape) == pytest.approx(size(full), rel=0.04)
    assert len(json.dumps(shape)) < len(json.dumps(full))


def test_two_hundred_figures_about_large_countries_are_a_small_file() -> None:
    """73 figures had 4 MB, for the outline of the European Union or of Indonesia stood in each of them."""
    place = made.area("Indonesia", -2.0, 118.0, "ID")
    claims = [made.claim([(Role.AT, place)], value=1000 + number) for number in range(200)]
    catalogue = Catalogue.of(made.collection(claims, {place.id: outline("country:ID")}))
    assert len(as_geojson(catalogue, claims)) < 200 * 50_000


@pytest.mark.parametrize("seed", range(5))
def test_a_ragged_coast_stays_near_itself(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a coast is no secret
    turns = [2 * pi * step / 900 for step in range(900)]
    far = [10 + chance.uniform(0, 2) for _ in turns]
    corners = [(out * cos(turn), out * sin(turn)) for out, turn in zip(far, turns, strict=True)]
    ring = [*corners, corners[0]]
    made = simpler({"type": "Polygon", "coordinates": [ring]})
    assert is_valid(as_shape(made))
    (polygon,) = rings(made)
    assert len(polygon[0]) < len(ring)
    assert abs(area(polygon[0])) == pytest.approx(abs(area(ring)), rel=0.05)
    assert as_shape(made).hausdorff_distance(as_shape({"type": "Polygon", "coordinates": [ring]})) <= AREA_MOST
    assert max(max(map(abs, corner)) for corner in polygon[0]) >= 10 - AREA_MOST


def test_a_border_is_a_line_still_and_a_point_a_point() -> None:
    line = {"type": "LineString", "coordinates": [[0.0, 0.0], [1.0, 0.00001], [2.0, 0.0], [2.0, 3.0]]}
    assert simpler(line) == {"type": "LineString", "coordinates": ((0.0, 0.0), (2.0, 0.0), (2.0, 3.0))}
    assert simpler({"type": "Point", "coordinates": [1, 2]}) == {"type": "Point", "coordinates": [1, 2]}


def test_what_is_smaller_than_the_grid_stays_as_it_is() -> None:
    square = [[0.0, 0.0], [0.0004, 0.0], [0.0004, 0.0004], [0.0, 0.0004], [0.0, 0.0]]
    small = {"type": "Polygon", "coordinates": [square]}
    assert simpler(small) == small
