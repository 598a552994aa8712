"""The reader: an article's words as published, markup left out, each figure and each place of the text marked."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.fold import fold
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import Reading, Span, Toponym
from geo.sharing.view import Selection
from geo.sheets.markup import is_heading, markup, plain
from geo.sheets.reader import reader
from tests import hand_made as made


def text(node: Any) -> str:
    return node if isinstance(node, str) else "".join(text(child) for child in node[2:])


def marked(node: Any) -> list[Any]:
    """Every figure and place that can be chosen."""
    return [it for it in found(node, "span") if "data-pick" in it[1]]


def found(node: Any, tag: str) -> list[Any]:
    if isinstance(node, str):
        return []
    return ([node] if node[0] == tag else []) + [it for child in node[2:] for it in found(child, tag)]


@pytest.mark.parametrize(
    ("published", "read"),
    [
        ("# Heading", "Heading"),
        ("By [AFP](#)", "By AFP"),
        ("![A picture](x.png) of it", "A picture of it"),
        ("**Related article:** [Border](https://example.org/a_b)", "Related article: Border"),
        ("_set off_ and __more__", "set off and more"),
        ("> quoted", "quoted"),
        ("* * *", ""),
        ("a.__init__.b and x*y*z", "a.__init__.b and x*y*z"),
        ("2 * 3 * 4, snake_case, 5 > 4, #1, [sic]", "2 * 3 * 4, snake_case, 5 > 4, #1, [sic]"),
        ("a list:\n* one\n* two", "a list:\n* one\n* two"),
    ],
)
def test_markup_is_left_out_and_words_stay(published: str, read: str) -> None:
    assert plain(published) == read


@given(published=st.text(alphabet="ab *_#>[]()!-\n", max_size=60))
def test_spans_of_markup_stand_in_order_and_never_overlap(published: str) -> None:
    left_out = markup(published).left_out
    assert all(0 <= span.start < span.end <= len(published) for span in left_out)
    letters = [letter for letter in published if letter.isalpha()]
    assert [letter for letter in plain(published) if letter.isalpha()] == letters or "](" in published


@given(published=st.text())
def test_any_article_can_be_read(published: str) -> None:
    article = replace(made.DRILLS, text=published)
    collection = Collection((Reading(article, (), ()),))
    node = reader(Catalogue.of(collection), collection.readings[0], Selection())
    assert text(node)


def test_only_a_mark_makes_a_heading() -> None:
    assert is_heading("## Homes")
    assert not is_heading("#1 of them")


def test_every_figure_and_place_is_marked_and_can_be_chosen() -> None:
    collection = made.collection()
    catalogue = Catalogue.of(collection)
    for reading in collection.readings:
        node = reader(catalogue, reading, Selection(claim=made.FLED.id))
        chosen = {(it[1]["data-pick"], it[1]["data-id"]) for it in marked(node)}
        assert {("claim", claim.id) for claim in reading.claims} <= chosen
        assert all(it[1]["role"] == "button" and it[1]["tabindex"] == "0" for it in marked(node))
        named = {("place", it.place.id) for it in reading.toponyms if it.place is not None}
        assert named <= chosen
        pressed = [it for it in marked(node) if it[1].get("aria-pressed") == "true"]
        assert bool(pressed) == (made.FLED in reading.claims)


def test_a_place_inside_a_figure_stays_a_place() -> None:
    start = made.FLED.span.start
    whole = Span(start, start + 25)
    inside = Span(start + 5, start + 9)
    toponym = Toponym(inside, "inside", True, made.CROSSING, "")
    reading = Reading(made.DRILLS, (toponym,), (replace(made.FLED, span=whole, repeats=()),))
    node = reader(Catalogue.of(Collection((reading,))), reading, Selection())
    marks = [(it[1]["data-pick"], text(it)) for it in marked(node)]
    body = made.DRILLS.text
    assert marks == [
        ("claim", body[whole.start : inside.start]),
        ("place", body[inside.start : inside.end]),
        ("claim", body[inside.end : whole.end]),
    ]


def test_what_is_no_place_where_people_are_says_so() -> None:
    start = made.DRILLS.text.index("Moscow")
    span = Span(start, start + 6)
    for toponym, title in (
        (Toponym(span, "Moscow", False, made.DUSHANBE, ""), "Stands for a government"),
        (Toponym(span, "Moscow", True, None, "not in the gazetteer"), "Not located: not in the gazetteer"),
    ):
        reading = Reading(made.DRILLS, (toponym,), ())
        node = reader(Catalogue.of(Collection((reading,))), reading, Selection())
        (mark,) = [it for it in found(node, "span") if "named" in it[1].get("class", "")]
        assert mark[1]["title"].startswith(title)


def test_hostile_words_stay_words() -> None:
    hostile = made.hostile_collection()
    node = reader(Catalogue.of(hostile), hostile.readings[0], Selection())
    assert {it[0] for it in [*found(node, "a"), *found(node, "img"), *found(node, "script")]} == set()


def test_words_that_are_searched_for_are_marked() -> None:
    """Within figures and places too, and however they are accented; no word of the article is changed by it."""
    collection = made.collection()
    reading = next(it for it in collection.readings if it.claims)
    words = reading.claims[0].sentence.of(reading.article.text).split()[:3]
    asked = " ".join(word.upper().replace("E", "É") for word in words)
    before = reader(Catalogue.of(collection), reading, Selection())
    after = reader(Catalogue.of(collection), reading, Selection(), words=asked)
    said = {fold(text(node)) for node in found(after, "mark")}
    assert said == {fold(word) for word in words}
    assert text(after) == text(before)
    assert found(before, "mark") == []
