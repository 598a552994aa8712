"""Numbers as English news prints them: digits, words, and vague plurals, with their values.

Values are exact fractions of one ("1.2 million" is 1,200,000). Conventions:

    1,500  1 500  1'500       groups of exactly three digits; the separator is a comma, apostrophe or (thin) space
    61, 000                   a space that slipped in after the comma, before three noughts only
    1.250.000                 points group where there are two groups or more
    12.500 refugees           one group after a point is thousands before a noun for people, and a decimal elsewhere
    2,35,000                  pairs after the first group of three (South Asia)
    2.400 ... 1.100           one group after a point also where one before was grouped so, and where it ends in nought
    1,2 million               a comma before one or two digits and a scale is a decimal comma; "1,200" never is
    1.2 million  1.2m  300k   a letter on a whole number counts only before a noun for people ("300m" is a distance)
    8812345                   seven digits and more without a separator are a code unless people follow
    1.5 lakh, 2 crore         100,000 and 10,000,000 (South Asia)
    several hundred           two to nine of the unit, also with "a few": 200-900, 2,000-9,000
    hundreds, thousands       from two of the unit to where the next larger word begins: 200-999, 2,000-9,999
    tens of                   20-99
    tens of thousands         20,000-99,999
    tens, if not hundreds, of thousands   20,000-999,999
    dozens, scores            24-99, 40-199: from two of them to where the next larger word begins
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from geo.lexicon.numerals import SMALL, TENS
from geo.lexicon.people import people_follow
from geo.numbers.spelled import SCALES, fraction, plain, scale_of, spelled
from geo.times.calendar import MONTH

_SUFFIXES = {
    **dict.fromkeys(("k", "tsd", "thsd"), 10**3),
    **dict.fromkeys(("m", "mn", "mil", "mio", "mln"), 10**6),
    **dict.fromkeys(("bn", "bln"), 10**9),
}
_OF_LENGTHS = ("k", "m", "mil")  # millions before a noun for people, else metres and thousandths of an inch
_PLURALS = {  # low, high
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2 * 10**6, 10**7 - 1),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "tens of millions": (20 * 10**6, 10**8 - 1),
    "hundreds of millions": (200 * 10**6, 10**9 - 1),
}
_LARGEST = 10**10  # more people than live: an identifier, a telephone number
_CODE = 7  # digits without a separator: a code, unless people follow


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a text. ``scale`` is the unit that its words end with ("two thousand": 1,000), else 1."""

    start: int
    end: int
    low: Fraction
    high: Fraction
    scale: int = 1

    @property
    def vague(self) -> bool:
        """Whether it is a plural that only says how large: "hundreds", "several thousand"."""
        return self.low != self.high


_GAP = r"[ \u00a0\u2009\u202f]"
_WORD = "(?:" + "|".join((*SMALL, *TENS, *SCALES)) + r")\b"
_SCALE = "(?:" + "|".join(SCALES) + r")\b"
_SHORT = "|".join(sorted(_SUFFIXES, key=len, reverse=True))
_RISE = rf"(?:,|{_GAP}\(|{_GAP}?[–—])?{_GAP}?(?:(?:or|and|to|if{_GAP}not|even|perhaps|maybe|possibly){_GAP}){{1,2}}"
_BIG = r"(?:thousand|million|billion)\b"
_NUMBER = re.compile(
    rf"""
    (?<!\w)(?<![0-9][.,'’:])(?<![_*~|],)(?:
      (?P<rising>tens{_RISE}hundreds(?:,|\)|\ ?[–—])?{_GAP}of{_GAP}(?P<rising_scale>thousands|millions)\b)
    | (?P<plural>(?:(?:several|many|a\ few){_GAP})?
        (?:(?:tens|hundreds){_GAP}of{_GAP}(?:thousands|millions)|tens(?={_GAP}of\b|,?{_GAP}(?:or|if{_GAP}not){_GAP})|dozens|hundreds|thousands|millions)\b
        |scores(?={_GAP}(?:of|more|were|have|had|are|fled|died)\b))
    | (?P<few>(?:several|many|(?:a{_GAP})?few){_GAP})(?P<few_scale>hundred{_GAP}thousand|{_SCALE})
    | (?P<couple>(?:a{_GAP})?couple{_GAP}(?:of{_GAP})?)(?P<couple_scale>{_SCALE})
    | (?P<part>(?:a{_GAP})?(?:half|quarter|three[- ]quarters)|one[- ]quarter)(?:[- ]of)?(?:[- ]an?)?[- ]
      (?P<part_scale>{_BIG}|dozen\b)
    | (?P<whole>{_WORD}|[0-9]{{1,3}})[- ]and[- ]a[- ](?P<plus>half|quarter)[- ](?P<plus_scale>{_BIG})
    | (?P<one>an?|{_WORD}){_GAP}(?P<one_scale>{_BIG}){_GAP}and{_GAP}a{_GAP}(?P<more>half|quarter)\b
    | (?P<digits>
        (?P<indian>[1-9][0-9]?(?:,[0-9]{{2}}){{1,4}},[0-9]{{3}}(?![0-9]))
      | (?P<decimal>(?:0[.,]|[1-9][0-9]{{0,2}},)[0-9]{{1,2}}
          (?=(?:(?:{_GAP}(?:to|and|or){_GAP}|[-–])[0-9]{{1,3}},[0-9]{{1,2}})?[ \u00a0-]?(?:{_SCALE}|(?:{_SHORT})\b)))
      | [1-9][0-9]{{0,2}}(?:
          (?P<mark>[,.'’ \u00a0\u2009\u202f])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}}){{0,3}}(?![0-9])
        | [0-9]{{0,2}},[ ](?:000)(?![0-9])
        | [0-9]{{0,9}}(?:\.[0-9]{{1,2}})?(?![0-9])))
      (?![.,'’:`*_~][0-9])
      (?:(?:{_GAP}|-)(?P<scale>{_SCALE})
        |(?P<apart>[ \u00a0])?(?P<suffix>{_SHORT})(?!\w)(?:\.(?={_GAP}(?-i:[a-z])))?)?(?!\w)
    | (?P<spelled>(?:a{_GAP}(?={_SCALE})|(?<=another\ )(?={_SCALE})|(?!(?!dozen){_SCALE})){_WORD}
        (?:(?:[- ]|,?{_GAP}and{_GAP}|,{_GAP}){_WORD}){{0,17}})
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween (?:[a-z]{1,14} ){0,2}$", re.IGNORECASE)
_SHARE = re.compile(r"[ \u00a0-]?(?:%|per ?cent|pct\b)")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_MONTH_BEFORE = re.compile(rf"{MONTH} $")


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text, left to right, not overlapping. What it counts is left open."""
    at, dotted = 0, False
    while match := _NUMBER.search(text, at):
        found = _read(match, dotted=dotted)
        dotted = dotted or (match["mark"] == "." and found is not None and found.low >= 1000)
        at = found.end if found else match.end()
        if found and found.high < _LARGEST:
            yield found


def _read(match: re.Match[str], *, dotted: bool) -> Number | None:
    if match["digits"]:
        return _digits(match, dotted=dotted)
    if match["spelled"]:
        between = _BETWEEN.search(match.string, max(0, match.start() - 40), match.start()) is not None
        value, length = spelled(plain(match["spelled"]), between=between)
        last = re.split(r"[-\s]", match["spelled"][:length].lower())[-1]
        return Number(match.start(), match.start() + length, Fraction(value), Fraction(value), SCALES.get(last, 1))
    return _vague(match) or _parts(match)


def _vague(match: re.Match[str]) -> Number | None:
    """ "Hundreds", "several thousand"."""
    start, end = match.span()
    if match["rising"]:
        unit = 1000 if match["rising_scale"].lower() == "thousands" else 10**6
        return Number(start, end, Fraction(20 * unit), Fraction(1000 * unit - 1))
    if plural := match["plural"]:
        low, high = _PLURALS[re.sub(r"^(?:several|many|a few) ", "", plain(plural))]
        return Number(start, end, Fraction(low), Fraction(high))
    if match["few"]:
        scale = scale_of(match["few_scale"])
        return Number(start, end, Fraction(2 * scale), Fraction(9 * scale), scale)
    return None


def _parts(match: re.Match[str]) -> Number:
    """ "A couple of hundred", "half a million", "two and a half million", "a million and a half"."""
    if match["couple"]:
        return _exact(match, Fraction(2), scale_of(match["couple_scale"]))
    if part := match["part"]:
        return _exact(match, fraction(part), scale_of(match["part_scale"]))
    if whole := match["whole"]:
        value = int(whole) if whole.isascii() and whole.isdigit() else spelled(plain(whole))[0]
        return _exact(match, value + fraction(match["plus"]), scale_of(match["plus_scale"]))
    value = spelled(plain(match["one"]))[0] or 1
    return _exact(match, value + fraction(match["more"]), scale_of(match["one_scale"]))


def _exact(match: re.Match[str], value: Fraction | int, scale: int) -> Number:
    return Number(match.start(), match.end(), value * Fraction(scale), value * Fraction(scale), scale)


def _digits(match: re.Match[str], *, dotted: bool) -> Number | None:
    digits, mark, start, end = match["digits"].replace(", ", ""), match["mark"], match.start(), match.end()
    if mark == " " and _MONTH_BEFORE.search(match.string, max(0, start - 12), start):
        day = digits.split(mark)[0]  # "July 14 300 soldiers" holds two numbers
        return Number(start, start + len(day), Fraction(day), Fraction(day))
    if match["indian"] or match["decimal"]:
        value = Fraction(digits.replace(",", "" if match["indian"] else "."))
    elif mark and (mark != "." or digits.count(".") > 1 or _is_grouped(match, dotted=dotted)):
        value = Fraction(digits.replace(mark, ""))
    else:
        value = Fraction(digits)
    if not mark and len(digits) >= _CODE and digits.isdigit() and not people_follow(match.string, end):
        return None
    if match["scale"] and not mark and _YEAR.fullmatch(digits):  # "2024 million" are two things
        return None
    if suffix := match["suffix"]:
        doubtful = value.denominator == 1 or match["apart"] or match["decimal"]
        if suffix.lower() in _OF_LENGTHS and doubtful and not people_follow(match.string, end):
            return None
        scale = _SUFFIXES[suffix.lower()]
    else:
        scale = scale_of(match["scale"] or "")
    return _exact(match, value, scale)


def _is_grouped(match: re.Match[str], *, dotted: bool) -> bool:
    """Whether one group of three after a point is thousands: "2.400 troops and 1.100", "rose to 98.500".

    Nobody prints a decimal with a nought at its end; ``dotted`` is whether the text has grouped with points before.
    """
    if match["scale"] or match["suffix"] or _SHARE.match(match.string, match.end()):
        return False
    return dotted or match["digits"].endswith("0") or people_follow(match.string, match.end())
