"""Places and roles of plain sentences, read as articles of their own."""

import re

import pytest

from geo.places.names import fold
from tests.plain import claims_of, each
from tests.plain_made import AT_HOME, CASES, ELSEWHERE, FAILING, GOALS, LEFT

PLACE = re.compile(r"([a-z/]+):(.*?)(?= [a-z/]+:|$)")


def told(sentence: str) -> set[tuple[str, str]]:
    """The roles and names of the places of the last figure of ``sentence``."""
    claims = claims_of(sentence)
    return {(str(use.role), fold(use.place.name)) for use in claims[-1].places} if claims else set()


@pytest.mark.parametrize(
    ("sentence", "places"), each((*CASES, *ELSEWHERE, *GOALS, *AT_HOME, *LEFT), FAILING, "tests/plain_made.py")
)
def test_a_plain_sentence_has_its_places(sentence: str, places: str) -> None:
    found = told(sentence)
    wanted = [(roles.split("/"), fold(name)) for roles, name in PLACE.findall(places)]
    assert wanted
    for roles, name in wanted:
        assert any(role in roles and (name in other or other in name) for role, other in found), (places, found)
