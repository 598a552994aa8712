"""Borders, parts of countries, facilities and circles that a text describes."""

import pytest

from geo.model import PlaceKind, Precision
from geo.places.regions import provinces
from tests.placed import gazetteer, placed


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Troops dug in along Chad's border with Sudan on Monday.", "Chad's border with Sudan", "border:SD-TD"),
        ("Aid waits at the border between Chad and Sudan.", "border between Chad and Sudan", "border:SD-TD"),
        ("Guards patrol the Polish-Belarusian border at night.", "Polish-Belarusian border", "border:BY-PL"),
        ("Traffic on the U.S.-Mexico border stopped.", "U.S.-Mexico border", "border:MX-US"),
        ("Yerevan sent men to strengthen its force on the border with Turkey.", "border with Turkey", "border:AM-TR"),
        ("The Dominican Republic closed its border with Haiti.", "border with Haiti", "border:DO-HT"),
        ("About 900 people fled across the border from Myanmar into Thailand.", "border", "border:MM-TH"),
        ("Goma lies in Congo near the Rwandan border.", "Rwandan border", "border:CD-RW"),
        ("Rebels control most of Mali's borders.", "Mali's borders", "border:ML"),
        ("Tensions rose on the frontier between Armenia and Azerbaijan.", "frontier between Armenia and Azerbaijan",
         "border:AM-AZ"),
    ],
)  # fmt: skip
def test_a_border_is_the_line_of_its_two_countries(text: str, words: str, place: str) -> None:
    found = placed(text).place(words)
    assert (found.id, found.kind, found.precision) == (place, PlaceKind.BORDER, Precision.LINE)


@pytest.mark.parametrize(
    ("text", "border"),
    [
        ("Guatemala has shut its consulates.\n\nMexican soldiers fanned out across the border on Sunday.", "GT-MX"),
        ("Belarus pushes migrants on.\n\nSome 12,000 Polish soldiers are deployed along the border.", "BY-PL"),
        ("Sudan is at war. Chad has shut its gates to Sudan.\n\nSome 900 people reached the border.", "SD-TD"),
        ("Syria and Turkey talk.\n\nU.S. troops are camped near the border.", "SY-TR"),
        ("Jordan and Turkey talk of Syria.\n\nTroops are camped near the border.", None),  # which?
        ("Nigeria has no say.\n\nTroops are camped near the border.", None),
        ("The United States is sending troops.\n\nSome 10,000 soldiers are at the southern border.", "MX-US"),
        ("Some 2,000 Ethiopians crossed the western border into Sudan.", "ET-SD"),
        ("Critics spoke of the southern border.", None),  # whose?
        ("America talks to Canada. Canada shall send 9,000 soldiers to our northern border, the US president said.",
         "CA-US"),
        ("Mexico has sent 9,000 soldiers to our southern border, said the president of the United States.", "MX-US"),
        ("Mexico is poor. Guatemala is poorer. Mexico will send 6,000 troops to its southern border.", "GT-MX"),
        ("Mexico talks to the United States. Guatemala is poor. Mexico will send 6,000 troops to its southern border.",
         "GT-MX"),
        ("Turkey will shut its southern border.", "SY-TR"),
        ("Some 5,000 soldiers stand on the southern US border.", "MX-US"),
        ("Guatemala and Mexico agree.\n\nMexico will send 6,000 guards to its southern border.", "GT-MX"),
        ("Honduras watches.\n\nMexico will send 6,000 guards to its southern border.", "GT-MX"),
        ("Lebanon fires.\n\nSome 900 soldiers hold the northern Israeli border.", "IL-LB"),
        ("Some 2,000 guards were sent to Poland's eastern border.", "PL"),
        ("Thailand watches. Thailand is calm.\n\nMyanmar's remote border regions hold 9,000 people.", "MM"),
        ("China moved 900 soldiers to Xinjiang's border with Kazakhstan.", "CN-KZ"),
        ("Russia is calm. Ingushetia, which shares a border with Chechnya, hosts 900 people.", None),
        ("Dagestan's border with Chechnya is guarded by 900 soldiers.", None),
        ("Assam's border with Mizoram is shut.", None),
        ("Kenya helps. Kenya has 900 soldiers on our southern border, the minister said in Mogadishu, Somalia.",
         "KE-SO"),
    ],
)  # fmt: skip
def test_a_border_without_a_name_is_that_of_the_countries_that_the_article_is_about(
    text: str, border: str | None
) -> None:
    found = [t.place.id for t in placed(text).toponyms if t.place and t.place.kind is PlaceKind.BORDER]
    assert found == ([f"border:{border}"] if border else [])


@pytest.mark.parametrize(
    "text",
    [
        "Polish border guards fired shots.",  # people
        "France borders Spain.",  # a verb
        "There is no border between France and Uzbekistan.",
        "The border issue was not discussed.",
    ],
)
def test_other_borders_are_no_place(text: str) -> None:
    assert not [t for t in placed(text).toponyms if t.place and t.place.kind is PlaceKind.BORDER]


def test_the_countries_of_a_border_stand_inside_it_and_after_it_in_order() -> None:
    outer, *inner = placed("Troops dug in along Chad's border with Sudan on Monday.").toponyms
    assert outer.text == "Chad's border with Sudan"
    assert [t.text for t in inner] == ["Chad", "Sudan"]
    assert all(outer.span.holds(t.span) for t in inner)


@pytest.mark.parametrize(
    ("text", "words", "place", "name"),
    [
        ("The militants advanced in northern Mali.", "northern Mali", "region:ML-north", "northern Mali"),
        ("Fighting in the north of Ethiopia went on.", "north of Ethiopia", "region:ET-north", "northern Ethiopia"),
        (
            "Floods hit the eastern provinces of Turkey.",
            "eastern provinces of Turkey",
            "region:TR-east",
            "eastern Turkey",
        ),
        ("Syria's northwest was shelled.", "Syria's northwest", "region:SY-north-west", "northwestern Syria"),
        (
            "Clashes shook south-eastern Ukraine.",
            "south-eastern Ukraine",
            "region:UA-south-east",
            "southeastern Ukraine",
        ),
        ("Niger sent troops to the west of the country.", "west of the country", "region:NE-west", "western Niger"),
    ],
)
def test_a_part_of_a_country_is_an_area_of_its_own(text: str, words: str, place: str, name: str) -> None:
    found = placed(text).place(words)
    assert (found.id, found.name, found.precision) == (place, name, Precision.AREA)
    assert found.note is not None
    assert "provinces" in found.note


@pytest.mark.parametrize("name", ["South Sudan", "North Korea", "Western Sahara", "East Timor", "South Africa"])
def test_a_country_whose_name_begins_with_a_side_is_no_part_of_another(name: str) -> None:
    found = placed(f"More than 500 people fled from {name} last week.")
    assert [t.text for t in found.toponyms] == [name]
    assert found.place(name).kind is PlaceKind.COUNTRY


def test_a_base_in_a_town_is_a_circle_and_its_short_forms_mean_it_too() -> None:
    text = (
        "About 400 troops at Russia's 102nd military base in Armenia's capital Yerevan took part in drills.\n\n"
        "The 102nd base is one of the largest abroad. The base houses 3,000 soldiers."
    )
    found = placed(text)
    place = found.place("102nd military base")
    town = found.place("Yerevan")
    assert place.name == "102nd military base"
    assert (place.kind, place.precision, place.anchor) == (PlaceKind.SITE, Precision.RADIUS, town.id)
    assert (place.lat, place.lon, place.countries) == (town.lat, town.lon, ("AM",))
    assert found.place("102nd base") == found.place("base") == place


def test_a_base_with_only_a_country_is_not_at_the_countrys_centre() -> None:
    place = placed("Troops left the 9th military base in Mali on Friday.").place("9th military base")
    assert (place.precision, place.lat, place.lon, place.countries) == (Precision.UNLOCATED, None, None, ("ML",))
    assert place.note is not None


def test_a_base_in_the_country_is_in_the_host_country() -> None:
    text = "Tajikistan asked for aid.\n\nThe troops train at the 4th military base, Moscow's base in the country."
    assert placed(text).place("4th military base").countries == ("TJ",)


def test_airports_and_camps() -> None:
    assert placed("Crowds waited at the airport in Kabul.").place("airport").name == "airport, Kabul"
    assert placed("Shells hit the Zamzam camp in North Darfur.").place("Zamzam camp").id == "site:zamzam-camp"
    camp = placed("Some 700 people live in the Rose camp near El Fasher.").place("Rose camp")
    assert camp.anchor == "gn:379555"


@pytest.mark.parametrize(
    ("text", "words", "km"),
    [
        ("Shells fell near Termez.", "near Termez", 15),
        ("Tanks massed outside Kharkiv.", "outside Kharkiv", 10),
        ("They camped 20 km from Adre.", "20 km from Adre", 20),
        ("The village lies 40 kilometers from Goma.", "40 kilometers from Goma", 40),
        ("They camped ten miles from Goma.", "ten miles from Goma", 16.09),
        ("The camp is thirty kilometres from Adre.", "thirty kilometres from Adre", 30),
    ],
)
def test_a_distance_is_a_circle(text: str, words: str, km: float) -> None:
    found = placed(text).place(words)
    assert (found.precision, found.radius_km) == (Precision.RADIUS, km)
    assert found.anchor is not None


def test_a_distance_with_a_direction_moves_the_circle() -> None:
    found = placed("The convoy stopped 50 km north of Mosul.")
    circle, town = found.place("50 km north of Mosul"), found.place("Mosul")
    assert circle.lat is not None
    assert town.lat is not None
    assert circle.lat - town.lat == pytest.approx(50 / 111.2, abs=0.01)
    assert circle.radius_km == pytest.approx(12, abs=1)


def test_a_distance_from_a_border_keeps_the_line() -> None:
    found = placed("They stopped in Chad, 30 km from the Sudanese border.").place("30 km from the Sudanese border")
    assert (found.kind, found.precision, found.radius_km) == (PlaceKind.BORDER, Precision.LINE, 30)
    assert found.anchor == "border:SD-TD"


def test_no_part_reaches_beyond_its_country() -> None:
    for side in ("north", "south", "east", "west", "north-east", "south-west", "central"):
        members = provinces("AF", side, gazetteer())
        assert 1 <= len(members) < len(gazetteer().provinces("AF"))
        assert {m.countries for m in members} == {("AF",)}
