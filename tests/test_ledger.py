"""What is told differently: each row with its speaker, outlet, day and place; origins counted, no agency guessed."""

import csv
import io
from dataclasses import replace
from itertools import pairwise

import pytest

from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import Article, Attribution, Claim, Difference, Link, Reading, Span
from geo.sharing.export import EXPORTS
from geo.sharing.shown import Shown
from geo.sheets.ledger import table
from geo.sheets.nodes import Node
from geo.wording.differences import Movement, differs, ledger, origins
from tests import hand_made as made


def text(node: Node) -> str:
    return node if isinstance(node, str) else "".join(text(child) for child in node[2:])


def told(
    *articles: Article, same_source: bool = False, same_origin: bool = False, speaker: str | None = None
) -> tuple[Catalogue, Movement]:
    """One figure in each of some articles, in a chain of links."""
    said = Attribution((speaker,), Span(0, 4)) if speaker else None
    claims: list[Claim] = [
        replace(made.FLED, id=f"told-{number}", article=article.id, attribution=said)
        for number, article in enumerate(articles)
    ]
    links = tuple(Link(one.id, two.id, (Difference.DATE,), same_origin, same_source) for one, two in pairwise(claims))
    by_article = {article.id: article for article in articles}
    readings = [Reading(it, (), tuple(c for c in claims if c.article == it.id)) for it in by_article.values()]
    catalogue = Catalogue.of(Collection(tuple(readings), links))
    return catalogue, (tuple(claims), links)


def article(name: str, agency: str | None = None, publisher: str | None = None) -> Article:
    return replace(made.DRILLS, id=name, file=f"{name}.txt", agency=agency, publisher=publisher)


@pytest.mark.parametrize(
    ("articles", "same_source", "same_origin", "count"),
    [
        ([article("a", "AFP"), article("b", "AFP")], False, True, "2 reports, 1 origin"),
        ([article("a", publisher="Post"), article("b", publisher="Times")], False, False, "2 reports, 2 origins"),
        ([article("a", publisher="Post"), article("b", publisher="Times")], True, False, "2 reports, 1 origin"),
        ([article("a", publisher="Post")] * 2, False, True, "1 report, 1 origin"),
        ([article("a", "AFP"), article("b", "AFP"), article("c", "DPA")], False, False, "3 reports, 2 origins"),
    ],
)
def test_origins_are_counted(articles: list[Article], same_source: bool, same_origin: bool, count: str) -> None:
    catalogue, movement = told(*articles, same_source=same_source, same_origin=same_origin, speaker="UNHCR")
    assert origins(catalogue, movement) == count


def test_no_agency_is_behind_what_names_none() -> None:
    catalogue, (_, (link,)) = told(*[article("a", publisher="Post")] * 2, same_origin=True)
    assert differs(catalogue, link) == "Other date; both in one article."
    catalogue, (_, (link,)) = told(article("a", publisher="Post"), article("b", publisher="Times"), same_origin=True)
    assert differs(catalogue, link) == "Other date; the same sentence printed again."
    catalogue, (_, (link,)) = told(article("a", "AFP"), article("b", "AFP"), same_origin=True)
    assert differs(catalogue, link) == "Other date; AFP is behind both."
    catalogue, (_, (link,)) = told(article("a", "AFP"), article("b", "DPA"), same_source=True, speaker="UNHCR")
    assert differs(catalogue, link) == "Other date; both are the word of UNHCR."


def test_a_row_says_who_where_and_when() -> None:
    catalogue = Catalogue.of(made.collection())
    (movement,) = catalogue.differences([made.FLED])
    rows = ledger(catalogue, movement)
    assert [row.why is None for row in rows] == [True, False]
    words = text(table(catalogue, movement))
    for row in rows:
        for part in (row.told.counted, row.told.said, row.printed, row.place, row.told.when):
            assert part in words
    assert "2 reports, 1 origin" in words
    assert "AFP is behind both" in words


def test_the_ledger_leaves_as_a_table() -> None:
    catalogue = Catalogue.of(made.collection())
    made_file = EXPORTS["told-differently.csv"].make(Shown(catalogue, tuple(catalogue.claims.values())))
    rows = list(csv.DictReader(io.StringIO(made_file.decode("utf-8-sig"))))
    assert {row["id"] for row in rows} == {made.FLED.id, made.SEVERAL.id}
    assert all(row["published"] and row["agency"] == "AFP" and row["sentence"] for row in rows)
    assert [row["why"] for row in rows] == ["", "Other date and other number; AFP is behind both."]
