"""Damaged data and bad files, on the server: every one is told in a line, none stops what is beside it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT, copy_project

pytestmark = pytest.mark.usefixtures("loaded")

COLLECTION = ROOT / "data" / "collection.json"
GOOD = COLLECTION.read_bytes()
ARTICLE = "Title\n\nBy Reuters\n\n3 March 2023\n\nKenya sent {} soldiers to the border with Somalia on Thursday.\n"


def changed(change: Callable[[Any], None]) -> bytes:
    raw = json.loads(GOOD)
    change(raw)
    return json.dumps(raw).encode()


DAMAGED: dict[str, bytes] = {
    "cut in the middle": GOOD[: len(GOOD) // 2],
    "cut at the end": GOOD[:-3],
    "no object": b"[1, 2]",
    "another object": b'{"type": "FeatureCollection", "features": []}',
    "deeply nested": b'{"format": 1, "readings": ' + b"[" * 100_000,
    "a place that is not there": changed(lambda raw: raw["places"].popitem()),
    "an article that is not there": changed(lambda raw: raw["readings"][0]["claims"][0].update(article="gone")),
    "an unknown kind": changed(lambda raw: raw["readings"][0]["claims"][0].update(action="teleport")),
    "a shape that is none": changed(lambda raw: raw["geometries"].update({"border:AF-TJ": {"type": "LineString"}})),
    "a date that is none": changed(lambda raw: raw["readings"][0]["article"].update(published="2021-02-31")),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose files a test may spoil; each puts the state that it needs."""
    return copy_project(tmp_path_factory.mktemp("desk") / "project")


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_data_set_is_a_notice(desk: Path, damage: str) -> None:
    path = desk / "data" / "collection.json"
    path.write_bytes(DAMAGED[damage])
    app = AppTest.from_file(str(desk / "dashboard.py"), default_timeout=180).run()
    path.write_bytes(GOOD)
    assert not app.exception
    notice = " ".join(mounted.proto.json for mounted in app.get("bidi_component"))
    assert re.search(r"data/collection\.json: is (damaged|of another format)\. Run: python -m geo build", notice)


def build(desk: Path, *command: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, *(command or ("-m", "geo", "build"))]
    return subprocess.run(run, cwd=desk, capture_output=True, text=True, check=False, timeout=300)


def test_a_file_name_that_is_not_utf_8_stops_nothing(desk: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (desk / "seeds" / name).write_text(ARTICLE.format(50), encoding="utf-8")
    done = build(desk)
    (desk / "seeds" / name).unlink()
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr


def test_a_pipe_among_the_articles_stops_nothing(desk: Path) -> None:
    """A named pipe has size 0 and never ends: whoever opens it to read waits for ever."""
    pipe = desk / "seeds" / "pipe.txt"
    os.mkfifo(pipe)
    try:
        done = build(desk)
    except subprocess.TimeoutExpired:
        pytest.fail("the build waits for a pipe")
    finally:
        pipe.unlink()
    assert done.returncode == 0, done.stderr
    assert "left out: pipe.txt" in done.stderr


FULL_DISK = (
    "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000)); "
    "sys.argv = ['geo', 'build']; runpy.run_module('geo', run_name='__main__')"
)
"""A build in which no file can grow beyond a kilobyte: a full disk stops the superuser too, a permission does not."""


@pytest.mark.parametrize("cause", ["full disk", "folder in its place"])
def test_what_cannot_be_written_leaves_the_old_data_set(desk: Path, cause: str) -> None:
    path = desk / "data" / "collection.json"
    path.write_bytes(GOOD)
    before = sorted(found.name for found in path.parent.iterdir())
    if cause == "full disk":
        done = build(desk, "-c", FULL_DISK)
        assert path.read_bytes() == GOOD
    else:
        path.unlink()
        path.mkdir()
        done = build(desk)
        path.rmdir()
        path.write_bytes(GOOD)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith("error: data/collection.json: cannot be written")
    assert "Make the folder writable" in last
    assert sorted(found.name for found in path.parent.iterdir()) == before


def test_a_file_in_place_of_the_data_folder_is_told_in_one_line(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder", encoding="utf-8")
    done = build(desk, "-m", "geo", "build", "--data", str(tmp_path / "data"))
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert (tmp_path / "data").read_text(encoding="utf-8") == "not a folder"
