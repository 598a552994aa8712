"""What an article tells of itself, put right before it counts."""

from datetime import date

import pytest

from geo.errors import ArticleError
from geo.intake.document import Document
from geo.intake.take import article_of
from geo.panels.desk.particulars import Particulars, put_right

PASTED = Document("pasted.txt", "A camp fills up\n\nAbout 900 people fled to Goma.", "ab" * 32, "text", verbatim=True)


def given(**changed: str | date) -> Document:
    found = article_of(PASTED)
    told = {"title": found.title, "publisher": "", "agency": "", "author": "", "url": "", "published": None}
    return put_right(found, PASTED, Particulars(**{**told, **changed}))  # type: ignore[arg-type]


def test_what_is_given_outranks_what_was_read_and_the_text_stays() -> None:
    made = given(
        title=" Goma:  a camp ",
        publisher="The Post",
        agency="AFP",
        author="Li;  Ann Example",
        url="https://post.example/a",
        published=date(1994, 7, 16),
    )
    article = article_of(made)
    assert (article.title, article.publisher, article.url) == ("Goma: a camp", "The Post", "https://post.example/a")
    assert article.published == date(1994, 7, 16)
    assert (article.agency, article.author) == ("AFP", "Li; Ann Example")  # as it was given, also a name of one word
    assert article.text == article_of(PASTED).text
    assert made.sha256 == PASTED.sha256  # the same article when it is added again


def test_what_was_left_alone_or_emptied_stays_as_it_is() -> None:
    assert given() == PASTED
    assert given(title="") == PASTED


@pytest.mark.parametrize(
    "url",
    ["post.example/a", "javascript:alert(1)", "ftp://post.example/a", "https://ada:word@post.example/", "https://",
     "https://[/", "https://post.example/a b", "https://post.example/\u202ea"],
)  # fmt: skip
def test_no_address_becomes_a_link_that_is_none(url: str) -> None:
    with pytest.raises(ArticleError, match="is no address of a page"):
        given(url=url)
