"""What a user does, from the first look to an article of his own, with every other machine out of reach."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.server import Server, serve
from tests.browser.visit import click, search
from tests.conftest import copy_project
from tests.nursery import Nursery

NEW = """Refugees From Darfur Reach Eastern Chad

By Reuters

May 3, 2023

About 30,000 refugees from Sudan crossed into Chad last week, the United Nations refugee agency said on Wednesday.

Chad sent 1,500 soldiers to its border with Sudan on Tuesday, the defence ministry said.

https://www.example.org/2023/05/03/refugees-from-darfur
"""

KEEP = """() => {
  window.first = { map, pane: map.getPanes().mapPane, started: performance.timeOrigin };
  window.frameElement.first = true;
}"""
KEPT = """() => [window.frameElement.first, window.first?.map === map, window.first?.pane === map.getPanes().mapPane,
  window.first?.pane.isConnected, window.first?.started === performance.timeOrigin]"""


def figures(page: Page) -> FrameLocator:
    return page.frame_locator(".st-key-map iframe")


def in_map(page: Page, script: str, argument: Any = None) -> Any:
    """Evaluate in the map's frame, where Leaflet's map is ``map``."""
    (frame,) = (frame for frame in page.frames if "streamlit_folium" in frame.url)
    return frame.evaluate(script, argument)


def view(page: Page) -> list[float]:
    """Where the map is once it has come to rest: latitude, longitude, zoom."""
    found: list[float] = in_map(
        page,
        """async () => {
          const now = () => [map.getCenter().lat, map.getCenter().lng, map.getZoom()];
          let last = null;
          for (let still = 0; still < 4; ) {
            await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100));
            still = String(now()) === last ? still + 1 : 0;
            last = String(now());
          }
          return now();
        }""",
    )
    return found


def visit(page: Page, address: str) -> None:
    page.goto(address)
    figures(page).locator("html[data-map=drawn]").wait_for(state="attached")
    page.locator(".foot").wait_for()
    page.locator(".row").first.wait_for()


def click_name(page: Page, place: str) -> None:
    """Click with the mouse where the map writes the name of a place."""
    click(figures(page).get_by_text(place, exact=True).first)


def cards(page: Page) -> Locator:
    return page.locator(".evidence .card")


@dataclass(frozen=True)
class Told:
    """What the card of a figure says; ``by`` is whoever said it, ``published`` the day of the newspaper."""

    figure: str
    deed: str
    dated: str
    by: str
    published: str


def tells(card: Locator, told: Told) -> None:
    """The card has the figure with its qualifier, the sentence with it highlighted, who, when, publisher and link."""
    expect(card.locator("h3 strong")).to_have_text(told.figure)
    expect(card.locator(".deed")).to_contain_text(told.deed)
    expect(card.locator(".deed strong")).to_have_text(told.dated)
    expect(card.locator(".voice")).to_have_text(told.by)
    sentence = card.locator("blockquote").first
    expect(sentence.locator("mark")).to_contain_text(told.figure, ignore_case=True)
    assert len(sentence.inner_text()) > len(sentence.locator("mark").inner_text()) + 40
    source = card.locator(".source a")
    expect(source).to_have_text(f"AFP in The Moscow Times, {told.published}")
    address = urlsplit(source.get_attribute("href") or "")
    assert (address.scheme, address.hostname) == ("https", "www.themoscowtimes.com")


DRILL = Told("about 1,000", "exercise", "14 July 2021", "Said by Interfax", "14 July 2021")
SEVERAL = Told("several hundred", "fled", "June 2021", "In AFP’s own voice", "28 July 2021")
MORE = Told("more than 1,000", "fled", "1 – 14 July 2021", "In AFP’s own voice", "14 July 2021")
MOVED = Told("20,000", "border", "19 – 25 July 2021", "In AFP’s own voice", "28 July 2021")


def test_map_and_both_panels_are_in_the_first_screen(page: Page, server: Server) -> None:
    visit(page, server.url)
    for part in (page.locator(".st-key-map iframe"), page.locator(".row").first):
        expect(part).to_be_in_viewport()
    for panel in ("Troops", "Displaced"):
        expect(page.get_by_role("radio", name=panel)).to_be_in_viewport()
    expect(figures(page).locator(".circle .mark").first).to_be_visible()


def test_each_place_of_the_story_tells_its_figures(settled: Page) -> None:
    """One visit: every click lands in the same map, which nobody moved."""
    in_map(settled, KEEP)
    before = view(settled)

    click_name(settled, "Shir Khan Bandar")
    expect(settled.locator(".evidence h2")).to_have_text("Shir Khan Bandar")
    expect(cards(settled)).to_have_count(2)
    fled = cards(settled).filter(has_text="several hundred").first
    tells(fled, SEVERAL)
    more = cards(settled).filter(has_text="Earlier this month")
    tells(more, MORE)

    click_name(settled, "201st military base")
    expect(settled.locator(".evidence h2")).to_have_text("201st military base")
    expect(cards(settled)).to_have_count(2)
    drill = cards(settled).filter(has=settled.locator("blockquote", has_text="took part in drills"))
    tells(drill, DRILL)

    click_name(settled, "Afghanistan-Tajikistan border")
    expect(settled.locator(".evidence h2")).to_have_text("Afghanistan-Tajikistan border")
    moved = cards(settled).filter(has_text="relocated")
    tells(moved, MOVED)

    assert in_map(settled, KEPT) == [True] * 5
    assert view(settled) == before


def test_a_click_on_dushanbe_tells_what_happened_there(settled: Page) -> None:
    """The capital is where the base's drills were: it is on the map and answers as the other places do."""
    click(figures(settled).get_by_text("Dushanbe", exact=True).first)
    expect(settled.locator(".evidence h2")).to_have_text("Dushanbe")
    drill = cards(settled).filter(has=settled.locator("blockquote", has_text="took part in drills"))
    tells(drill, DRILL)


def test_a_click_on_the_border_line_itself_tells_the_same(settled: Page) -> None:
    line = figures(settled).locator('.line[data-place="border:AF-TJ"] path.hit')
    x, y = line.evaluate(
        """path => {
          const matrix = path.getScreenCTM();
          for (let share = 0.1; share < 1; share += 0.02) {
            const spot = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix);
            if (document.elementFromPoint(spot.x, spot.y) === path) return [spot.x, spot.y];
          }
        }"""
    )
    frame = settled.locator(".st-key-map iframe").bounding_box()
    assert frame is not None
    settled.mouse.click(frame["x"] + x, frame["y"] + y)
    expect(settled.locator(".evidence h2")).to_have_text("Afghanistan-Tajikistan border")
    tells(cards(settled), MOVED)


def test_a_row_marks_its_place_and_brings_the_map_there(settled: Page) -> None:
    in_map(settled, KEEP)
    in_map(settled, "map.setView([48, 40], 6, { animate: false })")
    away = view(settled)
    row = settled.locator(".row", has_text="several hundred")
    claim = row.get_attribute("data-id")
    click(row)
    mark = figures(settled).locator(f'.selected[data-claim="{claim}"]').first
    expect(mark).to_be_attached()
    lat, lon, zoom = view(settled)
    assert [lat, lon] != away[:2]
    assert zoom <= away[2]
    assert in_map(settled, "map.getBounds().contains([37.18, 68.55])")
    expect(mark).to_be_in_viewport()
    assert in_map(settled, KEPT) == [True] * 5


def test_the_view_survives_clicks_and_filters(settled: Page) -> None:
    in_map(settled, KEEP)
    in_map(settled, "map.setView([38, 70], 7.5, { animate: false })")
    chosen = view(settled)
    click_name(settled, "201st military base")
    expect(cards(settled).first).to_be_visible()
    search(settled, "soldiers")
    expect(settled.locator(".filter-chip")).to_have_count(1)
    expect(figures(settled).get_by_text("77 Afghan civilians crossed", exact=True)).to_have_count(0)
    click(settled.get_by_role("button", name="Clear all"))
    expect(settled.locator(".filter-chip")).to_have_count(0)
    click(settled.get_by_role("radio", name="Displaced"))
    expect(settled.locator(".row[data-panel=displaced]").first).to_be_visible()
    assert view(settled) == chosen
    assert in_map(settled, KEPT) == [True] * 5


def test_clicks_in_quick_succession_leave_the_map_where_it_is(settled: Page) -> None:
    """The second click comes before the page has answered the first; the late answer must not move the map."""
    before = view(settled)
    for pause in (0, 50, 100, 150, 200, 250):
        for place in ("Shir Khan Bandar", "201st military base"):
            figures(settled).get_by_text(place, exact=True).first.click()
            settled.wait_for_timeout(pause)
    expect(settled.locator(".evidence h2")).to_have_text("201st military base")
    assert view(settled) == before


def test_a_row_that_is_clicked_while_its_panel_goes_away_breaks_nothing(page: Page, server: Server) -> None:
    """A reader changes the view and his second click still meets the old one, which the server has forgotten."""
    visit(page, server.url)
    before = server.printed()
    for delay in range(0, 320, 80):
        for view in ("Timeline", "Troops"):
            row = page.locator(".row").first.element_handle()
            page.get_by_role("radio", name=view).click()
            page.wait_for_timeout(delay)
            row.evaluate("row => row.click()")
    click(page.get_by_role("radio", name="Displaced"))
    click(page.locator(".row[data-panel=displaced]").first)
    expect(cards(page)).to_be_visible()
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    assert "Traceback" not in server.printed().removeprefix(before)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Iterator[Server]:
    """A copy of the project, served below a path."""
    with serve(
        copy_project(tmp_path_factory.mktemp("desk") / "project"), base="desk/dateline", through=nursery
    ) as running:
        yield running


def test_below_a_path_the_map_is_drawn_and_answers(page: Page, desk: Server) -> None:
    assert urlsplit(desk.url).path == "/desk/dateline/"
    visit(page, desk.url)
    expect(figures(page).locator(".circle .mark").first).to_be_visible()
    click_name(page, "Shir Khan Bandar")
    expect(cards(page)).to_have_count(2)


def test_an_article_of_ones_own_is_on_the_page_after_a_build(page: Page, desk: Server, nursery: Nursery) -> None:
    visit(page, desk.url)
    expect(page.locator(".sheet header")).to_contain_text("from 2 articles")

    (desk.folder / "seeds" / "darfur.txt").write_text(NEW, encoding="utf-8")
    command = [sys.executable, "-m", "geo", "build"]
    done = subprocess.run(command, cwd=desk.folder, env=nursery.around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert re.search(r"3/3 darfur\.txt: 2 figures", done.stderr)

    # The visitor who has the page open goes on with what it shows; whoever comes or reloads sees the new article.
    click(page.locator(".row").first)
    expect(cards(page).first).to_be_visible()
    visit(page, desk.url)
    expect(page.locator(".sheet header")).to_contain_text("from 3 articles")
    border = figures(page).get_by_text(re.compile("^(Chad-Sudan|Sudan-Chad) border$"))
    click(border.first)
    expect(cards(page).locator("h3 strong")).to_have_text("1,500")
    expect(cards(page).locator(".deed strong")).to_have_text("2 May 2023")
    click(page.get_by_role("radio", name="Displaced"))
    click(page.locator(".row[data-panel=displaced]", has_text="30,000"))
    expect(cards(page).locator("h3 strong")).to_have_text("about 30,000")
    expect(cards(page).locator(".voice")).to_contain_text("United Nations refugee agency")
    expect(cards(page).locator(".source a")).to_have_attribute(
        "href", re.compile("^https://www.example.org/2023/05/03/")
    )
    assert "Traceback" not in desk.printed()
