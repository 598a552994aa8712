"""Tables of figures that all crowd in one spot: one place, one day, one movement told thousands of times."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from geo.dataset.store import Collection
from geo.model import Difference, Link
from geo.store import cells, pages, questions, write
from geo.store.cells import Box
from geo.store.questions import Step
from geo.store.tables import Tables
from geo.store.where import Asked
from tests import hand_made

MANY = 5_000
WORLD = Box(-60, -180, 75, 180)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tables]:
    """One figure ``MANY`` times, each linked with the one before it, from which it differs."""
    collection = hand_made.collection()
    (reading,) = (it for it in collection.readings if hand_made.FLED in it.claims)
    claims = tuple(replace(hand_made.FLED, id=f"{number:012x}") for number in range(MANY))
    links = (
        Link(one.id, two.id, (Difference.NUMBER,), same_origin=False, same_source=False)
        for one, two in pairwise(claims)
    )
    folder = tmp_path_factory.mktemp("crowd") / "tables"
    write.write(folder, [replace(reading, claims=claims)], collection.geometries, links=links)
    opened = Tables.open(folder)
    yield opened
    opened.close()


def test_a_place_has_one_symbol_and_a_list_in_parts(crowd: Tables) -> None:
    (symbol,) = cells.cells(crowd, Asked(), WORLD, 2)
    assert (symbol.counts.every, symbol.claim) == (MANY, None)
    count, (fullest, *_) = questions.places(crowd, Asked())
    assert count >= 1
    assert fullest.figures == MANY
    there = Asked(place=fullest.place.id)
    assert questions.ids(crowd, there, MANY - 50, 50) == questions.ids(crowd, Asked(), MANY - 50, 50)
    assert len(pages.collection(crowd, questions.ids(crowd, there, 0, 50)).claims) == 50


def test_a_day_is_one_bar(crowd: Tables) -> None:
    (bar,) = questions.timeline(crowd, Asked(), Step.DAY)
    assert bar.counts.every == MANY
    assert questions.before(crowd, Asked(), bar.first) == 0


def test_a_movement_that_is_told_by_all_is_one_and_shows_some(crowd: Tables) -> None:
    count, (told,) = questions.told_differently(crowd, Asked())
    assert (count, len(told.claims), told.more) == (1, 50, MANY - 50)
    some = pages.collection(crowd, told.claims, linked=True)
    assert len(some.claims) == 51  # and the next, which differs from the last of them


def test_all_of_one_article_is_a_reading(crowd: Tables) -> None:
    (found,) = pages.collection(crowd, questions.ids(crowd, Asked(), 0, 1)).readings
    whole = pages.reading(crowd, found.article.id)
    assert whole is not None
    assert len(whole.claims) == MANY


def test_nothing_is_told_differently_where_nothing_is(tmp_path: Path) -> None:
    write.write(tmp_path / "tables", Collection(()).readings, {})
    with_nothing = Tables.open(tmp_path / "tables")
    assert questions.told_differently(with_nothing, Asked()) == (0, ())
    with_nothing.close()
