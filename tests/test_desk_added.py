"""What the desk shows of a figure that was added by hand between that and the next build."""

from dataclasses import replace

from geo.collections.decide import addition, verdict
from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.model import Span
from geo.model.decision import Decision, Field, Verdict
from geo.panels.desk.added_since import since
from tests.conftest import ROOT

CATALOGUE = Catalogue.of(load(ROOT / "data" / "collection.json"), {})
READING = CATALOGUE.collection.readings[0]


def added(words: str) -> Decision:
    start = READING.article.text.index(words)
    return addition(READING.article, Span(start, start + len(words)), [(Field.VALUE, "about 40")], who="Ada")


def free_words() -> str:
    """Two words of the article on which no figure stands."""
    text, taken = READING.article.text, [claim.span for claim in READING.claims]
    at = next(
        place
        for place in range(len(text))
        if text[place : place + 12].replace(" ", "").isalpha()
        and text.count(text[place : place + 12]) == 1
        and not any(span.overlaps(Span(place, place + 12)) for span in taken)
    )
    return text[at : at + 12]


def test_it_is_among_the_figures_of_its_article_until_it_is_taken_back() -> None:
    made = added(free_words())
    now = since(CATALOGUE, [made])
    (reading,) = [it for it in now.collection.readings if it.article == READING.article]
    (claim,) = [it for it in reading.claims if it not in READING.claims]
    assert (claim.id, claim.quantity.low) == (made.about.claim, 40)
    assert now.claims[claim.id] == claim
    assert [it.span.start for it in reading.claims] == sorted(it.span.start for it in reading.claims)
    undone = verdict(Verdict.UNDO, claim, READING.article, who="Ada")
    assert since(CATALOGUE, [made, undone]) is CATALOGUE


def test_one_that_the_map_has_or_that_stands_on_another_is_not_there_twice() -> None:
    made = added(free_words())
    now = since(CATALOGUE, [made])
    assert since(now, [made]) is now
    other = READING.claims[0].quantity.words
    on_another = replace(added(other), about=replace(made.about, words=other))
    assert since(CATALOGUE, [on_another]).claims.keys() == CATALOGUE.claims.keys()
