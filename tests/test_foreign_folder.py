"""What is written into, or read from, a folder of somebody else's making leads nowhere else, and replaces no device."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from geo import whole
from geo.dataset.query import Catalogue
from geo.errors import MOST_SAID, ArticleError, ExportError
from geo.intake.document import Source
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from geo.limits import LINK_WORDS, PUBLISHED_BYTES
from geo.panels.desk import candidates
from geo.sharing.document import publish as publishing
from geo.sharing.export import EXPORTS
from geo.sharing.shown import Shown
from geo.sharing.view import View
from tests import hand_made as made
from tests.commands import geo

Prepare = Callable[[Path, Path], object]
"""Makes a folder, the first, that was published before; the second is somebody's and outside of it."""


def listed(folder: Path, *names: str) -> None:
    (folder / publishing.MANIFEST).write_text(json.dumps({"files": names}))


def published(folder: Path) -> None:
    shown = Shown.of(View(), Catalogue.of(made.collection()))
    publishing.publish(shown, folder, exports={"figures.csv": EXPORTS["figures.csv"]})


def linked(name: str) -> Prepare:
    def prepare(folder: Path, outside: Path) -> None:
        (folder / name).symlink_to(outside)
        listed(folder, f"{name}/mine.json")

    return prepare


def said(words: bytes) -> Prepare:
    return lambda folder, _: (folder / publishing.MANIFEST).write_bytes(words)


REFUSED = {
    "writes through a link": linked("data"),
    "a pipe": lambda folder, _: os.mkfifo(folder / publishing.MANIFEST),
    "brackets": said(b"[" * 200_000),
    "gigabytes": said(b'{"files": []}' + b" " * PUBLISHED_BYTES),
    "no list": said(b'{"files": 5}'),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_folder_that_is_none_of_ours_is_refused_in_a_line(name: str, tmp_path: Path) -> None:
    folder, outside = tmp_path / "public", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "view.json").write_text("mine")
    REFUSED[name](folder, outside)
    with pytest.raises(ExportError):
        published(folder)
    assert [(it.name, it.read_text()) for it in outside.iterdir()] == [("view.json", "mine")]


def test_only_what_a_publication_writes_is_taken_away(tmp_path: Path) -> None:
    """The list of what to take away came with the folder, and that from anybody: it deleted a file behind a link."""
    folder, outside = tmp_path / "public", tmp_path / "outside"
    for inner in (outside, folder / ".git", folder / "kept"):
        inner.mkdir(parents=True)
    for mine in (outside / "mine.json", folder / ".git" / "config", folder / "kept" / "mine.json"):
        mine.write_text("mine")
    (folder / "sub").symlink_to(outside)
    (folder / "old.csv").write_text("ours")
    names = ("old.csv", "sub/mine.json", ".git/config", "kept/mine.json", "kept", "../outside/mine.json", "", ".", "..")
    listed(folder, *names, str(outside / "mine.json"), "a\0b", "\ud800", "a" * 5_000, "data/../../outside/mine.json")
    published(folder)
    assert not (folder / "old.csv").exists()
    assert (folder / "index.html").exists()
    for mine in (outside / "mine.json", folder / ".git" / "config", folder / "kept" / "mine.json"):
        assert mine.read_text() == "mine"


def test_no_device_is_replaced(tmp_path: Path) -> None:
    """``build --to /dev/null`` put a data set in the place of the machine's own, where its user may do so."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="no file"):
        whole.write(pipe, b"x")
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


# Names and words that are none.


def test_no_name_is_not_the_folder_that_one_stands_in(tmp_path: Path) -> None:
    """A shell gives "" for a variable that is not set: all that lay about was added."""
    done = geo("add", "", "--no-build", "--data", str(tmp_path), "--seeds", str(tmp_path))
    assert done.returncode == 2
    assert "is empty" in done.stderr


@pytest.mark.parametrize("name", ["\0", "Goma\0", "\ud800", "\x1b[2J", "a" * (LINK_WORDS + 1), " \n "])
def test_no_program_is_started_to_look_up_what_is_no_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with a sign that no program can be given was an error on the page."""
    monkeypatch.setattr(candidates.run, "candidates", lambda name: pytest.fail(f"asked for {name!r}"))
    assert candidates.looked_up(name) == {}


def test_half_a_letter_ends_nothing_beside_it() -> None:
    """JSON can escape it; the whole file was refused for one of its articles."""
    rows = [{"text": f"{half}Kenya sent {500 + at} soldiers to Goma."} for at, half in enumerate(("\ud800 ", ""))]
    with Worker() as worker:
        found = list(take_bytes(Source("rows.json", json.dumps(rows).encode()), worker))
    assert [it.article.text.split()[-4] for it in found if isinstance(it, Taken)] == ["500", "501"]


def test_what_an_archive_says_of_itself_is_told_in_a_line_that_one_can_read() -> None:
    """It was a line of a megabyte, at the desk as well."""
    record = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: a/{0:060}\r\nContent-Length: 1\r\n\r\nx\r\n\r\n"
    content = "".join(map(record.format, range(2_000))).encode()
    with Worker() as worker:
        [found] = take_bytes(Source("a.warc", content), worker)
    assert isinstance(found, ArticleError)
    assert "2,000 answers" in str(found)
    assert len(str(found)) < MOST_SAID
    assert len(str(ArticleError("x" * 9_000, where="a", remedy="b"))) < MOST_SAID + 50
