"""States that a page is seldom seen in, each considered: words that say what is so and what to do, and no error."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from geo.dataset.store import Collection, save
from geo.model import Claim, ClaimPlace, Reading, Role
from tests import hand_made as made
from tests.browser.server import Server, serve
from tests.browser.visit import VIEWS, at_rest, click, search, the_map, visit
from tests.conftest import copy_project
from tests.nursery import Nursery

Show = Callable[[Collection], Page]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Iterator[Server]:
    """One running dashboard; each test gives it a data set of its own."""
    with serve(copy_project(tmp_path_factory.mktemp("states") / "project"), through=nursery) as running:
        yield running


@pytest.fixture
def show(page: Page, desk: Server) -> Iterator[Show]:
    """Open the page on a collection. At the end nothing has been printed that a reader should not meet."""
    before = len(desk.printed())

    def run(collection: Collection) -> Page:
        save(collection, desk.folder / "data" / "collection.json")
        return visit(page, desk)

    yield run
    assert "Traceback" not in desk.printed()[before:]
    expect(page.get_by_test_id("stException")).to_have_count(0)


def one_article(*claims: Claim) -> Collection:
    return Collection((Reading(made.DRILLS, made.toponyms(made.DRILLS, made.TAJIKISTAN, made.DUSHANBE), claims),))


def choose(page: Page, view: str) -> None:
    click(page.get_by_role("radio", name=view))
    expect(page.get_by_role("radio", name=view)).to_have_attribute("aria-checked", "true")
    at_rest(page)


def test_nothing_has_been_read(show: Show) -> None:
    page = show(Collection(()))
    expect(page.locator(".sheet header")).to_contain_text("No figures yet")
    expect(page.locator(".sheet header")).to_contain_text("Put text files into seeds/")
    expect(page.locator(".state")).to_contain_text("0 of 0 figures")
    expect(the_map(page).locator(".circle, .label, .card")).to_have_count(0)
    for view in VIEWS:
        choose(page, view)
        expect(page.locator(".st-key-panel .empty").first).to_be_visible()
        expect(page.locator(".st-key-panel .empty").get_by_role("button")).to_have_count(0)  # there is nothing to clear


def test_one_article_with_one_figure(show: Show) -> None:
    page = show(one_article(made.EXERCISE))
    expect(page.locator(".sheet header")).to_contain_text("1 figure from 1 article")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator(".st-key-panel")).not_to_contain_text("No total")  # one figure needs no reason
    expect(the_map(page).locator(".circle")).to_have_count(1)
    choose(page, "Displaced")
    expect(page.locator(".empty")).to_contain_text("The articles give no figure of displaced people.")
    expect(page.locator(".empty").get_by_role("button")).to_have_count(0)


def test_an_article_without_figures(show: Show) -> None:
    page = show(one_article())
    expect(page.locator(".sheet header")).to_contain_text("0 figures from 1 article")
    choose(page, "Articles")
    expect(page.locator(".article")).to_contain_text("No figure found in it.")
    click(page.locator(".article button"))
    expect(page.locator(".reader")).to_contain_text("201st")
    expect(page.locator(".reader .figure")).to_have_count(0)
    click(page.locator(".reader .named", has_text="Dushanbe").first)
    expect(page.locator(".evidence")).to_contain_text("No figure is about this place as such.")
    expect(the_map(page).get_by_text("Dushanbe", exact=True).first).to_be_visible()


def test_a_figure_without_a_place(show: Show) -> None:
    placeless = replace(made.EXERCISE, places=())
    lost = replace(made.GARRISON, places=(ClaimPlace(made.NOWHERE, Role.AT),))
    page = show(one_article(placeless, lost))
    click(page.locator(".tray summary"))
    expect(page.locator(".tray li")).to_have_count(2)
    expect(page.locator(".tray")).to_contain_text("Dateline did not find where")
    expect(page.locator(".tray")).to_contain_text("not in the gazetteer")
    click(page.locator(".tray li button").first)
    expect(page.locator(".evidence .card")).to_be_visible()
    expect(the_map(page).locator(".circle")).to_have_count(0)
    click(page.locator(f'.row[data-id="{placeless.id}"]'))
    expect(page.locator(".evidence .deed")).to_contain_text("place not found")


def test_no_figure_matches(show: Show) -> None:
    page = show(made.collection())
    search(page, "no such words")
    expect(page.locator(".state")).to_contain_text("0 of")
    expect(the_map(page).locator(".circle, .card, .arrow")).to_have_count(0)
    for view in ("Troops", "Displaced", "Timeline", "Places"):
        choose(page, view)
        # Streamlit takes the view before away at the end of a run: for a moment there may be two.
        shown = page.locator(".st-key-panel .empty").last
        expect(shown).to_contain_text(re.compile("No figure (with a date )?matches"))
    choose(page, "Articles")
    expect(page.locator(".article")).to_have_count(2)
    choose(page, "Places")
    click(page.locator(".empty").last.get_by_role("button", name="Clear filters"))
    expect(page.locator("tbody button").first).to_be_visible()
    expect(the_map(page).locator(".circle").first).to_be_visible()


def test_figures_without_a_date_are_not_on_the_timeline_which_leads_to_them(show: Show) -> None:
    undated = replace(made.GARRISON, happened=None, as_of=None, reported=None)
    drills = replace(made.DRILLS, published=None)
    page = show(Collection((Reading(drills, made.toponyms(drills, made.TAJIKISTAN), (undated,)),)))
    choose(page, "Timeline")
    empty = page.locator(".st-key-panel .empty").last
    expect(empty).to_contain_text("The articles give no figure with a date. There is 1 figure under Troops.")
    expect(empty.get_by_role("button")).to_have_count(1)  # there is no filter to clear
    click(empty.get_by_role("button", name="1 figure under Troops"))
    expect(page.locator(".row")).to_have_count(1)


def test_before_anything_was_known_every_view_leads_on(show: Show, desk: Server) -> None:
    """As if the articles gave no figure, and none had been read."""
    collection = made.collection()
    day = min(it.published for it in collection.articles if it.published)
    page = show(collection)
    for view in ("Troops", "Displaced", "Timeline", "Places", "Articles"):
        page.goto(f"{desk.url}?known={day.replace(day=1)}&words=troops")
        page.locator(".filter-chip").first.wait_for()
        choose(page, view)
        empty = page.locator(".st-key-panel .empty").last
        expect(empty).to_contain_text(
            re.compile("No figure (with a date )?matches|No article had been published by then")
        )
        expect(empty.get_by_role("button", name="Clear filters")).to_be_visible()
        if view != "Articles":
            expect(empty.get_by_role("button", name=re.compile("without “Known by"))).to_be_visible()
