"""People who are counted since an event that another sentence dates."""

from datetime import date

import pytest

from geo.model import How
from tests.plain import claims_of

DATED = [
    ("Fighting broke out in Port Said in March 2019.", "More than 40,000 people have left Port Said since the fighting "
     "began, the UN said.", date(2019, 3, 1)),
    ("Civil war came to Liberia in December 1989. It spread within weeks.", "Some 300,000 people have fled the country "
     "since the war began.", date(1989, 12, 1)),
    ("The insurgency in Cabo Delgado began in October 2017.", "Since the insurgency started, about 700,000 people have "
     "been displaced, OCHA said.", date(2017, 10, 1)),
    ("Russia invaded Ukraine on 24 February 2022.", "More than 6 million people have crossed into Poland since the "
     "invasion, its border guard said.", date(2022, 2, 24)),
    ("The war in Sudan erupted in April 2023 between two generals.", "Chad has taken in 560,000 refugees since the "
     "outbreak of the war.", date(2023, 4, 1)),
    ("A coup toppled the government of Niger on 26 July 2023.", "About 1,200 French soldiers have left Niger since the "
     "coup.", date(2023, 7, 26)),
    ("The earthquake struck Gaziantep on 6 February 2023.", "Since the quake, 150,000 people have left Gaziantep.",
     date(2023, 2, 6)),
    ("Clashes erupted in Khartoum on 15 April.", "Since the clashes began, 84,000 people have fled Khartoum.",
     date(2023, 4, 15)),
    ("The conflict, which began in November 2020, has ruined Tigray.", "More than 60,000 people have fled to Sudan "
     "since the conflict began.", date(2020, 11, 1)),
    ("The offensive on Idlib started on 1 December 2019.", "Since the start of the offensive, 900,000 people have fled "
     "Idlib, the UN said.", date(2019, 12, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("before", "text", "first"), DATED)
def test_they_are_counted_from_the_day_on_which_it_began(before: str, text: str, first: date) -> None:
    (claim,) = claims_of(f"{before}\n\n{text}")
    assert claim.happened is not None
    assert (claim.happened.first, claim.happened.last) == (first, date(2024, 3, 14))
    assert claim.dated is not None
    assert claim.dated.how is How.EARLIER


def test_since_another_event_they_are_not() -> None:
    coup = "A coup toppled the government of Niger on 26 July 2023."
    (claim,) = claims_of(f"{coup}\n\nSome 300,000 people have fled Liberia since the war began.")
    assert claim.happened is None or claim.happened.first != date(2023, 7, 26)
