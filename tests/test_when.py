"""Expressions of time: the words found, how they bound an event, and the days that they mean on publication day."""

import inspect
from datetime import date
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import times
from geo.model import Granularity
from geo.times import (
    Bound,
    Direction,
    compound_periods,
    expressions,
    named_periods,
    periods,
    relative_names,
    relative_periods,
)  # fmt: skip
from tests.conftest import processor_time

DAY, WEEK, MONTH, YEAR, INTERVAL = Granularity
PAST, FUTURE = Direction
WEDNESDAY = date(2021, 7, 14)
LATER_WEDNESDAY = date(2021, 7, 28)


def _iso(found: str) -> tuple[date, date]:
    first, _, last = found.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)


# text, words, days on Wednesday 14 July 2021 with no direction given, granularity
TOLD = [
    # absolute days
    ("on July 14, 2021, troops", "July 14, 2021", "2021-07-14", DAY),
    ("on July 14 2021", "July 14 2021", "2021-07-14", DAY),
    ("on 14 July 2021", "14 July 2021", "2021-07-14", DAY),
    ("JULY 14, 2021", "JULY 14, 2021", "2021-07-14", DAY),
    ("on 2021-07-14,", "2021-07-14", "2021-07-14", DAY),
    ("on Wednesday, July 14, the", "Wednesday, July 14", "2021-07-14", DAY),
    ("on July 14th", "July 14th", "2021-07-14", DAY),
    ("on the 14th of July", "the 14th of July", "2021-07-14", DAY),
    ("on 14 July", "14 July", "2021-07-14", DAY),
    ("on Aug. 5, 2020", "Aug. 5, 2020", "2020-08-05", DAY),
    ("on 5 Sept 2020", "5 Sept 2020", "2020-09-05", DAY),
    ("on July 3", "July 3", "2021-07-03", DAY),
    ("on July 20", "July 20", "2021-07-20", DAY),  # within a week
    ("on July 23", "July 23", "2020-07-23", DAY),
    ("on December 3", "December 3", "2020-12-03", DAY),
    ("on 29 February", "29 February", "2020-02-29", DAY),
    ("between 5 and 10 July", "between 5 and 10 July", "2021-07-05..2021-07-10", INTERVAL),
    ("from July 5 to 10", "from July 5 to 10", "2021-07-05..2021-07-10", INTERVAL),
    ("on July 5-10", "July 5-10", "2021-07-05..2021-07-10", INTERVAL),
    ("on July 5–10, 2020", "July 5–10, 2020", "2020-07-05..2020-07-10", INTERVAL),
    ("July 5 and 6", "July 5 and 6", "2021-07-05..2021-07-06", INTERVAL),
    ("July 30 to August 3, 2020", "July 30 to August 3, 2020", "2020-07-30..2020-08-03", INTERVAL),
    ("On July 14 300 soldiers", "July 14", "2021-07-14", DAY),
    ("On July 14, 20 soldiers", "July 14", "2021-07-14", DAY),
    ("In July 14 soldiers died", "July", "2021-07-01..2021-07-31", MONTH),
    ("In July 14,000 soldiers left", "July", "2021-07-01..2021-07-31", MONTH),
    # months, years, seasons
    ("in July", "July", "2021-07-01..2021-07-31", MONTH),
    ("in August", "August", "2020-08-01..2020-08-31", MONTH),
    ("in May", "May", "2021-05-01..2021-05-31", MONTH),
    ("in June 2021", "June 2021", "2021-06-01..2021-06-30", MONTH),
    ("June of 2020", "June of 2020", "2020-06-01..2020-06-30", MONTH),
    ("a January report", "January", "2021-01-01..2021-01-31", MONTH),
    ("early July", "early July", "2021-07-01..2021-07-10", INTERVAL),
    ("mid-June", "mid-June", "2021-06-11..2021-06-20", INTERVAL),
    ("in late June", "late June", "2021-06-21..2021-06-30", INTERVAL),
    ("at the end of June", "the end of June", "2021-06-21..2021-06-30", INTERVAL),
    ("at the beginning of June 2020", "the beginning of June 2020", "2020-06-01..2020-06-10", INTERVAL),
    ("in the first half of June", "the first half of June", "2021-06-01..2021-06-15", INTERVAL),
    ("last July", "last July", "2020-07-01..2020-07-31", MONTH),
    ("last March", "last March", "2021-03-01..2021-03-31", MONTH),
    ("this May", "this May", "2021-05-01..2021-05-31", MONTH),
    ("next May", "next May", "2022-05-01..2022-05-31", MONTH),
    ("in October last year", "October last year", "2020-10-01..2020-10-31", MONTH),
    ("on July 20 of last year", "July 20 of last year", "2020-07-20", DAY),
    ("early October this year", "early October this year", "2021-10-01..2021-10-10", INTERVAL),
    ("in 2012", "2012", "2012-01-01..2012-12-31", YEAR),
    ("set up in 2005 and", "2005", "2005-01-01..2005-12-31", YEAR),
    ("in late 2020", "late 2020", "2020-09-01..2020-12-31", INTERVAL),
    ("in mid-2014", "mid-2014", "2014-05-01..2014-08-31", INTERVAL),
    ("in the first half of 2020", "the first half of 2020", "2020-01-01..2020-06-30", INTERVAL),
    ("in the 1990s", "1990s", "1990-01-01..1999-12-31", INTERVAL),
    ("the 2014-16 war", "2014-16", "2014-01-01..2016-12-31", INTERVAL),
    ("from 2014 to 2016", "from 2014 to 2016", "2014-01-01..2016-12-31", INTERVAL),
    ("between 2014 and 2016", "between 2014 and 2016", "2014-01-01..2016-12-31", INTERVAL),
    ("last summer", "last summer", "2020-06-01..2020-08-31", INTERVAL),
    ("this summer", "this summer", "2021-06-01..2021-08-31", INTERVAL),
    ("next winter", "next winter", "2021-12-01..2022-02-28", INTERVAL),
    ("in the spring", "spring", "2021-03-01..2021-05-31", INTERVAL),
    ("in the summer of 2020", "summer of 2020", "2020-06-01..2020-08-31", INTERVAL),
    # weekdays
    ("on Wednesday", "Wednesday", "2021-07-14", DAY),
    ("earlier Wednesday", "earlier Wednesday", "2021-07-14", DAY),
    ("Earlier on Wednesday", "Earlier on Wednesday", "2021-07-14", DAY),
    ("later Wednesday", "later Wednesday", "2021-07-14", DAY),
    ("late on Tuesday", "late on Tuesday", "2021-07-13", DAY),
    ("a Tuesday briefing", "Tuesday", "2021-07-13", DAY),
    ("on Thursday", "Thursday", "2021-07-08", DAY),
    ("last Wednesday", "last Wednesday", "2021-07-07", DAY),
    ("next Wednesday", "next Wednesday", "2021-07-21", DAY),
    ("this Friday", "this Friday", "2021-07-16", DAY),
    ("on Monday evening", "Monday evening", "2021-07-12", DAY),
    ("on Friday last week", "Friday last week", "2021-07-09", DAY),
    ("on Friday of next week", "Friday of next week", "2021-07-23", DAY),
    ("from Monday to Wednesday", "from Monday to Wednesday", "2021-07-12..2021-07-14", INTERVAL),
    # days from publication
    ("Today, troops", "Today", "2021-07-14", DAY),
    ("yesterday", "yesterday", "2021-07-13", DAY),
    ("the day before yesterday", "the day before yesterday", "2021-07-12", DAY),
    ("tomorrow", "tomorrow", "2021-07-15", DAY),
    ("this morning", "this morning", "2021-07-14", DAY),
    ("last night", "last night", "2021-07-13", DAY),
    ("overnight", "overnight", "2021-07-13..2021-07-14", INTERVAL),
    ("over the weekend", "the weekend", "2021-07-10..2021-07-11", INTERVAL),
    ("last weekend", "last weekend", "2021-07-10..2021-07-11", INTERVAL),
    ("this weekend", "this weekend", "2021-07-17..2021-07-18", INTERVAL),
    ("two days ago", "two days ago", "2021-07-12", DAY),
    ("three weeks ago", "three weeks ago", "2021-06-21..2021-06-27", WEEK),
    ("a month ago", "a month ago", "2021-06-01..2021-06-30", MONTH),
    ("20 years ago", "20 years ago", "2001-01-01..2001-12-31", YEAR),
    ("a few days ago", "a few days ago", "2021-07-05..2021-07-12", INTERVAL),
    ("48 hours ago", "48 hours ago", "2021-07-12", DAY),
    ("two weeks from now", "two weeks from now", "2021-07-26..2021-08-01", WEEK),
    # weeks, months, years
    ("last week", "last week", "2021-07-05..2021-07-11", WEEK),
    ("this week", "this week", "2021-07-12..2021-07-18", WEEK),
    ("next week", "next week", "2021-07-19..2021-07-25", WEEK),
    ("the coming week", "the coming week", "2021-07-19..2021-07-25", WEEK),
    ("last month", "last month", "2021-06-01..2021-06-30", MONTH),
    ("this month", "this month", "2021-07-01..2021-07-31", MONTH),
    ("next month", "next month", "2021-08-01..2021-08-31", MONTH),
    ("last year", "last year", "2020-01-01..2020-12-31", YEAR),
    ("this year", "this year", "2021-01-01..2021-12-31", YEAR),
    ("next year", "next year", "2022-01-01..2022-12-31", YEAR),
    ("Earlier this month, more", "Earlier this month", "2021-07-01..2021-07-14", INTERVAL),
    ("later this month", "later this month", "2021-07-14..2021-07-31", INTERVAL),
    ("earlier this year", "earlier this year", "2021-01-01..2021-07-14", INTERVAL),
    ("late last month", "late last month", "2021-06-21..2021-06-30", INTERVAL),
    ("early next month", "early next month", "2021-08-01..2021-08-10", INTERVAL),
    ("early this week", "early this week", "2021-07-12..2021-07-14", INTERVAL),
    ("at the end of last month", "the end of last month", "2021-06-21..2021-06-30", INTERVAL),
    ("at the end of the week", "the end of the week", "2021-07-16..2021-07-18", INTERVAL),
    ("later in the week", "later in the week", "2021-07-14..2021-07-18", INTERVAL),
    ("so far this year, 500", "so far this year", "2021-01-01..2021-07-14", INTERVAL),
    ("this month so far", "this month so far", "2021-07-01..2021-07-14", INTERVAL),
    ("on Monday and Tuesday", "Monday and Tuesday", "2021-07-12..2021-07-13", INTERVAL),
    ("Last autumn", "Last autumn", "2020-09-01..2020-11-30", INTERVAL),
    ("Next Friday", "Next Friday", "2021-07-16", DAY),
    # parts that are counted
    ("in the third quarter of 2020", "the third quarter of 2020", "2020-07-01..2020-09-30", INTERVAL),
    ("the last quarter of last year", "the last quarter of last year", "2020-10-01..2020-12-31", INTERVAL),
    ("the first three months of 2021", "the first three months of 2021", "2021-01-01..2021-03-31", INTERVAL),
    ("the first six months of the year", "the first six months of the year", "2021-01-01..2021-06-30", INTERVAL),
    ("the last week of June", "the last week of June", "2021-06-24..2021-06-30", INTERVAL),
    ("the second week of June", "June", "2021-06-01..2021-06-30", MONTH),
    ("the last two weeks of June", "the last two weeks of June", "2021-06-17..2021-06-30", INTERVAL),
    ("in the week ending July 11", "the week ending July 11", "2021-07-05..2021-07-11", INTERVAL),
    ("the week that ended on Sunday", "the week that ended on Sunday", "2021-07-05..2021-07-11", INTERVAL),
    ("in the week of June 7", "the week of June 7", "2021-06-07..2021-06-13", INTERVAL),
    ("in the year to June", "the year to June", "2020-07-01..2021-06-30", INTERVAL),
    ("at the turn of the year", "the turn of the year", "2021-01-01..2021-04-30", INTERVAL),
    ("at year-end", "year-end", "2021-09-01..2021-12-31", INTERVAL),
    # stretches
    ("in recent weeks", "recent weeks", "2021-06-16..2021-07-14", INTERVAL),
    ("in recent days", "recent days", "2021-07-07..2021-07-14", INTERVAL),
    ("in recent months", "recent months", "2021-01-14..2021-07-14", INTERVAL),
    ("in the past week", "the past week", "2021-07-07..2021-07-14", INTERVAL),
    ("over the last month", "the last month", "2021-06-14..2021-07-14", INTERVAL),
    ("in the past two weeks", "the past two weeks", "2021-06-30..2021-07-14", INTERVAL),
    ("in the last 48 hours", "the last 48 hours", "2021-07-12..2021-07-14", INTERVAL),
    ("in the past decade", "the past decade", "2011-07-14..2021-07-14", INTERVAL),
    ("over the next week", "the next week", "2021-07-14..2021-07-21", INTERVAL),
    ("over the next two weeks", "the next two weeks", "2021-07-14..2021-07-28", INTERVAL),
    ("in the coming days", "the coming days", "2021-07-14..2021-07-21", INTERVAL),
    ("from June to August", "from June to August", "2021-06-01..2021-08-31", INTERVAL),
    ("June-August 2020", "June-August 2020", "2020-06-01..2020-08-31", INTERVAL),
    ("between December and January 2021", "between December and January 2021", "2020-12-01..2021-01-31", INTERVAL),
    ("from early June to late August", "from early June to late August", "2021-06-01..2021-08-31", INTERVAL),
    ("from Monday until tomorrow", "from Monday until tomorrow", "2021-07-12..2021-07-15", INTERVAL),
]


@pytest.mark.parametrize(("text", "words", "days", "granularity"), TOLD)
def test_words_and_days_on_publication_day(text: str, words: str, days: str, granularity: Granularity) -> None:
    (found,) = times.find(text)
    resolved = found.resolve(WEDNESDAY)
    assert resolved is not None
    assert (found.words, found.span.of(text), found.bound) == (words, words, Bound.IN)
    assert (resolved.first, resolved.last, resolved.granularity) == (*_iso(days), granularity)
    assert resolved.words == words


@pytest.mark.parametrize(
    ("text", "direction", "days"),
    [
        ("on Wednesday", PAST, "2021-07-14"),
        ("on Wednesday", FUTURE, "2021-07-21"),
        ("on Thursday", PAST, "2021-07-08"),
        ("on Thursday", FUTURE, "2021-07-15"),
        ("on Tuesday", FUTURE, "2021-07-20"),
        ("later on Wednesday", FUTURE, "2021-07-14"),
        ("August 5-10", FUTURE, "2021-08-05..2021-08-10"),
        ("August 5-10", PAST, "2020-08-05..2020-08-10"),
        ("July 20", PAST, "2020-07-20"),
        ("July 14", FUTURE, "2021-07-14"),
        ("July 13", FUTURE, "2022-07-13"),
        ("in July", FUTURE, "2021-07-01..2021-07-31"),
        ("in July", PAST, "2021-07-01..2021-07-31"),
        ("mid-August", FUTURE, "2021-08-11..2021-08-20"),
        ("in June", FUTURE, "2022-06-01..2022-06-30"),
        ("over the weekend", FUTURE, "2021-07-17..2021-07-18"),
        ("Monday and Tuesday", FUTURE, "2021-07-19..2021-07-20"),
        ("in the spring", FUTURE, "2022-03-01..2022-05-31"),
        ("from June to August", FUTURE, "2022-06-01..2022-08-31"),
        ("from Monday", FUTURE, "2021-07-19"),
    ],
)
def test_the_verb_s_direction_decides(text: str, direction: Direction, days: str) -> None:
    (found,) = times.find(text)
    resolved = found.resolve(WEDNESDAY, direction)
    assert resolved is not None
    assert (resolved.first, resolved.last) == _iso(days)


@pytest.mark.parametrize(
    ("text", "words", "bound", "days"),
    [
        ("since June", "since June", Bound.SINCE, "2021-06-01..2021-07-14"),
        ("since 2014", "since 2014", Bound.SINCE, "2014-01-01..2021-07-14"),
        ("since Monday", "since Monday", Bound.SINCE, "2021-07-12..2021-07-14"),
        ("since last week", "since last week", Bound.SINCE, "2021-07-05..2021-07-14"),
        ("since the beginning of the year", "since the beginning of the year", Bound.SINCE, "2021-01-01..2021-07-14"),
        ("from July 5", "from July 5", Bound.SINCE, "2021-07-05..2021-07-14"),
        ("after June 5", "after June 5", Bound.AFTER, "2021-06-05..2021-07-14"),
        ("until Friday", "until Friday", Bound.UNTIL, "2021-07-16"),
        ("until the end of August", "until the end of August", Bound.UNTIL, "2021-08-31"),
        ("until August", "until August", Bound.UNTIL, "2021-08-01..2021-08-31"),
        ("run until the end of the week.", "until the end of the week", Bound.UNTIL, "2021-07-18"),
        ("by the end of the week", "by the end of the week", Bound.BY, "2021-07-18"),
        ("by September 11", "by September 11", Bound.BY, "2021-09-11"),
        ("by Friday", "by Friday", Bound.BY, "2021-07-16"),
        ("by the year's end", "by the year's end", Bound.BY, "2021-12-31"),
        ("before Friday", "before Friday", Bound.BEFORE, "2021-07-16"),
        ("the base through 2042 so", "through 2042", Bound.UNTIL, "2042-01-01..2042-12-31"),
        ("as of Tuesday", "as of Tuesday", Bound.AS_OF, "2021-07-13"),
    ],
)
def test_bounds(text: str, words: str, bound: Bound, days: str) -> None:
    (found,) = times.find(text)
    resolved = found.resolve(WEDNESDAY)
    assert resolved is not None
    assert (found.words, found.bound) == (words, bound)
    assert (resolved.first, resolved.last) == _iso(days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("last month", "2021-06-01..2021-06-30"),
        ("last week", "2021-07-19..2021-07-25"),
        ("next week", "2021-08-02..2021-08-08"),
        ("Tuesday briefing", "2021-07-27"),
    ],
)
def test_another_publication_day(text: str, days: str) -> None:
    (found,) = times.find(text)
    resolved = found.resolve(LATER_WEDNESDAY)
    assert resolved is not None
    assert (resolved.first, resolved.last) == _iso(days)


def test_the_weekend_on_a_sunday_is_this_one() -> None:
    (found,) = times.find("over the weekend")
    resolved = found.resolve(date(2021, 7, 18))
    assert resolved is not None
    assert (resolved.first, resolved.last) == _iso("2021-07-17..2021-07-18")


@pytest.mark.parametrize(
    "text",
    [
        "a month earlier",
        "two days later",
        "the following day",
        "the previous week",
        "that week",
        "the next day",
        "on February 30, 2021",
    ],
)
def test_what_cannot_be_settled_is_found_but_has_no_days(text: str) -> None:
    (found,) = times.find(text)
    assert found.resolve(WEDNESDAY) is None


@pytest.mark.parametrize(
    "text",
    ["on Wednesday", "last week", "in July", "July 14", "yesterday", "two days ago", "since June", "since 2014",
     "recent weeks",  "this summer", "the weekend", "from June to August", "earlier this month", "the end of the week"],
)  # fmt: skip
def test_without_a_publication_day_only_a_full_date_has_days(text: str) -> None:
    (found,) = times.find(text)
    assert found.resolve(None) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("July 14, 2021", "2021-07-14"),
        ("in 2012", "2012-01-01..2012-12-31"),
        ("June 2021", "2021-06-01..2021-06-30"),
        ("late June 2021", "2021-06-21..2021-06-30"),
        ("through 2042", "2042-01-01..2042-12-31"),
        ("from June to August 2021", "2021-06-01..2021-08-31"),
    ],
)
def test_a_full_date_needs_no_publication_day(text: str, days: str) -> None:
    (found,) = times.find(text)
    resolved = found.resolve(None)
    assert resolved is not None
    assert (resolved.first, resolved.last) == _iso(days)


@pytest.mark.parametrize(
    "text",
    [
        "it may rain",
        "May he rest",
        "Theresa May said",
        "they march on",
        "March on the capital",
        "April Smith said",
        "a second attack",
        "The Sunday Times said",
        "Good Friday agreement",
        "Russia Today reported",
        "2000 soldiers",
        "a force of 2000 soldiers",
        "the 2012 elections",
        "the fall of Kabul",
        "Jan Egeland said",
        "a week of talks",
        "300 soldiers",
        "hundreds",
        "",
    ],
)
def test_what_tells_no_time(text: str) -> None:
    assert [found.words for found in times.find(text)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "On Wednesday, after last week's talks, they left until August.",
            ["Wednesday", "after last week", "until August"],
        ),
        ("In 2012 the base was leased through 2042.", ["2012", "through 2042"]),
        ("Fighting on Monday and Tuesday", ["Monday and Tuesday"]),
        ("Fighting on Monday and Friday", ["Monday", "Friday"]),
        ("last Monday and Tuesday", ["last Monday", "Tuesday"]),
        ("a day earlier, July 5", ["a day earlier", "July 5"]),
        ("a day earlier July", ["a day earlier", "July"]),
    ],
)
def test_several_expressions(text: str, words: list[str]) -> None:
    assert [found.words for found in times.find(text)] == words


# Words of every form in any order, so that forms meet that no reporter would put together.
_PIECES = st.sampled_from(
    (
        "since until by between from to and the end of early mid- late earlier later last this next past July June May "
        "14 5-10 31 2012 2021 , - Wednesday Sunday week weeks month year weekend summer two few days ago today "
        "yesterday overnight 2000-01 recent coming February 29 30 in soldiers 9999 0 48 hours"
    ).split(" ")
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=20).map(" ".join))


@given(_TEXTS, st.none() | st.dates(), st.none() | st.sampled_from(Direction))
def test_any_text_resolves_to_ordered_days_or_none(
    text: str, published: date | None, direction: Direction | None
) -> None:
    at = 0
    for found in times.find(text):
        assert found.span.of(text) == found.words
        assert at <= found.span.start < found.span.end
        at = found.span.end
        resolved = found.resolve(published, direction)
        assert resolved is None or resolved.first <= resolved.last


@given(st.lists(st.sampled_from([text for text, *_ in TOLD]), min_size=1), st.dates(date(1900, 1, 8), date(9000, 1, 1)))
def test_a_week_later_a_weekday_is_a_week_later(texts: list[str], published: date) -> None:
    """What counts from publication moves with it: nothing depends on the day of the run."""
    shifted = date.fromordinal(published.toordinal() + 7)
    for text in texts:
        for found in times.find(text):
            if isinstance(found.period, relative_periods.Weekday):
                now, then = found.resolve(published), found.resolve(shifted)
                assert now is not None
                assert then is not None
                assert (then.first - now.first).days == 7


@pytest.mark.parametrize(
    "module", [expressions, periods, relative_periods, compound_periods, named_periods, relative_names]
)
def test_the_clock_is_never_read(module: ModuleType) -> None:
    source = inspect.getsource(module)
    assert ".today(" not in source
    assert ".now(" not in source


@pytest.mark.parametrize(
    "piece",
    ["July ", "July 14 to ", "14 ", "2012-", "2012 ", "from June to ", "the end of ", "late late ", "on Wednesday ",
     "a few weeks ", "last ", " ", "A ", "the past 12 "],
)  # fmt: skip
def test_time_grows_with_length_only(piece: str) -> None:
    """Ten times the text takes about ten times as long; a quadratic grammar would take a hundred times."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        return processor_time(lambda: times.find(text))

    seconds(1_000)
    short, long = min(seconds(3_000) for _ in range(3)), seconds(30_000)
    assert long < 40 * short + 0.1
