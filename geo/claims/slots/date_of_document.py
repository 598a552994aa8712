"""The day that a document without a date of publication stands for: its head names a period, or it counts as of a day.

"Operational update | April and May 2031" stands for the last day of May: what it tells without a day holds then, and
its "by the end of March" is that of the same year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo import times
from geo.articles.kinds import BlockKind
from geo.claims.sentences import Sentences
from geo.claims.setting import Setting
from geo.grammar import is_verb
from geo.model import Granularity, Span, When
from geo.times import Bound

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_HEAD = 4
"""Sentences at the beginning that may be lines of the head."""
_LINES = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.ROW)
_AS_OF = re.compile(r"\bas (?:of|at)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issued:
    """The last day of a period that tells its year, and where it stands; ``is_day`` where it names that day itself."""

    day: date
    is_day: bool
    bound: Bound
    span: Span
    at: int

    @property
    def days(self) -> When:
        return When(self.day, self.day, Granularity.DAY, self.day.isoformat())


def issued(sentences: Sentences) -> Issued | None:
    """The day that the document stands for; None where its publication is known, and where nothing tells it.

    A line of the head tells it; else the latest day as of which something is counted, where no later one is named.
    """
    if not sentences or sentences[0][0].published is not None:
        return None
    head = [at for at, (setting, line) in enumerate(sentences[:_HEAD]) if _is_line(setting, line)]
    if found := _latest(sentences, head):
        return found
    if not any(_AS_OF.search(sentence.text) for _, sentence in sentences):
        return None
    found = _latest(sentences, range(len(sentences)))
    return found if found is not None and found.bound is Bound.AS_OF else None


def _is_line(setting: Setting, line: "Tokens") -> bool:
    return setting.passage.kind in _LINES and not any(is_verb(token) for token in line)


def _latest(sentences: Sentences, numbers: "list[int] | range") -> Issued | None:
    found = [each for at in numbers for each in _told(*sentences[at], at)]
    return max(found, key=lambda each: (each.day, each.bound is Bound.AS_OF), default=None)


def _told(setting: Setting, sentence: "Tokens", at: int) -> Iterator[Issued]:
    """The days, months and stretches of a sentence that tell their year; no limit and no beginning."""
    for expression in times.find(sentence.text):
        days = expression.resolve(None)
        told = expression.bound in (Bound.IN, Bound.AS_OF)
        if days is not None and told and days.granularity is not Granularity.YEAR:
            first, last = (sentence.start_char + offset for offset in (expression.span.start, expression.span.end))
            span = setting.passage.span(first, last)
            yield Issued(days.last, days.first == days.last, expression.bound, span, at)
