"""Undo says what it takes back, one decision after the other; and the desk says when nothing is left to be checked."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.collections.decisions import load
from geo.dataset.counts import tally
from geo.dataset.store import load as load_collection
from tests.browser.server import Server
from tests.browser.test_desk import checking, opened, saved
from tests.browser.test_desk_articles import BUILDS
from tests.browser.test_visitors import on_the_map
from tests.browser.visit import DESKTOP, PHONE, click


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_undo_tells_what_it_takes_back_one_after_the_other(page: Page, desk: Server, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    decisions = desk.folder / "data" / "decisions.jsonl"
    opened(page, desk, "Check figures")
    checking(page)
    state, undo = page.locator(".sheet .rule[role=status]").first, page.locator("[data-act=undo]")
    undoes = page.locator("[data-undoes]")
    expect(undo).to_be_disabled()
    expect(undoes).to_have_count(0)
    page.keyboard.press("u")  # there is nothing to take back
    page.keyboard.press("e")
    page.get_by_label("Note", exact=True).fill("seen by two")
    page.keyboard.press("Enter")
    expect(undoes).to_contain_text("Undo takes back: note “seen by two” (Ada, ")
    page.keyboard.press("a")
    assert saved(decisions, 2) == ["note", "accept"]
    expect(state).to_contain_text("2 of ")
    page.keyboard.press("b")
    expect(undoes).to_contain_text("Undo takes back: accepted (Ada, ")
    page.keyboard.press("u")
    expect(undoes).to_contain_text("Undo takes back: note “seen by two” (Ada, ")
    expect(state).to_contain_text("not checked")
    page.keyboard.press("u")
    expect(undo).to_be_disabled()
    expect(undoes).to_have_count(0)
    assert saved(decisions, 4) == ["note", "accept", "undo", "undo"]


def test_a_collection_of_which_all_is_checked_says_so_on_the_desk_and_on_the_map(page: Page, desk: Server) -> None:
    claims = load_collection(desk.folder / "data" / "collection.json").claims
    decisions, every = desk.folder / "data" / "decisions.jsonl", len(claims)
    opened(page, desk, "Check figures")
    checking(page)
    state, told = page.locator(".sheet .rule[role=status]").first, page.locator("[data-all]")
    for number in range(1, every):
        expect(state).to_contain_text(f"{number} of {every} · not checked")
        page.keyboard.press("a")
    expect(state).to_contain_text(f"{every} of {every} · not checked")
    assert len(saved(decisions, every - 1)) == every - 1
    expect(told).to_have_count(0)
    page.keyboard.press("r")
    page.keyboard.type("told twice")
    page.keyboard.press("Enter")
    left = tally(claim for claim in claims if claim.id != _rejected(decisions, every))
    expect(told).to_have_text(f"All {left} of this collection are checked; 1 more was taken away.")
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for(timeout=BUILDS)
    click(page.get_by_role("button", name="Figures: all are checked"))
    expect(page.get_by_text(f"All {left} of this collection are checked; 1 more was taken away.")).to_be_visible()


def _rejected(decisions: Path, count: int) -> str:
    saved(decisions, count)
    return load(decisions)[-1].about.claim


def test_what_was_decided_stands_on_the_map_after_a_reload_in_the_middle_of_it(page: Page, desk: Server) -> None:
    """Nobody went back to the map before."""
    every = len(load_collection(desk.folder / "data" / "collection.json").claims)
    opened(page, desk, "Check figures")
    checking(page)
    page.keyboard.press("a")
    page.keyboard.press("a")
    assert len(saved(desk.folder / "data" / "decisions.jsonl", 2)) == 2
    page.reload()
    on_the_map(page)
    expect(page.get_by_role("button", name=f"Check figures ({every - 2})")).to_be_visible()
    reviews = load_collection(desk.folder / "data" / "collection.json").reviews
    assert [len(it.decisions) for it in reviews] == [1, 1]
