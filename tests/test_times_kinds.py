"""Dates by the kind of sentence that misleads a reader of dates, all on Thursday 16 September 2021."""

from datetime import date

import pytest

from geo import times
from geo.model import Granularity
from geo.times import Bound, Direction
from tests.conftest import processor_time

THURSDAY = date(2021, 9, 16)


def days(text: str, direction: Direction | None = None) -> list[tuple[str, str | None]]:
    """The words of each expression with its days, ``first..last`` or one day."""
    found = []
    for expression in times.find(text):
        assert expression.span.of(text) == expression.words
        told = expression.resolve(THURSDAY, direction)
        if told is None:
            found.append((expression.words, None))
        elif told.first == told.last:
            found.append((expression.words, told.first.isoformat()))
        else:
            found.append((expression.words, f"{told.first.isoformat()}..{told.last.isoformat()}"))
    return found


NIGHTS = [
    ("Overnight Monday to Tuesday, 90 migrants landed.", "Overnight Monday to Tuesday", "2021-09-13..2021-09-14"),
    ("Overnight into Sunday, 40 soldiers deserted.", "Overnight into Sunday", "2021-09-11..2021-09-12"),
    ("Overnight on Saturday the camp burned.", "Overnight on Saturday", "2021-09-11..2021-09-12"),
    ("It was shelled overnight Tuesday.", "overnight Tuesday", "2021-09-14..2021-09-15"),
    ("They crossed overnight from Sunday to Monday.", "overnight from Sunday to Monday", "2021-09-12..2021-09-13"),
    ("They crossed overnight into Wednesday.", "overnight into Wednesday", "2021-09-14..2021-09-15"),
    ("They fled overnight Saturday into Sunday.", "overnight Saturday into Sunday", "2021-09-11..2021-09-12"),
    ("They fled overnight to Friday.", "overnight to Friday", "2021-09-09..2021-09-10"),
    ("They fled overnight on September 3.", "overnight on September 3", "2021-09-03..2021-09-04"),
    ("They fled overnight into September 5.", "overnight into September 5", "2021-09-04..2021-09-05"),
    ("Overnight between Friday and Saturday.", "Overnight between Friday and Saturday", "2021-09-10..2021-09-11"),
    ("Overnight Thursday the shelling went on.", "Overnight Thursday", "2021-09-15..2021-09-16"),
    ("They left overnight.", "overnight", "2021-09-15..2021-09-16"),
    ("They left late on Friday night into Saturday.", "late on Friday night into Saturday", "2021-09-10..2021-09-11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), NIGHTS)
def test_the_day_beside_overnight_wins(text: str, words: str, expected: str) -> None:
    assert days(text) == [(words, expected)]


def test_a_night_to_come() -> None:
    assert days("will leave overnight on Saturday", Direction.FUTURE) == [
        ("overnight on Saturday", "2021-09-18..2021-09-19")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 1398 some 200 border guards deserted.", ["1398"]),
        ("On 12 Hamal 1401, about 500 people fled.", ["12 Hamal 1401"]),
        ("Since 1 Muharram 1444, 8,000 pilgrims have come.", ["Since 1 Muharram 1444"]),
        ("By Ramadan 1443 the camp held 900 people.", ["By Ramadan 1443"]),
        ("On 3 Mordad 1399, 60 soldiers crossed.", ["3 Mordad 1399"]),
        ("Since 1401, 40,000 Afghans have been sent back.", ["Since 1401"]),
        ("On Tir 20, 1401, 70 villagers left.", ["Tir 20, 1401"]),
        ("In 2566 some 300 refugees crossed.", ["2566"]),
        ("On 12 Kislev 5781 300 soldiers were called up.", ["12 Kislev 5781"]),
        ("On the 10th of Dhu al-Hijjah 1442 pilgrims left.", ["the 10th of Dhu al-Hijjah 1442"]),
        ("In Mehr 1400, 300 guards left.", ["Mehr 1400"]),
        ("Between 5 and 9 Mizan 1400 they fled.", ["5 and 9 Mizan 1400"]),
        ("On 21 Meskerem 2014 they left.", ["21 Meskerem 2014"]),
    ],
)
def test_other_calendars_are_found_and_stay_unknown(text: str, words: list[str]) -> None:
    assert days(text) == [(one, None) for one in words]


@pytest.mark.parametrize(
    "text",
    [
        "The base holds 1400 soldiers.",
        "Until 1600 daily",
        "In all 1400 soldiers came.",
        "In 1400 villages power failed.",
        "until 1500 GMT",
        "Asad led 300 men.",
        "at 1430 hours",
        "the Mizan newspaper",
        "Mehr reported 300 dead",
    ],
)
def test_what_is_no_date_of_another_calendar(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They crossed on the 4th.", ("the 4th", "2021-09-04")),
        ("They crossed on the 30th.", ("the 30th", "2021-08-30")),
        ("They crossed on the 12th, the army said.", ("the 12th", "2021-09-12")),
        ("They crossed on the 8th of this month.", ("the 8th of this month", "2021-09-08")),
        ("They crossed on the 21st of last month.", ("the 21st of last month", "2021-08-21")),
        ("They crossed on the second of August.", ("the second of August", "2021-08-02")),
        ("They crossed on June twelfth.", ("June twelfth", "2021-06-12")),
        ("On the twenty-third of May, 90 people left.", ("the twenty-third of May", "2021-05-23")),
        ("On the thirty-first of July, 2020, 90 people left.", ("the thirty-first of July, 2020", "2020-07-31")),
        ("On May second, 90 people left.", ("May second", "2021-05-02")),
        ("They crossed on 25/08/2021.", ("25/08/2021", "2021-08-25")),
        ("They crossed on 08/25/2021.", ("08/25/2021", "2021-08-25")),
        ("They crossed on 25.08.2021.", ("25.08.2021", "2021-08-25")),
        ("They crossed on 9.9.2021.", ("9.9.2021", "2021-09-09")),
        ("They crossed on 25-08-2021.", ("25-08-2021", "2021-08-25")),
        ("They crossed on 2021/08/25.", ("2021/08/25", "2021-08-25")),
        ("They crossed on 25/8/21.", ("25/8/21", "2021-08-25")),
        ("They crossed on 04/08/2021.", ("04/08/2021", None)),
        ("They crossed on 4.8.2021.", ("4.8.2021", None)),
        ("They crossed on 31/31/2021.", ("31/31/2021", None)),
        ("since the 3rd", ("since the 3rd", "2021-09-03..2021-09-16")),
        ("from the 3rd to the 7th", ("from the 3rd to the 7th", "2021-09-03..2021-09-07")),
    ],
)
def test_days_told_in_other_ways(text: str, expected: tuple[str, str | None]) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["on the 3rd floor", "on the 2nd day of talks", "the 4th brigade", "on the 5th attempt",
     "the third of four convoys",
     "the second March on the capital", "version 2.10.1", "a 3.1.4 formation", "the first of many", "24/7"],
)  # fmt: skip
def test_ordinals_that_are_no_days(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 3 and 9 March", ("between 3 and 9 March", "2021-03-03..2021-03-09")),
        ("from 3 March to 9 March", ("from 3 March to 9 March", "2021-03-03..2021-03-09")),
        ("from 28 February until 4 March 2020", ("from 28 February until 4 March 2020", "2020-02-28..2020-03-04")),
        ("between March 3 and March 9", ("between March 3 and March 9", "2021-03-03..2021-03-09")),
        ("in the first half of 2023", ("the first half of 2023", "2023-01-01..2023-06-30")),
        ("in the second half of last year", ("the second half of last year", "2020-07-01..2020-12-31")),
        ("in the past two weeks", ("the past two weeks", "2021-09-02..2021-09-16")),
        ("within the last three days", ("the last three days", "2021-09-13..2021-09-16")),
        ("since January", ("since January", "2021-01-01..2021-09-16")),
        ("by the end of 2020", ("by the end of 2020", "2020-12-31")),
        ("by end-2020", ("by end-2020", "2020-12-31")),
        ("as of 30 June", ("as of 30 June", "2021-06-30")),
        ("as at 30 June 2020", ("as at 30 June 2020", "2020-06-30")),
        ("at the end of 2020", ("the end of 2020", "2020-09-01..2020-12-31")),
        ("in fiscal year 2021", ("fiscal year 2021", "2020-10-01..2021-09-30")),
        ("during Fiscal Year (FY) 2021", ("Fiscal Year (FY) 2021", "2020-10-01..2021-09-30")),
        ("in FY2020", ("FY2020", "2019-10-01..2020-09-30")),
        ("in FY 2019", ("FY 2019", "2018-10-01..2019-09-30")),
        ("in fiscal 2018", ("fiscal 2018", "2017-10-01..2018-09-30")),
        ("in the 2021 fiscal year", ("2021 fiscal year", "2020-10-01..2021-09-30")),
        ("during the first half of fiscal year 2021", ("the first half of fiscal year 2021", "2020-10-01..2021-03-31")),
        ("in H1 2020", ("H1 2020", "2020-01-01..2020-06-30")),
        ("in Q3 2020", ("Q3 2020", "2020-07-01..2020-09-30")),
        ("in the third quarter", ("the third quarter", "2021-07-01..2021-09-30")),
        (
            "from Tuesday night through to Wednesday",
            ("from Tuesday night through to Wednesday", "2021-09-14..2021-09-15"),
        ),
        ("in April and May 2020", ("April and May 2020", "2020-04-01..2020-05-31")),
        ("in December and January", ("December and January", "2020-12-01..2021-01-31")),
        ("from January through June 2021", ("from January through June 2021", "2021-01-01..2021-06-30")),
    ],
)
def test_intervals(text: str, expected: tuple[str, str]) -> None:
    assert days(text) == [expected]


def test_a_fiscal_year_is_an_interval_and_bounds_hold() -> None:
    (found,) = times.find("since fiscal year 2020")
    told = found.resolve(THURSDAY)
    assert told is not None
    assert (found.bound, told.granularity, told.first) == (Bound.SINCE, Granularity.INTERVAL, date(2019, 10, 1))


@pytest.mark.parametrize(
    "piece",
    ["overnight ", "overnight Friday to ", "the 3rd ", "the third of ", "1.1.", "In 1399 ", "1 Muharram ", "FY "],
)
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        return processor_time(lambda: times.find(text))

    seconds(500)
    ratios = []
    for _ in range(3):
        short = min(seconds(2_000) for _ in range(2))
        ratios.append(min(seconds(4_000) for _ in range(2)) / short)
        if ratios[-1] < 2.6:
            return
    pytest.fail(f"twice the text took {min(ratios):.1f} times as long")
