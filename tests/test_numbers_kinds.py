"""Figures by the kind of sentence that misleads a reader of numbers: at least twelve sentences each."""

import pytest

from geo import numbers
from geo.model import Qualifier
from tests.conftest import processor_time, too_long

EXACTLY, ABOUT, MORE, LEAST, UP_TO, FEWER, BETWEEN, VAGUE = Qualifier

Bounds = tuple[int | None, int | None]


def bounds(text: str) -> list[Bounds]:
    found = numbers.find(text)
    assert [figure.span.of(text) for figure in found] == [figure.words for figure in found]
    return [(figure.low, figure.high) for figure in found]


def at(*values: int) -> list[Bounds]:
    return [(value, value) for value in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The garrison in Goma grew by 700 to 4,300 soldiers.", at(4_300)),
        ("The number of refugees in Malawi rose by 2,000 to 61,000 in May.", at(61_000)),
        ("Camp numbers climbed last week by about 400 to 9,100.", at(9_100)),
        ("Its force in Latvia went up 250 to 1,900 troops.", at(1_900)),
        ("The count of evacuees dropped 6,000 to 44,000.", at(44_000)),
        ("The refugee population shrank by 30,000 to 12,000.", at(12_000)),
        ("The deployment was cut by 900 to 3,600 soldiers.", at(3_600)),
        ("Displacement increased by more than 5,000 to 88,000 people.", at(88_000)),
        ("The number of migrants fell by 300, to 2,700.", at(2_700)),
        ("The mission has 5,400 troops, up 600 from June.", at(5_400)),
        ("Some 21,000 refugees live there, down 1,500 from last year.", [(21_000, 21_000)]),
        ("The total rose 12% to 5,900 refugees.", at(5_900)),
        ("The force swelled by two thousand to eleven thousand soldiers.", at(11_000)),
        ("An increase of 800 to 6,100 troops is planned.", at(6_100)),
        ("The number jumped from 300 to 1,400 migrants.", at(300, 1_400)),
        ("The town was retaken by 2,000 to 3,000 fighters.", [(2_000, 3_000)]),
        ("Poland will raise its force by 2,000 to 3,000 soldiers.", [(2_000, 3_000)]),
        ("Troop levels rose by 500 in May to 3,000.", at(3_000)),
        ("The number of evacuees grew by 10,000 in a week, to 85,000.", at(85_000)),
        ("The total has increased from 3,000 by 2,000 to 5,000.", at(3_000, 5_000)),
        ("The town was defended by 300 to 1,200 men.", [(300, 1_200)]),
        ("Coastguards picked up 300 to 400 migrants.", [(300, 400)]),
        ("The navy picked up 300 migrants.", at(300)),
        ("Greece has counted 37,000 arrivals, 3,000 more than in the whole of 2014.", at(37_000)),
    ],
)
def test_a_change_is_no_figure_and_no_range(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The number of displaced is 8,000, not 80,000, the agency said.", ["8,000"]),
        ("The governor said 40, not 400, soldiers had deserted.", ["40"]),
        ("Some 250 refugees, not 2,500, had reached Adre.", ["Some 250"]),
        ("About 900 rather than 9,000 families fled.", ["About 900"]),
        ("The army sent 600 troops instead of the promised 1,000.", ["600"]),
        ("It was 70 fighters and not 700, he said.", ["70"]),
        ("Not 300 but 3,000 soldiers crossed.", ["3,000"]),
        ("The camp holds 5,500 (not 55,000) people.", ["5,500"]),
        ("The camp holds 5,500 — not 55,000 — people.", ["5,500"]),
        ("Norway has 120 soldiers there, as opposed to 1,200.", ["120"]),
        ("The town took in 300 evacuees, not the 3,000 first reported.", ["300"]),
        ("Two hundred, not two thousand, rebels surrendered.", ["Two hundred"]),
        ("No more than 300, not 3,000, troops are left.", ["No more than 300"]),
        ("Not fewer than 300 soldiers came, and not even 50 stayed.", ["Not fewer than 300", "not even 50"]),
        ("The village did not shelter 300 refugees.", ["300"]),
    ],
)
def test_a_figure_that_the_text_refuses_is_none(text: str, words: list[str]) -> None:
    assert [figure.words for figure in numbers.find(text)] == words


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The governor said 40, not 400, soldiers had deserted.", "soldiers"),
        ("About 700, rather than 7,000, refugees came.", "refugees"),
        ("Some 800, mostly Kenyan, troops remain.", "troops"),
        ("Around 90, all of them local, fighters gave up.", "fighters"),
        ("Some 1,200, perhaps 1,600, soldiers are left.", "soldiers"),
        ("The camp holds 5,500 (not 55,000) people.", "people"),
        ("The camp holds 5,500 — not 55,000 — people.", "people"),
        ("About 60, mainly elderly, villagers stayed.", "villagers"),
        ("Some 2,000 (out of 2,500) soldiers left.", "soldiers"),
        ("Nearly 400, largely unarmed, recruits fled.", "recruits"),
        ("He counted 300, if that, militants.", "militants"),
        ("They sent 500, or perhaps 600, marines.", "marines"),
        ("They sent 500 marines, mostly young, men said.", "marines"),
    ],
)
def test_number_and_noun_meet_behind_an_aside(text: str, noun: str) -> None:
    figure = numbers.find(text)[0]
    assert text[numbers.aside_end(text, figure.span.end) :].lstrip().startswith(noun)


@pytest.mark.parametrize(
    "text",
    [
        "It killed 12, injured 30, soldiers said.",
        "The army lost 300, the rebels 40.",
        "Of 600, most were women.",
        "There were 300 soldiers, mostly conscripts, troops said.",
    ],
)
def test_a_comma_is_no_aside(text: str) -> None:
    figure = numbers.find(text)[0]
    assert numbers.aside_end(text, figure.span.end) == figure.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 3,45,000 people were moved in Kerala.", at(345_000)),
        ("Some 1,80,500 villagers left the coast.", at(180_500)),
        ("At least 23,45,678 people were evacuated.", [(2_345_678, None)]),
        ("The camps hold 15,00,000 refugees.", at(1_500_000)),
        ("Between 2,00,000 and 2,50,000 people fled.", [(200_000, 250_000)]),
        ("Nearly 1,10,000-1,20,000 soldiers are in the valley.", [(110_000, 120_000)]),
        ("More than 4,12,000 Rohingya came.", [(412_000, None)]),
        ("The total went from 1,05,000 to 1,35,000 refugees.", at(105_000, 135_000)),
        ("The state sheltered 99,999 and then 1,00,001 people.", at(99_999, 100_001)),
        ("Up to 1,00,00,000 people live on the plain.", [(None, 10_000_000)]),
        ("Rs 2,35,000 was paid to 300 families.", at(300)),
        ("₹10,00,000 crore was spent.", []),
        ("The dam is 1,25,430 metres long.", []),
        ("Some 2,35,00 men", []),
        ("Some 1,2345 men", []),
        ("5,00,000 to 6,00,000 migrants walked home.", [(500_000, 600_000)]),
    ],
)
def test_indian_grouping(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany took in 1,3 million refugees.", at(1_300_000)),
        ("About 3,4m people have fled.", at(3_400_000)),
        ("Some 7,5 thousand soldiers arrived.", at(7_500)),
        ("Nearly 1.5 mln people left.", at(1_500_000)),
        ("About 2.2 mn refugees live there.", at(2_200_000)),
        ("Over 3 m people were uprooted.", [(3_000_000, None)]),
        ("Some 4 mil people moved.", at(4_000_000)),
        ("Some 250 k refugees are in Brno.", at(250_000)),
        ("Around 16 thsd. troops are stationed there.", at(16_000)),
        ("Italy has 1.300 troops in Iraq and 1.050 in Lebanon.", at(1_300, 1_050)),
        ("The number of refugees in Portugal rose to 57.500.", at(57_500)),
        ("It has sent 1.250 of its soldiers.", at(1_250)),
        ("The 1,200 soldiers left.", at(1_200)),
        ("The 1,200 left.", at(1_200)),
        ("Some 0.5 million people fled, 0,4 million of them by sea.", at(500_000, 400_000)),
        ("About 1,250 million people live there.", at(1_250_000_000)),
        ("Between 1,2 and 1,5 million people fled.", [(1_200_000, 1_500_000)]),
        ("About 2,1-2,4 million people fled.", [(2_100_000, 2_400_000)]),
        ("The trench is 2,3m deep.", []),
        ("The wall is 300 m long.", []),
        ("The index rose to 3.275 points.", []),
        ("The road is 98.500 km long.", []),
        ("They paid 12,5 million euros.", []),
        ("a 2.5 mln dollar plan", []),
    ],
)
def test_european_marks_and_short_scales(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 700 but no more than 900 soldiers stayed.", [(700, 900)]),
        ("More than 300 but fewer than 400 families fled.", [(300, 400)]),
        ("No fewer than 40 and at most 60 fighters are left.", [(40, 60)]),
        ("At least 1,000, but not more than 1,200, troops came.", [(1_000, 1_200)]),
        ("Between 200 and not more than 300 soldiers left.", [(200, 300)]),
        ("From 4,000 to 5,000 rebels are in the hills.", [(4_000, 5_000)]),
        ("There are from 300 to 400 refugees in the school.", [(300, 400)]),
        ("Estimates run from 6,000 to 8,000 people.", [(6_000, 8_000)]),
        ("The force was expanded from 600 to 900 soldiers.", at(600, 900)),
        ("The number went from 2,000 to 3,000.", at(2_000, 3_000)),
        ("Some 1,200, perhaps 1,600, soldiers are left.", [(1_200, 1_600)]),
        ("About 500, or even 600, people hid there.", [(500, 600)]),
        ("Some 300 (perhaps 400) migrants drowned.", [(300, 400)]),
        ("About 1,200/1,500 fighters came.", [(1_200, 1_500)]),
        ("Some 800, mostly Kenyan, troops remain.", at(800)),
        ("They have 300 men, if that.", [(None, 300)]),
        ("They have 300, if that.", [(None, 300)]),
        ("At least 300 soldiers but no more than 50 officers came.", [(300, None), (None, 50)]),
        ("The 2020/21 season", []),
        ("at 24/7 readiness", []),
    ],
)
def test_ranges_told_apart(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Tens, if not hundreds, of thousands of people left.", "Tens, if not hundreds, of thousands", 20_000, 999_999),
        ("tens or hundreds of thousands of refugees", "tens or hundreds of thousands", 20_000, 999_999),
        ("tens or even hundreds of thousands fled", "tens or even hundreds of thousands", 20_000, 999_999),
        ("tens, perhaps hundreds, of millions of people", "tens, perhaps hundreds, of millions", 2 * 10**7, 10**9 - 1),
        ("tens – if not hundreds – of thousands fled", "tens – if not hundreds – of thousands", 20_000, 999_999),
        ("tens (if not hundreds) of thousands fled", "tens (if not hundreds) of thousands", 20_000, 999_999),
        ("tens and possibly hundreds of thousands fled", "tens and possibly hundreds of thousands", 20_000, 999_999),
        ("tens to hundreds of thousands of people", "tens to hundreds of thousands", 20_000, 999_999),
        ("hundreds, if not thousands, of villagers", "hundreds, if not thousands", 200, 9_999),
        ("thousands, if not tens of thousands, left", "thousands, if not tens of thousands", 2_000, 99_999),
        ("tens of soldiers", "tens", 20, 99),
        ("tens or hundreds of people fled", "tens or hundreds", 20, 999),
        ("dozens, perhaps hundreds, of soldiers", "dozens, perhaps hundreds", 24, 999),
        ("tens of thousands of people", "tens of thousands", 20_000, 99_999),
        ("a few tens of thousands of people", "a few tens of thousands", 20_000, 99_999),
    ],
)
def test_vague_words_that_rise(text: str, words: str, low: int, high: int) -> None:
    (found,) = numbers.find(text)
    assert (found.words, found.qualifier, found.low, found.high) == (words, VAGUE, low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("98,000 (Chad) (2022)", at(98_000)),
        ("refugees: 41,500 (Eritrea), 12,300 (Somalia) (2019)", at(41_500, 12_300)),
        ("(2021)", []),
        ("IDPs (2020): 450,000", at(450_000)),
        ("Refugees, 2018", []),
        ("15*30 soldiers", []),
        ("4*** 700 people", at(700)),
        ("3,112__,518 refugees", []),
        ("1_000 refugees", []),
        ("12~500 soldiers", []),
        ("5|000 soldiers", []),
        ("7**000 soldiers", []),
        ("Some 3,000* refugees came.", at(3_000)),
        ("Some 300^2 soldiers left.", at(300)),
        ("Some 3,000[4] refugees came.", at(3_000)),
    ],
)
def test_years_and_marks_make_no_number(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1398 some 200 border guards deserted.", at(200)),
        ("On 12 Hamal 1401, about 500 people fled.", at(500)),
        ("Since 1 Muharram 1444, 8,000 pilgrims have come.", at(8_000)),
        ("In Mizan 1400 the force had 3,000 soldiers.", at(3_000)),
        ("By Ramadan 1443 the camp held 900 people.", at(900)),
        ("On 3 Mordad 1399, 60 soldiers crossed.", at(60)),
        ("Since 1401, 40,000 Afghans have been sent back.", at(40_000)),
        ("On Tir 20, 1401, 70 villagers left.", at(70)),
        ("In 2566 some 300 refugees crossed the Moei.", at(300)),
        ("In Kislev 5781 300 soldiers were called up.", at(300)),
        ("In 1838 some 4,500 soldiers marched out.", at(4_500)),
        ("Until 1400, 300 soldiers guarded the pass.", at(300)),
        ("The base holds 1400 soldiers.", at(1_400)),
        ("In all 1400 soldiers came.", at(1_400)),
        ("More than 1400 refugees came in 1400 tents.", [(1_400, None), (1_400, 1_400)]),
    ],
)
def test_years_of_other_calendars_are_no_people(text: str, expected: list[Bounds]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    "piece",
    ["1 ", "one hundred ", "1,", "from 1 to ", "by 1 to ", "1, not ", "1, perhaps ", "tens, ", "at least 1 but "],
)
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        return processor_time(lambda: numbers.find(text))

    seconds(500)
    assert too_long(seconds, 4_000) is None


@pytest.mark.parametrize(
    "text", ["Kenya sent `5`00 soldiers.", "Kenya sent 5*00* soldiers.", "Some 2024 million fled."]
)
def test_marks_inside_a_number_and_a_year_before_a_scale_make_no_figure(text: str) -> None:
    assert bounds(text) == []
