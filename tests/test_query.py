"""The panels' questions: what is shown, where, when, and from whom."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset import query
from geo.dataset.query import Catalogue, Dated, Filter
from geo.dataset.store import Collection
from geo.model import Claim, ClaimPlace, Panel, PlaceKind, Reading, Role, Status
from tests import hand_made as made
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(made.collection(), query.adjectives(ROOT / "data" / "demonyms.csv"))


def ids(claims: tuple[Claim, ...]) -> set[str]:
    return {claim.id for claim in claims}


def test_without_a_filter_all_are_shown_by_date(catalogue: Catalogue) -> None:
    shown = catalogue.select(Filter())
    assert ids(shown) == set(catalogue.claims)
    starts = [days[1] for claim in shown if (days := catalogue.dated(claim))]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (made.FLED, (Dated.HAPPENED, date(2021, 7, 1), date(2021, 7, 14))),
        (made.GARRISON, (Dated.AS_OF, date(2021, 7, 14), date(2021, 7, 14))),
        (made.CIVILIANS, (Dated.REPORTED, date(2021, 7, 14), date(2021, 7, 14))),
        (made.PLEDGE, (Dated.PUBLISHED, date(2021, 7, 28), date(2021, 7, 28))),
    ],
)
def test_the_firmest_date_counts(catalogue: Catalogue, claim: Claim, expected: tuple[Dated, date, date]) -> None:
    assert catalogue.dated(claim) == expected


def test_no_date_anywhere_is_none() -> None:
    assert query.dated(made.PLEDGE, replace(made.ARMY, published=None)) is None


def test_period_keeps_what_touches_it(catalogue: Catalogue) -> None:
    june = catalogue.select(Filter(first=date(2021, 6, 30), last=date(2021, 6, 30)))
    assert ids(june) == {made.SEVERAL.id}
    assert made.FLED.id in ids(catalogue.select(Filter(first=date(2021, 7, 14), last=date(2021, 7, 14))))


def test_what_was_known_on_a_day_is_what_had_been_published(catalogue: Catalogue) -> None:
    day = date(2021, 7, 20)
    shown = catalogue.select(Filter(known_on=day))
    assert shown
    assert {claim.article for claim in shown} == {made.DRILLS.id}
    known = catalogue.known_by(day)
    assert set(known.claims) == ids(shown)
    assert known.links(made.FLED.id) == ()  # the other was printed later
    assert known.ids == catalogue.ids
    assert not catalogue.select(Filter(known_on=date(2021, 7, 13)))


def test_an_article_without_a_date_was_known_on_no_day() -> None:
    undated = replace(made.DRILLS, published=None)
    found = Catalogue.of(Collection((Reading(undated, (), (made.FLED,)),)))
    assert found.undated == 1
    assert found.publications == ()
    assert found.select(Filter()) == (made.FLED,)
    assert found.select(Filter(known_on=date.max)) == ()
    assert found.known_by(date.max).claims == {}


def test_a_country_includes_its_towns_and_a_town_its_sites(catalogue: Catalogue) -> None:
    in_country = ids(catalogue.select(Filter(places=frozenset({made.TAJIKISTAN.id}))))
    assert {made.EXERCISE.id, made.GARRISON.id, made.CIVILIANS.id} <= in_country
    in_town = ids(catalogue.select(Filter(places=frozenset({made.DUSHANBE.id}))))
    assert in_town == {made.EXERCISE.id, made.GARRISON.id}
    both = ids(catalogue.select(Filter(places=frozenset({made.DUSHANBE.id, made.CROSSING.id}))))
    assert both > in_town


def test_a_continent_is_in_none_of_its_countries() -> None:
    """The filter "Sudan" showed who had come "from Africa", and the map stayed where Europe is."""
    asia = replace(made.TAJIKISTAN, id="c:asia", name="Asia", kind=PlaceKind.REGION, countries=("AF", "TJ", "UZ"))
    wide = replace(made.CIVILIANS, id="wide", places=(ClaimPlace(asia, Role.FROM),))
    reading = Reading(made.DRILLS, (), (made.CIVILIANS, wide))
    catalogue = Catalogue.of(Collection((reading,)))
    assert catalogue.select(Filter(places=frozenset({made.TAJIKISTAN.id}))) == (made.CIVILIANS,)
    assert catalogue.select(Filter(places=frozenset({asia.id}))) == (wide,)
    assert catalogue.within(made.TAJIKISTAN, (wide,)) == ()


def test_neither_population_leaves_statements(catalogue: Catalogue) -> None:
    shown = catalogue.select(Filter(panels=frozenset()))
    assert {claim.panel for claim in shown} == {Panel.OTHER}


def test_places_to_choose_have_names_of_their_own() -> None:
    towns = [replace(made.DUSHANBE, id=f"gn:{number}") for number in range(3)]
    claims = [
        replace(made.EXERCISE, id=town.id, places=(replace(made.EXERCISE.places[0], place=town),)) for town in towns
    ]
    found = Catalogue.of(Collection((Reading(made.DRILLS, (), tuple(claims)),))).named
    assert list(found) == ["Dushanbe", "Dushanbe (TJ, city)", "Dushanbe (2)"]
    assert sorted(found.values()) == [town.id for town in towns]


def test_countries_are_chosen_first(catalogue: Catalogue) -> None:
    assert list(catalogue.named)[:2] == ["Afghanistan", "Tajikistan"]


def test_what_is_told_differently_stands_together(catalogue: Catalogue) -> None:
    ((claims, links),) = catalogue.differences(catalogue.select(Filter()))
    assert ids(claims) == {made.SEVERAL.id, made.FLED.id}
    assert [{link.first, link.second} for link in links] == [ids(claims)]
    assert catalogue.differences((made.EXERCISE,)) == []
    assert len(catalogue.differences((made.FLED,))) == 1  # the other stands beside it


def test_panels_leave_statements_alone(catalogue: Catalogue) -> None:
    shown = catalogue.select(Filter(panels=frozenset({Panel.DISPLACED})))
    assert {claim.panel for claim in shown} == {Panel.DISPLACED, Panel.OTHER}


def test_status_is_the_latest_turn(catalogue: Catalogue) -> None:
    assert ids(catalogue.select(Filter(statuses=frozenset({Status.WITHDRAWN})))) == {made.PLEDGE.id}
    assert not catalogue.select(Filter(statuses=frozenset({Status.PLEDGED})))


@pytest.mark.parametrize(
    ("words", "found"),
    [("interfax", made.EXERCISE), ("PLEDGE", None), ("201st dushanbe", made.EXERCISE), ("ex-soviet", made.SEVERAL)],
)
def test_words_are_looked_for_in_the_sentence_and_what_was_read(
    catalogue: Catalogue, words: str, found: Claim | None
) -> None:
    shown = catalogue.select(Filter(words=words))
    assert ids(shown) == ({found.id} if found else set())


def test_sources_are_publishers_and_agencies(catalogue: Catalogue) -> None:
    assert catalogue.sources() == ("AFP", "The Moscow Times")
    assert len(catalogue.select(Filter(sources=frozenset({"AFP"})))) == len(catalogue.claims)
    assert not catalogue.select(Filter(sources=frozenset({"Reuters"})))


def test_two_reprints_are_one_origin(catalogue: Catalogue) -> None:
    assert catalogue.origins() == (("AFP",), ())


def test_countries_of_the_figures_the_most_frequent_first(catalogue: Catalogue) -> None:
    assert [code for code, _ in catalogue.country_counts()[:2]] == ["TJ", "AF"]


def test_a_place_holds_what_is_described_by_it(catalogue: Catalogue) -> None:
    every = tuple(catalogue.claims.values())
    assert ids(catalogue.at(made.DUSHANBE.id, every)) == {made.EXERCISE.id, made.GARRISON.id}
    assert ids(catalogue.within(made.TAJIKISTAN, every)) == {made.EXERCISE.id, made.GARRISON.id}
    assert catalogue.within(made.DUSHANBE, every) == ()


def test_places_are_listed_once_with_their_claims(catalogue: Catalogue) -> None:
    rows = catalogue.places(catalogue.claims.values())
    assert rows[0][0] == made.TAJIKISTAN
    assert len(rows[0][1]) == 4
    assert len({place.id for place, _ in rows}) == len(rows)


def test_differences_are_seen_from_both_sides(catalogue: Catalogue) -> None:
    for mine, other in ((made.SEVERAL, made.FLED), (made.FLED, made.SEVERAL)):
        assert [claim.id for claim, _ in catalogue.links(mine.id)] == [other.id]
    assert catalogue.links(made.EXERCISE.id) == ()


def test_an_empty_collection_answers_every_question() -> None:
    empty = Catalogue.of(Collection(()))
    assert empty.select(Filter(words="x", first=date(2021, 1, 1))) == ()
    assert empty.period() is None
    assert empty.country_counts() == empty.sources() == empty.statuses() == ()
    assert empty.places(()) == []


def test_every_year_that_a_date_can_hold() -> None:
    old = replace(made.FLED, happened=made.days("0622-07-16", "9999-12-31"))
    found = Catalogue.of(Collection((Reading(made.DRILLS, (), (old,)),)))
    assert found.period() == (date(622, 7, 16), date(9999, 12, 31))
    assert found.select(Filter(last=date(1000, 1, 1))) == (old,)


def test_adjectives_come_from_the_table_or_not_at_all(tmp_path: Path) -> None:
    found = query.adjectives(ROOT / "data" / "demonyms.csv")
    assert found["AF"] == "Afghan"
    assert all(len(code) == 2 for code in found)
    assert query.adjectives(tmp_path / "none.csv") == {}


FILTERS = st.builds(
    Filter,
    first=st.none() | st.dates(),
    last=st.none() | st.dates(),
    panels=st.frozensets(st.sampled_from(Panel)),
    statuses=st.frozensets(st.sampled_from(Status)),
    sources=st.frozensets(st.sampled_from(["AFP", "The Moscow Times", "Reuters"])),
    places=st.frozensets(st.sampled_from([made.TAJIKISTAN.id, made.DUSHANBE.id, "nowhere"])),
    known_on=st.none() | st.dates(date(2021, 7, 1), date(2021, 8, 1)),
    words=st.text(max_size=12),
)


@given(wanted=FILTERS)
def test_a_filter_only_ever_takes_away(catalogue: Catalogue, wanted: Filter) -> None:
    shown = catalogue.select(wanted)
    assert len(ids(shown)) == len(shown)
    assert ids(shown) <= set(catalogue.claims)
    for less in ({"words": ""}, {"places": frozenset()}, {"known_on": None}, {"sources": frozenset()}):
        assert ids(catalogue.select(replace(wanted, **less))) >= ids(shown)
