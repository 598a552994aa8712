"""A view of the world: what can stand apart does, and what is about one country lies on it, not on its neighbours."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from geo.dataset.store import Collection
from geo.model import Action, ClaimPlace, Place, PlaceKind, Precision, Reading, Role
from tests import hand_made as made
from tests.browser.test_ground import home
from tests.browser.test_labels import NINE, in_one_file

COUNTRIES = {
    "LY": ("Libya", 27.0, 17.3), "SD": ("Sudan", 15.6, 30.1), "TH": ("Thailand", 15.5, 101.1),
    "CN": ("China", 35.0, 103.0), "AF": ("Afghanistan", 33.8, 66.5), "VE": ("Venezuela", 7.2, -66.4),
    "UA": ("Ukraine", 49.4, 31.3), "TZ": ("Tanzania", -6.3, 34.9), "GB": ("United Kingdom", 53.9, -2.1),
    "CA": ("Canada", 60.3, -101.9), "DZ": ("Algeria", 28.2, 2.7),
    "NE": ("Niger", 17.3, 9.4), "SA": ("Saudi Arabia", 24.1, 44.5),
}  # fmt: skip
TOWNS = {
    "Tripoli": ("LY", 32.9, 13.2),
    "Misrata": ("LY", 32.4, 15.1),
    "Aleppo": ("SY", 36.2, 37.2),
    "Idlib": ("SY", 35.9, 36.6),
}
MARKS = "(marks) => marks.map((it) => [it.getAttribute('aria-label'), Number(it.textContent.match(/[\\d,]+$/)[0])])"
"""What a ring or a badge is called, and its number."""


def places() -> list[Place]:
    areas = [
        Place(f"c:{code}", name, PlaceKind.COUNTRY, Precision.AREA, (code,), lat, lon, "Natural Earth")
        for code, (name, lat, lon) in COUNTRIES.items()
    ]
    towns = [
        Place(f"gn:{name}", name, PlaceKind.CITY, Precision.POINT, (code,), lat, lon, "GeoNames")
        for name, (code, lat, lon) in TOWNS.items()
    ]
    return areas + towns


def collection(times: int = 2) -> Collection:
    """Figures in countries and in towns of two, ``times`` at each."""
    claims = tuple(
        replace(made.FLED, id=f"{place.id} {time}", action=Action.PRESENT, places=(ClaimPlace(place, Role.AT),))
        for place in places()
        for time in range(times)
    )
    return Collection((Reading(made.DRILLS, (), tuple(replace(it, article=made.DRILLS.id) for it in claims)),))


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
