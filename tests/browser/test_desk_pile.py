"""A pile of articles is seen before it counts: all of it, as it was dropped, each with its own date, one left out."""

from datetime import date

from playwright.sync_api import Page, expect

from geo.dataset.store import load as load_collection
from geo.limits import DESK_SHOWN
from tests.browser.server import Server
from tests.browser.test_desk import opened
from tests.browser.visit import at_rest, click, open_list, unfold

TOWNS = ("Goma", "Bukavu", "Garissa", "Dadaab", "Nairobi", "Mombasa", "Kampala", "Gulu", "Juba", "Malakal", "Khartoum")
DEEDS = ("fled to", "arrived in", "were evacuated from")


def pile(count: int) -> list[dict[str, object]]:
    """Articles without a date, none like another."""
    made = []
    for number in range(count):
        town, deed = TOWNS[number % len(TOWNS)], DEEDS[number % len(DEEDS)]
        text = f"Report {number} of {town}\n\nSome {number + 2}00 people {deed} {town}, the mayor of {town} said.\n"
        made.append({"name": f"{number:02}.txt", "mimeType": "text/plain", "buffer": text.encode()})
    return made


def test_a_pile_is_seen_as_it_was_dropped_and_dated_one_by_one(page: Page, desk: Server) -> None:
    count = DESK_SHOWN + 2
    opened(page, desk, "New collection")
    page.get_by_label("Title", exact=True).fill("Camps, 1994")
    click(page.get_by_role("button", name="Make it"))
    page.get_by_role("heading", name="Add articles to Camps, 1994").wait_for()
    expect(page).to_have_url(f"{desk.url}?collection=camps-1994&desk=add")
    page.locator("input[type=file]").set_input_files(pile(count))  # type: ignore[arg-type]
    page.get_by_text("00.txt").wait_for()
    click(page.get_by_role("button", name="Read them"))
    shown = page.locator(".beside")
    expect(shown).to_have_count(DESK_SHOWN)
    files = [it.inner_text().partition(".txt")[0] for it in shown.all()]
    assert files == [f"{number:02}" for number in range(DESK_SHOWN)]
    click(page.get_by_role("button", name="Show 2 more"))
    expect(shown).to_have_count(count)
    click(shown.filter(has_text="03.txt").get_by_role("button", name="Leave it out"))
    expect(shown).to_have_count(count - 1)
    expect(page.locator(".refused")).to_contain_text("03.txt: left out by you.")
    at_rest(page)
    unfold(page, f"Give each its own date ({count - 1})")
    dates = page.locator(".st-key-fold-dates")
    for row, typed in enumerate(("19940718", "19940719")):
        open_list(dates.get_by_test_id("stDateInput").nth(row).get_by_role("spinbutton").first)
        page.keyboard.type(typed)
        page.keyboard.press("Escape")  # the calendar
    dates.get_by_label("Publisher").nth(1).fill("The Post")
    click(dates.get_by_role("button", name="Read them so"))
    expect(page.get_by_text(f"of the {count - 3} articles without one")).to_be_visible()
    click(page.get_by_role("button", name="Keep them"))
    page.locator(".row").first.wait_for()
    built = load_collection(desk.folder / "data" / "collections" / "camps-1994" / "collection.json")
    found = {it.file: (it.published, it.publisher) for it in built.articles}
    assert len(found) == count - 1
    assert "03.txt" not in found
    assert found["00.txt"] == (date(1994, 7, 18), None)
    assert found["01.txt"] == (date(1994, 7, 19), "The Post")
    assert found["02.txt"] == (None, None)
