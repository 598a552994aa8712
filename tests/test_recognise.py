"""Place names in running text, and capitalised words that are none; names that stand for governments."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import PlaceKind
from geo.places.toponyms import demonyms
from geo.places.verdict import KNOWN, is_main, is_tiny
from tests.placed import gazetteer, placed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels seized Shir Khan Bandar on Tuesday.", ["Shir Khan Bandar"]),
        ("Families fled to Cox's Bazar and N'Djamena.", ["Cox's Bazar", "N'Djamena"]),
        ("They reached Côte d’Ivoire from Burkina Faso.", ["Côte d’Ivoire", "Burkina Faso"]),
        ("Aid entered through the Rafah border crossing.", ["Rafah border crossing"]),
        ("Boats sank in the Mediterranean Sea off Libya.", ["Mediterranean Sea", "Libya"]),
        ("Soldiers of the U.S. Army left Germany.", ["U.S.", "Germany"]),
    ],
)
def test_places_are_found_by_their_full_names(text: str, names: list[str]) -> None:
    assert [t.text for t in placed(text).toponyms] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bambari was attacked on Friday.", ["Bambari"]),
        ("Mocimboa was raided and its shops burnt.", ["Mocimboa"]),
        ("Mora, on the border, took in 5,000 refugees.", ["Mora"]),
        ("Kaya, in the north, shelters 30,000 people.", ["Kaya"]),
        ("Bria hosts 40,000 people.", ["Bria"]),
        ("Kaya was tired and angry.", []),
        ("Mora, in tears, took the stage.", []),
        ("Bria hosts a weekly show.", []),
    ],
)
def test_what_is_told_of_a_town_shows_that_a_name_is_one(text: str, names: list[str]) -> None:
    """The model takes each for a person."""
    assert [t.text for t in placed(text).toponyms if t.text != "north"] == names


@pytest.mark.parametrize(
    "text",
    [
        "The Moscow Times reported the figures.",
        "Afghan and Tajik officials met the Turkish delegation.",
        "Sergei Ivanov spoke to Maria Santos on Tuesday.",
        "The 201st and the 26th were told to wait.",
        "Scientists studied the Marburg virus for years.",
        "Officers said that many people were hurt in March.",
        "He has HIV.",
    ],
)
def test_other_capitalised_words_are_no_places(text: str) -> None:
    assert placed(text).toponyms == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Some 120,000 people fled the Kursk region.", ["Kursk"]),
        ("Thousands left Goma, said Amina Goma, a nurse.", ["Goma"]),
        ("Fighting around Masisi displaced 9,000 people.", ["Masisi"]),
        ("Tanks entered Deir al-Balah, Nuseirat and Khan Younis.", ["Deir al-Balah", "Nuseirat", "Khan Younis"]),
        ("Gangs hold Solino in Port-au-Prince, Haiti.", ["Solino", "Port-au-Prince", "Haiti"]),
        ("They reached the village of Zerbluk on foot.", ["Zerbluk"]),
        ("KYIV, Ukraine (AP) - Shells fell.", ["KYIV", "Ukraine"]),
        ("Fires spread in Southern California.", ["Southern California"]),
    ],
)
def test_kinds_lists_and_containers_show_that_a_name_is_a_place(text: str, names: list[str]) -> None:
    assert [t.text for t in placed(text).toponyms] == names


@pytest.mark.parametrize(
    "text",
    [
        "Manchester United lost the match.",
        "A professor at the University of Oxford wrote the report.",
        "Jordan Henderson and Paris Hilton met Chad Wolf.",
        "Victoria Nuland spoke. Victoria left early.",
    ],
)
def test_institutions_teams_and_people_are_no_places(text: str) -> None:
    assert placed(text).toponyms == ()


def test_peoples_are_listed_with_their_country_apart_from_places() -> None:
    found = placed("Syrian officials met French envoys in Damascus.")
    peoples = demonyms(found.article, found.passages, gazetteer(), found.toponyms)
    assert [(t.text, t.place and t.place.country) for t in peoples] == [("Syrian", "SY"), ("French", "FR")]
    assert [t.text for t in found.toponyms] == ["Damascus"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kremlin said on Monday that troops were leaving.", "Kremlin"),
        ("Moscow said it would send more troops.", "Moscow"),
        ("Moscow's defense minister spoke on Friday.", "Moscow"),
        ("Some 900 soldiers took part in the exercise and Ankara also relocated 2,000 troops.", "Ankara"),
        ("Kabul denied the claim.", "Kabul"),
        ("Paris was ready to offer help.", "Paris"),
        ("A Beijing-backed plan failed.", "Beijing"),
        ("Talks with Tehran stalled.", "Tehran"),
        ("Chad accused Sudan of shelling a market.", "Chad"),
        ("Chad accused Sudan of shelling a market.", "Sudan"),
        ("Russia's army withdrew.", "Russia"),
    ],
)
def test_a_name_that_acts_as_a_state_is_not_literal(text: str, name: str) -> None:
    toponym = placed(text).one(name)
    assert not toponym.literal
    assert toponym.place is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kabul fell to the rebels.", "Kabul"),
        ("About 400 people were killed in Moscow on Friday.", "Moscow"),
        ("Shells hit Kyiv overnight.", "Kyiv"),
        ("The government in Kabul has dismissed the claim.", "Kabul"),
        ("They met in Armenia's capital Yerevan.", "Yerevan"),
        ("They met in Armenia's capital Yerevan.", "Armenia"),
        ("Thousands fled to Chad.", "Chad"),
        ("Protesters stood at the White House.", "White House"),
        ("Rebels entered Goma.", "Goma"),  # no seat of a government
    ],
)
def test_a_name_where_people_are_is_literal(text: str, name: str) -> None:
    assert placed(text).one(name).literal


def test_a_name_that_is_sure_in_the_text_is_found_in_a_sub_heading_too() -> None:
    text = "## Flight From Bunia Goes On\n\nSome 900 people fled from Bunia in Congo on Monday, the army said."
    assert len(placed(text).all("Bunia")) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DARWIN - The first planes landed before dawn.", ["DARWIN"]),
        ("ENTEBBE, May 4 - The second battalion of Uganda left.", ["ENTEBBE", "Uganda"]),
        ("Mali's army said that shells fell at Gao on Monday.", ["Mali", "Gao"]),
        ("A bus of Kyrgyzstan's army waited at Kant for the wounded.", ["Kyrgyzstan", "Kant"]),
        ("Burkina Faso shut the market. Kaya received 6,000 people overnight.", ["Burkina Faso", "Kaya"]),
        ("Ukraine said that 300 were taken from Oleshky and Hola Prystan.", ["Ukraine", "Oleshky", "Hola Prystan"]),
        ("Burkina Faso: people by camp\n\nKaya: 6,300\n\nDori: 900", ["Burkina Faso", "Kaya", "Dori"]),
    ],
)
def test_datelines_and_towns_of_the_articles_countries_are_places(text: str, names: list[str]) -> None:
    """Whatever the model calls them: a person or an organisation, as a rule."""
    assert [t.text for t in placed(text).toponyms] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Burkina Faso sent lorries to Kaya and Djibo on Sunday.", ["Kaya", "Djibo"]),
        ("Ukraine has emptied the Pokrovsk hospitals. Myrnohrad's people stay.", ["Pokrovsk", "Myrnohrad"]),
        ("Malians fear the road through Douentza, drivers said.", ["Douentza"]),
        ("The camps are in Chad.\n\n- Amboko: 11,000\n- Dosseye: 22,000", ["Amboko", "Dosseye"]),
    ],
)
def test_names_of_the_articles_countries_are_places_wherever_nothing_speaks_against_it(
    text: str, names: list[str]
) -> None:
    """Joined to another, before a noun, as a row of a list, or where only the people of the country are named."""
    assert [
        t.text for t in placed(text).toponyms if t.place is not None and t.place.kind is not PlaceKind.COUNTRY
    ] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nigeria asked Doctor Musa Kaduna and Abu Bakr Gombe for advice.", "Gombe"),
        ("The Pentagon said it would move. A US general complained in Iraq.", "A US"),
        ("Syria was quiet, said the Observatory for Human Rights.", "Human"),
        ("Syria took the town of Khan Touman.", "Khan"),
    ],
)
def test_names_of_persons_and_spellings_of_far_towns_stay_off_the_map(text: str, name: str) -> None:
    assert not [t for t in placed(text).toponyms if t.text == name and t.place is not None]


@pytest.mark.parametrize("text", ["MORE THAN EVER - The prices rose.", "Mali: at Least 40 read the list to Gao Keita."])
def test_capitals_and_names_of_persons_stay_what_they_are(text: str) -> None:
    assert {t.text for t in placed(text).toponyms} <= {"Mali"}


def test_a_place_that_the_gazetteer_does_not_know_is_listed_unresolved() -> None:
    toponym = placed("Troops marched along Qworbly Street on Friday.").one("Qworbly Street")
    assert toponym.place is None
    assert toponym.why == "not in the gazetteer"


def test_spans_are_the_printed_words() -> None:
    found = placed(
        "Troops dug in along **Chad's**\nborder with [Sudan](https://example.org) near *Adre*, the army said."
    )
    assert found.toponyms
    for toponym in found.toponyms:
        assert toponym.text == found.article.text[toponym.span.start : toponym.span.end]
    assert found.all("Sudan")
    assert found.all("Adre")


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    found = placed("Kabul was quiet. " + text)
    for toponym in found.toponyms:
        assert toponym.text == found.article.text[toponym.span.start : toponym.span.end]
        assert toponym.text


def test_a_town_is_tiny_by_its_weight_whatever_its_name_and_a_province_never() -> None:
    town = next(c for c in gazetteer().candidates("Goma") if c.main and c.place.kind is PlaceKind.CITY)
    village = replace(town, weight=KNOWN)
    province = replace(village, place=replace(town.place, kind=PlaceKind.PROVINCE))
    assert [is_tiny(c) for c in (town, village, province)] == [False, True, False]
    assert [is_tiny(replace(c, main=False)) for c in (town, village, province)] == [False, True, False]
    assert [is_main((c,)) for c in (town, village, province, replace(town, main=False))] == [True, False, True, False]
