"""Whom a number counts, as printed, and whose they are: all that "and" joins, names of peoples, parts of families."""

import pytest

from geo.model import PlaceKind, Role
from tests.plain import claims_of

COUNTED = {
    "Around 1,200 men, women and children fled Jiribam.": ("men, women and children", None),
    "About 3,000 children, women and men walked to Tapachula.": ("children, women and men", None),
    "Some 330 women and children were evacuated from Lahij on Sunday.": ("women and children", None),
    "More than 400 teachers and pupils were displaced from Derna.": ("teachers and pupils", None),
    "The army sent 300 soldiers and officers to Goma.": ("soldiers and officers", "Democratic Republic of the Congo"),
    "Some 500 elderly and disabled Syrians fled to Lebanon.": ("elderly and disabled Syrians", "Syria"),
    "Nearly 900 Syrian refugees and migrants reached Kos.": ("Syrian refugees and migrants", "Syria"),
    # of two peoples: of no one country, and from none
    "Some 158,000 Georgians and Ossetians fled their homes.": ("Georgians and Ossetians", None),
    "About 1,200 Iraqis and Syrians fled to Turkey.": ("Iraqis and Syrians", None),
    "About 1,200 Lebanese and Syrian refugees crossed into Cyprus.": ("Lebanese and Syrian refugees", None),
    "A caravan of 3,000 Hondurans and Guatemalans crossed into Mexico.": ("Hondurans and Guatemalans", None),
    "Some 3,000 refugees and Syrian migrants reached Kos.": ("refugees and Syrian migrants", None),
    "About 700 Uzbek and Tajik soldiers trained in Termez.": ("Uzbek and Tajik soldiers", None),
    # things, others with a number of their own, and those with an article are not counted along
    "The army sent 300 soldiers and tanks to Gao.": ("soldiers", "Mali"),
    "About 2,000 refugees and the staff fled Bria.": ("refugees", None),
    "About 4,000 Tigrayans and 300 Eritreans crossed into Sudan.": ("Tigrayans", None),
    "Some 300 Uzbek and 200 Tajik soldiers trained in Termez.": ("Uzbek soldiers", "Uzbekistan"),
    # a people's name without an -s
    "Some 3,000 Karen fled to Thailand.": ("Karen", None),
    "About 2,400 Kachin fled to China.": ("Kachin", None),
    "About 3,000 Burkinabé arrived in Ivory Coast.": ("Burkinabé", "Burkina Faso"),
    "Some 900 Hmong crossed into Thailand.": ("Hmong", None),
}
LAST = {
    "Floods displaced 9,300 families (45,000 individuals), 2,244 of which are staying in schools.": "families",
    "The storm displaced 9,300 families (45,000 people), of which 2,244 are staying in evacuation centres.": "families",
    "Some 640 families (3,200 persons) were displaced in Gitega, 240 of which have gone home.": "families",
    "Some 1,500 households (7,100 people) fled Menaka, 300 of them to Gao.": "people",
    "About 5,000 soldiers and 2,000 police officers were deployed to Wamena.": "police officers",
}


@pytest.mark.parametrize("text", COUNTED, ids=lambda text: text[:60])
def test_all_who_share_a_number_are_counted(text: str) -> None:
    claim = claims_of(text)[0]
    assert (claim.counted, claim.who) == COUNTED[text]


@pytest.mark.parametrize(
    "text", [text for text, (_, who) in COUNTED.items() if who is None], ids=lambda text: text[:60]
)
def test_nobody_comes_from_the_country_of_some_of_them(text: str) -> None:
    assert not [
        use for use in claims_of(text)[0].places if use.role is Role.FROM and use.place.kind is PlaceKind.COUNTRY
    ]


@pytest.mark.parametrize("text", LAST, ids=lambda text: text[:60])
def test_whom_the_last_figure_counts(text: str) -> None:
    assert claims_of(text)[-1].counted == LAST[text]
