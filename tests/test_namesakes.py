"""What a name is: which of its namesakes, a part of a country, a place that no gazetteer has, or no place at all."""

import pytest

from geo.model import Precision
from tests.placed import gazetteer, placed
from tests.test_plain_roles import told


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Some 900 people returned to Gori, in Georgia, on Friday.", "Gori", "gn:614455"),
        ("Thousands of Georgians fled Gori as tanks rolled in.", "Gori", "gn:614455"),
        ("Some 900 people live along the Salween river in Myanmar.", "Salween", "river:salween"),
        ("About 2,500 soldiers are in Patikul, Sulu, in the Philippines.", "Sulu", "province:PH-SLU"),
        ("The Philippines sent 900 men from Manila to Patikul and Basilan.", "Basilan", "province:PH-BAS"),
        ("About 900 people fled Jolo in Sulu.", "Jolo", "gn:1710141"),
        ("Some 300 people fled Kherson on Friday.", "Kherson", "gn:706448"),
        ("Some 900 people fled to Kolasib district in Mizoram, India.", "Kolasib", "gn:1266258"),
        ("Some 900 people left New York on Friday.", "New York", "gn:5128581"),
    ],
)
def test_a_name_means_the_place_that_has_it_first(text: str, name: str, place: str) -> None:
    assert placed(text).place(name).id == place


@pytest.mark.parametrize(
    ("name", "label"),
    [("Chechnya", "Chechnya"), ("Demoso", "Demoso"), ("Champhai", "Champhai"), ("Normandy", "Normandy"),
     ("Naraha", "Naraha")],
)  # fmt: skip
def test_a_place_is_labelled_as_news_names_it(name: str, label: str) -> None:
    best = max(gazetteer().candidates(name), key=lambda c: (c.main, c.weight))
    assert best.place.name == label


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("In Cameroon, 900 refugees from Chad were taken to Ngam on Friday.", "Ngam", False),
        ("Ivory Coast is calm. In Ngam, 900 people voted.", "Ngam", True),
        ("Some 900 people in Ghana came from Ngam on Friday.", "Ngam", True),  # next door
        ("Nigeria has moved 900 soldiers to the Northeast.", "Northeast", False),
    ],
)
def test_a_village_far_from_all_that_an_article_names_is_not_meant(text: str, name: str, *, known: bool) -> None:
    assert any(t.place is not None and t.place.id[:8] != "unknown:" for t in placed(text).all(name)) == known


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("About 900 people fled Northeast Nigeria.", "Northeast Nigeria"),
        ("Some 900 people live in North East Burkina Faso.", "North East Burkina Faso"),
        ("Schools in Southwest Cameroon are shut.", "Southwest Cameroon"),
    ],
)
def test_the_side_of_a_part_is_no_place_of_its_own(text: str, name: str) -> None:
    found = [t.text for t in placed(text).toponyms]
    assert name in found
    assert not [text for text in found if text in ("Northeast", "North East", "Southwest")]


@pytest.mark.parametrize(
    ("text", "name", "holding"),
    [
        ("Some 900 people crossed into the town of Kentuzu in eastern Cameroon.", "Kentuzu", "region:CM-east"),
        ("About 900 people fled the village of Zumbari, Chad.", "Zumbari", "country:TD"),
        ("Some 900 people settled in Sudaba, a small farming village in Uganda.", "Sudaba", "country:UG"),
        ("Some 900 people found shelter in Assam's Cachar district.", "Cachar", "province:IN-AS"),
        ("Some 900 people found shelter in Cachar district in Assam.", "Cachar", "province:IN-AS"),
        ("About 900 people reached Noakhali district in Bangladesh.", "Noakhali district", "country:BD"),
        ("About 900 people reached Mae Yaro in Thailand's Tak province.", "Mae Yaro", "province:TH-63"),
        ("Some 900 people fled Lay Kor Mor town in Myanmar.", "Lay Kor Mor", "country:MM"),
        ("About 900 people live in Port Sabbe in Sierra Leone.", "Port Sabbe", "country:SL"),
        ("Soldiers reached the Chadian border town of Zumbari on Friday.", "Zumbari", "country:TD"),
        ("Soldiers left the village of Balukuzi (Congo) on Friday.", "Balukuzi", "country:CD"),
        ("The village of Zumbari was empty. Zumbari, in northern Chad, had 900 people.", "Zumbari", "region:TD-north"),
    ],
)
def test_a_place_that_no_gazetteer_has_lies_where_the_article_says(text: str, name: str, holding: str) -> None:
    found = placed(text).all(name)
    assert found
    for toponym in found:
        assert toponym.place is not None
        assert (toponym.place.anchor, toponym.place.precision) == (holding, Precision.UNLOCATED)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("People fled the village of Zumbari in trucks to Chad.", "Zumbari"),
        ("People fled the towns of Zumbari, Chad and Sudan said.", "Zumbari"),
        ("The soldiers left Zambia for Ukwara, a special camp in the east.", "Ukwara"),
        ("The village of Zumbari was empty. Chad sent soldiers.", "Zumbari"),
    ],
)
def test_other_places_beside_a_name_do_not_hold_it(text: str, name: str) -> None:
    assert placed(text).one(name).place is None


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Some 900 people crossed into the town of Kentuzu in eastern Cameroon.",
         {("to", "kentuzu"), ("to", "eastern cameroon")}),
        ("About 900 people fled the village of Zumbari, Chad.", {("from", "zumbari"), ("from", "chad")}),
        ("Some 900 people found shelter in Assam's Cachar district.", {("to", "cachar"), ("to", "assam")}),
        ("About 900 people reached Noakhali district in Bangladesh.",
         {("to", "noakhali district"), ("to", "bangladesh")}),
    ],
)  # fmt: skip
def test_a_figure_has_the_place_that_its_unknown_place_lies_in(sentence: str, places: set[tuple[str, str]]) -> None:
    assert told(sentence) == places


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Thailand has sent 4,000 soldiers to the deep South.", "deep South", "region:TH-south"),
        ("Thailand said 16,000 rangers patrol the troubled far South.", "far South", "region:TH-south"),
        ("Some 2,000 soldiers patrol the Deep South in Thailand.", "Deep South", "region:TH-south"),
        ("Police in Thailand sent 300 men to southern border provinces.", "southern border provinces",
         "region:TH-south"),
        ("Nigeria has 900 men in the three northern states.", "northern states", "region:NG-north"),
        ("Cameroon says 400 soldiers left for the Far North.", "Far North", "province:CM-EN"),
        ("In the United States, storms crossed the Deep South.", "Deep South", "region:deep-south"),
        ("Russia's ships left the Far East.", "Far East", "region:east-asia"),
    ],
)  # fmt: skip
def test_a_part_of_a_country_without_its_name(text: str, words: str, place: str) -> None:
    assert placed(text).place(words).id == place


@pytest.mark.parametrize(
    "text",
    [
        "Thailand fears for the southern provinces of Yala and Pattani.",
        "Thailand heard Malaysia's northern states out.",
        "In Thailand, southern border crossings are shut.",
    ],
)
def test_provinces_that_are_named_are_no_part_of_the_country(text: str) -> None:
    assert not [t for t in placed(text).toponyms if t.place and t.place.id == "region:TH-south"]


@pytest.mark.parametrize(
    "text",
    [
        "Some 30,000 soldiers will take part in Trident Juncture 18.",
        "About 9,000 troops joined Vostok 2022, the war games.",
        "The exercise Vostok 2018 involves 300,000 troops.",
        "Some 4,000 soldiers took part in Exercise Talisman Sabre 2019.",
        "The Saber Strike 17 drills involved 11,000 soldiers.",
        "Some 9,000 soldiers took part in Flintlock 20.",
        "Exercise Malabar ended on Friday.",
    ],
)
def test_the_name_of_an_exercise_is_no_place(text: str) -> None:
    assert placed(text).toponyms == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("About 900 people fled Kabul 2021.", {"Kabul"}),
        ("Italy sent 80 soldiers and Spain 60 to the exercise.", {"Italy", "Spain"}),
        ("Some 900 soldiers took part in exercises in Kenya.", {"Kenya"}),
        ("Soldiers in Hohenfels in 2022 took part in war games.", {"Hohenfels"}),
    ],
)
def test_places_beside_a_number_or_an_exercise_stay_places(text: str, names: set[str]) -> None:
    assert {t.text for t in placed(text).toponyms} == names


@pytest.mark.parametrize(
    ("text", "name", "literal"),
    [
        ("The EU said it would cut its force in Bosnia to 2,500.", "EU", False),
        ("The EU has 600 soldiers in Bosnia.", "EU", False),
        ("EU soldiers, 600 of them, patrol Bosnia.", "EU", False),
        ("The European Union's mission in Chad has 3,000 soldiers.", "European Union", False),
        ("About 900 migrants reached the EU on Friday.", "EU", True),
        ("Some 900 people entered the European Union through Hungary.", "European Union", True),
        ("EU countries took in 90,000 refugees.", "EU", True),
        ("The Fiji contingent is in the Golan Heights.", "Fiji", False),
        ("The Kenya battalion left Somalia on Friday.", "Kenya", False),
        ("Some 900 soldiers are in Fiji.", "Fiji", True),
    ],
)
def test_who_acts_is_no_place(text: str, name: str, *, literal: bool) -> None:
    assert placed(text).one(name).literal == literal


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Pentagon spokesman Ann Roe said 800 troops had landed.", set()),
        (
            "The EU leads the force in Bosnia. The force will drop to 2,500 soldiers, the EU said.",
            {("at", "bosnia and herzegovina")},
        ),
        ("About 13,000 people remain in Liberian camps.", {("at", "liberia")}),
        ("Some 15,000 refugees in Guinean camps have registered.", {("at", "guinea")}),
        ("About 900 people reached the Bangladeshi coast.", {("to", "bangladesh")}),
        ("About 900 migrants reached a Turkish border town.", {("to", "turkey")}),
        ("Some 900 people reached Greek shores.", {("to", "greece")}),
        ("Some 900 refugees live in Ugandan settlements.", {("at", "uganda")}),
        ("Some 900 people fled Syrian camps.", {("from", "syria")}),
        ("About 900 people live in Palestinian camps in Lebanon.", {("at", "lebanon")}),
        ("About 900 families reached the Turkish border town of Kilis.", {("to", "kilis")}),
        ("Some 900 people live in Syrian refugee camps.", set()),  # whose, or where?
        ("Some 900 soldiers are on Lebanese soil.", {("at", "lebanon")}),
    ],
)
def test_what_stands_on_a_peoples_ground_is_in_its_country(sentence: str, places: set[tuple[str, str]]) -> None:
    assert told(sentence) == places
