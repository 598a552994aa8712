"""The form of a figure that was missed says who is counted as the collection's other figures do."""

from dataclasses import replace

import pytest

from geo.collections.added import bare
from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.model import Population, Span
from geo.panels.desk.missed import people_of
from tests import hand_made as made
from tests.conftest import ROOT

CATALOGUE = Catalogue.of(load(ROOT / "data" / "collection.json"), {})


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("93 Uzbek soldiers,", Population.TROOPS),
        ("40 Afghan refugees", Population.REFUGEES),
        ("40 lorries", Population.DISPLACED),
        ("some", Population.DISPLACED),
    ],
)
def test_who_is_counted_is_what_others_with_that_noun_count(words: str, people: Population) -> None:
    claim = bare(replace(made.DRILLS, text=words), Span(0, len(words)))
    assert people_of(CATALOGUE, claim) is people
