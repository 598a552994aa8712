"""Stories kept apart: names, folders, records of articles, twins, and what two writers or a crash leave behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo import whole
from geo.__main__ import main
from geo.collections.home import describe, every, is_name, named, new
from geo.collections.records import Kept, Record, articles, files, keep, lying
from geo.collections.twins import Seen, traits
from geo.dataset.store import load
from geo.errors import ArticleError, DatasetError
from geo.intake.document import Source
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from geo.lock import locked
from geo.model import Article
from tests import intake_made as made
from tests.commands import Done, geo
from tests.conftest import ROOT


def taken(name: str, content: bytes) -> Taken:
    with Worker() as worker:
        (found,) = take_bytes(Source(name, content), worker)
    assert isinstance(found, Taken)
    return found


def read_back(folder: Path) -> list[Article]:
    with Worker() as worker:
        found = [it for path in files(folder) for it in articles(path, worker)]
    assert not [it for it in found if isinstance(it, ArticleError)]
    return [it for it in found if isinstance(it, Article)]


@pytest.mark.parametrize("name", ["sudan", "sudan-2023", "a", "7"])
def test_a_name_is_a_folder_and_a_part_of_an_address(name: str, tmp_path: Path) -> None:
    assert is_name(name)
    home = new(name, tmp_path, title="  Sudan,\n 2023 ", standfirst="What moved")
    again = named(name, tmp_path / "seeds", tmp_path)
    assert again == home
    assert (again.title, again.standfirst) == ("Sudan, 2023", "What moved")
    assert home.articles.is_dir()
    assert [it.name for it in every(tmp_path / "seeds", tmp_path)] == ["", name]
    with pytest.raises(DatasetError, match="is a collection already"):
        new(name, tmp_path)


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "A", "", "-a", "a-", "con", "default", "a b", "ä", "x" * 41, ".", "a\n", "a\0"]
)
def test_what_is_no_name_makes_no_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be the name"):
        new(name, tmp_path)
    assert list(tmp_path.rglob("*")) == []
    if name:
        with pytest.raises(DatasetError, match="no such collection"):
            named(name, tmp_path / "seeds", tmp_path)


@pytest.mark.parametrize("name", made.EVERY)
def test_a_record_gives_the_article_back(name: str, tmp_path: Path) -> None:
    found = taken(name, made.EVERY[name]())
    assert keep(found.document, None, tmp_path) is Kept.NEW
    assert keep(found.document, None, tmp_path) is Kept.SAME
    assert read_back(tmp_path) == [found.article]
    assert found.document.parser in (tmp_path / f"{found.article.id}.json").read_text(encoding="utf-8")


def test_a_date_can_be_given_later_and_counts_where_there_is_none(tmp_path: Path) -> None:
    undated = taken("a.docx", made.word((made.TITLE, *made.STORY)))
    keep(undated.document, None, tmp_path)
    assert keep(undated.document, date(2023, 3, 3), tmp_path) is Kept.DATED
    assert [article.published for article in read_back(tmp_path)] == [date(2023, 3, 3)]
    assert keep(undated.document, None, tmp_path) is Kept.SAME
    assert [article.published for article in read_back(tmp_path)] == [date(2023, 3, 3)]


def test_an_author_can_be_given_later_and_counts_where_there_is_none(tmp_path: Path) -> None:
    unsigned = taken("a.docx", made.word((made.TITLE, "3 March 2023", *made.STORY))).document
    keep(unsigned, None, tmp_path)
    signed = replace(unsigned, author="Ann Example")
    assert keep(signed, None, tmp_path) is Kept.SIGNED
    assert [article.author for article in read_back(tmp_path)] == ["Ann Example"]
    assert keep(signed, None, tmp_path) is Kept.SAME
    assert keep(replace(unsigned, author="Bo Sample"), None, tmp_path) is Kept.SAME  # that is to be mended
    assert keep(unsigned, None, tmp_path) is Kept.SAME
    assert [article.author for article in read_back(tmp_path)] == ["Ann Example"]


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    (tmp_path / "0123456789ab.json").write_text('{"format": 1}')
    with Worker() as worker:
        (found,) = articles(tmp_path / "0123456789ab.json", worker)
    assert isinstance(found, ArticleError)
    assert found.what == "is a damaged record of an article"


def test_a_file_that_lies_there_is_not_recorded_again(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(made.text())
    assert taken("other.txt", made.text()).document.sha256 in lying(tmp_path)


def test_one_article_in_two_formats_is_one() -> None:
    seen = Seen()
    assert seen.before(traits(taken("a.html", made.page()).article)) is None
    assert seen.before(traits(taken("a.csv", made.csv()).article)) == "text as a.html"
    assert seen.before(traits(taken("a.txt", made.text() + b"\nUpdated.\n").article)) == "article as a.html"
    later = made.page(("Something else entirely happened at the border on Friday, officials said.",) * 3)
    assert seen.before(traits(taken("b.html", later).article)) is None


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    whole.write(path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        whole.write(path, b"new")
    with pytest.raises(OSError, match="No space"):
        whole.append(path, b"more\n")
    assert [it.name for it in tmp_path.iterdir()] == ["a.json"]
    assert path.read_text() == "old"


def test_a_torn_line_is_closed_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n{"b"')
    whole.append(path, b'{"c": 3}\n')
    assert path.read_text() == '{"a": 1}\n{"b"\n{"c": 3}\n'


def _count_up(path: Path, times: int) -> None:
    for _ in range(times):
        with locked(path):
            number = int(path.read_text())
            time.sleep(0.001)
            path.write_text(str(number + 1))


def test_two_writers_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "count"
    path.write_text("0")
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=_count_up, args=(path, 40)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert path.read_text() == "80"


def command(*arguments: str, data: Path) -> Done:
    return geo(*arguments, "--data", str(data))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of its own; the gazetteer is the project's."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "gazetteer.sqlite").symlink_to(ROOT / "data" / "gazetteer.sqlite")
    (folder / "demonyms.csv").symlink_to(ROOT / "data" / "demonyms.csv")
    return folder


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    (folder / "more").mkdir(parents=True)
    (folder / "a.pdf").write_bytes(made.pdf())
    (folder / "more" / "b.html").write_bytes(made.page(("Chad hosted 40,000 refugees in Adre on 1 May 2023.",) * 4))
    (folder / "c.docx").write_bytes(made.word(("A camp", "About 900 people fled to Goma, officials said on Monday.")))
    (folder / "d.png").write_bytes(b"\x89PNG")
    return folder


def test_a_pile_of_files_becomes_a_collection(data: Path, pile: Path) -> None:
    assert command("new", "pile", "--title", "A pile", data=data).returncode == 0
    done = command("add", str(pile), "--collection", "pile", data=data)
    assert done.returncode == 1, done.stderr
    assert "not taken: d.png: is a picture." in done.stderr
    assert "Articles: 3 new, 1 not taken; 1 without a date: add them again with --published DATE" in done.stdout
    built = load(data / "collections" / "pile" / "collection.json")
    assert (built.about.name, built.about.title) == ("pile", "A pile")
    assert {article.file for article in built.articles} == {"a.pdf", "b.html", "c.docx"}
    assert not (data / "collection.json").exists()  # nothing of it in the default collection

    again = command("add", str(pile / "c.docx"), "--collection", "pile", "--published", "2023-05-03", data=data)
    assert again.returncode == 0
    assert "Articles: 0 new, 1 given its date" in again.stdout
    signed = command("add", str(pile / "c.docx"), "--collection", "pile", "--author", "Ann Example", data=data)
    assert "Articles: 0 new, 1 given its author" in signed.stdout
    once_more = command("add", str(pile / "c.docx"), "--collection", "pile", "--no-build", data=data)
    assert once_more.stdout == "Articles: 0 new, 1 already there\n"  # it has its date since
    built = load(data / "collections" / "pile" / "collection.json")
    (dated,) = [article for article in built.articles if article.file == "c.docx"]
    assert (dated.published, dated.author) == (date(2023, 5, 3), "Ann Example")


def test_collections_share_nothing(data: Path, pile: Path) -> None:
    for name, file in (("one", "a.pdf"), ("two", "c.docx")):
        command("new", name, data=data)
        command("add", str(pile / file), "--collection", name, data=data)
    one, two = (load(data / "collections" / name / "collection.json") for name in ("one", "two"))
    assert [article.file for article in one.articles] == ["a.pdf"]
    assert [article.file for article in two.articles] == ["c.docx"]
    assert not {claim.id for claim in one.claims} & {claim.id for claim in two.claims}


def test_a_collection_is_exported_by_its_name(data: Path, pile: Path, tmp_path: Path) -> None:
    command("new", "pile", data=data)
    command("add", str(pile / "a.pdf"), "--collection", "pile", data=data)
    done = command("export", "figures.csv", "--collection", "pile", "--to", str(tmp_path / "made"), data=data)
    assert done.returncode == 0, done.stderr
    table = (tmp_path / "made" / "figures.csv").read_text(encoding="utf-8")
    assert "a.pdf" in table
    assert "not checked" in table


def test_an_add_that_was_killed_goes_on(data: Path, pile: Path) -> None:
    command("new", "pile", data=data)
    folder = data / "collections" / "pile" / "articles"
    for number in range(60):
        (pile / f"{number:02}.html").write_bytes(made.page((f"Chad hosted {number + 2},000 refugees in Adre.",) * 4))
    run = [sys.executable, "-m", "geo", "add", str(pile), "--collection", "pile", "--no-build", "--data", str(data)]
    killed = 0
    for wait in (1, 5, 20):
        begun = subprocess.Popen(run, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        already = len(list(folder.glob("*.json")))
        while begun.poll() is None and len(list(folder.glob("*.json"))) < already + wait:
            time.sleep(0.002)
        if begun.poll() is None:
            os.kill(begun.pid, signal.SIGKILL)
            killed += 1
        begun.wait()
        for path in folder.glob("*.json"):
            assert read_one(path)
    assert killed
    done = command("add", str(pile), "--collection", "pile", "--no-build", data=data)
    assert len(list(folder.glob("*.json"))) == 63, done.stderr


def read_one(path: Path) -> bool:
    with Worker() as worker:
        (found,) = articles(path, worker)
    return isinstance(found, Article)


def test_commands_say_what_is_wrong_on_one_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, words in (
        (["add", "x.pdf", "--collection", "nowhere"], "nowhere: there is no such collection."),
        (["add", "http://127.0.0.1/a"], "is not on the public web."),
        (["add", "nothing.pdf"], "nothing.pdf: there is no such file."),
        (["add", "ftp://news.example/a"], "ftp://news.example/a: is not an address of the web."),
        (["figures", "--collection", "../x"], "there is no such collection."),
        (["accept", "0000", "--collection", "x"], "there is no such collection."),
    ):
        assert main([*arguments, "--data", str(data), "--seeds", str(data)]) == 1
        told = capsys.readouterr().err
        assert words in told
        assert "Traceback" not in told


def test_every_format_can_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made.pdf())
    (tmp_path / "b.zip").write_bytes(made.zipped({"c.docx": made.word(), "d.png": b"\x89PNG"}))
    done = geo("read", str(tmp_path / "a.pdf"), str(tmp_path / "b.zip"))
    assert done.returncode == 1
    assert "a.pdf: 2 figures" in done.stdout
    assert "b.zip › c.docx: 2 figures" in done.stdout
    assert "error: b.zip › d.png: is a picture." in done.stderr


def test_a_record_says_its_format() -> None:
    assert Record.of(taken("a.txt", made.text()).document, None).format == 1


@pytest.mark.parametrize("name", ["", "sudan"])
def test_headline_and_standfirst_are_given_later_and_taken_back(tmp_path: Path, name: str) -> None:
    seeds, data = tmp_path / "seeds", tmp_path / "data"
    data.mkdir()
    home = new(name, data) if name else named("", seeds, data)
    describe(home, title=" To\nthe border", standfirst="x" * 400)
    again = named(name, seeds, data)
    assert (again.title, again.standfirst) == ("To the border", "x" * 300)
    describe(again, title="", standfirst="")
    assert named(name, seeds, data).title == ""
