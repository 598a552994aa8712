"""The data package: files that are there, columns that are meant, values of the type that they say."""

import csv
import io
import json
import re
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from geo.dataset.query import Catalogue, adjectives
from geo.dataset.store import load
from geo.sharing.dictionary import FIELDS, LEDGER
from geo.sharing.export import EXPORTS
from geo.sharing.shown import Shown
from tests.conftest import ROOT

READ = {
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
    "string": str,
}


@pytest.fixture(scope="module")
def shown() -> Shown:
    catalogue = Catalogue.of(load(ROOT / "data" / "collection.json"), adjectives(ROOT / "data" / "demonyms.csv"))
    return Shown(catalogue, tuple(catalogue.claims.values()))


@pytest.fixture(scope="module")
def package(shown: Shown) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(EXPORTS["datapackage.json"].make(shown))
    return found


def test_it_is_a_data_package(package: dict[str, Any]) -> None:
    assert package["profile"] == "data-package"
    names = [package["name"], *(resource["name"] for resource in package["resources"])]
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    assert len(set(names)) == len(names)
    assert all(resource["path"] in EXPORTS for resource in package["resources"])


def test_every_value_is_of_the_type_that_its_column_says(shown: Shown, package: dict[str, Any]) -> None:
    for resource in (one for one in package["resources"] if "schema" in one):
        text = EXPORTS[resource["path"]].make(shown).decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text))
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == reader.fieldnames
        seen = 0
        for row in reader:
            seen += 1
            for field in fields:
                value = row[field["name"]]
                if value:
                    READ[field["type"]](value)
                else:
                    assert not field.get("constraints", {}).get("required"), field["name"]
        assert seen
    assert all(field.about for field in (*FIELDS, *LEDGER))


def test_parquet_carries_the_meaning_of_its_columns(shown: Shown) -> None:
    schema = parquet.read_schema(pa.BufferReader(EXPORTS["figures.parquet"].make(shown)))
    said = {name: schema.field(name).metadata[b"description"].decode() for name in schema.names}
    assert said == {field.name: field.about for field in FIELDS}


def test_a_row_has_what_the_card_knows(shown: Shown) -> None:
    text = EXPORTS["figures.csv"].make(shown).decode("utf-8-sig")
    rows = {row["figure"]: row for row in csv.DictReader(io.StringIO(text))}
    pledge, several = rows["100,000"], rows["several hundred"]
    assert "pledged: “" in pledge["turns"]
    assert "withdrawn: “" in pledge["turns"]
    assert several["bounds_by"] == "convention"
    assert pledge["bounds_by"] == "stated"
    assert "TJ" in pledge["countries"]
    assert several["differs_from"] == rows["more than 1,000"]["id"]
    assert several["differs_why"]
    assert rows["Some 230,000"]["then"] == ""  # that sentence counts 20,000 of its own
