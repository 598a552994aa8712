"""At the desk, figures are said to tell of one movement, and to tell of two; the map then has it so."""

from playwright.sync_api import Page, expect

from geo.collections.decisions import load
from geo.dataset.store import load as load_collection
from geo.model import Panel
from tests.browser.server import Server
from tests.browser.test_desk import checking, opened, saved
from tests.browser.test_desk_correct import choose
from tests.browser.test_visitors import drawn
from tests.browser.visit import DESKTOP, PHONE, TABLET, at_rest, click, open_list, the_map, unfold

WAIT = 120_000
FOLD = "Same movement as other figures"


def test_two_figures_are_merged_and_parted_again(page: Page, desk: Server) -> None:
    data = desk.folder / "data"
    built = load_collection(data / "collection.json")
    figures = sorted(built.readings[0].claims, key=lambda claim: claim.span.start)
    assert [claim.panel for claim in figures[:2]] == [Panel.OTHER, Panel.TROOPS]
    opened(page, desk, "Check figures")
    checking(page)
    page.keyboard.press("n")
    expect(page.get_by_text("2 of 9 · not checked")).to_be_visible(timeout=WAIT)
    at_rest(page)
    unfold(page, FOLD)
    open_list(page.get_by_label("Figures that tell of the same movement"))
    click(page.get_by_role("option", name="5,500"))
    page.keyboard.press("Escape")
    at_rest(page)
    click(page.get_by_role("button", name="Save what tells of it"))
    card = page.locator(".card").first
    expect(card).to_contain_text("Of the same movement (Ada, ", timeout=WAIT)
    assert saved(data / "decisions.jsonl", 1) == ["merge"]
    (made,) = load(data / "decisions.jsonl")
    assert made.about.claim == figures[1].id
    assert made.other is not None
    expect(page.get_by_text("2 of 9 · not checked")).to_be_visible()

    at_rest(page)
    if not page.get_by_role("button", name="Save what tells of it").is_visible():
        unfold(page, FOLD)
    for size in (DESKTOP, TABLET, PHONE):
        page.set_viewport_size(size)
        at_rest(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.set_viewport_size(DESKTOP)
    at_rest(page)
    box = page.get_by_test_id("stCheckbox").filter(has_text="5,500")
    expect(box.get_by_role("checkbox")).to_be_checked()
    box.locator("label").click()
    at_rest(page)
    click(page.get_by_role("button", name="Save what tells of it"))
    expect(card).to_contain_text("Of another movement (Ada, ", timeout=WAIT)
    assert saved(data / "decisions.jsonl", 2) == ["merge", "part"]
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for(timeout=2 * WAIT)
    after = load_collection(data / "collection.json")
    pair = {made.about.claim, made.other.claim}
    assert not any({link.first, link.second} == pair for link in after.links)
    decided = {it.verdict: review.claim for review in after.reviews for it in review.decisions}
    assert decided == {"merge": made.about.claim, "part": made.other.claim}, "what was unticked leaves, not the others"


def test_a_figure_is_put_first_and_its_words_are_hidden_on_the_map(page: Page, desk: Server) -> None:
    data = desk.folder / "data"
    opened(page, desk, "Check figures")
    checking(page)
    page.keyboard.press("n")
    expect(page.get_by_text("2 of 9 · not checked")).to_be_visible(timeout=WAIT)
    at_rest(page)
    unfold(page, "On the map and in lists")
    choose(page, "In lists", "First")
    choose(page, "Its words on the map", "Never: the symbol alone")
    click(page.get_by_role("button", name="Save how it stands"))
    expect(page.get_by_text("Saved; it stands so when you go back to the map.")).to_be_visible()
    assert saved(data / "decisions.jsonl", 2) == ["order", "label"]
    about = load(data / "decisions.jsonl")[0].about.claim
    expect(page.get_by_text("2 of 9 · not checked")).to_be_visible()
    click(page.get_by_role("button", name="Back to the map"))
    drawn(page)
    expect(page.locator(".st-key-list .row").first).to_have_attribute("data-id", about)
    frame = the_map(page)
    expect(frame.locator(f"text.words[data-claim='{about}'], .label [data-claim='{about}']")).to_have_count(0)
    expect(frame.locator(f"[data-claim='{about}']").first).to_be_attached()
