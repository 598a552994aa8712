"""Hostile text in a real browser, on the whole page: it is shown as text, nothing of it runs, the map is drawn."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, FrameLocator, Page, expect

from geo.dataset.store import load, save
from geo.sheets.markup import plain
from tests import hostile
from tests.browser.conftest import Watch
from tests.browser.server import Server, serve
from tests.browser.visit import at_rest, click, enter, open_list, search
from tests.conftest import ROOT, copy_project
from tests.nursery import Nursery

SEEDS = load(ROOT / "data" / "collection.json")


@dataclass(frozen=True)
class Attack:
    """A page on hostile data, and the file that its templates would write."""

    server: Server
    written: Path

    @property
    def path(self) -> Path:
        return self.server.folder / "data" / "collection.json"


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Iterator[Attack]:
    """The page of a project whose seeds hold a hostile article, really built. A test may save other data over it."""
    folder = tmp_path_factory.mktemp("attack")
    project, written = copy_project(folder / "project"), folder / "written"
    (project / "seeds" / hostile.FILE_NAME).write_text(hostile.article(written), encoding="utf-8")
    build = [sys.executable, "-m", "geo", "build"]
    subprocess.run(build, cwd=project, env=nursery.around, capture_output=True, check=True)
    with serve(project, through=nursery) as server:
        yield Attack(server, written)


@pytest.fixture
def opened(fresh: Page, attack: Attack, watch: Watch) -> Iterator[Page]:
    """A visitor to whom nothing may happen, whatever the test clicks."""
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    fresh.on("dialog", note)
    yield fresh
    assert [frame.evaluate("window.pwned") for frame in fresh.frames] == [None] * len(fresh.frames)
    assert fresh.locator(".sheet :is(img, script, iframe, style, textarea)").count() == 0
    assert figures(fresh).locator("svg.dateline-figures :is(img, script, foreignObject, style)").count() == 0
    assert dialogs == []
    assert watch.blocked == []
    assert "Traceback" not in attack.server.printed()
    assert not attack.written.exists()
    assert not (attack.server.folder / "written").exists()


def figures(page: Page) -> FrameLocator:
    return page.frame_locator(".st-key-map iframe")


def visit(page: Page, attack: Attack) -> None:
    page.goto(attack.server.url)
    figures(page).locator("html[data-map=drawn]").wait_for(state="attached")
    page.locator(".foot").wait_for()
    page.locator(".row").first.wait_for()


FIRST = {
    "Troops": ".chart .row[data-panel=troops]",
    "Displaced": ".chart .row[data-panel=displaced]",
    "Timeline": ".chart:has(.published) .row",
    "Places": "tbody button",
    "Articles": ".article button",
}
"""What can be clicked first in each view."""


def read_everything(page: Page) -> str:
    """Walk through every view, and say all that they and the evidence of their first row show."""
    seen = []
    for view, first in FIRST.items():
        click(page.get_by_role("radio", name=view))
        page.locator(first).first.wait_for()
        at_rest(page)
        seen.append(page.locator(".st-key-panel").inner_text())
        if view != "Articles":
            click(page.locator(first).first)
            expect(page.locator(".evidence .close")).to_be_visible()
            seen.append(page.locator(".evidence").inner_text())
            click(page.locator(".evidence .close"))
            expect(page.locator(".evidence")).to_have_count(0)
    return " ".join(seen)


def test_a_hostile_article_is_read_as_any_other(opened: Page, attack: Attack) -> None:
    visit(opened, attack)
    expect(figures(opened).get_by_text("Sudan-Chad border", exact=True)).to_be_attached()
    read_everything(opened)
    click(opened.locator(".article button", has_text=":material/home:"))
    opened.locator(".reader .figure").first.wait_for()
    story = hostile.shown(opened.locator(".reader").inner_text())
    # The reader shows no Markdown: of an image or a link it shows the words.
    assert not [words for words in hostile.payloads(attack.written) if hostile.shown(plain(words)) not in story]
    for figure in opened.locator(".reader .figure").all()[::5]:
        click(figure)
        claim = figure.get_attribute("data-id") or ""
        expect(opened.locator(".evidence .card")).to_have_attribute("data-claim", claim)
    sources = opened.locator(".reader .source a").evaluate_all("all => all.map(a => [a.protocol, a.host, a.rel])")
    assert sources == [["https:", "evil.example", "noopener noreferrer"]]


def test_hostile_words_in_every_field_of_the_data_set(opened: Page, attack: Attack) -> None:
    save(hostile.all_infected(replace(SEEDS, readings=SEEDS.readings[:1]), attack.written), attack.path)
    visit(opened, attack)
    assert figures(opened).locator("[data-claim]").count() > 10
    text = hostile.shown(read_everything(opened))
    assert not [words for words in hostile.payloads(attack.written) if hostile.shown(words) not in text]
    for choice in ("Status", "Publisher or agency"):
        open_list(opened.get_by_role("combobox", name=choice))
        opened.get_by_role("option").first.wait_for()
        opened.keyboard.press("Escape")
    click(opened.locator("details.tray summary"))
    click(opened.locator("details.tray li button").first)
    expect(opened.locator(".evidence .card")).to_be_visible()
    marks = figures(opened).locator("[role=button][data-claim]")
    # Read first: what is selected is drawn last, and a map that goes there draws all of them anew.
    for claim in marks.evaluate_all("all => all.map((one) => one.dataset.claim)")[:20:9]:
        mark = figures(opened).locator(f'[role=button][data-claim="{claim}"]').first
        mark.hover(force=True)
        enter(mark)
        expect(opened.locator(".evidence .card")).to_have_attribute("data-claim", claim)


def test_no_words_turn_the_figures_of_the_map_around(opened: Page, attack: Attack) -> None:
    save(hostile.infected(SEEDS, "\u202eplace\u2067"), attack.path)
    visit(opened, attack)
    told = (
        figures(opened)
        .locator(".leaflet-container *")
        .evaluate_all(
            "all => all.flatMap(one => [one.textContent, one.getAttribute('aria-label'), one.getAttribute('data-tip')])"
        )
    )
    assert len(told) > 100
    assert not [words for words in told if words and hostile.TURNS_TEXT.search(words)]


def test_what_is_typed_into_the_search_is_text(opened: Page, attack: Attack) -> None:
    save(SEEDS, attack.path)
    visit(opened, attack)
    for words in ("{{ 7*7 }} <img src=x onerror=window.top.pwned=1>", r"\1 [ ( * :red[x] `${window.top.pwned=1}`", "%"):
        search(opened, words)
        expect(opened.locator(".filter-chip")).to_contain_text(words)
