"""``python -m geo build``: what is committed is what the seeds give; bad files stop nothing beside them."""

import shutil
from pathlib import Path

import pytest

from geo.collections.home import BUILT as COLLECTION
from geo.dataset.build import GAZETTEER, build
from geo.dataset.counts import tally
from geo.dataset.store import load
from geo.errors import DatasetError, GazetteerError
from tests.commands import geo

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
NEW = """Troops sent to the border

By Reuters

3 March 2023

Kenya sent 1,200 soldiers to the border with Somalia on Thursday, the defence ministry said.
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """(seeds, data): copies that a test may change."""
    seeds, data = tmp_path / "seeds", tmp_path / "data"
    shutil.copytree(SEEDS, seeds)
    data.mkdir()
    for name in (GAZETTEER, COLLECTION):
        shutil.copy(ROOT / "data" / name, data / name)
    return seeds, data


def silent(_line: str) -> None:
    """Progress that nobody reads."""


def test_a_rebuild_gives_the_committed_data_set(folders: tuple[Path, Path]) -> None:
    seeds, data = folders
    build(seeds, data, silent)
    assert (data / COLLECTION).read_bytes() == (ROOT / "data" / COLLECTION).read_bytes()


def test_a_new_article_is_in_the_data_set_and_tells_what_was_found(folders: tuple[Path, Path]) -> None:
    seeds, data = folders
    (seeds / "new.txt").write_text(NEW, encoding="utf-8")
    lines: list[str] = []
    collection = build(seeds, data, lines.append)
    new = next(reading for reading in collection.readings if reading.article.file == "new.txt")
    (claim,) = new.claims
    assert (claim.quantity.words, claim.who) == ("1,200", "Kenya")
    assert [use.place.countries for use in claim.places] == [("KE", "SO")]
    assert any(line.startswith("3/3 new.txt: 1 figure, ") for line in lines)
    assert load(data / COLLECTION) == collection


def test_bad_files_are_left_out_and_the_good_ones_are_built(folders: tuple[Path, Path]) -> None:
    seeds, data = folders
    (seeds / "empty.txt").touch()
    (seeds / "binary.txt").write_bytes(b"\x00\x01\x02")
    (seeds / "latin.txt").write_bytes(b"caf\xe9")
    (seeds / "large.txt").write_bytes(b"word " * 10_000_000)
    (seeds / "folder.txt").mkdir()
    (seeds / "lost.txt").symlink_to(seeds / "nowhere")
    shutil.copy(next(seeds.glob("000*.txt")), seeds / "twin.txt")
    (seeds / "undated.txt").write_text(NEW.replace("3 March 2023", ""), encoding="utf-8")
    lines: list[str] = []
    collection = build(seeds, data, lines.append)
    assert [left.file for left in collection.left_out] == [
        "binary.txt", "empty.txt", "folder.txt", "large.txt", "latin.txt", "lost.txt", "twin.txt",
    ]  # fmt: skip
    assert len(collection.readings) == 3
    undated = next(r for r in collection.readings if r.article.file == "undated.txt")
    assert undated.claims[0].happened is None
    assert any("no publication date" in note for note in undated.notes)
    assert all("\n" not in line for line in lines)


def test_nothing_that_can_be_read_leaves_the_old_data_set(folders: tuple[Path, Path]) -> None:
    seeds, data = folders
    before = (data / COLLECTION).read_bytes()
    for path in seeds.iterdir():
        path.write_bytes(b"")
    with pytest.raises(DatasetError, match="no article could be read"):
        build(seeds, data, silent)
    for path in seeds.iterdir():
        path.unlink()
    with pytest.raises(DatasetError, match=r"there is no article"):
        build(seeds, data, silent)
    assert (data / COLLECTION).read_bytes() == before


def test_a_missing_or_damaged_gazetteer_is_told(folders: tuple[Path, Path]) -> None:
    seeds, data = folders
    (data / GAZETTEER).write_bytes(b"SQLite format 3\x00 and then nothing of the kind")
    with pytest.raises(GazetteerError):
        build(seeds, data, silent)
    (data / GAZETTEER).unlink()
    with pytest.raises(GazetteerError):
        build(seeds, data, silent)


def test_the_command_reports_on_one_line_and_fails_where_nothing_was_done(tmp_path: Path) -> None:
    done = geo("build", "--seeds", str(tmp_path / "none"), "--data", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Put an article's text into this folder" in done.stderr


def test_the_command_builds_beside_a_bad_file(folders: tuple[Path, Path]) -> None:
    seeds, data = folders
    (seeds / "empty.txt").touch()
    done = geo("build", "--seeds", str(seeds), "--data", str(data))
    assert done.returncode == 0, done.stderr
    assert "left out: empty.txt: is empty" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith(f"{tally(load(data / COLLECTION).claims)} from 2 articles, version ")


def test_an_unwritable_data_set_leaves_the_old_one(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    seeds, data = folders
    before = (data / COLLECTION).read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)  # works for the superuser too, whom permissions do not stop
    with pytest.raises(DatasetError, match="cannot be written"):
        build(seeds, data, silent)
    assert (data / COLLECTION).read_bytes() == before
    assert sorted(path.name for path in data.glob("[!.]*")) == [COLLECTION, GAZETTEER]


def test_two_versions_of_a_page_keep_their_figures_apart(project: Path) -> None:
    head = "Storm at the border\n\nBy AFP\n\nJuly 10, 2021\n\nhttps://news.example/storm\n\n"
    story = f"{head}Some 400 soldiers fled to Iran on Friday.\n"
    (project / "seeds" / "early.txt").write_text(story, encoding="utf-8")
    (project / "seeds" / "late.txt").write_text(story + "\nThe army denied that anybody had left.\n", encoding="utf-8")
    claims = [c for c in build(project / "seeds", project / "data", silent).claims if c.quantity.middle == 400]
    assert len(claims) == len({claim.id for claim in claims}) == 2
