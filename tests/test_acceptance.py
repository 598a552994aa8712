"""What a careful reader finds in the two seeds (tests/acceptance/seeds.json), field by field, from the text alone."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from geo.articles.load import load
from geo.dataset.build import GAZETTEER
from geo.model import Claim, Panel, Reading, Role
from geo.places.gazetteer import Gazetteer
from geo.reading import read

ROOT = Path(__file__).parent.parent
TABLE: dict[str, Any] = json.loads((ROOT / "tests" / "acceptance" / "seeds.json").read_text(encoding="utf-8"))
ARTICLES = {article["file"]: article for article in TABLE["articles"]}
CLAIMS = [(article["file"], claim) for article in TABLE["articles"] for claim in article["claims"]]


@cache
def readings() -> dict[str, Reading]:
    gazetteer = Gazetteer.open(ROOT / "data" / GAZETTEER)
    articles = [load(ROOT / "seeds" / file) for file in ARTICLES]
    return {reading.article.file: reading for reading in read(articles, gazetteer)}


def claim_of(file: str, words: str) -> Claim:
    found = [claim for claim in readings()[file].claims if claim.quantity.words == words]
    assert len(found) == 1, f"{words!r} found {len(found)} times in {file}"
    return found[0]


def place_names(claim: Claim, *roles: Role) -> set[str]:
    return {use.place.name for use in claim.places if use.role in roles}


def interval(days: list[str] | None) -> tuple[date, date] | None:
    return (date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days else None


def found_fields(claim: Claim) -> dict[str, Any]:
    """The claim in the table's own terms."""
    happened = claim.happened
    return {
        "words": claim.quantity.words,
        "counted": claim.counted,
        "population": str(claim.panel),
        "low": claim.quantity.low,
        "high": claim.quantity.high,
        "qualifier": str(claim.quantity.qualifier),
        "basis": str(claim.basis),
        "action": str(claim.action),
        "who": claim.who,
        "happened": (happened.first, happened.last) if happened else None,
        "as_of": claim.as_of,
        "reported_on": claim.reported,
        "attributed_to": claim.attribution.words if claim.attribution else None,
        "status": claim.status_words,
    }


def expected_fields(row: dict[str, Any]) -> dict[str, Any]:
    days = {key: date.fromisoformat(row[key]) if key in row else None for key in ("as_of", "reported_on")}
    plain = ("words", "counted", "population", "low", "high", "qualifier", "basis", "action", "who", "attributed_to")
    return {
        **{key: row[key] for key in plain},
        **days,
        "status": row["status"],
        "happened": interval(row.get("happened")),
    }


FIELDS = [*expected_fields(CLAIMS[0][1])]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(("file", "row"), CLAIMS, ids=[row["words"] for _, row in CLAIMS])
def test_field(file: str, row: dict[str, Any], field: str) -> None:
    assert found_fields(claim_of(file, row["words"]))[field] == expected_fields(row)[field]


@pytest.mark.parametrize(
    ("words", "role", "names"),
    [
        ("about 1,000", Role.AT, {"201st military base", "Dushanbe"}),
        ("about 5,500", Role.AT, {"201st military base", "Dushanbe"}),
        ("77", Role.FROM, {"Afghanistan"}),
        ("77", Role.TO, {"Tajikistan"}),
        ("more than 1,000", Role.FROM, {"Shir Khan Bandar"}),
        ("more than 1,000", Role.TO, {"Tajikistan"}),
        ("several hundred", Role.FROM, {"Shir Khan Bandar"}),
        ("several hundred", Role.TO, {"Tajikistan"}),
        ("Some 230,000", Role.AT, {"Tajikistan"}),
        ("20,000", Role.TO, {"Afghanistan-Tajikistan border"}),
        ("20,000", Role.AT, set()),
        ("100,000", Role.FROM, {"Afghanistan"}),
        ("100,000", Role.TO, {"Tajikistan"}),
    ],
)
def test_places(words: str, role: Role, names: set[str]) -> None:
    file = next(file for file, row in CLAIMS if row["words"] == words)
    assert place_names(claim_of(file, words), role) == names


@pytest.mark.parametrize("file", ARTICLES)
def test_the_article_itself(file: str) -> None:
    article, row = readings()[file].article, ARTICLES[file]
    assert [article.title, article.agency, article.publisher, article.url] == [
        row["title"], row["agency"], row["publisher"], row["url"],
    ]  # fmt: skip
    assert article.published == date.fromisoformat(row["published"])


@pytest.mark.parametrize("file", ARTICLES)
def test_nothing_else_is_a_figure_about_people(file: str) -> None:
    expected = {row["words"] for row in ARTICLES[file]["claims"]}
    people = [claim for claim in readings()[file].claims if claim.panel is not Panel.OTHER]
    assert {claim.quantity.words for claim in people} == expected
    assert len(people) == len(expected)


def test_the_claimed_share_of_the_border_is_a_statement() -> None:
    file, row = next((f, a["other_claims"][0]) for f, a in ARTICLES.items() if a.get("other_claims"))
    claim = claim_of(file, row["words"])
    assert (claim.panel, claim.counted, claim.who) == (Panel.OTHER, row["counted"], row["who"])
    assert [str(mark.status) for mark in claim.statuses] == ["claimed", "denied"]
    assert claim.statuses[1].by == "Afghanistan's government in Kabul"
    assert len(claim.repeats) == 1, "the caption and the story print it once each"
    assert any(use.place.precision == "line" for use in claim.places)


def test_the_pledge_was_withdrawn_by_a_sentence_that_can_be_shown() -> None:
    file = next(file for file, row in CLAIMS if row["words"] == "100,000")
    claim, text = claim_of(file, "100,000"), readings()[file].article.text
    pledged, withdrawn = (mark.span.of(text) for mark in claim.statuses)
    assert "was ready to accept 100,000 refugees" in pledged
    assert withdrawn.startswith("But Tajik foreign minister")


def test_the_return_carried_by_a_pronoun() -> None:
    file = next(file for file, row in CLAIMS if row["words"] == "more than 1,000")
    sequel = claim_of(file, "more than 1,000").sequel
    assert sequel is not None
    assert str(sequel.action) == "return"
    assert sequel.happened is not None
    assert (sequel.happened.first, sequel.happened.last) == (date(2021, 7, 5), date(2021, 7, 11))
    assert [use.place.name for use in sequel.places] == ["Afghanistan"]


@pytest.mark.parametrize("file", ARTICLES)
def test_every_span_is_valid_on_the_text(file: str) -> None:
    reading = readings()[file]
    text = reading.article.text
    for toponym in reading.toponyms:
        assert toponym.span.of(text) == toponym.text
    for claim in reading.claims:
        assert " ".join(claim.quantity.span.of(text).split()) == claim.quantity.words
        assert claim.sentence.holds(claim.quantity.span)
        for mark in claim.statuses:
            assert mark.span.of(text).strip()
