"""Who said it, whose they are, when and how firm: texts of ``telling_copy``, and the links between whole articles."""

from functools import cache
from pathlib import Path

import pytest

from geo.articles.load import from_bytes
from geo.claims.links import links
from geo.dataset.build import GAZETTEER
from geo.model import Article, Claim
from geo.places.gazetteer import Gazetteer
from geo.reading import read
from tests import telling_copy

ROOT = Path(__file__).parent.parent
TEXTS = [(text, copy[text]) for copy in telling_copy.CASES.values() for text in copy]


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open(ROOT / "data" / GAZETTEER)


def told(*texts: str) -> list[tuple[Article, Claim]]:
    """The claims of articles written as "agency | date | text"."""
    parts = [text.split(" | ", 2) for text in texts]
    articles = [
        from_bytes(f"# Headline\n\nBy {agency}\n\n{day}\n\n{text}\n".encode(), f"{at}.txt")
        for at, (agency, day, text) in enumerate(parts)
    ]
    return [(reading.article, claim) for reading in read(articles, gazetteer()) for claim in reading.claims]


def shown(article: Article, claim: Claim) -> telling_copy.Fields:
    happened, then = claim.happened, claim.sequel
    return {
        "who": claim.who,
        "by": claim.attribution.words if claim.attribution else None,
        "basis": str(claim.basis),
        "status": claim.status_words,
        "shown": claim.statuses[-1].span.of(article.text) if claim.statuses else None,
        "happened": f"{happened.first}/{happened.last}" if happened else None,
        "as_of": str(claim.as_of) if claim.as_of else None,
        "reported": str(claim.reported) if claim.reported else None,
        "then": str(then.action) if then else None,
        "then_when": f"{then.happened.first}/{then.happened.last}" if then and then.happened else None,
    }


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text[:50] for text, _ in TEXTS])
def test_what_the_article_tells_of_a_figure(text: str, expected: dict[str, telling_copy.Fields]) -> None:
    found = told(f"AFP | 10 October 2024 | {text}")
    for words, fields in expected.items():
        (one,) = [(article, claim) for article, claim in found if words in claim.quantity.words]
        fields = dict(fields)  # noqa: PLW2901
        got = shown(*one)
        if (begins := fields.pop("shown", None)) is not None:
            assert (got["shown"] or "").startswith(begins)
        assert {name: got[name] for name in fields} == fields
    assert expected or not found


@pytest.mark.parametrize("kind", telling_copy.LINKED)
def test_figures_of_one_movement_are_linked_with_what_differs(kind: str) -> None:
    articles, expected = telling_copy.LINKED[kind]
    found = told(*articles)
    words = {claim.id: claim.quantity.words for _, claim in found}
    assert {(words[link.first], words[link.second]): set(link.differs) for link in links(found)} == expected


@pytest.mark.parametrize("kind", telling_copy.APART)
def test_figures_of_other_movements_are_not_linked(kind: str) -> None:
    found = told(*telling_copy.APART[kind])
    assert len(found) > 1
    assert links(found) == ()


def test_a_reprint_counts_once_whoever_signs_it() -> None:
    text = "Some 9,000 people fled the shelling on Monday, the UN said."  # no place: the sentence tells
    (link,) = links(told(f"AFP | 10 October 2024 | {text}", f"Staff | 11 October 2024 | {text} It rained."))
    assert link.same_origin
    assert link.same_source
    assert link.differs == ()


def test_two_agencies_with_one_source() -> None:
    (link,) = links(
        told(
            "AFP | 10 October 2024 | Some 9,000 people fled from Goma in eastern Congo on Monday, the UN said.",
            "Reuters | 11 October 2024 | Reuters reported, citing the UN, that 9,200 people had fled from Goma in "
            "eastern Congo on Monday.",
        )
    )
    assert not link.same_origin
    assert link.same_source
