"""An article put right or taken out by hand: a decision that outlasts a rebuild and a copy that is added again."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from geo.__main__ import main
from geo.collections.bundle import Bundle, opened, pack
from geo.collections.decide import mend, removal, taken_back, verdict
from geo.collections.decisions import append, edits, every
from geo.collections.fitting import fitting, present
from geo.collections.home import Home, at, new
from geo.collections.particulars import Edit, Particular, as_found, checked, mended, standing
from geo.collections.sound import unsound
from geo.dataset.build import build
from geo.dataset.over import make_over
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.dataset.store import load as load_collection
from geo.errors import DecisionError
from geo.intake.document import Source
from geo.intake.worker import Worker
from geo.model import Article
from geo.model.decision import Verdict
from geo.sharing.rows import rows
from geo.sheets.card import card
from geo.wording.method import method
from tests.conftest import ROOT

CAMP = "A camp fills up\n\nAbout 900 people fled to Goma last week, the UN said.\n"
BORDER = (
    "Kenya sends troops\n\nBy Reuters\n\n3 March 2023\n\nKenya sent 1,200 soldiers to Mandera on Thursday, the "
    "ministry said.\n\nhttps://one.example.com/a\n"
)


def silent(_line: str) -> None:
    """Progress that nobody reads."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    data = tmp_path / "data"
    data.mkdir()
    (data / "gazetteer.sqlite").symlink_to(ROOT / "data" / "gazetteer.sqlite")
    made = new("border", data)
    (made.articles / "camp.txt").write_text(CAMP, encoding="utf-8")
    (made.articles / "border.txt").write_text(BORDER, encoding="utf-8")
    return made


def built(home: Home) -> Collection:
    return build(home, home.built.parents[2], silent)


def article(collection: Collection, file: str) -> Article:
    return next(it for it in collection.articles if it.file == file)


def said(collection: Collection) -> str:
    return " ".join(f"{term}: {words}" for term, words in method(Catalogue.of(collection)))


def all_mended(home: Home, file: str = "camp.txt") -> list[Edit]:
    wanted = {
        Particular.TITLE: "The camp of Goma",
        Particular.PUBLISHER: "The Post",
        Particular.AGENCY: "AFP",
        Particular.AUTHOR: "Ann Example; Bo Sample",
        Particular.DATE: "2021-03-10",
        Particular.ADDRESS: "https://post.example/a",
    }
    found = article(built(home), file)
    made = [mend(found, field, words, who="Ada", why="as printed") for field, words in wanted.items()]
    append(home.decisions, *made)
    return made


def test_what_an_article_tells_of_itself_is_put_right_and_its_dates_are_read_by_it(home: Home) -> None:
    before = built(home).claims
    all_mended(home)
    after = built(home)
    found = article(after, "camp.txt")
    assert (found.title, found.publisher, found.agency, found.published, found.url) == (
        "The camp of Goma", "The Post", "AFP", date(2021, 3, 10), "https://post.example/a",
    )  # fmt: skip
    assert found.author == "Ann Example; Bo Sample"
    claim = next(it for it in after.claims if it.article == found.id)
    assert claim.happened is not None
    assert claim.happened.first == date(2021, 3, 1)  # "last week", by the day that was given
    assert [it.id for it in after.claims] == [it.id for it in before]  # links and decisions go on
    notes = next(it.notes for it in after.readings if it.article == found)
    assert not [note for note in notes if "publication date" in note or "no address" in note or "no publisher" in note]
    catalogue = Catalogue.of(after)
    table = {row["low"]: row["corrections"] for row in rows(catalogue, list(after.claims))}
    assert "article’s date 2021-03-10, read as unknown" in str(table[900])
    assert table[1_200] is None
    assert {row["author"] for row in rows(catalogue, list(after.claims))} == {"Ann Example; Bo Sample", None}
    assert "Ann Example, Bo Sample, AFP in The Post, 10 March 2021" in str(card(catalogue, claim))
    assert "Date 2021-03-10, read as unknown (Ada, " in str(card(catalogue, claim))
    assert "title “The camp of Goma”, read as “A camp fills up”" in said(after)


def test_a_decision_about_a_figure_fits_before_and_after_its_article_has_another_address(home: Home) -> None:
    reading = next(it for it in built(home).readings if it.article.file == "border.txt")
    append(home.decisions, verdict(Verdict.ACCEPT, reading.claims[0], reading.article, who="Ada"))
    append(home.decisions, mend(reading.article, Particular.ADDRESS, "https://two.example.org/b", who="Ada"))
    again = next(it for it in built(home).readings if it.article.file == "border.txt")
    append(home.decisions, verdict(Verdict.NOTE, again.claims[0], again.article, who="Ada", why="Seen twice"))
    made = every(home.decisions)
    lost = [it if isinstance(it, Edit) else replace(it, about=replace(it.about, claim="0" * 12)) for it in made]
    for these in (made, lost):  # by its id, and where a newer reader calls it otherwise by article and words
        home.decisions.write_bytes(b"".join(msgspec.json.encode(it) + b"\n" for it in these))
        after = built(home)
        assert not after.unfit
        assert [it.verdict for it in after.reviews[0].decisions] == [Verdict.ACCEPT, Verdict.NOTE]


def test_undo_takes_back_one_edit_at_a_time(home: Home) -> None:
    made = all_mended(home)
    append(home.decisions, taken_back(made[-1], who="Ada"), taken_back(made[-2], who="Ada"))
    found = article(built(home), "camp.txt")
    assert (found.url, found.published, found.agency) == (None, None, "AFP")
    append(home.decisions, *(taken_back(made[0], who="Ada") for _ in range(5)))  # one more than there are
    after = built(home)
    assert article(after, "camp.txt").title == "A camp fills up"
    assert not after.edited


def test_what_was_decided_outlasts_a_newer_reader_and_the_page_added_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = article(built(home), "border.txt")
    append(home.decisions, mend(found, Particular.DATE, "2023-03-05", who="Ada"))
    monkeypatch.setattr("geo.dataset.kept.version", lambda: "reader of tomorrow")
    (home.articles / "a-new-copy.txt").write_text(f"{BORDER}\nShare this page\n", encoding="utf-8")
    after = built(home)
    assert [(it.file, it.published) for it in after.articles if it.url == found.url] == [
        ("border.txt", date(2023, 3, 5))
    ]
    (home.articles / "border.txt").unlink()
    after = built(home)
    assert article(after, "a-new-copy.txt").published == date(2023, 3, 5)  # by its address
    assert not after.adrift


LONG = (
    "A camp fills up\n\nAbout 900 people fled to Goma last week, the UN said. They came on foot and by boat, with what "
    "they could carry, and most of them were women and children. The camp has no room left for anybody, an aid worker "
    "told this paper, and rain has made the road to it hard to pass. The governor asked the capital for tents, food "
    "and doctors.\n"
)


def test_what_was_decided_goes_on_where_a_text_without_an_address_was_put_right(home: Home) -> None:
    """It has other bytes, and nothing to be known by but its words."""
    place = home.articles / "camp.txt"
    place.write_text(LONG, encoding="utf-8")
    found = article(built(home), "camp.txt")
    append(home.decisions, mend(found, Particular.TITLE, "The camp of Goma", who="Ada"))
    append(home.decisions, mend(found, Particular.DATE, "2021-03-10", who="Ada"))
    place.write_text(LONG.replace("has no room left for anybody", "is full"), encoding="utf-8")
    after = built(home)
    changed = article(after, "camp.txt")
    assert changed.sha256 != found.sha256
    assert (changed.title, changed.published) == ("The camp of Goma", date(2021, 3, 10))
    assert not after.adrift
    append(home.decisions, mend(changed, Particular.TITLE, "Goma", who="Ada"))  # and one decides on
    assert article(built(home), "camp.txt").title == "Goma"
    assert article(built(home), "camp.txt").published == date(2021, 3, 10)
    place.write_text("Another story\n\n" + BORDER.partition("https")[0].replace("Kenya", "Chad"), encoding="utf-8")
    assert [it.field for it in built(home).adrift] == [Particular.TITLE, Particular.DATE, Particular.TITLE]


def test_what_was_decided_goes_on_where_a_short_text_without_an_address_was_put_right(home: Home) -> None:
    """It says too little for a sketch: its words are kept, and its file has a name."""
    place = home.articles / "camp.txt"
    found = article(built(home), "camp.txt")
    append(home.decisions, mend(found, Particular.TITLE, "The camp of Goma", who="Ada"))
    (home.articles / "another.txt").write_text(CAMP.replace("fled", "had fled"), encoding="utf-8")
    place.write_text(CAMP.replace("About 900", "About 950"), encoding="utf-8")
    after = built(home)
    assert [it.title for it in after.articles if it.file == "camp.txt"] == ["The camp of Goma"]
    assert article(after, "another.txt").title == "A camp fills up"
    assert not after.adrift
    place.write_text("Rain in the hills\n\nRoads were closed on Monday, an aid worker said.\n", encoding="utf-8")
    assert [it.field for it in built(home).adrift] == [Particular.TITLE]


def test_the_words_of_a_short_text_are_bounded_in_what_comes_from_elsewhere(home: Home) -> None:
    edit = mend(article(built(home), "camp.txt"), Particular.TITLE, "Goma", who="Ada")
    assert edit.article.text == " ".join(CAMP.split())
    assert unsound(edit) is None
    assert unsound(replace(edit, article=replace(edit.article, text="x" * 9_000))) is not None


def test_what_was_decided_about_a_text_that_is_gone_is_about_no_reprint_that_was_there_beside_it(home: Home) -> None:
    (home.articles / "camp.txt").write_text(LONG, encoding="utf-8")
    (home.articles / "other.txt").write_text(f"{LONG}\nReprinted by permission.\n", encoding="utf-8")
    there = built(home)
    append(home.decisions, mend(article(there, "other.txt"), Particular.PUBLISHER, "Two Times", who="Ada"))
    later = mend(article(there, "camp.txt"), Particular.PUBLISHER, "The Post", who="Ada")
    append(home.decisions, replace(later, at="2999-01-01T00:00:00Z"))
    (home.articles / "camp.txt").unlink()
    after = built(home)
    assert article(after, "other.txt").publisher == "Two Times"
    assert [it.after for it in after.adrift] == ["The Post"]


def test_what_took_one_article_out_is_about_no_other_that_is_like_it(home: Home) -> None:
    """On the page, where the data set has the one no more."""
    (home.articles / "camp.txt").write_text(LONG, encoding="utf-8")
    (home.articles / "other.txt").write_text(f"{LONG}\nReprinted by permission.\n", encoding="utf-8")
    append(home.decisions, removal(article(built(home), "camp.txt"), who="Ada", why="a hoax"))
    after = built(home)
    found, adrift = fitting(edits(home.decisions), present(after.articles, after.removed))
    assert article(after, "other.txt").sha256 not in found
    assert not adrift


def test_a_sketch_of_somebody_else_is_one_or_nothing(home: Home) -> None:
    edit = mend(article(built(home), "camp.txt"), Particular.TITLE, "Goma", who="Ada")
    for sketch in ("!", "QUJD", "A" * 9_000):
        assert unsound(replace(edit, article=replace(edit.article, sketch=sketch))) == "is no decision"
    assert unsound(replace(edit, article=replace(edit.article, runs=-1))) == "is no decision"


def test_an_article_that_was_taken_out_is_told_stays_out_and_comes_back(home: Home) -> None:
    before = built(home)
    out = removal(article(before, "border.txt"), who="Ada", why="a hoax")
    append(home.decisions, out)
    (home.articles / "copy.md").write_text(BORDER, encoding="utf-8")
    after = built(home)
    assert [it.file for it in after.articles] == ["camp.txt"]
    assert {it.article for it in after.claims} == {after.articles[0].id}
    assert after.removed == (out,)
    assert "“Kenya sends troops” (border.txt; Ada, " in said(after)
    assert "a hoax" in said(after)
    assert "taken out by hand" in next(it.why for it in after.left_out)
    (home.articles / "copy.md").unlink()
    append(home.decisions, taken_back(out, who="Ada"))
    assert built(home).readings == before.readings


def test_all_articles_of_a_collection_can_be_taken_out(home: Home) -> None:
    append(home.decisions, *(removal(it, who="Ada", why="begin anew") for it in built(home).articles))
    after = built(home)
    assert (after.articles, len(after.removed)) == ((), 2)
    assert load_collection(home.built) == after


def test_an_edit_about_an_article_that_is_gone_is_kept_as_such(home: Home) -> None:
    all_mended(home)
    (home.articles / "camp.txt").unlink()
    after = built(home)
    assert len(after.adrift) == 6
    assert "“A camp fills up” (mend, Ada, " in said(after)


def test_the_same_edits_give_the_same_bytes(home: Home) -> None:
    all_mended(home)
    built(home)
    once = home.built.read_bytes()
    (home.built.parents[2] / ".cache" / "readings.sqlite").unlink()
    built(home)
    assert home.built.read_bytes() == once


def test_a_visitors_copy_puts_articles_right_and_leaves_them_out(home: Home, tmp_path: Path) -> None:
    data, before = home.built.parents[2], built(home)
    (tmp_path / "own" / "articles").mkdir(parents=True)
    own = at(tmp_path / "own")
    camp, border = article(before, "camp.txt"), article(before, "border.txt")
    append(own.decisions, mend(camp, Particular.DATE, "2021-03-10", who="a visitor"))
    make_over(own, home.built, data, silent)
    after = load_collection(own.built)
    (claim,) = (it for it in after.claims if it.article == camp.id)
    assert claim.happened is not None
    assert claim.happened.first == date(2021, 3, 1)
    assert [it.file for it in after.articles] == [it.file for it in before.articles]
    append(own.decisions, removal(border, who="a visitor", why="not mine"))
    make_over(own, home.built, data, silent)
    assert [it.file for it in load_collection(own.built).articles] == ["camp.txt"]
    assert load_collection(home.built) == before


def test_edits_go_along_in_a_collections_zip_and_can_be_taken_back_there(home: Home) -> None:
    made = all_mended(home)
    after = built(home)
    first = article(after, "camp.txt")
    packed = pack([as_found(first, made)], home.decisions.read_bytes(), home.built.read_bytes())
    with Worker() as worker:
        found = opened(Source("border.zip", packed), worker)
    assert isinstance(found, Bundle)
    assert found.decisions == tuple(made)
    (there,) = found.articles
    assert (there.article.published, there.article.publisher) == (None, None)
    assert mended(there.article, standing(found.decisions)[there.article.sha256]).published == date(2021, 3, 10)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (Particular.TITLE, "  "),
        (Particular.DATE, "last Monday"),
        (Particular.DATE, "0021-03-10"),
        (Particular.ADDRESS, "post.example/a"),
        (Particular.ADDRESS, "javascript:alert(1)"),
        (Particular.ADDRESS, "https://ada:secret@post.example/a"),
        (Particular.PUBLISHER, "x" * 400),
    ],
)
def test_what_is_no_value_is_refused_here_and_from_elsewhere(home: Home, field: Particular, words: str) -> None:
    with pytest.raises(DecisionError):
        checked(field, words)
    sound = mend(article(built(home), "camp.txt"), Particular.PUBLISHER, "The Post", who="Ada")
    assert unsound(sound) is None
    assert unsound(replace(sound, field=field, after=words)) is not None
    assert unsound(replace(sound, who="A\x1b[2Jda")) is not None
    assert unsound(replace(sound, field=None)) is not None


def test_nothing_is_taken_out_without_a_reason(home: Home) -> None:
    with pytest.raises(DecisionError, match="has no reason"):
        removal(article(built(home), "camp.txt"), who="Ada", why="  ")


def run(home: Home, *arguments: str) -> int:
    data = home.built.parents[2]
    return main([*arguments, "--collection", "border", "--data", str(data), "--seeds", str(data)])


def test_commands_mend_an_article_take_it_out_and_bring_it_back(
    home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_EDITOR", "Ada")
    camp = article(built(home), "camp.txt")
    assert run(home, "mend", "camp.txt", "--date", "2021-03-10", "--publisher", "The Post", "--why", "as printed") == 0
    assert "saved: mend 'A camp fills up': date 2021-03-10, read as unknown" in capsys.readouterr().out
    assert run(home, "articles") == 0
    assert f"{camp.id}  camp.txt: A camp fills up, The Post, 2021-03-10, address unknown" in capsys.readouterr().out
    assert run(home, "undo", camp.id) == 0
    assert run(home, "remove", camp.id[:6], "--why", "a hoax") == 0
    assert [it.file for it in load_collection(home.built).articles] == ["border.txt"]
    assert run(home, "articles", "--json") == 0
    told = capsys.readouterr()
    assert json.loads(told.out.splitlines()[-1])["file"] == "border.txt"
    assert f"{camp.id}  camp.txt: taken out by Ada, " in told.err
    assert run(home, "add", str(home.articles / "camp.txt")) == 0
    assert "camp.txt: was taken out by hand (Ada, " in capsys.readouterr().err
    assert run(home, "undo", camp.id, "--why", "it is true") == 0
    back = article(load_collection(home.built), "camp.txt")
    assert (back.published, back.publisher) == (None, "The Post")
    assert run(home, "mend", "camp.txt") == 1
    assert run(home, "remove", "nowhere.txt", "--why", "a hoax") == 1
    assert run(home, "undo", "0" * 12) == 1
