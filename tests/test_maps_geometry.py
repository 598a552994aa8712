"""Distances, bearings and windows on the globe, near the antimeridian too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.geometry import bearing, bounds, distance, holds, nearest, outlines, travel, wrap

LATS = st.floats(-70, 70)
LONS = st.floats(-180, 180)


@given(LATS, LONS, st.floats(0, 359), st.floats(1, 300))
def test_travel_goes_as_far_and_where_it_is_told(lat: float, lon: float, direction: float, km: float) -> None:
    end = travel((lat, lon), direction, km)
    assert distance((lat, lon), end) == pytest.approx(km, rel=0.02)
    assert abs((bearing((lat, lon), end) - direction + 180) % 360 - 180) < 0.1


@given(LONS, st.floats(-360, 360))
def test_wrap_is_the_same_meridian_near_the_centre(lon: float, centre: float) -> None:
    assert abs(wrap(lon, centre) - centre) <= 180.000001
    assert (wrap(lon, centre) - lon) % 360 == pytest.approx(0, abs=1e-6) or (wrap(lon, centre) - lon) % 360 > 359.999999


def test_a_window_across_the_antimeridian_is_narrow() -> None:
    assert bounds([(-17.0, 178.0), (-14.0, -172.0)]) == ((-17.0, 178.0), (-14.0, 188.0))


def test_the_window_of_one_place_is_that_place() -> None:
    assert bounds([(38.5, 68.8)]) == ((38.5, pytest.approx(68.8)), (38.5, pytest.approx(68.8)))


@given(st.lists(st.tuples(LATS, LONS), min_size=1))
def test_every_position_is_in_the_window(positions: list[tuple[float, float]]) -> None:
    (south, west), (north, east) = bounds(positions)
    assert east - west <= 360
    for lat, lon in positions:
        assert south <= lat <= north
        assert west - 1e-6 <= wrap(lon, (west + east) / 2) <= east + 1e-6 or abs(east - west - 360) < 1e-6


def test_the_nearest_position_may_be_between_corners() -> None:
    assert nearest([[(0.0, 10.0), (20.0, 10.0)]], (5.0, 8.0)) == (pytest.approx(5.0), pytest.approx(10.0))
    assert nearest([[(0.0, 179.0), (0.0, -179.0)]], (1.0, 180.0)) == (pytest.approx(0.0), pytest.approx(180.0))


def test_a_hole_is_outside() -> None:
    square = [(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0)]
    hole = [(4.0, 4.0), (4.0, 6.0), (6.0, 6.0), (6.0, 4.0)]
    assert holds([square, hole], (2.0, 2.0))
    assert not holds([square, hole], (5.0, 5.0))
    assert not holds([square, hole], (12.0, 5.0))


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
        {"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]]]},
        {"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]},
        {"type": "MultiPolygon", "coordinates": [[[[1, 2], [3, 4]]]]},
    ],
)
def test_geojson_is_turned_to_lat_lon(geometry: dict[str, object]) -> None:
    assert list(outlines(geometry)) == [[(2, 1), (4, 3)]]
