"""A file for a visitor is made by another process, inside limits, and is what the page itself would have made."""

import os
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings

from benchmarks.collection import Newsroom
from geo.dataset.query import Catalogue, Filter
from geo.dataset.store import Collection
from geo.errors import ExportError
from geo.sharing import apart, maker
from geo.sharing.apart import Order, made_apart
from geo.sharing.export import EXPORTS
from geo.sharing.picture.dress import Dress, Size
from geo.sharing.shown import Shown
from geo.sharing.view import View
from tests import hand_made
from tests.conftest import processor_time
from tests.test_store_any import COLLECTIONS
from tests.test_tables import FILTERS

OWN = Dress(Size.PRINT, "A title", "A line")
CATALOGUE = Catalogue.of(hand_made.collection(), {"SD": "Sudanese"})
VIEW = View(filter=Filter(words="people", known_on=date(2100, 1, 1)), camera=(12.0, 25.0, 5.5))


def in_the_page(name: str, view: View, catalogue: Catalogue, dress: Dress) -> bytes:
    return EXPORTS[name].make(replace(Shown.of(view, catalogue), dress=dress))


@pytest.mark.parametrize("name", ["map.html", "timeline.png"])
def test_it_is_the_same_file(name: str) -> None:
    assert made_apart(name, VIEW, CATALOGUE, OWN) == in_the_page(name, VIEW, CATALOGUE, OWN)


@settings(max_examples=10)
@given(collection=COLLECTIONS, wanted=FILTERS)
def test_an_order_says_all_that_a_file_depends_on(collection: Collection, wanted: Filter) -> None:
    catalogue, view = Catalogue.of(collection), View(filter=wanted)
    for name in ("figures.csv", "captions.txt", "datapackage.json"):
        order = Order(name, view, OWN, catalogue.collection, catalogue.adjectives, tuple(catalogue.ids))
        assert maker.drawn(msgspec.msgpack.encode(order)) == in_the_page(name, view, catalogue, OWN)


@pytest.fixture(scope="module")
def many() -> Catalogue:
    return Catalogue.of(Newsroom().collection(150, 900))


def test_the_page_is_free_while_a_large_file_is_made(many: Catalogue) -> None:
    """Its own share is to say what is wanted."""
    before = os.times()
    own = processor_time(lambda: made_apart("map.html", View(), many, Dress()))
    after = os.times()
    others = after.children_user + after.children_system - before.children_user - before.children_system
    assert own < others / 10


def test_one_that_takes_too_long_is_ended() -> None:
    said = r"map\.html: was not made: it took longer than 0\.01 seconds\. Filter for fewer"
    with pytest.raises(ExportError, match=said):
        made_apart("map.html", VIEW, CATALOGUE, OWN, seconds=0.01)


@pytest.mark.parametrize(("limit", "value"), [("FILE_MEMORY", 200_000_000), ("FILE_PROCESSOR_SECONDS", 1)])
def test_one_that_takes_too_much_ends_alone(
    limit: str, value: int, many: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, limit, value)
    with pytest.raises(ExportError, match=r"it took more memory or time than a file may|its process failed"):
        made_apart("map.html", View(), many, OWN)
