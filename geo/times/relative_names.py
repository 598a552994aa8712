"""The words that name a period by its distance from publication: "yesterday", "last week", "two days ago"."""

import re
from math import ceil

from geo.lexicon.numerals import SMALL
from geo.times.compound_periods import PartOf
from geo.times.periods import Part, Period, Unit
from geo.times.relative_periods import OVERNIGHT, Ago, Anchored, CalendarUnit, Stretch, TheWeekend

_COUNT = rf"(?P<count>an?|few|a few|several|(?:a )?couple(?: of)?|{'|'.join(SMALL)}|[1-9][0-9]{{0,2}})"
_UNIT = r"(?P<unit>hour|day|night|week|fortnight|month|year|decade)"
_FEW = (2, 9)  # as for people: see geo.numbers.words
_RECENT = {"day": (Unit.DAY, 7), "week": (Unit.WEEK, 4), "month": (Unit.MONTH, 6), "year": (Unit.YEAR, 5)}
_UNITS = {  # unit of the calendar, and how many make one
    "day": (Unit.DAY, 1),
    "night": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "fortnight": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1),
    "year": (Unit.YEAR, 1),
    "decade": (Unit.YEAR, 10),
}
_NAMED: dict[str, Period] = {
    "today": CalendarUnit(Unit.DAY, 0),
    "tonight": CalendarUnit(Unit.DAY, 0),
    "this morning": CalendarUnit(Unit.DAY, 0),
    "this afternoon": CalendarUnit(Unit.DAY, 0),
    "this evening": CalendarUnit(Unit.DAY, 0),
    "yesterday": CalendarUnit(Unit.DAY, -1),
    "last night": CalendarUnit(Unit.DAY, -1),
    "the day before yesterday": CalendarUnit(Unit.DAY, -2),
    "tomorrow": CalendarUnit(Unit.DAY, 1),
    "the day after tomorrow": CalendarUnit(Unit.DAY, 2),
    "overnight": OVERNIGHT,
    "the weekend": TheWeekend(),
    "the past weekend": TheWeekend(),
    "this past weekend": TheWeekend(),
    "this coming weekend": CalendarUnit(Unit.WEEKEND, 0),
    "the coming weekend": CalendarUnit(Unit.WEEKEND, 0),
}
AHEAD = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_OVER = re.compile(r"\b(?:over|in|within|during|for) $", re.IGNORECASE)
_TITLE = re.compile(r"\b[A-Z]\w{1,20} $")

NAMED = re.compile(rf"\b(?:{'|'.join(sorted(_NAMED, key=len, reverse=True))})\b", re.IGNORECASE)
CALENDAR = re.compile(
    r"\b(?:(?P<which>last|this|next)|the (?P<the>current|coming)) (?P<unit>week|weekend|month|year)\b(?! of\b|-)",
    re.IGNORECASE,
)
STRETCH = re.compile(
    rf"\b(?P<the>the )?(?P<which>last|past|next|coming)(?: {_COUNT})? {_UNIT}(?P<plural>s)?\b(?! of\b|-)", re.IGNORECASE
)
RECENT = re.compile(
    r"\b(?:recent (?P<recent>day|week|month|year)s|the (?:(?P<unit>day|week|month|year)s ahead"
    r"|coming (?P<coming>day|week|month|year)s))\b",
    re.IGNORECASE,
)
AGO = re.compile(rf"\b{_COUNT} {_UNIT}s? (?P<where>ago|earlier|later|before|after|from now)\b", re.IGNORECASE)
UNIT_END = re.compile(r"\b(?:the )?(?P<unit>year|month|week)(?:[’']s[ -]|-)end\b", re.IGNORECASE)
ANCHORED = re.compile(
    r"\b(?:the (?:previous|following|same|next|preceding)|that) (?:day|night|morning|evening|week|weekend|month|year)\b"
    r"|\bthe (?:previous|following|preceding) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.IGNORECASE,
)


def named(match: re.Match[str]) -> Period | None:
    words = match[0].lower()
    if match[0][0].isupper() and _TITLE.search(match.string, max(0, match.start() - 30), match.start()):
        return None  # "Russia Today" is a name
    return _NAMED[words]


def calendar(match: re.Match[str]) -> Period:
    which = (match["which"] or match["the"]).lower()
    if which == "this" and match["unit"].lower() == "weekend":
        return TheWeekend(this=True)
    return CalendarUnit(Unit(match["unit"].lower()), AHEAD[which])


def stretch(match: re.Match[str]) -> Period | None:
    """ "The past two weeks", "the last month"; None for "last week", which is the calendar's."""
    which, counted = match["which"].lower(), match["count"] or match["plural"]
    if not counted and (which in ("last", "next") and not match["the"]):
        return None
    if match["plural"] and not match["count"]:
        return None
    if which == "next" and not counted and not _OVER.search(match.string, max(0, match.start() - 10), match.start()):
        return None  # "the next day" follows one that is told elsewhere
    unit, count = _count(match)
    return Stretch(unit, count[1], ahead=which in ("next", "coming"))


def recent(match: re.Match[str]) -> Period:
    unit, count = _RECENT[(match["recent"] or match["unit"] or match["coming"]).lower()]
    return Stretch(unit, count, ahead=match["recent"] is None)


def ago(match: re.Match[str]) -> Period:
    where = match["where"].lower()
    if where not in ("ago", "from now"):
        return Anchored()
    unit, (least, most) = _count(match)
    return Ago(unit, least, most) if where == "ago" else Ago(unit, -least, -most)


def unit_end(match: re.Match[str]) -> Period:
    return PartOf(Part.END, CalendarUnit(Unit(match["unit"].lower()), 0))


def anchored(match: re.Match[str]) -> Period:  # noqa: ARG001
    return Anchored()


def _count(match: re.Match[str]) -> tuple[Unit, tuple[int, int]]:
    words = (match["count"] or "one").lower().removesuffix(" of")
    if words in ("few", "a few", "several"):
        least, most = _FEW
    elif words.endswith("couple"):
        least = most = 2
    elif words in ("a", "an"):
        least = most = 1
    else:
        least = most = SMALL.get(words) or int(words)
    if match["unit"].lower() == "hour":
        return Unit.DAY, (least // 24, ceil(most / 24))  # a day is the finest that is kept
    unit, size = _UNITS[match["unit"].lower()]
    return unit, (least * size, most * size)
