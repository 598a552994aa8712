"""The first view is where the figures are, and a few far off do not decide it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.collection import Newsroom
from geo.dataset.query import Catalogue
from geo.maps.geometry import wrap
from geo.maps.layout import layout
from geo.maps.window import LEFT_OUT, SMALL, WORLD, Positions, positions, window
from geo.wording.headline import about, title

SUDAN = [((lat, lon),) for lat in (10.0, 13.0, 15.6) for lon in (24.0, 30.0, 32.5)]
SYRIA = [((lat, lon),) for lat in (33.5, 36.2) for lon in (36.3, 40.1)]


def test_what_is_near_together_is_seen_whole() -> None:
    assert window(SUDAN) == ((10.0, 24.0), (15.6, 32.5))
    assert window([]) == WORLD


def test_one_arrow_across_an_ocean_does_not_move_the_view() -> None:
    (south, west), (north, east) = window([*SUDAN, *SYRIA, ((33.0, 44.0), (38.9, -77.0))])
    assert (south, west) == (10.0, 24.0)
    assert (north, east) <= (38.9, 44.0)


def test_two_conflicts_of_the_same_weight_are_both_seen() -> None:
    far = [((lat, lon - 90),) for ((lat, lon),) in SUDAN]
    (_, west), (_, east) = window([*SUDAN, *far])
    assert (west, east) == (-66.0, 32.5)


@given(st.lists(st.tuples(st.floats(-60, 70), st.floats(-179, 179)), min_size=1, max_size=60))
def test_most_positions_are_always_in_view(points: list[tuple[float, float]]) -> None:
    (south, west), (north, east) = window([(point,) for point in points])
    centre = (west + east) / 2
    seen = [
        p for p in points if south - 1e-6 <= p[0] <= north + 1e-6 and west - 1e-6 <= wrap(p[1], centre) <= east + 1e-6
    ]
    assert len(seen) >= (1 - LEFT_OUT) * len(points)


@pytest.mark.parametrize(("articles", "figures"), [(5, 25), (100, 500)])
def test_made_up_collections_have_a_view_and_a_title_that_fits(articles: int, figures: int) -> None:
    catalogue = Catalogue.of(Newsroom().collection(articles, figures))
    known: Positions = positions(layout(catalogue, catalogue.collection.claims), catalogue.collection.geometries)
    (south, west), (north, east) = window(known.values())
    assert south < north
    assert west < east
    assert len(about(catalogue)) <= 70
    assert len(title(catalogue)) <= 120
    assert SMALL > 0
