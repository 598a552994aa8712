"""Figures that a person added: they stand where their words stand, in whatever text of the article there is."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from geo.collections.added import AROUND, bare, selected
from geo.collections.apply import apply
from geo.collections.decide import Change, addition, correction, verdict
from geo.dataset.store import load as load_collection
from geo.dataset.store import save
from geo.errors import DecisionError
from geo.limits import ARTICLE_BYTES
from geo.model import Action, Claim, Population, Qualifier, Reading, Span
from geo.model.decision import Decision, Field, Verdict
from geo.wording.reviews import state
from tests.conftest import ROOT, processor_time

COLLECTION = load_collection(ROOT / "data" / "collection.json")
GIVEN = [(Field.VALUE, "about 1,000"), (Field.POPULATION, "troops"), (Field.ACTION, "present"), (Field.BASIS, "stock")]


@pytest.fixture
def reading() -> Reading:
    """An article of which nothing was read."""
    found = next(it for it in COLLECTION.readings if "1,000" in it.article.text)
    return replace(found, claims=())


def add(reading: Reading, words: str = "1,000") -> Decision:
    return addition(reading.article, selected(reading.article, words, "", ""), GIVEN, who="Ada")


def only(reading: Reading, *decisions: Decision) -> Claim:
    (claim,) = apply(decisions, [reading]).readings[0].claims
    return claim


def test_a_missed_figure_is_added_with_its_fields_and_its_sentence(reading: Reading, tmp_path: Path) -> None:
    made = add(reading)
    claim = only(reading, made)
    text = reading.article.text
    assert (claim.quantity.qualifier, claim.quantity.low) == (Qualifier.ABOUT, 1000)
    assert (claim.population, claim.action) == (Population.TROOPS, Action.PRESENT)
    assert claim.quantity.span.of(text) == "1,000"
    assert claim.sentence.holds(claim.span)
    assert claim.sentence.of(text)[-1] in '.!?"”'
    applied = apply([made], [reading])
    assert state(applied.reviews[0]) == "added by hand"
    stored = replace(COLLECTION, readings=applied.readings, reviews=applied.reviews, links=())
    save(stored, tmp_path / "collection.json")
    assert load_collection(tmp_path / "collection.json").claims == (claim,)


def test_it_is_found_again_in_a_corrected_text_and_kept_where_its_words_are_gone(reading: Reading) -> None:
    made = add(reading)
    later = replace(reading, article=replace(reading.article, text=f"Updated.\n\n{reading.article.text}"))
    moved, before = only(later, made), only(reading, made)
    assert moved.id == before.id
    assert moved.span.start == before.span.start + 10
    gone = replace(reading, article=replace(reading.article, text="Nothing of it."))
    applied = apply([made], [gone])
    assert applied.readings[0].claims == ()
    assert applied.unfit == (made,)


def test_where_the_reader_finds_it_by_now_it_comes_once_as_the_person_said() -> None:
    found = next(it for it in COLLECTION.readings if any(c.quantity.words == "more than 1,000" for c in it.claims))
    claim = next(it for it in found.claims if it.quantity.words == "more than 1,000")
    words = claim.quantity.span
    made = addition(found.article, words, [(Field.VALUE, "1,200")], who="Ada")
    now = apply([made], [found]).readings[0].claims
    assert len(now) == len(found.claims)
    read = next(it for it in now if it.span == claim.span)
    assert read.quantity.low == 1200


def test_it_is_corrected_rejected_and_taken_back_like_any_other(reading: Reading) -> None:
    made = add(reading)
    claim = only(reading, made)
    put = correction(claim, reading.article, Change(Field.WHO, "Russian"), who="Ada")
    assert only(reading, made, put).who == "Russian"
    no, undo = (verdict(kind, claim, reading.article, who="Ada") for kind in (Verdict.REJECT, Verdict.UNDO))
    assert apply([made, no], [reading]).rejected == (claim,)
    assert apply([made, undo], [reading]).readings == (reading,)


def test_added_twice_it_comes_once(reading: Reading) -> None:
    span = selected(reading.article, "1,000", "", "")
    wider = addition(reading.article, Span(span.start - 4, span.end + 4), GIVEN, who="Ada")
    only(reading, add(reading), wider)
    only(reading, wider, add(reading), add(reading))


def test_of_several_like_it_the_one_between_the_same_words_is_meant(reading: Reading) -> None:
    article = replace(reading.article, text="In Goma 300 fled.\n\nIn Bukavu 300 fled. In Uvira\n300 were sent back.")
    starts = [
        selected(article, "300", before, after).start
        for before, after in (
            ("In Goma ", " fled."),
            ("fled.In Bukavu ", " fled. In Uvira"),
            ("In Uvira ", " were sent back."),
        )
    ]
    assert starts == [8, 29, 48]


@pytest.mark.parametrize("words", ["", "  ", "not in it at all", "x" * 400])
def test_words_that_state_nothing_are_refused(reading: Reading, words: str) -> None:
    with pytest.raises(DecisionError):
        selected(reading.article, words, "", "")


def test_words_that_stand_all_over_an_article_are_none_of_a_figure(reading: Reading) -> None:
    """Each such decision took 2.8 s, and a zip from anybody may hold thousands of them."""
    article = replace(reading.article, text="1 " * (ARTICLE_BYTES // 2))
    around = article.text[: 2 * AROUND]

    def select() -> None:
        with pytest.raises(DecisionError, match="too often"):
            selected(article, "1", around, around)

    assert processor_time(select) < 0.2


@pytest.mark.parametrize("value", ["", "many", "99,999,999,999"])
def test_a_figure_needs_a_value(reading: Reading, value: str) -> None:
    words = selected(reading.article, "1,000", "", "")
    with pytest.raises(DecisionError):
        addition(reading.article, words, [(Field.VALUE, value)], who="Ada")


@given(some.data())
def test_whatever_is_selected_makes_spans_of_the_text(data: some.DataObject) -> None:
    article = COLLECTION.readings[0].article
    start = data.draw(some.integers(0, len(article.text) - 2))
    end = data.draw(some.integers(start + 1, min(len(article.text), start + 200)))
    words = article.text[start:end]
    assume(words.strip())
    span = selected(article, words.strip(), article.text[max(0, start - 80) : start], article.text[end : end + 80])
    assert span.of(article.text).split() == words.split()
    claim = bare(article, span)
    assert claim.sentence.holds(claim.span)
    assert claim.span.holds(claim.quantity.span)
    assert 0 <= claim.sentence.start < claim.sentence.end <= len(article.text)
    assert isinstance(claim.sentence, Span)
