"""A running dashboard and a real browser that reaches nothing but this machine.

``page`` is Playwright's page; ``watch`` holds what it must not do. Each test fails at its end where a request left for
another machine, or where the page threw an error, unless it has looked at the list itself and cleared it.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    WebError,
    expect,
    sync_playwright,
)

from benchmarks.collection import Newsroom
from geo.dataset.kept import PLACE as KEPT
from geo.dataset.store import save
from tests.browser import browser as system_browser
from tests.browser.server import Server, serve
from tests.browser.tab import Tab, forget
from tests.browser.visit import DESKTOP, begin, visit
from tests.conftest import ROOT, copy_project
from tests.nursery import Nursery

ELSEWHERE = re.compile(r"^(?!(?:file|blob|data|about):|[a-z]+://(?:127\.0\.0\.1|localhost)(?::\d+)?(?:[/?#]|$))")
"""Addresses of other machines."""
UNRESOLVED = "net::ERR_NAME_NOT_RESOLVED"
"""What the browser says of each of them: by browser.FLAGS it knows no other name, and no other number."""
PATIENCE = 120_000
"""Milliseconds that a test waits for what it expects; a page at rest is quicker, a busy machine may not be."""


@dataclass
class Watch:
    """``blocked``: addresses on other machines that were asked for. ``errors``: uncaught errors and console errors."""

    blocked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        if ELSEWHERE.search(request.url):
            self.blocked.append(request.url)

    def hear(self, message: ConsoleMessage) -> None:
        # The browser logs each request that it refused as well; ``blocked`` has those. An icon is its own idea.
        where = message.location.get("url", "")
        if message.type == "error" and UNRESOLVED not in message.text and not where.endswith("/favicon.ico"):
            self.errors.append(f"{message.text} ({where})")

    def thrown(self, error: WebError) -> None:
        self.errors.append(str(error.error))

    def follow(self, context: BrowserContext) -> None:
        """Hear all that happens there. Nothing is routed: what is goes past the browser's cache."""
        context.on("request", self.asked)
        context.on("console", self.hear)
        context.on("weberror", self.thrown)

    def check(self) -> None:
        assert self.blocked == [], "the page asked other machines"
        assert self.errors == [], "the page threw errors"

    def leave(self, context: BrowserContext) -> None:
        context.remove_listener("request", self.asked)
        context.remove_listener("console", self.hear)
        context.remove_listener("weberror", self.thrown)


def pytest_configure() -> None:
    expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium or Chrome. Where there is none the tests fail and say what to do; they are never skipped."""
    try:
        path = system_browser.find()
    except system_browser.BrowserMissing as missing:
        pytest.fail(f"{missing} `make test` installs one.", pytrace=False)
    with sync_playwright() as playwright:
        # Pages of one host share a process: it starts once, and has Streamlit's program translated for the next page.
        flags = [*system_browser.FLAGS, "--process-per-site"]
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    """The project's own dashboard, as it stands. Tests that change files start a copy with ``start``."""
    with serve(ROOT) as running:
        yield running


@pytest.fixture(scope="package")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the made-up collection of 500 articles with 3,000 figures."""
    folder = copy_project(tmp_path_factory.mktemp("big") / "project")
    save(Newsroom().collection(), folder / "data" / "collection.json")
    with serve(folder) as running:
        yield running


@pytest.fixture
def start(nursery: Nursery) -> Iterator[Callable[..., Server]]:
    """Start a dashboard on another folder, or under a path: ``start(project, base="geo")``. Ended with the test."""
    with ExitStack() as stack:
        yield lambda folder, **options: stack.enter_context(serve(folder, through=nursery, **options))


@pytest.fixture(scope="package")
def already_read(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Path:
    """What is kept of reading the project's own articles, as in the folder of everybody who has built."""
    folder = copy_project(tmp_path_factory.mktemp("read") / "project")
    build = [sys.executable, "-m", "geo", "build"]
    subprocess.run(build, cwd=folder, env=nursery.around, check=True, capture_output=True)
    return folder / "data" / KEPT


@pytest.fixture
def desk(start: Callable[..., Server], project: Path, already_read: Path) -> Server:
    """Ada's desk. What it builds is new articles and what she decided: the others are read already."""
    kept = project / "data" / KEPT
    kept.parent.mkdir(exist_ok=True)
    shutil.copy2(already_read, kept)
    return start(project, environment={"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"})


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(scope="package")
def visitors(browser: Browser) -> Iterator[BrowserContext]:
    """What all visitors have in common: the browser's cache. Streamlit's own files are half of what a visit costs."""
    common = browser.new_context(viewport=DESKTOP, locale="en-GB", timezone_id="UTC", service_workers="block")
    common.set_default_timeout(PATIENCE)
    yield common
    common.close()


@pytest.fixture(scope="package")
def tab(visitors: BrowserContext, server: Server, request: pytest.FixtureRequest) -> Tab:
    return Tab(visitors, f"{server.url}_stcore/health", request.config.getoption("--slower"))


@pytest.fixture
def context(visitors: BrowserContext, tab: Tab, watch: Watch, start: Callable[..., Server]) -> Iterator[BrowserContext]:
    """A visitor at 1440 x 900; ``page.set_viewport_size`` and ``page.emulate_media`` make others of him. He has no
    cookie, permission or entry of anybody before him.

    He leaves before any server that was started for him ends: asking it again would be an error of the page.
    """
    watch.follow(visitors)
    staying = visitors.pages  # with the page that tests share, where there is one
    yield visitors
    for opened in visitors.pages:
        if opened is tab.kept:
            forget(opened)
        elif opened not in staying:
            forget(opened)
            opened.close()
    watch.leave(visitors)
    tab.cleared()
    visitors.clear_cookies()
    visitors.clear_permissions()
    watch.check()


@pytest.fixture
def page(context: BrowserContext, tab: Tab) -> Page:
    """The visitor's window."""
    return tab.taken()


@pytest.fixture
def fresh(context: BrowserContext, tab: Tab) -> Page:
    """A window that nobody has used before or uses later."""
    return tab.opened()


Motion = Literal["no-preference", "reduce"]


@pytest.fixture(scope="package")
def shared(tab: Tab, server: Server) -> Callable[[int, int, Motion], Page]:
    """Pages of the project's own dashboard that stay open, one for each kind of window; asked for through ``settled``
    and ``settled_in`` only."""

    @cache
    def window(width: int, height: int, motion: Motion) -> Page:
        page = tab.opened()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(reduced_motion=motion)
        return visit(page, server)

    return window


@pytest.fixture
def settled_in(
    shared: Callable[[int, int, Motion], Page], visitors: BrowserContext, server: Server, watch: Watch
) -> Iterator[Callable[..., Page]]:
    """``settled`` in a window of another size, or where no motion is wanted: ``settled_in(PHONE, "reduce")``."""

    def window(size: ViewportSize = DESKTOP, motion: Motion = "no-preference") -> Page:
        page = shared(size["width"], size["height"], motion)
        page.bring_to_front()  # a window behind another is drawn once a second only
        begin(page, server)
        return page

    watch.follow(visitors)
    yield window
    watch.leave(visitors)
    watch.check()


@pytest.fixture
def settled(settled_in: Callable[..., Page]) -> Page:
    """The page as it is first seen, at rest. Opening it anew is nine tenths of what a click on it costs, so one page is
    for all tests that choose, select and read; what one chose the next finds taken back, by going to the bare address
    as Back does. How a page opens, its sizes and themes are for ``page``; no test has both."""
    return settled_in()
