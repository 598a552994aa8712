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
    "at least 700 but no more than 900"            between    700 ..   900   (so "700, perhaps 900", "700 (maybe 900)")
    "300 troops, if that"                          up to     open ..   300   (a hedge behind the noun)
    "more than several hundred"                    vague      200 ..  open   (a hedge opens one bound)

No figures are the change beside a level ("up 800 to 5,900": ``changes``) and what the text refuses ("300, not 3,000":
``asides``). "10-15,000" and "two to three thousand" lend the unit to both ends. A four-digit number from 1900 to 2099
is a year unless a noun for people or a hedge that sets a bound makes it a figure ("2000 soldiers", "a force of 2000").
Nought is never a figure. Numbers that ``measures`` knows and those inside a date are left out; what an ordinary noun
counts is for the caller to judge.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from geo import times
from geo.lexicon.people import people_follow, size_precedes
from geo.model import Qualifier, Quantity, Span
from geo.numbers import measures
from geo.numbers.asides import hedge_after_noun, is_refused
from geo.numbers.changes import is_change
from geo.numbers.hedges import GAP, INCREMENT, LOOK_BACK, hedges_before
from geo.numbers.ranges import NO_RANGE, PERCENT, closed, ends
from geo.numbers.words import numbers

_BETWEEN = re.compile(rf"(?<![\w-])(?:(?:any|some)where )?between{GAP}$", re.IGNORECASE)
_TAIL = re.compile(
    r"(?P<strong>-(?:strong|member|man|person)\b| strong\b(?! [a-z]+s\b))|(?P<ABOUT> or so\b|-odd\b| more or less\b)"
    r"|(?P<AT_LEAST> or (?:more|over)\b(?! than\b| [0-9])|[ -]plus\b|\+(?!\w))"
    r"|(?P<UP_TO> or (?:fewer|less)\b|, if that\b)"
    r"|(?P<more> more\b(?! than\b))",
    re.IGNORECASE,
)
_MORE = re.compile(rf"\b(?:{INCREMENT})\b|(?<!\bor) more$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SIZE_BACK = 60
"""Characters before a figure that may say whose size it is."""
_OPENS = {  # which bounds a hedge opens: low, high
    Qualifier.MORE_THAN: (False, True),
    Qualifier.AT_LEAST: (False, True),
    Qualifier.UP_TO: (True, False),
    Qualifier.FEWER_THAN: (True, False),
}


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
    if PERCENT.search(text) is None:
        return ()
    return tuple(
        figure.quantity(text, Span(figure.span.start, sign.end()))
        for figure in _figures(text)
        if (sign := PERCENT.match(text, figure.span.end)) and not measures.label_precedes(text, figure.span)
    )


def is_increment(words: str) -> bool:
    """Whether the figure comes on top of another: "another 500", "a further 2,000", "300 more"."""
    return _MORE.search(words) is not None


def _figures(text: str) -> Iterator[_Figure]:
    pending = deque(numbers(text))
    end, is_first = 0, True
    while pending:
        first = last = pending.popleft()
        low, high = first.low, first.high
        start, hedges = hedges_before(text, first.start, end)
        between = _BETWEEN.search(text[max(end, start - LOOK_BACK) : start])
        second = pending[0] if pending else None
        after = hedges_before(text, second.start, first.end)[0] if second else 0
        if is_change(text, start, first, second, after):
            end = first.end
            continue
        if second and closed(text, first, hedges, second, between=between is not None):
            low, high, hedges, last = first.low, second.high, [Qualifier.BETWEEN], pending.popleft()
            start -= len(between[0]) if between else 0
        elif second and (both := ends(text, start, first, second, between=between is not None)):
            low, high = both
            last = pending.popleft()
            if both == NO_RANGE:
                continue
            hedges.append(Qualifier.BETWEEN)
            start -= len(between[0]) if between else 0
        end = last.end + (text[first.end : first.end + 2] == " (" and last != first)  # "300 (perhaps 400)"
        if tail := _TAIL.match(text, end):
            end = tail.end()
        behind = tail.lastgroup if tail else hedge_after_noun(text, end)
        hedges += [qualifier for qualifier in Qualifier if qualifier.name == behind]
        refused = is_refused(text, start, end, first=is_first)
        is_first = False
        if not refused:
            vague = first.vague or last.vague
            yield _Figure(Span(start, end), Span(first.start, last.end), low, high, vague, tuple(hedges))


def _may_count_people(text: str, figure: _Figure) -> bool:
    if figure.low.denominator != 1 or figure.high.denominator != 1 or _counts_else(text, figure):
        return False
    printed = figure.printed.of(text)
    if printed.lower() == "one":
        return not measures.is_pronoun(text, figure.span)
    is_year = _YEAR.fullmatch(printed) and not any(hedge in _OPENS for hedge in figure.hedges)
    return not is_year or people_follow(text, figure.span.end) or size_precedes(_before(text, figure))


def _before(text: str, figure: _Figure) -> str:
    return text[max(0, figure.span.start - _SIZE_BACK) : figure.span.start]


def _counts_else(text: str, figure: _Figure) -> bool:
    """Whether the words and marks around a figure make it a measure, a name, an age, a share or a mark in a list."""
    span, printed = figure.span, figure.printed
    return (
        measures.is_torn(text, span)
        or measures.measure_follows(text, span.end)
        or measures.label_precedes(text, span)
        or measures.is_age(text, span, printed, figure.high)
        or measures.is_numbering(text, span)
        or measures.is_ratio(text, printed)
    )
