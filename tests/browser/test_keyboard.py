"""Without a mouse: every control and figure is reached, is seen to be, opens and closes; and nothing need fly."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Frame, Page, expect

from geo.dataset.query import in_panel
from geo.dataset.store import load
from geo.model import Panel
from tests.browser.server import Server
from tests.browser.visit import at_rest, click, enter, map_frame, the_map, visit
from tests.conftest import ROOT

COLLECTION = load(ROOT / "data" / "collection.json")
SETTLED = """() => {
  getComputedStyle(document.activeElement).outlineColor;  /* begins what is to be animated */
  const ends = (one) => one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity;
  return document.getAnimations().every(ends);
}"""
"""A border that changes its colour takes a moment."""
MOST_STOPS = 150
"""Tab presses after which a reader would have given up."""

NOTE = """() => {
  /* What of an element, of the parts of it and of what holds it tells that it has the focus. */
  window.painted = window.painted || ((one) => {
    const near = [one, ...one.querySelectorAll("*"), one.parentElement, one.parentElement?.parentElement];
    return near.filter(Boolean).map((part) => {
      const s = getComputedStyle(part);
      const outline = s.outlineStyle === "none" ? "" : s.outline;
      return [outline, s.boxShadow, s.borderColor, s.backgroundColor, s.stroke, s.strokeWidth, s.fill].join(" ");
    }).join("|");
  });
  const one = document.activeElement;
  window.focused = one;
  window.focusedPaint = window.painted(one);
  const box = one.getBoundingClientRect();
  const seen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const name = one.getAttribute("aria-label") || one.textContent.trim().slice(0, 60) || one.tagName;
  return [one.dataset.key || one.dataset.id || one.dataset.claim || "", name, seen];
}"""
CHANGED = "() => !window.focused.isConnected || window.painted(window.focused) !== window.focusedPaint"


@dataclass
class Walk:
    """What Tab came by: keys in the map and ids in the page, and the names of stops that nobody could see."""

    page: set[str] = field(default_factory=set)
    map: set[str] = field(default_factory=set)
    unseen: list[str] = field(default_factory=list)
    stops: int = 0


def walk(page: Page) -> Walk:
    """Press Tab from the top of the page until the focus leaves it."""
    found, last = Walk(), None
    inner = map_frame(page)
    while found.stops < MOST_STOPS:
        page.keyboard.press("Tab")
        for one in (page.main_frame, inner):
            one.wait_for_function(SETTLED, polling="raf")
        frame: Frame = inner if page.evaluate("document.activeElement.tagName") == "IFRAME" else page.main_frame
        if last is not None and not last[0].evaluate(CHANGED):
            found.unseen.append(f"{last[1]}: looks the same with and without the focus")
        if frame.evaluate("document.activeElement === document.body"):
            if frame is inner:
                continue  # the frame itself, on the way in
            break
        key, name, in_view = frame.evaluate(NOTE)
        last = frame, name
        found.stops += 1
        (found.map if frame is inner else found.page).add(key)
        if not in_view:
            found.unseen.append(f"{name}: outside the window")
    return found


def keys(page: Page) -> set[str]:
    """Everything on the map that says that it can be pressed."""
    buttons = the_map(page).locator("svg [role=button]")
    return set(buttons.evaluate_all("all => all.map((one) => one.dataset.key || one.dataset.claim)"))


def test_tab_comes_by_every_control_and_shows_where_it_is(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="reduce")
    visit(page, server)
    tour = walk(page)
    assert tour.stops < MOST_STOPS
    assert keys(page)
    assert keys(page) <= tour.map
    troops = {claim.id for claim in COLLECTION.claims if claim.panel is not Panel.DISPLACED}
    assert troops <= tour.page
    assert tour.unseen == []


def test_every_figure_opens_and_closes_by_key(settled_in: Callable[..., Page]) -> None:
    page = settled_in(motion="reduce")
    for view, panel in (("Troops", Panel.TROOPS), ("Displaced", Panel.DISPLACED)):
        choice = page.get_by_role("radio", name=view)
        at_rest(page)
        page.get_by_role("radio", checked=True).focus()
        if panel is Panel.DISPLACED:
            page.keyboard.press("ArrowRight")
            page.keyboard.press("Enter")
        expect(choice).to_have_attribute("aria-checked", "true")
        at_rest(page)
        for claim in in_panel(COLLECTION.claims, panel):
            enter(page.locator(f'.row[data-id="{claim.id}"]'))
            expect(page.locator(f'.evidence .card[data-claim="{claim.id}"]')).to_be_visible()
    at_rest(page)
    page.keyboard.press("Escape")
    expect(page.locator(".evidence")).to_have_count(0)


def test_everything_on_the_map_opens_by_key(settled_in: Callable[..., Page]) -> None:
    page = settled_in(motion="reduce")
    for key in sorted(keys(page)):
        button = the_map(page).locator(f'svg [role=button][data-key="{key}"]').first
        form = button.get_attribute("data-form")  # before: what it selects may be drawn otherwise
        enter(button)
        if form == "route":  # several movements along one way: a list of them, then one
            listed = the_map(page).locator(".dateline-list li button")
            expect(listed.first, key).to_be_focused()
            enter(listed.first)
        opened = page.locator(".evidence h2, .evidence .card").first
        expect(opened, key).to_be_visible()
        click(page.get_by_role("button", name="Close"))
        expect(page.locator(".evidence")).to_have_count(0)


def test_a_card_opened_on_the_map_is_the_next_stop_and_escape_goes_back(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="reduce")
    visit(page, server)
    page.get_by_text("Method and limits").focus()
    page.keyboard.press("Tab")  # the keyboard is in use
    symbol = the_map(page).locator('svg [role=button][data-form="row"][data-claim]').first
    key = symbol.get_attribute("data-key")
    symbol.press("Enter")
    expect(page.locator(".evidence .card")).to_be_visible()
    page.wait_for_function("document.activeElement.classList.contains('evidence')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.evidence') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".evidence")).to_have_count(0)
    frame = map_frame(page)
    frame.wait_for_function("(key) => document.hasFocus() && document.activeElement.dataset.key === key", arg=key)
    page.keyboard.press("Enter")
    expect(page.locator(".evidence .card")).to_be_visible()
    page.wait_for_function("document.activeElement.classList.contains('evidence')")
    at_rest(page)
    the_map(page).locator(f'svg [data-key="{key}"]').focus()
    page.keyboard.press("Escape")
    expect(page.locator(".evidence")).to_have_count(0)


def test_with_reduced_motion_nothing_flies(settled_in: Callable[..., Page]) -> None:
    page = settled_in(motion="reduce")
    frame = map_frame(page)
    frame.evaluate(
        "map.setView([48, 40], 6, { animate: false }); window.moves = 0; map.on('move', () => window.moves++)"
    )
    click(page.locator(".row").first)
    expect(page.locator(".evidence .card")).to_be_visible()
    frame.wait_for_function("window.moves > 0")
    page.wait_for_timeout(400)
    assert frame.evaluate("window.moves") <= 2
    moving = "document.getAnimations().filter((one) => one.playState === 'running').length"
    assert [one.evaluate(moving) for one in (page.main_frame, frame)] == [0, 0]
