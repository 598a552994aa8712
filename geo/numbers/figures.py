"""Figures that could count people, read from English news text with the bounds that their hedges state.

``words`` is the figure as printed with its hedge; ``low`` and ``high`` are inclusive. The conventions are the
project's own: a claim keeps the source's words, and its bounds say no more than they do (design/product.md).

    "77"  "exactly 77"                             exactly     77 ..    77
    "about 1,000"  "some"  "close on"              about    1,000 .. 1,000
    "nearly 5,000"  "almost"  "close to"           about    5,000 .. 5,000   (said of a figure just below: still about)
    "more than 1,000"  "over"  "in excess of"      more than 1,000 ..  open  (the bound is the number printed)
    "at least 300"  "no fewer than"  "300 or more" at least   300 ..  open   ("as few as" too)
    "up to 5,000"  "as many as"  "no more than"    up to      open .. 5,000
    "fewer than 300"  "less than"  "just under"    fewer than open ..   300
    "between 200 and 300"  "200-300"  "200 or 300" between    200 ..   300
    "several hundred"  "dozens"  "thousands"       vague      200 ..   900   (see ``geo.numbers.words``)
    "more than several hundred"                    vague      200 ..  open   (a hedge opens one bound)

"10-15,000" and "two to three thousand" lend the unit to both ends. A four-digit number from 1900 to 2099 is a year
unless a noun for people or a hedge that sets a bound makes it a figure ("2000 soldiers"). Nought is never a figure.
Numbers that ``measures`` knows and those inside a date are left out; what an ordinary noun counts is for the caller to
judge.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from geo import times
from geo.lexicon.people import people_follow
from geo.model import Qualifier, Quantity, Span
from geo.numbers import measures
from geo.numbers.words import Number, numbers

_GAP = r"[ \u00a0]"
_HEDGES = {
    Qualifier.EXACTLY: "exactly|precisely",
    Qualifier.ABOUT: (
        "about|around|roughly|approximately|approx|some|nearly|almost|close to|an estimated|estimated|circa|perhaps"
        "|an average of|on average|maybe|possibly|probably|practically|virtually|in the region of|somewhere around"
        "|just about|just short of|close on|nigh on|getting on for|something like|(?:in|on|of) the order of"
    ),
    Qualifier.MORE_THAN: (
        "(?:far |well |much |slightly |just |a little )?(?:more than|over|above)|in excess of|upwards? of"
        "|exceeding|topping"
    ),
    Qualifier.AT_LEAST: (
        "at least|at the least|no fewer than|no less than|not less than|not fewer than|a minimum of|as few as"
    ),
    Qualifier.UP_TO: "up to|as many as|as much as|no more than|not more than|at most|at the most|a maximum of",
    Qualifier.FEWER_THAN: "(?:far |well |much |slightly |just )?(?:fewer than|less than|under|below)|not even",
}
_INCREMENT = "(?:an? |the )?(?:further|additional|extra)|another"
_HEDGE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{qualifier.name}>{words})" for qualifier, words in _HEDGES.items()).replace(" ", _GAP)
    + f"|{_INCREMENT.replace(' ', _GAP)}){_GAP}$|(?P<near>[~≈])$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"(?<![\w-])(?:(?:any|some)where )?between{_GAP}$", re.IGNORECASE)
_FROM = re.compile(rf"(?<!where )(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )(?<![\w-])from{_GAP}$", re.IGNORECASE)
_PERCENT = re.compile(r"[ \u00a0-]?(?:%|per ?cent\b|pct\b)(?! points?\b)", re.IGNORECASE)
_TO = re.compile(
    rf"(?:{_PERCENT.pattern})?(?:(?P<dash>[-–‑]|{_GAP}[-–]{_GAP})|{_GAP}(?P<word>to|or|and){_GAP}"
    rf"(?:(?:about|around|perhaps|maybe|some|nearly|almost|possibly|even|as many as|up to){_GAP})?)",
    re.IGNORECASE,
)
_EVEN = re.compile(rf",?{_GAP}(?:or|to|and|if not|perhaps|maybe|possibly){_GAP}(?:(?:even|perhaps|possibly){_GAP})?")
_TAIL = re.compile(
    r"(?P<strong>-(?:strong|member|man|person)\b| strong\b(?! [a-z]+s\b))|(?P<ABOUT> or so\b|-odd\b| more or less\b)"
    r"|(?P<AT_LEAST> or (?:more|over)\b(?! than\b| [0-9])|[ -]plus\b|\+(?!\w))|(?P<UP_TO> or (?:fewer|less)\b)"
    r"|(?P<more> more\b(?! than\b))",
    re.IGNORECASE,
)
_MORE = re.compile(rf"\b(?:{_INCREMENT})\b|(?<!\bor) more$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OPENS = {  # which bounds a hedge opens: low, high
    Qualifier.MORE_THAN: (False, True),
    Qualifier.AT_LEAST: (False, True),
    Qualifier.UP_TO: (True, False),
    Qualifier.FEWER_THAN: (True, False),
}
_NO_RANGE = (Fraction(1), Fraction(0))  # two numbers that belong together and count nobody: "3-1", "555-1234"
_LOOK_BACK = 40  # characters: longer than any single hedge
_MOST_HEDGES = 4  # "at least another nearly 500" has three


@dataclass(frozen=True, slots=True)
class _Figure:
    """One number or two ends of a range, before it is known what they count. ``printed`` leaves the hedges out."""

    span: Span
    printed: Span
    low: Fraction
    high: Fraction
    vague: bool
    hedges: tuple[Qualifier, ...]

    def quantity(self, text: str, span: Span) -> Quantity:
        """The bounds with the hedges applied; ``span`` is what counts as the words."""
        bound = next((hedge for hedge in self.hedges if hedge in _OPENS), None)
        stated = (bound, Qualifier.BETWEEN, Qualifier.ABOUT)
        qualifier = next((hedge for hedge in stated if hedge in self.hedges), Qualifier.EXACTLY)
        opens_low, opens_high = _OPENS.get(qualifier, (False, False))
        return Quantity(
            span,
            span.of(text),
            Qualifier.VAGUE if self.vague else qualifier,
            None if opens_low else floor(self.low),
            None if opens_high else ceil(self.high),
        )


def find(text: str) -> tuple[Quantity, ...]:
    """Every figure of a sentence that could count people, in order, not overlapping; spans relative to ``text``."""
    printed = list(_figures(text))
    if not printed:  # most sentences: their dates need no look
        return ()
    dated = {at for expression in times.find(text) for at in range(expression.span.start, expression.span.end)}
    return tuple(
        figure.quantity(text, figure.span)
        for figure in printed
        if dated.isdisjoint(range(figure.printed.start, figure.printed.end)) and _may_count_people(text, figure)
    )


def percentages(text: str) -> tuple[Quantity, ...]:
    """Every percentage, bounds in whole per cent; one with decimals lies between its neighbours (12.5: 12 to 13)."""
    return tuple(
        figure.quantity(text, Span(figure.span.start, sign.end()))
        for figure in _figures(text)
        if (sign := _PERCENT.match(text, figure.span.end)) and not measures.label_precedes(text, figure.span)
    )


def is_increment(words: str) -> bool:
    """Whether the figure comes on top of another: "another 500", "a further 2,000", "300 more"."""
    return _MORE.search(words) is not None


def _figures(text: str) -> Iterator[_Figure]:
    pending = deque(numbers(text))
    end = 0
    while pending:
        first = last = pending.popleft()
        low, high = first.low, first.high
        start, hedges = _hedges(text, first.start, end)
        between = _BETWEEN.search(text[max(end, start - _LOOK_BACK) : start])
        if pending and (ends := _ends(text, start, first, pending[0], between=between is not None)):
            low, high = ends
            last = pending.popleft()
            if ends == _NO_RANGE:
                continue
            hedges.append(Qualifier.BETWEEN)
            start -= len(between[0]) if between else 0
        end = last.end
        if tail := _TAIL.match(text, end):
            end = tail.end()
            hedges += [qualifier for qualifier in Qualifier if qualifier.name == tail.lastgroup]
        vague = first.vague or last.vague
        yield _Figure(Span(start, end), Span(first.start, last.end), low, high, vague, tuple(hedges))


def _hedges(text: str, start: int, floor: int) -> tuple[int, list[Qualifier]]:
    """Where the hedges before a number begin, and what they say, the nearest first; none begins before ``floor``."""
    found: list[Qualifier] = []
    for _ in range(_MOST_HEDGES):
        before = text[max(floor, start - _LOOK_BACK) : start]
        match = _HEDGE.search(before)
        if match is None:
            break
        found += [qualifier for qualifier in _HEDGES if qualifier.name == match.lastgroup]
        found += [Qualifier.ABOUT] if match["near"] else []
        start -= len(before) - match.start()
    return start, found


def _ends(text: str, start: int, first: Number, second: Number, *, between: bool) -> tuple[Fraction, Fraction] | None:
    """The ends of a range of two numbers that follow each other; None where they are two figures."""
    gap = text[first.end : second.start]
    if first.vague and second.vague:
        return (first.low, second.high) if _EVEN.fullmatch(gap) and first.low < second.low else None
    join = _TO.fullmatch(gap)
    if join is None or first.vague or second.vague:
        return None
    low = _lent(text, first, second)
    if join["dash"]:
        # "2-1" and "555-1234" look alike: what is counted, a hedge or a thousands separator tells them apart.
        bare = second.end - second.start >= 4 and text[second.start : second.end].isdigit()
        told = between or start < first.start or people_follow(text, second.end)
        doubtful = second.high < 10 or bare
        return (low, second.high) if low < second.low and (told or not doubtful) else _NO_RANGE
    if low >= second.low or (join["word"].lower() == "and" and not between):
        return None
    changes = join["word"].lower() == "to" and _FROM.search(text, max(0, start - _LOOK_BACK), start)
    return None if changes else (low, second.high)  # "rose from 300 to 400" tells two figures


def _lent(text: str, first: Number, second: Number) -> Fraction:
    """The low end, in the unit of the high end where that is what is meant: "two to three thousand", "10-15,000"."""
    if first.scale > 1:
        return first.low
    unit = second.scale
    if unit == 1 and first.low < 100 and second.low % 1000 == 0 and not text[second.start : second.end].isdigit():
        unit = 1000
    return first.low * unit if first.low * unit < second.low else first.low


def _may_count_people(text: str, figure: _Figure) -> bool:
    end, printed = figure.span.end, figure.printed
    if figure.low.denominator != 1 or figure.high.denominator != 1:
        return False
    if measures.measure_follows(text, end) or measures.label_precedes(text, figure.span):
        return False
    if measures.is_age(text, figure.span, printed, figure.high) or measures.is_numbering(text, figure.span):
        return False
    if measures.is_ratio(text, printed):
        return False
    if printed.of(text).lower() == "one":
        return not measures.is_pronoun(text, figure.span)
    is_year = _YEAR.fullmatch(printed.of(text)) and not any(hedge in _OPENS for hedge in figure.hedges)
    return not is_year or people_follow(text, end)
