"""Damaged data and bad files, for the reader: the page stays up, names the file and what to do, and recovers."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.dataset.store import Collection, save
from tests.browser.server import Server, serve
from tests.browser.visit import click
from tests.conftest import ROOT, copy_project
from tests.nursery import Nursery

GOOD = (ROOT / "data" / "collection.json").read_bytes()
UNDATED = "Title\n\nBy Reuters\n\nKenya sent 40 soldiers to the border with Somalia on Thursday.\n"
DAMAGED = {
    "there is no data set yet": None,
    "is damaged": GOOD[: len(GOOD) // 2],
    "is of another format": json.dumps({**json.loads(GOOD), "format": 99}).encode(),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Iterator[Server]:
    """A project whose files a test may spoil; each test leaves its own, the server runs on."""
    with serve(copy_project(tmp_path_factory.mktemp("desk") / "project"), through=nursery) as running:
        yield running


def collection(desk: Server) -> Path:
    return desk.folder / "data" / "collection.json"


def put(desk: Server, content: bytes | None) -> None:
    collection(desk).unlink(missing_ok=True)
    if content is not None:
        collection(desk).write_bytes(content)


def visit(page: Page, desk: Server, articles: int = 2) -> None:
    page.goto(desk.url)
    expect(page.locator(".sheet header")).to_contain_text(f"from {articles} articles")
    page.frame_locator(".st-key-map iframe").locator("html[data-map=drawn]").wait_for(state="attached")


@pytest.fixture
def calm(page: Page, desk: Server) -> Iterator[Page]:
    """A visitor who never meets a traceback, nor leaves one in the terminal, nor reads a path of this machine."""
    before = len(desk.printed())
    yield page
    words = page.locator("body").inner_text()
    assert "encountered an error" not in words
    assert "Traceback" not in words
    assert str(desk.folder) not in words
    assert "Traceback" not in desk.printed()[before:]


def test_a_damaged_data_set_is_told_and_its_repair_is_seen(calm: Page, desk: Server) -> None:
    for what, content in DAMAGED.items():
        put(desk, content)
        calm.goto(desk.url)
        expect(calm.get_by_role("alert")).to_have_text(f"data/collection.json: {what}. Run: python -m geo build")
    put(desk, GOOD)
    visit(calm, desk)


def test_a_collection_of_nothing_says_what_to_do(calm: Page, desk: Server) -> None:
    save(Collection(()), collection(desk))
    calm.goto(desk.url)
    expect(calm.locator(".sheet header")).to_contain_text("python -m geo build")
    calm.frame_locator(".st-key-map iframe").locator("html[data-map=drawn]").wait_for(state="attached")
    for view in ("Displaced", "Timeline", "Places", "Articles"):
        click(calm.get_by_role("radio", name=view))
        expect(calm.locator(".empty").first).to_be_visible()


def test_a_visitor_goes_on_while_the_data_set_is_away(calm: Page, desk: Server) -> None:
    put(desk, GOOD)
    visit(calm, desk)
    put(desk, b"{")
    click(calm.locator(".row").first)
    expect(calm.locator(".evidence .card")).to_be_visible()


def spoil(seeds: Path) -> None:
    """Every kind of file that is no article, beside those that are."""
    (seeds / "empty.txt").touch()
    (seeds / "blank.txt").write_text(" \n\n\t\n", encoding="utf-8")
    (seeds / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (seeds / "latin.txt").write_bytes("Un café, 300 soldats".encode("latin-1"))
    with (seeds / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    (seeds / "folder.txt").mkdir()
    (seeds / "lost.txt").symlink_to(seeds / "nowhere")
    (seeds / "undated.txt").write_text(UNDATED, encoding="utf-8")


def test_bad_files_stand_under_articles_with_their_reasons(calm: Page, desk: Server, nursery: Nursery) -> None:
    spoil(desk.folder / "seeds")
    command = [sys.executable, "-m", "geo", "build"]
    done = subprocess.run(command, cwd=desk.folder, env=nursery.around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    visit(calm, desk, articles=3)
    click(calm.get_by_role("radio", name="Articles"))
    left = calm.locator("section", has_text="7 files left out").last
    for words in (
        "blank.txt: is empty.",
        "empty.txt: is empty.",
        "folder.txt: is not a file",
        "huge.txt: is larger than",
        "latin.txt: is not UTF-8: byte 0xe9 in line 1.",
        "lost.txt: is a link to another file.",
        "picture.txt: is not a text file.",
    ):
        expect(left).to_contain_text(words)
    expect(calm.locator(".article", has_text="no publication date")).to_be_visible()
