"""What people decide: saved before it is said so, applied over any reading of the article, never dropped."""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from geo.collections.apply import anchor, apply
from geo.collections.corrections import checked, days, value
from geo.collections.decide import UNKNOWN, Change, correction, place_by_hand, position, verdict
from geo.collections.decisions import append, load
from geo.dataset.build import build
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection, save
from geo.dataset.store import load as load_collection
from geo.errors import DatasetError, DecisionError
from geo.model import Article, Claim, Place, Population, Precision, Qualifier, Reading, Role, Span, Status
from geo.model.decision import Decision, Field, Verdict
from geo.sharing.rows import rows
from geo.sheets.card import card
from geo.wording.claims import read_from
from geo.wording.method import method
from geo.wording.reviews import change, state
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def collection() -> Collection:
    return load_collection(ROOT / "data" / "collection.json")


@pytest.fixture(scope="module")
def reading(collection: Collection) -> Reading:
    """The article with the figure "more than 1,000"."""
    return next(it for it in collection.readings if any("1,000" in c.quantity.words for c in it.claims))


@pytest.fixture(scope="module")
def claim(reading: Reading) -> Claim:
    return next(claim for claim in reading.claims if claim.quantity.words == "more than 1,000")


def ruled(kind: Verdict, claim: Claim, reading: Reading) -> Decision:
    return verdict(kind, claim, reading.article, who="Ada", why="because")


def put(claim: Claim, reading: Reading, field: Field, words: str) -> Decision:
    return correction(claim, reading.article, Change(field, words), who="Ada", why="because")


def only(reading: Reading, key: str, *decisions: Decision) -> Claim:
    return next(claim for claim in apply(decisions, [reading]).readings[0].claims if claim.id == key)


def test_nothing_decided_changes_nothing(reading: Reading) -> None:
    applied = apply([], [reading])
    assert applied.readings == (reading,)
    assert (applied.reviews, applied.rejected, applied.unfit) == ((), (), ())


def test_a_rejected_figure_is_taken_out_and_kept(reading: Reading, claim: Claim) -> None:
    applied = apply([ruled(Verdict.REJECT, claim, reading)], [reading])
    assert claim.id not in {it.id for it in applied.readings[0].claims}
    assert applied.rejected == (claim,)
    assert applied.reviews[0].rejected


def test_each_field_is_put_right(reading: Reading, claim: Claim) -> None:
    made = [
        put(claim, reading, Field.VALUE, "about 1,500"),
        put(claim, reading, Field.DATE, "2021-07-05/2021-07-06"),
        put(claim, reading, Field.SPEAKER, "the border guard"),
        put(claim, reading, Field.POPULATION, "refugees"),
        put(claim, reading, Field.STATUS, "denied"),
    ]
    goma = place_by_hand("Camp Nine", 37.28, 68.65)
    goes = Change(Field.PLACE, "Camp Nine", goma, Role.TO)
    made.append(correction(claim, reading.article, goes, who="Ada"))
    now = only(reading, claim.id, *made)
    assert (now.quantity.qualifier, now.quantity.low, now.quantity.high) == (Qualifier.ABOUT, 1500, 1500)
    assert now.quantity.span == claim.quantity.span
    assert now.happened is not None
    assert (now.happened.first, now.happened.last) == (date(2021, 7, 5), date(2021, 7, 6))
    assert now.attribution is not None
    assert now.attribution.words == "the border guard"
    assert (now.population, now.status) == (Population.REFUGEES, Status.DENIED)
    assert [used.place.name for used in now.places if used.role is Role.TO] == ["Camp Nine"]
    others = [used for used in claim.places if used.role is not Role.TO]
    assert [used for used in now.places if used.role is not Role.TO] == others
    read = {it.field: it.before for it in apply(made, [reading]).reviews[0].corrected}
    assert read[Field.VALUE] == "more than 1,000"
    assert read[Field.PLACE] == "Tajikistan"


def test_unknown_takes_a_place_a_date_and_a_speaker_away(reading: Reading, claim: Claim) -> None:
    made = [put(claim, reading, field, UNKNOWN) for field in (Field.PLACE, Field.DATE, Field.SPEAKER)]
    now = only(reading, claim.id, *made)
    assert (now.places, now.happened, now.attribution) == ((), None, None)


def test_of_two_corrections_the_later_counts_and_what_was_read_stays(reading: Reading, claim: Claim) -> None:
    first = put(claim, reading, Field.VALUE, "1,500")
    second = put(only(reading, claim.id, first), reading, Field.VALUE, "1,600")
    assert only(reading, claim.id, first, second).quantity.low == 1600
    (counted,) = apply([first, second], [reading]).reviews[0].corrected
    assert (counted.before, counted.after) == ("more than 1,000", "1,600")


def test_undo_takes_back_one_decision_at_a_time(reading: Reading, claim: Claim) -> None:
    made = [put(claim, reading, Field.VALUE, "1,500"), ruled(Verdict.REJECT, claim, reading)]
    undo = ruled(Verdict.UNDO, claim, reading)
    assert only(reading, claim.id, *made, undo).quantity.low == 1500
    assert only(reading, claim.id, *made, undo, replace(undo, id="x")) == claim
    assert only(reading, claim.id, *made, undo, undo, undo) == claim


@given(some.lists(some.sampled_from(["accept", "reject", "undo", "1,500", "1,600"]), max_size=12))
def test_undoing_all_gives_the_reading_back(collection: Collection, kinds: list[str]) -> None:
    reading = collection.readings[0]
    claim = reading.claims[0]
    made = [
        put(claim, reading, Field.VALUE, kind) if kind[0] == "1" else ruled(Verdict(kind), claim, reading)
        for kind in kinds
    ]
    applied = apply([*made, *[ruled(Verdict.UNDO, claim, reading)] * len(kinds)], [reading])
    assert applied.readings == (reading,)
    assert not applied.reviews


def moved(reading: Reading, words: str, at: int = 0) -> Reading:
    """The same reading of an article into whose text ``words`` were put at ``at``: another hash, other ids."""

    def on(span: Span) -> Span:
        shift = len(words) if span.start >= at else 0
        return Span(span.start + shift, span.end + shift)

    article = replace(reading.article, text=reading.article.text[:at] + words + reading.article.text[at:])
    claims = tuple(
        replace(
            claim,
            id=f"other{number}",
            span=on(claim.span),
            sentence=on(claim.sentence),
            quantity=replace(claim.quantity, span=on(claim.quantity.span)),
        )
        for number, claim in enumerate(reading.claims)
    )
    return replace(reading, article=replace(article, sha256="0" * 64), claims=claims)


def test_decisions_survive_a_corrected_text_and_other_ids(reading: Reading, claim: Claim) -> None:
    made = [put(claim, reading, Field.VALUE, "1,500")]
    later = moved(reading, "UPDATE: this article was changed.\n\n")
    applied = apply(made, [later])
    (review,) = applied.reviews
    there = later.claims[reading.claims.index(claim)]
    assert review.claim == there.id
    assert not applied.unfit


def test_a_decision_that_fits_no_figure_is_kept_as_such(reading: Reading, claim: Claim) -> None:
    made = put(claim, reading, Field.VALUE, "1,500")
    without = replace(reading, claims=tuple(it for it in reading.claims if it.id != claim.id))
    assert apply([made], [without]).unfit == (made,)
    assert apply([made], []).unfit == (made,)
    other = replace(made, about=replace(made.about, claim="gone", before="x" * 40, after="y" * 40, sentence="z"))
    assert apply([other], [reading]).unfit == (other,)


def test_a_decision_about_one_article_leaves_another_alone(collection: Collection) -> None:
    first, second = collection.readings
    made = ruled(Verdict.REJECT, first.claims[0], first)
    assert apply([made], [second]).unfit == (made,)


def test_the_words_of_an_anchor_stand_in_the_article(collection: Collection) -> None:
    for reading in collection.readings:
        for claim in reading.claims:
            about = anchor(claim, reading.article)
            flat = " ".join(reading.article.text.split())
            assert f"{about.before} {about.words}" in flat or f"{about.before}{about.words}" in flat
            assert about.words in about.sentence


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("1,200", (Qualifier.EXACTLY, 1200, 1200)),
        ("About 1200", (Qualifier.ABOUT, 1200, 1200)),
        ("at least 300", (Qualifier.AT_LEAST, 300, None)),
        ("more than 1,000", (Qualifier.MORE_THAN, 1000, None)),
        ("up to 20", (Qualifier.UP_TO, None, 20)),
        ("200-300", (Qualifier.BETWEEN, 200, 300)),
        ("200 to 3,000", (Qualifier.BETWEEN, 200, 3000)),
    ],
)
def test_a_figure_is_written_as_people_write_it(words: str, meant: tuple[Qualifier, int | None, int | None]) -> None:
    assert value(words) == meant


@pytest.mark.parametrize("words", ["", "many", "1.5", "-3", "300-200", "1,20", "about", "9" * 13])
def test_what_is_no_figure_is_told(words: str) -> None:
    with pytest.raises(DecisionError, match="is no figure"):
        value(words)


@pytest.mark.parametrize("words", ["", "2021", "28 July 2021", "2021-02-30", "2021-07-11/2021-07-05"])
def test_what_is_no_date_is_told(words: str) -> None:
    with pytest.raises(DecisionError, match=r"is no date|ends before"):
        days(words)


@pytest.mark.parametrize(("field", "words"), [(Field.STATUS, "true"), (Field.POPULATION, "dead"), (Field.ACTION, "")])
def test_what_is_no_word_of_a_field_is_told(field: Field, words: str) -> None:
    with pytest.raises(DecisionError, match="Use one of"):
        checked(field, words)


def test_what_is_saved_is_read_back_and_a_torn_line_is_passed_over(
    reading: Reading, claim: Claim, tmp_path: Path
) -> None:
    path = tmp_path / "decisions.jsonl"
    made = [ruled(Verdict.ACCEPT, claim, reading), put(claim, reading, Field.DATE, "2021-07-05")]
    append(path, made[0])
    with path.open("ab") as file:
        file.write(path.read_bytes()[:120])
    append(path, made[1])
    assert load(path) == tuple(made)


def test_a_decision_that_is_told_twice_is_saved_once(reading: Reading, claim: Claim, tmp_path: Path) -> None:
    made = [ruled(Verdict.ACCEPT, claim, reading), ruled(Verdict.REJECT, claim, reading)]
    append(tmp_path / "decisions.jsonl", made[0])
    append(tmp_path / "decisions.jsonl", *made)
    assert load(tmp_path / "decisions.jsonl") == tuple(made)


def test_a_line_that_somebody_broke_is_told(reading: Reading, claim: Claim, tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    append(path, ruled(Verdict.ACCEPT, claim, reading))
    path.write_text(path.read_text().replace('"accept"', '"agree"'))
    with pytest.raises(DatasetError, match="line 1 is no decision"):
        load(path)


def test_a_decision_that_cannot_be_saved_is_told_and_leaves_nothing(
    reading: Reading, claim: Claim, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "decisions.jsonl"
    append(path, ruled(Verdict.ACCEPT, claim, reading))
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DatasetError, match="was not saved"):
        append(path, ruled(Verdict.REJECT, claim, reading))
    assert path.read_bytes() == before


def _decide(path: Path, claim: Claim, article: Article, times: int) -> None:
    for _ in range(times):
        append(path, verdict(Verdict.ACCEPT, claim, article, who="Ada"))


def test_two_editors_lose_nothing(reading: Reading, claim: Claim, tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=_decide, args=(path, claim, reading.article, 30)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len({it.id for it in load(path)}) == 60


SAVER = """
import sys
from pathlib import Path
from geo.collections.decide import verdict
from geo.collections.decisions import append
from geo.dataset.store import load
from geo.model.decision import Verdict
reading = load(Path("data/collection.json")).readings[0]
while True:
    made = verdict(Verdict.ACCEPT, reading.claims[0], reading.article, who="Ada")
    append(Path(sys.argv[1]), made)
    print(made.id, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_what_was_shown_as_saved_is_there_after_twenty_kills(tmp_path: Path) -> None:
    path, chance = tmp_path / "decisions.jsonl", random.Random(1)  # noqa: S311 -- when to kill
    shown: list[str] = []
    for _ in range(20):
        begun = subprocess.Popen(
            [sys.executable, "-c", SAVER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        assert begun.stdout is not None
        shown.append(begun.stdout.readline().strip())
        time.sleep(chance.random() * 0.02)
        os.kill(begun.pid, signal.SIGKILL)
        shown += [line.strip() for line in begun.stdout.read().splitlines() if len(line) == 12]
        begun.wait()
        begun.stdout.close()
        assert set(shown) <= {it.id for it in load(path)}


def test_decisions_are_stored_with_the_data_set_and_read_back(collection: Collection, tmp_path: Path) -> None:
    reading = collection.readings[0]
    goes = Change(Field.PLACE, "Camp Nine", place_by_hand("Camp Nine", 1.5, 2.5))
    made = [
        correction(reading.claims[0], reading.article, goes, who="Ada"),
        ruled(Verdict.REJECT, reading.claims[1], reading),
    ]
    applied = apply(made, collection.readings)
    changed = replace(
        collection, readings=applied.readings, reviews=applied.reviews, rejected=applied.rejected, unfit=(made[0],)
    )
    save(changed, tmp_path / "collection.json")
    back = load_collection(tmp_path / "collection.json")
    assert (back.reviews, back.rejected, back.unfit) == (applied.reviews, applied.rejected, (made[0],))
    assert back.claims == changed.claims


def silent(_line: str) -> None:
    """Progress that nobody reads."""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """(seeds, data) of a project of its own."""
    seeds, data = tmp_path / "seeds", tmp_path / "data"
    for folder in (seeds, data):
        folder.mkdir()
    for path in (ROOT / "seeds").glob("*.txt"):
        (seeds / path.name).write_bytes(path.read_bytes())
    (data / "gazetteer.sqlite").symlink_to(ROOT / "data" / "gazetteer.sqlite")
    return seeds, data


def test_decisions_survive_a_rebuild_with_another_reader(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds, data = folders
    first = build(seeds, data, silent)
    reading = first.readings[0]
    made = [
        put(reading.claims[0], reading, Field.DATE, "2021-07-20"),
        ruled(Verdict.REJECT, reading.claims[1], reading),
    ]
    append(data / "decisions.jsonl", *made)
    monkeypatch.setattr("geo.dataset.kept.version", lambda: "reader of tomorrow")
    path = seeds / reading.article.file
    path.write_text(path.read_text(encoding="utf-8") + "\nThis article was updated.\n", encoding="utf-8")
    second = build(seeds, data, silent)
    assert [review.decisions for review in second.reviews] == [(made[0],), (made[1],)]
    assert len(second.claims) == len(first.claims) - 1
    assert not second.unfit
    assert second.version != first.version


def test_the_same_decisions_give_the_same_bytes(folders: tuple[Path, Path]) -> None:
    seeds, data = folders
    reading = build(seeds, data, silent).readings[0]
    append(data / "decisions.jsonl", ruled(Verdict.ACCEPT, reading.claims[0], reading))
    build(seeds, data, silent)
    once = (data / "collection.json").read_bytes()
    (data / ".cache" / "readings.sqlite").unlink()
    build(seeds, data, silent)
    assert (data / "collection.json").read_bytes() == once


def placed(claim: Claim, reading: Reading, place: Place | None, role: Role, instead: str) -> Decision:
    words = place.name if place else UNKNOWN
    return correction(claim, reading.article, Change(Field.PLACE, words, place, role, instead), who="Ada")


def where(claim: Claim) -> set[tuple[str, Role]]:
    return {(used.place.name, used.role) for used in claim.places}


def test_one_place_among_several_is_put_right_added_moved_and_taken_away(reading: Reading, claim: Claim) -> None:
    camp, post = place_by_hand("Camp Nine", 37.28, 68.65), place_by_hand("Post Two", 37.1, 68.1)
    before = where(claim)
    (read, role), *_ = before
    add = [placed(claim, reading, it, Role.VIA, "") for it in (camp, post)]
    assert where(only(reading, claim.id, *add)) == before | {("Camp Nine", Role.VIA), ("Post Two", Role.VIA)}
    now = only(reading, claim.id, *add)
    swap = placed(now, reading, camp, Role.TO, "Camp Nine")
    assert where(only(reading, claim.id, *add, swap)) == before | {("Camp Nine", Role.TO), ("Post Two", Role.VIA)}
    gone = placed(now, reading, None, Role.VIA, "Post Two")
    assert where(only(reading, claim.id, *add, gone)) == before | {("Camp Nine", Role.VIA)}
    other = placed(claim, reading, post, role, read)
    assert where(only(reading, claim.id, other)) == before - {(read, role)} | {("Post Two", role)}
    counted = apply([*add, other], [reading]).reviews[0].corrected
    assert [change(it) for it in counted] == [
        "place via Camp Nine, added",
        "place via Post Two, added",
        f"place {role} Post Two, read as {read}",
    ]


def test_the_people_are_put_right(reading: Reading, claim: Claim) -> None:
    assert only(reading, claim.id, put(claim, reading, Field.WHO, "Uzbek")).who == "Uzbek"
    assert only(reading, claim.id, put(claim, reading, Field.WHO, UNKNOWN)).who is None


def test_several_hundred_gets_its_bounds(reading: Reading, claim: Claim) -> None:
    quantity = only(reading, claim.id, put(claim, reading, Field.VALUE, "vague 200-900")).quantity
    assert (quantity.qualifier, quantity.low, quantity.high) == (Qualifier.VAGUE, 200, 900)


def test_a_place_by_hand_is_a_point_or_a_circle_and_says_where_it_is_known_from() -> None:
    point, circle = place_by_hand("A", 1.0, 2.0), place_by_hand("A", 1.0, 2.0, km=12.5, source="UN map")
    assert (point.precision, point.radius_km) == (Precision.POINT, None)
    assert (circle.precision, circle.radius_km) == (Precision.RADIUS, 12.5)
    assert circle.source == "entered by hand: UN map"
    assert len({point.id, circle.id, place_by_hand("B", 1.0, 2.0).id}) == 3
    for name, lat, km in (("", 1.0, 0.0), ("A", 91.0, 0.0), ("A", 1.0, -1.0), ("A", 1.0, float("nan"))):
        with pytest.raises(DecisionError):
            place_by_hand(name, lat, 2.0, km=km)


@pytest.mark.parametrize("words", ["", "1", "1,2,3", "a,b", "nan,1", "1,inf"])
def test_what_is_no_position_is_refused(words: str) -> None:
    with pytest.raises(DecisionError):
        place_by_hand("A", *position(words))


def test_a_hidden_figure_is_taken_away_as_such_and_a_note_leaves_it_unchecked(reading: Reading, claim: Claim) -> None:
    hidden = apply([ruled(Verdict.HIDE, claim, reading)], [reading])
    assert hidden.rejected == (claim,)
    assert state(hidden.reviews[0]) == "hidden"
    note = ruled(Verdict.NOTE, claim, reading)
    noted = apply([note], [reading])
    assert noted.readings == (reading,)
    assert (state(noted.reviews[0]), noted.reviews[0].note) == ("not checked", note)
    both = apply([ruled(Verdict.ACCEPT, claim, reading), note], [reading]).reviews[0]
    assert (state(both), both.note) == ("accepted", note)
    shown = apply([ruled(Verdict.HIDE, claim, reading), note, ruled(Verdict.ACCEPT, claim, reading)], [reading])
    assert shown.readings == (reading,)
    assert apply([note, ruled(Verdict.UNDO, claim, reading)], [reading]).reviews == ()


def test_method_tells_what_is_hidden_from_what_is_rejected_and_the_table_has_the_note(
    collection: Collection, reading: Reading
) -> None:
    first, second, third = (it for it in reading.claims[:3])
    made = [ruled(Verdict.HIDE, first, reading), ruled(Verdict.REJECT, second, reading)]
    applied = apply([*made, ruled(Verdict.NOTE, third, reading)], collection.readings)
    catalogue = Catalogue.of(
        replace(collection, readings=applied.readings, reviews=applied.reviews, rejected=applied.rejected)
    )
    told = dict(method(catalogue))
    assert first.quantity.words in told["Hidden by the editor"]
    assert second.quantity.words in told["Rejected by hand"]
    assert second.quantity.words not in told["Hidden by the editor"]
    assert "(Ada, " in told["Hidden by the editor"]
    assert ": because" in told["Hidden by the editor"]
    notes = {row["id"]: row["note"] for row in rows(catalogue, [catalogue.claims[third.id]])}
    assert notes == {third.id: "because"}
    assert "Editor’s note" in str(card(catalogue, catalogue.claims[third.id]))


def test_a_day_that_a_person_gave_is_read_from_no_words_of_the_article(reading: Reading, claim: Claim) -> None:
    now = only(reading, claim.id, put(claim, reading, Field.DATE, "2021-07-05/2021-07-06"))
    assert now.happened is not None
    assert (now.happened.first, now.happened.last) == (date(2021, 7, 5), date(2021, 7, 6))
    assert read_from(now.happened) is None
