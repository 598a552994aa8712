"""No key pressed at the desk is lost, whatever the server answers meanwhile, and each is about what was seen."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.collections.decisions import load
from geo.dataset.store import load as load_collection
from tests.browser.answers import Answers, overtaking
from tests.browser.server import Server
from tests.browser.test_desk import WAIT, checking, opened, saved
from tests.browser.visit import at_rest, click, visit


@pytest.fixture
def desk(start: Callable[..., Server], project: Path) -> Server:
    return start(project, environment={"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"})


def marked(page: Page) -> None:
    """Mark what is drawn; ``drawn_anew`` waits until it is gone."""
    page.locator(".sheet .acts").evaluate("acts => { acts.dataset.before = '' }")


def drawn_anew(page: Page) -> None:
    expect(page.locator(".sheet .acts[data-before]")).to_have_count(0)
    expect(page.locator(".sheet .acts")).to_have_count(1)


def told(page: Page, path: Path, count: int) -> None:
    """Wait for so many decisions on the disk; what the page tells passes through here, so nothing else may wait."""
    until = time.monotonic() + WAIT / 1000
    while len(load(path)) < count and time.monotonic() < until:
        page.wait_for_timeout(50)


def order(page: Page, number: int, every: int) -> None:
    expect(page.locator(".sheet .rule[role=status]").first).to_contain_text(f"{number} of {every} · ")


def test_keys_count_where_one_answer_overtakes_another(fresh: Page, desk: Server) -> None:
    every = len(load_collection(desk.folder / "data" / "collection.json").claims)
    decisions = desk.folder / "data" / "decisions.jsonl"
    overtaking(fresh)
    opened(fresh, desk, "Check figures")
    checking(fresh)
    fresh.keyboard.press("n")
    at_rest(fresh)
    fresh.keyboard.press("n")
    order(fresh, 3, every)
    at_rest(fresh)
    fresh.keyboard.press("a")
    assert saved(decisions, 1) == ["accept"]
    at_rest(fresh)
    fresh.keyboard.press("r")
    fresh.keyboard.press("Enter")
    assert saved(decisions, 2) == ["accept", "reject"]
    order(fresh, 5, every)


def test_escape_closes_a_card_where_one_answer_overtakes_another(fresh: Page, server: Server) -> None:
    overtaking(fresh)
    visit(fresh, server)
    for row in (0, 1):
        click(fresh.locator(".row").nth(row))
        at_rest(fresh)
    fresh.keyboard.press("Escape")
    fresh.locator(".evidence").wait_for(state="detached")


def test_what_is_typed_stays_in_order_while_an_answer_draws_the_figure_anew(fresh: Page, desk: Server) -> None:
    decisions = desk.folder / "data" / "decisions.jsonl"
    answers = Answers(fresh)
    opened(fresh, desk, "Check figures")
    checking(fresh)
    second = fresh.locator("[data-claim]")
    answers.hold()
    fresh.keyboard.press("a")
    about = second.first.get_attribute("data-claim")
    fresh.keyboard.press("r")
    fresh.keyboard.type("twice")
    fresh.keyboard.press("Home")
    fresh.keyboard.type("to")
    marked(fresh)
    answers.let_go()
    drawn_anew(fresh)
    fresh.keyboard.type("ld ")
    fresh.keyboard.press("Enter")
    told(fresh, decisions, 2)
    assert [str(it.verdict) for it in load(decisions)] == ["accept", "reject"]
    made = load(decisions)[1]
    assert (made.about.claim, made.why) == (about, "told twice")


def test_steps_beyond_the_figures_at_hand_are_made_once_they_are_there(fresh: Page, desk: Server) -> None:
    """The browser has three figures behind the one that is shown."""
    every = len(load_collection(desk.folder / "data" / "collection.json").claims)
    answers = Answers(fresh)
    opened(fresh, desk, "Check figures")
    checking(fresh)
    for _ in range(every - 1):
        fresh.keyboard.press("n")
    order(fresh, every, every)
    at_rest(fresh)
    answers.hold()
    for _ in range(6):
        fresh.keyboard.press("b")
    fresh.keyboard.press("n")  # one of the steps back is taken back
    answers.let_go()
    order(fresh, every - 5, every)
    at_rest(fresh)
    order(fresh, every - 5, every)


def test_a_decision_beyond_the_figures_at_hand_is_about_the_figure_that_was_seen(fresh: Page, desk: Server) -> None:
    every = len(load_collection(desk.folder / "data" / "collection.json").claims)
    decisions = desk.folder / "data" / "decisions.jsonl"
    answers = Answers(fresh)
    opened(fresh, desk, "Check figures")
    checking(fresh)
    for _ in range(every - 1):
        fresh.keyboard.press("n")
    at_rest(fresh)
    order(fresh, every, every)
    answers.hold()  # also the answers to the steps before may be on their way
    for _ in range(every + 2):
        fresh.keyboard.press("b")
    seen = fresh.locator("[data-claim]").first.get_attribute("data-claim")
    fresh.keyboard.press("e")
    fresh.keyboard.type("seen")
    answers.let_go()
    fresh.keyboard.press("Enter")
    told(fresh, decisions, 1)
    assert [(it.about.claim, it.why) for it in load(decisions)] == [(seen, "seen")]
    order(fresh, 1, every)
