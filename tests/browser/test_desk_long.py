"""A long text at the desk, before it counts: every proposed figure is marked beside its card, in every part."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import intake_made as made
from tests.browser.server import Server
from tests.browser.test_accessibility import grave
from tests.browser.visit import DESKTOP, PHONE, TABLET, at_rest, click

WAIT = 120_000
BETWEEN = ["The roads were dry, the shops were open, and the market was as full as on any other day of the week."] * 240
LONG = "\n\n".join(
    [made.TITLE, "3 March 2023", *made.STORY[:1], *BETWEEN, *made.STORY[1:], "https://www.example.org/long"]
)


@pytest.fixture
def desk(start: Callable[..., Server], project: Path) -> Server:
    return start(project, environment={"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"})


def test_figures_of_every_part_stand_beside_their_text(page: Page, desk: Server) -> None:
    page.goto(desk.url)
    page.get_by_role("button", name="Add articles").click(timeout=WAIT)
    page.get_by_label("Or paste one article").fill(LONG)
    page.get_by_role("button", name="Read them").click()
    page.get_by_role("button", name="Keep them").wait_for(timeout=2 * WAIT)
    beside = page.locator(".beside")
    expect(beside.get_by_text("1 of 2 figures is in this part.")).to_be_visible()
    expect(beside.locator(".card")).to_have_count(1)
    first = beside.locator(".pair").filter(has=page.locator(".card"))
    expect(first.locator(".text .figure")).to_contain_text("1,200 soldiers")
    expect(first.locator(".card")).to_contain_text("1,200 soldiers")
    click(beside.get_by_role("button", name="Next in part 3"))
    expect(beside.get_by_text("Part 3 of 3.").first).to_be_visible(timeout=WAIT)
    second = beside.locator(".pair").filter(has=page.locator(".card"))
    expect(second).to_have_count(1)
    expect(second.locator(".text .figure")).to_contain_text("3,000 people")
    for size in (DESKTOP, TABLET, PHONE):
        page.set_viewport_size(size)
        at_rest(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], "nothing to scroll sideways for"
        mark, card = (second.locator(it).bounding_box() for it in (".text .figure", ".card"))
        assert mark is not None
        assert card is not None
        if size is PHONE:
            assert card["y"] >= mark["y"] + mark["height"], "below its paragraph"
        else:
            assert card["x"] >= mark["x"] + mark["width"], "beside it"
            assert abs(card["y"] - mark["y"]) < 200
    assert grave(page) == []
