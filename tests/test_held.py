"""Figures of things, of units, of the size of each, of civilians and of crowds: no panel's, whatever soldiers do."""

import pytest

from tests.plain import claims_of

THINGS = [
    ("The frigate unloaded 88 armoured and wheeled vehicles for the French peacekeepers at Tyre on Monday.", []),
    ("The soldiers were flown by helicopter to 12 military outposts in Kunar.", []),
    ("The ministry said about 300 companies of paramilitary forces had been deployed in Bihar for the vote.", []),
    ("By Friday 230 military equipment had been moved to Leh for the brigade.", []),
    ("The troops brought 45 tanks and 80 lorries to Gyumri.", []),
    ("The infantry battalion (Yonif) 512/Strategic Reserve moved to Nduga with 400 soldiers.", ["400"]),
    ("The 45 patrol boats and 900 sailors were moved to Manila.", ["900"]),
    ("India sent 1,000 troops, 40 civilians, 22 mechanics to Wau.", ["1,000"]),
    ("Ghana sent 850 soldiers and 25 civilians to Monrovia.", ["850"]),
    ("About 300,000 people marched in Athens against the deployment of 500 soldiers.", ["500"]),
    ("The army has 10,000 soldiers in Paris, where 2 million people rallied on Sunday.", ["10,000"]),
    ("Three battalions with 2,400 soldiers reached Lviv.", ["2,400"]),
    ("Some 160,000 civilians fled Sake for Goma.", ["Some 160,000"]),
]
SIZES = [
    ("Six National Guard contingents of 300 to 350 troops each were sent to Chiapas.", []),
    ("Villagers were protected by 500 units of 10 or 12 troops in Pattani.", []),
    ("Units, each made up of 25 soldiers, were deployed in 180 villages of Yala.", []),
    ("The 28-member units patrol villages in Yala.", []),
    ("Each battalion of 700 soldiers will spend six months in Kandahar.", []),
    ("The two brigades, each numbering 3,000 soldiers, were moved to Lviv.", []),
    ("The government deployed 40 patrols of eight soldiers each in Bogota.", []),
    ("Migrants crossed to Ceuta in groups of 40 people.", []),
    ("A group of 40 migrants crossed to Ceuta.", ["40"]),
    ("A battalion of 700 soldiers was sent to Kandahar.", ["700"]),
    ("A 28-member unit patrols villages in Yala.", ["28-member"]),
    ("Germany and Poland sent 400 soldiers each to Lithuania.", ["400"]),
    ("The army flew 500 soldiers to Kano each month.", ["500"]),
]
VALUES = [
    ("It is thousands more than the first plan for 3,000 troops in Sonora.", ["3,000"]),
    ("The 500 soldiers in Gao are 200 more than originally planned.", ["500"]),
    ("That is hundreds more than the 1,500 troops in Juba.", ["1,500"]),
    ("More than 500 soldiers were sent to Gao.", ["More than 500"]),
    ("By Friday a personnel of 1940, 48 trucks and a bridge had been moved to Kochi.", ["1940"]),
    ("The garrison in Gao had a strength of 1975 in May.", ["1975"]),
    ("A force of 2010 was sent to Kidal.", ["2010"]),
    ("The army of 1950 had no jets, and the crisis of 2015 sent 500 soldiers to Calais.", ["500"]),
]
MEMBERS = [
    ("A team of 140 officers and soldiers on Monday left from Qingdao for Juba.", ["140"]),
    ("On Friday 47 SDF members arrived in Kigali.", ["47"]),
    ("The 320 members of the fourth detachment returned to Seoul on Monday.", ["320"]),
    ("A military unit that will number 2,400 people is to be stationed in Bria.", ["2,400"]),
    ("A contingent of 210 officers and sailors returned to Busan on Friday.", ["210"]),
    ("China's 410-strong sixth peacekeeping force left for Liberia.", ["410-strong"]),
    ("The 300-member third contingent of engineers arrived in Bria.", ["300-member"]),
    ("Forty members of the football team left for Dakar.", []),
    ("A delegation of 30 officers and officials left for Paris.", []),
    ("A company that will number 2,400 people is to open in Bria.", []),
    ("A delegation of ten officers and clerks left for Paris.", []),
]


@pytest.mark.parametrize(("text", "published"), [*THINGS, *SIZES, *VALUES, *MEMBERS])
def test_only_figures_of_people_and_of_all_of_them_are_published(text: str, published: list[str]) -> None:
    assert [claim.quantity.words for claim in claims_of(text)] == published


def test_a_size_that_looks_like_a_year_dates_nothing() -> None:
    (claim,) = claims_of("By Friday a personnel of 1940, 48 trucks and a bridge had been moved to Kochi.")
    assert claim.quantity.low == 1940
    assert "1940" not in f"{claim.happened} {claim.as_of}"


@pytest.mark.parametrize(
    "text",
    [
        "Only half the 900 marines have left Darwin.",
        "Half of the 900 marines have left Darwin.",
        "One third of the 900 marines had left Darwin by Friday.",
    ],
)
def test_part_of_them_is_not_all_of_them(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.action == "present"
    assert [(use.role, use.place.name) for use in claim.places] == [("at", "Darwin")]


@pytest.mark.parametrize(
    "text", ["All the 900 marines have left Darwin.", "Half of the 900 marines who have left Darwin are ill."]
)
def test_all_of_them_have_gone(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.action == "withdraw"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The force in Haiti has 4,500 soldiers and 1,100 police personnel.", ["soldiers", "police personnel"]),
        ("The mission in Wau will have 1,400 police officers and 3,100 soldiers.", ["police officers", "soldiers"]),
        ("The U-N mission said 300 U-N peacekeepers were sent to Bunia.", ["U-N peacekeepers"]),
        ("About 250 air-force personnel flew to Guam.", ["air-force personnel"]),
    ],
)
def test_who_is_counted_is_shown_in_the_words_of_the_article(text: str, counted: list[str]) -> None:
    assert [claim.counted for claim in claims_of(text)] == counted


STILL_THERE = [
    ("Opposition parties are asking the government to withdraw its 1,800 troops from Helmand.", "Helmand"),
    ("The senator urged Chad to pull out its 900 soldiers from Bangui.", "Bangui"),
    ("Lawmakers demanded that Kenya bring home its 3,000 troops in Somalia.", "Somalia"),
    ("If Spain withdraws its 600 soldiers from Herat, others will follow.", "Herat"),
]


@pytest.mark.parametrize(("text", "where"), STILL_THERE)
def test_soldiers_whom_somebody_is_asked_to_withdraw_are_there(text: str, where: str) -> None:
    (claim,) = claims_of(text)
    assert claim.action == "present"
    assert [(use.role, use.place.name) for use in claim.places] == [("at", where)]


@pytest.mark.parametrize(
    "text",
    [
        "The UN asked Ghana to send its 400 soldiers to Wau.",
        "It urged Kenya to withdraw 500 soldiers from Kismayo.",
        "Greece asked Italy to send its 500 migrants to Malta.",
    ],
)
def test_what_others_are_asked_to_do_tells_of_nobody_else(text: str) -> None:
    assert claims_of(text) == ()
