"""What is known of a figure before it is decided what it says happens.

The noun that is counted, the words that govern it, their cues (``geo.lexicon``), the words around, the sentences
beside, what the article is about, the figure before, and what the grammar makes of it. A feature's name says what it
is.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.claims.counting import Counting
from geo.claims.frames.cues import cues_of
from geo.claims.frames.surroundings import Surroundings
from geo.grammar import relations as rel

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WEAK = frozenset({"people", "plan", "thing"})
"""Cues that say little of what a sentence is about."""
_PARTS = frozenset(
    {
        rel.PREPOSITION, rel.OBJECT, rel.PARTICLE, rel.OPEN_COMPLEMENT, rel.ADVERBIAL_CLAUSE, rel.PREDICATE_ADJECTIVE,
        rel.OBJECT_PREDICATE, rel.PREDICATE_NOUN, rel.SUBJECT, rel.CONJUNCT,
    }
)  # fmt: skip
_DESCRIBING = frozenset(
    {
        rel.ADJECTIVE, rel.COMPOUND, rel.NOUN_MODIFIER, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE, rel.APPOSITION,
    }
)  # fmt: skip
_BEFORE, _AFTER, _NEAR_AFTER = 4, 8, 4


def features(counting: Counting, around: Surroundings) -> dict[str, float]:
    """Name -> 1 for all that is so; what the article is about with the share of its sentences that tell of it."""
    about = {f"article {name}": share for name, share in around.topic.items()}
    return dict.fromkeys(_all(counting, (around.before, around.after)), 1.0) | about


def noun_cue(counting: Counting) -> str:
    """The first cue of the counted noun; "?" where it has none."""
    return next(iter(_noun_cues(counting)), "?")


def _noun_cues(counting: Counting) -> tuple[str, ...]:
    noun = counting.noun
    if noun is None:
        return ()
    cues = ("people",) if _is_alive(counting) else cues_of(noun)
    return (*cues, *(("nation",) if noun.ent_type_ == "NORP" else ()))


def _is_alive(counting: Counting) -> bool:
    """Whether the forms know a noun of the dead as one of people: "flood victims"."""
    people = counting.people
    return people is not None and people.head == counting.noun and "killed" in cues_of(people.head)


def _all(counting: Counting, beside: Sequence["Tokens | None"]) -> Iterator[str]:
    cue = noun_cue(counting)
    yield from _counted(counting)
    yield from _governed(counting, cue)
    yield from _words(counting)
    near = _cues_here(counting)
    about = [_cues_in(sentence) for sentence in beside]
    for name in near:
        yield f"here {name}"
    strong = [name for name in near if name not in _WEAK]
    if strong:
        yield f"nearest {min(strong, key=lambda name: near[name])}"
    for which, names in zip(("before", "after"), about, strict=True):
        for name in names:
            yield f"{which} {name}"
    if not _noun_cues(counting):
        for name in near:
            yield f"bare, here {name}"
        for which, names in zip(("before", "after"), about, strict=True):
            for name in names:
                yield f"bare, {which} {name}"
    yield from _number(counting)
    yield from _grammar(counting, cue)
    yield from _figure_before(counting)


def _counted(counting: Counting) -> Iterator[str]:
    noun, names = counting.noun, _noun_cues(counting)
    yield f"noun by {counting.noun_by}"
    if noun is None:
        return
    yield f"noun {'survivor' if _is_alive(counting) else noun.lemma_.lower()}"
    yield from (f"noun is {name}" for name in names or ("?",))
    for part in noun.children:
        if part.dep_ in _DESCRIBING:
            yield f"with {part.lemma_.lower()}"
            yield from (f"with {name}" for name in cues_of(part))
            if part.ent_type_ == "NORP":
                yield "with a people"
            if part.dep_ in (rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE):
                yield from (f"clause {name}" for below in part.children for name in cues_of(below))


def _governed(counting: Counting, cue: str) -> Iterator[str]:
    for level, (above, part) in enumerate(counting.above[:3]):
        short = rel.PREPOSITION if part.startswith(rel.PREPOSITION) else part
        yield f"up{level} {above.lemma_.lower()}"
        yield f"up{level} as {part}"
        for name in cues_of(above):
            yield f"up{level} {name}"
            yield f"up{level} {name} as {short}"
            yield f"up{level} {name} of {cue}"
        if level == 0:
            yield from _governor(above, short, counting.head)


def _governor(above: "Token", part: str, head: "Token") -> Iterator[str]:
    yield f"up0 {above.lemma_.lower()} as {part}"
    for child in above.children:
        if child.dep_ in (rel.PASSIVE_AUXILIARY, rel.PASSIVE_SUBJECT):
            yield "passive"
        elif child.dep_ == rel.NEGATION:
            yield "negated"
        elif child.dep_ == rel.AUXILIARY:
            yield f"aux {child.lower_}"
        if child.dep_ in _PARTS and child != head:
            yield f"up0 {child.dep_} {child.lemma_.lower()}"
            yield from (f"up0 has {name}" for name in cues_of(child))
            yield from (f"up0 below {name}" for below in child.children for name in cues_of(below))


def _words(counting: Counting) -> Iterator[str]:
    tokens, sentence = counting.tokens, counting.sentence
    doc = tokens.doc
    for back, token in enumerate(reversed(doc[max(sentence.start, tokens.start - _BEFORE) : tokens.start])):
        yield f"word -{min(back, 2)} {token.lower_}"
        yield from (f"left {name}" for name in cues_of(token))
    for on, token in enumerate(doc[tokens.end : min(sentence.end, tokens.end + _AFTER)]):
        if on < 3:
            yield f"word +{on} {token.lower_}"
        far = "" if on < _NEAR_AFTER else " far"
        yield from (f"right{far} {name}" for name in cues_of(token))


def _cues_here(counting: Counting) -> dict[str, int]:
    """Cue -> how near to the figure the sentence has it, in words."""
    here = counting.tokens.root.i
    return {name: min(999, *(abs(at - here) for at in places)) for name, places in _cues_at(counting.sentence).items()}


def _cues_in(sentence: "Tokens | None") -> list[str]:
    return [] if sentence is None else sorted(_cues_at(sentence))


@lru_cache(maxsize=4)
def _cues_at(sentence: "Tokens") -> Mapping[str, Sequence[int]]:
    """Cue -> the tokens that give it, in the order of the sentence, which each of its figures and neighbours asks."""
    found: dict[str, list[int]] = {}
    for token in sentence:
        for name in cues_of(token):
            found.setdefault(name, []).append(token.i)
    return found


def _number(counting: Counting) -> Iterator[str]:
    middle = counting.figure.middle or 0
    yield f"size {int(math.log10(middle + 1))}"
    yield f"qualifier {counting.figure.qualifier}"
    yield f"block {counting.setting.passage.kind}"
    if 1900 <= middle <= 2100 and counting.figure.words.isdigit():
        yield "like a year"


def _grammar(counting: Counting, cue: str) -> Iterator[str]:
    people, done = counting.people, counting.done
    if people is None:
        yield "form none"
        return
    yield "form found"
    panel = people.population.panel if people.population is not None else "any"
    yield f"form {panel}"
    if people.whole:
        yield "form whole"
    if people.level is not None:
        yield "form level"
        yield f"form level of {panel}"
    if done is None:
        yield "grammar none"
        return
    yield f"grammar {done.action}"
    yield f"grammar {done.action} of {cue}"
    yield f"grammar {done.action} of {panel}"


def _figure_before(counting: Counting) -> Iterator[str]:
    before = counting.before
    if before is None:
        return
    cue = noun_cue(before)
    yield f"last {cue}"
    if before.at != counting.at:
        return
    action = before.done.action if before.done is not None else "none"
    yield f"last here {cue}"
    yield f"last here {action}"
    if not _noun_cues(counting):
        yield f"bare, last {cue}"
        yield f"bare, last {action}"
