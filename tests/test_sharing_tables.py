"""Rows that leave the building, read back by other people's readers."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from geo.dataset.query import Catalogue, Filter
from geo.dataset.store import load
from geo.sharing.rows import Row, rows
from geo.sharing.tables import as_csv, as_parquet
from tests import hand_made as made
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(load(ROOT / "data" / "collection.json"))


@pytest.fixture(scope="module")
def table(catalogue: Catalogue) -> list[Row]:
    return rows(catalogue, catalogue.select(Filter()))


def test_every_claim_has_a_row_with_all_that_it_needs(catalogue: Catalogue, table: list[Row]) -> None:
    assert {row["id"] for row in table} == set(catalogue.claims)
    for row in table:
        article = catalogue.article(catalogue.claims[str(row["id"])])
        assert str(row["figure"]) == " ".join(article.text[row["start"] : row["end"]].split())  # type: ignore[misc]
        assert str(row["sentence"]) in " ".join(article.text.split())
        assert row["qualifier"]
        assert row["precision"] or row["not_on_map"]
        assert row["dataset"] == catalogue.collection.version
        assert "GeoNames" in str(row["credits"])


def test_a_place_keeps_its_role_and_precision(table: list[Row]) -> None:
    (row,) = [row for row in table if row["figure"] == "more than 1,000"]
    assert row["from"] == "Shir Khan Bandar (point, inferred)"
    assert row["to"] == "Tajikistan (area)"
    assert (row["low"], row["high"], row["happened_last"]) == (1000, None, date(2021, 7, 14))


def test_csv_is_read_back_by_python_pandas_and_duckdb(table: list[Row], tmp_path: Path) -> None:
    written = as_csv(table)
    (tmp_path / "figures.csv").write_bytes(written)
    assert written.startswith(b"\xef\xbb\xbf")
    back = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    assert [row["sentence"] for row in back] == [row["sentence"] for row in table]
    assert list(pd.read_csv(tmp_path / "figures.csv")["id"]) == [row["id"] for row in table]
    (found,) = duckdb.read_csv(str(tmp_path / "figures.csv")).aggregate("count(*), sum(low)").fetchall()
    assert found == (len(table), sum(int(row["low"] or 0) for row in table))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1", "\r=1", "|cmd", "\u00a0=1+1"),
        *("＝1+1", "＋1", "－1", "＠SUM(A1)", "\u200e=1+1", "\u200b\ufeff＝1", "\u061c=1", "\u00ad=1"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_calculate_is_words(table: list[Row], words: str) -> None:
    written = as_csv([{**table[0], "sentence": words}]).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert row["sentence"] == f"'{words}"


def test_what_turns_words_is_no_way_around_it(table: list[Row]) -> None:
    written = as_csv([{**table[0], "sentence": "\u202e=1+1\u202c", "title": "a \u2067b\u2069"}]).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert (row["sentence"], row["title"]) == ("'=1+1", "a b")


@pytest.mark.parametrize("words", ["1,000 = many", "a | b", "“=1”", "(-1)", "تقرير", "~1"])
def test_words_that_nobody_calculates_stay(table: list[Row], words: str) -> None:
    written = as_csv([{**table[0], "sentence": words}]).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert row["sentence"] == words


def test_negative_coordinates_stay_numbers(table: list[Row]) -> None:
    written = as_csv([{**table[0], "longitude": -12.5}]).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(written))
    assert float(row["longitude"]) == -12.5


def test_parquet_has_types_and_nulls(table: list[Row], tmp_path: Path) -> None:
    (tmp_path / "figures.parquet").write_bytes(as_parquet(table))
    read = duckdb.read_parquet(str(tmp_path / "figures.parquet"))
    types = dict(zip(read.columns, map(str, read.types), strict=True))
    assert (types["low"], types["latitude"], types["happened_first"]) == ("BIGINT", "DOUBLE", "DATE")
    found = read.filter("figure = 'more than 1,000'").project("happened_first, high").fetchall()
    assert found == [(date(2021, 7, 1), None)]


def test_nothing_shown_is_an_empty_table() -> None:
    assert as_csv([]) == b"\xef\xbb\xbf"
    assert len(as_parquet([])) > 0


def test_a_claim_without_a_place_says_why() -> None:
    collection = made.collection()
    claim = replace(collection.claims[0], places=())
    (row,) = rows(Catalogue.of(collection), [claim])
    assert row["not_on_map"] == "Dateline did not find where"
    assert (row["latitude"], row["precision"]) == (None, None)
