"""An article was rewritten after people decided about its figures: what they decided goes on, and can be taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from geo.collections.apply import apply
from geo.collections.decide import Change, addition, correction, place_by_hand, removal, telling, verdict
from geo.collections.decisions import append, load
from geo.collections.home import Home, new
from geo.collections.records import Kept, keep
from geo.dataset.build import build
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.intake.document import Source
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from geo.model import Article, Claim, Population, Role, Span
from geo.model.decision import Field, Verdict
from geo.panels.desk import review
from tests.conftest import ROOT

CAMP = (
    "A camp fills up\n\nAbout 900 people fled to Goma last week, the UN said. They came on foot and by boat, with what "
    "they could carry. The camp has no room left for anybody, an aid worker told this paper. A school took in dozens.\n"
)
SHORT = "A camp fills up\n\nAbout 900 people fled to Goma last week, the UN said.\n"
ADDRESS = "\nhttps://one.example.com/a\n"
FAR, NEAR = ("has no room left for anybody", "is full"), ("fled to Goma last week", "fled to Goma on foot last week")
"""What is put right far from the figure, and beside it: then the figure has another id as well."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (data := tmp_path / "data").mkdir()
    (data / "gazetteer.sqlite").symlink_to(ROOT / "data" / "gazetteer.sqlite")
    return new("camps", data)


def built(home: Home) -> Collection:
    return build(home, home.built.parents[2], lambda _: None)


def write(home: Home, text: str, file: str = "camp.txt") -> tuple[Claim, Article]:
    """Lay the text there, build, and give its figure of 900, whatever that was corrected to."""
    (home.articles / file).write_text(text, encoding="utf-8")
    reading = next(it for it in built(home).readings if it.article.file == file)
    claim = next(it for it in reading.claims if "900" in it.quantity.span.of(reading.article.text))
    return claim, reading.article


def put(home: Home, about: tuple[Claim, Article], words: str) -> None:
    append(home.decisions, correction(*about, Change(Field.VALUE, words), who="Ada"))


def lows(home: Home) -> list[int | None]:
    return [claim.quantity.low for claim in built(home).claims if claim.quantity.low != 24]  # dozens


@pytest.mark.parametrize("change", [FAR, NEAR], ids=["far", "near"])
@pytest.mark.parametrize("text", [CAMP, CAMP + ADDRESS, SHORT], ids=["long", "with an address", "short"])
def test_a_correction_goes_on_is_corrected_and_taken_back(home: Home, text: str, change: tuple[str, str]) -> None:
    put(home, write(home, text), "about 950")
    now = write(home, text.replace(*change) if change[0] in text else f"{text}\nShare this page.\n")
    assert lows(home) == [950]
    put(home, now, "about 970")
    assert lows(home) == [970]
    assert not built(home).unfit
    undo = verdict(Verdict.UNDO, *now, who="Ada")
    append(home.decisions, undo)
    assert lows(home) == [950]
    append(home.decisions, replace(undo, id="0" * 12))
    assert lows(home) == [900]


def test_the_desk_shows_and_takes_back_what_was_decided_before_the_text_was_put_right(home: Home) -> None:
    put(home, write(home, CAMP), "about 950")
    now = write(home, CAMP.replace(*NEAR))
    put(home, now, "about 970")
    catalogue = Catalogue.of(built(home))
    made = review._decided(catalogue, load(home.decisions))
    assert [it.after for it in made[now[0].id].decisions] == ["about 950", "about 970"]
    append(home.decisions, verdict(Verdict.UNDO, *now, who="Ada"))
    made = review._decided(catalogue, load(home.decisions))
    assert [it.after for it in made[now[0].id].decisions] == ["about 950"]


def test_decisions_about_three_texts_one_after_the_other_are_about_one_figure(home: Home) -> None:
    put(home, write(home, CAMP), "about 950")
    put(home, write(home, CAMP.replace(*NEAR)), "about 960")
    now = write(home, CAMP.replace(*FAR))
    assert lows(home) == [960]
    put(home, now, "about 970")
    assert lows(home) == [970]
    assert not built(home).unfit


def test_places_notes_additions_and_what_was_merged_go_on(home: Home) -> None:
    about = write(home, CAMP)
    words = "a school took in dozens".capitalize()
    start = about[1].text.index(words)
    added = addition(about[1], Span(start, start + len(words)), [(Field.VALUE, "40")], who="Ada")
    other = write(home, CAMP.replace("A camp", "Another camp").replace("900", "8,900"), "other.txt")
    place = place_by_hand("Camp Nine", -1.6, 29.2)
    append(
        home.decisions,
        correction(*about, Change(Field.PLACE, "Camp Nine", place, Role.TO), who="Ada"),
        verdict(Verdict.NOTE, *about, who="Ada", why="Seen"),
        telling(Verdict.MERGE, other, about, who="Ada"),
        added,
    )
    before = built(home)
    write(home, CAMP.replace(*FAR))
    after = built(home)
    assert not after.unfit
    now = next(it for it in after.claims if it.quantity.low == 900)
    assert "Camp Nine" in [used.place.name for used in now.places]
    assert [it.note.why for it in after.reviews if it.note is not None] == ["Seen"]
    assert sum(it.added for it in after.reviews) == 1
    assert len(after.claims) == len(before.claims)
    assert Population.DISPLACED in {it.population for it in after.claims}
    assert frozenset((now.id, other[0].id)) in {frozenset((it.first, it.second)) for it in after.links}


def test_another_text_in_the_file_keeps_them_as_fitting_none(home: Home) -> None:
    put(home, write(home, CAMP), "about 950")
    write(home, "Rain in the hills\n\nSome 900 soldiers came to Bukavu by lorry on Monday to mend roads.\n")
    after = built(home)
    assert [it.after for it in after.unfit] == ["about 950"]
    assert [it.quantity.low for it in after.claims] == [900]


def pasted(home: Home, text: str) -> Path:
    """Two articles may have one file's name where they were pasted."""
    with Worker() as worker:
        (found,) = take_bytes(Source("pasted.txt", text.encode()), worker)
    assert isinstance(found, Taken)
    assert keep(found.document, None, home.articles) is Kept.NEW
    return home.articles / f"{found.article.id}.json"


@pytest.mark.parametrize("away", ["taken out by hand", "deleted"])
def test_what_was_decided_about_one_paste_is_not_about_another_that_was_beside_it(home: Home, away: str) -> None:
    path = pasted(home, CAMP)
    pasted(home, CAMP.replace("by boat", "by lorry").replace("an aid worker", "the governor").replace("paper", "daily"))
    (one, mine), (two, other) = ((it.claims[0], it.article) for it in built(home).readings)
    if mine.id != path.stem:
        (one, mine), (two, other) = (two, other), (one, mine)
    if away == "deleted":
        append(home.decisions, verdict(Verdict.NOTE, two, other, who="Ada", why="Seen"))
    put(home, (one, mine), "about 950")
    if away == "deleted":
        path.unlink()
    else:
        append(home.decisions, removal(mine, who="Ada", why="a hoax"))
    after = built(home)
    assert next(it.quantity.low for it in after.claims if it.article == other.id) == 900
    assert [it.after for it in after.unfit] == ["about 950"]


def test_of_two_pastes_the_one_with_its_sentences_is_the_one_that_was_put_right(home: Home) -> None:
    path = pasted(home, CAMP)
    (reading,) = built(home).readings
    put(home, (reading.claims[0], reading.article), "about 950")
    path.unlink()
    pasted(home, "A school opens\n\nAbout 900 people came to the town hall last week, the mayor said.\n")
    pasted(home, CAMP.replace(*FAR))
    after = built(home)
    assert not after.unfit
    assert {it.quantity.low for it in after.claims if "fled" in it.sentence.of(_text(after, it))} == {950}
    assert {it.quantity.low for it in after.claims if "came" in it.sentence.of(_text(after, it))} == {900}


def _text(collection: Collection, claim: Claim) -> str:
    return next(it.text for it in collection.articles if it.id == claim.article)


def test_of_two_figures_in_like_words_one_that_is_not_found_any_more_leaves_the_other_alone(home: Home) -> None:
    again = "\nAbout 900 people fled to Bukavu last week, the UN said. They came on foot and by bus.\n"
    write(home, CAMP.replace("took in dozens", "is shut") + again + ADDRESS)
    (reading,) = built(home).readings
    one, two = (it for it in reading.claims if it.quantity.low == 900)
    made = [
        correction(claim, reading.article, Change(Field.VALUE, words), who="Ada")
        for claim, words in ((one, "about 950"), (two, "about 970"))
    ]
    applied = apply(made, [replace(reading, claims=(two,))])
    assert [it.quantity.low for it in applied.readings[0].claims] == [970]
    assert applied.unfit == (made[0],)
