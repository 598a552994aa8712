"""When it happened, as of when it holds, when it was reported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from geo import times
from geo.claims.action import Deed
from geo.claims.forms.compared import comparison
from geo.claims.people import Counted
from geo.claims.plans import is_decided, lies_ahead, sets_a_limit
from geo.claims.same_day import pointed_day
from geo.claims.setting import Setting
from geo.grammar import SUBJECTS, child, children, frames, is_future, is_verb
from geo.grammar import relations as rel
from geo.lexicon.deeds import NOMINALS
from geo.lexicon.speech import COUNTING, SAYING
from geo.model import Action, When
from geo.times import Bound, Direction, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LASTING = frozenset({Action.PRESENT, Action.HOST, Action.CONTROL})
"""What lasts is dated by its own clause alone: in "the mission, which numbers 500, will leave in May" May is not it."""


@dataclass(frozen=True, slots=True)
class Timing:
    """``happened`` is when the people did it, ``reported`` the day on which the source said so.

    ``as_of`` is the day that a count made since an unstated beginning stands for ("had fled by Sunday").
    """

    happened: When | None = None
    reported: date | None = None
    expression: TimeExpression | None = None
    as_of: date | None = None


def timing(people: Counted, deed: Deed, sentence: "Tokens", before: Sequence["Tokens"], setting: Setting) -> Timing:
    """Read the dates around a deed; ``before`` are the sentences before it, the nearest last."""
    parts = comparison(sentence)
    happened: TimeExpression | None = None
    reported: date | None = None
    told_by: Token | None = None
    for expression, verb in _hung(sentence, deed.anchor, setting):
        start = sentence.start_char + expression.span.start
        if parts is not None and (start > setting.doc[parts].idx) != people.compared:
            continue  # "200,000, up from 160,000 in June": June is of the second alone
        if _is_of_the_telling(expression, verb, deed, sentence) or _is_of_the_decision(expression, verb, people, deed):
            said = expression.resolve(setting.published, Direction.PAST)
            reported = reported or (said.last if said is not None else None)
        elif happened is None and not (
            verb != deed.anchor and (deed.action in _LASTING or _is_aside(deed.anchor, verb))
        ):
            happened, told_by = expression, verb
    if happened is not None and told_by is not None:
        direction = _direction(told_by, happened.bound)
        days = pointed_day(happened, sentence, before, setting.published) or _days(
            happened, told_by, direction, setting.published
        )
        if happened.bound in (Bound.AS_OF, Bound.BY) and direction is Direction.PAST:
            return Timing(None, reported, happened, days.last if days else None)
        return Timing(days, reported, happened)
    return Timing(None if people.compared else _of_event(sentence, before, setting), reported)


def of_member(own: TimeExpression, verb: "Token", setting: Setting) -> Timing:
    """The time of a member of a list that has one of its own, in the direction of the ``verb`` of the list."""
    return Timing(own.resolve(setting.published, _direction(verb, own.bound)), None, own)


def stands_for(people: Counted, deed: Deed, told: Timing, published: date | None) -> date | None:
    """The day that a stock stands for: the one stated, else that of publication; unknown for "once had 500 troops"."""
    if told.as_of is not None:
        return told.as_of
    if told.happened is not None:
        return min(told.happened.last, published) if published is not None else told.happened.last
    return None if people.compared or _is_over(deed.anchor) else published


def _is_over(verb: "Token") -> bool:
    """True for a past tense that no reported speech asks for."""
    if verb.lemma_.lower() in COUNTING:  # "put the number at": who counts in the past tense counts what is now
        return False
    past = any(t.tag_ == "VBD" for t in (verb, *children(verb, rel.AUXILIARY, rel.PASSIVE_AUXILIARY)))
    return past and not any(t.tag_ in ("VBD", "VBN") and is_verb(t) for t in frames(verb))


def _is_aside(anchor: "Token", verb: "Token") -> bool:
    """True where a relative clause stands between: "Chad, which had taken in 500, closed its border this week"."""
    below = takewhile(lambda t: t != verb, (anchor, *anchor.ancestors))
    return any(t.dep_ == rel.RELATIVE_CLAUSE and t.left_edge.i > 0 and t.left_edge.nbor(-1).text == "," for t in below)


def _is_of_the_telling(expression: TimeExpression, verb: "Token", deed: Deed, sentence: "Tokens") -> bool:
    """True where a date is that of the report or the decision: "said on Monday", "approved on Monday sending"."""
    if verb == deed.anchor:
        return False
    if verb.lemma_.lower() in SAYING | {"distribute", "publish", "issue"}:
        return True
    decided = verb.tag_ in ("VBD", "VBN") and verb in list(frames(deed.anchor))
    return decided and sentence.start_char + expression.span.start < deed.anchor.idx


def _is_of_the_decision(expression: TimeExpression, verb: "Token", people: Counted, deed: Deed) -> bool:
    """True where a date is that of the decision on them: "approved 600 soldiers on Tuesday"."""
    of_day = expression.is_from_today and expression.bound is Bound.IN
    above = verb == deed.anchor or (verb.tag_ == "VBD" and deed.anchor.dep_ == rel.OBJECT and deed.anchor.head == verb)
    return of_day and above and is_decided(verb, people.head)


def _days(told: TimeExpression, verb: "Token", direction: Direction, published: date | None) -> When | None:
    """The days of ``told``; in a Sunday's news those who "were due on Sunday" were due that very day."""
    days = told.resolve(published, direction)
    if direction is Direction.FUTURE and verb.tag_ in ("VBD", "VBN") and told.is_from_today:
        today = told.resolve(published, Direction.PAST)
        return today if today is not None and today.first == today.last == published else days
    return days


def _hung(sentence: "Tokens", anchor: "Token", setting: Setting) -> Iterator[tuple[TimeExpression, "Token"]]:
    """(expression, the verb that it belongs to), those of the nearest verb first."""
    heads = [anchor, *(t for t in anchor.ancestors if is_verb(t))]
    beside = _beside(anchor)
    found = []
    for expression in times.find(sentence.text):
        start = sentence.start_char + expression.span.start
        tokens = setting.doc.char_span(start, sentence.start_char + expression.span.end, alignment_mode="expand")
        if tokens is None:
            continue
        verb = _saying_before(tokens) or _verb_of(tokens.root)
        if verb is None:
            continue
        bound = bound_around(tokens.root, verb, is_other=verb not in heads or _hangs_with(anchor, verb))
        if bound is Bound.BEFORE:
            continue
        if bound is not None:
            expression = replace(expression, bound=bound)  # noqa: PLW2901
        if bound is Bound.SINCE and verb.dep_ == rel.ADVERBIAL_CLAUSE and verb.head in heads:
            verb = verb.head
        # A participle inside the speech ("a statement distributed on Wednesday") belongs to the speech.
        while (
            verb not in heads
            and verb.dep_ in (rel.PARTICIPLE_CLAUSE, rel.OPEN_COMPLEMENT, rel.PREPOSITION_COMPLEMENT)
            and verb.head != verb
        ):
            verb = next((t for t in verb.ancestors if is_verb(t)), verb.head)
        if (
            verb in heads
            and not (verb in beside and _after_subject(tokens.root, verb))
            and not (_is_of_first(tokens.root, verb, heads))
        ):
            found.append((heads.index(verb), expression, verb))
    for _, expression, verb in sorted(found, key=lambda f: f[0]):
        yield expression, verb


def bound_around(date: "Token", verb: "Token", *, is_other: bool) -> Bound | None:
    """How another event bounds a deed: "since the invasion in February", "since fighting broke out on 15 April".

    ``is_other`` says that ``verb`` tells that other event, not the deed.
    """
    above = list(takewhile(lambda t: t != verb, date.ancestors))
    events = [t.lower_ for t in above[1:] if t.dep_ == rel.PREPOSITION]  # above[0] is the date's own preposition
    events += [t.lower_ for t in children(verb, rel.MARKER) if is_other and verb.dep_ == rel.ADVERBIAL_CLAUSE]
    bounds = {"since": Bound.SINCE, "after": Bound.AFTER, "following": Bound.AFTER, "before": Bound.BEFORE}
    return next((bounds[word] for word in events if word in bounds), None)


def _hangs_with(anchor: "Token", verb: "Token") -> bool:
    """ "Since clashes erupted in May, with 900 fleeing": what stands with a clause is another deed."""
    return any(
        t.dep_ == rel.PREPOSITION and t.lower_ == "with" for t in takewhile(lambda t: t != verb, anchor.ancestors)
    )


def _beside(anchor: "Token") -> list["Token"]:
    """The verbs above ``anchor`` that tell another deed beside it: "rebels took the town in May and people fled"."""
    line = [anchor, *anchor.ancestors]
    at = next((i for i, t in enumerate(line) if t.dep_ == rel.CONJUNCT and is_verb(t) and child(t, *SUBJECTS)), None)
    return [] if at is None else [t for t in line[at + 1 :] if is_verb(t)]


def _is_of_first(date: "Token", verb: "Token", heads: Sequence["Token"]) -> bool:
    """Whether a date is of the first of two deeds alone: "deported 500 in August and plans to expel 300"."""
    joined = (t for t in heads if t.dep_ == rel.CONJUNCT and t.head == verb)
    return any(verb.i < date.i < second.i for second in joined)


def _after_subject(date: "Token", verb: "Token") -> bool:
    """False for a date that opens the sentence, and so dates all that follows."""
    doer = child(verb, *SUBJECTS)
    return doer is None or date.i > doer.i


def _saying_before(date: "Tokens") -> "Token | None":
    """The verb of saying behind which a date stands: of "said on Tuesday it had left" a parse may hang it on "left"."""
    at = date.start - 1
    at -= at > date.sent.start and date.doc[at].dep_ == rel.PREPOSITION
    said = date.doc[at]
    if at <= date.sent.start or not is_verb(said) or said.lemma_.lower() not in SAYING or date.end >= date.sent.end:
        return None
    return (
        said if any(t.dep_ in SUBJECTS and t.head.is_ancestor(date.root) for t in date.doc[date.end].subtree) else None
    )


def _verb_of(root: "Token") -> "Token | None":
    """The verb that a date belongs to; none where it only ranks a noun ("its largest mobilisation since 1973")."""
    for above in root.ancestors:
        if is_verb(above):
            return above
        if above.pos_ == "NOUN" and any(t.tag_ in ("JJS", "RBS") or t.lower_ == "first" for t in above.children):
            return None
    return None


def _of_event(sentence: "Tokens", before: Sequence["Tokens"], setting: Setting) -> When | None:
    """The date of an event that was named before: "Last week ... an exercise. ... took part in the exercise"."""
    named = {t.lemma_.lower() for t in sentence if t.lemma_.lower() in NOMINALS and _is_definite(t)}
    for earlier in reversed(before[-2:]):
        if named & {t.lemma_.lower() for t in earlier}:
            for expression in times.find(earlier.text):
                return expression.resolve(setting.published, _direction(earlier.root))
    return None


def _is_definite(noun: "Token") -> bool:
    return any(t.lower_ in ("the", "this", "these", "those", "that") for t in noun.children if t.dep_ == rel.DETERMINER)


def _direction(verb: "Token", bound: Bound = Bound.IN) -> Direction:
    ahead = is_future(verb) or lies_ahead(verb) or sets_a_limit(verb, bound)
    return Direction.FUTURE if ahead else Direction.PAST
