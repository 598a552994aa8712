"""The page as deploy/Containerfile sets it up: only the files that it copies, read-only, without home or root's powers.

No container is needed for that: the file's own COPY and CMD lines are carried out here.
"""

import json
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PATIENCE
from tests.browser.server import Server, serve
from tests.browser.visit import at_rest, click, search
from tests.conftest import ROOT

CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
POWERLESS = ("setpriv", "--bounding-set", "-all") if os.geteuid() == 0 else ()
"""Starts a program that cannot write to what is read-only, as root otherwise can."""


def copy_as_told(folder: Path) -> None:
    """Carry out the COPY lines, into ``folder``."""
    for *sources, target in (shlex.split(line) for line in re.findall(r"^COPY (.+)$", CONTAINERFILE, re.MULTILINE)):
        for source in (ROOT / name for name in sources):
            if source.is_dir():
                shutil.copytree(source, folder / target, ignore=shutil.ignore_patterns("__pycache__", "make"))
            else:
                to = folder / target / source.name if target.endswith("/") else folder / target
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, to)


def options() -> list[str]:
    """Streamlit's options in the CMD line, without the address, which is this test's."""
    found = re.search(r"^CMD (\[.+\])$", CONTAINERFILE, re.MULTILINE)
    assert found is not None
    command = json.loads(found[1])
    assert command[:5] == ["python", "-m", "streamlit", "run", "dashboard.py"]
    return [option for option in command[5:] if not option.startswith(("--server.address", "--server.port"))]


def files(folder: Path) -> dict[str, tuple[str, int]]:
    """Each file with its content's hash and its time."""
    return {
        str(path.relative_to(folder)): (sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def deployed(tmp_path: Path) -> Iterator[Server]:
    """The page in a folder that nobody may write to, with a home that does not exist."""
    folder = tmp_path / "deployed"
    copy_as_told(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    with serve(folder, environment={"HOME": "/nonexistent"}, options=options(), through=POWERLESS) as running:
        yield running
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)


def test_nothing_is_written_and_nobody_sees_what_another_chose(browser: Browser, deployed: Server, page: Page) -> None:
    """The page is asked for after its server, so that it has gone when the server ends: it would ask it again."""
    before = files(deployed.folder)
    page.goto(deployed.url)
    drawn(page)
    with browser.new_context(viewport=DESKTOP) as other:
        other.set_default_timeout(PATIENCE)
        busy = other.new_page()
        busy.goto(deployed.url)
        drawn(busy)
        click(busy.locator(".row").first)
        expect(busy.locator(".evidence .card")).to_be_visible()
        search(busy, "soldiers")
        expect(busy.locator(".filter-chip")).to_have_count(1)
        at_rest(page)
        rows = page.locator(".row").count()
        expect(page.locator(".evidence .card")).to_have_count(0)
        page.reload()
        drawn(page)
        expect(page.locator(".row")).to_have_count(rows)
        expect(page.locator(".evidence .card, .filter-chip")).to_have_count(0)
    click(page.get_by_role("button", name="Download"))
    with page.expect_download() as downloads:
        click(page.get_by_role("button", name="map.png"))
    assert Path(downloads.value.path()).read_bytes().startswith(b"\x89PNG")
    _corrected(page)
    assert files(deployed.folder) == before
    assert "Traceback" not in deployed.printed()


def _corrected(page: Page) -> None:
    """A visitor takes a figure away, in a copy that is put together in /tmp."""
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="map.png")).to_have_count(0)  # the menu of files is gone
    click(page.get_by_role("button", name="Check figures"))
    page.locator("[data-act=reject]").wait_for()
    at_rest(page)
    page.keyboard.press("r")
    page.get_by_label("Reason").fill("told twice")
    expect(page.get_by_label("Reason")).to_have_value("told twice")
    page.keyboard.press("Enter")
    at_rest(page)
    expect(page.get_by_text("being saved")).to_have_count(0)
    click(page.get_by_role("button", name="Back to the map"))
    drawn(page)
    expect(page.get_by_text("You see your own copy")).to_be_visible()
    expect(page.locator(".method")).to_contain_text("told twice")


def drawn(page: Page) -> None:
    page.frame_locator(".st-key-map iframe").locator("html[data-map=drawn]").wait_for(state="attached")
    page.locator(".row").first.wait_for()
    at_rest(page)
