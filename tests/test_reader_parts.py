"""A very long article: sent in parts, in time that grows with its length and no faster."""

import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import limits
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import Reading, Span
from geo.sharing.view import Selection
from geo.sheets import parts
from geo.sheets.markup import markup
from geo.sheets.parts import Cover, document
from geo.sheets.reader import reader
from tests import hand_made as made
from tests.conftest import processor_time, too_long
from tests.test_reader import found, marked, text

ODD = {
    "one paragraph": "40 troops left, and ",
    "a paragraph each": "40 troops left.\n\n",
    "lines of one figure": "1\n\n",
    "links that never close": "](",
    "brackets": "[",
    "emphasis that never ends": "*a _b ",
    "one word": "x",
}


def long(repeated: str, figures: int, most: int = limits.ARTICLE_BYTES) -> Reading:
    """An article of ``repeated`` with so many figures, one at each begin, as far as an article may go."""
    times = min(figures, most // len(repeated))
    article = replace(made.DRILLS, text=repeated * times)
    claims = tuple(
        replace(made.EXERCISE, id=f"c{n}", span=Span(n * len(repeated), n * len(repeated) + min(2, len(repeated))))
        for n in range(times)
    )
    return Reading(article, (), claims)


def catalogue_of(reading: Reading) -> Catalogue:
    """What a page knows of the article: of its figures the reader asks the document."""
    return Catalogue.of(Collection((replace(reading, claims=()),)))


def shown(reading: Reading, part: int = 0, claim: str | None = None) -> Any:
    return reader(catalogue_of(reading), reading, Selection(claim=claim), document(reading), part)


@pytest.mark.parametrize("odd", ODD)
def test_no_part_holds_the_interpreter_for_200_ms(odd: str) -> None:
    """9,900 figures took 97 s, with every click."""
    reading = long(ODD[odd], 9_900)
    doc, catalogue = document(reading), catalogue_of(reading)
    assert processor_time(lambda: document(reading)) < 0.2
    assert processor_time(lambda: reader(catalogue, reading, Selection(claim="c1"), doc, len(doc.parts) - 1)) < 0.2


@pytest.mark.parametrize("odd", ODD)
def test_twice_as_long_is_twice_the_time(odd: str) -> None:
    def seconds(figures: int) -> float:
        reading = long(ODD[odd], figures)
        catalogue = catalogue_of(reading)

        def read_through() -> None:
            doc = document(reading)
            for part in range(len(doc.parts)):
                reader(catalogue, reading, Selection(), doc, part)

        return processor_time(read_through)

    # A cache of the machine that is full from some size on shows at that one alone; the square shows at both.
    assert too_long(seconds, 8_000) is None or too_long(seconds, 16_000) is None


@pytest.mark.parametrize("odd", ODD)
def test_a_part_is_bounded_and_all_parts_are_the_article(odd: str) -> None:
    reading = long(ODD[odd], 9_900)
    doc, catalogue = document(reading), catalogue_of(reading)
    for number, part in enumerate(doc.parts):
        assert sum(span.end - span.start for span in part) <= limits.READER_CHARACTERS
        assert len(part) <= limits.READER_STRETCHES
        sheet = reader(catalogue, reading, Selection(), doc, number)
        assert len(marked(sheet)) <= limits.READER_MARKS + 1
    spans = [span for part in doc.parts for span in part]
    words = reading.article.text
    between = [words[a.end : b.start] for a, b in itertools.pairwise(spans)]
    assert "".join(between).strip() == ""
    assert spans[0].start == 0
    assert words[spans[-1].end :].strip() == ""


def test_a_short_article_is_one_part_and_does_not_speak_of_parts() -> None:
    for reading in made.collection().readings:
        assert len(document(reading).parts) == 1
        assert "Part 1" not in text(shown(reading))


def test_one_part_leads_to_the_next_and_back() -> None:
    reading = long(ODD["a paragraph each"], 2_000)
    last = len(document(reading).parts) - 1

    def turns(part: int) -> list[tuple[str, str]]:
        buttons = found(shown(reading, part), "button")
        return [(text(it), it[1]["data-id"]) for it in buttons if it[1]["data-pick"] == "part"]

    assert turns(0) == [("Later", "1")] * 2
    assert turns(1) == [("Earlier", "0"), ("Later", "2")] * 2
    assert turns(last) == [("Earlier", str(last - 1))] * 2
    assert f"Part 2 of {last + 1}." in text(shown(reading, 1))


def test_a_selected_figure_opens_the_part_that_it_stands_in() -> None:
    reading = long(ODD["a paragraph each"], 2_000)
    doc = document(reading)
    part = doc.part_of("c1999", 0)
    assert part == len(doc.parts) - 1
    pressed = [it[1]["data-id"] for it in marked(shown(reading, part, "c1999")) if it[1]["aria-pressed"] == "true"]
    assert pressed == ["c1999"]
    assert doc.part_of(None, 1) == 1
    assert doc.part_of("gone", 1) == 1


def test_a_figure_that_is_printed_again_does_not_turn_the_page() -> None:
    reading = long(ODD["a paragraph each"], 2_000)
    far = reading.claims[-1].span
    again = replace(reading, claims=(replace(reading.claims[0], repeats=(far,)), *reading.claims[1:]))
    doc = document(again)
    assert doc.part_of("c0", len(doc.parts) - 1) == len(doc.parts) - 1
    assert doc.part_of("c0", 1) == 0


@given(
    spans=st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)).map(lambda it: Span(*sorted(it))), max_size=8),
    ends=st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_what_is_found_in_a_stretch_is_all_that_overlaps_it(spans: list[Span], ends: tuple[int, int]) -> None:
    claims = tuple(replace(made.EXERCISE, id=f"c{n}", span=span, repeats=()) for n, span in enumerate(spans))
    doc = document(Reading(replace(made.DRILLS, text="x" * 40), (), claims))
    within = Span(min(ends), max(ends))
    assert doc.found_in(within) == tuple((span, it) for span, it in doc.found if span.overlaps(within))


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda it: Span(*sorted(it))), max_size=8)


@given(spans=SPANS)
def test_each_position_is_covered_by_the_shortest_span_there(spans: list[Span]) -> None:
    cover = Cover([(span, span) for span in spans])
    for at in range(31):
        over = [span.end - span.start for span in spans if span.start <= at < span.end]
        shortest = cover.shortest(at)
        assert (shortest.end - shortest.start if shortest else None) == min(over, default=None)


@given(
    published=st.text(alphabet="a1 \n*", max_size=80),
    ends=st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6),
)
def test_parts_of_any_size_lose_no_word_and_no_mark(published: str, ends: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), min(max(pair), len(published))) for pair in ends if min(pair) < len(published)]
    claims = tuple(replace(made.EXERCISE, id=f"c{n}", span=span) for n, span in enumerate(spans))
    reading = Reading(replace(made.DRILLS, text=published), (), claims)
    with pytest.MonkeyPatch.context() as patch:
        for name, bound in (("READER_CHARACTERS", 7), ("READER_MARKS", 2), ("READER_STRETCHES", 2)):
            patch.setattr(parts, name, bound)
        doc = document(reading)
    read = "".join(span.of(published) for part in doc.parts for span in part)
    assert "".join(read.split()) == "".join(published.split())
    assert all(span.start < span.end for part in doc.parts for span in part) or not published.strip()


def test_addresses_with_brackets_of_their_own_are_left_out_whole() -> None:
    written = "The [river](https://example.org/Nile_(river)) rose."
    assert [span.of(written) for span in markup(written).left_out] == ["[", "](https://example.org/Nile_(river))"]
