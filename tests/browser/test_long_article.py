"""A very long article and a damaged data set, as a reader meets them: parts to turn, and the last good data set."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from geo.dataset.store import Collection, save
from geo.model import Reading, Span
from tests import hand_made as made
from tests.browser.server import Server, serve
from tests.browser.visit import at_rest, click, visit
from tests.conftest import copy_project
from tests.nursery import Nursery

LINE = "40 troops left the north, and more were to follow within days.\n\n"


def article(figures: int) -> Reading:
    claims = tuple(
        replace(made.EXERCISE, id=f"c{n}", span=Span(n * len(LINE), n * len(LINE) + 9), sentence=Span(0, len(LINE) - 2))
        for n in range(figures)
    )
    where = replace(made.DRILLS, text=LINE * figures, title="A very long list")
    return Reading(where, (), tuple(replace(claim, article=where.id) for claim in claims))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Iterator[Server]:
    with serve(copy_project(tmp_path_factory.mktemp("long") / "project"), through=nursery) as running:
        save(Collection((article(2_000),)), running.folder / "data" / "collection.json")
        yield running


def test_a_long_article_is_read_in_parts(page: Page, desk: Server) -> None:
    visit(page, desk)
    click(page.get_by_role("radio", name="Articles"))
    click(page.get_by_role("button", name="A very long list"))
    reader = page.locator(".reader")
    expect(reader.get_by_text("Part 1 of ").first).to_be_visible()
    assert reader.locator(".figure").count() <= 400
    click(reader.get_by_role("button", name="Later").first)
    expect(reader.get_by_text("Part 2 of ").first).to_be_visible()
    mark = reader.locator(".figure").first
    chosen = mark.get_attribute("data-id")
    click(mark)
    expect(page.locator(f'.evidence .card[data-claim="{chosen}"]')).to_be_visible()
    expect(reader.locator(f'[data-id="{chosen}"][aria-pressed="true"]')).to_have_count(1)
    expect(reader.get_by_text("Part 2 of ").first).to_be_visible()
    click(reader.get_by_role("button", name="Earlier").first)
    expect(reader.get_by_text("Part 1 of ").first).to_be_visible()


def test_the_page_goes_on_with_the_last_good_data_set_and_says_so(page: Page, desk: Server) -> None:
    visit(page, desk)
    path = desk.folder / "data" / "collection.json"
    good = path.read_bytes()
    path.write_bytes(good[:-20])
    visit(page, desk)
    expect(page.get_by_role("alert")).to_have_text(
        "You see the last good data set. data/collection.json: is damaged. Run: python -m geo build"
    )
    expect(page.locator(".row").first).to_be_visible()
    path.write_bytes(good)
    visit(page, desk)
    at_rest(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert "Traceback" not in desk.printed()
