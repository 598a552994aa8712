"""The table for HDX: hashtags that the standard has, one a column, below the heads."""

import csv
import io
import re

from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.sharing.dictionary import FIELDS
from geo.sharing.export import EXPORTS
from geo.sharing.hxl import TAGS, tag
from geo.sharing.shown import Shown
from tests.conftest import ROOT

CORE = set("affected country date description event geo group loc meta status".split())
"""Of the hashtags of HXL 1.1, those that are used."""


def test_every_column_has_a_hashtag_of_its_own() -> None:
    tags = [tag(field.name) for field in FIELDS]
    assert all(re.fullmatch(r"#[a-z]+(\+[a-z][a-z0-9_]*)*", it) for it in tags)
    assert {it[1:].split("+")[0] for it in tags} <= CORE
    assert len(set(tags)) == len(tags)
    assert set(TAGS) <= {field.name for field in FIELDS}


def test_the_tagged_table_is_the_table_with_one_row_more() -> None:
    catalogue = Catalogue.of(load(ROOT / "data" / "collection.json"))
    shown = Shown(catalogue, tuple(catalogue.claims.values()))
    plain, tagged = (
        list(csv.reader(io.StringIO(EXPORTS[name].make(shown).decode("utf-8-sig"))))
        for name in ("figures.csv", "figures-hxl.csv")
    )
    assert tagged[0] == plain[0]
    assert tagged[1] == [tag(name) for name in plain[0]]
    assert tagged[2:] == plain[1:]
