"""Names that no gazetteer knows are places where the words say so: "a village, X", "the camp at X", "X, a town in"."""

import pytest

from tests.placed import placed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In a single village, Nambera, 21 people were killed and 2,500 displaced.", ["Nambera"]),
        ("Fighting around Balukuzi, a mining town in Congo, drove out 4,000 people.", ["Balukuzi"]),
        ("The soldiers left Zambia for Ukwara, a special camp in the east.", ["Ukwara"]),
        ("The third camp at Al Gharib is planned for 9,400 people.", ["Al Gharib"]),
        ("The camps at Tobaru and Mekkune are full.", ["Tobaru", "Mekkune"]),
        ("The Sparvak crossing point was used by 40 people from Chechnya.", ["Sparvak"]),
        ("He sought shelter in the districts Wutpaga, Kwiyawiga and Negeyana.", ["Wutpaga", "Kwiyawiga", "Negeyana"]),
        ("Residents fled to regencies like Lanny Koru and Jayaluku.", ["Lanny Koru", "Jayaluku"]),
        ("People fled towns such as Oreshka and Vukuna.", ["Oreshka", "Vukuna"]),
        ("The families arrived from the village of Llano Altor in Colombia.", ["Llano Altor"]),
        ("The coastguard took 80 men to Arguinala port.", ["Arguinala"]),
        ("A boat had left the southern town of “Kafuntera” in Senegal.", ["Kafuntera"]),
    ],
)
def test_a_name_with_its_kind_is_a_place(text: str, names: list[str]) -> None:
    found = {t.text for t in placed(text).toponyms if t.place is None or t.place.id.startswith("unknown:")}
    assert set(names) <= found


@pytest.mark.parametrize(
    "text",
    [
        "In a village, on Monday, soldiers shot a man.",
        "In the town, Reuters said, shops were shut.",
        "Osawi, a town councillor, said that shops were shut.",
        "Kouame, an army general, leads the port police.",
        "They met at the camp at noon.",
    ],
)
def test_other_words_beside_a_kind_are_none(text: str) -> None:
    assert placed(text).toponyms == ()


def test_a_people_is_a_province_where_its_kind_stands_behind_it() -> None:
    (somali,) = [t for t in placed("Fighting in the Somali region of Ethiopia went on.").toponyms if t.text == "Somali"]
    assert somali.place is not None
    assert (somali.place.id, somali.place.country) == ("province:ET-SO", "ET")
    assert not [t for t in placed("Somali soldiers left Ethiopia.").toponyms if t.text == "Somali" and t.literal]


def test_a_detention_camp_has_its_own_name() -> None:
    found = placed("Hundreds staged a riot at the Whitemere detention camp in Hong Kong.").place(
        "Whitemere detention camp"
    )
    assert found.countries == ("HK",)
