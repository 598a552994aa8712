"""A view of the world: what can stand apart does, and what is about one country lies on it, not on its neighbours."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.test_ground import home
from tests.browser.test_labels import NINE, in_one_file
from tests.world import COUNTRIES, collection

MARKS = "(marks) => marks.map((it) => [it.getAttribute('aria-label'), Number(it.textContent.match(/[\\d,]+$/)[0])])"
"""What a ring or a badge is called, and its number."""


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
