"""The words that name a period of time, one pattern and one reader for each form.

A form is left out where the same words more often mean something else: "May" and "March" without a preposition, month
names before a family name ("April Smith"), a weekday in a newspaper's name, a year without a word that makes it one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from geo.lexicon.people import people_follow
from geo.times import numeric_dates, other_calendars, relative_names
from geo.times.calendar import MONTH, MONTHS, SEASON, SEASONS, SHORT_MONTH, WEEKDAY, WEEKDAYS, YEAR
from geo.times.compound_periods import InYear, PartOf
from geo.times.periods import FiscalYear, MonthDays, NamedMonth, Part, Period, Recurring, Season, Unit, Which, Years
from geo.times.relative_periods import CalendarUnit, Weekday


@dataclass(frozen=True, slots=True)
class Atom:
    """One named period. ``partial`` where only a part of it makes an expression ("the end of the week")."""

    start: int
    end: int
    period: Period
    partial: bool = False


_Reader = Callable[[re.Match[str]], tuple[Period, int] | None]

# No other number goes on after a day of the month: "July 14,000 soldiers", "July 20 million", "July 14.5".
_DAY = (
    r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\w%]|[,.:/][0-9]{3}(?![0-9])|\.[0-9]|:[0-9]|[ -](?:hundred|thousand|million|percent|per cent|strong)\b)"
)
_AND = r"(?P<and> ?[-–] ?|(?: to | and | or | through | until | till )(?:the )?)"
_WHICH = r"(?P<which>(?i:last|this past|this coming|this|next|past|coming))"
_WHICH_OF = {"last": Which.LAST, "past": Which.LAST, "this": Which.THIS, "next": Which.NEXT, "coming": Which.NEXT}

_PAPERS = re.compile(
    r" (?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Star|Sun|World|Independent|Review|Tribune)\b"
)
_FEASTS = re.compile(r"\b(?:Black|Good|Bloody|Holy|Easter|Palm|Ash|Fat|Shrove|Super|Cyber|Maundy|Whit|Big) $")
_IN = re.compile(r"(?<![\w-])in $", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|throughout|during|over|of|early|late|mid|before|after|between|and"
    r"|for|every|each|around|about)(?: the)? |\bmid-|[-–] ?)$",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?P<firm>in|since|until|till|during|before|after|early|late|mid|through|throughout|between|as of)"
    r"|\b(?:by|from|of|to|and|around|year|for)) $|\b(?:mid|end)-$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?<![.!?:;,”\"] )(?<!\bOn )(?<!\bIn )\b[A-Z][a-z]{1,20} $")
_NAME_AFTER = re.compile(r" (?:[A-Z][a-z]{1,20}|[A-Z]\.)(?![a-z])")
_DOUBTFUL = frozenset({"april", "may", "march", "june", "august"})  # first names, verbs, an adjective
_YEAR_AFTER = re.compile(r" (?:of )?(?P<which>last|this|next) year\b", re.IGNORECASE)
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
_LOOK_BACK = 30  # characters: longer than any word that leads a period


def atoms(text: str) -> list[Atom]:
    """Named periods from left to right, the longest where several begin or overlap."""
    found = sorted(_candidates(text), key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _candidates(text: str) -> Iterator[Atom]:
    for pattern, reader in _FORMS:
        for match in pattern.finditer(text):
            if read := reader(match):
                period, end = read
                year = _YEAR_AFTER.match(text, end)
                if year and isinstance(period, Recurring) and period.year is None and period.which is None:
                    period, end = InYear(period, relative_names.AHEAD[year["which"].lower()]), year.end()
                yield Atom(match.start(), end, period)
    for match in _BARE_UNIT.finditer(text):
        yield Atom(match.start(), match.end(), CalendarUnit(Unit(match["unit"].lower()), 0), partial=True)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]


def _month_number(words: str) -> int:
    return MONTHS[words[:3].lower()]


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _days(match: re.Match[str]) -> tuple[Period, int] | None:
    """ "July 14", "Wednesday, July 14, 2021", "August 5-10", "5 and 10 July"."""
    first, end = _number(match["first"]), match.end()
    last = _number(match["last"]) if match["last"] else first
    if match.end("month") < match.start("first"):  # the month stands before the day
        if _IN.search(_before(match)) and not match["year"] and people_follow(match.string, match.end("first")):
            return NamedMonth(month=_month_number(match["month"])), match.end("month")  # "In July 14 soldiers died"
        words = match["and"] or ""
        if last <= first or (words.strip().isalpha() and not match["year"] and people_follow(match.string, end)):
            last, end = first, end if match["year"] and not match["last"] else match.end("first")
    elif last <= first:
        last = first
    return MonthDays(_year(match), month=_month_number(match["month"]), first=first, last=last), end


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _iso(match: re.Match[str]) -> tuple[Period, int] | None:
    day = int(match["day"])
    return MonthDays(int(match["year"]), month=int(match["month"]), first=day, last=day), match.end()


def _month(match: re.Match[str]) -> tuple[Period, int] | None:
    words, year, end = match["month"], match["year"], match.end()
    if year and people_follow(match.string, end):  # "in July 2000 soldiers left"
        year, end = None, match.end("month")
    which = _WHICH_OF[match["which"].split()[-1].lower()] if match["which"] else None
    if not year and not which:
        led = _LEAD.search(_before(match)) is not None
        if _NAME_AFTER.match(match.string, end) and words.lower() in _DOUBTFUL and not led:
            return None
        if words.lower() in ("may", "march") and not led:
            return None
        if words.lower() in _DOUBTFUL and _NAME_BEFORE.search(_before(match)) and not led:
            return None
        if len(words.rstrip(".")) <= 4 and words.lower() not in ("may", "june", "july") and not led:
            return None  # "Jan", "Mar", "Dec" are names too
    return NamedMonth(int(year) if year else None, which, month=_month_number(words)), end


def _weekday(match: re.Match[str]) -> tuple[Period, int] | None:
    if _PAPERS.match(match.string, match.end("day")) or _FEASTS.search(_before(match)):
        return None
    which = _WHICH_OF[match["which"].split()[-1].lower()] if match["which"] else None
    week = relative_names.AHEAD[match["week"].lower()] if match["week"] else None
    return Weekday(WEEKDAYS[match["day"][:3].lower()], which, week), match.end()


def _season(match: re.Match[str]) -> tuple[Period, int] | None:
    season, year = match["season"].lower(), _year(match)
    which = _WHICH_OF[match["which"].split()[-1].lower()] if match["which"] else None
    if not (year or which) and (season == "fall" or not _LEAD.search(_before(match))):
        return None
    return Season(year, which, month=SEASONS[season]), match.end()


def _years(match: re.Match[str]) -> tuple[Period, int] | None:
    first = int(match["first"])
    last = int(match["first"][: 4 - len(match["last"])] + match["last"])
    if first >= last or people_follow(match.string, match.end()):
        return None
    return Years(first, last), match.end()


def _decade(match: re.Match[str]) -> tuple[Period, int] | None:
    return Years(int(match["first"]), int(match["first"]) + 9), match.end()


def _one_year(match: re.Match[str]) -> tuple[Period, int] | None:
    lead = _YEAR_LEAD.search(_before(match))
    if lead is None or (not lead["firm"] and people_follow(match.string, match.end())):
        return None
    return Years(int(match["year"]), int(match["year"])), match.end()


def _fiscal(match: re.Match[str]) -> tuple[Period, int] | None:
    return FiscalYear(int(match["year"] or match["first"])), match.end()


def _coded_part(match: re.Match[str]) -> tuple[Period, int] | None:
    return PartOf(_CODED[match["part"]], Years(int(match["year"]), int(match["year"]))), match.end()


def _quarter(match: re.Match[str]) -> tuple[Period, int] | None:
    return PartOf(_QUARTERS[match["part"].lower()], CalendarUnit(Unit.YEAR, 0)), match.end()


def _relative(read: Callable[[re.Match[str]], Period | None]) -> _Reader:
    def reader(match: re.Match[str]) -> tuple[Period, int] | None:
        period = read(match)
        return (period, match.end()) if period else None

    return reader


_DAY_OF_WEEK = rf"(?:{WEEKDAY},? )?"
_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        re.compile(
            rf"\b{_DAY_OF_WEEK}(?P<month>{MONTH}|{SHORT_MONTH}) (?P<first>{_DAY})(?:{_AND}(?P<last>{_DAY}))?"
            rf"(?:,? (?P<year>{YEAR}))?"
        ),
        _days,
    ),
    (
        re.compile(
            rf"(?<![\w$£€,.:/-]){_DAY_OF_WEEK}(?:the )?(?P<first>{_DAY})(?:{_AND}(?P<last>{_DAY}))?(?: of)? "
            rf"(?P<month>{MONTH}|{SHORT_MONTH})(?:,? (?P<year>{YEAR}))?"
        ),
        _days,
    ),
    (re.compile(r"(?<![\w-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![\w-])"), _iso),
    (
        re.compile(rf"\b(?:{_WHICH} )?(?P<month>{MONTH}|{SHORT_MONTH})(?:(?:,| of)? (?P<year>{YEAR}))?"),
        _month,
    ),
    (
        re.compile(
            rf"\b(?:{_WHICH} )?(?P<day>{WEEKDAY})(?: (?:morning|afternoon|evening|night))?"
            r"(?:(?: of)? (?P<week>last|this|next) week\b)?"
        ),
        _weekday,
    ),
    (re.compile(rf"\b(?:{_WHICH} )?(?P<season>{SEASON})(?:(?: of)? (?P<year>{YEAR}))?"), _season),
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
            r"\b(?:(?:[Ff]iscal(?: year)?|FY) ?(?P<year>(?:19|20)[0-9]{2})(?![\w/-])"
            r"|(?P<first>(?:19|20)[0-9]{2}) (?:fiscal|financial) year\b)"
        ),
        _fiscal,
    ),
    (re.compile(rf"\b(?P<part>H[12]|Q[1-4])(?: of)? (?P<year>{YEAR})"), _coded_part),
    (
        re.compile(r"\bthe (?P<part>first|second|third|fourth|last|final) quarter\b(?! (?:of|final|century)\b)"),
        _quarter,
    ),
    (numeric_dates.NUMERIC, _relative(numeric_dates.numeric)),
    (numeric_dates.THE_ORDINAL, _relative(numeric_dates.ordinal)),
    (numeric_dates.THE_DAY, _relative(numeric_dates.the_day)),
    (other_calendars.DAY, _relative(other_calendars.named)),
    (other_calendars.MONTH, _relative(other_calendars.named)),
    (other_calendars.YEAR, _relative(other_calendars.year)),
    (relative_names.NAMED, _relative(relative_names.named)),
    (relative_names.CALENDAR, _relative(relative_names.calendar)),
    (relative_names.STRETCH, _relative(relative_names.stretch)),
    (relative_names.RECENT, _relative(relative_names.recent)),
    (relative_names.AGO, _relative(relative_names.ago)),
    (relative_names.UNIT_END, _relative(relative_names.unit_end)),
    (relative_names.ANCHORED, _relative(relative_names.anchored)),
)
_BARE_UNIT = re.compile(r"\b(?P<unit>day|week|month|year)\b")
