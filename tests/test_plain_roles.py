"""Places and roles of plain sentences, read as articles of their own."""

import re
from functools import cache
from pathlib import Path

import pytest

from geo.articles.load import from_bytes
from geo.dataset.build import GAZETTEER
from geo.places.gazetteer import Gazetteer
from geo.places.names import fold
from geo.reading import read
from tests.plain_made import CASES, FAILING

ROOT = Path(__file__).parent.parent
PLACE = re.compile(r"([a-z/]+):(.*?)(?= [a-z/]+:|$)")


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open(ROOT / "data" / GAZETTEER)


def told(sentence: str) -> set[tuple[str, str]]:
    """The roles and names of the places of the last figure of ``sentence``."""
    article = from_bytes(f"# In brief\n\nBy Staff\n\n14 March 2024\n\n{sentence}\n".encode(), "plain.txt")
    claims = next(iter(read([article], gazetteer()))).claims
    return {(str(use.role), fold(use.place.name)) for use in claims[-1].places} if claims else set()


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason="misread: tests/plain_made.py"))
        if case[0] in FAILING
        else pytest.param(*case)
        for case in CASES
    ],
)
def test_a_plain_sentence_has_its_places(sentence: str, places: str) -> None:
    found = told(sentence)
    wanted = [(roles.split("/"), fold(name)) for roles, name in PLACE.findall(places)]
    assert wanted
    for roles, name in wanted:
        assert any(role in roles and (name in other or other in name) for role, other in found), (places, found)
