"""The verbs that turn a claim around: what they do (undo, deny, dispute, fail to verify), and what they do that to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.grammar import child, children, objects
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_UNDOING = sense("moves: undoing")
_BACKING = sense("moves: backing")
_DENYING = sense("moves: denying")
_DISPUTING = sense("moves: disputing")
_VERIFYING = sense("moves: verifying")
_CALLING = sense("moves: calling")
_LIES = sense("moves: lies")
PROMISES = sense("moves: promises")
CLAIMS = sense("moves: claims")
THAT = sense("moves: that")

Move = tuple[Status, "Token", "Token"]
"""What it does, the verb, what it does that to."""


def moves(sentence: "Tokens") -> Iterator[Move]:
    """Every such verb of a sentence with each of its targets, in order."""
    for verb in sentence:
        if verb.pos_ != "VERB":
            continue
        lemma_ = verb.lemma_.lower()
        is_back = any(t.lower_ == "back" for t in verb.children)
        shelved = lemma_ == "put" and any(p == "on" and t.lemma_.lower() in ("hold", "ice") for p, t in objects(verb))
        called_off = lemma_ == "call" and any(t.lower_ == "off" for t in verb.children)
        if lemma_ in _UNDOING or (lemma_ in _BACKING and is_back) or shelved or called_off:
            taken_back = PROMISES | {"it", "they", "them"}
            yield from (
                (Status.WITHDRAWN, verb, t)
                for t in _targets(verb)
                if t.lower_ in taken_back or t.lemma_.lower() in taken_back
            )
        elif lemma_ in _DENYING:
            yield from (
                (Status.DENIED, verb, t)
                for t in (*_targets(verb), *children(verb, rel.CLAUSAL_COMPLEMENT, rel.OPEN_COMPLEMENT))
            )
        elif lemma_ in _DISPUTING and not _is_negated(verb):
            yield from ((Status.DISPUTED, verb, t) for t in _targets(verb) if t.lemma_.lower() in CLAIMS | THAT)
        elif lemma_ in _CALLING and any(
            t.lemma_.lower() in _LIES
            for t in children(verb, rel.OBJECT_PREDICATE, rel.CLAUSAL_COMPLEMENT, rel.OBJECT, rel.PREDICATE_NOUN)
        ):
            yield from ((Status.DENIED, verb, t) for t in verb.subtree if t.lemma_.lower() in CLAIMS | THAT)
        elif lemma_ in _VERIFYING and _is_negated(verb):
            yield from ((Status.CLAIMED, verb, t) for t in _targets(verb) if t.lemma_.lower() in CLAIMS | THAT)


def _targets(verb: "Token") -> Iterator["Token"]:
    for target in (
        *children(verb, rel.OBJECT, rel.PASSIVE_SUBJECT),
        *(t for p, t in objects(verb) if p in ("on", "from")),
    ):
        relative = verb.dep_ == rel.RELATIVE_CLAUSE and target.tag_ in ("WDT", "WP")
        yield verb.head if relative else target
    if (
        verb.dep_ == rel.RELATIVE_CLAUSE and child(verb, rel.OBJECT, rel.PASSIVE_SUBJECT) is None
    ):  # "a figure Kyiv disputes"
        yield verb.head
    for inner in children(verb, rel.PREPOSITION):  # "dismissed as a lie the claim": the object may hang on "as"
        for target in inner.subtree:
            if target.dep_ == rel.OBJECT and target.head != verb:
                yield target


def _is_negated(verb: "Token") -> bool:
    above = verb.head if verb.dep_ == rel.OPEN_COMPLEMENT else verb
    return any(t.dep_ == rel.NEGATION for t in verb.children) or above.lemma_.lower() in (
        "unable",
        "impossible",
        "fail",
    )
