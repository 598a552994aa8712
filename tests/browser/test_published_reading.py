"""The published page reads, groups and searches as the page of Streamlit does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from benchmarks.collection import Newsroom
from geo.dataset.filter import Filter
from geo.dataset.fold import fold
from geo.dataset.query import Catalogue, adjectives, in_panel
from geo.maps.geometry import wrap
from geo.maps.layout import layout
from geo.model import Panel
from geo.sharing.document.compose import as_html
from geo.sheets.grouping import grouped
from geo.wording.grouping import Grouping
from geo.wording.passages import has
from tests.browser.test_accessibility import grave
from tests.browser.test_published import after, at_rest
from tests.browser.visit import DESKTOP, PHONE
from tests.conftest import ROOT

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def many() -> Catalogue:
    return Catalogue.of(Newsroom().collection(24, 120), adjectives(ROOT / "data" / "demonyms.csv"))


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Open:
    def open_(catalogue: Catalogue, query: str = "", **options: Any) -> Page:
        path = tmp_path / "map.html"
        path.write_bytes(as_html(catalogue, catalogue.select(Filter()), **options))
        page.emulate_media(reduced_motion="reduce")
        page.goto(path.as_uri() + query)
        return at_rest(page)

    return open_


def asked(page: Page, words: str) -> None:
    before = page.locator("html").get_attribute("data-shown")
    page.get_by_label("Search the sentences").fill(words)
    page.locator(f'html:not([data-shown="{before}"])').wait_for(state="attached")


@pytest.mark.parametrize("by", [Grouping.COUNTRY, Grouping.EVENT])
def test_figures_are_grouped_as_on_the_page(opened: Open, many: Catalogue, by: Grouping) -> None:
    page = after(opened(many), f"[data-group={by}]")
    while page.locator("[data-window=more]").count():
        after(page, "[data-window=more]")
    groups = grouped(many, in_panel(many.select(Filter()), Panel.TROOPS), by)
    titles = [title.replace("\u00a0", " ") for title in page.locator("#list .month").all_text_contents()]
    assert titles == [group.title for group in groups]
    order: list[str] = page.locator("#list .chart .row").evaluate_all("all => all.map((one) => one.dataset.id)")
    assert order == [claim.id for group in groups for claim in group.claims]


def test_few_figures_are_not_grouped(opened: Open, catalogue: Catalogue) -> None:
    assert opened(catalogue).locator("[data-group]").count() == 0


def test_a_figure_is_read_in_its_article(opened: Open, catalogue: Catalogue) -> None:
    page = opened(catalogue, texts=True)
    row = page.locator("#list .row").nth(1)
    claim = row.get_attribute("data-id")
    row.click()
    after(page, "[data-read]")
    mark = page.locator(f'.reader [data-id="{claim}"][aria-pressed=true]')
    expect(mark).to_be_in_viewport()
    article = catalogue.article(catalogue.claims[str(claim)])
    assert page.locator(".reader").get_attribute("aria-label") == article.title
    after(page, '.reader [data-pick=article][data-id=""]')
    assert page.locator(".article").count() == len(catalogue.articles)


def test_a_link_opens_the_article_that_is_read(opened: Open, catalogue: Catalogue) -> None:
    article = list(catalogue.articles.values())[1]
    page = opened(catalogue, f"?article={article.id}", texts=True)
    assert page.locator(".reader").get_attribute("aria-label") == article.title


def test_a_search_says_which_words_it_found_and_where(opened: Open, catalogue: Catalogue) -> None:
    """In the sentence of a figure, and in the articles beyond it."""
    page = opened(catalogue, texts=True)
    asked(page, "réfugees")
    assert {fold(word) for word in page.locator("#list .asked").all_text_contents()} == {"refugees"}
    asked(page, "militants")
    found = [it for it in catalogue.articles.values() if has(fold(it.text), ["militants"])]
    after(page, "#tabs [data-tab=articles]")
    assert page.locator(".passage .asked").count() == len(found) > 0
    after(page, ".passage")
    expect(page.locator(".reader .asked").first).to_be_in_viewport()


@pytest.mark.parametrize("words", ["camp", "ministry", "nothing has this"])
def test_articles_beyond_the_figures_are_counted(opened: Open, many: Catalogue, words: str) -> None:
    page = opened(many, texts=True)
    asked(page, words)
    told = {claim.article for claim in many.select(Filter(words=words))}
    others = [it.id for it in many.articles.values() if has(fold(it.text), words.split()) and it.id not in told]
    line = page.locator("#state [data-tab=articles]")
    assert line.count() == bool(others)
    assert not others or str(len(others)) in line.inner_text()


FILTERS = {
    "all": Filter(),
    "troops": Filter(panels=frozenset({Panel.TROOPS})),
    "words": Filter(words="camp"),
    "stated": Filter(inferred=False),
}


def test_a_filter_goes_where_most_of_its_figures_are(opened: Open, many: Catalogue) -> None:
    """One far away does not decide the view, as geo.maps.window has it."""
    page = opened(many)
    for wanted in FILTERS.values():
        shown = many.select(wanted)
        seen: Any = page.evaluate(
            "([ids, all]) => published.part('figures.json').then((data) => published.viewOf(data, new Set(ids), all))",
            [[claim.id for claim in shown], wanted.inferred],
        )
        (south, west), (north, east) = layout(many, shown).window
        assert [seen[0][0], seen[1][0]] == pytest.approx([south, north], abs=0.01)
        assert [seen[0][1], seen[1][1]] == pytest.approx([wrap(west, seen[0][1]), wrap(east, seen[1][1])], abs=0.01)


def test_unless_asked_for_the_texts_of_articles_stay_at_home(opened: Open, catalogue: Catalogue) -> None:
    page = opened(catalogue)
    page.locator("#list .row").first.click()
    page.locator(".evidence .card").wait_for()
    assert page.locator("[data-read]").count() == 0
    after(page, "#tabs [data-tab=articles]")
    assert page.locator(".article").count() == len(catalogue.articles)
    expect(page.locator("#list .rule").first).to_contain_text("Their texts stay with their publishers")
    assert "who blamed the worsening security" not in page.content()


@pytest.mark.parametrize(("theme", "size"), [("dark", DESKTOP), ("light", PHONE)], ids=["desktop", "phone"])
def test_no_grave_finding_in_any_view(
    opened: Open, page: Page, many: Catalogue, size: dict[str, int], theme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.emulate_media(color_scheme=theme)
    opened(many, texts=True)
    page.locator("#list .row").first.click()
    page.locator(".evidence .card").wait_for()
    found = grave(page.main_frame)
    asked(page, "camp")
    for tab in page.locator("#tabs .tab").evaluate_all("all => all.map((one) => one.dataset.tab)"):
        after(page, f"#tabs [data-tab={tab}]")
        found += [[tab, *one] for one in grave(page.main_frame)]
    after(page, "#tabs [data-tab=articles]")
    after(page, "#list [data-pick=article]")
    found += [["reader", *one] for one in grave(page.main_frame)]
    assert found == []
