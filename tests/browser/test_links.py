"""Links in a browser: they open what was seen, back and forward go there, and a stranger's page can frame one."""

import csv
import io
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import store
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.model import Panel
from geo.sharing import link
from geo.sharing.export import EXPORTS
from geo.sharing.view import Selection, View
from tests.browser.conftest import Watch
from tests.browser.server import Server
from tests.browser.visit import DESKTOP, PHONE, at_rest, click, map_frame, search, stands_still, the_map, visit
from tests.conftest import ROOT, copy_project

COLLECTION = store.load(ROOT / "data" / "collection.json")
CATALOGUE = Catalogue.of(COLLECTION)
SAYS = """(button) => {
  window.says = [];
  new MutationObserver(() => window.says.push(button.textContent)).observe(button, { childList: true, subtree: true });
}"""
"""Keeps what a button says: a busy machine may look at it when it has its name again."""
STANDS = "[map.getCenter().lat, map.getCenter().lng, map.getZoom()]"


def drawn(page: Page, address: str) -> Page:
    page.goto(address)
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached")
    at_rest(page)
    return page


def copied(page: Page, name: str) -> str:
    expect(page.get_by_text("Copied", exact=True)).to_have_count(0)  # a button that says so has its name again later
    button = page.get_by_role("button", name=name, exact=True).last  # that of the view stands last
    at_rest(page)
    button.evaluate(SAYS)
    click(button)
    page.wait_for_function("() => window.says.includes('Copied')")
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def reader(page: Page) -> Page:
    """A visitor whose browser lets pages write to the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_a_copied_link_opens_the_same_view(reader: Page, server: Server) -> None:
    visit(reader, server)
    click(reader.get_by_role("radio", name="Displaced"))
    click(reader.locator(".row[data-panel=displaced]").first)
    expect(reader.locator(".evidence")).to_be_visible()
    search(reader, "Afghan")
    expect(reader.locator(".filter-chip")).to_have_count(1)
    at_rest(reader)
    stands_still(reader)
    map_frame(reader).evaluate("map.setView([37.25, 70.5], 7.5, { animate: false })")
    address = copied(reader, "Copy link")
    state = reader.locator(".state").inner_text()
    figure = reader.locator(".evidence h3").inner_text()
    drawn(reader, address)
    expect(reader.locator(".state")).to_have_text(state, use_inner_text=True)
    expect(reader.locator(".evidence h3")).to_have_text(figure, use_inner_text=True)
    expect(reader.get_by_role("radio", name="Displaced")).to_be_checked()
    assert map_frame(reader).evaluate(STANDS) == pytest.approx([37.25, 70.5, 7.5], abs=0.002)
    assert parse_qs(urlsplit(copied(reader, "Copy link")).query) == parse_qs(urlsplit(address).query)


def test_a_link_of_this_machine_says_whom_it_reaches(reader: Page, server: Server) -> None:
    visit(reader, server)
    copied(reader, "Copy link")
    expect(reader.locator(".said")).to_contain_text("reaches nobody else")
    expect(reader.locator(".said")).to_contain_text("python -m geo publish DIR")
    click(reader.locator(".foot").first)
    expect(reader.locator(".said")).to_have_count(0)


def test_the_map_as_it_opened_needs_no_place_in_a_link(reader: Page, server: Server) -> None:
    visit(reader, server)
    assert "at=" not in copied(reader, "Copy link")
    map_frame(reader).evaluate("map.panBy([200, 0], { animate: false })")
    assert "at=" in copied(reader, "Copy link")


def test_back_and_forward_move_the_map(page: Page, server: Server) -> None:
    visit(page, server)
    frame = map_frame(page)
    whole = frame.evaluate(STANDS)
    drawn(page, f"{server.url}?at=45,60,5")
    page.evaluate("history.pushState({}, '', '?at=38,68,7'); dispatchEvent(new PopStateEvent('popstate'))")
    frame = map_frame(page)
    frame.wait_for_function("Math.abs(map.getZoom() - 7) < 0.01")
    page.go_back()
    frame.wait_for_function("Math.abs(map.getZoom() - 5) < 0.01")
    assert frame.evaluate(STANDS) == pytest.approx([45, 60, 5])
    page.go_forward()
    frame.wait_for_function("Math.abs(map.getZoom() - 7) < 0.01")
    page.evaluate("history.pushState({}, '', '?'); dispatchEvent(new PopStateEvent('popstate'))")
    frame.wait_for_function("Math.abs(map.getZoom() - 7) > 0.01")
    assert frame.evaluate(STANDS) == pytest.approx(whole, abs=0.3)


@pytest.mark.parametrize(
    "query",
    [
        "claim=" + "y" * 60_000,
        "at=nan,68,6",
        "at=1e999,0,0",
        "claim=a&claim=b",
        "claim=%3Cscript%3Ealert(1)%3C/script%3E",
        "words=%00%F0%9F%92%A9&place=%7B%7B7*7%7D%7D",
        "known=0001-01-01",
        "claim=of-another-data-set&data=gone",
    ],
    ids=lambda query: query[:30],
)
def test_a_hostile_address_opens_the_first_view_and_says_so(fresh: Page, server: Server, query: str) -> None:
    fresh.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    drawn(fresh, f"{server.url}?{query}")
    expect(fresh.locator(".told")).to_contain_text("You see the first view.")
    expect(fresh.locator(".row").first).to_be_visible()
    expect(fresh.locator(".evidence")).to_have_count(0)
    click(fresh.locator(".told").get_by_role("button", name="Close"))
    expect(fresh.locator(".told")).to_have_count(0)


def test_a_changed_data_set_is_told(page: Page, tmp_path: Path, start: Callable[..., Server]) -> None:
    folder = copy_project(tmp_path / "project")
    fewer = store.Collection(COLLECTION.readings[:1], COLLECTION.links[:0], version="later")
    store.save(fewer, folder / "data" / "collection.json")
    gone = len(COLLECTION.claims) - len(store.load(folder / "data" / "collection.json").claims)
    drawn(page, start(folder).url + link.address(View(), CATALOGUE))
    expect(page.locator(".told")).to_contain_text(f"The data set has changed since this link was made ({gone} figure")


@contextmanager
def stranger(folder: Path, address: str) -> Iterator[str]:
    """Somebody's page on another port that frames ``address``."""
    (folder / "index.html").write_text(
        f'<link rel="icon" href="data:,"><iframe src="{escape(address)}" width="1000" height="640"></iframe>',
        encoding="utf-8",
    )
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        serving = threading.Thread(target=web.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{web.server_port}/"
        web.shutdown()
        serving.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_a_strangers_page_frames_map_and_panel(page: Page, watch: Watch, server: Server, tmp_path: Path) -> None:
    with stranger(tmp_path, f"{server.url}?panel=displaced&embed=true") as address:
        page.goto(address)
        framed = page.frame_locator("iframe").first
        world = framed.frame_locator(".st-key-map iframe")
        world.locator("html[data-map=drawn]").wait_for(state="attached")
        expect(framed.get_by_role("radio", name="Displaced")).to_be_checked()
        for absent in ("header h1", ".st-key-filters", ".state", ".foot"):
            expect(framed.locator(absent)).to_have_count(0)
        world.locator(".figure.circle[data-claim]").last.click()
        expect(framed.locator(".evidence .card").first).to_be_visible()
        inner = page.frame(url=lambda it: "embed=true" in it)
        assert inner is not None
        at_rest(inner)
        whole = framed.get_by_role("link", name="Open in Dateline")
        expect(whole).to_have_attribute("href", re.compile(r"\?claim="))
        assert "embed" not in (whole.get_attribute("href") or "")
        framed.get_by_role("button", name="Copy link").last.click()
        by_hand = framed.get_by_label("Copy this")  # a frame of another origin has no clipboard
        expect(by_hand).to_be_focused()
        chosen = by_hand.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
        assert chosen.startswith(server.url)
        assert "claim" in parse_qs(urlsplit(chosen).query)
    assert all("Clipboard API" in error for error in watch.errors)
    watch.errors.clear()


def files() -> dict[Path, int]:
    """What stands in the project's folder, and since when."""
    kinds = (".csv", ".html", ".json", ".png", ".svg")
    return {path: path.stat().st_mtime_ns for path in ROOT.rglob("*") if path.suffix in kinds}


def test_a_download_holds_what_is_shown(page: Page, server: Server) -> None:
    wanted = View(filter=Filter(panels=frozenset({Panel.DISPLACED})))
    drawn(page, server.url + "?" + urlencode(link.encode(wanted, COLLECTION.version), doseq=True))
    before = files()
    click(page.get_by_role("button", name="Download"))
    with page.expect_download() as downloads:
        click(page.get_by_role("button", name="figures.csv"))
    saved = downloads.value
    assert saved.suggested_filename == f"dateline-{COLLECTION.version}-figures.csv"
    text = Path(saved.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == [claim.id for claim in CATALOGUE.select(wanted.filter)]
    with page.expect_download() as downloads:
        click(page.get_by_role("button", name="map.png"))
    assert Path(downloads.value.path()).read_bytes().startswith(b"\x89PNG")
    assert files() == before


def test_a_picture_has_words_of_ones_own(reader: Page, server: Server) -> None:
    visit(reader, server)
    click(reader.get_by_role("button", name="Download"))
    field = reader.get_by_label("A title of your own")
    expect(field).to_be_visible()
    at_rest(reader)
    field.fill("Across the Panj")
    field.press("Enter")
    expect(reader.locator("[data-copy^='Across the Panj. Tajikistan and Afghanistan, June']")).to_be_visible()
    expect(reader.locator("[data-copy^='Map: Across the Panj. 8 figures']")).to_be_visible()
    click(reader.get_by_role("radio", name="Preview"))
    at_rest(reader)
    with reader.expect_download() as downloads:
        click(reader.get_by_role("button", name="map.svg"))
    drawn_ = Path(downloads.value.path()).read_text(encoding="utf-8")
    assert 'width="880" height="462"' in drawn_
    assert ">Across the Panj</text>" in drawn_


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_download_can_be_reached(page: Page, server: Server, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    visit(page, server)
    click(page.get_by_role("button", name="Download"))
    files = page.get_by_test_id("stDownloadButton").get_by_role("button")
    expect(files).to_have_count(len(EXPORTS))
    for file in files.all():
        file.scroll_into_view_if_needed()
        expect(file).to_be_in_viewport(ratio=0.98)  # the edge of a scrolled box may lie within a pixel
    at_rest(page)
    page.keyboard.press("Escape")
    expect(files).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("text", "“"), ("BibTeX", "@article{dateline-"), ("RIS", "TY  - NEWS")],
)
def test_a_figure_is_cited(reader: Page, server: Server, name: str, begins: str) -> None:
    claim = CATALOGUE.select(Filter())[0]
    query = urlencode(link.encode(View(selection=Selection(claim=claim.id)), COLLECTION.version), doseq=True)
    drawn(reader, f"{server.url}?{query}")
    words = copied(reader, f"Copy citation, {name}")
    assert words.startswith(begins)
    assert claim.id in words


def test_a_view_is_cited_with_the_place_of_the_map(reader: Page, server: Server) -> None:
    drawn(reader, f"{server.url}?at=38,68,6&panel=places")
    words = copied(reader, "Copy citation")
    assert f"data set {COLLECTION.version}, {server.url}?panel=places&at=38%2C68%2C6&data=" in words


def test_the_page_is_named_after_what_it_shows(page: Page, server: Server) -> None:
    visit(page, server)
    heading = page.locator("header h1").inner_text().replace("\u00a0", " ")  # a day is not broken on the page
    assert page.title() == f"{heading} · Dateline"
    icons = page.locator("link[rel*=icon]")
    assert [icon.get_attribute("href") for icon in icons.all()] == ["./favicon.png"]
    assert page.request.get(f"{server.url}favicon.png").body() == (ROOT / "static" / "icon.png").read_bytes()
