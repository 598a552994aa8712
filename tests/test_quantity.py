"""Figures about people: bounds, hedges, what is no figure, and text that tries to break the grammar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import numbers
from geo.model import Qualifier
from geo.numbers import words as number_words
from tests.conftest import processor_time

EXACTLY, ABOUT, MORE, LEAST, UP_TO, FEWER, BETWEEN, VAGUE = Qualifier

FIGURES = [
    ("Close on 4,000 migrants waited", "Close on 4,000", Qualifier.ABOUT, 4000, 4000),
    ("just short of fifty thousand people left", "just short of fifty thousand", Qualifier.ABOUT, 50_000, 50_000),
    ("in the order of 900 soldiers", "in the order of 900", Qualifier.ABOUT, 900, 900),
    ("a force exceeding 12,000 men", "exceeding 12,000", Qualifier.MORE_THAN, 12_000, None),
    ("not even 300 families came back", "not even 300", Qualifier.FEWER_THAN, None, 300),
    # the figure alone
    ("77 Afghan civilians had crossed", "77", EXACTLY, 77, 77),
    ("relocated 20,000 troops", "20,000", EXACTLY, 20_000, 20_000),
    ("exactly 77 civilians", "exactly 77", EXACTLY, 77, 77),
    ("a total of 300 soldiers", "300", EXACTLY, 300, 300),
    ("2,500,000 people", "2,500,000", EXACTLY, 2_500_000, 2_500_000),
    ("20 000 troops", "20 000", EXACTLY, 20_000, 20_000),
    ("20\u00a0000 troops", "20\u00a0000", EXACTLY, 20_000, 20_000),
    ("20\u202f000 troops", "20\u202f000", EXACTLY, 20_000, 20_000),
    ("20\u2009000 troops", "20\u2009000", EXACTLY, 20_000, 20_000),
    ("20'000 troops", "20'000", EXACTLY, 20_000, 20_000),
    ("20’000 troops", "20’000", EXACTLY, 20_000, 20_000),
    ("61, 000 people", "61, 000", EXACTLY, 61_000, 61_000),
    ("about 2, 000 people", "about 2, 000", ABOUT, 2_000, 2_000),
    ("20000 troops", "20000", EXACTLY, 20_000, 20_000),
    ("1.250.000 refugees", "1.250.000", EXACTLY, 1_250_000, 1_250_000),
    ("12.500 refugees", "12.500", EXACTLY, 12_500, 12_500),
    ("5.500 troops", "5.500", EXACTLY, 5_500, 5_500),
    ("a 1,500-strong contingent", "1,500-strong", EXACTLY, 1_500, 1_500),
    ("a 12-member delegation", "12-member", EXACTLY, 12, 12),
    ("On Wednesday 300 soldiers crossed", "300", EXACTLY, 300, 300),
    ("In July 14 soldiers were killed", "14", EXACTLY, 14, 14),
    ("In Kabul 500 Russians waited", "500", EXACTLY, 500, 500),
    ("On July 14 300 soldiers crossed", "300", EXACTLY, 300, 300),
    ("killing—300 of them", "300", EXACTLY, 300, 300),
    ("(300 of them civilians)", "300", EXACTLY, 300, 300),
    ("Fighting killed 300.", "300", EXACTLY, 300, 300),
    ("-Thousands of villagers wait", "Thousands", VAGUE, 2_000, 9_999),
    ("raised admissions for 2021 to 62,500", "62,500", EXACTLY, 62_500, 62_500),
    ("sent another hundred to the fairgrounds", "another hundred", EXACTLY, 100, 100),
    # scale words
    ("1.2 million people", "1.2 million", EXACTLY, 1_200_000, 1_200_000),
    ("1.234 million people", "1.234 million", EXACTLY, 1_234_000, 1_234_000),
    ("1.2m people", "1.2m", EXACTLY, 1_200_000, 1_200_000),
    ("3m refugees", "3m", EXACTLY, 3_000_000, 3_000_000),
    ("20k Afghan troops", "20k", EXACTLY, 20_000, 20_000),
    ("12 thousand refugees", "12 thousand", EXACTLY, 12_000, 12_000),
    ("1.5 lakh refugees", "1.5 lakh", EXACTLY, 150_000, 150_000),
    ("two crore voters", "two crore", EXACTLY, 20_000_000, 20_000_000),
    ("half a million refugees", "half a million", EXACTLY, 500_000, 500_000),
    ("a quarter of a million people", "a quarter of a million", EXACTLY, 250_000, 250_000),
    ("three quarters of a million people", "three quarters of a million", EXACTLY, 750_000, 750_000),
    ("two and a half million people", "two and a half million", EXACTLY, 2_500_000, 2_500_000),
    ("a million and a half people", "a million and a half", EXACTLY, 1_500_000, 1_500_000),
    # words
    ("two thousand five hundred soldiers", "two thousand five hundred", EXACTLY, 2_500, 2_500),
    ("three hundred and five men", "three hundred and five", EXACTLY, 305, 305),
    ("twenty-one soldiers", "twenty-one", EXACTLY, 21, 21),
    ("a hundred soldiers", "a hundred", EXACTLY, 100, 100),
    ("a thousand men", "a thousand", EXACTLY, 1_000, 1_000),
    ("a dozen men", "a dozen", EXACTLY, 12, 12),
    ("half a dozen men", "half a dozen", EXACTLY, 6, 6),
    ("two dozen men", "two dozen", EXACTLY, 24, 24),
    ("Two soldiers fled", "Two", EXACTLY, 2, 2),
    ("one soldier fled", "one", EXACTLY, 1, 1),
    ("at least one soldier", "at least one", LEAST, 1, None),
    ("only one soldier survived", "one", EXACTLY, 1, 1),
    ("one more soldier died", "one more", EXACTLY, 1, 1),
    ("three hundred and fifty thousand people", "three hundred and fifty thousand", EXACTLY, 350_000, 350_000),
    ("1200000 people", "1200000", EXACTLY, 1_200_000, 1_200_000),
    ("300 day labourers", "300", EXACTLY, 300, 300),
    ("ten families", "ten", EXACTLY, 10, 10),
    ("a couple of hundred men", "a couple of hundred", EXACTLY, 200, 200),
    # about
    ("about 1,000 troops", "about 1,000", ABOUT, 1_000, 1_000),
    ("Some 230,000 members", "Some 230,000", ABOUT, 230_000, 230_000),
    ("around 300 men", "around 300", ABOUT, 300, 300),
    ("roughly 300 men", "roughly 300", ABOUT, 300, 300),
    ("approximately 300 men", "approximately 300", ABOUT, 300, 300),
    ("an estimated 1.2 million people", "an estimated 1.2 million", ABOUT, 1_200_000, 1_200_000),
    ("nearly 5,000 men", "nearly 5,000", ABOUT, 5_000, 5_000),
    ("almost 5,000 men", "almost 5,000", ABOUT, 5_000, 5_000),
    ("close to 5,000 men", "close to 5,000", ABOUT, 5_000, 5_000),
    ("nearly half a million people", "nearly half a million", ABOUT, 500_000, 500_000),
    ("300 or so soldiers", "300 or so", ABOUT, 300, 300),
    ("a dozen or so soldiers", "a dozen or so", ABOUT, 12, 12),
    ("~300 soldiers", "~300", ABOUT, 300, 300),
    # open at the top
    ("more than 1,000 Afghan troops", "more than 1,000", MORE, 1_000, None),
    ("over 1,000 troops", "over 1,000", MORE, 1_000, None),
    ("well over 1,000 troops", "well over 1,000", MORE, 1_000, None),
    ("in excess of 300 men", "in excess of 300", MORE, 300, None),
    ("upwards of 300 men", "upwards of 300", MORE, 300, None),
    ("more than about 300 men", "more than about 300", MORE, 300, None),
    ("at least 300 men", "at least 300", LEAST, 300, None),
    ("no fewer than 300 men", "no fewer than 300", LEAST, 300, None),
    ("no less than 300 men", "no less than 300", LEAST, 300, None),
    ("as few as 300 men", "as few as 300", LEAST, 300, None),
    ("300 or more men", "300 or more", LEAST, 300, None),
    ("300-plus men", "300-plus", LEAST, 300, None),
    ("300+ men", "300+", LEAST, 300, None),
    # open at the bottom
    ("up to 5,000 men", "up to 5,000", UP_TO, None, 5_000),
    ("as many as 5,000 men", "as many as 5,000", UP_TO, None, 5_000),
    ("no more than 5,000 men", "no more than 5,000", UP_TO, None, 5_000),
    ("fewer than 300 men", "fewer than 300", FEWER, None, 300),
    ("less than 300 men", "less than 300", FEWER, None, 300),
    ("under 300 men", "under 300", FEWER, None, 300),
    ("just under 300 men", "just under 300", FEWER, None, 300),
    # ranges
    ("between 200 and 300 men", "between 200 and 300", BETWEEN, 200, 300),
    ("between two hundred and three hundred men", "between two hundred and three hundred", BETWEEN, 200, 300),
    ("between about 200 and 300 men", "between about 200 and 300", BETWEEN, 200, 300),
    ("300 to 400 men", "300 to 400", BETWEEN, 300, 400),
    ("200-300 men", "200-300", BETWEEN, 200, 300),
    ("200–300 men", "200–300", BETWEEN, 200, 300),
    ("200 or 300 men", "200 or 300", BETWEEN, 200, 300),
    ("two or three soldiers", "two or three", BETWEEN, 2, 3),
    ("2-3 people", "2-3", BETWEEN, 2, 3),
    ("1000-1500 soldiers", "1000-1500", BETWEEN, 1_000, 1_500),
    ("about 200 to 300 men", "about 200 to 300", BETWEEN, 200, 300),
    ("10-15,000 men", "10-15,000", BETWEEN, 10_000, 15_000),
    ("20 to 30,000 men", "20 to 30,000", BETWEEN, 20_000, 30_000),
    ("500 to 1,000 men", "500 to 1,000", BETWEEN, 500, 1_000),
    ("two to three thousand men", "two to three thousand", BETWEEN, 2_000, 3_000),
    ("five or six hundred men", "five or six hundred", BETWEEN, 500, 600),
    ("1.2 to 1.5 million people", "1.2 to 1.5 million", BETWEEN, 1_200_000, 1_500_000),
    ("anywhere from 200 to 300 men", "200 to 300", BETWEEN, 200, 300),
    ("at least 200 to 300 men", "at least 200 to 300", LEAST, 200, None),
    # vague
    ("several hundred soldiers", "several hundred", VAGUE, 200, 900),
    ("a few hundred soldiers", "a few hundred", VAGUE, 200, 900),
    ("hundreds of soldiers", "hundreds", VAGUE, 200, 999),
    ("Hundreds fled", "Hundreds", VAGUE, 200, 999),
    ("several thousand soldiers", "several thousand", VAGUE, 2_000, 9_000),
    ("a few thousand soldiers", "a few thousand", VAGUE, 2_000, 9_000),
    ("thousands of soldiers", "thousands", VAGUE, 2_000, 9_999),
    ("many thousands of soldiers", "many thousands", VAGUE, 2_000, 9_999),
    ("tens of thousands of people", "tens of thousands", VAGUE, 20_000, 99_999),
    ("hundreds of thousands of people", "hundreds of thousands", VAGUE, 200_000, 999_999),
    ("millions of people", "millions", VAGUE, 2_000_000, 9_999_999),
    ("dozens of men", "dozens", VAGUE, 24, 99),
    ("scores of men", "scores", VAGUE, 40, 199),
    ("more than several hundred men", "more than several hundred", VAGUE, 200, None),
    ("at least hundreds of men", "at least hundreds", VAGUE, 200, None),
    ("up to several hundred men", "up to several hundred", VAGUE, None, 900),
    ("hundreds or even thousands of men", "hundreds or even thousands", VAGUE, 200, 9_999),
    # on top of another figure
    ("another 500 men", "another 500", EXACTLY, 500, 500),
    ("a further 2,000 men", "a further 2,000", EXACTLY, 2_000, 2_000),
    ("an additional 300 men", "an additional 300", EXACTLY, 300, 300),
    ("at least another 500 men", "at least another 500", LEAST, 500, None),
    ("500 more men", "500 more", EXACTLY, 500, 500),
    # four digits that are no year
    ("2000 soldiers", "2000", EXACTLY, 2_000, 2_000),
    ("2000 Afghan soldiers", "2000", EXACTLY, 2_000, 2_000),
    ("a force of 2000 soldiers", "2000", EXACTLY, 2_000, 2_000),
    ("more than 2000 were displaced", "more than 2000", MORE, 2_000, None),
    ("2,012 soldiers", "2,012", EXACTLY, 2_012, 2_012),
]


@pytest.mark.parametrize(("text", "words", "qualifier", "low", "high"), FIGURES)
def test_a_figure_is_read_with_its_hedge_and_bounds(
    text: str, words: str, qualifier: Qualifier, low: int | None, high: int | None
) -> None:
    (found,) = numbers.find(text)
    assert (found.words, found.qualifier, found.low, found.high) == (words, qualifier, low, high)
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("300 Uzbek and 1,200 Russian soldiers", ["300", "1,200"]),
        ("rose from 300 to 400 soldiers", ["300", "400"]),
        ("200 soldiers and 300 civilians", ["200", "300"]),
        ("300 or more than 500 soldiers", ["300", "more than 500"]),
        ("It killed 12, 300 fled", ["12", "300"]),
        ("300 soldiers, including two officers, fled", ["300", "two"]),
        ("In 2012 about 300 soldiers came, and 50 in 2013.", ["about 300", "50"]),
        ("Some 230,000 members took part and the capital also relocated 20,000 troops", ["Some 230,000", "20,000"]),
    ],
)
def test_several_figures_in_one_sentence(text: str, words: list[str]) -> None:
    assert [found.words for found in numbers.find(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        # ordinals, units, names, codes
        "the 201st military base",
        "the 26th brigade",
        "the twenty-first attack",
        "Brigade 93 attacked",
        "Unit 61398 is",
        "Resolution 2254 calls",
        "World War Two.",
        "T-72 tanks",
        "Su-25 jets",
        "Su-25s flew",
        "an M1 tank",
        "COVID-19 cases",
        "S-300 systems",
        "call 555-1234 for",
        "call +992 372 21 for",
        "code 123456789012 was",
        "code 12208114 was",
        "CNY860 million for",
        "at least one of the soldiers",
        "about 1 in 6,500 children",
        "2,5 00 men",
        "1,2345 men",
        "#300 trending",
        # years, dates, times
        "Set up in 2005 and",
        "In 2012, the country",
        "the base through 2042 so",
        "the 2012 elections",
        "in 2012 soldiers left",
        "In 2020 the army",
        "around 2015 the army",
        "the 1990s war",
        "on July 14 the army",
        "on July 14, 2021, the army",
        "14 July 2021",
        "the drills, August 5-10, will",
        "between 5 and 10 July",
        "2021-07-14",
        "14/07/2021",
        "at 10:30 on",
        "at 5 p.m. on",
        "at 1500 GMT",
        # money, shares, measures
        "$5 million",
        "$5-10 million",
        "a US$300 payment",
        "5 million euros",
        "10 million US dollars",
        "£300",
        "300 rubles",
        "90% of the border",
        "90 percent of",
        "90 per cent of",
        "ten percent of",
        "20 km away",
        "20km away",
        "300 miles of",
        "hundreds of miles away",
        "thousands of dollars",
        "20 nautical miles",
        "300 square kilometres",
        "300m away",
        "two weeks ago",
        "two more weeks",
        "two or three weeks",
        "for 48 hours",
        "the 1,357-kilometre border",
        "a two-year deal",
        "two- to three-year terms",
        "in 30 degrees",
        "three times as many",
        # ages
        "a man aged 34 was",
        "a 34-year-old man",
        "he is 34 years old",
        "Ahmad Karimi, 34, said",
        "not want to go back said Noha 45 asking not to be named",
        "we were scared said Samira Haddad 55 who left",
        "children under 18.",
        "aged between 18 and 27",
        "aged 9, 8 and 4,",
        "He was 82.",
        # ratios, scores, lists, decimals
        "won 3-1 at home",
        "one in five people",
        "nine out of 10 people",
        "two-thirds of the army",
        "a third of it",
        "3.5 of them",
        "1. The army",
        "2) The army",
        "(3)",
        # one as a pronoun
        "one of the soldiers",
        "one another",
        "no one came",
        "the one that",
        "One was killed",
        "0 soldiers",
        "several soldiers",
        "a stream of Afghans",
        "",
    ],
)
def test_numbers_that_count_no_people_are_left_out(text: str) -> None:
    assert [found.words for found in numbers.find(text)] == []


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("control 90% of the border", "90%", 90, 90),
        ("control 90 percent of", "90 percent", 90, 90),
        ("control 90 per cent of", "90 per cent", 90, 90),
        ("nine percent of", "nine percent", 9, 9),
        ("about 85% of", "about 85%", 85, 85),
        ("more than 85% of", "more than 85%", 85, None),
        ("between 10 and 15 percent of", "between 10 and 15 percent", 10, 15),
        ("between 10% and 15% of", "between 10% and 15%", 10, 15),
        ("10-15% of", "10-15%", 10, 15),
        ("12.5% of", "12.5%", 12, 13),
    ],
)
def test_percentages(text: str, words: str, low: int | None, high: int | None) -> None:
    (found,) = numbers.percentages(text)
    assert (found.words, found.low, found.high) == (words, low, high)
    assert numbers.find(text) == ()


@pytest.mark.parametrize("text", ["90 soldiers", "90 percentage points", "grew 5 per cent points", "no figure"])
def test_no_percentage(text: str) -> None:
    assert numbers.percentages(text) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("another 500", True),
        ("a further 2,000", True),
        ("at least an additional 300", True),
        ("500 more", True),
        ("more than 500", False),
        ("500 or more", False),
        ("500", False),
    ],
)
def test_increments(words: str, *, expected: bool) -> None:
    assert numbers.is_increment(words) is expected


def _spelled(number: int) -> str:
    small = (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen"
    ).split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    for size, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if size == 100 else " "
            return f"{_spelled(number // size)} {name}" + (joint + _spelled(rest) if rest else "")
    if number < 20:
        return small[number - 1]
    return tens[number // 10 - 2] + (f"-{small[number % 10 - 1]}" if number % 10 else "")


@given(st.integers(1, 9_999_999_999))
def test_spelled_numbers_come_back(number: int) -> None:
    words = _spelled(number)
    assert [(words[n.start : n.end], int(n.low)) for n in number_words.numbers(words)] == [(words, number)]


@given(st.integers(1, 9_999_999_999), st.sampled_from(",\u00a0\u2009\u202f'’"))
def test_printed_numbers_come_back(number: int, mark: str) -> None:
    printed = f"{number:,}".replace(",", mark)
    (found,) = numbers.find(f"the {printed} soldiers")
    assert (found.words, found.low, found.high) == (printed, number, number)


# Pieces of real sentences in any order: hedges without numbers, numbers without nouns, dates next to figures.
_PIECES = st.sampled_from(
    (
        "about more than between and to or up 200 1,000 2012 July 14 - – , . % $ one two hundred thousand million "
        "several a few half of soldiers km weeks ago in since from -strong 3.5 12.500 dozens another ( ) ' th "
        "\u00a0 May end the"
    ).split(" ")
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=25).map(" ".join), st.lists(_PIECES).map("".join))


@given(_TEXTS)
def test_any_text_gives_ordered_spans_and_bounds(text: str) -> None:
    for found in (numbers.find(text), numbers.percentages(text)):
        at = 0
        for figure in found:
            assert figure.span.of(text) == figure.words
            assert at <= figure.span.start < figure.span.end
            at = figure.span.end
            assert figure.low is not None or figure.high is not None
            assert figure.low is None or figure.high is None or figure.low <= figure.high


@pytest.mark.parametrize(
    "piece",
    ["1,111", "1 ", "9", "one ", "one hundred and ", "about ", "about 1 ", "between 1 and ", "1-", "July 1 to ",
     "a few ",  "from June to ", "2012-", " ", "$", "A ", "a ", "the end of ", "a" * 50 + " ", "2000 aa "],
)  # fmt: skip
def test_time_grows_with_length_only(piece: str) -> None:
    """Ten times the text takes about ten times as long; a quadratic grammar would take a hundred times."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        return processor_time(lambda: numbers.find(text))

    seconds(1_000)
    short, long = min(seconds(3_000) for _ in range(3)), seconds(30_000)
    assert long < 40 * short + 0.1
