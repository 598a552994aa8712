"""The first screen at the sizes that readers have: everything is there, nothing covers another, no words are cut.

Structure is compared, not pixels: boxes of elements, on the seeds and on a collection of 500 articles.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.conftest import PATIENCE, Watch
from tests.browser.server import Server
from tests.browser.visit import DESKTOP, PHONE, TABLET, map_frame, visit

ZOOMED: ViewportSize = {"width": 720, "height": 450}
"""1440 x 900 at 200% (WCAG 2.2, 1.4.4)."""
NARROWEST: ViewportSize = {"width": 320, "height": 640}
"""What 1280 pixels become at 400% (WCAG 2.2, 1.4.10)."""
SIZES = {"desktop": DESKTOP, "tablet": TABLET, "phone": PHONE, "zoomed": ZOOMED, "narrowest": NARROWEST}
SHOWN = [(name, "seeds") for name in SIZES] + [(name, "big") for name in ("desktop", "tablet", "phone")]
"""The two articles of the project at every size; five hundred at those of a screen."""
PARTS = (
    ".sheet header",
    ".st-key-fold",
    ".st-key-filters",
    ".state",
    ".st-key-map iframe",
    ".st-key-view",
    ".st-key-panel",
)
CONTROLS = ".leaflet-control:not(.leaflet-control-attribution), .leaflet-control-attribution"
TOUCH = 2
"""Pixels by which two boxes may meet: the space that a font leaves around its letters."""

BOXES = """([selector, clip]) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
  .map((one) => {
    const box = one.getBoundingClientRect();
    /* Half a circle's corner is empty: what counts is the square inside it. */
    const inset = one.matches("circle") ? box.width * 0.146 : 0;
    const edges = [box.left + inset, box.top + inset, box.right - inset, box.bottom - inset];
    const kind = one.getAttribute("class") || one.tagName;
    const far = [Math.min(edges[2], innerWidth), Math.min(edges[3], innerHeight)];
    const seen = [Math.max(edges[0], 0), Math.max(edges[1], 0), ...far];
    return [...(clip ? seen : edges), kind + ": " + one.textContent.slice(0, 60)];
  })
  .filter(([left, top, right, bottom]) => right > left && bottom > top)"""

CUT = """(within) => [...document.querySelectorAll(within)].filter((one) => {
  if (!one.checkVisibility() || !one.textContent.trim() || one.closest(".unseen, .visually-hidden")) return false;
  const box = one.getBoundingClientRect();
  if (!box.width || !box.height) return false;
  const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const style = getComputedStyle(one);
  const clipped = style.overflowX !== "visible" && style.overflowX !== "auto" && one.scrollWidth > one.clientWidth + 1
    || style.overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1;
  return clipped || own && (box.right > innerWidth + 1 || box.left < -1);
}).map((one) => one.tagName + "." + one.className + ": " + one.textContent.trim().slice(0, 80))"""

Box = list[Any]
"""left, top, right, bottom in pixels of the window, and what it is."""


@pytest.fixture(scope="module", params=SHOWN, ids="-".join)
def opened(request: pytest.FixtureRequest, browser: Browser, visitors: BrowserContext) -> Iterator[Page]:
    """The page just opened. The tests only look at it, so they share it."""
    size, collection = request.param
    server: Server = request.getfixturevalue("server" if collection == "seeds" else "big")
    watch = Watch()
    with ExitStack() as stack:
        visitor = visitors  # whose browser has the files already
        if size == "zoomed":
            visitor = stack.enter_context(
                browser.new_context(
                    viewport=ZOOMED, device_scale_factor=2, locale="en-GB", timezone_id="UTC", service_workers="block"
                )
            )
            visitor.set_default_timeout(PATIENCE)
        watch.follow(visitor)
        page = visitor.new_page()
        page.set_viewport_size(SIZES[size])
        page.emulate_media(reduced_motion="reduce")
        yield visit(page, server)
        page.close()
        watch.leave(visitor)
    assert (watch.blocked, watch.errors) == ([], [])


def boxes(page: Page, selector: str, *, in_map: bool = False, clip: bool = True) -> list[Box]:
    """Every element that matches, in the page or in the map's frame; with ``clip`` the part of it in the window."""
    frame = map_frame(page) if in_map else page.main_frame
    found: list[Box] = frame.evaluate(BOXES, [selector, clip])
    return found


def overlap(one: Box, other: Box) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > TOUCH and min(one[3], other[3]) - max(one[1], other[1]) > TOUCH
    )


def covered(ones: list[Box], others: list[Box]) -> list[tuple[str, str]]:
    """The pairs of boxes that overlap; give the same list twice for all pairs of one kind."""
    same = ones is others
    pairs = [(a, b) for i, a in enumerate(ones) for b in (others[:i] if same else others)]
    return [(a[4], b[4]) for a, b in pairs if overlap(a, b)]


def is_small(page: Page) -> bool:
    assert page.viewport_size is not None
    return page.viewport_size["width"] <= 900


def test_everything_is_in_the_first_screen(opened: Page) -> None:
    """On a desktop and a tablet whole; on a phone the map is, and the panel begins. Nobody reads on less at first."""
    size = opened.viewport_size
    assert size is not None
    parts = [".sheet header", ".st-key-fold" if is_small(opened) else ".st-key-filters", ".state", ".st-key-map iframe"]
    for part in [*parts, ".st-key-view", ".st-key-panel"]:
        box = opened.locator(part).bounding_box()
        assert box is not None, part
        assert box["x"] >= 0, part
        assert box["x"] + box["width"] <= size["width"], part
        if size["height"] >= PHONE["height"] and is_small(opened):
            assert box["y"] < size["height"] - 24, part
        elif not is_small(opened):
            assert box["y"] + box["height"] <= size["height"] + 1, part
            expect(opened.locator(".row").first).to_be_in_viewport()


def test_nothing_scrolls_sideways(opened: Page) -> None:
    assert opened.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    scroll = opened.locator("[data-testid=stMain]")
    assert scroll.evaluate("main => main.scrollWidth - main.clientWidth") == 0
    if not is_small(opened):
        assert scroll.evaluate("main => main.scrollHeight - main.clientHeight") == 0


def test_no_part_of_the_page_covers_another(opened: Page) -> None:
    parts = boxes(opened, ", ".join(PARTS))
    assert len(parts) >= 4
    assert covered(parts, parts) == []
    within = boxes(opened, ".st-key-filters > *")
    assert covered(within, within) == []
    below = boxes(opened, ".state > *")
    assert covered(below, below) == []


def test_no_words_of_the_map_are_covered(opened: Page) -> None:
    """Names, lists and symbols of the map stand apart, and none is below a button or a legend."""
    words = boxes(opened, ".label text, .card .paper", in_map=True)
    symbols = boxes(opened, ".circle .mark, .cluster > circle", in_map=True)
    controls = boxes(opened, CONTROLS, in_map=True)
    assert len(words) >= 2
    assert symbols
    assert len(controls) >= 4
    assert covered(words, words) == []
    assert covered(words, symbols) == []
    assert covered(controls, controls) == []
    assert covered(words, controls) == []
    assert covered(symbols, controls) == []


def test_no_words_are_cut(opened: Page) -> None:
    assert opened.evaluate(CUT, ".sheet *") == []
    frame = map_frame(opened)
    assert frame.evaluate(CUT, ".leaflet-control *, .leaflet-control") == []
    beyond = frame.evaluate(
        """() => [...document.querySelectorAll(".label text, .card text")].filter((one) => {
          const b = one.getBoundingClientRect();
          const seen = b.right > 0 && b.bottom > 0 && b.left < innerWidth && b.top < innerHeight;
          return seen && (b.left < -1 || b.top < -1 || b.right > innerWidth + 1 || b.bottom > innerHeight + 1);
        }).map((one) => one.textContent)"""
    )
    assert beyond == []


def test_words_of_a_chart_stand_apart(opened: Page) -> None:
    """Round ticks do not run into each other, nor words into the drawing beside them."""
    ticks = boxes(opened, ".axis text", clip=False)
    assert len(ticks) >= 2
    assert covered(ticks, ticks) == []
    for row in opened.locator(".row").all()[:12]:
        across = row.evaluate(
            "row => [...row.children].map((one) => one.getBoundingClientRect()).map((b) => [b.left, b.right])"
        )
        assert all(left[1] <= right[0] + 1 for left, right in pairwise(across))
