"""The map in a real browser: every figure opens, the view is kept, text is text, and it stands without tiles."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from geo.dataset.query import Catalogue, adjectives
from geo.dataset.store import Collection, load, save
from geo.maps.figures import Form
from geo.maps.layout import layout
from geo.model import Claim, Population, Role, Span, Status, StatusMark
from tests import made
from tests.browser import visit
from tests.browser.conftest import Watch
from tests.browser.server import Server
from tests.browser.visit import click, enter
from tests.conftest import ROOT, copy_project

COLLECTION = load(ROOT / "data" / "collection.json")
VIEW = layout(Catalogue.of(COLLECTION, adjectives(ROOT / "data" / "demonyms.csv")), COLLECTION.claims)
HOSTILE = (
    "{{ cycler.__init__.__globals__.os.system('touch written') }}",
    "{% for one in [cycler.__init__.__globals__.os.system('touch written')] %}{% endfor %}",
    "{# never closed",
    "<script>window.top.__pwned = 1</script>",
    '<img src=x onerror="window.top.__pwned = 1">',
    '</script><svg onload="window.top.__pwned = 1">',
    "`${window.top.__pwned = 1}`",
    "'); window.top.__pwned = 1; ('",
    r"back\1slash\u0041 \n",
    "map_div2 alert(coords); drawnItems",
    "bidi \u202egnorw\u202c and \u2066isolated\u2069",
    "null \x00 and line \u2028 paragraph \u2029",
    "lone \ud800 surrogate",
)


def frame(page: Page) -> FrameLocator:
    """The map's frame, once the basemap is drawn."""
    found = page.frame_locator(".st-key-map iframe")
    found.locator("html[data-map=drawn]").wait_for(state="attached")
    visit.at_rest(page)
    return found


def run(page: Page, script: str, argument: Any = None) -> Any:
    """Evaluate in the map's frame, where Leaflet's map is ``map``."""
    (found,) = (one for one in page.frames if "streamlit_folium" in one.url)
    return found.evaluate(script, argument)


def view(page: Page) -> list[float]:
    found: list[float] = run(page, "[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    return found


def at_rest(page: Page) -> None:
    """Wait until the server has told all and the map has stopped moving."""
    visit.at_rest(page)
    visit.stands_still(page)


def press(mark: Locator) -> None:
    """Click in the middle of a mark's painted part: the way along an arrow, the edge of a circle below another."""
    visit.at_rest(mark.page)
    spot = mark.evaluate(
        """mark => {
            const path = mark.querySelector('.hit, .shaft');
            if (path) {
                const at = path.getPointAtLength(path.getTotalLength() * 0.6), to = path.getScreenCTM();
                return [at.x * to.a + to.e, at.y * to.d + to.f];
            }
            const box = (mark.querySelector('.mark, rect') || mark).getBoundingClientRect();
            const x = box.left + box.width / 2;
            for (let y = box.top + 1; y < box.bottom; y += 1) {
                const hit = document.elementFromPoint(x, y);
                if (hit && hit.closest('[data-key]') === mark) return [x, y];
            }
            return [x, box.top + box.height / 2];
        }"""
    )
    frame_box = mark.page.locator(".st-key-map iframe").bounding_box()
    assert frame_box is not None
    mark.page.mouse.click(frame_box["x"] + spot[0], frame_box["y"] + spot[1])


@pytest.fixture
def dashboard(settled: Page) -> FrameLocator:
    return frame(settled)


@pytest.mark.parametrize("figure", VIEW.figures, ids=lambda figure: f"{figure.form}-{figure.short}")
def test_a_click_on_a_figure_opens_it_and_moves_nothing(settled: Page, dashboard: FrameLocator, figure: Any) -> None:
    before = view(settled)
    press(dashboard.locator(f'[role=button][data-claim="{figure.claim}"]').first)
    expect(settled.locator(f'.card[data-claim="{figure.claim}"]')).to_be_visible()
    expect(dashboard.locator(f'.selected[data-claim="{figure.claim}"]').first).to_be_attached()
    at_rest(settled)
    assert view(settled) == before


def test_every_figure_can_be_opened_by_keyboard(settled: Page, dashboard: FrameLocator) -> None:
    for figure in VIEW.figures:
        mark = dashboard.locator(f'[role=button][data-claim="{figure.claim}"]').first
        assert (mark.get_attribute("aria-label") or "").endswith(figure.tip)  # after the words of a list, where cut
        assert mark.get_attribute("tabindex") == "0"
        enter(mark)
        expect(settled.locator(f'.card[data-claim="{figure.claim}"]')).to_be_visible()


def test_the_first_view_holds_every_symbol(settled: Page, dashboard: FrameLocator) -> None:
    size = run(settled, "[map.getSize().x, map.getSize().y]")
    for box in dashboard.locator(".circle .mark, .arrow .head").evaluate_all(
        "all => all.map(one => { const b = one.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] })"
    ):
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= size[0]
        assert box[3] <= size[1]


def test_a_drag_selects_nothing(settled: Page, dashboard: FrameLocator) -> None:
    start = settled.locator(".st-key-map iframe").bounding_box()
    assert start is not None
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    before = view(settled)
    settled.mouse.move(x, y)
    settled.mouse.down()
    settled.mouse.move(x + 80, y + 40, steps=4)
    settled.mouse.up()
    at_rest(settled)
    assert view(settled) != before
    expect(dashboard.locator(".selected")).to_have_count(0)


@pytest.mark.parametrize(
    ("layer", "host"), [("osm", "tile.openstreetmap.org"), ("satellite", "gibs.earthdata.nasa.gov")]
)
def test_tiles_that_fail_bring_the_own_map_back(
    page: Page, server: Server, watch: Watch, layer: str, host: str
) -> None:
    page.goto(server.url)
    dashboard = frame(page)
    choice = dashboard.locator(".dateline-layers select")
    assert watch.blocked == []
    choice.select_option(layer)
    expect(dashboard.locator(".dateline-notice")).to_be_visible()
    expect(choice).to_have_value("vector")
    assert {urlsplit(address).hostname for address in watch.blocked} == {host}
    watch.blocked.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frame_has_the_theme_of_the_page(page: Page, server: Server, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(server.url)
    expect(frame(page).locator("html")).to_have_attribute("data-theme", scheme)


def attacked() -> Catalogue:
    """One claim and one place for each hostile text, around the antimeridian."""
    claims = []
    for number, text in enumerate(HOSTILE):
        place = replace(made.point(str(number), -15.0 + 2 * (number % 5), 176.0 + 3 * (number // 5)), name=text)
        claims.append(made.claim([(Role.AT, place)], words=text, counted=text))
    claims.append(made.claim([(Role.AT, made.nowhere(HOSTILE[3], note=HOSTILE[4]))], words=HOSTILE[4]))
    web = {"url": "javascript:window.top.__pwned=1", "file": "{{ 7 * 7 }}.txt"}
    collection = made.collection(claims, title=HOSTILE[3], **web)
    # The table that filters work on holds no half characters; the map has no filter here.
    empty = Catalogue.of(Collection(()))
    articles = {article.id: article for article in collection.articles}
    known = {claim.id: claim for claim in claims}
    return replace(empty, collection=collection, claims=known, articles=articles, spots=collection.places)


def test_hostile_texts_are_shown_as_text(fresh: Page, start: Callable[..., Server], tmp_path: Path) -> None:
    """The map alone, so that what the data set can hold at all (JSON without lone surrogates) is not the limit."""
    folder = copy_project(tmp_path / "project")
    (folder / "dashboard.py").write_text(
        "import streamlit as st\n"
        "from geo.panels import map, selection\n"
        "from tests.browser.test_map import attacked\n"
        "catalogue = st.cache_resource(attacked)()\n"
        "with st.container(key='map'):\n"
        "    map.render(catalogue, catalogue.collection.claims, selection.Selection())\n",
        encoding="utf-8",
    )
    server = start(folder, environment={"PYTHONPATH": str(ROOT)})
    fresh.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    fresh.goto(server.url)
    dashboard = frame(fresh)
    tips = dashboard.locator(".circle").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert len(tips) == len(HOSTILE)
    names = dashboard.locator(".label .name").evaluate_all("all => all.map(one => one.textContent)")
    for text in ("{{ cycler", "{% for one in", "<script>", "<img src=x", "`${window", "Map_div2 alert(coords);"):
        assert [name for name in names if name.startswith(text)], f"{text} is not shown as it is"
    dashboard.locator(".circle").first.hover(force=True)
    expect(dashboard.locator(".dateline-tip")).to_be_visible()
    assert fresh.evaluate("window.__pwned") is None
    assert run(fresh, "document.querySelectorAll('img, script:not([src]):not(:last-of-type)').length") <= 1
    assert not (folder / "written").exists()
    assert not (ROOT / "written").exists()


def test_a_collection_at_the_antimeridian_is_seen_in_one_view(
    page: Page, start: Callable[..., Server], tmp_path: Path
) -> None:
    folder = copy_project(tmp_path / "project")
    claims = [
        made.claim([(Role.AT, made.point("Suva", -18.14, 178.44, "FJ"))]),
        made.claim(
            [
                (Role.FROM, made.point("Apia", -13.83, -171.77, "WS")),
                (Role.TO, made.point("Levuka", -17.68, 178.83, "FJ")),
            ]
        ),
    ]
    save(made.collection(claims), folder / "data" / "collection.json")
    page.goto(start(folder).url)
    dashboard = frame(page)
    expect(dashboard.locator(".circle")).to_have_count(2)
    west, east = run(page, "[map.getBounds().getWest(), map.getBounds().getEast()]")
    assert west < 178
    assert east > 188
    assert east - west < 60


SIZES = ((1440, 900), (1024, 768), (390, 844))
WRITTEN = """all => all.map(one => {
    const parts = [...one.querySelectorAll(':not(.leader)')].map(part => part.getBoundingClientRect());
    const far = (pick, side) => pick(...parts.map(part => part[side]));
    return [far(Math.min, 'left'), far(Math.min, 'top'), far(Math.max, 'right'), far(Math.max, 'bottom')];
})"""
CROWD = made.point("Crowded", 14.0, 16.0, "TD")


def shown(page: Page, start: Callable[..., Server], folder: Path, claims: list[Claim]) -> FrameLocator:
    """The map of a collection made by hand."""
    project = copy_project(folder / "project")
    save(made.collection(claims), project / "data" / "collection.json")
    page.goto(start(project).url)
    return frame(page)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_that_is_written_covers_another_at_any_size(page: Page, server: Server, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(server.url)
    boxes = frame(page).locator(".label, .card").evaluate_all(WRITTEN)
    assert len(boxes) >= 4
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert min(a[2], b[2]) - max(a[0], b[0]) <= 2 or min(a[3], b[3]) - max(a[1], b[1]) <= 2


def test_on_a_phone_the_list_of_a_country_is_a_badge_that_opens(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server.url)
    dashboard = frame(page)
    badge = dashboard.locator(".badge:not([data-claim])").first
    enter(badge)
    listed = dashboard.locator(".dateline-list li button")
    expect(listed.first).to_be_focused()
    claim = listed.last.get_attribute("data-claim")
    enter(listed.last)
    expect(page.locator(f'.evidence .card[data-claim="{claim}"]')).to_be_visible()


def test_each_of_forty_figures_at_one_place_can_be_reached_by_keyboard(
    page: Page, start: Callable[..., Server], tmp_path: Path
) -> None:
    kinds = (Population.TROOPS, Population.REFUGEES)
    claims = [made.claim([(Role.AT, CROWD)], value=n + 1, population=kinds[n % 2]) for n in range(40)]
    dashboard = shown(page, start, tmp_path, claims)
    symbol = dashboard.locator(".cluster")
    expect(symbol).to_have_attribute("aria-label", "Crowded, 40 figures: 20 troops, 20 displaced")
    enter(symbol)
    listed = dashboard.locator(".dateline-list li button")
    expect(listed).to_have_count(40)
    assert {one.get_attribute("data-claim") for one in listed.all()} == {claim.id for claim in claims}
    enter(listed.nth(30))
    claim = listed.nth(30).get_attribute("data-claim")
    expect(page.locator(f'.evidence .card[data-claim="{claim}"]')).to_be_visible()
    expect(dashboard.locator(f'.circle.selected[data-claim="{claim}"]')).to_be_visible()
    visit.at_rest(page)
    page.keyboard.press("Escape")
    expect(dashboard.locator(".dateline-list")).to_be_hidden()
    expect(symbol).to_be_focused()


def test_near_places_share_a_symbol_that_parts_on_going_closer(
    page: Page, start: Callable[..., Server], tmp_path: Path
) -> None:
    near = [made.point(f"Near {n}", 14.0 + n * 0.2, 16.0 + n * 0.2, "TD") for n in range(4)]
    far = [made.point("West", 14.0, -15.0, "SN"), made.point("East", 12.0, 45.0, "YE")]
    claims = [made.claim([(Role.AT, place)]) for place in [*near, *far]]
    dashboard = shown(page, start, tmp_path, claims)
    symbol = dashboard.locator(".cluster")
    expect(symbol).to_have_attribute("aria-label", "Chad, 4 places, 4 figures")
    before = view(page)
    enter(symbol)
    expect(dashboard.locator(".cluster")).to_have_count(0)
    assert view(page)[2] > before[2]
    for claim in claims[:4]:
        expect(dashboard.locator(f'.circle[data-claim="{claim.id}"]')).to_be_in_viewport()
    expect(dashboard.locator(".circle:focus")).to_have_count(1)


def test_every_kind_of_line_differs_in_shape(page: Page, start: Callable[..., Server], tmp_path: Path) -> None:
    marks = (None, Status.ESTIMATED, Status.PLANNED, Status.DISPUTED, Status.DENIED)
    places = [made.point(f"Town {n}", 14.0, 16.0 + n, "TD") for n in range(5)]
    claims = [
        made.claim([(Role.AT, place)], statuses=(StatusMark(status, Span(0, 5)),) if status else ())
        for place, status in zip(places, marks, strict=True)
    ]
    dashboard = shown(page, start, tmp_path, claims)
    drawn = dashboard.locator(".circle").evaluate_all(
        """all => all.map(one => {
            const style = getComputedStyle(one.querySelector('.mark'));
            const bars = one.querySelectorAll('.struck-bar').length;
            return [style.fill, style.fillOpacity, style.strokeDasharray, bars].join();
        })"""
    )
    assert len(set(drawn)) == len(marks)


def test_no_map_asks_nobody_and_keeps_the_figures(page: Page, server: Server, watch: Watch) -> None:
    page.goto(server.url)
    dashboard = frame(page)
    before = dashboard.locator(".circle").count()
    dashboard.locator(".dateline-layers select").select_option("none")
    assert run(page, "document.querySelectorAll('.leaflet-tile').length") == 0
    assert dashboard.locator(".circle").count() == before
    assert watch.blocked == []


def test_a_filter_does_not_move_the_map(settled: Page, dashboard: FrameLocator) -> None:
    run(settled, "map.panBy([70, 50], {animate: false})")
    before = view(settled)
    marks = dashboard.locator(".figure").count()
    click(settled.locator(".st-key-filter-panels button").first)
    expect(dashboard.locator(".figure")).not_to_have_count(marks)
    at_rest(settled)
    assert view(settled) == before


def test_the_view_can_be_asked_for(settled: Page, dashboard: FrameLocator) -> None:
    expect(dashboard.locator(".circle").first).to_be_visible()
    run(settled, "map.setView([36.5, 70.25], 7.5, {animate: false})")
    assert run(settled, "window.parent.datelineView.view") == [36.5, 70.25, 7.5]


def test_whoever_wants_no_motion_gets_none(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.url)
    frame(page)
    assert run(page, "[map.options.zoomAnimation, map.options.fadeAnimation]") == [False, False]


def test_the_map_is_mounted_once(settled: Page, dashboard: FrameLocator) -> None:
    run(settled, "window.seen = 'the same frame'; map.panBy([40, 30], {animate: false})")
    before = view(settled)
    claims = [figure.claim for figure in VIEW.figures if figure.form is not Form.ARROW][:3]
    for claim in claims:
        press(dashboard.locator(f'[role=button][data-claim="{claim}"]').first)
        expect(settled.locator(f'.card[data-claim="{claim}"]')).to_be_visible()
    assert run(settled, "window.seen") == "the same frame"
    assert view(settled) == before


def test_a_row_of_the_panel_moves_the_map_there(settled: Page, dashboard: FrameLocator) -> None:
    figure = next(figure for figure in VIEW.figures if figure.form is Form.CIRCLE)
    place = next(place for place in VIEW.places if place.id == figure.place)
    run(settled, "window.seen = 'the same frame'; map.panBy([150, 100], {animate: false})")
    words = next(claim.quantity.words for claim in COLLECTION.claims if claim.id == figure.claim)
    click(settled.locator(".st-key-panel").get_by_role("button", name=words).first)
    expect(dashboard.locator(f'.selected[data-claim="{figure.claim}"]').first).to_be_attached()
    at_rest(settled)
    assert view(settled)[:2] == [pytest.approx(place.lat, abs=0.05), pytest.approx(place.lon, abs=0.05)]
    assert run(settled, "window.seen") == "the same frame"


def test_the_legend_folds_where_a_symbol_would_lie_under_it(settled: Page, dashboard: FrameLocator) -> None:
    """Moved under it, a symbol was not seen."""
    legend = dashboard.locator("details.dateline-legend")
    expect(legend).to_have_attribute("open", "")
    run(
        settled,
        """() => {
            const box = (one) => document.querySelector(one).getBoundingClientRect();
            const [over, symbol] = [box('.dateline-legend'), box('.circle .mark')];
            map.panBy([symbol.x - over.x - over.width / 2, symbol.y - over.y - over.height / 2], { animate: false });
        }""",
    )
    expect(legend).not_to_have_attribute("open", "")
    click(dashboard.get_by_title("Reset the view"))
    expect(legend).to_have_attribute("open", "")
