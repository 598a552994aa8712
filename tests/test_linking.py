"""Links are found anew only where something changed, and are those of a build from nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.collection import Newsroom
from geo.claims.links import links as all_links
from geo.claims.movements import Told
from geo.dataset import linking
from geo.dataset.entry import Entry, entry_of, line_of, reading_of, told_apart
from geo.dataset.linking import links
from geo.dataset.placed import Places
from geo.dataset.store import in_json, line
from geo.model import Reading
from tests.conftest import processor_time, too_long

MANY = 60
TWICE = 1_000


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    """Some with many figures of few events, so that tellings crowd."""
    return Newsroom().collection(MANY, 500).readings


@pytest.fixture(scope="module")
def entries(readings: tuple[Reading, ...]) -> list[Entry]:
    return [entry_of(reading, f"{number}".encode()) for number, reading in enumerate(readings)]


def from_nothing(readings: list[Reading]) -> list[str]:
    return [in_json(it) for it in all_links([(it.article, claim) for it in readings for claim in it.claims])]


def test_the_links_are_those_of_all_claims(readings: tuple[Reading, ...], entries: list[Entry]) -> None:
    found, _ = links(entries, {})
    assert len(found) > MANY
    assert found == from_nothing(list(readings))


@settings(max_examples=40)
@given(before=st.sets(st.integers(0, MANY - 1)), after=st.sets(st.integers(0, MANY - 1)), turned=st.booleans())
def test_whatever_comes_and_goes_the_links_are_those_from_nothing(
    readings: tuple[Reading, ...], entries: list[Entry], before: set[int], after: set[int], turned: bool
) -> None:
    _, state = links([entries[number] for number in sorted(before)], {})
    order = sorted(after, reverse=turned)
    found, again = links([entries[number] for number in order], state)
    assert found == from_nothing([readings[number] for number in order])
    assert again == links([entries[number] for number in order], {})[1]


def test_one_more_article_is_compared_with_few(entries: list[Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    same = linking.same_movement

    def counted(one: Told, two: Told) -> bool:
        compared.append(1)
        return same(one, two)

    monkeypatch.setattr(linking, "same_movement", counted)
    links(entries, {})
    every = len(compared)
    compared.clear()
    _, state = links(entries[:-1], {})
    compared.clear()
    links(entries, state)
    assert len(compared) < every / 4
    compared.clear()
    links(entries, links(entries, {})[1])
    assert len(compared) == every  # the first of the two, and nothing for the second


def test_twice_as_many_articles_of_the_same_years_cost_twice_the_time() -> None:
    """They crowd: each figure meets twice as many others, of which those of another time cost next to nothing."""
    readings = Newsroom().readings(TWICE, 3 * TWICE)
    every = [entry_of(reading, f"{number}".encode()) for number, reading in enumerate(readings)]

    def taken(size: int) -> float:
        return processor_time(lambda: links(every[:: TWICE // size], {}))

    assert too_long(taken, TWICE // 2) is None


def test_a_sentence_that_is_printed_again_is_linked_however_far_apart_its_days_are(
    readings: tuple[Reading, ...],
) -> None:
    one = next(it for it in readings if it.article.published and it.claims and it.claims[0].happened)
    happened = one.claims[0].happened
    assert happened is not None
    earlier = replace(happened, first=happened.first - timedelta(400), last=happened.last - timedelta(400))
    again = replace(
        one,
        article=replace(one.article, id="again", published=one.article.published),
        claims=tuple(replace(it, id=f"again {it.id}", article="again", happened=earlier) for it in one.claims[:1]),
    )
    found, _ = links([entry_of(it, it.article.id.encode()) for it in (one, again)], {})
    assert found == from_nothing([one, again])
    assert any("again" in it for it in found)


def test_an_entry_gives_its_reading_and_its_line(readings: tuple[Reading, ...], entries: list[Entry]) -> None:
    ours, theirs = Places(), Places()
    for reading, entry in zip(readings, entries, strict=True):
        assert reading_of(entry) == reading
        assert line_of(entry, ours) == line(reading, theirs)
    assert ours.kept == theirs.kept


def test_a_place_that_articles_describe_in_other_words_keeps_a_name_of_its_own(readings: tuple[Reading, ...]) -> None:
    first = next(it for it in readings if it.toponyms and it.toponyms[0].place)
    place = first.toponyms[0].place
    assert place is not None
    other = replace(
        first, toponyms=tuple(replace(it, place=replace(place, name="otherwise")) for it in first.toponyms[:1])
    )
    ours, theirs = Places(), Places()
    for reading in (first, other, first):
        assert line_of(entry_of(reading, b""), ours) == line(reading, theirs)
    assert f"{place.id}~2" in ours.kept


def test_claims_of_two_articles_with_one_id_are_told_apart(entries: list[Entry]) -> None:
    entry = next(it for it in entries if it.claims)
    again = told_apart(entry, set(entry.claims[:1]))
    assert again.claims[0] != entry.claims[0]
    assert again.claims[1:] == entry.claims[1:]
    assert again.stamp != entry.stamp
    assert told_apart(entry, set()) is entry
