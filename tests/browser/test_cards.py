"""The cards of the seeds are whole beside the map; rows show where the words are that were searched for."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from geo.dataset.fold import fold
from tests.browser.visit import DESKTOP, PHONE, TABLET, at_rest, click, search

BELOW = """(card) => {
  let panel = card;
  while (!["auto", "scroll"].includes(getComputedStyle(panel).overflowY)) panel = panel.parentElement;
  return card.getBoundingClientRect().bottom - panel.getBoundingClientRect().bottom;
}"""
"""By how many pixels a card ends below what scrolls."""


@pytest.mark.parametrize("size", [DESKTOP, TABLET], ids=["desktop", "tablet"])
def test_every_card_of_the_seeds_is_whole(settled_in: Callable[..., Page], size: ViewportSize) -> None:
    """Its lower third lay under the panel's edge on a tablet, its lower border on a desk."""
    page = settled_in(size)
    for number in range(page.locator(".row[data-id]").count()):
        row = page.locator(".row[data-id]").nth(number)
        claim = row.get_attribute("data-id")
        click(row)
        card = page.locator(f'.evidence .card[data-claim="{claim}"]')
        card.wait_for()
        at_rest(page)
        assert card.evaluate(BELOW) <= 0, claim


AT_AN_END = """(lines) => {
  const found = [];
  for (const line of lines) {
    const characters = [];
    const cut = line.matches(".parts") ? line.getBoundingClientRect().left + 11 : -Infinity;
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (let i = 0; i < text.length; i++) {
        const one = document.createRange();
        one.setStart(text, i);
        one.setEnd(text, i + 1);
        const { top, right } = one.getBoundingClientRect();
        if (text.data[i].trim() && right > cut) characters.push([text.data[i], top]);
      }
    }
    characters.forEach(([letter, top], i) => {
      const away = (other) => !other || Math.abs(other[1] - top) > 4;
      if (letter === "·" && (away(characters[i - 1]) || away(characters[i + 1]))) found.push(line.textContent);
    });
  }
  return found;
}"""
"""The lines of small print in which a dot between two parts is seen at an end; one that begins a line is cut off."""


@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE, {**PHONE, "width": 320}], ids=["1440", "1024", "390", "320"])
def test_no_line_of_a_row_begins_or_ends_with_a_dot(settled_in: Callable[..., Page], size: ViewportSize) -> None:
    page = settled_in(size)
    for tab in ("Troops", "Displaced"):
        click(page.get_by_role("radio", name=tab))
        at_rest(page)
        rows = page.locator(".row small, .latest")
        assert any("·" in words for words in rows.all_text_contents())
        assert rows.evaluate_all(AT_AN_END) == []


def test_a_row_marks_the_words_that_are_searched_for(settled: Page) -> None:
    """In what it says, and in the sentence that it was read from, as on a published page."""
    search(settled, "seized")
    expect(settled.locator(".row .found").first).to_contain_text("seized")
    search(settled, "réfugees")
    expect(settled.locator(".row .asked").first).to_have_text(re.compile("^refugees$", re.IGNORECASE))
    at_rest(settled)
    assert {fold(words) for words in settled.locator(".row .asked").all_text_contents()} == {"refugees"}
