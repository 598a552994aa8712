"""Rings and lines: unions without seams, lines joined, geometry packed and unpacked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Precision
from geo.places.geometry import Geometry, area, contains, dissolve, join, label, middle, rings
from geo.places.outlines import geometry
from geo.places.shapes import pack, unpack
from tests.placed import gazetteer, placed


def square(x: float, y: float, size: float = 1) -> Geometry:
    ring = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
    return {"type": "Polygon", "coordinates": [ring]}


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1))
def test_a_union_of_squares_has_their_area_and_no_seam(cells: set[tuple[int, int]]) -> None:
    union = dissolve(square(x, y) for x, y in sorted(cells))
    assert sum(area(ring) for polygon in rings(union) for ring in polygon) == pytest.approx(len(cells))
    inner = {(x, y) for x, y in cells if {(x + 1, y), (x, y + 1), (x + 1, y + 1)} <= cells}
    vertices = {point for polygon in rings(union) for ring in polygon for point in ring}
    assert not vertices & {(x + 1, y + 1) for x, y in inner}


def test_a_hole_stays_a_hole() -> None:
    around = [square(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    union = dissolve(around)
    assert contains(union, 0.5, 0.5)
    assert not contains(union, 1.5, 1.5)


@given(st.lists(st.integers(-170, 170), min_size=2, max_size=30, unique=True), st.randoms(use_true_random=False))
def test_pieces_of_a_line_are_joined_whatever_their_order(stops: list[int], shuffle: object) -> None:
    line = [(float(x), float(i)) for i, x in enumerate(stops)]
    pieces = [[a, b] for a, b in pairwise(line)]
    shuffle.shuffle(pieces)  # type: ignore[attr-defined]
    pieces = [piece if i % 2 else piece[::-1] for i, piece in enumerate(pieces)]
    (joined,) = join(pieces)
    assert joined in (line, line[::-1])


def test_the_middle_of_a_line_is_half_way() -> None:
    assert middle([[(0, 0), (1, 0), (2, 0), (3, 0), (4, 0)], [(9, 9), (9, 10)]]) == (2, 0)


@given(st.integers(-80, 70), st.integers(-170, 160), st.integers(1, 9))
def test_a_label_lies_inside(lat: int, lon: int, size: int) -> None:
    x, y = label(square(lon, lat, size))
    assert contains(square(lon, lat, size), y, x)


@given(
    st.lists(
        st.lists(st.tuples(st.integers(-180000, 180000), st.integers(-90000, 90000)), min_size=2, max_size=20),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_packing_keeps_every_vertex(lines: list[list[tuple[int, int]]]) -> None:
    parts = [[(x / 1000, y / 1000) for x, y in line] for line in lines]
    assert unpack(pack({"type": "MultiLineString", "coordinates": parts}, 3)) == (
        {"type": "LineString", "coordinates": parts[0]}
        if len(parts) == 1
        else {"type": "MultiLineString", "coordinates": parts}
    )


def test_neighbouring_provinces_meet_without_a_gap() -> None:
    parts = [gazetteer().geometry(f"province:AF-{code}") for code in ("KDZ", "TAK", "BAL")]
    shapes = [part for part in parts if part]
    whole = dissolve(shapes)
    assert len(rings(whole)) == 1
    total = sum(abs(area(polygon[0])) for shape in shapes for polygon in rings(shape))
    assert sum(abs(area(polygon[0])) for polygon in rings(whole)) == pytest.approx(total, rel=1e-3)


TEXT = """Troops from northern Afghanistan crossed the Tajik-Afghan border to Dushanbe, near Termez and
in Kunduz province.

Afghanistan's borders were shut. Ships left the Black Sea; the Nile rose. The 9th military base in Mali was hit."""


def test_every_place_that_is_located_has_a_geometry_of_its_kind() -> None:
    kinds = {
        Precision.POINT: {"Point"},
        Precision.RADIUS: {"Point"},
        Precision.AREA: {"Polygon", "MultiPolygon"},
        Precision.LINE: {"LineString", "MultiLineString"},
    }
    seen = set()
    for toponym in placed(TEXT).toponyms:
        assert toponym.place is not None, toponym
        shape = geometry(toponym.place, gazetteer())
        seen.add(toponym.place.precision)
        if toponym.place.precision is Precision.UNLOCATED:
            assert shape is None
        else:
            assert shape is not None
            assert shape["type"] in kinds[toponym.place.precision]
    assert seen == set(Precision)


def test_northern_afghanistan_is_its_northern_provinces() -> None:
    place = placed(TEXT).place("northern Afghanistan")
    shape = geometry(place, gazetteer())
    assert shape is not None
    assert contains(shape, 36.7, 69.0)  # Kunduz
    assert contains(shape, 36.7, 67.1)  # Mazar-i-Sharif
    assert not contains(shape, 34.5, 69.2)  # Kabul
    assert not contains(shape, 31.6, 65.7)  # Kandahar
    assert place.lat is not None
    assert place.lon is not None
    assert contains(shape, place.lat, place.lon)


def test_all_borders_of_a_country_hold_each_of_them() -> None:
    whole = geometry(placed(TEXT).place("Afghanistan's borders"), gazetteer())
    part = gazetteer().geometry("border:AF-TJ")
    assert whole is not None
    assert part is not None
    assert part["coordinates"] in whole["coordinates"]
