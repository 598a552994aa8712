"""The desk walked as an editor does: what is listed, what is in sight while one works, and what an article lacks."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from geo.dataset.store import load as load_collection
from geo.maps.standing import spot
from tests.browser.server import Server, serve
from tests.browser.test_desk import checking, opened, saved
from tests.browser.test_desk_story import SELECT
from tests.browser.visit import DESKTOP, PHONE, at_rest, click, open_list, unfold
from tests.conftest import copy_project
from tests.nursery import Nursery

EDITING = {"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"}
LOW = {"width": 1440, "height": 740}
"""A laptop's window, under the browser's own bars."""


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Iterator[Server]:
    """A desk for those who only look."""
    with serve(
        copy_project(tmp_path_factory.mktemp("walk") / "project"), environment=EDITING, through=nursery
    ) as running:
        yield running


def listed(page: Page, only: str) -> None:
    click(page.locator(".st-key-review-only").get_by_text(only, exact=True))
    at_rest(page)


def state(page: Page) -> Locator:
    return page.locator(".sheet .rule[role=status]").first


def test_only_what_is_asked_for_is_listed(page: Page, desk: Server) -> None:
    built = load_collection(desk.folder / "data" / "collection.json")
    nowhere = sum(spot(claim, built.geometries) is None for claim in built.claims)
    opened(page, desk, "Check figures")
    checking(page)
    every = len(built.claims)
    expect(state(page)).to_have_text(f"1 of {every} · not checked")
    listed(page, "No place")
    if nowhere:
        expect(state(page)).to_contain_text(f"1 of {nowhere} · ")
    else:
        expect(page.get_by_text("Every figure has a place on the map.")).to_be_visible()
    listed(page, "Not checked")
    expect(state(page)).to_have_text(f"1 of {every} · not checked")
    page.keyboard.press("a")
    assert saved(desk.folder / "data" / "decisions.jsonl", 1) == ["accept"]
    at_rest(page)
    page.keyboard.press("b")
    expect(state(page)).to_have_text(f"1 of {every} · accepted")  # one can go back to what was just decided
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for()
    click(page.get_by_role("button", name=f"Check figures ({every - 1})"))
    checking(page)
    expect(state(page)).to_have_text(f"1 of {every - 1} · not checked")


def test_the_figure_is_in_sight_in_its_text_whatever_the_window(page: Page, undecided: Server) -> None:
    page.set_viewport_size(LOW)  # type: ignore[arg-type]
    opened(page, undecided, "Check figures")
    checking(page)
    marked = page.locator(".reader .figure[aria-pressed=true], .reader mark[aria-pressed=true]").first
    seen = set()
    for _ in range(9):
        expect(marked).to_be_in_viewport()
        seen.add(marked.inner_text())
        page.keyboard.press("n")
        at_rest(page)
    assert len(seen) > 4
    unfold(page, "Correct its places")
    at_rest(page)
    page.get_by_role("button", name="Save the place").scroll_into_view_if_needed()
    expect(marked).to_be_in_viewport()  # the text stays beside the form


def test_what_became_of_a_correction_is_in_sight_where_it_was_saved(page: Page, undecided: Server) -> None:
    page.set_viewport_size(LOW)  # type: ignore[arg-type]
    opened(page, undecided, "Check figures")
    checking(page)
    unfold(page, "Correct its places")
    click(page.get_by_role("button", name="Save the place"))
    told = page.get_by_text("Nothing was changed.")
    expect(told).to_be_visible()
    expect(told).to_be_in_viewport()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_offer_to_add_what_was_missed_is_in_sight(page: Page, undecided: Server, size: dict[str, int]) -> None:
    """However far the words are from the card, and whatever else is open."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    opened(page, undecided, "Check figures")
    checking(page)
    unfold(page, "Correct its places")
    at_rest(page)
    page.evaluate(SELECT, "weapons, equipment")
    page.evaluate("getSelection().getRangeAt(0).startContainer.parentElement.scrollIntoView({ block: 'center' })")
    offer = page.get_by_role("button", name="Add “weapons, equipment”")
    expect(offer).to_be_in_viewport()
    click(offer)
    expect(page.get_by_role("button", name="Leave it")).to_be_visible()
    expect(page.get_by_text("“weapons, equipment”", exact=True)).to_be_in_viewport()
    expect(offer).to_have_count(0)
    click(page.get_by_role("button", name="Leave it"))
    at_rest(page)
    page.evaluate(SELECT, "weapons, equipment")
    expect(offer).to_be_in_viewport()
    page.locator("[data-act=next]").click()
    if size is PHONE:  # it lay over the lower edge
        expect(offer).to_have_count(0)


GAPS = """(form) => {
  const boxes = [...form.querySelectorAll('[data-testid="stElementContainer"]')].map((it) => it.getBoundingClientRect())
    .filter((it) => it.height > 4);
  const under = (one) => boxes.filter((it) => Math.abs(it.left - one.left) < 4 && it.top >= one.bottom - 1);
  return boxes.filter((one) => under(one).length)
    .map((one) => Math.round(Math.min(...under(one).map((it) => it.top)) - one.bottom));
}"""
"""How far each field of a form stands above the next one in its column."""


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_fields_stand_apart_and_buttons_are_large_enough_for_a_thumb(
    page: Page, undecided: Server, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    opened(page, undecided, "Check figures")
    checking(page)
    unfold(page, "Correct it")
    at_rest(page)
    gaps = page.get_by_test_id("stForm").filter(has_text="Save the correction").first.evaluate(GAPS)
    assert len(gaps) > 3
    expect(page.get_by_role("heading", name="Check figures", exact=True)).to_be_visible()
    assert min(gaps) >= 12
    keys = page.locator(".acts [data-act]")
    assert {it.evaluate("(it) => getComputedStyle(it).textAlign") for it in keys.all()} == {"center"}
    if size is PHONE:
        buttons = [*keys.all(), *page.locator(".st-key-review-only button").all()]
        buttons += page.get_by_role("button", name="Save the correction").all()
        assert min(box["height"] for it in buttons if (box := it.bounding_box())) >= 44


def test_what_an_article_lacks_is_given_to_it_alone(page: Page, desk: Server) -> None:
    """A date of long ago, a publisher, an address; the article beside it keeps its own, and one is there already."""
    home = desk.folder / "data" / "collections" / "camps"
    opened(page, desk, "Add articles")
    unfold(page, "New collection")
    page.get_by_label("Name: a to z").fill("camps")
    click(page.get_by_role("button", name="Make it"))
    page.get_by_role("heading", name="Add articles to camps").wait_for()
    old = "A camp fills up\n\nAbout 900 people fled to Goma on Monday, the UN said.\n"
    new = "Another camp\n\nSome 700 people fled to Bukavu on Monday, the UN said.\n"
    files = [
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        for name, text in (("old.txt", old), ("new.txt", new))
    ]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    page.get_by_text("new.txt").wait_for()
    click(page.get_by_role("button", name="Read them"))
    expect(page.locator(".beside")).to_have_count(2)
    about = page.locator(".beside").filter(has_text="old.txt")
    expect(about).to_contain_text("Date, address, publisher and author not found in it.")
    click(about.get_by_role("button", name="Give them"))
    page.get_by_label("Publisher", exact=True).fill("The Post")
    page.get_by_label("Address", exact=True).fill("post.example/a")
    open_list(page.get_by_test_id("stDateInput").last.get_by_role("spinbutton").first)
    page.keyboard.type("19940718")
    page.keyboard.press("Escape")  # the calendar
    click(page.get_by_role("button", name="Read it so"))
    expect(page.get_by_text("post.example/a: is no address of a page.")).to_be_visible()
    at_rest(page)
    page.get_by_label("Address", exact=True).fill("https://post.example/a")
    click(page.get_by_role("button", name="Read it so"))
    expect(about).to_contain_text("The Post, 18 July 1994")
    expect(page.get_by_role("button", name="Read it so")).to_have_count(0)
    click(page.get_by_role("button", name="Keep them"))
    page.locator(".row").first.wait_for()
    built = load_collection(home / "collection.json")
    found = {it.file: (it.publisher, it.published, it.url) for it in built.articles}
    assert found == {
        "old.txt": ("The Post", date(1994, 7, 18), "https://post.example/a"),
        "new.txt": (None, None, None),
    }
    click(page.get_by_role("button", name="Add articles"))
    page.locator("input[type=file]").set_input_files(files[:1])  # type: ignore[arg-type]
    page.get_by_text("old.txt").wait_for()
    click(page.get_by_role("button", name="Read them"))
    expect(page.get_by_text("1 article is in this collection already.")).to_be_visible()
