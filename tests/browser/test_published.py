"""The published page in a browser: one file from a disk, and a folder on a plain host under a path of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext, Page, expect

from geo.dataset.filter import PEOPLE, Filter
from geo.dataset.query import Catalogue, people
from geo.dataset.store import Collection
from geo.model import Panel, Reading, Status
from geo.panels.filters import chips
from geo.sharing import link, periods
from geo.sharing.document.compose import as_html
from geo.sharing.document.publish import WIDTHS, publish
from geo.sharing.export import EXPORTS
from geo.sharing.rows import rows
from geo.sharing.shown import Shown
from geo.sharing.view import Selection, Tab, View
from geo.wording import dates
from geo.wording.described import described
from geo.wording.differences import about, origins
from tests import hand_made as made
from tests.browser.conftest import PATIENCE
from tests.browser.test_accessibility import grave
from tests.browser.visit import DESKTOP, PHONE
from tests.published import host

SUB_PATH = "news/2021/border map"
"""Where the folder stands on its host."""


@pytest.fixture(scope="module")
def site(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the published folder."""
    root = tmp_path_factory.mktemp("site")
    publish(
        Shown(catalogue, catalogue.select(Filter())), root / SUB_PATH, exports={"figures.csv": EXPORTS["figures.csv"]}
    )
    with host(root) as address:
        yield f"{address}{SUB_PATH.replace(' ', '%20')}/"


@pytest.fixture(scope="module")
def file(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("file") / "map.html"
    path.write_bytes(as_html(catalogue, catalogue.select(Filter())))
    return path.as_uri()


def at_rest(page: Page) -> Page:
    """Wait for the map and for the list."""
    page.locator("html[data-map=drawn][data-shown]").wait_for(state="attached")
    return page


def after(page: Page, act: str) -> Page:
    """Click what ``act`` selects and wait until the panel shows what follows."""
    page.locator(act).first.wait_for()
    before = page.locator("html").get_attribute("data-shown")
    page.locator(act).first.click()
    page.locator(f'html:not([data-shown="{before}"])').wait_for(state="attached")
    return page


def listed(page: Page) -> set[str]:
    """The claims in the list."""
    found: list[str] = page.locator("#list .row").evaluate_all("all => all.map((one) => one.dataset.id)")
    return set(found)


@pytest.mark.parametrize("where", ["file", "site"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, {"width": 1100, "height": 800}], ids=["1440", "390", "1100"])
def test_it_opens_and_asks_nobody_else(
    page: Page, request: pytest.FixtureRequest, where: str, size: dict[str, int]
) -> None:
    """The page's own watch fails where another machine is asked, or an error is thrown."""
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(request.getfixturevalue(where))
    at_rest(page)
    assert page.locator("#map [data-claim]").count() > 3
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert grave(page.main_frame) == []


def test_a_folder_that_is_opened_from_a_disk_leads_to_the_file(
    page: Page, catalogue: Catalogue, tmp_path: Path
) -> None:
    only = {"map.html": EXPORTS["map.html"]}
    publish(Shown(catalogue, catalogue.select(Filter())), tmp_path / "map", exports=only)
    page.goto((tmp_path / "map" / "index.html").as_uri() + "?panel=timeline")
    page.wait_for_url("**/map.html*")
    at_rest(page)
    assert page.locator("#tabs [aria-pressed=true]").inner_text() == "Timeline"


FILTERS = {
    "all": Filter(),
    "words": Filter(words="réfugees"),
    "apostrophe": Filter(words="Afghanistan's border"),
    "panel": Filter(panels=frozenset({Panel.DISPLACED})),
    "status": Filter(statuses=frozenset({Status.WITHDRAWN, Status.DENIED})),
    "source": Filter(sources=frozenset({"AFP"})),
    "stated": Filter(inferred=False),
    "stated place": Filter(inferred=False, places=frozenset({"TJ"})),
    "known": Filter(known_on=date(2021, 7, 20)),
    "none": Filter(words="nothing has this"),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_lets_through_what_the_page_of_streamlit_does(
    page: Page, site: str, catalogue: Catalogue, name: str
) -> None:
    """The same link, the same figures, the same count, in the list, on the map and in the table."""
    wanted = FILTERS[name]
    if wanted.places:
        wanted = replace(wanted, places=frozenset({catalogue.named["Tajikistan"]}))
    expected = catalogue.select(wanted)
    for tab, panel in ((Tab.TROOPS, Panel.TROOPS), (Tab.DISPLACED, Panel.DISPLACED)):
        own = {claim.id for claim in expected if claim.panel is panel}
        query = link.encode(View(filter=wanted, tab=tab), catalogue.collection.version)
        page.goto(f"{site}?{urlencode(query, doseq=True)}")
        at_rest(page)
        expect(page.locator("#state strong")).to_have_text(f"{len(people(expected))} of 8")
        if own:
            assert {it for it in listed(page) if catalogue.claims[it].panel is panel} == own
    on_map = {row["id"] for row in rows(catalogue, expected) if row["not_on_map"] is None}
    drawn = page.locator("#map [data-claim]").evaluate_all("all => all.map((one) => one.dataset.claim)")
    assert set(drawn) <= on_map
    assert wanted.panels == PEOPLE or not any(catalogue.claims[it].panel is Panel.TROOPS for it in drawn)


def test_a_click_on_the_map_opens_the_evidence_and_marks_the_row(page: Page, site: str, catalogue: Catalogue) -> None:
    page.goto(site)
    at_rest(page)
    mark = page.locator("#map .figure.circle[data-claim]").last  # the topmost
    claim = str(mark.get_attribute("data-claim"))
    mark.click()
    card = page.locator(f'.evidence .card[data-claim="{claim}"]')
    card.locator("blockquote mark").first.wait_for()
    told = described(catalogue, catalogue.claims[claim])
    assert told.counted in card.locator("h3").inner_text()
    assert told.when in card.inner_text().replace("\u00a0", " ")
    row = page.locator('#list .row[aria-pressed="true"]')
    expect(row).to_have_attribute("data-id", claim)
    assert f"claim={claim}" in page.url
    page.reload()
    at_rest(page)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".evidence").wait_for(state="detached")


def test_by_keyboard_the_card_is_the_next_stop_and_escape_goes_back(page: Page, file: str) -> None:
    page.goto(file)
    at_rest(page)
    mark = page.locator("#map .figure.circle[data-claim]").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".evidence")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator(".evidence").wait_for(state="detached")
    assert page.evaluate("document.activeElement.closest('#map') !== null")


def test_each_view_is_filled(page: Page, site: str, catalogue: Catalogue) -> None:
    page.goto(site)
    at_rest(page)
    after(page, "[data-tab=timeline]")
    assert listed(page) == {claim.id for claim in people(catalogue.claims.values())}
    after(page, "[data-tab=places]")
    expect(page.locator("#list tbody tr")).to_have_count(len(catalogue.places(catalogue.claims.values())))
    after(page, "[data-tab=articles]")
    expect(page.locator("#list .article")).to_have_count(2)
    after(page, "[data-tab=told-differently]")
    ledger = page.locator("#list .ledger")
    (movement,) = catalogue.differences(people(catalogue.claims.values()))
    told = f"{about(catalogue, movement[0])} · {origins(catalogue, movement)}"
    expect(ledger.locator("caption")).to_have_text(told)
    expect(ledger.locator("tbody tr")).to_have_count(2)


def test_an_empty_list_says_which_filter_to_give_up(page: Page, file: str) -> None:
    """As on the page of Streamlit: it only offered to clear all of them."""
    page.goto(f"{file}?{urlencode({'status': 'withdrawn', 'words': 'shir khan'})}")
    empty = page.locator("#list .empty")
    expect(empty).to_contain_text("There is 1 figure without “shir khan”")
    empty.locator("button", has_text="without “Withdrawn”").click()
    expect(page.locator(".state")).to_contain_text("Showing 2 of 8")
    expect(page.locator("#list .row").first).to_be_visible()


def test_the_timeline_leads_to_figures_without_a_date(page: Page, tmp_path: Path) -> None:
    drills = replace(made.DRILLS, published=None)
    undated = replace(made.GARRISON, happened=None, as_of=None, reported=None)
    reading = Reading(drills, made.toponyms(drills, made.TAJIKISTAN), (undated,))
    only = Catalogue.of(Collection((reading,)))
    (path := tmp_path / "map.html").write_bytes(as_html(only, only.select(Filter())))
    page.goto(f"{path.as_uri()}?panel=timeline")
    empty = page.locator("#list .empty")
    expect(empty).to_contain_text("No figure with a date matches. There is 1 figure under Troops.")
    empty.locator("button", has_text="1 figure under Troops").click()
    expect(page.locator("#list .row")).to_have_count(1)


def test_what_was_known_on_a_day_tells_of_nothing_later(page: Page, site: str, catalogue: Catalogue) -> None:
    first = next(claim for claim in catalogue.claims.values() if claim.quantity.words == "more than 1,000")
    for known, told in (("2021-07-20", 0), ("2021-07-28", 1)):
        page.goto(f"{site}?claim={first.id}&known={known}")
        at_rest(page)
        expect(page.locator(".evidence dt", has_text="Differs from")).to_have_count(told)
        expect(page.locator(".evidence .further")).to_have_count(told)
        after(page, "[data-tab=told-differently]")
        expect(page.locator("#list .ledger")).to_have_count(told)


def test_words_narrow_and_one_click_goes_back(page: Page, file: str) -> None:
    page.goto(file)
    at_rest(page)
    page.locator("#find input[type=search]").fill("réfugees")
    expect(page.locator("#state strong")).to_have_text("1 of 8")
    expect(page.locator("#tabs [aria-pressed=true]")).to_have_text("Displaced 1")
    after(page, ".filter-chip")
    expect(page.locator("#state strong")).to_have_text("8 of 8")


@pytest.mark.parametrize(
    "days",
    [("2021-07-05", "2021-07-11"), ("2021-07-01", "2021-07-31"), ("2021-06-28", "2021-07-04"), ("", "2021-07-20")],
    ids="to".join,
)
def test_a_period_is_one_chip_in_the_words_of_the_page(
    page: Page, file: str, catalogue: Catalogue, days: tuple[str, str]
) -> None:
    """It was two, one a day: a wording of its own."""
    page.goto(f"{file}?{urlencode({'from': days[0], 'to': days[1]})}")
    at_rest(page)
    whole = periods.whole(catalogue)
    assert whole is not None
    begins, last = date.fromisoformat(days[0] or str(whole[0])), date.fromisoformat(days[1])
    wanted = Filter(first=begins, last=last)
    (words,) = chips(wanted, catalogue).values()
    expect(page.locator(".filter-chip span:first-child")).to_have_text(words)
    expect(page.locator("#state strong")).to_have_text(f"{len(people(catalogue.select(wanted)))} of 8")
    after(page, ".filter-chip")
    expect(page.locator(".filter-chip")).to_have_count(0)
    expect(page.locator("#state strong")).to_have_text("8 of 8")


@given(first=st.dates(date(1000, 1, 1), date(2999, 1, 1)), days=st.sampled_from([0, 1, 27, 28, 29, 30, 364, 365, 1000]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_both_pages_word_a_period_alike(page: Page, file: str, first: date, days: int) -> None:
    if page.url != file:
        page.goto(file)
    for begins in (first, first.replace(day=1)):
        last = begins + timedelta(days=days)
        found = page.evaluate("([first, last]) => published.period(first, last)", [str(begins), str(last)])
        assert found == dates.period(begins, last)


def test_a_link_of_another_data_set_says_so(page: Page, site: str) -> None:
    page.goto(f"{site}?claim=of-another&data=000000000000")
    at_rest(page)
    expect(page.locator("#notice")).to_contain_text("The data set has changed since this link was made")
    page.goto(f"{site}?from=yesterday")
    at_rest(page)
    expect(page.locator("#notice")).to_contain_text("This link cannot be used here")


def test_a_local_address_is_not_copied_without_a_word(page: Page, site: str, file: str) -> None:
    for address, words in ((site, "your own machine"), (file, "on your disk")):
        page.goto(address)
        at_rest(page)
        page.locator("#head [data-link]").click()
        expect(page.locator("#head .said")).to_contain_text(words)


def test_a_link_of_the_page_is_one_of_the_folder(page: Page, site: str, catalogue: Catalogue) -> None:
    claim = next(claim for claim in catalogue.claims.values() if claim.panel is Panel.DISPLACED)
    query = link.address(View(selection=Selection(claim=claim.id), tab=Tab.DISPLACED), catalogue)
    page.goto(site + query)
    at_rest(page)
    expect(page.locator(f'.evidence .card[data-claim="{claim.id}"]')).to_be_visible()
    expect(page.locator("#notice")).to_be_empty()


def test_on_a_phone_the_map_stays_in_sight_above_the_card(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site)
    at_rest(page)
    after(page, "#list .row >> nth=3")
    card = page.locator(".evidence .card h3").first
    card.wait_for()
    page.wait_for_function(  # the page slides there
        """() => {
          const [world, card] = ["#map", ".evidence .card h3"].map(
            (it) => document.querySelector(it).getBoundingClientRect());
          return world.top >= -1 && world.bottom <= card.top + 1 && card.top + 1 < innerHeight;
        }"""
    )
    world = page.locator("#map").bounding_box()
    assert world is not None
    assert 0.4 < world["height"] / PHONE["height"] < 0.5


def test_frames_take_the_height_of_what_they_hold(page: Page, site: str) -> None:
    """embed.html is somebody's page: at every width nothing scrolls within a frame, and nothing is cut off."""
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(f"{site}embed.html")
    frames = page.locator("iframe")
    expect(frames).to_have_count(len(WIDTHS))
    for number, width in enumerate(WIDTHS):
        frames.nth(number).scroll_into_view_if_needed()
        inner = page.frame_locator("iframe").nth(number)
        inner.locator("html[data-map=drawn][data-shown]").wait_for(state="attached")
        inner.locator("#list .row").first.wait_for()
        root = inner.locator("html")
        expect(root).to_have_class("framed")
        page.wait_for_function(  # the frame has told its height
            """(nth) => {
              const frame = document.querySelectorAll("iframe")[nth];
              const held = frame.contentDocument.body.getBoundingClientRect().height;
              return Math.abs(held - Number(frame.height)) <= 1;
            }""",
            arg=number,
        )
        assert root.evaluate("one => one.scrollWidth") <= width
        height = float(str(frames.nth(number).get_attribute("height")))
        assert inner.locator("#list .row").count() >= 5
        assert 250 < height < 1400


@pytest.mark.parametrize("width", [320, 390, 480])
def test_the_tabs_of_a_narrow_page_are_whole(page: Page, site: str, width: int) -> None:
    """The last of them were cut off, and nothing said that they could be pushed."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site)
    at_rest(page)
    expect(page.locator("#tabs .tab")).to_have_count(6)
    assert page.locator("#tabs").evaluate("one => one.scrollWidth <= one.clientWidth")
    assert page.locator("#tabs .tab").evaluate_all("all => all.every((one) => one.scrollWidth <= one.clientWidth)")


@pytest.fixture
def touched(browser: object, watch: object) -> Iterator[BrowserContext]:
    phone = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[attr-defined]
    phone.set_default_timeout(PATIENCE)
    yield phone
    phone.close()


def test_a_finger_on_the_map_of_a_frame_scrolls_the_page_around(touched: BrowserContext, site: str) -> None:
    page = touched.new_page()
    page.goto(f"{site}?embed=true")
    at_rest(page)
    assert page.locator("#map").evaluate("one => getComputedStyle(one).touchAction") == "pan-x pan-y"
    page.goto(site)
    at_rest(page)
    assert page.locator("#map").evaluate("one => getComputedStyle(one).touchAction") == "none"
