"""Figures of a dated article that name no day: told of the day it was printed, or of none."""

from datetime import date

import pytest

from geo.model import How
from tests.test_claims import claims

OF_THAT_DAY = [
    "On both sides of the river thousands are being moved out after a week of shelling.",
    "After a week of rain, thousands are being moved out of Beira.",
    "With winter near, the mayor asks for tents for 900 evacuees who sleep in the stadium in Adana.",
    "The priest asks for blankets for 1,300 refugees who sleep in his church in Adre.",
    "The island asks Rome for a ship for 1,900 migrants who sleep on the quay of Lampedusa.",
    "The army may have 3,000 soldiers left in Bambari.",
    "Few of the 30,000 Yazidis camped on the mountain have blankets.",
]
OF_NO_DAY = [
    "There could be 6,000 migrants in the woods around Calais.",
    "The hospital in Goma may have to take in 400 displaced people.",
]


@pytest.mark.parametrize("text", OF_THAT_DAY)
def test_what_goes_on_is_told_of_the_day_of_publication(text: str) -> None:
    (claim,) = claims(text)
    assert claim.happened is None
    assert claim.as_of == date(2024, 10, 10)
    assert claim.dated is not None
    assert claim.dated.how is How.PUBLICATION


@pytest.mark.parametrize("text", OF_NO_DAY)
def test_what_may_come_to_be_has_no_day(text: str) -> None:
    (claim,) = claims(text)
    assert (claim.happened, claim.as_of, claim.dated) == (None, None, None)
