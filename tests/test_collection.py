"""The made-up collection of the benchmarks: the same each time, true to its texts, and of every shape there is."""

from pathlib import Path

import pytest

from benchmarks.collection import Newsroom
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection, load, save
from geo.maps.layout import Form, layout
from geo.model import Basis, Panel, Precision, Qualifier, Status


@pytest.fixture(scope="module")
def made() -> Collection:
    return Newsroom().collection()


def test_it_has_the_size_that_is_asked_for(made: Collection) -> None:
    assert (len(made.articles), len(made.claims)) == (500, 3_000)
    small = Newsroom().collection(2, 8)
    assert (len(small.articles), len(small.claims)) == (2, 8)


def test_it_is_the_same_each_time_and_can_be_stored(made: Collection, tmp_path: Path) -> None:
    versions = {save(one, tmp_path / "collection.json") for one in (made, Newsroom().collection())}
    assert len(versions) == 1
    assert load(tmp_path / "collection.json").claims == made.claims


def test_every_span_is_right(made: Collection) -> None:
    for reading in made.readings:
        text = reading.article.text
        for toponym in reading.toponyms:
            assert toponym.span.of(text) == toponym.text
        for claim in reading.claims:
            assert claim.article == reading.article.id
            assert claim.quantity.span.of(text) == claim.quantity.words
            assert claim.span.of(text).endswith(claim.counted)
            assert claim.sentence.holds(claim.span)
            assert claim.sentence.of(text).endswith(".")
            assert claim.attribution is not None
            assert claim.attribution.words.casefold() == claim.attribution.span.of(text).casefold()
            assert claim.quantity.middle
            for mark in claim.statuses:
                assert mark.span.of(text).endswith(".")


def test_ids_are_unique_and_links_lead_somewhere(made: Collection) -> None:
    ids = {claim.id for claim in made.claims}
    assert len(ids) == len(made.claims)
    assert len({article.id for article in made.articles}) == len(made.articles)
    assert len(made.links) > 500
    assert all({link.first, link.second} <= ids and link.first != link.second for link in made.links)


def test_every_shape_occurs(made: Collection) -> None:
    claims = made.claims
    assert {claim.panel for claim in claims} == set(Panel)
    assert {claim.basis for claim in claims} == set(Basis)
    assert {claim.status for claim in claims} == set(Status)
    assert {claim.quantity.qualifier for claim in claims} == set(Qualifier)
    assert {used.place.precision for claim in claims for used in claim.places} == set(Precision)
    assert any(not claim.places for claim in claims)
    assert any(not reading.claims for reading in made.readings)
    assert any(article.published is None for article in made.articles)
    assert any(article.publisher is None for article in made.articles)
    assert any(link.same_origin for link in made.links)
    assert any(not link.same_origin for link in made.links)
    drawn = layout(Catalogue.of(made), claims)
    assert {figure.form for figure in drawn.figures} == set(Form)
    assert any(figure.dotted for figure in drawn.figures)
    assert drawn.tray


def test_it_spreads_over_the_world_and_two_years(made: Collection) -> None:
    longitudes = [place.lon for place in made.places.values() if place.lon is not None]
    for west, east in ((-120, -60), (-20, 20), (60, 100), (100, 180)):
        assert any(west <= longitude <= east for longitude in longitudes)
    period = Catalogue.of(made).period()
    assert period is not None
    assert 700 < (period[1] - period[0]).days < 800
