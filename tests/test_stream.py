"""A large collection is exported a part at a time, and each file is what is made of all of it at once."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyarrow import parquet

from benchmarks.collection import Newsroom
from geo.commands import large
from geo.dataset.query import Catalogue, Filter, adjectives
from geo.dataset.store import Collection, save
from geo.sharing import link
from geo.sharing.export import EXPORTS
from geo.sharing.many import GROUPED
from geo.sharing.shown import Shown
from geo.sharing.stream import STREAMED
from geo.sharing.view import View
from geo.store import manifest, write
from tests.commands import Done, geo
from tests.conftest import ROOT

VIEWS = [
    View(),
    View(filter=Filter(words="soldiers", inferred=False)),
    View(filter=Filter(known_on=date(2024, 6, 1))),
    View(filter=Filter(words="no such word")),
]


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Newsroom().collection(60, 400)


@pytest.fixture(scope="module")
def data(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with tables alone."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "demonyms.csv").symlink_to(ROOT / "data" / "demonyms.csv")
    parts = {"links": collection.links, "version": collection.version or "made", "about": collection.about}
    write.write(manifest.beside(folder / "collection.json"), collection.readings, collection.geometries, **parts)
    return folder


def export(data: Path, to: Path, *arguments: str) -> Done:
    return geo("export", *arguments, "--data", str(data), "--to", str(to))


@pytest.mark.parametrize("view", VIEWS)
def test_every_file_is_what_is_made_at_once(
    collection: Collection, data: Path, tmp_path: Path, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "STORE_PART", 70)
    monkeypatch.setattr(large, "TOLD_EVERY", -1)
    whole = replace(collection, version=collection.version or "made")
    catalogue = Catalogue.of(whole, adjectives(data / "demonyms.csv"))
    done = export(data, tmp_path, "--view", link.address(view, catalogue))
    assert done.returncode == 0, done.stderr
    shown = Shown.of(view, catalogue)
    assert {path.name for path in tmp_path.iterdir()} == STREAMED.keys() | GROUPED.keys()
    for name in ("figures.csv", "figures-hxl.csv"):
        assert (tmp_path / name).read_bytes() == EXPORTS[name].make(shown), name
    assert json.loads((tmp_path / "figures.geojson").read_bytes()) == json.loads(EXPORTS["figures.geojson"].make(shown))
    made = parquet.read_table(io.BytesIO(EXPORTS["figures.parquet"].make(shown)))
    assert parquet.read_table(tmp_path / "figures.parquet").to_pylist() == made.to_pylist()
    told = [line for line in done.stderr.splitlines() if line.startswith("figures.csv: ")]
    assert len(told) == -(-len(shown.claims) // 70)
    if told:
        assert told[-1].endswith(f" {len(shown.claims):,} of {len(shown.claims):,}")


def test_what_needs_all_of_it_at_once_is_refused_with_the_choice(data: Path, tmp_path: Path) -> None:
    done = export(data, tmp_path / "out", "figures.csv", "map.html")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "error: map.html: is not made of a collection that has tables alone. Choose among: fig"
    )
    assert not (tmp_path / "out").exists()


def test_one_that_fails_leaves_nothing(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(STREAMED, "figures.parquet", full)
    done = export(data, tmp_path, "figures.csv", "figures.parquet")
    assert done.returncode == 1
    assert "cannot be written (No space left on device). Name another folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_version_counts_and_not_the_tables(data: Path, tmp_path: Path) -> None:
    other = Newsroom().collection(3, 9)
    for name in ("demonyms.csv", "tables"):
        (tmp_path / name).symlink_to(data / name)
    save(other, tmp_path / "collection.json")
    assert export(tmp_path, tmp_path / "out", "figures.csv").returncode == 0
    assert len((tmp_path / "out" / "figures.csv").read_text(encoding="utf-8-sig").splitlines()) == 1 + len(other.claims)
