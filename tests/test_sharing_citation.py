"""Citations: whole, in one line where that is asked for, and safe in TeX and in reference managers."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.model import Article, Claim
from geo.sharing import citation
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def cited() -> tuple[Claim, Article]:
    catalogue = Catalogue.of(load(ROOT / "data" / "collection.json"))
    (claim,) = [claim for claim in catalogue.claims.values() if claim.quantity.words == "more than 1,000"]
    return claim, catalogue.article(claim)


def test_text(cited: tuple[Claim, Article]) -> None:
    written = citation.as_text(*cited, {}, link="https://maps.example/?claim=1")
    assert written.startswith(
        "“more than 1,000 Afghan troops”: “Earlier this month, more than 1,000 Afghan troops fled"
    )
    assert "AFP in The Moscow Times, 14 July 2021, “Russia Holds Military Drills" in written
    assert written.endswith("a74520. Shown at https://maps.example/?claim=1.")


def test_a_view_names_its_data_set_and_the_day() -> None:
    written = citation.of_view("Chad", 3, "9f2c", link="https://chad.example/", on=date(2026, 11, 22))
    assert written == (
        "Chad. 3 figures with their sentences, Dateline, data set 9f2c, https://chad.example/, "
        "seen on 22 November 2026."
    )


def test_bibtex(cited: tuple[Claim, Article]) -> None:
    lines = citation.as_bibtex(*cited).splitlines()
    assert lines[0] == f"@article{{dateline-{cited[0].id},"
    assert "  journal = {The Moscow Times}," in lines
    assert "  year = {2021}," in lines
    assert "  note = {Figure: more than 1,000 Afghan troops}," in lines
    assert lines[-1] == "}"


def test_ris(cited: tuple[Claim, Article]) -> None:
    lines = citation.as_ris(*cited, link="https://maps.example/").split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert "DA  - 2021/07/14" in lines
    assert "L2  - https://maps.example/" in lines
    assert lines[-2:] == ["ER  - ", ""]


CATALOGUE = Catalogue.of(load(ROOT / "data" / "collection.json"))


@given(title=st.text(min_size=1, max_size=60))
def test_no_title_breaks_out(title: str) -> None:
    claim = next(iter(CATALOGUE.claims.values()))
    article = replace(CATALOGUE.article(claim), title=title)
    bibtex = citation.as_bibtex(claim, article)
    plain = bibtex.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")
    assert all(line[2:6] == "  - " for line in citation.as_ris(claim, article).removesuffix("\r\n").split("\r\n"))


def test_what_is_not_known_is_left_out(cited: tuple[Claim, Article]) -> None:
    claim, article = cited
    bare = replace(article, published=None, url=None, publisher=None, agency=None)
    assert "date unknown" in citation.as_text(claim, bare, {})
    assert "year" not in citation.as_bibtex(claim, bare)
    assert "DA" not in citation.as_ris(claim, bare)
