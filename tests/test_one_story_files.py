"""What leaves the building tells one claim as the page does: figure, people, place, speaker, date, doubt, mark, and
whether a person has looked. Every file is read back from its bytes."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pyarrow import parquet

from geo.collections.apply import apply
from geo.collections.decide import Change, correction, place_by_hand, verdict
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection, load
from geo.maps.layout import missing
from geo.maps.payload import payload
from geo.model import Attribution, Claim, Reading, Role, Span, Status
from geo.model.decision import Decision, Field, Verdict
from geo.sharing.document.publish import publish
from geo.sharing.export import EXPORTS
from geo.sharing.shown import Shown
from geo.sheets.card import card
from geo.sheets.chart import row
from geo.wording import sources
from geo.wording.described import Described, described
from geo.wording.reviews import state
from tests import made
from tests.conftest import ROOT
from tests.published import by_claim, parts
from tests.test_one_story import CLAIMS, SHAPES, texts

SVG = "{http://www.w3.org/2000/svg}"
SAID = Attribution(("the border guard",), Span(6, 10))


def kinds() -> Collection:
    """Every 41st kind, each status, basis, precision and population among them; every other is said by somebody."""
    some = [replace(one, attribution=SAID if number % 2 else None) for number, one in enumerate(CLAIMS[::41])]
    return made.collection(some, SHAPES)


def decided() -> Collection:
    """The seeds, with figures that a person accepted, put right in each way, noted and hid; some are not checked."""
    collection = load(ROOT / "data" / "collection.json")
    found = [(claim, reading) for reading in collection.readings for claim in reading.claims]
    applied = apply([*_decisions(found)], collection.readings)
    return replace(collection, readings=applied.readings, reviews=applied.reviews, rejected=applied.rejected)


def _decisions(found: list[tuple[Claim, Reading]]) -> Iterator[Decision]:
    def ruled(kind: Verdict, number: int) -> Decision:
        return verdict(kind, found[number][0], found[number][1].article, who="Ada", why="because")

    def put(number: int, change: Change) -> Decision:
        return correction(found[number][0], found[number][1].article, change, who="Ada", why="because")

    yield ruled(Verdict.ACCEPT, 0)
    yield ruled(Verdict.HIDE, 1)
    yield ruled(Verdict.NOTE, 2)
    yield put(3, Change(Field.VALUE, "about 1,500"))
    yield put(3, Change(Field.SPEAKER, "the border guard"))
    yield put(4, Change(Field.STATUS, Status.DENIED.value))
    yield put(5, Change(Field.PLACE, "Camp Nine", place_by_hand("Camp Nine", 37.28, 68.65), Role.AT))
    yield put(5, Change(Field.DATE, "2021-07-05/2021-07-06"))


@pytest.fixture(scope="module", params=[kinds, decided])
def shown(request: pytest.FixtureRequest) -> Shown:
    catalogue = Catalogue.of(request.param())
    return Shown(catalogue, catalogue.select(Filter()))


@pytest.fixture(scope="module")
def told(shown: Shown) -> dict[str, Described]:
    return {claim.id: described(shown.catalogue, claim) for claim in shown.claims}


@pytest.fixture(scope="module")
def folder(shown: Shown, tmp_path_factory: pytest.TempPathFactory) -> Path:
    published = tmp_path_factory.mktemp("published") / "public"
    publish(shown, published, exports={})
    return published


def as_printed(value: Any) -> str:
    """A value of any table as a spreadsheet has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(float(value) if isinstance(value, int) else value)


def plain(cell: str) -> str:
    return cell.removeprefix("'")


def test_the_kinds_are_all_there() -> None:
    claims = [claim for reading in kinds().readings for claim in reading.claims]
    for of in (
        lambda it: {turn.status for turn in it.statuses},
        lambda it: {it.basis},
        lambda it: {it.population},
        lambda it: {used.place.precision for used in it.places},
        lambda it: {used.stated for used in it.places},
    ):
        every = {one for claim in CLAIMS for one in of(claim)}
        assert {one for claim in claims for one in of(claim)} == every


def test_states_of_checking_are_all_there(shown: Shown) -> None:
    if not shown.catalogue.edited:
        return
    found = {state(shown.catalogue.reviews.get(claim.id)) for claim in shown.claims}
    assert found == {"not checked", "accepted", "corrected by hand"}
    assert len(shown.claims) == 8


def test_tables_say_what_the_page_says(shown: Shown, told: dict[str, Described]) -> None:
    sheet = csv.DictReader(io.StringIO(EXPORTS["figures.csv"].make(shown).decode("utf-8-sig")))
    rows = {row["id"]: row for row in sheet}
    features = {it["id"]: it for it in json.loads(EXPORTS["figures.geojson"].make(shown))["features"]}
    table = parquet.read_table(io.BytesIO(EXPORTS["figures.parquet"].make(shown))).to_pylist()
    typed = {row["id"]: row for row in table}
    assert rows.keys() == features.keys() == typed.keys() == told.keys()
    for claim in shown.claims:
        it, properties = told[claim.id], features[claim.id]["properties"]
        assert properties["description"] == it.whole
        assert properties["mark"] == it.mark.words
        assert properties["checked"] == state(shown.catalogue.reviews.get(claim.id))
        assert (properties["said_by"] or "") == (claim.attribution.words if claim.attribution else "")
        for name, cell in rows[claim.id].items():
            assert as_printed(properties[name]) == as_printed(typed[claim.id][name]), name
            assert plain(cell) in (plain(str(properties[name])), plain(as_printed(properties[name]))), name


def test_pages_and_folders_say_what_the_page_says(shown: Shown, told: dict[str, Described], folder: Path) -> None:
    page = parts(EXPORTS["map.html"].make(shown))
    for path in (folder / "data").glob("*.json"):
        assert json.loads(path.read_bytes()) == page.get(path.stem, page.get(path.name)), path.name
    cards, drawn = by_claim(page, "cards"), by_claim(page, "rows")
    for claim in shown.claims:
        it = told[claim.id]
        outputs = (card(shown.catalogue, claim), cards[claim.id], row(shown.catalogue, claim, None, None, ""))
        for tree in (*outputs, drawn[claim.id][0]):
            said = texts(tree)
            for part in (it.counted, it.deed, it.when, *it.doubt.split(", ")):
                assert part.casefold() in said.casefold(), part
        for tree in (outputs[2], drawn[claim.id][0]):
            assert it.said in texts(tree)
        for tree in outputs[:2]:
            assert sources.voice(claim, shown.catalogue.article(claim)) in texts(tree)
            if shown.catalogue.edited:
                assert state(shown.catalogue.reviews.get(claim.id)).casefold() in texts(tree).casefold()


def test_the_map_says_what_the_page_says(shown: Shown, told: dict[str, Described]) -> None:
    sent = json.loads(payload(shown.catalogue))
    for figure in sent["figures"]:
        it = told[figure["claim"]]
        assert (figure["short"], figure["when"], figure["said"]) == (it.short, it.when, it.said)
        assert figure["mark"] == it.mark.classes
        assert all(part in figure["tip"] for part in (it.short, it.said, it.when))
    away = set(told) - {figure["claim"] for figure in sent["figures"]}
    assert away == {it.claim for it in missing(shown.catalogue, shown.claims)}


@pytest.mark.parametrize("name", ["troops", "displaced", "timeline"])
def test_charts_say_what_the_page_says(shown: Shown, told: dict[str, Described], name: str) -> None:
    root = ET.fromstring(EXPORTS[f"{name}.svg"].make(shown))  # noqa: S314 - our own
    lines = ("".join(text.itertext()).replace("\u00a0", " ") for text in root.iter(f"{SVG}text"))
    written = " ".join(lines).casefold()  # a long line goes on below
    drawn = {str(one.get("data-claim")): str(one.get("data-mark")) for one in root.iter() if one.get("data-claim")}
    assert drawn
    for claim, mark in drawn.items():
        it = told[claim]
        assert mark == it.mark.classes
        assert it.counted.casefold() in written
        assert it.deed.casefold() in written
        assert all(part.casefold() in written for part in it.sources)


def test_what_an_editor_hid_is_nowhere(shown: Shown) -> None:
    for claim in shown.catalogue.collection.rejected:
        for name, export in EXPORTS.items():
            if not name.endswith(".png"):
                assert claim.id.encode() not in export.make(shown), name
