"""A sentence that stood in a list is shown without the list's mark, everywhere alike."""

from dataclasses import replace

import pytest

from geo.dataset.query import Catalogue
from geo.model import Claim, Span
from geo.sharing.citation import as_text
from geo.sharing.rows import rows
from geo.sheets.card import card
from geo.sheets.chart import strip
from geo.wording.sentences import printed
from tests.made import claim, collection
from tests.test_one_story import texts

MARKS = ("- ", "– ", "•\t", "* ", "  -  ", "· ")


def listed(mark: str, text: str = "2,500 troops are there.") -> tuple[Catalogue, Claim]:
    """A catalogue of one article that is an entry of a list, and its claim."""
    made = claim([], words="2,500", counted="troops")
    catalogue = Catalogue.of(collection([made]))
    article = replace(catalogue.article(made), text=mark + text)
    start = len(mark) + text.index("2,500")
    quantity = replace(made.quantity, span=Span(start, start + 5))
    told = replace(made, quantity=quantity, span=Span(start, start + 12), sentence=Span(0, len(article.text)))
    reading = replace(catalogue.collection.readings[0], article=article, claims=(told,))
    whole = Catalogue.of(replace(catalogue.collection, readings=(reading,)))
    return whole, next(iter(whole.claims.values()))


@pytest.mark.parametrize("mark", MARKS)
def test_a_list_has_no_mark_in_its_sentence(mark: str) -> None:
    catalogue, made = listed(mark)
    article = catalogue.article(made)
    said = "2,500 troops are there."
    assert printed(article, made) == said
    assert f"“{said}”" in texts(card(catalogue, made))
    assert rows(catalogue, [made])[0]["sentence"] == said
    assert f": “{said}” " in as_text(made, article, catalogue.adjectives)
    assert f'"title": "{said}"' in str(strip(catalogue, [made], [made])).replace("'", '"')


@pytest.mark.parametrize("text", ["-2,500 troops are there.", "(a) 2,500 troops are there.", "2,500 - 3,000 troops"])
def test_what_belongs_to_the_words_stays(text: str) -> None:
    catalogue, made = listed("", text)
    assert printed(catalogue.article(made), made) == text
