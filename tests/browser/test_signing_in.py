"""A deployed page: who has signed in and is an editor saves for everybody, and nobody else writes anything."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.collections.decisions import load
from geo.dataset.store import load as load_collection
from tests.browser.conftest import PATIENCE, Watch
from tests.browser.server import Server
from tests.browser.test_deployed import files
from tests.browser.test_desk import checking, opened, saved
from tests.browser.visit import DESKTOP, at_rest, click, the_map, visit
from tests.oidc_made import Provider, running

PEOPLE = {
    "Ada": {"name": "Ada L.", "email": "Ada@example.org", "email_verified": True},
    "Mallory": {"name": "Ada L.", "email": "ada@example.org", "email_verified": False},
}


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running(Provider(PEOPLE)) as there:
        yield there


@pytest.fixture
def deployed(start: Callable[..., Server], project: Path, provider: Provider) -> Server:
    (project / ".streamlit" / "secrets.toml").write_text(provider.secrets(["ada@example.org"]), encoding="utf-8")
    return start(project)


def signed_in(page: Page, server: Server, name: str) -> None:
    opened(page, server, "Check figures")
    checking(page)
    click(page.get_by_role("button", name="Sign in"))
    page.get_by_role("link", name=name).click()
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached")
    at_rest(page)
    click(page.get_by_role("button", name="Check figures"))
    checking(page)


def signed_out(page: Page, home: str) -> None:
    """The editor signs out, comes back to the page at ``home``, and has a copy of their own from then on."""
    click(page.get_by_role("button", name="Sign out"))
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached")
    at_rest(page)
    assert page.url.startswith(home)
    click(page.get_by_role("button", name="Check figures"))
    checking(page)
    expect(page.get_by_text("You work on a copy of your own.")).to_be_visible()


def accepted(page: Page) -> None:
    """The first figure; the server has it."""
    page.keyboard.press("a")
    at_rest(page)
    expect(page.get_by_text("being saved")).to_have_count(0)


def written(folder: Path) -> dict[str, tuple[str, int]]:
    return {name: found for name, found in files(folder).items() if not name.endswith(".pyc")}


def built(decisions: Path) -> None:
    """Wait until the data set has what an editor decided, and nothing is written any more."""
    folder, end = decisions.parent, time.monotonic() + 60
    while (folder / "collection.json").stat().st_mtime_ns < decisions.stat().st_mtime_ns:
        assert time.monotonic() < end
        time.sleep(0.2)
    while (folder / ".build.lock").exists():
        assert time.monotonic() < end
        time.sleep(0.2)


def test_an_editor_signs_in_corrects_for_everybody_and_signs_out(page: Page, deployed: Server) -> None:
    decisions = deployed.folder / "data" / "decisions.jsonl"
    signed_in(page, deployed, "Ada")
    expect(page.get_by_text("Signed in as Ada L.: what you save is for everybody.")).to_be_visible()
    page.keyboard.press("a")
    assert saved(decisions, 1) == ["accept"]
    assert load(decisions)[0].who == "Ada L."
    signed_out(page, deployed.url)
    built(decisions)
    before = written(deployed.folder)
    accepted(page)
    assert written(deployed.folder) == before


def test_signing_in_works_under_a_path_of_a_host(
    page: Page, start: Callable[..., Server], project: Path, provider: Provider
) -> None:
    secrets = provider.secrets(["ada@example.org"], base="/geo")
    (project / ".streamlit" / "secrets.toml").write_text(secrets, encoding="utf-8")
    deployed = start(project, base="geo")
    signed_in(page, deployed, "Ada")
    expect(page.get_by_text("Signed in as Ada L.: what you save is for everybody.")).to_be_visible()
    assert page.url.startswith(deployed.url)
    page.keyboard.press("a")
    assert saved(deployed.folder / "data" / "decisions.jsonl", 1) == ["accept"]
    signed_out(page, deployed.url)


def test_somebody_else_signs_in_and_writes_nothing(page: Page, deployed: Server) -> None:
    """Under an editor's name, and with an editor's address that nobody has verified."""
    before = written(deployed.folder)
    signed_in(page, deployed, "Mallory")
    expect(page.get_by_text("Ada L. is no editor of this page.")).to_be_visible()
    accepted(page)
    click(page.get_by_role("button", name="Back to the map"))
    page.get_by_text("You see your own copy").wait_for()
    assert written(deployed.folder) == before


def test_readers_see_what_is_decided_while_its_editor_goes_on(
    browser: Browser, watch: Watch, page: Page, deployed: Server
) -> None:
    """Before, they saw it once she went back to the map."""
    with browser.new_context(viewport=DESKTOP, service_workers="block") as another:
        another.set_default_timeout(PATIENCE)
        watch.follow(another)
        reader = visit(another.new_page(), deployed)
        shown = reader.get_by_text("Showing")
        expect(shown).to_have_text("Showing 8 of 8 figures")
        signed_in(page, deployed, "Ada")
        page.keyboard.press("n")
        page.keyboard.press("r")
        page.get_by_label("Reason").fill("told twice")
        page.keyboard.press("Enter")
        saved(deployed.folder / "data" / "decisions.jsonl", 1)
        built = deployed.folder / "data" / "collection.json"
        until = time.monotonic() + PATIENCE / 1000
        while not load_collection(built).rejected and time.monotonic() < until:
            time.sleep(0.1)
        click(reader.locator(".row").first)  # the next thing that they do
        expect(shown).to_have_text("Showing 7 of 7 figures")
        watch.leave(another)
    expect(page.get_by_role("button", name="Back to the map")).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".sheet .rule[role=status]").first).to_contain_text("rejected")


def test_the_later_of_two_editors_sees_what_the_earlier_decided(
    browser: Browser, watch: Watch, page: Page, deployed: Server
) -> None:
    signed_in(page, deployed, "Ada")
    here = page.context.storage_state()
    with browser.new_context(viewport=DESKTOP, storage_state=here, service_workers="block") as another:
        another.set_default_timeout(PATIENCE)
        watch.follow(another)
        second = another.new_page()
        opened(second, deployed, "Check figures")
        checking(second)
        expect(second.get_by_text("Signed in as Ada L.")).to_be_visible()
        _by_turns(page, second, deployed.folder / "data" / "decisions.jsonl")


def _by_turns(page: Page, second: Page, decisions: Path) -> None:
    page.keyboard.press("a")
    assert saved(decisions, 1) == ["accept"]
    at_rest(second)
    second.keyboard.press("n")  # whatever they do next
    expect(second.locator(".sheet .rule[role=status]").first).to_contain_text("2 of ")
    at_rest(second)
    second.keyboard.press("b")
    expect(second.locator(".sheet .rule[role=status]").first).to_contain_text("accepted")
    second.keyboard.press("r")
    second.get_by_label("Reason").fill("told twice")
    second.keyboard.press("Enter")
    assert saved(decisions, 2) == ["accept", "reject"]
    at_rest(page)
    page.keyboard.press("b")
    expect(page.locator(".sheet .rule[role=status]").first).to_contain_text("rejected")
