"""Two numbers that are the ends of one range, and two that are not."""

import re
from fractions import Fraction

from geo.lexicon.people import people_follow
from geo.model import Qualifier
from geo.numbers.changes import tells_change
from geo.numbers.hedges import GAP, LOOK_BACK, hedges_before
from geo.numbers.words import Number

NO_RANGE = (Fraction(1), Fraction(0))
"""Two numbers that belong together and count nobody: "3-1", "555-1234"."""

PERCENT = re.compile(r"[ \u00a0-]?(?:%|per ?cent\b|pct\b)(?! points?\b)", re.IGNORECASE)
_FROM = re.compile(rf"(?<!where )(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )(?<![\w-])from{GAP}$", re.IGNORECASE)
_SPANS = re.compile(
    r"\b(?:run|runs|ran|vary|varies|varied|varying|span|spans|spanned|anywhere|estimates?|estimated|put) from $"
)
_COUNTS = re.compile(r"(?:\b(?:is|are|was|were|be|been|has|have|had|with|of)|(?:^|[.!?:;(\"“]) ?) ?[Ff]rom $")
_TO = re.compile(
    rf"(?P<percent>{PERCENT.pattern})?(?:(?P<dash>[-–‑]|{GAP}[-–]{GAP})|{GAP}(?P<word>to|or|and){GAP}"
    rf"(?:(?:about|around|perhaps|maybe|some|nearly|almost|possibly|even|as many as|up to){GAP})?)",
    re.IGNORECASE,
)
_MAYBE = r"(?:even|perhaps|possibly|maybe|if not)"
_EVEN = re.compile(rf",?{GAP}(?:or|to|and|if not|perhaps|maybe|possibly){GAP}(?:(?:even|perhaps|possibly){GAP})?")
_PERHAPS = re.compile(
    rf"(?:,{GAP}|,?{GAP}[—–]{GAP}?|[—–]|(?P<bracket>{GAP}\())(?:(?:or|and|to){GAP})?(?:{_MAYBE}{GAP})+"
)
_OR = re.compile(rf",{GAP}or{GAP}")
_BUT = re.compile(rf",?{GAP}(?:but|and|or|to){GAP}(?:perhaps{GAP})?")
_FLOORS = (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
_CEILINGS = (Qualifier.UP_TO, Qualifier.FEWER_THAN)
_YEAR_BEFORE = re.compile(r"\b(?:in|for|of|by|during|since|FY|year) (?:19|20)[0-9]{2}$")
_LEAST_OF_A_SLASH = 50  # "1,500/2,000 troops" is a range, "9/11" none


def closed(text: str, first: Number, hedges: list[Qualifier], second: Number, *, between: bool) -> bool:
    """Whether two hedged numbers close each other: "at least 1,500 but no more than 2,000".

    "Between" has no need of the first hedge: "between 200 and not more than 300".
    """
    start, after = hedges_before(text, second.start, first.end)
    return (
        first.low < second.high
        and (between or any(hedge in _FLOORS for hedge in hedges))
        and any(hedge in _CEILINGS for hedge in after)
        and _BUT.fullmatch(text, first.end, start) is not None
    )


def ends(text: str, start: int, first: Number, second: Number, *, between: bool) -> tuple[Fraction, Fraction] | None:
    """The ends of a range of two numbers that follow each other; None where they are two figures."""
    gap = text[first.end : second.start]
    if first.vague or second.vague:
        rises = first.vague and second.vague and first.low < second.low
        return (first.low, second.high) if rises and _EVEN.fullmatch(gap) else None
    low = _lent(text, first, second)
    if low < second.low and _is_alternative(text, gap, second):
        return (low, second.high)
    join = _TO.fullmatch(gap)
    if join is None or (join["percent"] and not PERCENT.match(text, second.end)):
        return None
    if join["dash"]:
        told = between or start < first.start
        return (low, second.high) if low < second.low and _is_dashed_range(text, second, told=told) else NO_RANGE
    if low >= second.low or (join["word"].lower() == "and" and not between) or _is_dated(text, first):
        return None
    two = join["word"].lower() == "to" and _are_two_levels(text, start, second.end)
    return None if two else (low, second.high)


def _is_dated(text: str, first: Number) -> bool:
    """Whether the first number is the year in which the second is reached: "raised admissions for 2021 to 62,500"."""
    return _YEAR_BEFORE.search(text[max(0, first.start - LOOK_BACK) : first.end]) is not None


def _is_dashed_range(text: str, second: Number, *, told: bool) -> bool:
    """ "2-1" and "555-1234" look like ranges: what is counted, a hedge or a thousands separator tells them apart."""
    bare = second.end - second.start >= 4 and text[second.start : second.end].isdigit()
    return told or people_follow(text, second.end) or not (second.high < 10 or bare)


def _is_alternative(text: str, gap: str, second: Number) -> bool:
    """ "1,500, perhaps 2,000", "1,500 (maybe 2,000)", "1,500/2,000 troops"."""
    if gap == "/":
        return second.low >= _LEAST_OF_A_SLASH and people_follow(text, second.end)
    perhaps = _PERHAPS.fullmatch(gap)
    if perhaps and perhaps["bracket"]:
        return text[second.end : second.end + 1] == ")"
    return perhaps is not None or _OR.fullmatch(gap) is not None


def _are_two_levels(text: str, start: int, end: int) -> bool:
    """Whether "from 300 to 400" tells what was and what is ("rose from 300 to 400"), and no range of one crowd."""
    from_here = max(0, start - LOOK_BACK)
    if not _FROM.search(text, from_here, start):
        return False
    if _SPANS.search(text, from_here, start):
        return False
    counts = _COUNTS.search(text, from_here, start) and people_follow(text, end)
    return not counts or tells_change(text, start - 60, start) or tells_change(text, end, end + 60)


def _lent(text: str, first: Number, second: Number) -> Fraction:
    """The low end, in the unit of the high end where that is what is meant: "two to three thousand", "10-15,000"."""
    if first.scale > 1:
        return first.low
    unit = second.scale
    if unit == 1 and first.low < 100 and second.low % 1000 == 0 and not text[second.start : second.end].isdigit():
        unit = 1000
    return first.low * unit if first.low * unit < second.low else first.low
