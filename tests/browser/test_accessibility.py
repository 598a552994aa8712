"""No barrier that axe-core calls serious or critical, on the page and in the map's frame, in every view of it.

Nothing is excepted: Streamlit 1.67 itself emits no such finding on this page. What a later release brings is listed
here with its selector and the reason. axe-core sees no words in SVG; test_page.py measures the contrast of those.
"""

import hashlib
import re
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Frame, Page, ViewportSize, expect

from tests.browser.server import Server
from tests.browser.visit import DESKTOP, PHONE, VIEWS, at_rest, click, map_frame, visit

AXE = Path(__file__).parent / "axe"
GRAVE = ("serious", "critical")
RUN = """() => axe.run(document, { resultTypes: ["violations"], iframes: false }).then((found) =>
  found.violations.map((one) => [one.id, one.impact, one.nodes.map((node) => node.target.join(" "))]))"""


def grave(frame: Frame) -> list[Any]:
    """What axe-core finds in a frame that is serious or critical: rule and selectors."""
    if not frame.evaluate("'axe' in window"):
        frame.evaluate((AXE / "axe.min.js").read_text(encoding="utf-8"))
    return [[rule, *where] for rule, impact, where in frame.evaluate(RUN) if impact in GRAVE]


def findings(page: Page, view: str) -> list[Any]:
    places = {"page": page.main_frame, "map": map_frame(page)}
    return [[view, name, *found] for name, frame in places.items() for found in grave(frame)]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_no_grave_finding_in_any_view(
    page: Page, server: Server, size: ViewportSize, theme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    visit(page, server)
    found = findings(page, "at first")
    click(page.locator(".row").nth(1))
    expect(page.locator(".evidence .card")).to_be_visible()
    for view in VIEWS:
        click(page.get_by_role("radio", name=view))
        page.locator(".st-key-panel .row, .st-key-panel tbody button, .st-key-panel .article").first.wait_for()
        at_rest(page)
        found += findings(page, view)
    click(page.locator(".article button").first)
    page.locator(".reader").wait_for()
    click(page.get_by_text("Method and limits"))
    if size is PHONE:
        click(page.get_by_text("Filters", exact=True))
    found += findings(page, "reader, method and filters open")
    assert found == []


def test_axe_sees_a_barrier(fresh: Page) -> None:
    """The ground that the test above stands on."""
    fresh.set_content("<main><h1>Planted</h1><button></button><p style='color: #999; background: #fff'>grey</p></main>")
    planted = ["button-name", "color-contrast", "document-title", "html-has-lang"]
    assert [rule for rule, *_ in grave(fresh.main_frame)] == planted


def test_axe_is_as_published() -> None:
    """The files are those that the origin card names."""
    card = (AXE / "ORIGIN.md").read_text(encoding="utf-8")
    sums = dict(re.findall(r"^\| `(\S+)` \| `([0-9a-f]{64})` \|$", card, re.MULTILINE))
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in AXE.iterdir() if path.suffix != ".md"}
    assert sums == files
