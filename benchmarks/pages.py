"""The two pages in a real browser: cold start to first map, click to panel, filter to map and panel, taken in turn."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import dist
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Browser, Frame, Page

from benchmarks.machine import megabytes
from benchmarks.visits import PATIENCE_S, PAUSE_MS, Kind, drawn, visit
from tests.browser.server import Server, serve

# Symbols whose middle can be clicked: number in document order, claim, form.
UNCOVERED = """all => all.map((symbol, nth) => {
    const box = symbol.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return symbol.contains(top) ? [nth, symbol.dataset.claim, symbol.dataset.form] : null;
}).filter(Boolean)"""
Position = tuple[float, float]
T = TypeVar("T")
WARM = 2
"""Turns of each page that are not counted."""
ENOUGH_S = 20
"""A page that has taken longer than this for its clicks, or for its filter changes, gets no more turns."""


@dataclass(frozen=True)
class Aim:
    """What to click in the map's frame (selector, which of them), and what the panel then shows (selector, words)."""

    mark: str
    nth: int
    panel: str
    words: str


@dataclass(frozen=True)
class Start:
    """Seconds from the server's start to the first symbol on the map; the server's memory then, in MB."""

    seconds: float
    megabytes: float | None


@dataclass(frozen=True)
class Click:
    """Milliseconds from a click to its panel, and their parts: until the page asks the server, until the server's last
    message before the panel, until the panel is drawn; and the bytes that went over the WebSocket, both ways."""

    total: float
    asking: float
    server: float
    drawing: float
    bytes: int


def start(browser: Browser, kind: Kind) -> Start:
    """Start a new server and visit it."""
    began = time.time()
    with serve(kind.folder) as server, visit(browser, kind, server.url) as (page, frame):
        seconds = frame.evaluate("clock.drawn") / 1000 - began
        page.wait_for_timeout(PAUSE_MS)
        return Start(seconds, megabytes(server.pid, "smaps_rollup", "Pss"))


def aims(collection: Path, here: Frame, there: Frame) -> tuple[list[Aim], list[Aim]]:
    """Two symbols of our map and two of the usual one, to be clicked in turn: figures at the same two places, the
    farthest apart of those where both maps have a symbol that nothing covers; where there are no two such places, any
    symbols that nothing covers. Raises ValueError where a map has fewer than two.
    """
    forms = {claim: form for _, claim, form in here.eval_on_selector_all("[data-claim][role=button]", UNCOVERED)}
    uncovered = {nth for nth, *_ in there.eval_on_selector_all(".leaflet-marker-icon", UNCOVERED)}
    headings: dict[Position, str] = {}
    mine: dict[Position, Aim] = {}
    theirs: dict[Position, Aim] = {}
    for nth, (claim, spot, name) in enumerate(markers(collection)):
        heading = headings.setdefault(spot, name)  # the usual page's panel is headed by the first figure's place
        if claim in forms:
            symbol = f'[data-claim="{claim}"][data-form="{forms[claim]}"]'
            mine[spot] = Aim(symbol, 0, f'.card[data-claim="{claim}"]', "")
        if nth in uncovered:
            theirs[spot] = Aim(".leaflet-marker-icon", nth, "h3", heading)
    if len(mine) < 2 or len(theirs) < 2:
        raise ValueError(f"{collection}: fewer than two places can be clicked on one of the maps")
    if len(mine.keys() & theirs.keys()) > 1:
        mine, theirs = ({spot: one[spot] for spot in mine.keys() & theirs.keys()} for one in (mine, theirs))
    return _farthest(mine), _farthest(theirs)


def _farthest(found: dict[Position, Aim]) -> list[Aim]:
    return [found[spot] for spot in max(combinations(sorted(found), 2), key=lambda pair: dist(*pair))]


def markers(collection: Path) -> Iterator[tuple[str, Position, str]]:
    """The usual page's markers in order: claim, position, name of the place."""
    data: dict[str, Any] = json.loads(collection.read_text(encoding="utf-8"))
    for claim in (claim for reading in data["readings"] for claim in reading["claims"]):
        places = [data["places"][used["place"]] for used in claim["places"]]
        places = [place for place in places if place["lat"] is not None]
        if places:
            place = next((place for place in places if place["precision"] in ("point", "radius")), places[0])
            yield claim["id"], (place["lat"], place["lon"]), place["name"]


def click(page: Page, frame: Frame, aim: Aim) -> Click:
    """Click a symbol with the mouse and wait for its panel."""
    page.evaluate(
        """([panel, words]) => {
            Object.assign(clock, { sent: [], received: [], bytes: 0, panel: clock.shows(panel, words) });
        }""",
        [aim.panel, aim.words],
    )
    frame.locator(aim.mark).nth(aim.nth).click()
    shown, sent, received = page.evaluate("clock.panel.then((time) => [time, clock.sent, clock.received])")
    clicked = frame.evaluate("clock.clicked")
    asked = next(time for time in sent if time >= clicked)
    told = max(time for time in received if asked <= time <= shown)
    page.wait_for_timeout(PAUSE_MS)
    _rest(page)
    weight = page.evaluate("clock.bytes")
    return Click(shown - clicked, asked - clicked, told - asked, shown - told, weight)


def refilter(page: Page, control: str) -> float:
    """Click a filter and wait until map and panel have changed and nothing changes any more: milliseconds from the
    click to the last change of either. Raises TimeoutError where one of them never changes."""
    page.evaluate("clock.changed = null")
    frame = drawn(page)
    frame.evaluate("clock.changed = null")
    page.locator(control).click()
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        page.wait_for_timeout(PAUSE_MS)
        _rest(page)
        frame = drawn(page)
        changes = [page.evaluate("clock.changed"), frame.evaluate("clock.changed")]
        if all(changes) and page.evaluate("Date.now()") - max(changes) > PAUSE_MS / 2:
            return float(max(changes)) - float(page.evaluate("clock.clicked"))
    raise TimeoutError(f"{page.url}: map and panel did not both change after a click on {control}")


def _rest(page: Page) -> None:
    """Wait until the server has nothing more to tell."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=PATIENCE_S * 1000)


@dataclass(frozen=True)
class Use:
    """What was measured of one page while it was used: its clicks, its filter changes in milliseconds, and the
    server's peak memory (resident, MB)."""

    clicks: list[Click]
    filters: list[float]
    peak: float | None


def use(browser: Browser, pages: tuple[Kind, Kind], count: int, changes: int) -> tuple[Use, Use]:
    """``count`` clicks and ``changes`` of a filter on each page, one on ours, one on the usual, in turn, after two of
    each that are not counted; fewer where a page is slow. Both maps are clicked where the usual one opens."""
    with serve(pages[0].folder) as first, serve(pages[1].folder) as second:
        with visit(browser, pages[0], first.url) as here, visit(browser, pages[1], second.url) as there:
            here[1].evaluate(
                "([lat, lon]) => map.setView([lat, lon], 5, { animate: false })", centre(pages[0].collection)
            )
            here[0].wait_for_timeout(PAUSE_MS)
            mine, theirs = aims(pages[0].collection, here[1], there[1])
            clicks = _in_turn(
                count,
                lambda nth: click(*here, mine[nth % 2]),
                lambda nth: click(there[0], drawn(there[0]), theirs[nth % 2]),
            )
            filters = _in_turn(
                changes,
                lambda nth: refilter(here[0], pages[0].filters[nth % 2]),
                lambda nth: refilter(there[0], pages[1].filters[nth % 2]),
            )
        return (
            Use(clicks[0], filters[0], _peak(first)),
            Use(clicks[1], filters[1], _peak(second)),
        )


def _in_turn(count: int, *ways: Callable[[int], T]) -> list[list[T]]:
    """``count`` values of each way, taken in turn after ``WARM`` that are not counted. A way that has taken longer than
    ``ENOUGH_S`` ends with what it has, at least one."""
    values: list[list[T]] = [[] for _ in ways]
    spent = [0.0 for _ in ways]
    for nth in range(WARM + count):
        for number, way in enumerate(ways):
            if values[number] and spent[number] > ENOUGH_S:
                continue
            began = time.monotonic()
            values[number].append(way(nth))
            spent[number] += time.monotonic() - began
    return [found[WARM:] or found[-1:] for found in values]


def centre(collection: Path) -> Position:
    """Where the usual page's map opens: the mean of its markers."""
    spots = [spot for _, spot, _ in markers(collection)]
    return sum(lat for lat, _ in spots) / len(spots), sum(lon for _, lon in spots) / len(spots)


def _peak(server: Server) -> float | None:
    return megabytes(server.pid, "status", "VmHWM")
