"""The times that an article names: each sentence is looked through once, however many figures ask it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from geo import times
from geo.claims.plans import sets_a_limit
from geo.claims.sentences import Sentences
from geo.claims.setting import Setting
from geo.claims.slots.date_of_document import issued
from geo.claims.slots.events import begins
from geo.claims.timing import bound_around
from geo.grammar import SUBJECTS, children, governor, is_future
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.model import Granularity, Span, When
from geo.times import Bound, Direction, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

LEAD = 3
"""Sentences at an article's beginning whose times may be those of any figure; so may the last time before it."""
_HISTORY = 30
"""Sentences back in which the event is dated that a figure is counted since."""
_SCHEDULED = sense("named_times: scheduled")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time that may be the figure's: an expression of sentence ``at`` with its days; or publication, or none."""

    kind: str
    days: When | None = None
    expression: TimeExpression | None = None
    span: Span | None = None
    at: int = 0
    token: "Token | None" = None


class NamedTimes:
    """The times of the numbered ``sentences`` of an article, found when they are first asked for.

    ``issued`` is the day that it stands for where that of its publication is not known; ``today`` the one or the other.
    """

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        published = sentences[0][0].published if sentences else None
        self.issued = issued(sentences)
        self.today = self.issued.day if self.issued is not None else published
        self._found: dict[int, tuple[Candidate, ...]] = {}
        self._last: dict[int, int] = {}

    def of(self, at: int, anchor: "Token") -> list[Candidate]:
        """Those of sentence ``at``, without those of clauses that only describe what ``anchor`` is about."""
        return [each for each in self._all(at) if not _is_of_another(each, anchor)]

    def last(self, at: int, anchor: "Token") -> list[Candidate]:
        """The days of sentence ``at`` or of the last one before it that names any, the lead left out.

        So far back a year or a month is history: "In 2012 it was given the base".
        """
        while (at := self._dated(at)) >= LEAD:
            if found := [it for it in self.of(at, anchor) if _is_day(it)]:
                return found
            at -= 1
        return []

    def since(self, event: "Token", before: int) -> Iterator[Candidate]:
        """The times from the beginning of ``event`` on, by the sentences up to ``before``: "broke out in May"."""
        for at in range(max(0, before - _HISTORY), before):
            for time in self._all(at):
                if time.expression is None or time.token is None or not begins(time.token, event):
                    continue
                onward = replace(time.expression, bound=Bound.SINCE)
                days = onward.resolve(self.today, Direction.PAST)
                if days is not None:
                    yield replace(time, days=days, expression=onward)

    def _dated(self, at: int) -> int:
        """The last sentence up to ``at`` that names a day; below ``LEAD`` where none does."""
        passed = []
        while at >= LEAD and at not in self._last and not any(map(_is_day, self._all(at))):
            passed.append(at)
            at -= 1
        found = self._last.get(at, at)
        self._last.update(dict.fromkeys(passed, found))
        return found

    def _all(self, at: int) -> tuple[Candidate, ...]:
        if at not in self._found:
            by_day = self.issued is None or self.issued.is_day
            self._found[at] = tuple(_named(*self.sentences[at], at, self.today, by_day=by_day))
        return self._found[at]


def _named(setting: Setting, sentence: "Tokens", at: int, today: date | None, *, by_day: bool) -> Iterator[Candidate]:
    """The times of a sentence that is written on ``today``; ``by_day``: that very day, and not only its month."""
    for expression in times.find(sentence.text):
        first, last = sentence.start_char + expression.span.start, sentence.start_char + expression.span.end
        tokens = setting.doc.char_span(first, last, alignment_mode="expand")
        if tokens is None:
            continue
        verb = governor(tokens.root)
        if verb is not None and expression.bound is Bound.IN:
            other = bound_around(tokens.root, verb, is_other=True)
            if other is Bound.SINCE or other is Bound.AFTER:  # "since the war began in March 2011": from then on
                expression = replace(expression, bound=other)  # noqa: PLW2901
        ahead = verb is not None and (is_future(verb) or _is_scheduled(verb) or sets_a_limit(verb, expression.bound))
        if not by_day and expression.is_from_today:
            continue
        days = expression.resolve(today, Direction.FUTURE if ahead else Direction.PAST)
        if days is not None:
            yield Candidate("named", days, expression, setting.passage.span(first, last), at, tokens.root)


def _is_day(time: Candidate) -> bool:
    return time.days is not None and time.days.granularity is Granularity.DAY


def _is_scheduled(verb: "Token") -> bool:
    """Whether the present tells what is to come: "the exercise opens in May"."""
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _SCHEDULED


def _is_of_another(time: Candidate, anchor: "Token") -> bool:
    """True for the time of a clause that only describes: "Set up in 2005, the base houses", "which joined in 2007"."""
    if time.token is None or time.expression is None or time.token.doc != anchor.doc:
        return False
    verb = governor(time.token)
    if verb is None or verb == anchor or verb.is_ancestor(anchor):
        return False
    if time.expression.bound in (Bound.SINCE, Bound.AFTER):
        return False
    return verb.dep_ in (rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE) or (
        verb.dep_ == rel.ADVERBIAL_CLAUSE and verb.tag_ != "VBG" and next(children(verb, *SUBJECTS), None) is None
    )
