"""The page in a real browser: it fits, a click anywhere opens the evidence, and nothing that articles say runs."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FloatRect, FrameLocator, Locator, Page, ViewportSize, expect

from geo.dataset import store
from geo.dataset.store import Collection
from tests import hand_made as made
from tests.browser.conftest import DESKTOP, Watch
from tests.browser.server import Server
from tests.browser.test_links import SAYS
from tests.browser.visit import at_rest, click, enter, open_list, search
from tests.conftest import copy_project

SMALL: ViewportSize = {"width": 1024, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}


def opened(page: Page, server: Server) -> Page:
    """The page with its map drawn and its panel filled."""
    page.goto(server.url)
    figures(page).locator("html[data-map=drawn]").wait_for()
    page.locator(".foot").wait_for()
    page.locator(".row, .empty").first.wait_for()
    at_rest(page)
    return page


BEYOND = "e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]"
"""Pixels by which something is larger than its window."""


def figures(page: Page) -> FrameLocator:
    return page.frame_locator(".st-key-map iframe")


def evidence(page: Page) -> Locator:
    return page.locator(".evidence")


def box_of(page: Page, name: str) -> FloatRect:
    box = page.locator(name).bounding_box()
    assert box is not None
    return box


@pytest.fixture
def hand_made(tmp_path: Path, start: Callable[..., Server]) -> Callable[[Collection], Server]:
    """Start the page on a collection."""

    def run(collection: Collection) -> Server:
        folder = copy_project(tmp_path / "project")
        store.save(collection, folder / "data" / "collection.json")
        return start(folder)

    return run


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_fits_the_window(page: Page, server: Server, theme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=theme)
    opened(page, server)
    for size in (DESKTOP, SMALL):
        page.set_viewport_size(size)
        page.wait_for_function(f"({BEYOND})(document.querySelector('[data-testid=stMain]')).join() === '0,0'")
        for name in (".sheet header", ".st-key-filters", ".state", ".st-key-map iframe", ".st-key-panel", ".foot"):
            box = box_of(page, name)
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= size["width"], name
            assert box["y"] + box["height"] <= size["height"], name
        world, panel = box_of(page, ".st-key-map iframe"), box_of(page, ".st-key-panel")
        assert world["x"] + world["width"] < panel["x"]
        assert 0.52 < world["width"] / size["width"] < 0.65


@pytest.mark.parametrize("wide", [1440, 1024])
def test_a_long_headline_on_one_line_leaves_the_links_below_the_buttons(
    page: Page, wide: int, start: Callable[..., Server], tmp_path: Path
) -> None:
    """They lay under "Copy citation" and "Download"."""
    page.set_viewport_size({"width": wide, "height": 900})
    opened(page, start(copy_project(tmp_path / "project"), environment={"DATELINE_EDIT": "on"}))
    page.locator("header h1").evaluate("(it) => { it.className = 'long'; it.textContent = 'About 90 people fled'; }")
    links = page.locator(".ways").bounding_box()
    buttons = page.locator(".st-key-share").bounding_box()
    assert links is not None
    assert buttons is not None
    assert links["y"] + 2 >= buttons["y"] + buttons["height"], (links, buttons)


def test_on_a_phone_the_map_stays_in_sight_and_the_card_is_below_it(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)
    opened(page, server)
    click(page.locator(".row").nth(2))
    heading = evidence(page).locator(".card h3").first
    expect(heading).to_be_in_viewport()
    expect(evidence(page).locator("blockquote").first).to_be_in_viewport(ratio=1)
    page.wait_for_function(  # the page slides there
        """() => {
          const [world, card] = [".st-key-map iframe", ".evidence .card h3"].map(
            (it) => document.querySelector(it).getBoundingClientRect());
          return world.top >= -2 && card.top >= world.bottom - 1;
        }"""
    )


def test_on_a_phone_the_panel_is_below_and_nothing_is_cut(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)
    opened(page, server)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    world, panel = box_of(page, ".st-key-map iframe"), box_of(page, ".st-key-panel")
    assert world["height"] == pytest.approx(0.45 * 844, abs=2)
    assert panel["y"] > world["y"] + world["height"]
    wide = page.locator(".sheet *").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert wide == 0
    search = page.get_by_label("Search the sentences")
    expect(search).to_be_hidden()
    click(page.get_by_role("button", name="Filters"))
    expect(search).to_be_visible()


def test_a_row_opens_its_sentence(settled: Page) -> None:
    row = settled.locator(".row").first
    figure = row.locator("strong").inner_text()
    click(row)
    expect(evidence(settled).locator(".card h3 strong")).to_have_text(figure)
    expect(evidence(settled).locator("mark").first).to_contain_text(figure, ignore_case=True)
    expect(settled.locator(".row[aria-pressed=true]")).to_have_count(1)
    click(evidence(settled).get_by_role("button", name="Close"))
    expect(evidence(settled)).to_have_count(0)


def test_every_row_is_reached_and_opened_by_keyboard(settled: Page) -> None:
    row = settled.locator(".row").nth(1)
    enter(row)
    expect(evidence(settled)).to_be_visible()
    expect(row).to_be_focused()
    at_rest(settled)
    settled.keyboard.press("Tab")
    expect(settled.locator(".row").nth(2)).to_be_focused()


@pytest.mark.parametrize("place", ["Shir Khan Bandar", "201st military base"])
def test_a_place_on_the_map_tells_what_happened_there(settled: Page, place: str) -> None:
    click(figures(settled).get_by_text(place, exact=True).first)
    expect(evidence(settled).locator("h2")).to_have_text(place)
    card = evidence(settled).locator(".card").first
    for part in ("blockquote mark", ".chip", ".voice", ".source a", ".deed strong"):
        expect(card.locator(part).first).to_be_visible()
    assert urlsplit(card.locator(".source a").get_attribute("href") or "").scheme == "https"
    expect(card.locator(".source")).to_contain_text("2021")


def test_the_border_itself_can_be_clicked(settled: Page) -> None:
    line = figures(settled).locator("path.hit[d]").and_(figures(settled).locator(".line path")).first
    x, y = line.evaluate(
        """path => {
          const matrix = path.getScreenCTM();
          for (let share = 0.5; share < 1; share += 0.02) {
            const point = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix);
            if (path.contains(document.elementFromPoint(point.x, point.y))) return [point.x, point.y];
          }
        }"""
    )
    frame = box_of(settled, ".st-key-map iframe")
    settled.mouse.click(frame["x"] + x + 1, frame["y"] + y + 1)
    expect(evidence(settled).locator("h2")).to_contain_text("border", ignore_case=True)
    expect(evidence(settled).locator(".where")).to_contain_text("the whole line")


def test_filters_change_map_and_panel_and_move_nothing(settled: Page) -> None:
    ring = figures(settled).locator("circle.ring").first
    before = ring.get_attribute("cx"), ring.get_attribute("cy")
    search(settled, "shir khan")
    expect(settled.locator(".state strong")).not_to_have_text("8 of 8")
    expect(settled.locator(".filter-chip")).to_have_count(1)
    expect(figures(settled).get_by_text("201st military base", exact=True)).to_have_count(0)
    click(settled.get_by_role("button", name="Clear all"))
    expect(settled.locator(".filter-chip")).to_have_count(0)
    expect(settled.get_by_label("Search the sentences")).to_have_value("")
    expect(figures(settled).get_by_text("201st military base", exact=True).first).to_be_visible()
    assert (ring.get_attribute("cx"), ring.get_attribute("cy")) == before


def test_no_match_says_so_and_can_be_undone(settled: Page) -> None:
    search(settled, "no such words")
    expect(settled.locator(".empty").first).to_contain_text("No figure matches.")
    click(settled.locator(".empty").get_by_role("button", name="Clear filters"))
    expect(settled.locator(".row").first).to_be_visible()


def test_each_view_opens_and_selects(settled: Page) -> None:
    for name, first, opens in (
        ("Displaced", "[data-panel=displaced].row", ".evidence"),
        ("Timeline", ".chart:has(.published) .row", ".evidence"),
        ("Places", "tbody button", ".evidence"),
        ("Articles", ".article button", ".reader"),
    ):
        click(settled.get_by_role("radio", name=name))
        click(settled.locator(first).first)
        expect(settled.locator(opens)).to_be_visible()


def test_an_article_is_read_with_figures_that_open(settled: Page) -> None:
    click(settled.get_by_role("radio", name="Articles"))
    click(settled.locator(".article button").first)
    click(settled.locator(".reader .figure").last)
    expect(evidence(settled).locator(".card")).to_be_in_viewport()
    click(settled.get_by_role("button", name="All articles"))
    expect(settled.locator(".article").first).to_be_visible()


def test_escape_closes_the_evidence_and_the_keyboard_goes_on(settled: Page) -> None:
    row = settled.locator(".row").nth(1)
    enter(row)
    close = evidence(settled).get_by_role("button", name="Close")
    expect(close).to_be_visible()
    at_rest(settled)
    close.focus()
    settled.keyboard.press("Escape")
    expect(evidence(settled)).to_have_count(0)
    expect(row).to_be_focused()


def test_a_mark_in_an_article_is_opened_by_keyboard_and_seen_in_every_panel(settled: Page) -> None:
    click(settled.get_by_role("radio", name="Articles"))
    click(settled.locator(".article button").first)
    figure = settled.locator(".reader .figure").last
    claim = figure.get_attribute("data-id")
    enter(figure)
    expect(evidence(settled).locator(f'.card[data-claim="{claim}"]')).to_be_visible()
    expect(figures(settled).locator(f'.selected[data-claim="{claim}"]').first).to_be_attached()
    click(settled.get_by_role("radio", name="Timeline"))
    expect(settled.locator(f'.row[data-id="{claim}"][aria-pressed=true]')).to_be_in_viewport()


def test_the_address_keeps_the_view_and_back_brings_it_back(page: Page, server: Server) -> None:
    opened(page, server)
    click(page.locator(".row").nth(1))
    expect(evidence(page)).to_be_visible()
    click(page.get_by_role("radio", name="Displaced"))
    expect(page.locator(".row[data-panel=displaced]").first).to_be_visible()
    search(page, "refugees")
    expect(page.locator(".filter-chip")).to_have_count(1)
    expect(page).to_have_url(re.compile("words=refugees"))
    at_rest(page)
    address = page.url
    page.go_back()
    expect(page.locator(".filter-chip")).to_have_count(0)
    expect(page.get_by_label("Search the sentences")).to_have_value("")
    at_rest(page)
    page.go_back()
    expect(page.get_by_role("radio", name="Troops")).to_be_checked()
    at_rest(page)
    page.go_back()
    expect(evidence(page)).to_have_count(0)
    at_rest(page)
    page.go_forward()
    expect(evidence(page)).to_be_visible()
    page.goto(address)
    expect(page.locator(".filter-chip")).to_have_count(1)
    expect(page.get_by_role("radio", name="Displaced")).to_be_checked()
    expect(evidence(page)).to_be_visible()
    assert page.url == address


def test_an_address_says_where_the_map_stands(page: Page, server: Server) -> None:
    opened(page, server)
    click(figures(page).get_by_text("201st military base", exact=True).first)
    expect(page).to_have_url(re.compile("[?&]at="))
    page.goto(f"{server.url}?at=45,60,5")
    figures(page).locator("html[data-map=drawn]").wait_for()
    (frame,) = (frame for frame in page.frames if "streamlit_folium" in frame.url)
    # A pixel is .04 of a degree here, and the frame may find its height a pixel later than the map its place.
    stands = frame.evaluate("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    assert stands == pytest.approx([45, 60, 5], abs=0.05)


def test_a_link_is_copied(page: Page, server: Server) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, server)
    click(page.locator(".row").first)
    button = evidence(page).get_by_role("button", name="Copy link")
    expect(button).to_be_visible()
    at_rest(page)
    button.evaluate(SAYS)
    click(button)
    page.wait_for_function("() => window.says.includes('Copied')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{server.url}?claim=")
    figure = evidence(page).locator(".card h3 strong").inner_text()
    page.goto(copied)
    expect(evidence(page).locator(".card h3 strong")).to_have_text(figure)


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_off_on_a_narrow_phone(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, server)
    click(page.get_by_role("button", name="Filters"))
    expect(page.get_by_label("Search the sentences")).to_be_visible()
    click(page.locator(".row").first)
    expect(evidence(page)).to_be_visible()
    for view in ("Troops", "Displaced", "Timeline", "Places", "Articles"):
        click(page.get_by_role("radio", name=view))
        at_rest(page)
        scroll = page.locator("[data-testid=stMain]")
        assert scroll.evaluate("e => e.scrollWidth - e.clientWidth") == 0, view
        wide = page.locator(".sheet *").evaluate_all(
            "all => all.filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.textContent)"
        )
        assert wide == [], view
        low = page.locator(".sheet .row, .sheet .boxed, .sheet .sort").evaluate_all(
            "all => all.filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 43.5).length"
        )
        assert low == 0, view


def test_the_method_opens_and_closes(settled: Page) -> None:
    click(settled.get_by_text("Method and limits"))
    expect(settled.locator(".method")).to_be_visible()
    at_rest(settled)
    settled.keyboard.press("Escape")
    expect(settled.locator(".method")).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_contrast(page: Page, server: Server, theme: Literal["light", "dark"]) -> None:
    """Every word of ours stands out by 4.5:1 from the ground that it stands on (WCAG 2.2, 1.4.3)."""
    page.emulate_media(color_scheme=theme)
    opened(page, server)
    click(page.locator(".row").first)
    expect(evidence(page)).to_be_visible()
    page.mouse.move(0, 0)
    at_rest(page)
    page.wait_for_function("document.getAnimations().every((one) => one.playState !== 'running')")
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


def test_hostile_words_are_shown_and_nothing_runs(
    page: Page, watch: Watch, hand_made: Callable[[Collection], Server]
) -> None:
    opened(page, hand_made(made.hostile_collection()))
    panel = page.locator(".st-key-panel")
    for number in range(len(made.PAYLOADS)):
        click(page.locator(".chart .row").nth(2 * number))
        expect(evidence(page).locator("h3")).to_contain_text(made.visible(number))
    for name in ("Displaced", "Timeline", "Places", "Articles"):
        click(page.get_by_role("radio", name=name))
        for number in range(len(made.PAYLOADS)):
            expect(panel).to_contain_text(made.visible(number))
    click(page.locator(".article button").first)
    expect(page.locator(".reader")).to_contain_text(made.visible(0))
    open_list(page.get_by_role("combobox", name="Publisher or agency"))
    expect(page.get_by_role("option", name=made.PAYLOADS[2], exact=True)).to_be_visible()
    assert [frame.evaluate("window.hit || 0") for frame in page.frames] == [0] * len(page.frames)
    assert page.locator(".sheet a[href]:not(.foot a)").count() == 0
    assert page.locator(".sheet :is(img, script, iframe)").count() == 0
    assert watch.blocked == []


def test_a_page_without_data_says_what_to_do(page: Page, tmp_path: Path, start: Callable[..., Server]) -> None:
    folder = copy_project(tmp_path / "project")
    (folder / "data" / "collection.json").write_text(json.dumps({"format": 1}), encoding="utf-8")
    server = start(folder)
    page.goto(server.url)
    expect(page.get_by_role("alert")).to_contain_text("python -m geo build")
    assert "Traceback" not in server.printed()
