"""What the map says: never a bare number, always the year."""

from geo.maps.words import cut, short, tip
from geo.model import Action, Basis, Span, Status, StatusMark
from tests.made import claim


def test_the_qualifier_and_who_is_counted_stay() -> None:
    made = claim([], words="Some 230,000", counted="soldiers", action=Action.EXERCISE)
    assert short(made) == "some 230,000 soldiers in exercise"


def test_every_action_has_words() -> None:
    assert all(short(claim([], action=action)).startswith("1,000 people") for action in Action)


def test_doubt_replaces_the_deed() -> None:
    marks = (StatusMark(Status.PLEDGED, Span(0, 1)), StatusMark(Status.WITHDRAWN, Span(1, 2)))
    assert short(claim([], statuses=marks, action=Action.ACCEPT)) == "1,000 people: pledged, then withdrawn"


def test_who_denied_it_is_said() -> None:
    marks = (StatusMark(Status.CLAIMED, Span(0, 1)), StatusMark(Status.DENIED, Span(1, 2), by="the government"))
    assert short(claim([], statuses=marks)) == "1,000 people: claimed, denied by the government"


def test_a_capacity_says_so() -> None:
    assert short(claim([], basis=Basis.CAPACITY)) == "1,000 people: capacity"


def test_the_tip_is_one_line() -> None:
    made = claim([], counted="people\nof\u2028all kinds")
    assert tip(made, "A\nplace", "14 July 2021") == "A place – 1,000 people of all kinds present, 14 July 2021"


def test_long_texts_are_cut() -> None:
    assert cut("word " * 40, 12) == "word word w…"
    assert cut("word", 12) == "word"
