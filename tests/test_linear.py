"""Twice an odd text takes at most 2.6 times the processor time: none holds the machine of whoever reads it.

Blocks of at most 4,000 characters are parsed, and a sentence is no longer than one: within it, each figure may look at
each word. So texts are compared of two and of four blocks.
"""

from collections.abc import Callable, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import numbers, times
from geo.articles.blocks import LONGEST, blocks
from geo.articles.load import from_bytes
from geo.claims.extract import claims
from geo.language import Passage, passages
from geo.model import Article
from geo.places.toponyms import toponyms
from tests.conftest import processor_time, too_long
from tests.placed import gazetteer

HEAD = "Troops sent\n\nBy Reuters\n\n3 March 2023\n\n"
ODD = (
    "1\n\n", "](", "[[", "“", "((", "5, ", "5 and ", "one hundred and ", "| a | 5 |\n", "A, ", "Paris, Texas, ",
    "Washington's ", "he said that he said that ", "last week ", "on Monday ", "the province ", "Of them 50 left. ",
    "denied it. He withdrew 50 soldiers. ", "The army denied that 500 soldiers withdrew. ",
    "The army denied sending soldiers. Kenya sent 500 soldiers. ", "5 people fled. ", "5 soldiers, ",
    "5 soldiers from Kenya and ", "Kenya sent 5 soldiers to Chad. ", "The other 50 left. ",
)  # fmt: skip
PIECES = (
    *ODD,
    "1",
    "a",
    ".",
    "-",
    "–",
    "+",
    " ",
    "\n",
    "V ",
    "%",
    "$5 ",
    "May ",
    "2023-",
    "01/",
    "*",
    "_",
    "&#1",
    "<a ",
    "to ",
    "'",
)


@pytest.mark.parametrize("piece", ODD)
def test_what_a_text_says_is_found_in_time_that_grows_with_it(piece: str) -> None:
    """Places and claims, which look at more than one block; the parse does not."""

    @cache  # a length may be asked for many times
    def parsed_of(length: int) -> tuple[Article, Sequence[Passage]]:
        article = from_bytes((HEAD + piece * (length // len(piece))).encode(), "odd.txt")
        return article, passages(article)

    def taken(length: int) -> float:
        article, parsed = parsed_of(length)

        def read() -> None:
            claims(article, parsed, toponyms(article, parsed, gazetteer()), gazetteer())

        return processor_time(read)

    assert too_long(taken, 2 * LONGEST) is None


@settings(max_examples=20)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
@pytest.mark.parametrize("step", [blocks, times.find, numbers.find], ids=["blocks", "times", "numbers"])
def test_any_mixture_is_looked_through_in_time_that_grows_with_it(
    step: Callable[[str], object], pieces: list[str]
) -> None:
    piece = "".join(pieces)

    def taken(length: int) -> float:
        text = HEAD + piece * (length // len(piece))
        return processor_time(lambda: step(text))

    assert too_long(taken, 10_000) is None
