"""A view of the world: what can stand apart does, and what is about one country lies on it, not on its neighbours."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from benchmarks.collection import Newsroom
from geo.measures import MOST_NAMES
from tests.browser.test_ground import home
from tests.browser.test_labels import NINE, in_one_file
from tests.world import COUNTRIES, collection

MARKS = "(marks) => marks.map((it) => [it.getAttribute('aria-label'), Number(it.textContent.match(/[\\d,]+$/)[0])])"
"""What a ring or a badge is called, and its number."""


@pytest.fixture
def page(fresh: Page) -> Page:
    """A script of the test's own runs in it before all others."""
    return fresh


@pytest.mark.parametrize("width", [1440, 1100])
def test_what_can_stand_apart_does(page: Page, tmp_path: Path, width: int) -> None:
    """What was about Algeria and Niger was in Libya's ring, as far as 70 pixels away."""
    in_one_file(page, tmp_path / "map.html", collection(), (width, 900))
    found: list[tuple[str, int]] = page.locator("#map :is(.cluster, .badge)").evaluate_all(MARKS)
    numbers = sorted(number for _, number in found)
    assert numbers[-2:] == [4, 6], found  # a country and its towns share a ring
    assert set(numbers[:-2]) == {2}, found
    assert len(numbers) >= 11, found
    assert not [name for name, _ in found if " and " in name]


@pytest.mark.parametrize("width", [1440, 1100])
def test_a_name_on_a_badge_lies_on_its_own_country(page: Page, tmp_path: Path, width: int) -> None:
    """ "Afghanistan" lay over India."""
    in_one_file(page, tmp_path / "map.html", collection(), (width, 900))
    codes = {name: code for code, (name, _, _) in COUNTRIES.items()}
    badges = page.locator("#map .badge")
    assert badges.count() >= 6
    for number in range(badges.count()):
        words = str(badges.nth(number).locator(".name").text_content())
        if not (name := words.partition(" · ")[0].strip()).isdigit():
            points: list[Any] = badges.nth(number).evaluate(NINE)
            assert sum(home(*point) not in (None, codes.get(name)) for point in points) <= 4, words


NAMED = """() => {
  const place = (id, code) => ({ id, name: id, between: [code] });
  const [khartoum, kassala, asmara] = [place("Khartoum", "SD"), place("Kassala", "SD"), place("Asmara", "ER")];
  const whole = place("Sudan", "SD");
  const group = (key, ...places) => ({ key, places: new Set(places), figures: places.map((one) => ({ one })) });
  const small = group("small", whole, whole, kassala);
  const large = group("large", khartoum, khartoum, khartoum, asmara);
  const countries = { SD: "Sudan", ER: "Eritrea" };
  const scene = { world: true, countries, placeOf: ({ one }) => one, leading: new Map([["Sudan", "large"]]) };
  return [small, large].map((one) => dateline.region(scene, one));
}"""


def test_of_several_groups_in_a_country_the_fullest_has_its_name(page: Page, tmp_path: Path) -> None:
    """As in pictures (tests/test_maps_words.py); both were "Sudan and 1 more" where the country itself was the fullest
    place of the second."""
    in_one_file(page, tmp_path / "map.html", collection(1), (800, 600))
    assert page.evaluate(NAMED) == ["Kassala and 1 more", "Sudan and 1 more"]


CHAIN = """() => {
  const many = (length, made) => Array.from({ length }, (_, i) => made(i));
  const near = [[71, 0], [46, 25], [46, -25], [64, 18], [64, -18], [28, 18], [28, -18]];
  const spots = [[0, 0], [46, 0], ...near].map((at, i) => ({ id: "p" + i, name: "p" + i, between: ["AA"], at }));
  const places = new Map(spots.map((one) => [one.id, one]));
  const counts = [200, 6];
  const made = (id) => (n) => ({ claim: id + "." + n, place: id, value: 9 });
  const figures = spots.flatMap(({ id }, i) => many(counts[i] || 5, made(id)));
  const scene = {
    world: true, crowded: true, countries: {}, sizes: dateline.sizes([9]), near: () => true, inView: () => true,
    point: ([x, y]) => L.point(x, y), placeOf: ({ place }) => places.get(place), isSelected: () => false,
  };
  const { groups } = dateline.spots(scene, figures, places, []);
  return groups.map((group) => Math.max(...[...group.places].map(({ at }) => group.point.distanceTo(L.point(...at)))));
}"""
"""How far, in pixels, places are from the symbols that stand for them: a large one, and many small ones beside it."""


def test_no_ring_takes_in_one_after_the_other(page: Page, tmp_path: Path) -> None:
    """A ring that takes in its neighbour is larger and reaches the next: one stood for half of Europe and Asia."""
    in_one_file(page, tmp_path / "map.html", collection(1), (800, 600))
    away = page.evaluate(CHAIN)
    assert max(away) < 60


NAMES = "(marks) => marks.map((it) => it.textContent)"


@pytest.mark.parametrize(("width", "conflicts"), [(1024, 20), (390, 20)])
def test_a_dense_world_has_its_five_names(page: Page, tmp_path: Path, width: int, conflicts: int) -> None:
    """Where the fullest had no room for their names, nobody else got one: three stood there, or four."""
    in_one_file(page, tmp_path / "map.html", Newsroom(conflicts).collection(83, 500), (width, 900))
    names = page.locator("#map .label .name").evaluate_all(NAMES)
    names += [it for it in page.locator("#map .badge .name").evaluate_all(NAMES) if "·" in it]
    assert len(names) == len(set(names)) == MOST_NAMES, names


UNDER = """() => {
  const map = document.querySelector("#map");
  const frame = map.getBoundingClientRect();
  const controls = [...map.querySelectorAll(".leaflet-control")].map((one) => one.getBoundingClientRect());
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const at = (ring) => [ring.textContent, ...middle(ring.getBoundingClientRect())];
  const rings = [...map.querySelectorAll(".cluster")].map(at);
  const seen = rings.filter(([, x, y]) => x > frame.left && x < frame.right && y > frame.top && y < frame.bottom);
  const cut = ([, x, y]) => x < frame.left + 8 || x > frame.right - 8 || y < frame.top + 8 || y > frame.bottom - 8;
  const inside = (x, y) => ({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom;
  const under = ([, x, y]) => controls.some(inside(x, y));
  return [seen.length, seen.filter((ring) => cut(ring) || under(ring))];
}"""
"""The rings of a map, and those whose number is cut off at its edge or lies under a button."""


def test_on_a_small_phone_no_ring_lies_under_a_button_or_the_edge(page: Page, tmp_path: Path) -> None:
    """The world does not fit there: it stood where the ring of the Far East was cut in two."""
    in_one_file(page, tmp_path / "map.html", Newsroom(20).collection(83, 500), (320, 640))
    rings, hidden = page.evaluate(UNDER)
    assert rings > 5
    assert not hidden


CHOSEN = """(count) => {
  const seen = { drawn: 0, covered: [] };
  for (let number = 0; number < count; number++) {
    const row = document.querySelectorAll(".row[data-id]")[number];
    row.click();
    const mark = document.querySelector("#map .figure.circle.selected .mark");
    if (!mark || document.querySelector("#map .figure.selected").dataset.claim !== row.dataset.id) continue;
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    seen.drawn += 1;
    if (!there || !there.closest(".figure.selected")) seen.covered.push(row.dataset.id);
  }
  return seen;
}"""
"""Choose the first figures of the list one after the other; all of it happens in the page, before the next line."""


def test_the_chosen_figure_of_a_ring_lies_under_no_other_ring(page: Page, tmp_path: Path) -> None:
    """Of twenty that were chosen in the list, six were drawn where another ring lay on them."""
    in_one_file(page, tmp_path / "map.html", Newsroom(20).collection(83, 500), (1440, 900))
    page.locator(".row[data-id]").nth(19).wait_for()
    seen = page.evaluate(CHOSEN, 20)
    assert seen["drawn"] > 10, seen
    assert not seen["covered"]
