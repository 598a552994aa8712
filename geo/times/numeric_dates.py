"""Days told by numbers or ordinals: "28/06/2021", "28.06.2021", "the third of July", "March fourteenth", "the 3rd".

Where day and month could change places ("03/07/2021") the day stays open.
"""

import re

from geo.times.calendar import MONTH, MONTHS, ORDINALS, YEAR
from geo.times.other_calendars import Unconverted
from geo.times.periods import MonthDays, Period
from geo.times.relative_periods import DayOfMonth

_ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
_ENDS = (  # what may follow a day that counts no noun ("on the 3rd floor")
    r"(?=\s*(?:$|[,.;:)!?—])| [0-9]| (?:and|to|when|as|in|at|on|from|after|before|but|that|while|until|or|with|by|the"
    r"|some|about|around|more|nearly|almost|over)\b)(?!,? (?:and |or )?[0-9]{1,2}(?:st|nd|rd|th)\b)"
)

NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?P<first>[0-3]?[0-9])(?P<mark>[./-])(?P<second>[0-3]?[0-9])(?P=mark)"
    r"(?P<year>(?:19|20)[0-9]{2}|(?<=/)[0-9]{2})|(?P<iso>(?:19|20)[0-9]{2})(?P<sign>[./])(?P<month>[01]?[0-9])(?P=sign)"
    r"(?P<day>[0-3]?[0-9]))(?!\w|[./-][0-9])"
)
THE_ORDINAL = re.compile(
    rf"\b[Tt]he (?P<day>{_ORDINAL})(?: day)? of (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"
    rf"|\b(?P<before>{MONTH}) (?P<after>{_ORDINAL})(?:,? (?P<of>{YEAR})|{_ENDS})"
)
THE_DAY = re.compile(
    r"\b[Tt]he (?P<day>[12]?1st|2?2nd|2?3rd|(?:[4-9]|1[0-9]|2[04-9]|30)th|31st)"
    rf"(?: of (?P<which>this|last|next|the) month\b|{_ENDS})"
)
_ON = re.compile(r"\b(?:on|since|by|until|till|before|after|from|to|through|and|between) $", re.IGNORECASE)
_AHEAD = {"this": 0, "the": 0, "last": -1, "next": 1}


def numeric(match: re.Match[str]) -> Period | None:
    if match["iso"]:
        return _day(int(match["iso"]), int(match["month"]), int(match["day"]))
    first, second = int(match["first"]), int(match["second"])
    if not (first and second):
        return None
    year = int(match["year"]) + (0 if len(match["year"]) == 4 else 2000)
    if first == second or (first > 12 >= second):
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 >= first else Unconverted()


def _day(year: int, month: int, day: int) -> Period | None:
    return MonthDays(year, month=month, first=day, last=day) if 1 <= month <= 12 and 1 <= day <= 31 else Unconverted()


def ordinal(match: re.Match[str]) -> Period:
    day = ORDINALS[(match["day"] or match["after"]).lower()]
    month = MONTHS[(match["month"] or match["before"])[:3].lower()]
    year = match["year"] or match["of"]
    return MonthDays(int(year) if year else None, month=month, first=day, last=day)


def the_day(match: re.Match[str]) -> Period | None:
    """ "On the 3rd", "the 3rd of this month"; None for what may be the third of anything."""
    if not match["which"] and not _ON.search(match.string, max(0, match.start() - 10), match.start()):
        return None
    return DayOfMonth(int(match["day"][:-2]), _AHEAD[match["which"]] if match["which"] else None)
