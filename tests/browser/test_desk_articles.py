"""An article that was kept is put right at the desk, taken out, and brought back."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from geo.collections.decisions import edits
from geo.dataset.store import load as load_collection
from geo.model import Article
from tests.browser.server import Server
from tests.browser.test_desk import checking, opened
from tests.browser.visit import DESKTOP, PHONE, click, into_view, unfold

BUILDS = 240_000
"""Milliseconds for a build, which loads the language model, on a machine that others keep busy."""


def first(desk: Server) -> Article:
    """The article of the first figure."""
    built = load_collection(desk.folder / "data" / "collection.json")
    return built.articles[0]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_an_article_is_put_right_taken_out_and_brought_back(page: Page, desk: Server, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    home = desk.folder / "data"
    before = first(desk)
    opened(page, desk, "Check figures")
    checking(page)
    unfold(page, "Its article")
    page.get_by_label("Publisher", exact=True).fill("The Post")
    page.get_by_label("Address", exact=True).fill("post.example/a")
    click(page.get_by_role("button", name="Save what it tells"))
    refused = page.get_by_text("post.example/a: is no address of a page.")
    expect(refused).to_be_visible()
    page.get_by_label("Address", exact=True).fill("https://post.example/a")
    click(page.get_by_role("button", name="Save what it tells"))
    expect(page.get_by_text("Saved; it stands on the map when you go back to it.")).to_be_visible()
    expect(page.get_by_text("Last decided: address https://post.example/a, read as ")).to_be_visible()
    click(page.get_by_role("button", name="Take that back"))
    expect(page.get_by_text("Last decided: publisher The Post, read as ")).to_be_visible()
    expect(page.get_by_label("Address", exact=True)).to_have_value(before.url or "")
    assert [it.verdict for it in edits(home / "decisions.jsonl")] == ["mend", "mend", "undo"]
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for(timeout=BUILDS)
    assert first(desk).publisher == "The Post"

    click(page.get_by_role("button", name="Check figures"))
    checking(page)
    unfold(page, "Its article")
    click(page.get_by_role("button", name="Take the article out"))
    expect(page.get_by_text("has no reason")).to_be_visible()
    page.get_by_label("Why it is to be taken out").fill("a hoax")
    click(page.get_by_role("button", name="Take the article out"))
    expect(page.get_by_text("This article was taken out (Ada, ")).to_be_visible()
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for(timeout=BUILDS)
    built = load_collection(home / "collection.json")
    assert before.id not in {it.id for it in built.articles}
    assert [it.why for it in built.removed] == ["a hoax"]
    brought_back(page, desk, before)


def brought_back(page: Page, desk: Server, before: Article) -> None:
    """By the keyboard."""
    click(page.get_by_role("button", name="Add articles"))
    unfold(page, "Articles that are here (1)")
    articles = page.get_by_role("combobox", name="Put an article right, or take it out")
    articles.focus()
    into_view(articles)
    articles.press_sequentially("taken out")
    expect(page.get_by_role("option")).to_have_text([f"{before.title} (taken out)"])
    page.keyboard.press("Enter")
    click(page.get_by_role("button", name="Bring it back"))
    expect(page.get_by_text("It is back when you go back to the map.").first).to_be_visible()
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for(timeout=BUILDS)
    built = load_collection(desk.folder / "data" / "collection.json")
    assert not built.removed
    assert first(desk).publisher == "The Post"
    assert first(desk).published == before.published
    assert isinstance(before.published, date)
