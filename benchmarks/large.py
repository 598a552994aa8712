"""One page at one size, in a real browser: first maps, clicks, filters, pans, and what they cost the server."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Frame, Page
from playwright.sync_api import TimeoutError as NoAnswer

from benchmarks.machine import megabytes
from benchmarks.pages import UNCOVERED, refilter
from benchmarks.visits import PAUSE_MS, Kind, arrive, visit
from tests.browser.server import Server, serve

Taken = dict[str, list[float]]
"""All values of each measure; its name says the unit."""

FIRST, NEXT = "first map, first visitor, s", "first map, next visitor, s"
WORK = "processor time of a first view, s"
AGAIN = "– where the browser has the page's files already, s"
DATA = "data to the browser, MB"
CLICK, FILTER, PAN = "click to panel, ms", "filter to map and panel, ms", "pan to the next window, ms"
PEAK = "server at its peak, MB"

SMALL_SYMBOL = "[data-claim][role=button]"
SYMBOL = ".dateline-figures [data-key^=cell]"
OPENS = f"{SYMBOL}:not([data-form=cluster])"
"""A symbol of a large collection that opens a panel at once: one figure, or one place."""
QUIET_MS = 1_500
"""A new visitor's page is left alone for so long before the server's work for it is read."""
PATIENCE_MS, CLICK_MS = 30_000, 5_000

# Resolves with the time when the evidence is another than now, or with 0.
_ANOTHER = f"""() => {{
    const words = () => document.querySelector(".st-key-evidence .evidence")?.textContent ?? "";
    const before = words();
    clock.panel = new Promise((resolve) => {{
        const end = performance.now() + {PATIENCE_MS};
        const timer = setInterval(() => {{
            const changed = words() && words() !== before;
            if (!changed && performance.now() < end) return;
            clearInterval(timer);
            resolve(changed ? performance.timeOrigin + performance.now() : 0);
        }}, 5);
    }});
}}"""
# Moves the map and resolves with the milliseconds until the symbols of its new window are drawn.
_MOVED = f"""([lat, lon, zoom]) => new Promise((resolve) => {{
    const began = performance.now();
    const heard = () => setTimeout(() => {{
        const {{ box, zoom: told }} = window.parent.datelineCells;
        if (lat < box[0] || lat > box[2] || lon < box[1] || lon > box[3] || Math.abs(told - zoom) > 0.5) return;
        window.parent.removeEventListener("dateline-cells", heard);
        resolve(performance.now() - began);
    }});
    window.parent.addEventListener("dateline-cells", heard);
    setTimeout(() => resolve(0), {PATIENCE_MS});
    map.setView([lat, lon], zoom, {{ animate: false }});
}})"""


def start(chromium: Browser, kind: Kind, visitors: int, taken: Taken) -> None:
    """A new server, its first visitor, and ``visitors`` more, each with an empty cache."""
    began = time.time()
    with serve(kind.folder) as server:
        with visit(chromium, kind, server.url) as (page, frame):
            _add(taken, FIRST, frame.evaluate("clock.drawn") / 1000 - began)
            page.wait_for_timeout(QUIET_MS)
        for _ in range(visitors):
            with visitor(chromium, kind, server, taken):
                pass
        _return(chromium, server, taken)
        _add(taken, PEAK, megabytes(server.pid, "status", "VmHWM"))


def _return(chromium: Browser, server: Server, taken: Taken) -> None:
    """The server's work for a visitor whose browser has Streamlit's files and the page's own, as behind a cache."""
    context = arrive(chromium)
    for nth in range(3):
        before, page = spent(server), context.new_page()
        page.goto(server.url)
        page.wait_for_timeout(4 * QUIET_MS)
        if nth:
            _add(taken, AGAIN, spent(server) - before)
        page.close()
    context.close()


@contextmanager
def visitor(chromium: Browser, kind: Kind, server: Server, taken: Taken) -> Iterator[tuple[Page, Frame]]:
    """A further visitor whose map is drawn: how long that took, what it weighed, and the server's work for it."""
    began, before = time.time(), spent(server)
    with visit(chromium, kind, server.url) as (page, frame):
        _add(taken, NEXT, frame.evaluate("clock.drawn") / 1000 - began)
        page.wait_for_timeout(QUIET_MS)
        _add(taken, WORK, spent(server) - before)
        files = frame.evaluate(
            "performance.getEntriesByType('resource').filter(({ name }) => name.includes('map_files'))"
            ".reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)"
        )
        _add(taken, DATA, (page.evaluate("clock.bytes") + files) / 1e6)
        yield page, frame


def use(chromium: Browser, kind: Kind, look: tuple[float, float, float], turns: int, taken: Taken) -> None:
    """Clicks on symbols in the part of the map that ``look`` (latitude, longitude, zoom) shows, filters, and pans."""
    with serve(kind.folder) as server, visit(chromium, kind, server.url) as (page, frame):
        page.wait_for_timeout(QUIET_MS)
        large = frame.locator(SYMBOL).count() > 0
        for _ in range(turns):
            _add(taken, FILTER, refilter(page, kind.filters[0]))
        if len(taken[FILTER]) % 2:  # back to all
            refilter(page, kind.filters[0])
        if large:
            _pan(page, frame, look, turns, taken)
        else:
            frame.evaluate("([lat, lon, zoom]) => map.setView([lat, lon], zoom, { animate: false })", list(look))
        page.wait_for_timeout(PAUSE_MS)
        _click(page, frame, OPENS if large else SMALL_SYMBOL, turns, taken)
        _add(taken, PEAK, megabytes(server.pid, "status", "VmHWM"))


def _pan(page: Page, frame: Frame, look: tuple[float, float, float], turns: int, taken: Taken) -> None:
    """Moves to windows that nobody has looked at, the last of them ``look``."""
    lat, lon, zoom = look
    for nth in reversed(range(turns)):
        moved = frame.evaluate(_MOVED, [lat, lon + 20 * nth, zoom])
        _add(taken, PAN, moved or None)
        page.wait_for_timeout(PAUSE_MS)


def _click(page: Page, frame: Frame, symbols: str, turns: int, taken: Taken) -> None:
    for turn in range(turns + 1):
        free = [nth for nth, *_ in frame.eval_on_selector_all(symbols, UNCOVERED)]
        if turn >= len(free):
            return
        page.evaluate(_ANOTHER)
        try:
            frame.locator(symbols).nth(free[turn]).click(timeout=CLICK_MS)
        except NoAnswer:  # it was drawn anew in between, and another symbol lies over it
            continue
        if shown := page.evaluate("clock.panel"):
            _add(taken, CLICK, shown - frame.evaluate("clock.clicked"))
        page.wait_for_timeout(PAUSE_MS)


def spent(server: Server) -> float:
    """The processor time of a server so far, s."""
    numbers = (Path("/proc") / str(server.pid) / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def _add(taken: Taken, what: str, value: float | None) -> None:
    taken.setdefault(what, []).extend([] if value is None else [value])
