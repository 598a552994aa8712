"""What would be read stands beside each text: every figure once, in the row where it is marked, in every part."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import Claim, Reading, Span
from geo.panels import sheet
from geo.panels.desk import proposed
from geo.sheets.nodes import Node
from tests import hand_made as made

NOBODY = str
"""Leaves none out, and leads nowhere."""
WORDS = "40 troops left the north, and more were to follow within days."


def article(paragraphs: list[bool]) -> Reading:
    """A paragraph each, with a figure where True."""
    text, claims = "A very long list\n\n", []
    for number, has in enumerate(paragraphs):
        start = len(text)
        text += (WORDS if has else "Nothing happened here, and nobody came. " * 20) + "\n\n"
        if has:
            words = Span(start, start + len(WORDS))
            quantity = replace(made.EXERCISE.quantity, span=Span(start, start + 2), words="40")
            claim = replace(
                made.EXERCISE, id=f"c{number}", span=Span(start, start + 9), sentence=words, quantity=quantity
            )
            claims.append(claim)
    where = replace(made.DRILLS, text=text, title="A very long list")
    return Reading(where, (), tuple(replace(claim, article=where.id) for claim in claims))


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the page keeps of a visitor, and what it was given to show."""
    state: dict[str, Any] = {}
    monkeypatch.setattr(proposed.st, "session_state", state)

    def show(_key: str, node: Node, *, actions: sheet.Actions, top: str | None) -> None:
        state["shown"], state["actions"], state["top"] = node, actions, top

    monkeypatch.setattr(sheet, "show", show)
    return state


def every(node: Any) -> Iterator[Any]:
    if isinstance(node, list | tuple):
        yield node
        for child in node[2:]:
            yield from every(child)


def having(node: Any, cls: str) -> list[Any]:
    return [it for it in every(node) if cls in str(it[1].get("class", "")).split()]


def rows(node: Any) -> list[tuple[list[str], list[str]]]:
    """Of each row the figures (ids) marked in its text, and the cards beside it."""
    found = []
    for pair in having(node, "pair"):
        marked = [it[1]["data-id"] for it in having(pair, "figure")]
        found.append((marked, [it[1]["data-claim"] for it in having(pair, "card")]))
    return found


def turned(session: dict[str, Any], catalogue: Catalogue, reading: Reading) -> Iterator[Any]:
    """Each part of the article as it is shown."""
    before = None
    for part in range(1_000):
        proposed.show(0, catalogue, reading, NOBODY, NOBODY)
        if session["shown"] == before:
            return
        yield (before := session["shown"])
        session["actions"]["part"](str(part + 1))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.booleans(), max_size=60))
def test_every_figure_stands_once_beside_its_paragraph(session: dict[str, Any], paragraphs: list[bool]) -> None:
    session.clear()
    reading = article(paragraphs)
    catalogue = Catalogue.of(Collection((reading,)), {})
    found = [row for part in turned(session, catalogue, reading) for row in rows(part)]
    assert all(marked == cards for marked, cards in found)
    assert [card for _, cards in found for card in cards] == [claim.id for claim in reading.claims]


def test_a_long_text_says_how_many_figures_are_here_and_leads_to_the_next(session: dict[str, Any]) -> None:
    reading = article([True, *[False] * 40, True, True])
    catalogue = Catalogue.of(Collection((reading,)), {})
    proposed.show(0, catalogue, reading, NOBODY, NOBODY)
    assert session["top"] is None, "nothing jumps before somebody turns"
    told = str(session["shown"])
    assert "1 of 3 figures is in this part. " in told
    assert "Part 1 of 3. " in told
    session["actions"]["part"]("2")
    proposed.show(0, catalogue, reading, NOBODY, NOBODY)
    told = str(session["shown"])
    assert "2 of 3 figures are in this part. " in told
    assert "First in part 1" in told
    assert session["top"]


@pytest.mark.parametrize("words", ["-1", "x", "", "99", "1" * 9, "²"])
def test_a_part_that_is_none_breaks_nothing(session: dict[str, Any], words: str) -> None:
    reading = article([True])
    proposed.show(0, Catalogue.of(Collection((reading,)), {}), reading, NOBODY, NOBODY)
    session["actions"]["part"](words)
    proposed.show(0, Catalogue.of(Collection((reading,)), {}), reading, NOBODY, NOBODY)
    assert rows(session["shown"])


def test_a_figure_that_a_card_tells_of_is_gone_to_in_its_article(session: dict[str, Any]) -> None:
    first, long = article([True]), article([True, *[False] * 40, True])
    other = replace(long, article=replace(long.article, id="other"), claims=tuple(_of(long, "other")))
    readings, led = (first, other), []
    catalogue = Catalogue.of(Collection(readings), {})
    proposed.show(0, catalogue, first, NOBODY, led.append)
    session["actions"]["claim"]("other-c41")
    session["actions"]["claim"]("c0")  # its own: it stands beside its words
    assert led == ["other-c41"]
    assert proposed.go(readings, "other-c41") == 2
    proposed.show(1, catalogue, other, NOBODY, led.append)
    once = session["top"]
    assert once
    assert "Part 2 of" in str(session["shown"]) or "Part 3 of" in str(session["shown"])
    assert proposed.go(readings, "other-c41") == 2
    proposed.show(1, catalogue, other, NOBODY, led.append)
    assert session["top"] != once, "it is brought into view each time"
    assert proposed.go(readings, "none") == 0


def _of(reading: Reading, article_id: str) -> Iterator[Claim]:
    for claim in reading.claims:
        yield replace(claim, id=f"{article_id}-{claim.id}", article=article_id)
