"""A search finds words in the texts of articles and says where they stand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.fold import fold
from geo.wording.passages import passage
from tests import hand_made as made


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A cholera outbreak at Kagunga.", "CHOLERA", "cholera"),
        ("Fighting in Côte d’Ivoire goes on.", "cote divoire", "Côte"),
        ("İzmir and the strasse, die Straße.", "straße", "strasse"),
        ("Die Straße", "strasse", "Straße"),
        ("Ligature ﬁeld", "field", "ﬁeld"),
    ],
)
def test_the_words_are_shown_as_printed(text: str, words: str, found: str) -> None:
    here = passage(replace(made.DRILLS, text=text), words)
    assert here is not None
    assert here.words == found


def test_all_words_are_needed_and_none_asks_for_nothing() -> None:
    article = replace(made.DRILLS, text="Cholera at Kagunga")
    assert passage(article, "cholera kigoma") is None
    assert passage(article, "  ") is None


def test_a_passage_is_of_whole_words_on_one_line() -> None:
    text = "alpha " * 40 + "\n\ncholera\n\n" + "omega " * 40
    here = passage(replace(made.DRILLS, text=text), "cholera")
    assert here is not None
    assert set(here.before.split()) == {"alpha"}
    assert set(here.after.split()) == {"omega"}
    assert "\n" not in here.before + here.words + here.after


@given(st.text(max_size=60), st.text(min_size=1, max_size=8))
def test_what_is_shown_has_the_words(text: str, words: str) -> None:
    here = passage(replace(made.DRILLS, text=text), words)
    wanted = [fold(word) for word in words.split()]
    assert (here is not None) == (bool(wanted) and all(word in fold(text) for word in wanted))
    if here is not None:
        assert any(word in fold(here.at.of(text)) for word in wanted)
