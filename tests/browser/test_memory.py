"""The page and a read stay light: measured on the processes themselves (Linux counts in kB, see proc(5))."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from geo.sharing.view import CHOICES
from tests.browser.server import Server, serve
from tests.browser.visit import click, search
from tests.conftest import ROOT

MOST_PAGE_MB, MOST_READ_MB = 300, 900
LANGUAGE = re.compile("/(spacy|thinc|blis)/")
"""Folders of the language tools, as they stand in the memory map of a process that has loaded them."""


def megabytes(report: Path, count: str) -> int:
    found = re.search(rf"^{count}:\s+(\d+) kB", report.read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1]) // 1024


def test_the_page_stays_light_and_never_loads_the_language_model(page: Page) -> None:
    with serve(ROOT) as server:
        use(page, server)
        process = Path("/proc") / str(server.pid)
        assert megabytes(process / "status", "VmHWM") < MOST_PAGE_MB
        assert not LANGUAGE.search((process / "maps").read_text())
        page.close()  # before its server, which it would ask again


def use(page: Page, server: Server) -> None:
    """Two visits, every view, a figure, a filter."""
    for _ in range(2):
        page.goto(server.url)
        page.frame_locator(".st-key-map iframe").locator("html[data-map=drawn]").wait_for(state="attached")
        click(page.locator(".row").first)
        expect(page.locator(".evidence .card")).to_be_visible()
        for view in CHOICES:
            click(page.get_by_role("radio", name=view))
            page.locator(".row, tbody button, .article").first.wait_for()
        search(page, "soldiers")
        expect(page.locator(".filter-chip")).to_have_count(1)


def test_a_read_of_the_seeds_stays_light(seeds: tuple[Path, ...]) -> None:
    code = (
        "import sys; from pathlib import Path; from geo.__main__ import main; "
        "code = main(['read', *sys.argv[1:]]); "
        "print(Path('/proc/self/status').read_text(), Path('/proc/self/maps').read_text()); sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *map(str, seeds)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert LANGUAGE.search(ran.stdout)
    peak = re.search(r"^VmHWM:\s+(\d+) kB", ran.stdout, re.MULTILINE)
    assert peak is not None
    assert int(peak[1]) // 1024 < MOST_READ_MB
