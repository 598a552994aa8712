"""Review on a phone: whatever is tapped is as large as a thumb, and its keyboard hides nothing that is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.test_desk import checking
from tests.browser.test_desk_story import phone, tap
from tests.browser.visit import PHONE, at_rest, unfold

__all__ = ["phone"]
FOLDS = (
    "Correct it",
    "Correct its places",
    "Same movement as other figures",
    "On the map and in lists",
    "Its article",
)
SMALL = """() => {
  const kinds = ["button", "a", "summary", "textarea", "input", "[role=radio]", "label:has([type=checkbox])"];
  const fields = ["stTextInputRootElement", "stNumberInputContainer", "stDateInputField"];
  const field = [...fields.map((it) => `[data-testid=${it}]`), "[role=group]:not([aria-label])", "label"].join();
  const rows = [...document.querySelectorAll(`[data-testid=stMain] :is(${kinds})`)].filter((it) => {
    const { width, height } = it.getBoundingClientRect();
    const seen = it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return seen && width > 1 && height > 1 && !it.closest(".reader") && it.type !== "checkbox";
  });
  return rows.flatMap((it) => {
    const boxes = [it, it.closest(field)].filter(Boolean).map((part) => part.getBoundingClientRect());
    const [width, height] = ["width", "height"].map((side) => Math.max(...boxes.map((box) => box[side])));
    const called = it.innerText || it.ariaLabel;
    return Math.min(width, height) < 43.5 ? [`${it.tagName} ${called}: ${width} x ${height}`] : [];
  });
}"""
"""What can be tapped and is smaller than 44 pixels, with the field around it; in running text a mark is as its line."""


@pytest.fixture
def desk(start: Callable[..., Server], project: Path) -> Server:
    return start(project, environment={"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"})


def at_the_desk(page: Page, desk: Server) -> None:
    page.goto(f"{desk.url}?desk=review")
    checking(page)


def test_everything_that_is_tapped_is_as_large_as_a_thumb(phone: Page, desk: Server) -> None:
    at_the_desk(phone, desk)
    assert phone.evaluate(SMALL) == []
    for title in FOLDS:
        unfold(phone, title)
        at_rest(phone)
        assert phone.evaluate(SMALL) == [], title
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("what", ["Reason", "Said by"])
def test_the_keyboard_hides_nothing_that_is_typed(phone: Page, desk: Server, what: str) -> None:
    at_the_desk(phone, desk)
    if what == "Reason":
        tap(phone.locator("[data-act=reject]"))
    else:
        unfold(phone, "Correct it")
    field = phone.get_by_role("textbox", name=what, exact=True)
    field.tap()
    expect(field).to_be_focused()
    phone.set_viewport_size({"width": 390, "height": 430})  # the keyboard is there
    expect(field).to_be_in_viewport(ratio=1)
    field.fill("a word")
    expect(field).to_be_in_viewport(ratio=1)
