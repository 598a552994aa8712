"""Which figure leads a panel: what is stated counts before what is large."""

from dataclasses import replace

import pytest

from geo.dataset import query
from geo.dataset.leading import Lead, Stated, leading, stated
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import Action, Article, Attribution, Claim, ClaimPlace, How, Reading, Role, Span, Status, StatusMark
from geo.model.evidence import Evidence
from geo.wording import claims as wording
from tests import hand_made as made

PLACED = (ClaimPlace(made.DUSHANBE, Role.AT),)
GUESSED = (ClaimPlace(made.DUSHANBE, Role.AT, stated=False, note="named before"),)
SPOKEN = Attribution(("the army",), made.FLED.span)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(made.collection())


def lead(*claims: Claim, articles: tuple[Article, ...] = (made.DRILLS, made.ARMY)) -> Lead | None:
    readings = tuple(Reading(it, (), tuple(c for c in claims if c.article == it.id)) for it in articles)
    return leading(Catalogue.of(Collection(readings)), claims)


def like_fled(name: str, **changes: object) -> Claim:
    return replace(made.FLED, **{"id": name, "places": PLACED, **changes})  # type: ignore[arg-type]


def sized(claim: Claim, figure: int) -> Claim:
    return replace(claim, quantity=replace(claim.quantity, low=figure, high=figure))


def leader(*claims: Claim) -> str | None:
    found = lead(*claims)
    return found.claim.id if found else None


def test_a_pledge_an_exercise_and_what_is_nowhere_never_lead(catalogue: Catalogue) -> None:
    found = leading(catalogue, query.people(catalogue.claims.values()))
    assert found is not None
    assert found.claim.action is not Action.EXERCISE
    assert leading(catalogue, [made.LOST, made.EXERCISE]) is None
    assert leading(catalogue, [made.PLEDGE]) is None
    assert lead(like_fled("nowhere", places=())) is None
    assert lead(like_fled("nothing", action=Action.UNSTATED)) is None


def test_what_is_stated_counts_before_what_is_large_or_late() -> None:
    """A misread place of 230,000 led before a stated one of 77."""
    early, late = made.days("2021-06-01", "2021-06-01"), made.days("2021-07-20", "2021-07-20")
    small = sized(like_fled("small", happened=early), 77)
    large = sized(like_fled("large", happened=late, places=GUESSED), 230_000)
    assert leader(small, large) == "small"
    assert leader(large) == "large"  # where nothing else is there, and it says "probably"


def test_place_counts_before_date_and_date_before_speaker() -> None:
    undated = {"happened": None, "as_of": None, "reported": None}
    place_and_date = like_fled("place and date")
    place_and_speaker = like_fled("place and speaker", attribution=SPOKEN, **undated)
    date_and_speaker = like_fled("date and speaker", attribution=SPOKEN, places=GUESSED)
    every = like_fled("every", attribution=SPOKEN)
    assert leader(date_and_speaker, place_and_speaker) == "place and speaker"
    assert leader(date_and_speaker, place_and_speaker, place_and_date) == "place and date"
    assert leader(date_and_speaker, place_and_speaker, place_and_date, every) == "every"


def test_a_date_from_elsewhere_and_a_whole_year_are_not_stated(catalogue: Catalogue) -> None:
    assert Stated.DATE in stated(catalogue, made.FLED)
    elsewhere = replace(made.FLED, dated=Evidence(How.PARAGRAPH, 0.6, Span(0, 4)))
    assert Stated.DATE not in stated(catalogue, elsewhere)
    year = replace(made.FLED, happened=made.days("2021-01-01", "2021-12-31"))
    assert Stated.DATE not in stated(catalogue, year)


def test_whose_people_are_counted_is_no_place() -> None:
    """ "He drew U.S. Forces down to a bare minimum of 2,500" does not say where they are."""
    text = "He also drew U.S. Forces down to 2,500. Another 800 stay in Dushanbe."
    article = replace(made.ARMY, text=text)
    at = text.index("U.S.")
    named = ClaimPlace(made.TAJIKISTAN, Role.AT, evidence=Evidence(How.SENTENCE, 0.8, Span(at, at + 4)))
    forces = like_fled("forces", article=article.id, counted="U.S. Forces", places=(named,))
    assert lead(forces, articles=(article,)) is None
    there = replace(
        named, evidence=Evidence(How.SENTENCE, 0.8, Span(text.index("Dushanbe"), text.index("Dushanbe") + 8))
    )
    found = lead(forces, replace(forces, id="there", places=(there,)), articles=(article,))
    assert found is not None
    assert found.claim.id == "there"


def test_of_the_same_days_the_later_report_counts_then_the_firmer_then_the_surer() -> None:
    def alike(name: str, article: Article, sure: float, *statuses: Status) -> Claim:
        marks = tuple(StatusMark(status, made.FLED.span) for status in statuses)
        return like_fled(name, article=article.id, sure=sure, statuses=marks)

    early, late = made.DRILLS, made.ARMY
    claims = [alike("a", early, 1), alike("b", late, 1, Status.CLAIMED), alike("c", late, 0.5), alike("d", late, 0.7)]
    assert [leader(*claims[:count]) for count in (1, 2, 3, 4)] == ["a", "b", "c", "d"]


def test_the_words_before_it_are_true() -> None:
    early, late = made.days("2021-06-01", "2021-06-01"), made.days("2021-07-20", "2021-07-20")
    first, guessed = like_fled("first", happened=early), like_fled("guessed", happened=late, places=GUESSED)
    alone, before = lead(first), lead(first, guessed)
    assert alone is not None
    assert before is not None
    assert wording.lead(alone) == "Latest movement"
    assert wording.lead(before) == "Latest movement with place and date stated"
    undated = like_fled("undated", action=Action.PRESENT, happened=None, as_of=None, reported=None, attribution=SPOKEN)
    found = lead(undated, articles=(replace(made.DRILLS, published=None), replace(made.ARMY, published=None)))
    assert found is not None
    assert wording.lead(found) == "Count with place and speaker stated"
