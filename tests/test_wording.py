"""Claims in words: the qualifier stays, unknowns are said, and nothing is claimed that the fields do not hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.query import Catalogue
from geo.model import (
    Action,
    Basis,
    Claim,
    ClaimPlace,
    Difference,
    Panel,
    PlaceKind,
    Population,
    Precision,
    Role,
    Status,
    StatusMark,
)
from geo.wording import claims as wording
from geo.wording import dates, deeds, names, sources
from geo.wording.vocabulary import DIFFERENCES, VERBS
from tests import hand_made as made

ADJECTIVES = {"Russia": "Russian", "Afghanistan": "Afghan", "Tajikistan": "Tajik"}


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (made.EXERCISE, "about 1,000 Russian troops took part in an exercise at the 201st military base in Dushanbe"),
        (made.GARRISON, "about 5,500 Russian troops stationed at the 201st military base"),
        (made.CIVILIANS, "77 Afghan civilians crossed from Afghanistan into Tajikistan"),
        (made.FLED, "more than 1,000 Afghan troops fled probably from Shir Khan Bandar to Tajikistan"),
        (made.SEVERAL, "several hundred Afghan soldiers fled from Shir Khan Bandar to Tajikistan"),
        (made.PLEDGE, "100,000 refugees from Afghanistan could be accepted in Tajikistan"),
        (made.BORDERS, "90% of the country's borders said to be controlled by the Taliban"),
        (
            made.LOST,
            "some 230,000 members of the security forces of Tajikistan took part in an exercise at the camp",
        ),
    ],
)
def test_a_claim_reads_as_a_sentence(claim: Claim, line: str) -> None:
    assert deeds.line(claim, ADJECTIVES) == line


def test_a_place_is_said_once() -> None:
    """Not where the people are from it already, and not a country beside a part that has its name."""
    told = replace(made.PLEDGE, action=Action.FLEE, basis=Basis.EVENT, statuses=())
    (home,) = (used for used in made.CIVILIANS.places if used.role is Role.FROM)
    stated = replace(told, who=home.place.name, places=(replace(home, stated=True),))
    assert deeds.line(stated, {}) == "100,000 refugees from Afghanistan fled"
    assert deeds.line(replace(stated, places=(replace(home, stated=False),)), {}).endswith(" fled probably from there")
    assert deeds.line(replace(stated, who=None), {}) == "100,000 refugees fled from Afghanistan"
    north = replace(home.place, id="north", name="northern Afghanistan", kind=PlaceKind.REGION)
    both = (ClaimPlace(north, Role.AT, stated=True), ClaimPlace(home.place, Role.AT, stated=True))
    assert deeds.route(replace(made.FLED, places=both)) == "in northern Afghanistan"
    arrived = (ClaimPlace(north, Role.TO, stated=True), ClaimPlace(home.place, Role.AT, stated=True))
    assert deeds.route(replace(made.FLED, action=Action.ARRIVE, places=arrived)) == "in northern Afghanistan"
    south = replace(home.place, id="south", name="South Afghanistan", kind=PlaceKind.COUNTRY)
    two = (ClaimPlace(south, Role.AT, stated=True), ClaimPlace(home.place, Role.AT, stated=True))
    assert deeds.route(replace(made.FLED, places=two)) == "in South Afghanistan and Afghanistan"
    unsure = (ClaimPlace(north, Role.AT, stated=False), ClaimPlace(home.place, Role.AT, stated=True))
    assert "in Afghanistan" in deeds.route(replace(made.FLED, places=unsure))


def test_a_name_with_an_article_takes_no_other() -> None:
    assert names.name("a transit camp", PlaceKind.SITE) == "a transit camp"
    assert names.name("transit camp", PlaceKind.SITE) == "the transit camp"


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("population", [Population.TROOPS, Population.REFUGEES, Population.HOUSING])
def test_every_combination_has_words(action: Action, basis: Basis, population: Population) -> None:
    claim = replace(made.FLED, action=action, basis=basis, population=population, places=())
    words = deeds.line(claim, {})
    assert words.startswith("more than 1,000 Afghan troops")
    assert "  " not in words
    assert words == words.strip()
    assert wording.basis(claim)
    assert VERBS[action][2]


def test_nobody_arrived_where_they_were_only_promised() -> None:
    for basis, statuses in ((Basis.CAPACITY, ()), (Basis.PLAN, ()), (Basis.EVENT, (Status.PLEDGED,))):
        marks = tuple(StatusMark(status, made.FLED.span) for status in statuses)
        deed = deeds.deed(replace(made.FLED, action=Action.ARRIVE, basis=basis, statuses=marks))
        assert deed.startswith(("could arrive", "were to arrive"))


def test_the_whole_chain_of_statuses_is_said() -> None:
    assert wording.status(made.PLEDGE) == "Pledged, then withdrawn"
    assert wording.status(made.FLED) == "Reported"


def test_who_said_it() -> None:
    assert sources.voice(made.EXERCISE, made.DRILLS) == "Said by Interfax"
    assert sources.voice(made.PLEDGE, made.ARMY) == "Said by a Tajik official from the emergencies committee"
    assert sources.voice(made.FLED, made.DRILLS) == "In AFP’s own voice"
    unsigned = replace(made.DRILLS, agency=None, publisher=None, published=None)
    assert sources.voice(made.FLED, unsigned) == "In the article's own voice"
    assert sources.printed(unsigned) == "publisher unknown, date unknown"
    assert sources.printed(made.DRILLS) == "AFP in The Moscow Times, 14 July 2021"


def test_a_capital_is_taken_back_only_where_the_sentence_begins_with_it() -> None:
    assert wording.figure(made.LOST) == "some 230,000"
    inside = replace(made.LOST, sentence=replace(made.LOST.sentence, start=made.LOST.sentence.start - 5))
    assert wording.figure(inside) == "Some 230,000"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dushanbe", "Dushanbe"),
        ("Central African Republic", "the Central African Republic"),
        ("United States", "the United States"),
        ("Netherlands", "the Netherlands"),
        ("The Bahamas", "The Bahamas"),
        ("", ""),
    ],
)
def test_names_take_the_article_that_english_gives_them(name: str, expected: str) -> None:
    assert names.name(name) == expected


def test_what_became_of_them() -> None:
    assert made.FLED.sequel is not None
    assert deeds.sequel(made.FLED.sequel) == "Returned to Afghanistan, 5 – 11 July 2021"
    assert deeds.sequel(replace(made.FLED.sequel, happened=None)).endswith("date not stated")


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ((made.EXERCISE, made.GARRISON, made.FLED), "No total: exercises, garrisons and crossings do not add up."),
        ((made.CIVILIANS, made.PLEDGE), "No total: crossings and pledges do not add up."),
        ((made.FLED, made.SEVERAL), "No total: reports of crossings may overlap."),
        ((made.FLED,), ""),
        ((), ""),
    ],
)
def test_why_there_is_no_total(claims: tuple[Claim, ...], reason: str) -> None:
    assert wording.no_total(claims) == reason


def test_precision_is_said() -> None:
    assert deeds.precision(made.BASE) == "a circle of 15 km"
    assert deeds.precision(replace(made.BASE, radius_km=None)) == "a circle of unstated radius"
    for precision in Precision:
        assert deeds.precision(replace(made.DUSHANBE, precision=precision))


def test_a_vague_figure_says_what_it_is_drawn_as() -> None:
    assert wording.bounds(made.SEVERAL) == "Drawn as 200 to 900; the article gives no number"
    assert wording.bounds(made.FLED) is None


def test_every_difference_has_words() -> None:
    assert set(DIFFERENCES) == set(Difference)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-07-14", "2021-07-14", "14 July 2021"),
        ("2021-06-01", "2021-06-30", "June 2021"),
        ("2021-06-01", "2021-07-31", "June – July 2021"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2021-07-01", "2021-07-14", "1 – 14 July 2021"),
        ("2021-06-28", "2021-07-04", "28 June – 4 July 2021"),
        ("2020-12-28", "2021-01-03", "28 December 2020 – 3 January 2021"),
    ],
)
def test_a_period_in_the_fewest_words(first: str, last: str, words: str) -> None:
    assert dates.period(date.fromisoformat(first), date.fromisoformat(last)) == words


@given(first=st.dates(), days=st.integers(0, 4000))
def test_every_period_keeps_its_years(first: date, days: int) -> None:
    last = min(first, date.max - timedelta(days=days)) + timedelta(days=days)
    for words in (dates.period(first, last), dates.months(first, last)):
        assert str(first.year) in words
        assert str(last.year) in words


def test_what_a_date_is_the_date_of_is_said() -> None:
    catalogue = Catalogue.of(made.collection())
    said = {claim.id: dates.when(catalogue.dated(claim)) for claim in catalogue.claims.values()}
    assert said[made.GARRISON.id] == "as of 14 July 2021"
    assert said[made.CIVILIANS.id] == "reported 14 July 2021"
    assert said[made.PLEDGE.id] == "date not stated, published 28 July 2021"
    assert dates.when(None) == "date unknown"


@given(words=st.text(max_size=30), who=st.none() | st.text(max_size=20), panel=st.sampled_from(Population))
def test_any_words_of_an_article_make_a_line(words: str, who: str | None, panel: Population) -> None:
    claim = replace(made.FLED, counted=words, who=who, population=panel)
    assert wording.figure(claim) == "more than 1,000"
    assert wording.counted(claim, ADJECTIVES).find(" ".join(words.split())) >= 0
    assert deeds.line(claim, ADJECTIVES).startswith("more than 1,000")
    assert claim.panel in Panel


def test_a_place_whose_name_a_file_leaves_empty_is_no_fault() -> None:
    assert [names.name("", kind) for kind in PlaceKind] == [""] * len(PlaceKind)
