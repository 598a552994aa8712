"""A collection as one zip: taken in again, every article and decision is there, and nothing of it is trusted."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from geo.__main__ import main
from geo.collections.apply import apply
from geo.collections.bundle import Bundle, opened, pack
from geo.collections.decide import Change, correction, place_by_hand, verdict
from geo.collections.records import keep, times
from geo.collections.sound import unsound
from geo.dataset.check import wrong
from geo.dataset.store import load
from geo.intake.document import Source
from geo.intake.worker import Worker
from geo.model import Precision
from geo.model.decision import Decision, Field, Verdict
from tests.conftest import ROOT

COLLECTION = load(ROOT / "data" / "collection.json")
CLAIM = COLLECTION.claims[0]
ARTICLE = next(it for it in COLLECTION.articles if it.id == CLAIM.article)
CAMP = place_by_hand("Camp Nine", 37.28, 68.65, km=5, source="UN map")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as running:
        yield running


def decided() -> list[Decision]:
    return [
        verdict(Verdict.REJECT, CLAIM, ARTICLE, who="Ada", why="told twice"),
        verdict(Verdict.UNDO, CLAIM, ARTICLE, who="Ada"),
        correction(CLAIM, ARTICLE, Change(Field.VALUE, "about 1,200"), who="Zoë"),
        correction(CLAIM, ARTICLE, Change(Field.PLACE, CAMP.name, CAMP), who="Zoë"),
        correction(CLAIM, ARTICLE, Change(Field.DATE, "unknown"), who="Zoë"),
    ]


def lines(decisions: list[Decision]) -> bytes:
    return b"".join(msgspec.json.encode(it) + b"\n" for it in decisions)


def zipped(**members: bytes) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name, content in {"about.json": b"{}", "articles/": b"", "decisions.jsonl": b"", **members}.items():
            packed.writestr(name, content)
    return made.getvalue()


def taken(content: bytes, worker: Worker) -> Bundle:
    found = opened(Source("story.zip", content), worker)
    assert found is not None
    return found


def test_what_is_packed_is_there_again_to_the_letter(worker: Worker) -> None:
    made = decided()
    packed = pack(COLLECTION.articles, lines(made), b"{}", title="At the border", standfirst="Two reports.")
    found = taken(packed, worker)
    assert [it.article for it in found.articles] == list(COLLECTION.articles)
    assert list(found.decisions) == made
    assert (found.title, found.standfirst, found.refused) == ("At the border", "Two reports.", ())
    assert pack(COLLECTION.articles, lines(made), b"{}", title="At the border", standfirst="Two reports.") == packed


def test_when_an_article_was_added_outlasts_the_way_through_a_zip(worker: Worker, tmp_path: Path) -> None:
    """It tells which of two versions with one date came later."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    first = "2021-07-29T08:00:00Z"
    packed = pack(COLLECTION.articles, b"", b"{}", added={ARTICLE.sha256: first})
    for it in taken(packed, worker).articles:
        keep(it.document, None, here)
    when = times(here)
    assert len(when) == len(COLLECTION.articles)
    assert when[ARTICLE.sha256] == first
    again = pack(COLLECTION.articles, b"", b"{}", added=when)
    for it in taken(again, worker).articles:
        keep(it.document, None, there)
    assert times(there) == when
    odd = pack(COLLECTION.articles, b"", b"{}", added={ARTICLE.sha256: "<b>tomorrow</b>"})
    assert all(it.document.added is None for it in taken(odd, worker).articles)


def test_a_zip_of_a_collections_own_folder_is_taken_as_well(worker: Worker) -> None:
    members = {"border/articles/a.txt": b"A camp\n\nAbout 900 people fled to Goma.\n", "border/.build.lock": b"x"}
    members |= {"border/decisions.jsonl": lines(decided()), "border/articles/b.png": b"\x89PNG"}
    found = taken(zipped(**members), worker)
    assert [it.article.title for it in found.articles] == ["A camp"]
    assert len(found.decisions) == 5
    assert [str(it).partition(". ")[0] for it in found.refused] == ["b.png: is a picture"]


def test_any_other_zip_is_none_of_ours(worker: Worker) -> None:
    made = io.BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr("about.json", b"{}")
        packed.writestr("a.txt", b"About 900 people fled to Goma.")
    assert opened(Source("pile.zip", made.getvalue()), worker) is None
    assert opened(Source("a.txt", b"about.json decisions.jsonl articles"), worker) is None


def _changed(**fields: object) -> bytes:
    raw = json.loads(msgspec.json.encode(decided()[3]))
    return json.dumps({**raw, **fields}).encode() + b"\n"


PLACE = json.loads(msgspec.json.encode(CAMP))
ABOUT = json.loads(msgspec.json.encode(decided()[0].about))


@pytest.mark.parametrize(
    "line",
    [
        b"no json\n",
        b"[1]\n",
        b'{"id":\n',
        b"[" * 100_000 + b"\n",
        _changed(id="../../../etc"),
        _changed(id="0" * 13),
        _changed(at="yesterday"),
        _changed(who="x" * 101),
        _changed(why="x" * 1_001),
        _changed(verdict="merge"),
        _changed(other=ABOUT),
        _changed(verdict="part", other={**ABOUT, "file": "x" * 1_001}),
        _changed(verdict="erase"),
        _changed(verdict="add"),
        _changed(verdict="add", given=[["value", "1,200"], ["population", "elves"]]),
        _changed(field=None),
        _changed(field="value", after="many", place=None),
        _changed(field="value", after="99999999999999", place=None),
        _changed(field="value", after=None, place=None),
        _changed(field="status", after="<b>", place=None),
        _changed(field="date", after="2021-13-40", place=None),
        _changed(after=None),
        _changed(about={**ABOUT, "words": "x" * 1_001}),
        _changed(place={**PLACE, "lat": 91}),
        _changed(place={**PLACE, "lon": 1e308}),
        _changed(place={**PLACE, "lat": None}),
        _changed(place={**PLACE, "radius_km": -1}),
        _changed(place={**PLACE, "radius_km": None}),
        _changed(place={**PLACE, "radius_km": 1e9}),
        _changed(place={**PLACE, "name": "x" * 501}),
    ],
)
def test_what_is_no_decision_of_ours_is_named_and_the_rest_is_taken(line: bytes, worker: Worker) -> None:
    first, *_, last = decided()
    found = taken(zipped(**{"decisions.jsonl": lines([first]) + line + lines([last])}), worker)
    assert [it.id for it in found.decisions] == [first.id, last.id]
    (why,) = found.refused
    assert "decisions.jsonl, line 2" in str(why)


def test_what_is_no_record_is_named_and_no_name_is_a_path(worker: Worker) -> None:
    record = {"name": "../../x", "sha256": "0" * 64, "parser": "p", "title": None, "byline": None, "publisher": None}
    record |= {"published": None, "given": None, "url": None, "verbatim": True, "lines": ["About 900 fled."]}
    members = {
        "articles/000000000000.json": json.dumps(record).encode(),
        "articles/111111111111.json": json.dumps({**record, "sha256": "../x"}).encode(),
        "articles/222222222222.json": b"{}",
        "articles/333333333333.json": json.dumps({**record, "lines": ["x" * 600_000]}).encode(),
        "../../evil.sh": b"rm",
        "collection.json": b"not read",
    }
    found = taken(zipped(**members), worker)
    assert len(found.articles) == 1
    assert sorted(str(it).partition(":")[0] for it in found.refused) == [
        "../../evil.sh",
        "articles/111111111111.json",
        "articles/222222222222.json",
        "x",
    ]


def test_a_bomb_is_refused(worker: Worker) -> None:
    found = taken(zipped(**{"decisions.jsonl": b" " * 30_000_000}), worker)
    assert (found.articles, found.decisions) == ((), ())
    assert "times smaller" in str(found.refused[0])


TEXT = some.text(max_size=40)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(TEXT, TEXT, some.tuples(some.floats(), some.floats()), some.sampled_from(Precision), some.floats() | some.none())
def test_a_decision_that_is_taken_can_be_applied(
    who: str, after: str, at: tuple[float, float], precision: Precision, km: float | None
) -> None:
    """Property: what ``unsound`` lets pass is one that a data set may hold."""
    place = replace(CAMP, lat=at[0], lon=at[1], precision=precision, radius_km=km)
    for made in (
        replace(decided()[2], who=who, after=after),
        replace(decided()[3], place=place),
    ):
        if unsound(made) is None:
            applied = apply([made], COLLECTION.readings)
            assert wrong(replace(COLLECTION, readings=applied.readings, reviews=applied.reviews, links=())) is None


def test_unpacked_by_the_command_every_decision_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = pack(COLLECTION.articles, lines(decided()), b"", title="At the border")
    (project / "story.zip").write_bytes(packed)
    folders = ["--seeds", str(project / "seeds"), "--data", str(project / "data")]
    assert main(["new", "border", "--data", str(project / "data")]) == 0
    assert main(["add", str(project / "story.zip"), "--collection", "border", *folders]) == 0
    told = capsys.readouterr()
    assert "1/1 story.zip: 2 new, 5 decisions" in told.err
    built = load(project / "data" / "collections" / "border" / "collection.json")
    assert built.about.title == "At the border"
    (review,) = built.reviews
    assert [it.who for it in review.decisions] == ["Zoë"] * 3
    claim = next(it for it in built.claims if it.id == review.claim)
    assert claim.quantity.low == 1_200
    assert [used.place.name for used in claim.places if used.place.id == CAMP.id] == ["Camp Nine"]
    assert main(["add", str(project / "story.zip"), "--collection", "border", *folders]) == 0
    assert "2 already there" in capsys.readouterr().err
    assert load(project / "data" / "collections" / "border" / "collection.json") == built
