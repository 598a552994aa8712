"""What the map says: never a bare number, always the year."""

from dataclasses import replace
from datetime import date

import pytest

from geo.maps.words import cut, dated, period, short, tip
from geo.model import Action, Basis, Granularity, Span, Status, StatusMark, When
from tests.made import claim


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2021, 7, 14), date(2021, 7, 14), "14 July 2021"),
        (date(2021, 6, 1), date(2021, 6, 30), "June 2021"),
        (date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        (date(2021, 7, 19), date(2021, 7, 25), "19–25 July 2021"),
        (date(2021, 6, 28), date(2021, 7, 4), "28 June – 4 July 2021"),
        (date(2020, 12, 28), date(2021, 1, 3), "28 December 2020 – 3 January 2021"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
    ],
)
def test_periods(first: date, last: date, words: str) -> None:
    assert period(first, last) == words


def test_the_qualifier_and_who_is_counted_stay() -> None:
    made = claim([], words="Some 230,000", counted="soldiers", action=Action.EXERCISE)
    assert short(made) == "some 230,000 soldiers in exercise"


def test_every_action_has_words() -> None:
    assert all(short(claim([], action=action)).startswith("1,000 people") for action in Action)


def test_doubt_replaces_the_deed() -> None:
    marks = (StatusMark(Status.PLEDGED, Span(0, 1)), StatusMark(Status.WITHDRAWN, Span(1, 2)))
    assert short(claim([], statuses=marks, action=Action.ACCEPT)) == "1,000 people: pledged, withdrawn"


def test_a_capacity_says_so() -> None:
    assert short(claim([], basis=Basis.CAPACITY)) == "1,000 people: capacity"


def test_the_date_is_the_event_else_the_day_it_is_for_else_the_report() -> None:
    when = When(date(2021, 6, 1), date(2021, 6, 30), Granularity.MONTH, "last month")
    made = claim([], as_of=date(2021, 7, 13))
    assert dated(replace(made, happened=when)) == "June 2021"
    assert dated(made) == "as of 13 July 2021"
    assert dated(replace(made, as_of=None)) == "reported 14 July 2021"
    assert dated(replace(made, as_of=None, reported=None)) == "date not stated"


def test_the_tip_is_one_line() -> None:
    made = claim([], counted="people\nof\u2028all kinds")
    assert tip(made, "A\nplace") == "A place – 1,000 people of all kinds present, reported 14 July 2021"


def test_long_texts_are_cut() -> None:
    assert cut("word " * 40, 12) == "word word w…"
    assert cut("word", 12) == "word"
