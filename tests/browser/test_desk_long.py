"""A long text at the desk: before it counts, every proposed figure is marked beside its card, in every part; once it
does, sixty figures are gone through by key."""

import json

from playwright.sync_api import Page, expect

from geo.__main__ import main
from tests import intake_made as made
from tests.browser.server import Server
from tests.browser.test_accessibility import grave
from tests.browser.test_desk import checking, saved
from tests.browser.visit import DESKTOP, PHONE, TABLET, at_rest, click

WAIT = 120_000
BETWEEN = ["The roads were dry, the shops were open, and the market was as full as on any other day of the week."] * 240
LONG = "\n\n".join(
    [made.TITLE, "3 March 2023", *made.STORY[:1], *BETWEEN, *made.STORY[1:], "https://www.example.org/long"]
)


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


TOWNS = (
    "Goma",
    "Bukavu",
    "Dadaab",
    "Mandera",
    "Garissa",
    "Aleppo",
    "Homs",
    "Idlib",
    "Raqqa",
    "Hama",
    "Mosul",
    "Kirkuk",
)
MANY = "\n\n".join(
    ["People flee in many places", "6 March 2023"]
    + [
        f"About {300 + 37 * number:,} people fled from {TOWNS[number % len(TOWNS)]} on Monday, the UN said. "
        f"{BETWEEN[0]} Aid workers spoke of long queues and of little water, "
        "and a teacher of a town nearby said much the same."
        for number in range(60)
    ]
)
FIGURES, REVIEWED, IN_A_ROW = 60, 30, 15
PRESSED = """() => {
  const painted = (then) => requestAnimationFrame(() => setTimeout(then));
  const state = () => document.querySelector(".sheet .rule[role=status]")?.textContent ?? "";
  window.took = [];
  window.addEventListener("keydown", (event) => {  // before the desk hears it
    const before = state();
    const look = () => {
      if (state() !== before) painted(() => took.push(performance.now() - event.timeStamp));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, true);
}"""
"""From each key on, until the next figure has been painted: milliseconds."""


def test_thirty_of_sixty_figures_are_gone_through_without_waiting(page: Page, desk: Server) -> None:
    """An article of 3,000 words; the next figure is on the screen within a tenth of a second of the key."""
    data = desk.folder / "data"
    text = desk.folder / "many.txt"
    text.write_text(MANY, encoding="utf-8")
    assert len(MANY.split()) > 3_000
    assert main(["new", "many", "--data", str(data)]) == 0
    assert main(["add", str(text), "--collection", "many", "--data", str(data)]) == 0
    page.goto(f"{desk.url}?collection=many")
    click(page.get_by_role("button", name=f"Check figures ({FIGURES})"))
    checking(page)
    page.evaluate(PRESSED)
    for number in range(REVIEWED):
        at_rest(page)
        page.keyboard.press("a")
        page.wait_for_function("(count) => took.length > count", arg=number)
    took = sorted(page.evaluate("took"))
    assert took[REVIEWED // 2] < 100, json.dumps(took)
    decisions = data / "collections" / "many" / "decisions.jsonl"
    assert saved(decisions, REVIEWED) == ["accept"] * REVIEWED
    at_rest(page)
    expect(page.locator(".sheet .rule[role=status]").first).to_contain_text(f"{REVIEWED + 1} of {FIGURES}")
    marked = page.locator(".reader .figure[aria-pressed=true], .reader mark[aria-pressed=true]").first
    expect(marked).to_contain_text(f"{300 + 37 * REVIEWED:,}")
    expect(marked).to_be_in_viewport()
    # One key after the other, five a second: the browser is not busy with forms that nobody has opened.
    expect(page.locator("[data-testid=stForm]")).to_have_count(0)
    page.evaluate("took = []")
    for _ in range(IN_A_ROW):
        page.keyboard.press("a", delay=20)
        page.wait_for_timeout(180)
    page.wait_for_function("(count) => took.length >= count", arg=IN_A_ROW)
    assert saved(decisions, REVIEWED + IN_A_ROW) == ["accept"] * (REVIEWED + IN_A_ROW)
