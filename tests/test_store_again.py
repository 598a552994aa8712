"""Tables are made of the rows of those before, and are those of a build from nothing."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.collection import Newsroom
from geo.dataset.entry import Entry, entry_of
from geo.dataset.store import Collection
from geo.model import Precision, Reading
from geo.store import again, manifest, write
from geo.store.manifest import Manifest
from geo.store.staged import Staged

MANY = 40
ARTICLES = 1_000


@pytest.fixture(scope="module")
def made() -> Collection:
    return Newsroom().collection(MANY, 200)


@pytest.fixture(scope="module")
def entries(made: Collection) -> list[Entry]:
    return entries_of(made)


def entries_of(made: Collection) -> list[Entry]:
    return [entry_of(reading, f"{number}".encode()) for number, reading in enumerate(made.readings)]


def put(folder: Path, entries: list[Entry], rest: Collection, version: str = "one") -> Manifest:
    built = folder / "collection.json"
    return write.put_built(entries, (), replace(rest, readings=(), links=(), version=version), built)


def contents(folder: Path, made: Manifest) -> dict[str, bytes]:
    return {name: (folder / "tables" / table.file).read_bytes() for name, table in made.tables.items()}


def from_nothing(entries: list[Entry], rest: Collection) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        return contents(Path(folder), put(Path(folder), entries, rest))


@settings(max_examples=8, deadline=None)
@given(
    before=st.sets(st.integers(0, MANY - 1), min_size=1), gone=st.sets(st.integers(0, MANY - 1)), turned=st.booleans()
)
def test_whatever_comes_and_goes_the_tables_are_those_from_nothing(
    made: Collection, entries: list[Entry], before: set[int], gone: set[int], turned: bool
) -> None:
    after = sorted(set(range(MANY)) - gone, reverse=turned) or [0]
    now = [entries[number] for number in after]
    with TemporaryDirectory() as name:
        folder = Path(name)
        put(folder, [entries[number] for number in sorted(before)], made)
        assert contents(folder, put(folder, now, made, "two")) == from_nothing(now, made)


def test_only_the_rows_of_what_is_new_are_made(
    made: Collection, entries: list[Entry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, entries[:-1], made)
    added: list[Reading] = []
    add = Staged.add
    monkeypatch.setattr(Staged, "add", lambda self, reading: added.append(reading) or add(self, reading))
    put(tmp_path, entries, made, "two")
    assert [it.article.id for it in added] == [entries[-1].article]


def test_a_line_that_is_drawn_no_more_moves_what_stands_on_it(
    made: Collection, entries: list[Entry], tmp_path: Path
) -> None:
    lines = {key for key, place in made.places.items() if place.precision is Precision.LINE and key in made.geometries}
    assert lines
    without = replace(made, geometries={key: it for key, it in made.geometries.items() if key not in lines})
    before = contents(tmp_path, put(tmp_path, entries, made))
    after = contents(tmp_path, put(tmp_path, entries, without, "two"))
    assert after == from_nothing(entries, without)
    assert after["claims"] != before["claims"]


@pytest.mark.parametrize("damage", ["made of nothing", "another program", "no file", "a table is cut"])
def test_what_cannot_be_used_again_is_made_anew(
    made: Collection, entries: list[Entry], tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = tmp_path / "tables"
    first = put(tmp_path, entries[:-1], made)
    claims = tables / first.tables["claims"].file
    match damage:
        case "made of nothing":
            claims.with_name(again.NAME).write_bytes(b"\x80")
        case "another program":
            monkeypatch.setattr(again, "program", lambda: "another")
        case "no file":
            claims.with_name(again.NAME).unlink()
        case _:
            claims.write_bytes(bytes(claims.stat().st_size))
    assert again.before(tables, entries, made.geometries) is None
    assert contents(tmp_path, put(tmp_path, entries, made, "two")) == from_nothing(entries, made)
    assert manifest.version(tables) == "two"


def test_one_article_more_in_thousands_gives_the_tables_of_a_build_from_nothing(tmp_path: Path) -> None:
    made = Newsroom().collection(ARTICLES, 3 * ARTICLES)
    entries = entries_of(made)
    put(tmp_path, entries[:800] + entries[801:], made)
    assert contents(tmp_path, put(tmp_path, entries, made, "two")) == from_nothing(entries, made)
