"""Where words stand on the map: over the country that they are about, whole at any width, clear of each other."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from benchmarks.collection import Newsroom
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue, adjectives
from geo.dataset.store import Collection, load
from geo.maps.geometry import holds, outlines
from geo.sharing.document.compose import as_html
from tests import world
from tests.conftest import ROOT

CAUGHT = """
  window.dateline = {};
  let make = null;
  Object.defineProperty(window.dateline, "create", {
    set(made) { make = made; },
    get() { return (...all) => (window.leaflet = make(...all)); },
  });
"""
"""Keeps the page's map of Leaflet as ``leaflet``."""

NINE = """(list) => {
  const frame = document.getElementById("map").getBoundingClientRect();
  const box = list.querySelector(".paper").getBoundingClientRect();
  return [0, 0.5, 1].flatMap((across) => [0, 0.5, 1].map((down) => {
    const point = [box.x - frame.x + across * box.width, box.y - frame.y + down * box.height];
    const at = leaflet.containerPointToLatLng(point);
    return [at.lat, at.lng];
  }));
}"""
"""Nine points of a list on the map, (lat, lon) in degrees."""

COVERED = """() => {
  const layers = [];
  leaflet.eachLayer((layer) => layers.push(layer));
  const names = layers.find((layer) => layer.written).written();
  const taken = layers.find((layer) => layer.taken).taken().filter((box) => box[4] === dateline.SOLID);
  const solid = dateline.boxes(taken);
  return names.filter((box) => solid.covered(box)).length;
}"""
"""How many names of the ground lie under symbols or words of the figures."""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def seeds() -> Collection:
    return load(ROOT / "data" / "collection.json")


def in_one_file(page: Page, path: Path, collection: Collection, size: tuple[int, int], query: str = "") -> None:
    """Open ``collection`` as a page in one file at ``path``, in a window of ``size``; its map of Leaflet is kept."""
    catalogue = Catalogue.of(collection, adjectives(ROOT / "data" / "demonyms.csv"))
    path.write_bytes(as_html(catalogue, catalogue.select(Filter())))
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(CAUGHT)
    page.goto(path.as_uri() + query)
    page.locator("html[data-map=drawn][data-shown]").wait_for(state="attached")


@pytest.fixture
def page(fresh: Page) -> Page:
    """A script of the test's own runs in it before all others."""
    return fresh


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Open:
    """Open a collection as a page in one file: ``opened(collection, width, query)``."""

    def open_(collection: Collection, width: int = 1440, query: str = "") -> Page:
        in_one_file(page, tmp_path / "map.html", collection, (width, 900 if width > 760 else 640), query)
        return page

    return open_


def test_a_list_about_one_country_stands_over_it(opened: Open, seeds: Collection) -> None:
    """That of Afghanistan's borders lay over Pakistan."""
    page = opened(seeds)
    points: list[Any] = page.locator("#map .card", has_text="Borders of Afghanistan").evaluate(NINE)
    home = list(outlines(seeds.geometries["country:AF"]))
    assert [holds(home, (lat, lon)) for lat, lon in points] == [True] * 9


def test_on_a_small_phone_no_figure_is_left_out(opened: Open, seeds: Collection) -> None:
    """What finds no room for its name has its number: two of Tajikistan, one of each border."""
    page = opened(seeds, width=320)
    words: list[str] = page.locator("#map .badge .name").all_text_contents()
    assert sum(int(word.split()[-1]) for word in words) == 4


def test_on_a_small_phone_words_stand_near_what_they_name(opened: Open, seeds: Collection) -> None:
    page = opened(seeds, width=320)
    expect(page.locator("#map .label").first).to_be_visible()
    assert page.locator("#map .label .leader").count() == 0


@pytest.mark.parametrize("width", [1440, 390])
def test_names_of_the_ground_yield_to_what_a_selection_writes(opened: Open, width: int) -> None:
    page = opened(Newsroom().collection(5, 25), width)
    for number in range(4):
        page.locator("#list .row").nth(number).click()
        page.locator("#list .row").nth(number).and_(page.locator("[aria-pressed=true]")).wait_for()
        page.wait_for_function(f"() => ({COVERED})() === 0")


def test_a_border_that_no_figure_stands_at_can_be_selected(opened: Open) -> None:
    """The page's own watch fails where the map throws an error."""
    page = opened(Newsroom().collection(5, 25), query="?place=border%3ACD-RW")
    expect(page.locator("#evidence h2").first).to_have_text("Democratic Republic of the Congo-Rwanda border")


def test_on_a_phone_the_words_of_an_arrow_are_whole(opened: Open, seeds: Collection) -> None:
    """They were cut after 28 letters, before what people did."""
    crossing = next(claim for claim in seeds.claims if claim.quantity.words == "77")
    longer = replace(crossing, counted=f"{crossing.counted} of three villages")
    readings = tuple(
        replace(it, claims=tuple(longer if claim is crossing else claim for claim in it.claims))
        for it in seeds.readings
    )
    page = opened(replace(seeds, readings=readings), width=320)
    words = page.locator(f'.dateline-figures .label [data-claim="{crossing.id}"]').first
    expect(words).to_have_text("77 Afghan civilians of three villages crossed")
    left, right = words.evaluate("it => [it.getBoundingClientRect().left, it.getBoundingClientRect().right]")
    assert 0 <= left < right <= 320


def test_a_list_tells_its_figures_whole(opened: Open, seeds: Collection) -> None:
    """ "90% of Afghanistan's borders: claimed, denied by Afghanistan's governme…" ended in a word."""
    page = opened(seeds)
    words = page.locator("#map .card .words")
    expect(words.filter(has_text="90%")).to_have_text(
        "90% of Afghanistan's borders: claimed, denied by Afghanistan's government in Kabul"
    )
    assert not [text for text in words.all_text_contents() if text.endswith("…")]
    outside = "list => [...list.querySelectorAll('.words')].filter((it) => it.getBoundingClientRect().right > " \
        "list.querySelector('.paper').getBoundingClientRect().right).length"  # fmt: skip
    assert (
        page.locator("#map .card").evaluate_all(f"cards => cards.map({outside})")
        == [0] * page.locator("#map .card").count()
    )


def test_what_lies_outside_is_not_told_as_of_one_place(opened: Open) -> None:
    """ "United States · 9" stood for the figures of three countries."""
    page = opened(world.collection(), width=320)
    edges = page.locator("#map .card.edge")
    expect(edges.first).to_be_visible()
    told = edges.evaluate_all("all => all.map((it) => [it.querySelector('text').textContent, it.ariaLabel])")
    several = [(text, label) for text, label in told if " more, " in label]
    assert several
    for text, label in several:
        assert " more · " in text or " +" in text or re.fullmatch(r"\W*[\d,]+\W*", text), (text, label)
