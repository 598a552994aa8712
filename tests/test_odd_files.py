"""Files that no program of ours writes: pipes, gigabytes, brackets without an end, forged hashes, half a page."""

import hashlib
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from geo import whole
from geo.collections import decisions, records
from geo.collections.decide import Change, correction, place_by_hand
from geo.collections.home import ABOUT, DECISIONS, Home, default, describe
from geo.collections.sound import unsound
from geo.dataset.build import build
from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.errors import ArticleError, DatasetError, ExportError
from geo.intake.worker import Worker
from geo.limits import ABOUT_BYTES, DECISIONS_BYTES, INTAKE_ANSWER_BYTES, LEFT_SECONDS
from geo.model import Article
from geo.model.decision import Decision, Field
from geo.panels import filters
from geo.sharing.document import publish as publishing
from geo.sharing.export import EXPORTS
from geo.sharing.shown import Shown
from geo.sharing.view import View
from tests import hand_made as made
from tests.conftest import ROOT

TEXT = "Kenya sends troops\n\nBy Reuters\n\n3 March 2023\n\nKenya sent {} soldiers to Goma on Friday, the army said.\n"
RECORD = "aaaaaaaaaaaa.json"


def catalogue() -> Catalogue:
    return Catalogue.of(made.collection())


def pipe(path: Path) -> None:
    os.mkfifo(path)


def gigabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3_000_000_000)  # a hole: it takes no room on the disk


def brackets(path: Path) -> None:
    path.write_bytes(b"[" * 90_000)


def folder(path: Path) -> None:
    path.mkdir()


ODD = pytest.mark.parametrize("odd", [pipe, gigabytes, brackets, folder])


@ODD
def test_a_collection_counts_without_what_is_said_of_it(odd: object, tmp_path: Path) -> None:
    """Every run of the page reads this file."""
    odd(tmp_path / ABOUT)  # type: ignore[operator]
    home = default(tmp_path / "seeds", tmp_path)
    assert (home.title, home.standfirst) == ("", "")


def test_half_a_letter_in_a_title_is_a_question_mark(tmp_path: Path) -> None:
    (tmp_path / ABOUT).write_text('{"title": "\\ud800 Troops"}')
    assert default(tmp_path, tmp_path).title == "? Troops"
    assert describe(Home("", tmp_path, tmp_path / "x", tmp_path / "y"), title="\udcff", standfirst="").title == "?"


@ODD
def test_decisions_that_are_no_file_of_ours_are_one_line(odd: object, tmp_path: Path) -> None:
    path = tmp_path / DECISIONS
    odd(path)  # type: ignore[operator]
    with pytest.raises(DatasetError, match=r"decisions.jsonl: "):
        decisions.load(path)
    if odd is not brackets:
        with pytest.raises(DatasetError, match=r"decisions.jsonl: cannot be written"):
            decisions.append(path, decided())


@ODD
def test_a_record_that_is_no_file_of_ours_is_left_out(odd: object, tmp_path: Path) -> None:
    odd(tmp_path / RECORD)  # type: ignore[operator]
    with Worker() as worker:
        (found,) = records.articles(tmp_path / RECORD, worker)
    assert isinstance(found, ArticleError)
    assert records.added(tmp_path / RECORD) is None


@pytest.mark.parametrize("sha256", ["", "<script>alert(1)</script>", "A" * 64, "a" * 63])
def test_a_record_without_a_hash_is_damaged(sha256: str, tmp_path: Path) -> None:
    (tmp_path / RECORD).write_text(record(sha256, TEXT))
    with Worker() as worker:
        (found,) = records.articles(tmp_path / RECORD, worker)
    assert "is a damaged record" in str(found)


def test_bounds_are_looked_at_before_a_file_is_read(tmp_path: Path) -> None:
    assert max(ABOUT_BYTES, DECISIONS_BYTES, INTAKE_ANSWER_BYTES) < 3_000_000_000
    (tmp_path / "x").write_bytes(b"12345")
    assert whole.read(tmp_path / "x", 5) == b"12345"
    with pytest.raises(OSError, match="is larger than 4 bytes"):
        whole.read(tmp_path / "x", 4)


def record(sha256: str, text: str) -> str:
    told = dict.fromkeys(("title", "byline", "publisher", "published", "given", "url"))
    return json.dumps(
        {**told, "name": "x.txt", "sha256": sha256, "parser": "x", "verbatim": True, "lines": text.split("\n")}
    )


def test_a_forged_hash_does_not_break_the_data_set(tmp_path: Path) -> None:
    """A record in a zip from anybody: its hash begins as that of an article that is there. The build put a data set in
    the place of the good one that no page could open."""
    seeds, data = tmp_path / "seeds", tmp_path / "data"
    seeds.mkdir()
    data.mkdir()
    for name in ("gazetteer.sqlite", "demonyms.csv"):
        (data / name).symlink_to(ROOT / "data" / name)
    ours = TEXT.format(500)
    (seeds / "a.txt").write_text(ours)
    forged = hashlib.sha256(ours.encode()).hexdigest()[:12] + "0" * 52
    (seeds / RECORD).write_text(record(forged, TEXT.replace("Kenya", "Uganda").format(800)))
    told: list[str] = []
    collection = build(seeds, data, told.append)
    assert [article.file for article in collection.articles] == ["a.txt"]
    assert [left.file for left in collection.left_out] == ["x.txt"]


# What a zip from anybody decides.


def decided() -> Decision:
    collection = load(ROOT / "data" / "collection.json")
    claim = collection.claims[0]
    article = next(it for it in collection.articles if it.id == claim.article)
    assert isinstance(article, Article)
    camp = place_by_hand("Camp Nine", 37.28, 68.65, km=5, source="UN map")
    return correction(claim, article, Change(Field.PLACE, camp.name, camp), who="Zoë", why="an example")


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x00", "\x85", "\u202e", "\u2066", "\u2028", "\ufeff"])
def test_signs_that_move_a_cursor_or_turn_a_line_are_no_words(sign: str) -> None:
    good = decided()
    assert good.place is not None
    assert unsound(good) is None
    for field in ("who", "why"):
        assert unsound(replace(good, **{field: f"x{sign}y"})) == "has signs that are no words"
    for field in ("name", "source", "id", "anchor", "note"):
        assert unsound(replace(good, place=replace(good.place, **{field: f"x{sign}"}))) == "has signs that are no words"


def test_words_with_joiners_and_from_right_to_left_stay_words() -> None:
    assert unsound(replace(decided(), who="علی‌رضا", why="as the article\u200e says\nin its second line")) is None


def test_a_place_is_bounded_in_all_that_is_said_of_it() -> None:
    good = decided()
    assert good.place is not None
    for change in (
        {"note": "x" * 501},
        {"anchor": "x" * 501},
        {"countries": ("x",) * 301},
        {"countries": ("x" * 501,)},
    ):
        assert unsound(replace(good, place=replace(good.place, **change))) == "has more words than a place may"  # type: ignore[arg-type]


@pytest.mark.parametrize("at", ["2021-99-99T99:99:99Z", "2021-02-30T00:00:00Z", "2021-01-01", "٢٠٢١-٠١-٠١T٠٠:٠٠:٠٠Z"])
def test_a_moment_that_is_none_is_no_decision(at: str) -> None:
    assert unsound(replace(decided(), at=at)) == "is no decision"


# Publications that are killed.


def test_a_publication_that_was_killed_is_made_again(tmp_path: Path) -> None:
    into = tmp_path / "public"
    few = {"figures.csv": EXPORTS["figures.csv"]}
    kill = (
        "import os, sys; from pathlib import Path; from geo.sharing.document import publish as it\n"
        "from tests.test_odd_files import catalogue; from geo.sharing.shown import Shown\n"
        "from geo.sharing.view import View\n"
        "real, done = it.write, []\n"
        "def write(path, content):\n"
        "    done.append(path)\n"
        "    if len(done) == 4: os.kill(os.getpid(), 9)\n"
        "    real(path, content)\n"
        "it.write = write\n"
        "it.publish(Shown.of(View(), catalogue()), Path(sys.argv[1]), exports={})\n"
    )
    ended = subprocess.run([sys.executable, "-c", kill, str(into)], cwd=ROOT, check=False, capture_output=True)
    assert ended.returncode == -9, ended.stderr
    assert any(into.rglob("*.json"))
    left = into / "data" / ".dateline-left.tmp"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"x")
    os.utime(left, (time.time() - LEFT_SECONDS - 1,) * 2)
    other = into / "data" / ".dateline-other.tmp"
    other.write_bytes(b"x")  # somebody writes there now
    publishing.publish(Shown.of(View(), catalogue()), into, exports=few)
    assert not left.exists()
    assert other.exists()
    assert (into / "index.html").exists()


@pytest.mark.parametrize("url", ["http://[x", "https://[::1", "javascript:alert(1)"])
def test_an_address_that_is_none_is_one_line(url: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is no address of a folder on the web"):
        publishing.publish(Shown.of(View(), catalogue()), tmp_path / "public", url, exports={})


def test_a_file_in_place_of_the_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("x")
    with pytest.raises(ExportError, match="public: is not empty and holds no publication"):
        publishing.publish(Shown.of(View(), catalogue()), tmp_path / "public", exports={})


def test_filters_that_streamlit_forgot_are_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that names a page that there is not has it forget what every widget says, but not the rest."""
    shown = catalogue()
    state: dict[str, object] = {"filters-of": shown.collection.version}
    monkeypatch.setattr(filters.st, "session_state", state)
    filters.asked(shown)
    assert len(state[filters.PERIOD]) == 2  # type: ignore[arg-type]
