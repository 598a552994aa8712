"""Days by their month, months, weekdays and seasons: "July 14", "5 and 10 July", "last Monday", "this spring"."""

import re

from geo.lexicon.people import people_follow
from geo.times import relative_names
from geo.times.calendar import MONTH, MONTHS, SEASON, SEASONS, SHORT_MONTH, WEEKDAY, WEEKDAYS, YEAR
from geo.times.periods import MonthDays, NamedMonth, Period, Season, Which
from geo.times.reader import Form, before
from geo.times.relative_periods import Weekday

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
_NAME_BEFORE = re.compile(r"(?<![.!?:;,”\"] )(?<!\bOn )(?<!\bIn )\b[A-Z][a-z]{1,20} $")
_NAME_AFTER = re.compile(r" (?:[A-Z][a-z]{1,20}|[A-Z]\.)(?![a-z])")
_DOUBTFUL = frozenset({"april", "may", "march", "june", "august"})  # first names, verbs, an adjective


def _month_number(words: str) -> int:
    return MONTHS[words[:3].lower()]


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _days(match: re.Match[str]) -> tuple[Period, int] | None:
    """ "July 14", "Wednesday, July 14, 2021", "August 5-10", "5 and 10 July"."""
    first, end = _number(match["first"]), match.end()
    last = _number(match["last"]) if match["last"] else first
    if match.end("month") < match.start("first"):  # the month stands before the day
        if _IN.search(before(match)) and not match["year"] and people_follow(match.string, match.end("first")):
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
        led = _LEAD.search(before(match)) is not None
        if _NAME_AFTER.match(match.string, end) and words.lower() in _DOUBTFUL and not led:
            return None
        if words.lower() in ("may", "march") and not led:
            return None
        if words.lower() in _DOUBTFUL and _NAME_BEFORE.search(before(match)) and not led:
            return None
        if len(words.rstrip(".")) <= 4 and words.lower() not in ("may", "june", "july") and not led:
            return None  # "Jan", "Mar", "Dec" are names too
    return NamedMonth(int(year) if year else None, which, month=_month_number(words)), end


def _weekday(match: re.Match[str]) -> tuple[Period, int] | None:
    if _PAPERS.match(match.string, match.end("day")) or _FEASTS.search(before(match)):
        return None
    which = _WHICH_OF[match["which"].split()[-1].lower()] if match["which"] else None
    week = relative_names.AHEAD[match["week"].lower()] if match["week"] else None
    return Weekday(WEEKDAYS[match["day"][:3].lower()], which, week), match.end()


def _season(match: re.Match[str]) -> tuple[Period, int] | None:
    season, year = match["season"].lower(), _year(match)
    which = _WHICH_OF[match["which"].split()[-1].lower()] if match["which"] else None
    if not (year or which) and (season == "fall" or not _LEAD.search(before(match))):
        return None
    return Season(year, which, month=SEASONS[season]), match.end()


_DAY_OF_WEEK = rf"(?:{WEEKDAY},? )?"
FORMS: tuple[Form, ...] = (
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
)
