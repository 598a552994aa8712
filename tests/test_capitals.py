"""Capitals that are described and not named are places; what only tells more of a name, or is no town, is not."""

import pytest

from tests.placed import placed


def described(text: str) -> list[tuple[str, str]]:
    """The descriptions of capitals in ``text`` with the places that they mean."""
    return [(t.text, t.place.name) for t in placed(text).toponyms if t.place is not None and "capital" in t.text]


@pytest.mark.parametrize(
    ("sentence", "words", "place"),
    [
        ("Uganda sent 1,200 soldiers to Rwanda's capital.", "Rwanda's capital", "Kigali"),
        ("Some 5,000 people fled the capital of the Central African Republic.",
         "capital of the Central African Republic", "Bangui"),
        ("Fighting reached the Sudanese capital on Sunday.", "Sudanese capital", "Khartoum"),
        ("Haiti’s capital took in 300 of them.", "Haiti’s capital", "Port-au-Prince"),
        ("Tripoli was calm on Friday. Some 400 families fled the capital of Libya.", "capital of Libya", "Tripoli"),
        ("Sanaa fell in Yemen. About 900 people left the capital.", "capital", "Sanaa"),
        ("About 200 evacuees landed in the Jordanian capital city.", "Jordanian capital", "Amman"),
    ],
)  # fmt: skip
def test_a_capital_is_described(sentence: str, words: str, place: str) -> None:
    assert described(sentence) == [(words, place)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nairobi, the Kenyan capital, was calm.",
        "Mali's capital Bamako was calm.",
        "They fled Chad's capital, N'Djamena.",
        "Belarus keeps capital punishment.",
        "Turkey's capital markets fell.",
        "Goma is the capital of North Kivu.",
        "Investors moved capital of 3 million dollars to Ghana.",
        "He left for Kenya. About 200 soldiers guard the capital.",
        "They reached the provincial capital.",
    ],
)
def test_what_says_nothing_more_than_a_name_or_is_no_town(sentence: str) -> None:
    assert described(sentence) == []
