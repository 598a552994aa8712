"""Citations: whole, in one line where that is asked for, and safe in TeX and in reference managers."""

import re
from dataclasses import replace
from datetime import date

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.model import Article, Claim
from geo.sharing import citation
from geo.wording.letters import line
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


def test_who_signed_it_is_its_author(cited: tuple[Claim, Article]) -> None:
    claim, article = cited[0], replace(cited[1], author="Ann Example; Bo Sample")
    assert "  author = {Ann Example and Bo Sample and {AFP}}," in citation.as_bibtex(claim, article).splitlines()
    (record,) = rispy.loads(citation.as_ris(claim, article))
    assert record["authors"] == ["Ann Example", "Bo Sample", "AFP"]
    assert "Ann Example, Bo Sample, AFP in The Moscow Times" in citation.as_text(claim, article, {})


def test_ris(cited: tuple[Claim, Article]) -> None:
    lines = citation.as_ris(*cited, link="https://maps.example/").split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert "DA  - 2021/07/14" in lines
    assert "L2  - https://maps.example/" in lines
    assert lines[-2:] == ["ER  - ", ""]


CATALOGUE = Catalogue.of(load(ROOT / "data" / "collection.json"))


HOSTILE = (
    "A brace { that never closes",
    "} and one that closes what it did not open",
    "\\} @article{other, title = {stolen}}",
    '" # 100% $math$ a_b ~tilde^ & co',
    "Two\nlines\r\nER  - \r\nTY  - BOOK\r\nTI  - another",
    "TY  - BOOK",
    "@comment{x}",
    "a\u2028b\u0085c\x0bd\x1ce",
    "nothing\x00here\x7f",
    "\u202edlrow\u202c",
    "{" * 60,
    "\\" * 30,
)
LETTERS = st.text(alphabet=st.characters() | st.sampled_from("{}\\@%#\"'=,\n\r -TYER"), max_size=60)
SEVERAL = list(CATALOGUE.claims.values())[:3]
_WRITTEN = {value: key for key, value in citation._SPECIAL.items()}
_ANY_WRITTEN = re.compile("|".join(map(re.escape, sorted(_WRITTEN, key=len, reverse=True))))


def read_back(words: str) -> str:
    """What TeX prints of ``words``."""
    return _ANY_WRITTEN.sub(lambda found: _WRITTEN[found[0]], words)


def a_hostile_article(words: str) -> Article:
    article = CATALOGUE.article(SEVERAL[0])
    return replace(article, title=words, publisher=words, agency=words, url=f"https://news.example/{words}")


def check_bibtex(words: str) -> None:
    """Three entries, the hostile one in the middle: a real parser finds three, and the title that was printed."""
    good = CATALOGUE.article(SEVERAL[0])
    articles = (good, a_hostile_article(words), good)
    written = "\n".join(map(citation.as_bibtex, SEVERAL, articles))
    library = bibtexparser.parse_string(written)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [f"dateline-{claim.id}" for claim in SEVERAL]
    assert len(library.blocks) == len(SEVERAL)
    fields = library.entries[1].fields_dict
    assert set(fields) <= set("title author journal year month day url note".split())
    if "title" in fields:
        assert read_back(fields["title"].value) == line(words).strip()
    assert re.fullmatch("[!-~]+", fields["url"].value)
    assert not set(fields["url"].value) & set('{}\\"')
    assert written.count("{") == written.count("}")


def check_ris(words: str) -> None:
    good = CATALOGUE.article(SEVERAL[0])
    articles = (good, a_hostile_article(words), good)
    entries = rispy.loads("".join(map(citation.as_ris, SEVERAL, articles)), newline="\r\n")
    assert [entry["type_of_reference"] for entry in entries] == ["NEWS"] * 3
    assert entries[0]["title"] == entries[2]["title"] == good.title
    assert entries[1].get("title", "") == line(words).strip()
    assert "unknown_tag" not in entries[1]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_headline_is_one_entry_for_real_parsers(words: str) -> None:
    check_bibtex(words)
    check_ris(words)


@given(words=LETTERS)
def test_any_headline_is_one_entry_for_bibtex(words: str) -> None:
    check_bibtex(words)


@given(words=LETTERS)
def test_any_headline_is_one_entry_for_ris(words: str) -> None:
    check_ris(words)


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("https://a.example/x_y?b=c&d=%20#e~f", "https://a.example/x_y?b=c&d=%20#e~f"),
        ("https://a.example/{x}\\y", "https://a.example/%7Bx%7D%5Cy"),
        ("https://a.example/Zürich", "https://a.example/Z%C3%BCrich"),
    ],
)
def test_an_address_is_what_a_browser_opens(printed: str, cited: str) -> None:
    """Escaped like words ("x\\_y") it was the address of nothing."""
    claim = SEVERAL[0]
    article = replace(CATALOGUE.article(claim), url=printed)
    (entry,) = bibtexparser.parse_string(citation.as_bibtex(claim, article)).entries
    assert entry.fields_dict["url"].value == cited
    assert rispy.loads(citation.as_ris(claim, article))[0]["urls"] == [cited]


def test_an_id_made_by_hand_is_a_key() -> None:
    claim = replace(SEVERAL[0], id="a},\n@x{b c")
    (entry,) = bibtexparser.parse_string(citation.as_bibtex(claim, CATALOGUE.article(SEVERAL[0]))).entries
    assert entry.key == "dateline-axbc"


def test_what_is_not_known_is_left_out(cited: tuple[Claim, Article]) -> None:
    claim, article = cited
    bare = replace(article, published=None, url=None, publisher=None, agency=None)
    assert "date unknown" in citation.as_text(claim, bare, {})
    assert "year" not in citation.as_bibtex(claim, bare)
    assert "DA" not in citation.as_ris(claim, bare)
