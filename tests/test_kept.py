"""Readings kept by content: nothing is read twice, nothing old is taken for new, and damage costs time only."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from geo.collections.home import default
from geo.commands.made import make
from geo.dataset import shard as sharding
from geo.dataset import store
from geo.dataset.build import build
from geo.dataset.entry import entry_of, reading_of
from geo.dataset.kept import PLACE, Kept
from geo.dataset.store import load
from geo.model import Reading
from geo.store import manifest, write
from tests.conftest import ROOT

GAZETTEER = ROOT / "data" / "gazetteer.sqlite"


def silent(_line: str) -> None:
    """Progress that nobody reads."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return load(ROOT / "data" / "collection.json").readings[0]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    seeds, data = tmp_path / "seeds", tmp_path / "data"
    shutil.copytree(ROOT / "seeds", seeds)
    data.mkdir()
    (data / "gazetteer.sqlite").symlink_to(GAZETTEER)
    return seeds, data


def keep(kept: Kept, reading: Reading) -> None:
    key = kept.key(reading.article)
    kept.put([(key, msgspec.msgpack.encode(entry_of(reading, key)))])


def kept_of(kept: Kept, reading: Reading) -> Reading | None:
    entry = kept.entry(kept.key(reading.article))
    return reading_of(entry) if entry else None


def test_a_reading_is_given_back_as_it_was(reading: Reading, tmp_path: Path) -> None:
    with Kept(tmp_path, GAZETTEER) as kept:
        assert kept_of(kept, reading) is None
        keep(kept, reading)
    with Kept(tmp_path, GAZETTEER) as again:
        assert kept_of(again, reading) == reading


def test_any_name_of_a_place_is_given_back(reading: Reading) -> None:
    """Also one that looks like a line of a data set."""
    name = r'"place":"gn:1" \"place\":\" \\'
    used = next(it for it in reading.toponyms if it.place is not None)
    assert used.place is not None
    odd = replace(used, text=name, place=replace(used.place, id=name, name=name))
    changed = replace(reading, toponyms=(odd, *reading.toponyms))
    assert reading_of(entry_of(changed, b"")) == changed


def test_tables_are_made_of_what_was_written_without_reading_it_back(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To read it back took half of the time in which one article is added to 10,000."""
    seeds, data = folders
    home, read_back = default(seeds, data), list[Path]()
    content = store._content
    monkeypatch.setattr(store, "_content", lambda path: read_back.append(path) or content(path))
    monkeypatch.setattr("geo.commands.made.STORE_FIGURES", 1)
    made = make(home, data, silent)
    assert read_back == []
    whole = load(home.built)
    again = write.write(
        manifest.beside(tmp_path / "again" / "collection.json"),
        whole.readings,
        whole.geometries,
        links=whole.links,
        version=whole.version,
    )
    assert again is not None
    assert again.version == made.version == whole.version
    for table in again.tables.values():
        written = [manifest.beside(path) / table.file for path in (home.built, tmp_path / "again" / "collection.json")]
        assert written[0].read_bytes() == written[1].read_bytes()


@pytest.mark.parametrize(
    "change", [{"published": date(2020, 1, 1)}, {"text": "other"}, {"title": "other"}, {"url": None}, {"file": "x"}]
)
def test_another_text_or_head_is_another_article(reading: Reading, change: dict[str, object], tmp_path: Path) -> None:
    with Kept(tmp_path, GAZETTEER) as kept:
        keep(kept, reading)
        assert not kept.has(kept.key(replace(reading.article, **change)))  # type: ignore[arg-type]


def test_another_reader_or_gazetteer_reads_again(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Kept(tmp_path, GAZETTEER) as kept:
        keep(kept, reading)
    other = tmp_path / "gazetteer.sqlite"
    other.write_bytes(b"other")
    with Kept(tmp_path, other) as kept:
        assert kept_of(kept, reading) is None
    monkeypatch.setattr("geo.dataset.kept.version", lambda: "reader of tomorrow")
    with Kept(tmp_path, GAZETTEER) as kept:
        assert kept_of(kept, reading) is None
        kept.forget_others()
    monkeypatch.undo()
    with Kept(tmp_path, GAZETTEER) as kept:
        assert kept_of(kept, reading) is None  # forgotten


@pytest.mark.parametrize(
    "damage", [b"", b"nothing of the kind", b"SQLite format 3\0 and then nothing of the kind" * 99]
)
def test_damage_costs_time_only(reading: Reading, damage: bytes, tmp_path: Path) -> None:
    (tmp_path / PLACE).parent.mkdir()
    (tmp_path / PLACE).write_bytes(damage)
    with Kept(tmp_path, GAZETTEER) as kept:
        assert kept_of(kept, reading) is None
        keep(kept, reading)
        assert kept_of(kept, reading) == reading


def test_without_a_place_to_write_everything_is_read_each_time(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / PLACE.parent).touch()
    with Kept(tmp_path, GAZETTEER) as kept:
        keep(kept, reading)
        assert kept_of(kept, reading) == reading
        kept.forget_others()
    with Kept(tmp_path, GAZETTEER) as kept:
        assert kept_of(kept, reading) is None


def test_a_full_disk_costs_time_only(reading: Reading, tmp_path: Path) -> None:
    with Kept(tmp_path, GAZETTEER) as kept:
        assert kept._file is not None
        kept._file.execute("PRAGMA max_page_count = 1")
        kept._file.execute("PRAGMA query_only = 1")
        keep(kept, reading)
        assert kept_of(kept, reading) == reading
    with Kept(tmp_path, GAZETTEER) as kept:
        assert kept_of(kept, reading) is None


def test_what_an_older_build_kept_is_forgotten(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / PLACE).parent.mkdir()
    older = sqlite3.connect(tmp_path / PLACE)
    older.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, rules TEXT, reading BLOB) WITHOUT ROWID")
    older.close()
    with Kept(tmp_path, GAZETTEER) as kept:
        keep(kept, reading)
    with Kept(tmp_path, GAZETTEER) as kept:
        assert kept_of(kept, reading) == reading


def test_only_what_is_new_is_read_and_the_bytes_are_those_of_a_build_from_nothing(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds, data = folders
    read: list[str] = []
    whole = sharding.read

    def counted(articles, *rest):  # type: ignore[no-untyped-def]
        read.extend(article.file for article in articles)
        return whole(articles, *rest)

    monkeypatch.setattr(sharding, "read", counted)
    build(seeds, data, silent)
    assert len(read) == 2
    (seeds / "new.txt").write_text(
        "Troops\n\n3 March 2023\n\nKenya sent 1,200 soldiers to Somalia.\n", encoding="utf-8"
    )
    build(seeds, data, silent)
    assert read[2:] == ["new.txt"]
    kept = (data / "collection.json").read_bytes()
    build(seeds, data, silent)
    assert len(read) == 3
    shutil.rmtree(data / ".cache")
    build(seeds, data, silent)
    assert (data / "collection.json").read_bytes() == kept


def test_a_build_that_was_stopped_goes_on(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    seeds, data = folders
    told: list[str] = []

    def stop(line: str) -> None:
        told.append(line)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(seeds, data, stop)
    assert not (data / "collection.json").exists()
    with Kept(data, data / "gazetteer.sqlite") as kept:
        there = [kept_of(kept, it) for it in load(ROOT / "data" / "collection.json").readings]
    assert there[0] is not None
    build(seeds, data, silent)
    assert (data / "collection.json").read_bytes() == (ROOT / "data" / "collection.json").read_bytes()
