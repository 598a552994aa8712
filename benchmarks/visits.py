"""The two pages, and a visitor of either: a real browser with an empty cache."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Frame, Page, ViewportSize

ROOT = Path(__file__).parents[1]
CLOCK = (Path(__file__).parent / "clock.js").read_text(encoding="utf-8")
DECK = '[data-testid="stDeckGlJsonChart"] canvas'
"""pydeck's map, which has no frame of its own."""
PAUSE_MS = 400
"""Between a panel and the next click: a reader's, and time for what the page still does."""
PATIENCE_S = 120
"""How long one answer may take: the usual page needs many seconds for thousands of markers."""


@dataclass(frozen=True)
class Kind:
    """One of the two pages: its folder, and selectors: of a symbol on its map, of what a filter changes, and of two
    controls, clicked in turn, that let fewer figures through and all of them."""

    name: str
    folder: Path
    mark: str
    panes: str
    filters: tuple[str, str]

    @property
    def collection(self) -> Path:
        return self.folder / "data" / "collection.json"


def ours(folder: Path = ROOT) -> Kind:
    """The dashboard in ``folder``."""
    troops = ".st-key-filter-panels button:nth-child(1)"
    return Kind("Dateline", folder, "[data-claim]", ".sheet, .leaflet-overlay-pane", (troops, troops))


def usual(folder: Path, collection: Path = ROOT / "data" / "collection.json") -> Kind:
    """The usual page, set up in ``folder`` on a copy of a data set and of the dashboard's server settings."""
    (folder / "data").mkdir(parents=True)
    shutil.copy2(Path(__file__).parent / "usual_page.py", folder / "dashboard.py")
    shutil.copy2(collection, folder / "data" / "collection.json")
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    shutil.copytree(ROOT / "static" / "fonts", folder / "static" / "fonts")  # which the settings name
    shutil.copy2(ROOT / "static" / "icon.png", folder / "static")  # which nginx gives for Streamlit's own
    choices = '[data-testid="stRadio"] label:has-text("Displaced")', '[data-testid="stRadio"] label:has-text("All")'
    panes = '.leaflet-marker-pane, [data-testid="stCaptionContainer"]'
    return Kind("usual", folder, ".leaflet-marker-icon", panes, choices)


def arrive(browser: Browser) -> BrowserContext:
    """A new visitor's window, with an empty cache. ``browser`` is that of benchmarks.outside, whose certificates nobody
    has signed."""
    size = ViewportSize(width=1440, height=900)
    return browser.new_context(viewport=size, service_workers="block", ignore_https_errors=True)


@contextmanager
def visit(browser: Browser, kind: Kind, url: str) -> Iterator[tuple[Page, Frame]]:
    """A new visitor with an empty cache, once symbols are on the map; the page and the map's frame."""
    context = arrive(browser)
    context.add_init_script(CLOCK.replace('"MARK"', json.dumps(kind.mark)).replace('"PANES"', json.dumps(kind.panes)))
    try:
        page = context.new_page()
        page.goto(url, wait_until="commit")
        yield page, drawn(page)
    finally:
        context.close()


def drawn(page: Page, *, seconds: float = PATIENCE_S) -> Frame:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        frame = map_frame(page)
        if frame is not None and frame.evaluate("window.clock && clock.drawn"):
            return frame
        page.wait_for_timeout(20)
    raise TimeoutError(f"{page.url} drew no map within {seconds:.0f} seconds")


def map_frame(page: Page) -> Frame | None:
    """The frame that a map is drawn in, or the last of them where Streamlit has just made a new one."""
    framed = (frame for frame in reversed(page.frames) if "streamlit_folium" in frame.url)
    return next(framed, page.main_frame if page.locator(DECK).count() else None)
