"""What a place and a date rest on is one click away, and inferred places can be switched off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from geo.dataset.store import save
from tests import inferred_made as made
from tests.browser.server import Server, serve
from tests.browser.visit import PHONE, at_rest, click, search, the_map, visit
from tests.conftest import copy_project
from tests.nursery import Nursery


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Iterator[Server]:
    folder = copy_project(tmp_path_factory.mktemp("trace") / "project")
    save(made.collection(), folder / "data" / "collection.json")
    with serve(folder, through=nursery) as running:
        yield running


def open_row(page: Page, claim: str) -> None:
    click(page.locator(f'.row[data-id="{claim}"]'))
    page.locator(f'.evidence .card[data-claim="{claim}"]').wait_for()
    at_rest(page)


def test_why_here_is_one_click_away(page: Page, desk: Server) -> None:
    visit(page, desk)
    click(page.get_by_role("radio", name="Displaced"))
    open_row(page, made.SHELTERING.id)
    card = page.locator(".evidence .card")
    expect(card).to_contain_text("Probably Bor, the only place of the story")
    expect(card.locator(".why dl")).to_be_hidden()
    click(card.get_by_text("Why here"))
    why = card.locator(".why dl")
    expect(why).to_be_visible()
    expect(why).to_contain_text("In an earlier paragraph, likely (82 per cent)")
    expect(why.locator("mark").first).to_have_text("Bor")
    at_rest(page)
    page.keyboard.press("Escape")  # closes what is unfolded, not the card
    expect(why).to_be_hidden()
    expect(card).to_be_visible()


def test_inferred_places_are_marked_and_switched_off(page: Page, desk: Server) -> None:
    visit(page, desk)
    drawn = the_map(page)
    expect(drawn.locator(f'.circle[data-claim="{made.SHELTERING.id}"] .soft')).to_have_count(1)
    expect(drawn.locator(f'.circle[data-claim="{made.PEACEKEEPERS.id}"] .soft')).to_have_count(0)
    expect(drawn.locator(".dateline-legend")).to_contain_text("place inferred")
    click(page.locator(".st-key-filter-inferred").get_by_text("Inferred places"))
    expect(page.locator(".filter-chip")).to_contain_text("Inferred places hidden")
    expect(drawn.locator(".soft:not(.dateline-legend *)")).to_have_count(0)
    expect(drawn.locator(f'[data-claim="{made.SHELTERING.id}"].circle')).to_have_count(0)
    expect(page.locator(".tray summary")).to_have_text("3 figures not on the map")
    expect(page.locator(".state")).to_contain_text("5 of 5")
    click(page.locator(".tray summary"))
    expect(page.locator(".tray")).to_contain_text("its place is inferred")
    expect(page.locator(".tray")).to_contain_text("Dateline did not find where (weighed: Juba, Bor)")
    expect(page.locator(".tray .quoted")).to_have_text("“About 300 soldiers were sent to help.”")
    page.wait_for_url("**inferred=hide**")
    page.reload()
    expect(page.locator(".filter-chip")).to_contain_text("Inferred places hidden")
    click(page.locator(".filter-chip"))
    expect(drawn.locator(f'.circle[data-claim="{made.SHELTERING.id}"] .soft')).to_have_count(1)


def test_on_a_phone_the_filter_is_behind_the_button(page: Page, desk: Server) -> None:
    page.set_viewport_size(PHONE)
    visit(page, desk)
    click(page.get_by_role("button", name="Filters"))
    expect(page.locator(".st-key-filter-inferred").get_by_text("Inferred places")).to_be_visible()
    click(page.locator(".st-key-filter-inferred").get_by_text("Inferred places"))
    expect(page.get_by_role("button", name="Filters, 1 active")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_search_needs_no_accents(page: Page, desk: Server) -> None:
    visit(page, desk)
    search(page, "cote d'ivoire lodz")
    expect(page.locator(".state")).to_contain_text("1 of 5")
