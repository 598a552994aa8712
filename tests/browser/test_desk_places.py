"""A place is put right without a step that is easily forgotten, and what is marked at the desk leads where it says."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from geo.collections.decisions import load
from geo.model import Role
from tests.browser.server import Server
from tests.browser.test_desk import checking, opened, saved
from tests.browser.test_desk_correct import choose
from tests.browser.visit import DESKTOP, PHONE, at_rest, click, unfold

FROM_A_CAMP = "several hundred"
"""Of the seeds: soldiers who fled from one place to another."""


def found(page: Page, words: str) -> Locator:
    """The figure with these words, gone to by a click on them in the text."""
    page.locator(".reader .figure").filter(has_text=words).first.click()
    card = page.locator(".sheet .card").first
    expect(card).to_contain_text(words, ignore_case=True)
    at_rest(page)
    return card


def test_a_place_that_is_looked_up_is_chosen_and_takes_the_role_of_the_one_it_stands_for(
    page: Page, desk: Server
) -> None:
    path = desk.folder / "data" / "decisions.jsonl"
    opened(page, desk, "Check figures")
    checking(page)
    card = found(page, FROM_A_CAMP)
    unfold(page, "Correct its places")
    page.get_by_label("Look up a place").fill("Zzyzxq")
    click(page.get_by_role("button", name="Look it up"))
    expect(page.get_by_text("The gazetteer has no place of that name.")).to_be_visible()
    at_rest(page)
    page.get_by_label("Look up a place").fill("Garissa")
    click(page.get_by_role("button", name="Look it up"))
    expect(page.get_by_label("Where it is", exact=True)).to_have_value(re.compile(r"Garissa \(city, KE, "))
    at_rest(page)
    choose(page, "Which place", "Shir Khan Bandar (from)")
    click(page.get_by_role("button", name="Save the place"))
    expect(card).to_contain_text("Place from Garissa, read as Shir Khan Bandar")
    assert saved(path, 1) == ["correct"]
    at_rest(page)
    page.get_by_label("A place of my own: its name").fill("Camp Nine")  # and nothing else is chosen
    page.get_by_label("Latitude, longitude").fill("37.5,68.5")
    choose(page, "Which place", "Garissa (from)")
    click(page.get_by_role("button", name="Save the place"))
    expect(card).to_contain_text("Place from Camp Nine")
    made = load(path)
    assert [(it.after, it.role) for it in made] == [("Garissa", Role.FROM), ("Camp Nine", Role.FROM)]


def test_marks_in_the_text_and_links_of_a_card_lead_to_their_figure_or_place(page: Page, desk: Server) -> None:
    opened(page, desk, "Check figures")
    checking(page)
    marks = page.locator(".reader .figure")
    before = page.locator(".reader .figure[aria-pressed=true]").first.inner_text()
    other = marks.filter(has_not_text=before).last
    words = other.inner_text()
    other.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".reader .figure[aria-pressed=true]").first).to_have_text(words)
    at_rest(page)
    page.keyboard.press("a")
    assert saved(desk.folder / "data" / "decisions.jsonl", 1) == ["accept"]
    at_rest(page)
    place = page.locator(".reader [data-pick=place]").first
    place.click()
    expect(page.get_by_text("is chosen under “Correct its places”.")).to_be_visible()
    expect(page.get_by_label("Where it is", exact=True)).not_to_have_value("As it stands")
    at_rest(page)
    click(page.locator(".st-key-review-only").get_by_text("Differs", exact=True))
    at_rest(page)
    link = page.locator(".sheet .card [data-pick=claim]").first
    told = link.inner_text()
    link.click()
    card = page.locator(".sheet .card").first
    expect(card).to_contain_text(told.split()[0])
    at_rest(page)
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for()
    expect(page.locator(".evidence")).to_have_count(0)  # nothing of it was selected on the map


def test_a_figure_that_is_not_listed_is_gone_to_as_well(page: Page, desk: Server) -> None:
    opened(page, desk, "Check figures")
    checking(page)
    click(page.locator(".st-key-review-only").get_by_text("Differs", exact=True))
    state = page.locator(".sheet .rule[role=status]").first
    expect(state).to_contain_text("1 of 2 · ")
    found(page, "20,000")
    expect(state).to_contain_text("2 of 3 · ")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_next_figure_is_in_sight_however_far_down_a_form_was(
    page: Page, desk: Server, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    opened(page, desk, "Check figures")
    checking(page)
    unfold(page, "Correct its places")
    at_rest(page)
    page.get_by_role("button", name="Save the place").scroll_into_view_if_needed()
    state = page.locator(".sheet .rule[role=status]").first
    expect(state).not_to_be_in_viewport()
    page.keyboard.press("n")
    expect(state).to_contain_text("2 of ")
    expect(state).to_be_in_viewport()
    at_rest(page)
    expect(state).to_be_in_viewport()
