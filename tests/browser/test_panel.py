"""The panel and the strip of filters as readers use them: grouped, dated by Enter, nothing under anything."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.visit import at_rest, click, map_frame, open_list, search, the_map, visit


def test_enter_applies_the_day_that_was_typed(settled: Page) -> None:
    open_list(settled.locator(".st-key-filter-known [role=spinbutton]").first)
    settled.keyboard.type("14072021")
    settled.keyboard.press("Enter")
    expect(settled.locator(".filter-chip")).to_have_text(["Known by 14 July 2021 ×"])


def test_figures_are_grouped_by_country_and_the_address_says_so(page: Page, big: Server) -> None:
    visit(page, big)
    click(page.get_by_role("button", name="country", exact=True))
    expect(page.get_by_role("button", name="country", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".chart .month").first).to_contain_text("figures")
    page.wait_for_url("**group=country**")
    page.reload()
    expect(page.get_by_role("button", name="country", exact=True)).to_have_attribute("aria-pressed", "true")
    click(page.get_by_role("button", name="event", exact=True))
    expect(page.locator(".chart .month").first).to_contain_text("origin")


def test_few_figures_are_not_grouped(settled: Page) -> None:
    expect(settled.get_by_role("group", name="Group by")).to_have_count(0)


@pytest.mark.parametrize("width", [1024, 920])
def test_a_long_title_ends_before_the_buttons(page: Page, big: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    visit(page, big)
    title, buttons = page.locator("header h1").bounding_box(), page.locator(".st-key-share .acts").bounding_box()
    assert title is not None
    assert buttons is not None
    assert title["x"] + title["width"] <= buttons["x"]


def test_a_low_window_shows_the_whole_card_in_one_scroll(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    visit(page, server)
    click(page.locator(".row").first)
    expect(page.locator(".evidence .card")).to_be_visible()
    scrolled = page.locator(".st-key-evidence").evaluate("part => getComputedStyle(part).overflowY")
    assert scrolled == "visible"
    expect(page.locator(".evidence blockquote").first).to_be_in_viewport(ratio=1)


def test_what_is_in_sight_is_selected_without_moving_the_map(settled: Page) -> None:
    before = map_frame(settled).evaluate("window.parent.datelineView.view")
    click(settled.locator(".row").nth(2))
    expect(the_map(settled).locator(".figure.selected").first).to_be_attached()
    at_rest(settled)
    assert map_frame(settled).evaluate("window.parent.datelineView.view") == before


def test_an_inset_says_where_in_the_world_this_is(settled: Page) -> None:
    inset = the_map(settled).locator(".dateline-locator")
    expect(inset).to_be_visible()
    expect(inset.get_by_role("img")).to_have_attribute("aria-label", re.compile("around 36° north, (69|70|71)° east"))
    frame = map_frame(settled)
    frame.evaluate("Object.values(window).find((one) => one instanceof L.Map).setZoom(2, { animate: false })")
    expect(inset).to_be_hidden()


def test_a_search_says_in_which_articles_the_words_are_and_where(settled: Page) -> None:
    """ "withdrawal" is in no sentence that a figure comes from."""
    search(settled, "withdrawal")
    expect(settled.locator(".st-key-list .empty")).to_contain_text("No figure matches. In the text of")
    click(settled.locator(".st-key-list .empty").get_by_role("button", name="In the text of"))
    passage = settled.locator(".passage").first
    expect(passage.locator("mark")).to_have_text(re.compile("withdrawal", re.IGNORECASE))
    click(passage)
    expect(settled.locator(".reader")).to_contain_text("withdrawal")


def test_the_selected_row_stays_in_the_list_beside_its_card(page: Page, big: Server) -> None:
    """The card takes the room of the list, and the row lay under its edge: what was followed was the pressed way to
    group them."""
    visit(page, big)
    rows = page.locator(".st-key-list .row[data-id]")
    for number in (1, 6):
        click(rows.nth(number))
        expect(rows.nth(number)).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".evidence .card")).to_be_visible()
        page.wait_for_function(WITHIN)


WITHIN = """() => {
  const list = document.querySelector(".st-key-list"), row = list.querySelector(".row[aria-pressed=true]");
  const [around, box] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  return box.top >= around.top && box.bottom <= around.bottom;
}"""
"""Whether the selected row lies within what is seen of the list."""
