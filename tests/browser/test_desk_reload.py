"""The desk stands in the page's address: it is there after a reload, and harmless in a link."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from geo.dataset.store import load as load_collection
from tests.browser.server import Server
from tests.browser.test_desk import checking, opened, saved
from tests.browser.test_visitors import drawn
from tests.browser.visit import at_rest, click

EDITING = {"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"}
SAYS = "(id) => new URLSearchParams(location.search).get('figure') === id"
"""Whether the address says which figure is looked at; it follows the keys."""


def looked_at(page: Page) -> str:
    found = page.locator(".sheet [data-claim]").first.get_attribute("data-claim")
    assert found
    return found


def reloaded(page: Page, figure: str) -> None:
    page.wait_for_function(SAYS, arg=figure)
    page.reload()
    checking(page)
    assert looked_at(page) == figure


def test_an_editor_loads_the_page_again_and_stands_at_the_same_figure(
    page: Page, start: Callable[..., Server], project: Path
) -> None:
    desk = start(project, environment=EDITING)
    every = len(load_collection(project / "data" / "collection.json").claims)
    opened(page, desk, "Check figures")
    checking(page)
    page.keyboard.press("a")
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert saved(project / "data" / "decisions.jsonl", 1) == ["accept"]
    at_rest(page)
    reloaded(page, looked_at(page))
    click(page.get_by_text("All", exact=True))
    expect(page.get_by_text(f"4 of {every} · not checked")).to_be_visible()
    at_rest(page)
    for _ in range(3):
        page.keyboard.press("b")
    first = looked_at(page)
    page.wait_for_function("() => location.search.includes('list=all')")
    reloaded(page, first)  # which is accepted
    expect(page.get_by_text(f"1 of {every} · accepted")).to_be_visible()
    expect(page.locator(f".reader [data-id='{first}'][aria-pressed=true]").first).to_be_visible()


def test_back_leads_from_the_desk_to_the_map_and_forward_to_the_desk(
    page: Page, start: Callable[..., Server], project: Path
) -> None:
    opened(page, start(project, environment=EDITING), "Check figures")
    checking(page)
    page.keyboard.press("n")
    second = looked_at(page)
    page.wait_for_function(SAYS, arg=second)
    page.wait_for_timeout(3_000)  # what the browser says so soon may still be the address of before
    page.go_back()
    drawn(page)
    page.go_forward()
    checking(page)
    assert looked_at(page) == second
    click(page.get_by_role("button", name="Back to the map"))
    drawn(page)
    assert "desk" not in page.url
    page.reload()
    drawn(page)


def test_a_visitor_keeps_the_desk_of_their_copy_and_a_link_to_it_opens_none(
    page: Page, start: Callable[..., Server], project: Path
) -> None:
    deployed = start(project)
    opened(page, deployed, "Check figures")
    checking(page)
    page.keyboard.press("n")
    second = looked_at(page)
    reloaded(page, second)
    expect(page.get_by_text("You work on a copy of your own.")).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{deployed.url}?desk=review&figure={second}")
    drawn(other)
    expect(other.get_by_role("button", name="Check figures")).to_be_visible()
    expect(other.get_by_text("You see your own copy")).to_have_count(0)
    other.goto(f"{deployed.url}?desk=<b>&figure=1&figure=2&list=x")
    drawn(other)
    other.close()
