"""Years, decades and their halves and quarters: "in 2021", "2019-20", "the 1990s", "fiscal 2024", "Q1 2024"."""

import re

from geo.lexicon.people import people_follow, size_precedes
from geo.times.calendar import YEAR
from geo.times.compound_periods import PartOf
from geo.times.periods import FiscalYear, Part, Period, Unit, Years
from geo.times.reader import Form, before
from geo.times.relative_periods import CalendarUnit

_YEAR_LEAD = re.compile(
    r"(?:\b(?P<firm>in|since|until|till|during|before|after|early|late|mid|through|throughout|between|as of)"
    r"|\b(?:by|from|of|to|and|around|year|for)) $|\b(?:mid|end)-$",
    re.IGNORECASE,
)
_CODED = {
    "H1": Part.FIRST_HALF,
    "H2": Part.SECOND_HALF,
    "Q1": Part.FIRST_QUARTER,
    "Q2": Part.SECOND_QUARTER,
    "Q3": Part.THIRD_QUARTER,
    "Q4": Part.FOURTH_QUARTER,
}
_QUARTERS = {
    "first": Part.FIRST_QUARTER,
    "second": Part.SECOND_QUARTER,
    "third": Part.THIRD_QUARTER,
    **dict.fromkeys(("fourth", "last", "final"), Part.FOURTH_QUARTER),
}


def _years(match: re.Match[str]) -> tuple[Period, int] | None:
    first = int(match["first"])
    last = int(match["first"][: 4 - len(match["last"])] + match["last"])
    if first >= last or people_follow(match.string, match.end()):
        return None
    return Years(first, last), match.end()


def _decade(match: re.Match[str]) -> tuple[Period, int] | None:
    return Years(int(match["first"]), int(match["first"]) + 9), match.end()


def _one_year(match: re.Match[str]) -> tuple[Period, int] | None:
    lead = _YEAR_LEAD.search(before(match))
    counts = people_follow(match.string, match.end()) or size_precedes(before(match))
    if lead is None or (not lead["firm"] and counts):
        return None
    return Years(int(match["year"]), int(match["year"])), match.end()


def _fiscal(match: re.Match[str]) -> tuple[Period, int] | None:
    return FiscalYear(int(match["year"] or match["first"])), match.end()


def _coded_part(match: re.Match[str]) -> tuple[Period, int] | None:
    return PartOf(_CODED[match["part"]], Years(int(match["year"]), int(match["year"]))), match.end()


def _quarter(match: re.Match[str]) -> tuple[Period, int] | None:
    return PartOf(_QUARTERS[match["part"].lower()], CalendarUnit(Unit.YEAR, 0)), match.end()


FORMS: tuple[Form, ...] = (
    (
        re.compile(
            r"(?<![\w$£€,.:/-])(?P<first>(?:19|20)[0-9]{2}) ?[-–/] ?(?P<last>(?:19|20)[0-9]{2}|[0-9]{2})(?![\w-])"
        ),
        _years,
    ),
    (re.compile(r"\b(?P<first>(?:19|20)[0-9]0)s\b"), _decade),
    (re.compile(rf"(?<![\w$£€,.:/])(?<!(?<!mid)(?<!end)-)(?P<year>{YEAR})"), _one_year),
    (
        re.compile(
            r"\b(?:(?:[Ff]iscal(?: [Yy]ear)?(?: \(FY\))?|FY) ?(?P<year>(?:19|20)[0-9]{2})(?![\w/-])"
            r"|(?P<first>(?:19|20)[0-9]{2}) (?:fiscal|financial) year\b)"
        ),
        _fiscal,
    ),
    (re.compile(rf"\b(?P<part>H[12]|Q[1-4])(?: of)? (?P<year>{YEAR})"), _coded_part),
    (
        re.compile(r"\bthe (?P<part>first|second|third|fourth|last|final) quarter\b(?! (?:of|final|century)\b)"),
        _quarter,
    ),
)
