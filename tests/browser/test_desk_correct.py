"""What a person puts right at the desk: every field of a figure, and its places by a click on the map."""

from playwright.sync_api import Page, expect

from geo.collections.decisions import load
from geo.dataset.store import load as load_collection
from geo.model import Action, Basis, Population, Precision, Role
from geo.model.decision import Field
from tests.browser.server import Server
from tests.browser.test_desk import checking, opened, saved
from tests.browser.visit import at_rest, click, open_list, unfold

WAIT = 120_000


def choose(page: Page, label: str, option: str) -> None:
    open_list(page.get_by_label(label, exact=True))
    click(page.get_by_role("option", name=option).first)


def test_every_field_is_put_right_and_a_place_is_picked_on_the_map(page: Page, desk: Server) -> None:
    path = desk.folder / "data" / "decisions.jsonl"
    opened(page, desk, "Check figures")
    checking(page)
    unfold(page, "Correct it")
    page.get_by_label("Whose troops, or which people", exact=True).fill("Uzbek")
    choose(page, "People", "Migrants")
    choose(page, "What they did", "Expel")
    choose(page, "Kind of figure", "Estimate")
    choose(page, "How firm it is", "Pledged")
    click(page.get_by_role("button", name="Save the correction"))
    card = page.locator(".card").first
    expect(card).to_contain_text("Who Uzbek, read as", timeout=WAIT)
    expect(card).to_contain_text("Pledged")
    assert len(saved(path, 5)) == 5
    assert {it.field: it.after for it in load(path)} == {
        Field.WHO: "Uzbek",
        Field.POPULATION: "migrants",
        Field.ACTION: "expel",
        Field.BASIS: "estimate",
        Field.STATUS: "pledged",
    }

    at_rest(page)
    unfold(page, "Correct its places")
    click(page.get_by_text("Pick it on the map"))
    frame = page.frame_locator("iframe[title*=folium]")
    frame.locator("html[data-map=drawn]").wait_for(state="attached", timeout=WAIT)
    at_rest(page)
    frame.locator(".leaflet-container").click(position={"x": 200, "y": 160})
    page.wait_for_function(
        "() => [...document.querySelectorAll('input')].some((it) => /^-?\\d+\\.\\d{4},/.test(it.value))"
    )
    at_rest(page)
    page.get_by_label("A place of my own: its name").fill("Camp Nine")
    page.get_by_label("Radius in km").fill("12")
    page.get_by_label("Known from").fill("UN map")
    choose(page, "Which place", "A further place")
    choose(page, "They were there, came from there, went there", "via")
    click(page.get_by_role("button", name="Save the place"))
    expect(card).to_contain_text("Place via Camp Nine, added", timeout=WAIT)
    made = load(path)[-1]
    assert made.place is not None
    assert (made.place.precision, made.place.radius_km, made.role) == (Precision.RADIUS, 12, Role.VIA)
    assert made.place.source == "entered by hand: UN map"


def test_a_missed_figure_is_added_by_selecting_its_words(page: Page, desk: Server) -> None:
    built = desk.folder / "data" / "collection.json"
    before = load_collection(built).claims
    opened(page, desk, "Check figures")
    checking(page)
    page.evaluate(
        """() => {
        const walker = document.createTreeWalker(document.querySelector(".reader"), NodeFilter.SHOW_TEXT);
        while (!walker.nextNode().data.includes("weapons, equipment"));
        const range = document.createRange(), at = walker.currentNode.data.indexOf("weapons, equipment");
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + "weapons, equipment".length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        }"""
    )
    click(page.get_by_role("button", name="Add “weapons, equipment”"))
    page.get_by_label("Figure", exact=True).fill("about 40", timeout=WAIT)
    choose(page, "People", "Evacuees")
    choose(page, "Its place", "Dushanbe")
    click(page.get_by_role("button", name="Add the figure"))
    expect(page.get_by_text("Added; it stands on the map")).to_be_visible(timeout=WAIT)
    click(page.locator('.reader [data-pick="claim"]').get_by_text("weapons, equipment"))  # it is marked at once
    expect(page.locator(".sheet .rule[role=status]").first).to_contain_text("added by hand")
    expect(page.locator(".sheet .card").first).to_contain_text("Dushanbe")
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for(timeout=WAIT)
    now = load_collection(built)
    (claim,) = [it for it in now.claims if it.id not in {old.id for old in before}]
    assert (claim.quantity.low, claim.population) == (40, Population.EVACUEES)
    assert (claim.action, claim.basis) == (Action.UNSTATED, Basis.EVENT), "nothing is chosen that nobody chose"
    assert [(used.place.name, used.role) for used in claim.places] == [("Dushanbe", Role.AT)]
    assert claim.span.of(next(it.text for it in now.articles if it.id == claim.article)) == "weapons, equipment"
    page.goto(f"{desk.url}?claim={claim.id}&data={now.version}")
    expect(page.locator(".evidence .card").first).to_contain_text("Added by hand", timeout=WAIT)


def test_the_editors_words_stand_on_the_page(page: Page, desk: Server) -> None:
    opened(page, desk, "Check figures")
    checking(page)
    first = page.locator(".card h3").first.inner_text()
    page.keyboard.press("h")
    page.get_by_label("Reason").fill("another story")
    page.keyboard.press("Enter")
    page.keyboard.press("e")
    page.get_by_label("Note").fill("The UN counts anew.")
    page.keyboard.press("Enter")
    assert saved(desk.folder / "data" / "decisions.jsonl", 2) == ["hide", "note"]
    expect(page.locator(".card").first).to_contain_text("The UN counts anew. (Ada, ", timeout=WAIT)
    click(page.get_by_role("button", name="Back to the map"))
    click(page.get_by_role("button", name="Add articles"))
    unfold(page, "Headline and standfirst")
    page.get_by_label("Headline; empty for one").fill("Moscow arms its ally")
    page.get_by_label("Standfirst, a sentence under it").fill("What two reports say.")
    click(page.get_by_role("button", name="Save the words"))
    expect(page.get_by_role("heading", name="Moscow arms its ally")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("What two reports say.")).to_be_visible()
    click(page.get_by_text("Method and limits"))
    expect(page.locator(".method")).to_contain_text("Hidden by the editor")
    expect(page.locator(".method")).to_contain_text(first.split()[0])
    expect(page.locator(".method")).to_contain_text("another story")
