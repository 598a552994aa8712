"""The exported HTML file in a browser: from a disk, without network, by mouse and by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.sharing.document.compose import as_html
from tests.conftest import ROOT

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Page:
    catalogue = Catalogue.of(load(ROOT / "data" / "collection.json"))
    path = tmp_path / "map.html"
    path.write_bytes(as_html(catalogue, catalogue.select(Filter())))
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("request", lambda request: wrong.append(request.url) if request.url != path.as_uri() else None)
    page.goto(path.as_uri())
    page.locator("html[data-map=drawn]").wait_for(state="attached")
    page.wrong = wrong  # type: ignore[attr-defined]
    return page


def test_it_opens_without_asking_for_anything(opened: Page) -> None:
    opened.wait_for_timeout(300)
    assert opened.wrong == []  # type: ignore[attr-defined]
    assert opened.locator("#map [data-claim]").count() > 5
    opened.close()


def test_a_click_on_the_map_opens_the_evidence_and_marks_the_row(opened: Page) -> None:
    mark = opened.locator("#map .figure.circle[data-claim]").last  # the topmost
    claim = mark.get_attribute("data-claim")
    mark.click()
    opened.locator(f'.evidence .card[data-claim="{claim}"] blockquote mark').first.wait_for()
    assert opened.locator('#list [aria-pressed="true"]').get_attribute("data-id") == claim
    opened.keyboard.press("Escape")
    opened.locator(".evidence").wait_for(state="detached")
    opened.close()


def test_a_row_marks_its_place_by_keyboard(opened: Page) -> None:
    row = opened.locator("#list .row").nth(1)
    row.focus()
    opened.keyboard.press("Enter")
    opened.locator(".evidence .card").wait_for()
    opened.locator("#map .selected").first.wait_for(state="attached")
    opened.close()


def test_words_and_panels_narrow_lists_and_map(opened: Page) -> None:
    opened.locator("#find input").fill("réfugees")
    opened.locator("#find output", has_text="Showing 1 of").wait_for()
    assert opened.locator("#list .row:visible").count() == 1
    assert opened.locator("#map .figure[data-claim]").count() == 1
    opened.get_by_role("button", name="Troops").click()
    opened.locator("#find output", has_text="No figure matches").wait_for()
    opened.locator("#find input").fill("")
    rows = opened.locator("#list .row:visible")
    assert set(rows.evaluate_all("all => all.map((one) => one.dataset.panel)")) == {"troops"}
    opened.close()


def test_on_a_phone_the_map_stays_in_sight_above_the_card(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    opened.locator("#list .row").nth(3).click()
    opened.locator(".evidence .card h3").first.wait_for()
    opened.wait_for_timeout(300)
    world, card = opened.locator("#map").bounding_box(), opened.locator(".evidence .card h3").first.bounding_box()
    assert world is not None
    assert card is not None
    assert world["y"] >= -1
    assert world["y"] + world["height"] <= card["y"] + 1 < 844
    opened.close()
