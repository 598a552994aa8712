"""Claims about one movement are linked with what differs; everything else stays apart."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.claims.links import NEAREST, links
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


def test_a_movement_told_often_is_a_chain_whose_links_grow_with_its_tellings() -> None:
    article, more = claim("more than 1,000")
    tellings = [(replace(article, id=f"a{n}"), replace(more, id=f"c{n}", article=f"a{n}")) for n in range(400)]
    found = links(tellings)
    assert len(found) <= NEAREST * len(tellings)
    reached = {"c0"}
    for link in found:  # in the order of the tellings: each is linked to some before it
        assert link.first in reached
        reached.add(link.second)
    assert len(reached) == len(tellings)


def test_two_agencies_are_two_origins() -> None:
    article, more = claim("more than 1,000")
    elsewhere = replace(article, id="elsewhere", agency="AP")
    (link,) = links([(article, more), (elsewhere, replace(more, id="other"))])
    assert not link.same_origin
    assert link.differs == ()


def test_articles_of_the_first_year_are_linked_like_any() -> None:
    """A month before the calendar's first day there is no day."""
    article, more = claim("more than 1,000")
    first = replace(article, published=date.min)
    undated = replace(more, happened=None, as_of=None, reported=None)
    (link,) = links([(first, undated), (replace(first, id="other"), replace(undated, id="other"))])
    assert link.first != link.second
