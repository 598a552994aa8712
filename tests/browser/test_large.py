"""The page of a collection of 6,000 figures: the map is told what its window shows, lists come in parts."""

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from benchmarks.collection import tables
from geo import marks
from geo.dataset.filter import Filter
from geo.limits import STORE_FIGURES, STORE_PAGE
from geo.measures import MOST_NAMES
from geo.model import Panel
from geo.store import beyond, questions
from geo.store.cells import Box
from geo.store.tables import Tables
from geo.store.where import Asked
from tests.browser.proxy import proxy
from tests.browser.server import Server, serve
from tests.browser.test_proxy import replica_of
from tests.browser.test_proxy import visit as look_in
from tests.browser.visit import PHONE, at_rest, click, enter, map_frame, search, stands_still, the_map, visit
from tests.conftest import copy_project

FIGURES = 6_000
TOLD = "datelineCells.cells.reduce((sum, { counts: c }) => sum + c.troops + c.displaced + c.other, 0)"
SYMBOLS = ".dateline-figures [data-key^=cell]"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard that has nothing but tables."""
    project = copy_project(tmp_path_factory.mktemp("large") / "project")
    built = project / "data" / "collection.json"
    built.unlink()
    tables(built, 1_000, FIGURES)
    with serve(project) as running:
        yield running


@pytest.fixture(scope="module")
def asked(large: Server) -> Iterator[Tables]:
    opened = Tables.open(large.folder / "data" / "tables")
    yield opened
    opened.close()


def numbers(page: Page) -> int:
    """The figures of all symbols that the map was told."""
    return int(
        page.evaluate("datelineCells.cells.reduce((sum, { counts: c }) => sum + c.troops + c.displaced + c.other, 0)")
    )


def test_the_first_view_has_every_figure_that_has_a_place(page: Page, large: Server, asked: Tables) -> None:
    visit(page, large)
    shown = questions.shown(asked, Asked())
    expect(the_map(page).locator(SYMBOLS).first).to_be_visible()
    expect(page.locator(".state")).to_contain_text(f"{shown.counts.people:,} of {shown.counts.people:,} figures")
    assert 0.9 * (shown.counts.every - shown.away.every) <= numbers(page) <= shown.counts.every - shown.away.every
    assert page.locator(".st-key-list .row").count() == 50
    assert page.locator("*").count() < 3_000
    assert the_map(page).locator("*").count() < 3_000


def test_the_legend_says_what_the_symbols_in_view_mean(page: Page, large: Server) -> None:
    visit(page, large)
    symbols = the_map(page).locator(SYMBOLS)
    expect(symbols.first).to_be_visible()
    keys = the_map(page).locator(".dateline-legend .keys")
    expect(keys).to_contain_text(marks.PANELS[Panel.TROOPS])
    expect(keys).to_contain_text(marks.PANELS[Panel.DISPLACED])
    expect(keys).to_contain_text(marks.SEVERAL)
    expect(keys).not_to_contain_text(marks.MOVED)


WRITTEN = """(names) => {
  const frame = document.documentElement.getBoundingClientRect();
  return names.map((name) => {
    const { left, right } = name.getBoundingClientRect();
    return [name.textContent, left >= 0 && right <= frame.width];
  });
}"""
"""Names of symbols, and whether they are whole in the map."""


def test_a_first_view_of_the_world_names_five_of_its_symbols(page: Page, large: Server) -> None:
    """Small ones had a name where large ones had no room at their right; one was cut off at the map's edge."""
    page.set_viewport_size(PHONE)
    visit(page, large)
    expect(the_map(page).locator(SYMBOLS).first).to_be_visible()
    names = map_frame(page).eval_on_selector_all(".dateline-figures .label .name", WRITTEN)
    assert 0 < len(names) <= MOST_NAMES
    assert all(whole for _, whole in names), names
    assert all(name[:1] == name[:1].upper() for name, _ in names)


OVERLAPS = """() => {
  const all = [...document.querySelectorAll('.badge rect')].map((one) => one.getBoundingClientRect());
  const seen = all.filter((box) => box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight);
  const wide = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const over = (a, b) => wide(a, b) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  return [seen.length, seen.flatMap((a, i) => seen.slice(i + 1).filter((b) => over(a, b))).length];
}"""


def test_on_a_phone_no_count_of_an_area_lies_over_another(page: Page, large: Server) -> None:
    """Where there was no room for its name it was written over others; now its number stands alone."""
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, large)
    frame, most = map_frame(page), 0
    for zoom in (5, 5.75):
        before = page.evaluate("datelineCells")
        frame.evaluate(f"map.setView([10.5, 29.5], {zoom}, {{animate: false}})")
        page.wait_for_function("(before) => datelineCells.zoom !== before.zoom", arg=before)
        at_rest(page)
        frame.wait_for_function("document.querySelector('.badge rect') !== null")
        count, over = frame.evaluate(OVERLAPS)
        most = max(most, count)
        assert over == 0
    assert most > 3


def test_a_moved_map_asks_for_its_window_and_for_nothing_else(fresh: Page, large: Server) -> None:
    received: list[int] = []

    def follow(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(len(frame)))

    fresh.on("websocket", follow)
    visit(fresh, large)
    fresh.locator(".st-key-list .row").first.evaluate("row => { row.dataset.kept = 'yes'; }")
    received.clear()
    map_frame(fresh).evaluate("map.setView([12, 30], 6, { animate: false })")
    fresh.wait_for_function(
        """() => {  /* that window, and not one of the first view that comes late */
          const { box: [south, west, north, east], zoom } = datelineCells;
          return Math.abs(zoom - 6) < 0.5 && south < 12 && 12 < north && west < 30 && 30 < east;
        }"""
    )
    at_rest(fresh)
    expect(the_map(fresh).locator(SYMBOLS).first).to_be_visible()
    assert fresh.locator(".st-key-list .row[data-kept=yes]").count() == 1
    assert sum(received) < 200_000


COUNTED = r"""() => [...document.querySelectorAll('.dateline-figures .edge .beyond')]
  .map((it) => Number(it.textContent.match(/[\d,]+(?=( →)?$)/)[0].replaceAll(",", ""))).sort((a, b) => a - b)"""


def test_what_lies_outside_of_the_view_is_named_at_its_edge_and_a_click_goes_there(
    page: Page, large: Server, asked: Tables
) -> None:
    visit(page, large)
    frame = map_frame(page)
    frame.evaluate("map.setView([12, 30], 5.5, { animate: false })")
    page.wait_for_function("datelineBeyond.view && datelineBeyond.view[0] > 0 && datelineCells.zoom === 5.5")
    at_rest(page)
    south, west, north, east = page.evaluate("datelineBeyond.view")
    found = beyond.beyond(asked, Asked(), Box(south, west, north, east))
    assert sorted(one.cell.counts.every for one in found) == frame.evaluate(COUNTED)
    assert len(found) > 1
    right = next(one for one in found if one.side is beyond.Side.RIGHT)
    enter(the_map(page).locator('[data-key="edge right"]'))
    (south, west), (north, east) = right.cell.bounds
    frame.wait_for_function(
        "([lat, lon]) => map.getBounds().contains([lat, lon])", arg=[right.cell.lat, right.cell.lon]
    )
    stands_still(page)
    middle = frame.evaluate("map.getCenter().lng")
    assert west <= middle <= east
    page.wait_for_function("zoom => datelineCells.zoom === zoom", arg=frame.evaluate("map.getZoom()"))


def test_what_is_not_on_the_map_is_one_list_in_parts(page: Page, large: Server, asked: Tables) -> None:
    visit(page, large)
    away = questions.shown(asked, Asked()).away
    fold = page.locator(".state .tray")
    expect(fold.locator("summary")).to_contain_text(f"{away.people:,} figures")
    click(fold.locator("summary"))
    expect(fold.locator("li [data-pick=claim]")).to_have_count(STORE_PAGE)
    first = fold.locator("li [data-pick=claim]").first
    before = str(first.get_attribute("data-id"))
    click(fold.get_by_role("button", name="Next").first)
    expect(fold.locator(".turns").first).to_contain_text(f"51 – 100 of {away.every:,}")
    expect(first).to_be_visible()
    assert str(first.get_attribute("data-id")) == questions.away(asked, Asked(), STORE_PAGE)[0][0] != before
    click(first)
    expect(page.locator(".st-key-evidence .evidence")).to_be_visible()


def test_a_page_of_thousands_gives_its_files(page: Page, large: Server, asked: Tables) -> None:
    """Tables of any number are sent; pictures are made of what is filtered to fewer."""
    page.emulate_media(color_scheme="dark")
    visit(page, large)
    click(page.get_by_role("button", name="Download"))
    menu = page.locator(".st-key-tables-sheet")
    told = menu.locator("p").first
    expect(menu).to_contain_text(f"of fewer than {STORE_FIGURES:,}: filter for less")
    assert told.evaluate("it => getComputedStyle(it).color") == "rgb(236, 235, 230)"  # it was black on black
    with page.expect_download() as taken:
        menu.get_by_role("link", name="figures.csv").click()
    with taken.value.path().open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == list(questions.ids(asked, Asked()))
    page.keyboard.press("Escape")
    search(page, "soldiers")
    click(page.get_by_role("button", name="Download"))
    with page.expect_download() as drawn:
        click(page.get_by_role("button", name="map.svg"))
    count = questions.shown(asked, Asked(Filter(words="soldiers"))).counts.people
    picture = drawn.value.path().read_text(encoding="utf-8").replace("\u00a0", " ")
    assert f"{count:,} figures shown." in picture  # those that are told beside them are none of these


def test_a_group_goes_closer_and_a_place_narrows_the_lists(page: Page, large: Server, asked: Tables) -> None:
    visit(page, large)
    frame = map_frame(page)
    zoom = frame.evaluate("map.getZoom()")
    enter(the_map(page).locator(".dateline-figures .cluster[data-form=cluster]").first)
    frame.wait_for_function("zoom => map.getZoom() > zoom", arg=zoom)
    click(page.get_by_role("radio", name="Places"))
    name = page.locator(".st-key-list tbody button").first
    place = str(name.get_attribute("data-id"))
    click(name)
    expect(page.locator(".st-key-evidence .evidence")).to_contain_text(
        "The lists show the figures that name this place"
    )
    counts = questions.shown(asked, Asked(place=place)).counts
    expect(page.get_by_role("radio", name=f"Displaced {counts.displaced:,}")).to_be_visible()


def test_a_list_turns_and_a_bar_leads_to_its_time(page: Page, large: Server, asked: Tables) -> None:
    visit(page, large)
    first = page.locator(".st-key-list .row").first
    before = str(first.get_attribute("data-id"))
    click(page.locator(".st-key-list .turns button", has_text="Next").first)
    expect(page.locator(".st-key-list .turns").first).to_contain_text("51 – 100 of")
    expect(first).not_to_have_attribute("data-id", before)
    bar = page.locator(".bars button").nth(5)
    day = str(bar.get_attribute("data-id"))
    click(bar)
    expect(page.locator(".st-key-list .turns").first).not_to_contain_text("51 – 100 of")
    expect(page.locator(".st-key-list .row .parts").first).to_contain_text(day[:4])


def test_a_figure_opens_its_evidence_and_its_article(page: Page, large: Server) -> None:
    visit(page, large)
    row = page.locator(".st-key-list .row").nth(3)
    claim = str(row.get_attribute("data-id"))
    click(row)
    card = page.locator(f'.card[data-claim="{claim}"]')
    expect(card).to_be_visible()
    expect(page).to_have_url(re.compile(f"claim={claim}"))
    click(card.get_by_role("button", name="Read in the article"))
    expect(page.locator(".reader")).to_contain_text("made up")
    page.reload()
    expect(page.locator(f'.card[data-claim="{claim}"]')).to_be_visible()


def test_what_is_told_differently_comes_in_parts(page: Page, large: Server, asked: Tables) -> None:
    visit(page, large)
    count, found = questions.told_differently(asked, Asked(Filter(), frozenset({Panel.TROOPS})))
    click(page.get_by_role("button", name=f"{count:,} movements told differently"))
    every, movements = questions.told_differently(asked, Asked())
    sections = page.locator(".st-key-list .movement")
    expect(page.locator(".st-key-list .turns").first).to_contain_text(f"1 – 10 of {every:,}")
    expect(sections).to_have_count(len(movements))
    assert [one.get_attribute("data-id") for one in sections.nth(0).locator(".row").all()] == list(movements[0].claims)
    click(page.locator(".st-key-list .turns button", has_text="Next").first)
    expect(page.locator(".st-key-list .turns").first).to_contain_text("11 – 20 of")
    click(page.get_by_role("button", name="Back to the figures"))
    expect(page.locator(".st-key-list .row")).to_have_count(50)
    assert found


def test_a_filter_changes_map_lists_and_counts(page: Page, large: Server, asked: Tables) -> None:
    visit(page, large)
    search(page, "soldiers")
    shown = questions.shown(asked, Asked(Filter(words="soldiers")))
    expect(page.locator(".state")).to_contain_text(f"Showing {shown.counts.people:,} of")
    page.wait_for_function(
        f"most => {TOLD} <= most",
        arg=shown.counts.every,
    )
    search(page, "no such word anywhere")
    expect(page.locator(".st-key-list")).to_contain_text("No figure matches")
    page.wait_for_function("datelineCells.cells.length === 0")


ASKS = """(view) => {
  const hear = () => {
    if (datelineCells.zoom !== view[4]) return setTimeout(() => datelineAsk(view));
    window.removeEventListener("dateline-cells", hear);
    window.toldForIt = JSON.stringify(datelineCells.cells);
  };
  window.addEventListener("dateline-cells", hear);
  datelineAsk(view);
}"""
"""Asks for a window that no map asks for, until it is told. The server answers the last question, and that may be the
map's own: it asks whenever it gets another size, which on a slow machine may be after this."""


def test_two_replicas_behind_nginx_share_the_tables(
    browser: Browser, large: Server, asked: Tables, tmp_path: Path
) -> None:
    """Each visitor has one of them; both only read, and answer alike."""
    shown = questions.shown(asked, Asked()).counts.people
    with serve(large.folder) as other, proxy(tmp_path / "nginx", [large, other]) as front:
        names = {replica_of(front, name): name for name in "abcdefghijklmnopqrst"}
        assert set(names) == {large.port, other.port}
        told: list[str] = []
        for name in names.values():
            with look_in(browser) as visitor:
                mine = {"name": "dateline_replica", "value": name, "url": front.url}
                visitor.page.context.add_cookies([mine])  # type: ignore[list-item]
                visitor.page.goto(front.url)
                expect(visitor.page.locator(".state")).to_contain_text(f"{shown:,} of {shown:,} figures")
                expect(the_map(visitor.page).locator(SYMBOLS).first).to_be_visible()
                at_rest(visitor.page)
                visitor.page.evaluate(ASKS, [-20, -30, 60, 100, 3.125])
                told.append(str(visitor.page.wait_for_function("window.toldForIt").json_value()))
                visitor.was_well()
                visitor.page.close()
    assert told[0] == told[1]


def test_damaged_tables_are_one_line_and_a_new_version_shows_at_the_next_click(page: Page, large: Server) -> None:
    folder = large.folder / "data" / "tables"
    kept = large.folder / "kept"
    shutil.copytree(folder, kept)
    visit(page, large)
    manifest = folder / "manifest.json"
    good = manifest.read_text(encoding="utf-8")
    manifest.write_text("{", encoding="utf-8")  # the tables that are open go on
    page.reload()
    expect(page.locator(".state")).to_contain_text("figures")
    manifest.write_text(good, encoding="utf-8")
    tables(large.folder / "data" / "collection.json", 90, 500)
    page.reload()
    expect(page.locator(".st-key-masthead")).to_contain_text("from 90 articles")
    shutil.rmtree(folder)
    kept.rename(folder)
