"""The page in a real browser: it fits, a click anywhere opens the evidence, and nothing that articles say runs."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, ViewportSize, expect

from geo.dataset import store
from geo.dataset.store import Collection
from tests import hand_made as made
from tests.browser.conftest import Watch
from tests.browser.server import Server
from tests.conftest import copy_project

SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1440, "height": 900},
    "small": {"width": 1024, "height": 768},
    "phone": {"width": 390, "height": 844},
}


def opened(page: Page, server: Server) -> Page:
    """The page with its map drawn and its panel filled."""
    page.goto(server.url)
    figures(page).locator("html[data-map=drawn]").wait_for()
    page.locator(".foot").wait_for()
    page.locator(".row, .empty").first.wait_for()
    return page


def figures(page: Page) -> FrameLocator:
    return page.frame_locator(".st-key-map iframe")


def evidence(page: Page) -> Locator:
    return page.locator(".evidence")


@pytest.fixture
def hand_made(tmp_path: Path, start: Callable[..., Server]) -> Callable[[Collection], Server]:
    """Start the page on a collection."""

    def run(collection: Collection) -> Server:
        folder = copy_project(tmp_path / "project")
        store.save(collection, folder / "data" / "collection.json")
        return start(folder)

    return run


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "small"])
def test_everything_fits_the_window(page: Page, server: Server, size: str, theme: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    opened(page, server)
    scrolls = page.locator("[data-testid=stMain]").evaluate(
        "e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]"
    )
    assert scrolls == [0, 0]
    boxes = {
        name: page.locator(name).bounding_box()
        for name in (".sheet header", ".st-key-filters", ".st-key-map iframe", ".st-key-panel", ".foot")
    }
    heads = [box for box in boxes.values() if box is not None]
    assert len(heads) == len(boxes)
    assert all(box["x"] >= 0 and box["y"] >= 0 for box in heads)
    assert all(
        box["x"] + box["width"] <= SIZES[size]["width"] and box["y"] + box["height"] <= SIZES[size]["height"]
        for box in heads
    )
    world, panel = boxes[".st-key-map iframe"], boxes[".st-key-panel"]
    assert world is not None
    assert panel is not None
    assert world["x"] + world["width"] < panel["x"]
    assert 0.52 < world["width"] / SIZES[size]["width"] < 0.65


def test_on_a_phone_the_panel_is_below_and_nothing_is_cut(page: Page, server: Server) -> None:
    page.set_viewport_size(SIZES["phone"])
    opened(page, server)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    world, panel = page.locator(".st-key-map iframe").bounding_box(), page.locator(".st-key-panel").bounding_box()
    assert world is not None
    assert panel is not None
    assert world["height"] == pytest.approx(0.55 * 844, abs=2)
    assert panel["y"] > world["y"] + world["height"]
    wide = page.locator(".sheet *").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert wide == 0
    search = page.get_by_label("Search the sentences")
    expect(search).to_be_hidden()
    page.get_by_text("Filters", exact=True).click()
    expect(search).to_be_visible()


def test_a_row_opens_its_sentence(page: Page, server: Server) -> None:
    opened(page, server)
    row = page.locator(".row").first
    figure = row.locator("strong").inner_text()
    row.click()
    expect(evidence(page).locator(".card h3 strong")).to_have_text(figure)
    expect(evidence(page).locator("mark").first).to_contain_text(figure, ignore_case=True)
    expect(page.locator(".row[aria-pressed=true]")).to_have_count(1)
    evidence(page).get_by_role("button", name="Close").click()
    expect(evidence(page)).to_have_count(0)


def test_every_row_is_reached_and_opened_by_keyboard(page: Page, server: Server) -> None:
    opened(page, server)
    row = page.locator(".row").nth(1)
    row.focus()
    page.keyboard.press("Enter")
    expect(evidence(page)).to_be_visible()
    expect(row).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".row").nth(2)).to_be_focused()


@pytest.mark.parametrize("place", ["Shir Khan Bandar", "201st military base", "Afghanistan-Tajikistan border"])
def test_a_place_on_the_map_tells_what_happened_there(page: Page, server: Server, place: str) -> None:
    opened(page, server)
    figures(page).get_by_text(place, exact=True).first.click()
    expect(evidence(page).locator("h2")).to_have_text(place)
    card = evidence(page).locator(".card").first
    for part in ("blockquote mark", ".chip", ".voice", ".source a", ".deed strong"):
        expect(card.locator(part).first).to_be_visible()
    assert urlsplit(card.locator(".source a").get_attribute("href") or "").scheme == "https"
    expect(card.locator(".source")).to_contain_text("2021")


def test_filters_change_map_and_panel_and_move_nothing(page: Page, server: Server) -> None:
    opened(page, server)
    name = figures(page).get_by_text("Shir Khan Bandar", exact=True).first
    before = name.bounding_box()
    page.get_by_label("Search the sentences").fill("shir khan")
    page.keyboard.press("Enter")
    expect(page.locator(".state strong")).not_to_have_text("8 of 8")
    expect(page.locator(".filter-chip")).to_have_count(1)
    expect(figures(page).get_by_text("201st military base", exact=True)).to_have_count(0)
    assert name.bounding_box() == before
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".filter-chip")).to_have_count(0)
    expect(page.get_by_label("Search the sentences")).to_have_value("")
    assert name.bounding_box() == before


def test_no_match_says_so_and_can_be_undone(page: Page, server: Server) -> None:
    opened(page, server)
    page.get_by_label("Search the sentences").fill("no such words")
    page.keyboard.press("Enter")
    expect(page.locator(".empty").first).to_contain_text("No figure matches.")
    page.locator(".empty").get_by_role("button", name="Clear filters").click()
    expect(page.locator(".row").first).to_be_visible()


@pytest.mark.parametrize("name", ["Displaced", "Timeline", "Places", "Articles"])
def test_each_view_opens_and_selects(page: Page, server: Server, name: str) -> None:
    opened(page, server)
    page.get_by_role("radio", name=name).click()
    first = page.locator({"Places": "tbody button", "Articles": ".article button"}.get(name, ".chart .row")).first
    first.click()
    expect(page.locator(".reader" if name == "Articles" else ".evidence")).to_be_visible()


def test_an_article_is_read_with_figures_that_open(page: Page, server: Server) -> None:
    opened(page, server)
    page.get_by_role("radio", name="Articles").click()
    page.locator(".article button").first.click()
    page.locator(".reader .figure").first.click()
    expect(evidence(page).locator(".card")).to_be_visible()
    page.get_by_role("button", name="All articles").click()
    expect(page.locator(".article").first).to_be_visible()


def test_the_method_opens_and_closes(page: Page, server: Server) -> None:
    opened(page, server)
    page.get_by_text("Method and limits").click()
    expect(page.locator(".method")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".method")).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_contrast(page: Page, server: Server, theme: str) -> None:
    """Every word of ours stands out by 4.5:1 from the ground that it stands on (WCAG 2.2, 1.4.3)."""
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    opened(page, server)
    page.locator(".row").first.click()
    expect(evidence(page)).to_be_visible()
    page.mouse.move(0, 0)
    low = page.evaluate(
        """() => {
          const linear = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
          const light = (c) => { const [r, g, b] = c.map(linear);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgb = (words) => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = words; paint.fillRect(0, 0, 1, 1);
            return [...paint.getImageData(0, 0, 1, 1).data]; };
          const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
            if (c[3] > 250) return c.slice(0, 3); } return [255, 255, 255]; };
          const found = [];
          for (const e of document.querySelectorAll(".sheet *")) {
            const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
            if (!words || !e.getClientRects().length) continue;
            const style = getComputedStyle(e);
            const a = light(rgb(e instanceof SVGElement ? style.fill : style.color).slice(0, 3)), b = light(ground(e));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) found.push([e.textContent.slice(0, 30), ratio]);
          }
          return found;
        }"""
    )
    assert low == []


@pytest.mark.parametrize("payload", made.PAYLOADS)
def test_hostile_words_are_shown_and_nothing_runs(
    page: Page, watch: Watch, hand_made: Callable[[Collection], Server], payload: str
) -> None:
    opened(page, hand_made(made.hostile(payload)))
    page.evaluate("window.hit = 0")
    start = payload.strip("\u202e\u2066")[:8]
    page.locator(".row").first.click()
    expect(evidence(page)).to_contain_text(start)
    for name in ("Displaced", "Timeline", "Places", "Articles"):
        page.get_by_role("radio", name=name).click()
        expect(page.locator(".st-key-panel")).to_contain_text(start)
    page.locator(".article button").first.click()
    expect(page.locator(".reader")).to_contain_text(start)
    assert [frame.evaluate("window.hit || 0") for frame in page.frames] == [0] * len(page.frames)
    assert page.locator(".sheet a[href]:not(.foot a)").count() == 0
    assert page.locator(".sheet img, .sheet script, .sheet iframe").count() == 0
    assert watch.blocked == []


def test_a_page_without_data_says_what_to_do(page: Page, tmp_path: Path, start: Callable[..., Server]) -> None:
    folder = copy_project(tmp_path / "project")
    (folder / "data" / "collection.json").write_text(json.dumps({"format": 1}), encoding="utf-8")
    server = start(folder)
    page.goto(server.url)
    expect(page.get_by_role("alert")).to_contain_text("python -m geo build")
    assert "Traceback" not in server.printed()
