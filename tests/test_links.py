"""Claims about one movement are linked with what differs; everything else stays apart."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.claims.links import links
from geo.dataset.store import load
from geo.model import Action, Article, Claim, Difference, Granularity, When

COLLECTION = load(Path(__file__).parent.parent / "data" / "collection.json")
ARTICLES = {article.id: article for article in COLLECTION.articles}


def claim(words: str) -> tuple[Article, Claim]:
    found = next(claim for claim in COLLECTION.claims if claim.quantity.words == words)
    return ARTICLES[found.article], found


def test_the_seeds_hold_one_disagreement_about_one_movement() -> None:
    several, more = claim("several hundred")[1], claim("more than 1,000")[1]
    (link,) = COLLECTION.links
    assert {link.first, link.second} == {several.id, more.id}
    assert set(link.differs) == {Difference.DATE, Difference.NUMBER}
    assert link.same_origin, "two articles, one agency"


def test_figures_that_one_number_can_satisfy_differ_by_rounding_only() -> None:
    article, more = claim("more than 1,000")
    exact = replace(more, id="other", quantity=replace(more.quantity, words="1,037", low=1037, high=1037))
    (link,) = links([(article, more), (article, exact)])
    assert link.differs == (Difference.ROUNDING,)


@pytest.mark.parametrize(
    "change",
    [
        {"who": "Uzbekistan"},
        {"who": None},
        {"action": Action.EXERCISE},
        {"places": ()},
        {"happened": When(date(2020, 1, 1), date(2020, 1, 31), Granularity.MONTH, "in January 2020")},
    ],
    ids=str,
)
def test_another_group_deed_place_or_time_is_another_movement(change: dict[str, object]) -> None:
    article, more = claim("more than 1,000")
    other = replace(more, id="other", **change)  # type: ignore[arg-type]
    assert links([(article, more), (article, other)]) == ()


def test_two_agencies_are_two_origins() -> None:
    article, more = claim("more than 1,000")
    elsewhere = replace(article, id="elsewhere", agency="AP")
    (link,) = links([(article, more), (elsewhere, replace(more, id="other"))])
    assert not link.same_origin
    assert link.differs == ()
