"""The rows of the results table that are about the page: two articles, and five hundred."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import pages, visits
from benchmarks.collection import ARTICLES, FIGURES, Newsroom
from benchmarks.pages import Start
from benchmarks.table import Aim, Row, at_most, under
from benchmarks.visits import Kind
from geo.dataset.store import save
from tests.conftest import copy_project

CLICK, FILTER = under(200, "at most 200"), under(300, "at most 300")
Tell = Callable[[str], None]


def small(chromium: Browser, starts: int, clicks: int, tell: Tell) -> list[Row]:
    """The dashboard on its two articles."""
    with tempfile.TemporaryDirectory() as folder:
        kinds = visits.ours(), visits.usual(Path(folder) / "usual")
        return _rows(chromium, kinds, (starts, clicks), "2 articles", tell)


def large(chromium: Browser, starts: int, clicks: int, tell: Tell) -> list[Row]:
    """Both pages on the made-up collection."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "ours")
        save(Newsroom().collection(), project / "data" / "collection.json")
        kinds = visits.ours(project), visits.usual(Path(folder) / "usual", project / "data" / "collection.json")
        what = f"{ARTICLES} articles, {FIGURES:,} figures"
        return _rows(chromium, kinds, (starts, clicks), what, tell)


def _rows(chromium: Browser, kinds: tuple[Kind, Kind], counts: tuple[int, int], what: str, tell: Tell) -> list[Row]:
    starts, clicks = counts
    began: list[list[Start]] = []
    for nth in range(starts):
        began.append([pages.start(chromium, kind) for kind in kinds])
        tell(f"{what}, start {nth + 1} of {starts}: {began[-1][0].seconds:.1f} s, usual {began[-1][1].seconds:.1f} s")
    ours, usual = pages.use(chromium, kinds, clicks, max(2, clicks // 2))
    tell(f"{what}: {clicks} clicks and {max(2, clicks // 2)} filter changes on each page")
    first, second = zip(*began, strict=True)

    def click(words: str, part: str, aim: Aim | None = None) -> Row:
        mine, theirs = ([getattr(one, part) for one in way.clicks] for way in (ours, usual))
        return Row(f"{what}: {words}", mine, theirs, aim=aim)

    return [
        Row(
            f"{what}: server start to first map, s",
            [start.seconds for start in first],
            [start.seconds for start in second],
            digits=1,
            aim=at_most(1, "at most the usual"),
        ),
        click("click to panel, ms", "total", CLICK),
        click("– click until the page asks the server, ms", "asking"),
        click("– until the server has told the panel, ms", "server"),
        click("– until the panel is on the screen, ms", "drawing"),
        Row(f"{what}: filter to map and panel, ms", ours.filters, usual.filters, aim=FILTER),
        Row(
            f"{what}: WebSocket a click, kB",
            [one.bytes / 1e3 for one in ours.clicks],
            [one.bytes / 1e3 for one in usual.clicks],
            digits=1,
        ),
        Row(
            f"{what}: page's process after the first map, MB (PSS)",
            [start.megabytes for start in first],
            [start.megabytes for start in second],
        ),
        Row(f"{what}: page's process at its peak, MB (RSS)", [ours.peak], [usual.peak], aim=under(300, "under 300 MB")),
    ]
