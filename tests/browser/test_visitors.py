"""A deployed page with nobody signed in: what a visitor adds and decides is theirs alone, and can be taken along."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.__main__ import main
from geo.collections.decisions import load
from geo.dataset.store import load as load_collection
from tests import intake_made as made
from tests.browser.conftest import PATIENCE
from tests.browser.server import Server
from tests.browser.test_desk import checking, opened
from tests.browser.test_signing_in import written
from tests.browser.visit import DESKTOP, at_rest, click, the_map, unfold


@pytest.fixture
def deployed(start: Callable[..., Server], project: Path) -> Server:
    return start(project)


def on_the_map(page: Page) -> None:
    click(page.get_by_role("button", name="Back to the map"))
    drawn(page)


def drawn(page: Page) -> None:
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached")
    page.locator(".row").first.wait_for()
    at_rest(page)


def kept(page: Page) -> None:
    """What was read counts, and the map is back."""
    click(page.get_by_role("button", name="Keep them"))
    drawn(page)


def test_a_visitor_works_on_a_copy_and_takes_it_along(
    browser: Browser, page: Page, deployed: Server, tmp_path: Path
) -> None:
    before = written(deployed.folder)
    packed = _worked(page, deployed, tmp_path)
    assert written(deployed.folder) == before

    with browser.new_context(viewport=DESKTOP) as context:  # somebody else sees nothing of it
        context.set_default_timeout(PATIENCE)
        other = context.new_page()
        other.goto(deployed.url)
        drawn(other)
        expect(other.get_by_role("button", name="Check figures (9)")).to_be_visible()
        expect(other.get_by_text("You see your own copy")).to_have_count(0)

    page.reload()  # a new session in the same tab: the copy is found again, at the desk
    expect(page.get_by_text("You work on a copy of your own.")).to_be_visible()
    on_the_map(page)
    expect(page.get_by_text("You see your own copy")).to_be_visible()
    expect(page.get_by_role("button", name="Check figures (9)")).to_be_visible()
    click(page.get_by_role("button", name="Show what everybody sees"))
    expect(page.get_by_text("This ends your copies")).to_be_visible()
    click(page.get_by_role("button", name="End them"))
    expect(page.get_by_text("This ends your copies")).to_have_count(0)
    page.wait_for_function("sessionStorage.getItem(`dateline-own ${location.pathname}`) === null")
    drawn(page)
    page.reload()
    drawn(page)
    expect(page.get_by_text("You see your own copy")).to_have_count(0)
    expect(page.get_by_text("has ended")).to_have_count(0)
    expect(page.get_by_role("button", name="Check figures (9)")).to_be_visible()
    click(page.get_by_role("button", name="Add articles"))
    page.locator("input[type=file]").set_input_files(str(packed))
    page.get_by_text("story.zip").wait_for()
    click(page.get_by_role("button", name="Read them"))
    expect(page.get_by_text("somebody decided about their figures: 2 decisions")).to_be_visible()
    kept(page)
    expect(page.get_by_role("button", name="Check figures (9)")).to_be_visible()  # nine, two more, two of them checked
    page.get_by_text("Method and limits").click()
    expect(page.locator(".method")).to_contain_text("told twice")
    assert written(deployed.folder) == before

    folders = ["--seeds", str(deployed.folder / "seeds"), "--data", str(deployed.folder / "data")]
    assert main(["new", "mine", "--data", str(deployed.folder / "data")]) == 0
    assert main(["add", str(packed), "--collection", "mine", *folders]) == 0
    home = deployed.folder / "data" / "collections" / "mine"
    assert [it.verdict for it in load(home / "decisions.jsonl")] == ["correct", "reject"]
    built = load_collection(home / "collection.json")
    assert (len(built.articles), len(built.rejected)) == (3, 1)
    (corrected,) = [it for it in built.reviews if it.corrected]
    assert next(it for it in built.claims if it.id == corrected.claim).quantity.low == 1_500


def _worked(page: Page, deployed: Server, tmp_path: Path) -> Path:
    """An article pasted, a figure put right, one rejected; the zip of it all."""
    opened(page, deployed, "Add articles")
    expect(page.get_by_text("You work on a copy of your own.")).to_be_visible()
    expect(page.get_by_label("Or give addresses")).to_have_count(0)
    page.get_by_label("Or paste one article").fill(made.text().decode())
    click(page.get_by_role("button", name="Read them"))
    expect(page.locator(".beside")).to_have_count(1)
    kept(page)
    expect(page.get_by_text("You see your own copy")).to_be_visible()
    click(page.get_by_role("button", name="Check figures (11)"))
    checking(page)
    unfold(page, "Correct it")
    page.get_by_label("Figure", exact=True).fill("about 1,500")
    click(page.get_by_role("button", name="Save the correction"))
    expect(page.locator(".card").first).to_contain_text("Figure about 1,500, read as")
    at_rest(page)
    page.keyboard.press("n")
    at_rest(page)
    page.keyboard.press("r")
    page.get_by_label("Reason").fill("told twice")
    page.keyboard.press("Enter")
    expect(page.get_by_text("being saved")).to_have_count(0)
    on_the_map(page)
    click(page.get_by_role("button", name="Check figures (9)"))
    checking(page)
    with page.expect_download() as downloads:
        click(page.get_by_role("button", name="Download all of it"))
    packed = tmp_path / "story.zip"
    downloads.value.save_as(packed)
    return packed


def test_a_visitor_s_story_of_their_own_outlasts_a_reload_and_no_other_tab_has_it(page: Page, deployed: Server) -> None:
    before = written(deployed.folder)
    opened(page, deployed, "Add articles")
    unfold(page, "New collection")
    page.get_by_label("Name: a to z").fill("camps")
    page.get_by_label("Title").fill("The camps")
    click(page.get_by_role("button", name="Make it"))
    page.get_by_role("heading", name="Add articles to The camps").wait_for()
    expect(page.get_by_role("button", name="To the other collections")).to_be_visible()
    page.get_by_label("Or paste one article").fill(made.text().decode())
    click(page.get_by_role("button", name="Read them"))
    expect(page.locator(".beside")).to_have_count(1)
    kept(page)
    expect(page.get_by_role("heading", name="The camps")).to_be_visible()
    expect(page.get_by_text("You see your own story")).to_be_visible()
    page.reload()
    expect(page.get_by_text("You see your own story")).to_be_visible()
    drawn(page)
    expect(page.get_by_role("heading", name="The camps")).to_be_visible()
    assert "camps" in page.url
    key = page.evaluate("Object.values(sessionStorage).find((it) => it.length === 43)")
    assert key
    assert key not in page.url
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_text("there is no such collection")).to_be_visible()
    other.close()
    click(page.get_by_text("2 collections"))
    click(page.get_by_role("button", name="The articles in seeds/"))
    drawn(page)
    expect(page.get_by_role("button", name="Check figures (9)")).to_be_visible()
    assert written(deployed.folder) == before


def test_a_tab_whose_copy_has_ended_says_so_once(page: Page, deployed: Server) -> None:
    page.goto(deployed.url)
    drawn(page)
    page.evaluate("sessionStorage.setItem(`dateline-own ${location.pathname}`, 'x'.repeat(43))")
    page.reload()
    expect(page.get_by_text("The copy that you had on this page has ended.")).to_be_visible()
    drawn(page)
    expect(page.get_by_role("button", name="Check figures (9)")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem(`dateline-own ${location.pathname}`)") is None
    page.reload()
    drawn(page)
    expect(page.get_by_text("has ended")).to_have_count(0)
