"""Sheets: what stands on the page is text, whatever an article says; the cards, strips and tables made of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.query import Catalogue
from geo.model import Qualifier, Quantity, Span
from geo.sheets import card, chart, days, nodes
from geo.sheets.nodes import Node, kept
from geo.sheets.quote import quote
from geo.wording import headline, sentences
from tests import hand_made as made


def text(node: Node) -> str:
    """All words of a sheet, in order."""
    return node if isinstance(node, str) else "".join(text(child) for child in node[2:])


def elements(node: Node) -> list[list[Any]]:
    return [] if isinstance(node, str) else [node, *(found for child in node[2:] for found in elements(child))]


def attributes(node: Node, tag: str) -> list[dict[str, str]]:
    return [found[1] for found in elements(node) if found[0] == tag]


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue.of(made.collection(), {"AF": "Afghan"})


@pytest.mark.parametrize("address", ["https://example.org/a", "http://example.org", "HTTPS://EXAMPLE.ORG"])
def test_web_addresses_become_links(address: str) -> None:
    assert nodes.link(address, "words")[0] == "a"


@pytest.mark.parametrize(
    "address", [None, "", "javascript:alert(1)", "data:text/html,x", "//example.org", " https://x"]
)
def test_other_addresses_stay_words(address: str | None) -> None:
    made_of = nodes.link(address, "words")
    assert made_of[0] == "span"
    assert attributes(made_of, "a") == []
    assert text(made_of) == "words"


@given(words=st.text())
def test_words_stay_words_but_cannot_turn_the_line(words: str) -> None:
    shown = text(nodes.element("p", words))
    kept = [letter for letter in words if not "\u202a" <= letter <= "\u202e" and not "\u2066" <= letter <= "\u2069"]
    assert shown == "".join(kept)


def test_a_card_shows_all_that_the_rules_ask_for(catalogue: Catalogue) -> None:
    shown = card.card(catalogue, made.FLED)
    words = text(shown)
    for part in (
        "more than 1,000",
        "Afghan troops",
        "fled probably from Shir Khan Bandar to Tajikistan, 1 – 14 July 2021",
        "Reported",
        "One movement",
        "In AFP’s own voice",
        "AFP in The Moscow Times, 14 July 2021",
        "Probably Shir Khan Bandar, as what triggered it",
        "Returned to Afghanistan, 5 – 11 July 2021",
        "“They were flown back to Afghanistan last week.”",
        "several hundred",
        "Other date and other number; AFP is behind both.",
    ):
        assert part in words
    assert [text(found) for found in elements(shown) if found[0] == "mark"] == ["more than 1,000"]
    assert attributes(shown, "a")[0]["href"] == "https://example.org/drills"


def test_a_pledge_shows_each_turn_and_no_bad_link(catalogue: Catalogue) -> None:
    shown = card.card(catalogue, made.PLEDGE)
    assert "Pledged, then withdrawn" in text(shown)
    assert "appeared" in text(shown)
    assert "A capacity: nobody counted" in text(shown)
    assert attributes(shown, "a") == []


def test_a_place_that_is_hidden_is_not_said_to_be_unknown(catalogue: Catalogue) -> None:
    words = text(card.card(catalogue, replace(made.PLEDGE, places=())))
    assert "inferred place hidden" in words
    assert "place not found" not in words


def test_unknowns_are_said(catalogue: Catalogue) -> None:
    nowhere = replace(made.PLEDGE, id="nowhere", places=(), statuses=())
    words = text(card.card(catalogue, nowhere))
    assert "place not found" in words
    assert "date not stated" in words


def test_a_sentence_cut_by_a_page_break_reads_on(catalogue: Catalogue) -> None:
    printed = text(quote(made.DRILLS, made.CIVILIANS.sentence, made.CIVILIANS.span))
    assert "\n" not in printed
    assert "local media on Wednesday that 77 Afghan civilians" in printed


@given(start=st.integers(0, 400), length=st.integers(0, 300), mark=st.integers(0, 500), width=st.integers(0, 60))
def test_any_quote_is_the_text_with_white_space_collapsed(start: int, length: int, mark: int, width: int) -> None:
    sentence = Span(start, start + length)
    printed = text(quote(made.DRILLS, sentence, Span(mark, mark + width)))
    shown = sentences.unlisted(made.DRILLS, sentence)
    assert printed[1:-1].split() == shown.of(made.DRILLS.text).split()


def test_rows_keep_the_qualifier_and_stand_on_a_common_scale(catalogue: Catalogue) -> None:
    claims = [made.SEVERAL, made.FLED, made.GARRISON]
    rows = [found for found in elements(chart.strip(catalogue, claims, claims, made.FLED.id)) if found[0] == "button"]
    assert [found[1]["aria-pressed"] for found in rows] == ["false", "true", "false"]
    assert "more than 1,000" in text(rows[1])
    assert rows[1][1]["title"].startswith("Earlier this month, more than 1,000")
    assert "2021" in text(rows[1])


@given(bounds=st.lists(st.tuples(st.none() | st.integers(0, 10**12), st.none() | st.integers(0, 10**12)), max_size=6))
def test_every_figure_stands_inside_the_plot(bounds: list[tuple[int | None, int | None]]) -> None:
    quantity = made.FLED.quantity
    claims = [
        replace(made.FLED, quantity=Quantity(quantity.span, quantity.words, Qualifier.ABOUT, low, high))
        for low, high in bounds
    ]
    low, high = chart.scale(claims)
    assert 0 <= low < high
    marks = chart.ticks(low, high)
    assert 2 <= len(marks) <= 5
    for claim in claims:
        for value in (claim.quantity.low, claim.quantity.high):
            if value is not None:
                assert chart.LEFT - 1e-9 <= chart.position(value, low, high) <= chart.RIGHT + 1e-9


def test_the_form_says_what_kind_of_figure_it_is() -> None:
    def drawn(claim: Any) -> str:
        return str(chart.symbol(claim, 1, 6))

    assert "rect" in drawn(made.SEVERAL)
    assert "M5 0H30" in drawn(made.FLED)
    up_to = replace(made.FLED, quantity=replace(made.FLED.quantity, low=None, high=1000))
    assert "M-5 0H-30" in drawn(up_to)
    assert "filled" in drawn(made.EXERCISE)
    assert "struck" in drawn(made.PLEDGE)
    assert "hollow" in drawn(replace(made.PLEDGE, statuses=()))
    assert drawn(replace(made.FLED, quantity=replace(made.FLED.quantity, low=None))) == "[]"


@pytest.mark.parametrize(("value", "words"), [(1, "1"), (1000, "1,000"), (10**6, "1 million"), (10**10, "10 billion")])
def test_round_ticks(value: int, words: str) -> None:
    assert chart.tick(value) == words


@given(ends=st.lists(st.dates(), min_size=2, max_size=2).map(sorted))
def test_few_dates_on_the_time_axis_and_all_inside(ends: list[date]) -> None:
    first, last = ends
    marks = days.ticks(first, last)
    assert 1 <= len(marks) <= days.MOST_TICKS
    told = [days.tick(mark, marks) for mark in marks]
    assert all(str(mark.year) in "".join(told) for mark in marks)
    assert sum(len(words) > 4 for words in told) <= max(1, len({mark.year for mark in marks}))
    assert all(first <= mark <= last for mark in marks)
    assert days.position(last, first, last) <= days.RIGHT + 1e-9


def test_the_title_comes_from_the_figures(catalogue: Catalogue) -> None:
    assert headline.title(catalogue).startswith("About 5,500 ")
    assert headline.about(catalogue) == "Tajikistan and Afghanistan, June – July 2021"
    assert headline.summary(catalogue).startswith(
        "Tajikistan and Afghanistan, June – July 2021: 7 figures and 1 statement from 2 articles (1 agency, AFP)."
    )


@pytest.mark.parametrize("number", range(len(made.PAYLOADS)))
def test_hostile_words_never_become_an_address_or_a_tag(number: int) -> None:
    catalogue = Catalogue.of(made.hostile_collection())
    for claim in (catalogue.claims[f"h{number}-{which}"] for which in (1, 2, 3, 4)):
        shown = card.card(catalogue, claim)
        assert attributes(shown, "a") == []
        assert {found[0] for found in elements(shown)} <= {
            *("section", "h3", "strong", "p", "span", "blockquote", "mark", "dl", "div", "dt", "dd", "button"),
            *("details", "summary", "svg", "circle", "path"),
        }
        assert made.visible(number) in text(shown)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Fled to Gao. AFP · 1 – 14 July 2021.", ["1 – 14 July 2021"]),
        ("Gao · as of 30 June – 2 July 2021.", ["30 June – 2 July 2021"]),
        ("Mali, 2016 – 2025: 49 figures from 1,205 articles", ["2016 – 2025", "49 figures", "1,205 articles"]),
        ("Mali, June – July 2021: 8 figures", ["June – July 2021", "8 figures"]),
        ("1 December 2023 – 3 January 2024", ["1 December 2023 – 3 January 2024"]),
        ("no number", []),
    ],
)
def test_a_period_and_a_number_with_its_noun_stay_on_a_line(line: str, pieces: list[str]) -> None:
    """ "1 – / 14 July 2021" stood on two lines of a tablet."""
    nodes = kept(line)
    assert [it[2] for it in nodes if not isinstance(it, str)] == pieces
    assert "".join(it if isinstance(it, str) else it[2] for it in nodes) == line
