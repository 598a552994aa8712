"""The card of the seeds is whole beside the map of a tablet; rows show where the words are that were searched for."""

import re

from playwright.sync_api import Page, expect

from geo.dataset.fold import fold
from tests.browser.server import Server
from tests.browser.visit import TABLET, at_rest, click, search, visit

BELOW = """(card) => {
  let panel = card;
  while (!["auto", "scroll"].includes(getComputedStyle(panel).overflowY)) panel = panel.parentElement;
  return card.getBoundingClientRect().bottom - panel.getBoundingClientRect().bottom;
}"""
"""By how many pixels a card ends below what scrolls."""


def test_every_card_of_the_seeds_is_whole_on_a_tablet(page: Page, server: Server) -> None:
    """Its lower third lay under the panel's edge."""
    page.set_viewport_size(TABLET)
    visit(page, server)
    for number in range(page.locator(".row[data-id]").count()):
        row = page.locator(".row[data-id]").nth(number)
        claim = row.get_attribute("data-id")
        click(row)
        card = page.locator(f'.evidence .card[data-claim="{claim}"]')
        card.wait_for()
        at_rest(page)
        assert card.evaluate(BELOW) <= 0, claim


def test_a_row_marks_the_words_that_are_searched_for(page: Page, server: Server) -> None:
    """In what it says, and in the sentence that it was read from, as on a published page."""
    visit(page, server)
    search(page, "seized")
    expect(page.locator(".row .found").first).to_contain_text("seized")
    search(page, "réfugees")
    expect(page.locator(".row .asked").first).to_have_text(re.compile("^refugees$", re.IGNORECASE))
    at_rest(page)
    assert {fold(words) for words in page.locator(".row .asked").all_text_contents()} == {"refugees"}
