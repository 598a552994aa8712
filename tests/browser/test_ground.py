"""The ground's names: each in its own country, none under another; and symbols as the pictures have them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page

from benchmarks.collection import Newsroom
from geo import measures
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue, adjectives
from geo.dataset.store import Collection, load
from geo.sharing.picture import ground
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.lands import Lands
from geo.sharing.picture.map_picture import map_picture
from tests.browser.test_labels import in_one_file
from tests.conftest import ROOT

SVG = "{http://www.w3.org/2000/svg}"
WORLD = Frame(1.0, 1.0, 0.0, 0.0, 1.0)
WRITTEN = """
  const before = CanvasRenderingContext2D.prototype.fillText;
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  window.written = [];
  CanvasRenderingContext2D.prototype.clearRect = function (...all) {
    if (this.canvas.className.includes("basemap")) window.written = [];
    return clear.apply(this, all);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const box = [text, x, y, this.measureText(text).width, this.textAlign];
    if (this.canvas.className.includes("basemap")) window.written.push(box);
    return before.call(this, text, x, y);
  };
"""
"""Keeps what the ground's canvas says: [text, x, y, width, how it is aligned]."""
NAMES = """() => {
  const box = document.querySelector("#map canvas.dateline-basemap").getBoundingClientRect();
  const frame = document.getElementById("map").getBoundingClientRect();
  return window.written.filter(([, , , , align]) => align === "center").map(([text, x, y, wide]) => [
    text, ...[-0.3, 0, 0.3].map((share) => {
      const at = leaflet.containerPointToLatLng([box.x - frame.x + x + share * wide, box.y - frame.y + y]);
      return [at.lat, at.lng];
    }),
  ]);
}"""
"""The countries' names, with three points along each."""
OVER = """() => {
  const box = document.querySelector("#map canvas.dateline-basemap").getBoundingClientRect();
  const ground = window.written.map(([text, x, y, wide, align]) => {
    const left = box.x + x - (align === "center" ? wide / 2 : 0);
    return [text, left, box.y + y - 5, left + wide, box.y + y + 5];
  });
  const own = [...document.querySelectorAll("#map .label text, #map .card text")].map((text) => {
    const it = text.getBoundingClientRect();
    return [text.textContent, it.left + 1, it.top + 3, it.right - 1, it.bottom - 3];
  });
  const over = (a, b) => a[1] < b[3] && a[3] > b[1] && a[2] < b[4] && a[4] > b[2];
  const all = [...ground, ...own];
  const pairs = (one, i) => all.slice(i + 1).filter((other) => over(one, other)).map((other) => [one[0], other[0]]);
  return all.flatMap(pairs);
}"""
"""Pairs of names, of the ground and of figures, that lie over one another."""

Open = Callable[..., Page]


@pytest.fixture
def page(fresh: Page) -> Page:
    """A script of the test's own runs in it before all others."""
    return fresh


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Open:
    def open_(collection: Collection, width: int = 1440, query: str = "") -> Page:
        page.add_init_script(WRITTEN)
        in_one_file(page, tmp_path / "map.html", collection, (width, 900), query)
        page.wait_for_function("() => window.written.length > 0")
        return page

    return open_


def home(lat: float, lon: float) -> str | None:
    return Lands(WORLD).home(WORLD.at((lat, lon)))


def labelled() -> dict[str, tuple[str, float, float]]:
    return {name.upper(): (iso, lat, lon) for iso, name, lat, lon, _ in ground.names()}


@pytest.mark.parametrize(("conflicts", "width"), [(5, 1440), (20, 1024), (20, 768), (1, 1440)])
def test_a_country_is_named_on_its_own_land(opened: Open, conflicts: int, width: int) -> None:
    """RUSSIA stood in Kazakhstan, where its label point was taken."""
    page = opened(Newsroom(conflicts).collection(40, 160), width)
    found: list[Any] = page.evaluate(NAMES)
    assert found
    wrong = []
    for text, *points in found:
        iso, lat, lon = labelled()[text]
        (at, off), moved = points[1], [home(*point) for point in points]
        if abs(at - lat) + abs((off - lon + 180) % 360 - 180) > 1 and moved[1] != iso:
            wrong.append((text, moved))
    assert wrong == []


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("conflicts", [5, 20])
def test_no_name_lies_over_another(opened: Open, conflicts: int, width: int) -> None:
    page = opened(Newsroom(conflicts).collection(25, 60), width)
    page.wait_for_function(f"() => ({OVER})().length === 0")


@pytest.mark.parametrize("conflicts", [5, 20])
def test_a_picture_names_a_country_on_its_own_land(conflicts: int) -> None:
    catalogue = Catalogue.of(Newsroom(conflicts).collection(40, 160))
    frames = []
    kept = Frame.around
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Frame, "around", lambda *all, **named: frames.append(kept(*all, **named)) or frames[-1])
        root = ET.fromstring(map_picture(catalogue, tuple(catalogue.claims.values())))  # noqa: S314 - our own
    frame = frames[-1]  # the one before had no room for the credits
    lands = Lands(frame)
    names = [it for it in root.iter(f"{SVG}text") if it.get("letter-spacing")]
    assert len(names) > 10
    for name in names:
        iso, lat, lon = labelled()[str(name.text)]
        x, y = float(name.get("x", "")), float(name.get("y", "")) - 4
        label = frame.at((lat, lon))
        assert abs(label[0] - x) + abs(label[1] - y) < 2 or lands.home((x, y)) == iso, name.text


def test_the_page_and_pictures_draw_figures_as_large(opened: Open) -> None:
    collection = load(ROOT / "data" / "collection.json")
    page = opened(collection)
    values = [5, 77, 1_000, 5_500, 230_000]
    drawn = page.evaluate("(values) => values.map((value) => dateline.sizes(values).radius(value))", values)
    unit = measures.unit(values)
    assert drawn == pytest.approx([max(measures.SMALLEST, unit * value**0.5) for value in values])
    counts = [2, 7, 40, 900]
    assert page.evaluate("(all) => all.map((one) => dateline.reach(one))", counts) == pytest.approx(
        [measures.ring(count) for count in counts]
    )
    catalogue = Catalogue.of(collection, adjectives(ROOT / "data" / "demonyms.csv"))
    root = ET.fromstring(map_picture(catalogue, catalogue.select(Filter())))  # noqa: S314 - our own
    compared = 0
    for group in root.iter(f"{SVG}g"):
        here = f'#map .figure[data-claim="{group.get("data-claim")}"]'
        if group.find(f"{SVG}polygon") is None:
            mark, size, on_page = group.find(f"{SVG}circle"), "r", page.locator(f"{here} circle.mark").first
        else:
            mark, size, on_page = group.find(f"{SVG}path"), "stroke-width", page.locator(f"{here}.arrow .shaft").first
        if mark is not None and on_page.count():
            compared += 1
            assert float(on_page.get_attribute(size) or 0) == pytest.approx(float(mark.get(size, "")), abs=0.06)
    assert compared >= 8


def test_a_view_of_the_world_keeps_its_rings_where_few_are_in_view(opened: Open) -> None:
    """Those at its edge became circles of another size and words over the ocean."""
    page = opened(Newsroom(20).collection(40, 160), 1024)
    page.evaluate("leaflet.setView([-45, 100], 2, { animate: false })")
    page.wait_for_function("() => document.querySelector('#map .cluster')")
    assert page.locator("#map .pill").count() == 0
