"""A file that nobody has touched is not read again; one that was, is, whatever it looks like."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from geo.dataset.hashed import Hashed
from geo.dataset.kept import Kept
from tests.conftest import ROOT

GAZETTEER = ROOT / "data" / "gazetteer.sqlite"
LATER = time.time_ns() + 10**12


def asked(tmp_path: Path, path: Path) -> bytes:
    """What a build of its own is told."""
    with Kept(tmp_path / "data", GAZETTEER) as kept:
        files = Hashed(path.parent, kept)
        found = files.sha256(path)
        files.save()
    return found


@pytest.fixture(params=["a.txt", os.fsdecode(b"caf\xe9/caf\xe9.txt")], ids=["text", "no text"])
def path(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article that was written long ago, as the clock of this test has it; its name may be no text."""
    path = tmp_path / "seeds" / str(request.param)
    path.parent.mkdir(parents=True)
    path.write_text("one")
    monkeypatch.setattr("geo.dataset.hashed.time.time_ns", lambda: LATER)
    return path


def test_what_nobody_touched_is_not_read_again(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = asked(tmp_path, path)
    assert first == hashlib.sha256(b"one").digest()
    monkeypatch.setattr("geo.whole.read", lambda *_, **__: pytest.fail("was read again"))
    assert asked(tmp_path, path) == first


def test_other_words_of_the_same_size_and_time_are_seen(tmp_path: Path, path: Path) -> None:
    asked(tmp_path, path)
    before = path.stat()
    path.write_text("two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert asked(tmp_path, path) == hashlib.sha256(b"two").digest()


def test_what_was_touched_a_moment_ago_is_read_each_time(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    asked(tmp_path, path)
    with Kept(tmp_path / "data", GAZETTEER) as kept:
        assert Hashed(path.parent, kept)._before == {}


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_what_is_no_file_is_none(tmp_path: Path, path: Path, kind: str) -> None:
    other = path.with_name("other")
    match kind:
        case "link":
            other.symlink_to(path)
        case "folder":
            other.mkdir()
        case _:
            os.mkfifo(other)
    with pytest.raises(OSError, match=r"is a link|is not a file|Is a directory"):
        asked(tmp_path, other)
