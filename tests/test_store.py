"""The data set on disk: whole or not at all, the same for the same content, honest about damage."""

import threading
from pathlib import Path

import pytest

from geo.dataset.store import Collection, LeftOut, load, save
from geo.errors import DatasetError

BUILT = Path(__file__).parent.parent / "data" / "collection.json"


@pytest.fixture
def collection() -> Collection:
    return load(BUILT)


def test_a_damaged_collection_says_which_one_to_build(tmp_path: Path) -> None:
    path = tmp_path / "collections" / "border" / "collection.json"
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(DatasetError, match="Run: python -m geo build --collection border"):
        load(path)


def test_what_is_saved_is_what_is_loaded(collection: Collection, tmp_path: Path) -> None:
    path = tmp_path / "collection.json"
    version = save(collection, path)
    again = load(path)
    assert again.version == version == collection.version
    assert again == collection
    assert path.read_bytes() == BUILT.read_bytes()


def test_the_version_changes_with_the_content(collection: Collection, tmp_path: Path) -> None:
    other = Collection(collection.readings, left_out=(LeftOut("x.txt", "is empty"),))
    assert save(other, tmp_path / "a.json") != collection.version


def test_places_stand_once(collection: Collection) -> None:
    text = BUILT.read_text(encoding="utf-8")
    for place in collection.places.values():
        assert text.count(f'"id":"{place.id}"') == 1


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is damaged"),
        (b"\x00\xff", "is damaged"),
        (b"[1, 2]", "is damaged"),
        (b'{"format": 1}', "is of the older format 1"),
        (b'{"format": "2"}', "is of another format"),
        (b'{"format": 3}', "is of another format"),
        (b'{"format": 2}', "is damaged"),
        (b'{"format": 2, "places": {}, "readings": [{"article": 3}], "links": [], "left_out": []}', "is damaged"),
    ],
)
def test_damage_is_told_in_one_line(content: bytes, what: str, tmp_path: Path) -> None:
    path = tmp_path / "collection.json"
    path.write_bytes(content)
    with pytest.raises(DatasetError, match=what) as caught:
        load(path)
    assert "python -m geo build" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "collection.json"
    content = BUILT.read_bytes()
    for keep in range(0, len(content) - 3, max(1, len(content) // 25)):
        path.write_bytes(content[:keep])
        with pytest.raises(DatasetError):
            load(path)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="there is no data set yet"):
        load(tmp_path / "collection.json")


def test_a_folder_that_cannot_be_written_leaves_the_old_file(collection: Collection, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(DatasetError, match="cannot be written"):
        save(collection, blocked / "collection.json")
    assert blocked.read_text() == "not a folder"


def test_a_reader_beside_a_writer_sees_a_whole_file(collection: Collection, tmp_path: Path) -> None:
    path = tmp_path / "collection.json"
    save(collection, path)
    done = threading.Event()

    def write() -> None:
        for turn in range(20):
            save(Collection(collection.readings, left_out=(LeftOut("x", str(turn)),)), path)
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    reads = 0
    while not done.is_set() or reads == 0:
        assert len(load(path).readings) == len(collection.readings)
        reads += 1
    writer.join()
    assert [p.name for p in tmp_path.iterdir()] == ["collection.json"]
