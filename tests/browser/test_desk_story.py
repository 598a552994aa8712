"""The whole story at the desk with thumbs, on a phone: what was decided outlasts undo, reload, a newer reader, and the
way out of the house."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from geo.collections.decisions import load
from geo.dataset.store import load as load_collection
from tests import intake_made as made
from tests.browser.conftest import PATIENCE, Watch
from tests.browser.server import Server
from tests.browser.test_desk import saved
from tests.browser.test_desk_correct import choose
from tests.browser.test_visitors import drawn
from tests.browser.visit import PHONE, at_rest, open_list, unfold

SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".reader"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && !walker.currentNode.data.includes(words));
  const range = document.createRange(), at = walker.currentNode.data.indexOf(words);
  range.setStart(walker.currentNode, at);
  range.setEnd(walker.currentNode, at + words.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def phone(browser: Browser, watch: Watch, desk: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="en-GB") as context:
        context.set_default_timeout(PATIENCE)
        watch.follow(context)
        page = context.new_page()
        if (times := request.config.getoption("--slower")) > 1:
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})
        yield page
    assert (watch.blocked, watch.errors) == ([], [])


def tap(target: Locator) -> None:
    at_rest(target.page)
    target.tap()


def test_a_story_is_made_with_thumbs_and_outlasts_everything(phone: Page, desk: Server, tmp_path: Path) -> None:
    page, home = phone, desk.folder / "data" / "collections" / "border"
    _brought(page, desk, tmp_path)
    _checked(page, home / "decisions.jsonl")
    _put_right(page, home / "decisions.jsonl")
    tap(page.get_by_role("button", name="Back to the map"))
    drawn(page)
    here = f"{desk.url}?collection=border"
    page.goto(here)
    drawn(page)
    before = _decided(home)
    with (desk.folder / "geo" / "lexicon" / "__init__.py").open("a", encoding="utf-8") as rules:
        rules.write("\n# A newer reader.\n")
    command = [sys.executable, "-m", "geo", "build", "--collection", "border"]
    subprocess.run(command, cwd=desk.folder, check=True, capture_output=True)
    assert _decided(home) == before
    page.goto(here)
    drawn(page)
    _taken_along(page, tmp_path)


def _brought(page: Page, desk: Server, tmp_path: Path) -> None:
    camp = made.word(
        ("A camp", "About 900 people fled to Goma, the UN said on Monday. The whole village was on the way.")
    )
    for name, content in {"a.pdf": made.pdf(), "b.docx": camp}.items():
        (tmp_path / name).write_bytes(content)
    page.goto(desk.url)
    drawn(page)
    tap(page.get_by_role("button", name="Add articles"))
    unfold(page, "New collection")
    page.get_by_label("Name: a to z").fill("border")
    tap(page.get_by_role("button", name="Make it"))
    page.get_by_role("heading", name="Add articles to border").wait_for()
    page.locator("input[type=file]").set_input_files([str(tmp_path / name) for name in ("a.pdf", "b.docx")])
    page.get_by_text("b.docx").wait_for()
    tap(page.get_by_role("button", name="Read them"))
    expect(page.locator(".beside")).to_have_count(2)
    open_list(page.get_by_test_id("stDateInput").get_by_role("spinbutton").first)
    page.keyboard.type("20230306")
    page.keyboard.press("Escape")  # the calendar
    tap(page.get_by_role("button", name="Read them with this date"))
    expect(page.locator(".beside").filter(has_text="About 900 people")).to_contain_text("6 March 2023")
    tap(page.get_by_role("button", name="Keep them"))
    drawn(page)


def _act(page: Page, what: str) -> None:
    """A button under the card; it is in sight, and a thumb hits it."""
    at_rest(page)
    button = page.locator(f"[data-act={what}]")
    expect(button).to_be_in_viewport()
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    button.tap()


def _checked(page: Page, decisions: Path) -> None:
    """One accepted, one rejected and taken back, and rejected again."""
    tap(page.get_by_role("button", name="Check figures (3)"))
    page.locator("[data-act=accept]").wait_for()
    _act(page, "accept")
    assert saved(decisions, 1) == ["accept"]
    for _ in range(2):
        _act(page, "reject")
        page.get_by_label("Reason").fill("told twice")
        page.keyboard.press("Enter")
        expect(page.get_by_text("being saved")).to_have_count(0)
        _act(page, "back")
        expect(page.locator(".sheet .rule[role=status]").first).to_contain_text("rejected")
        _act(page, "undo")
        expect(page.locator(".sheet .rule[role=status]").first).to_contain_text("not checked")
    assert saved(decisions, 5) == ["accept", "reject", "undo", "reject", "undo"]
    _act(page, "reject")
    page.keyboard.press("Enter")
    expect(page.get_by_text("3 of 3")).to_be_visible()
    assert len(saved(decisions, 6)) == 6


def _put_right(page: Page, decisions: Path) -> None:
    """A place by a tap on the map, and a figure that was missed."""
    card = page.locator(".card").first
    expect(card).to_contain_text("900")
    unfold(page, "Correct its places")
    tap(page.get_by_text("Pick it on the map"))
    frame = page.frame_locator("iframe[title*=folium]")
    frame.locator("html[data-map=drawn]").wait_for(state="attached")
    at_rest(page)
    frame.locator(".leaflet-container").tap(position={"x": 150, "y": 160})
    page.wait_for_function(
        "() => [...document.querySelectorAll('input')].some((it) => /^-?\\d+\\.\\d{4},/.test(it.value))"
    )
    at_rest(page)
    page.get_by_label("A place of my own: its name").fill("Camp Nine")
    tap(page.get_by_role("button", name="Save the place"))
    expect(card).to_contain_text("Camp Nine, read as")
    at_rest(page)
    page.evaluate(SELECT, "The whole village")
    tap(page.get_by_role("button", name="Add “The whole village”"))
    page.get_by_label("Figure", exact=True).fill("vague 200-900")
    choose(page, "People", "Evacuees")
    tap(page.get_by_role("button", name="Add the figure"))
    page.get_by_text("Added; it stands on the map").wait_for()
    assert len(load(decisions)) == 8


def _decided(home: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """What stands decided, each figure with its value and places."""
    built = load_collection(home / "collection.json")
    assert [claim.quantity.low for claim in built.rejected] == [3_000]
    kinds = {review.claim: " ".join(it.verdict for it in review.decisions) for review in built.reviews}
    found = [(kinds[it.id], str(it.quantity.low), tuple(used.place.name for used in it.places)) for it in built.claims]
    assert len(found) == 3
    assert {kind for kind, *_ in found} == {"accept", "correct", "add"}
    assert ("correct", "900", ("Camp Nine",)) in found
    return found


def _taken_along(page: Page, tmp_path: Path) -> None:
    """The files hold what was decided, and the page that was exported shows it."""
    tap(page.get_by_role("button", name="Download"))
    for name in ("figures.csv", "map.html"):
        with page.expect_download() as downloads:
            tap(page.get_by_role("button", name=name))
        downloads.value.save_as(tmp_path / name)
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["checked_by"].partition(",")[0] for row in rows} == {"Ada"}
    assert sum("Camp Nine" in row["corrections"] for row in rows) == 1
    page.goto((tmp_path / "map.html").as_uri())
    expect(page.get_by_text("Camp Nine").first).to_be_attached()
