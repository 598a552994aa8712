"""Parts that are told of with their whole, and police with soldiers."""

import pytest

from geo.model import Panel
from tests.test_kinds import claims_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ship rescued 480 migrants, including 70 women and 30 children.", {480, 70, 30}),
        ("The mission grew to 9,500 soldiers and 1,100 police in Juba.", {9500, 1100}),
        ("Shelling killed 14 refugees, including five women.", set()),
    ],
)
def test_what_is_told_of_the_whole_is_told_of_its_parts(text: str, told: set[int]) -> None:
    assert {claim.quantity.low for claim in claims_of(text)} == told


def test_what_is_larger_than_the_whole_is_no_part_of_it() -> None:
    text = "The ship rescued 48 migrants, including 700 sailors."
    assert {claim.quantity.low for claim in claims_of(text) if claim.panel is Panel.DISPLACED} == {48}
