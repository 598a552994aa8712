"""Figures that were missed, those beside them that stay as they are, and what only looks like people."""

import pytest

from geo.model import Action
from tests.plain import claims_of

FOUND = {
    # peoples without a country of their own live in camps
    "Some 32,000 Rohingya live in refugee camps in Bangladesh.": ("Rohingya", Action.HOST),
    "About 18,400 Tamils are living in camps in India.": ("Tamils", Action.HOST),
    "Some 4,200 Chechens live cramped in tents outside Baku.": ("Chechens", Action.HOST),
    "About 900 Tamils live packed into camps in India.": ("Tamils", Action.HOST),
    "Most of the 15,000 Liberians still in the camps in Ghana want to go home.": ("Liberians", Action.HOST),
    "Some 870,000 Venezuelans live in Peru.": ("Venezuelans", Action.HOST),
    # sent home, however the parse takes "home"
    "Kenya will send 350,000 Somalis home.": ("Somalis", Action.RETURN),
    "Its deadline for sending some 350,000 Somalis home expired in November.": ("Somalis", Action.RETURN),
    "Tanzania relaxed its deadline for sending some 30,000 refugees home.": ("refugees", Action.RETURN),
    "Libya flew 300 Nigerians home on Friday.": ("Nigerians", Action.RETURN),
    "The storm destroyed 300 family homes in Manila.": ("family homes", Action.DESTROY),
    # a count as armies print it
    "Officials said 2,300x persons are residing in relief camps in Sindh.": ("persons", Action.HOST),
    "About 175x families were evacuated from Thatta.": ("families", Action.EVACUATE),
    "About 24x houses were damaged in Swat.": ("houses", Action.DAMAGE),
    # a number that a clause with "with" gives
    "Clashes went on in the Sahel, with the number of displaced people reaching 1.9 million.":
        ("displaced people", Action.DISPLACE),
    "The talks failed, with the number of refugees in Chad topping 800,000.": ("refugees", Action.HOST),
    "The quarrel grew, with the number of soldiers in Goma rising to 3,000.": ("soldiers", Action.PRESENT),
    # of whom a crowd is, or where it goes
    "A 300-strong group of refugees reached Lesbos.": ("group", None),
    "A 5,000-strong force was sent to Goma.": ("force", Action.DEPLOY),
}  # fmt: skip
NOBODY = [
    "About 9,000 shelters and 7,000 kitchens were pressed into service for the evacuees in Noakhali.",
    "A 100-strong mob entered the church compound in Imphal where the displaced slept.",
    "A 300-strong crowd attacked the camp for refugees in Lesbos.",
    "A 900-strong mob drove the refugees from Bosaso.",
    "A 60-strong gang attacked the displaced in Cite Soleil.",
    "Some 300 buses and 90 trucks took the evacuees to Idlib.",
    "The war goes on, with the number of casualties reaching 30,000.",
    "The agency brought 300 mobile homes to Gaziantep.",
    "The firm makes 20x lenses and 10x more screens.",
]


@pytest.mark.parametrize("text", FOUND, ids=lambda text: text[:60])
def test_a_figure_is_found(text: str) -> None:
    (claim,) = claims_of(text)
    counted, action = FOUND[text]
    if action is not None:
        assert (claim.counted, claim.action) == (counted, action)


@pytest.mark.parametrize("text", NOBODY, ids=lambda text: text[:60])
def test_no_people_are_found(text: str) -> None:
    assert claims_of(text) == ()
