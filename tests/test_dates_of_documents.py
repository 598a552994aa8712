"""Documents without a date of publication: their head, or a count "as of" a day, says which day they stand for."""

from datetime import date

import pytest

from geo.articles.load import from_bytes
from geo.claims.slots.named_times import NamedTimes
from geo.claims.story import story
from geo.language import passages
from geo.model import How
from geo.places.gazetteer import Gazetteer
from geo.places.toponyms import toponyms
from geo.reading import read


def named(text: str, published: date | None = None) -> NamedTimes:
    article = from_bytes(text.encode(), "sheet.txt", published=published)
    parsed = passages(article)
    gazetteer = Gazetteer.open()
    return story(article, parsed, toponyms(article, parsed, gazetteer), gazetteer).times


HEADS = [
    ("Sahel response | April and May 2031\n\nIn Kaya 4,000 displaced people live in tents.", "2031-05-31"),
    ("Monthly bulletin\n\nSouthern Chad March 2031\n\nAround 900 refugees are registered in Goré.", "2031-03-31"),
    ("Situation report\n\nThe camp at Bria grew.\n\nAs of 10 June 2031, it shelters 8,000 people.", "2031-06-10"),
    ("Flow monitoring\n\nSome 300 migrants passed Faya as of 3 May 2031 and 900 as of 9 May 2031.", "2031-05-09"),
]


@pytest.mark.parametrize(("text", "day"), HEADS)
def test_a_document_stands_for_the_last_day_that_its_head_or_its_count_names(text: str, day: str) -> None:
    times = named(text)
    assert times.issued is not None
    assert times.today == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "Fighting in Bria\n\nThousands fled the town in May 2031, the mayor said.",  # a sentence is no line of a head
        "Sahel 2031\n\nIn Kaya 4,000 displaced people live in tents.",  # a year holds no count
        "Bria\n\nAs of 10 June 2031 it sheltered 8,000 people. On 2 July 2031 the last of them left.",
        "Bria\n\nUntil 10 June 2031 it sheltered 8,000 people.",
    ],
)
def test_what_tells_no_day_of_the_document(text: str) -> None:
    assert named(text).today is None


def test_a_published_article_stands_for_its_publication() -> None:
    times = named(HEADS[0][0], date(2031, 7, 1))
    assert times.issued is None
    assert times.today == date(2031, 7, 1)


def test_months_of_a_document_are_of_its_year_and_its_weekdays_are_not_known() -> None:
    text = "Bulletin | May 2031\n\nIn March, 900 refugees left Goré. On Monday 40 more left. Since April 70 have come."
    times = named(text)
    found = [time for at, (_, line) in enumerate(times.sentences) for time in times.of(at, line.root)]
    assert [(t.expression.words, str(t.days.first), str(t.days.last)) for t in found if t.expression and t.days] == [
        ("May 2031", "2031-05-01", "2031-05-31"),
        ("March", "2031-03-01", "2031-03-31"),
        ("Since April", "2031-04-01", "2031-05-31"),
    ]


def test_where_a_document_names_one_day_its_weekdays_are_known() -> None:
    times = named("Flash update\n\nBria, 14 May 2031 | Update 3\n\nOn Monday 40 refugees left the camp.")
    assert times.today == date(2031, 5, 14)


def test_a_count_of_a_document_rests_on_its_head() -> None:
    article = from_bytes(b"Monthly bulletin | May 2031\n\nThere are 8,000 displaced people in Bria.", "sheet.txt")
    (reading,) = read([article], Gazetteer.open())
    (claim,) = reading.claims
    assert claim.as_of == date(2031, 5, 31)
    assert claim.dated is not None
    assert claim.dated.how is How.EARLIER
    assert claim.dated.span is not None
    assert claim.dated.span.of(article.text) == "May 2031"
