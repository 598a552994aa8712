"""Each filter as a reader sets it, by hand: map, counts, panel and the downloaded table agree, wide and on a phone."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue, adjectives, in_panel, people
from geo.dataset.store import load
from geo.model import Panel, Status
from geo.sharing.rows import rows
from tests.browser.visit import DESKTOP, PHONE, at_rest, click, map_frame, open_list, search
from tests.conftest import ROOT

CATALOGUE = Catalogue.of(load(ROOT / "data" / "collection.json"), adjectives(ROOT / "data" / "demonyms.csv"))
ON_MAP = "[...Object.values(map._layers).find((it) => it._shown instanceof Set)._shown]"


@dataclass(frozen=True)
class Asked:
    """What a reader does, and what is asked for thereby."""

    act: Callable[[Page], None]
    wanted: Filter


def chosen(key: str, name: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        open_list(page.locator(f".st-key-filter-{key} input"))
        page.keyboard.type(name)
        click(page.get_by_role("option", name=name, exact=True))
        page.keyboard.press("Escape")

    return act


def known(page: Page) -> None:
    open_list(page.locator(".st-key-filter-known [role=spinbutton]").first)
    page.keyboard.type("20072021")
    page.keyboard.press("Enter")


def later(page: Page) -> None:
    """The period without its first days."""
    first = page.locator(".st-key-filter-period input[type=range]").first
    at_rest(page)  # on a phone it has just been unfolded: what is not seen takes no key
    first.focus()
    expect(first).to_be_focused()
    for _ in range(30):
        page.keyboard.press("ArrowRight")


ASKED = {
    "population": Asked(
        lambda page: click(page.locator(".st-key-filter-panels").get_by_role("button", name="Displaced")),
        Filter(panels=frozenset({Panel.DISPLACED})),
    ),
    "status": Asked(chosen("statuses", "Withdrawn"), Filter(statuses=frozenset({Status.WITHDRAWN}))),
    "source": Asked(chosen("sources", "AFP"), Filter(sources=frozenset({"AFP"}))),
    "place": Asked(chosen("places", "Tajikistan"), Filter(places=frozenset({CATALOGUE.named["Tajikistan"]}))),
    "known": Asked(known, Filter(known_on=date(2021, 7, 20))),
    "inferred": Asked(lambda page: click(page.locator(".st-key-filter-inferred label").first), Filter(inferred=False)),
    "words": Asked(lambda page: search(page, "refugees"), Filter(words="refugees")),
    "period": Asked(later, Filter(first=date(2021, 7, 1), last=date(2021, 7, 31))),
}


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", ASKED)
def test_a_filter_that_is_set_by_hand_is_one_everywhere(
    settled_in: Callable[..., Page], name: str, size: dict[str, int]
) -> None:
    page = settled_in(size)
    if size is PHONE:
        click(page.locator(".st-key-fold button"))
        expect(page.locator(".st-key-filters")).to_be_visible()
    ASKED[name].act(page)
    expect(page.locator(".filter-chip")).to_have_count(1)
    at_rest(page)
    expected = CATALOGUE.select(ASKED[name].wanted)
    expect(page.locator(".state strong")).to_have_text(f"{len(people(expected))} of 8")
    placed = {row["id"] for row in rows(CATALOGUE, expected) if row["not_on_map"] is None}
    assert placed <= set(map_frame(page).evaluate(ON_MAP)) <= {claim.id for claim in expected}
    for view, panel in (("Troops", Panel.TROOPS), ("Displaced", Panel.DISPLACED)):
        own = in_panel(expected, panel)
        click(page.get_by_role("radio", name=f"{view} {len(own)}", exact=True))
        at_rest(page)
        listed = page.locator(".st-key-list .chart .row").evaluate_all("all => all.map((it) => it.dataset.id)")
        assert set(listed) >= {claim.id for claim in own}
        assert set(listed) <= {claim.id for claim in expected}
    click(page.get_by_role("button", name="Download"))
    with page.expect_download() as downloads:
        click(page.get_by_role("button", name="figures.csv"))
    text = Path(downloads.value.path()).read_text(encoding="utf-8-sig")
    table = csv.DictReader(io.StringIO(text, newline=""))
    assert [row["id"] for row in table] == [claim.id for claim in expected]
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="figures.csv")).to_have_count(0)
    if size is PHONE:
        click(page.locator(".st-key-fold button"))
        expect(page.locator(".st-key-filters")).to_be_hidden()
