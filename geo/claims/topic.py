"""Figures that no noun or verb beside them gives to people, by what is spoken of around them.

A garrison "stands at 900", a camp "counts 15,000 on its registers", a list goes "Kenya 400, Jamaica 24". Forces or
people driven from home are then what the sentence, or else one shortly before it, is about; and the figure must be the
number of somebody: of a place, a force, a count, or of people. What they do is the plainest that can be said of them.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.claims.counted import Counted
from geo.claims.people import is_known, is_nation, lemma
from geo.claims.syntax import SUBJECTS, argument, children, governor, is_verb, phrase, subject
from geo.claims.verbs import Deed, of_verb
from geo.claims.words import deeds, topics
from geo.claims.words.people import UNITS
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_SMALLEST = 10
_MARCHES = frozenset({Action.DEPLOY, Action.WITHDRAW, Action.EXERCISE, Action.RECRUIT, Action.PRESENT})
_PLACES = ("GPE", "LOC", "FAC", "NORP")
_INSIDE = frozenset("nummod quantmod compound amod nmod".split())
_ENDS = frozenset(",;:.)(–—\"”")


class Topic(StrEnum):
    """What a sentence speaks of."""

    FORCES = "forces"
    UPROOTED = "uprooted"


def by_topic(figure: "Tokens", before: Sequence["Tokens"]) -> tuple[Counted, Deed] | None:
    """Whom ``figure`` counts and what they do, by its sentence and the sentences ``before``, the nearest last."""
    people = _people(figure)
    if people is None and (_counts_things(figure) or not _is_number_of_somebody(figure)):
        return None
    head = people if people is not None else figure.root
    topic = _topic(figure, before, head)
    if topic is None or _is_spared(head) or _is_part(figure):
        return None
    if people is not None and not _may_be(people, topic):
        return None
    population = Population.TROOPS if topic is Topic.FORCES else None
    done = _deed(figure, head, topic)
    tokens = tuple(t for t in phrase(people) if figure.end <= t.i <= people.i) if people is not None else ()
    return Counted(head, tokens, population, done=done), done


def _topic(figure: "Tokens", before: Sequence["Tokens"], head: "Token") -> Topic | None:
    """What the nearest sentence that speaks of either speaks of; in one that speaks of both, what stands nearer."""
    for sentence in (figure.sent, *reversed(before)):
        forces = _signs(sentence, topics.FORCES, figure)
        uprooted = _signs(sentence, topics.UPROOTED, figure)
        if forces or uprooted:
            ours, theirs = (len(signs) - min(signs, default=99) / 50 for signs in (forces, uprooted))
            return Topic.FORCES if ours > theirs else Topic.UPROOTED
    return None


def _signs(sentence: "Tokens", words: frozenset[str], figure: "Tokens") -> list[int]:
    """How far from ``figure`` each sign stands. A capital hides a name: "Camp Schwab" shelters nobody."""
    return [
        abs(token.i - figure.start)
        for token in sentence
        if (token.lemma_.lower() in words or token.lower_ in words)
        and not (token.lower_ in ("camp", "shelter", "mission") and token.text[0].isupper())
    ]


def _people(figure: "Tokens") -> "Token | None":
    """The noun that the figure stands before, where it is one of people."""
    noun = _noun(figure)
    if noun is None or noun.i < figure.start:
        return None
    named = noun.tag_ == "NNPS" and noun.text.endswith("s")
    is_people = lemma(noun) in topics.UNIFORMED | topics.ANYBODY or is_known(noun) or is_nation(noun) or named
    return noun if is_people and lemma(noun) not in UNITS else None


def _noun(figure: "Tokens") -> "Token | None":
    """The noun that the figure is hung on, or that follows it."""
    above = figure.root
    while above.dep_ in _INSIDE and above.head != above and above.head.sent == figure.sent:
        above = above.head
        if above.i >= figure.end and above.pos_ in ("NOUN", "PROPN"):
            return above
    for token in figure.doc[figure.end : min(figure.end + 3, figure.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ != "ADJ":
            return None
    return None


def _counts_things(figure: "Tokens") -> bool:
    """True where a noun of no people follows, or one that the figure is a share or a part of."""
    after = figure.doc[figure.end] if figure.end < figure.sent.end else None
    return _noun(figure) is not None or (after is not None and (after.lower_ in ("of", "and") or after.like_num))


def _is_number_of_somebody(figure: "Tokens") -> bool:
    """Whether the words before a bare figure are of a place, a force, a count, or of people."""
    root, verb = figure.root, governor(figure.root)
    before = figure.doc[max(figure.sent.start, figure.start - 3) : figure.start]
    words = [t for t in before if not t.is_punct and t.pos_ not in ("ADP", "DET", "PART", "CCONJ")]
    if words and _has_people(words[-1]):
        return True
    if verb is None or verb.lemma_.lower() not in topics.STANDING | topics.ROOM:
        return False
    doer = subject(verb)
    return root.pos_ in ("NUM", "NOUN") and doer is not None and (doer.pos_ == "PRON" or _has_people(doer))


def _has_people(noun: "Token") -> bool:
    word = noun.lemma_.lower()
    return (
        word in topics.COUNTS | topics.FORCES | topics.ROOM
        or (noun.ent_type_ in _PLACES and noun.pos_ in ("PROPN", "NOUN"))
        or (noun.pos_ in ("NOUN", "PROPN") and (is_known(noun) or is_nation(noun)))
    )


def _may_be(people: "Token", topic: Topic) -> bool:
    """Whether people of this noun can be what the sentence is about."""
    word = lemma(people)
    named = is_nation(people) or people.tag_ == "NNPS"
    return named or word in (topics.UNIFORMED if topic is Topic.FORCES else topics.ANYBODY)


def _is_spared(head: "Token") -> bool:
    """Whether something else is told of those counted: that they were fed, hurt, polled."""
    near = [argument(head).head, head.head, governor(head), *children(head, "acl", "relcl", "amod")]
    return any(t is not None and t.lemma_.lower() in topics.SPARED | deeds.HARM for t in near)


def _is_part(figure: "Tokens") -> bool:
    return any(t.lower_ in ("including", "among") for t in figure.doc[max(0, figure.start - 2) : figure.start])


def _deed(figure: "Tokens", head: "Token", topic: Topic) -> Deed:
    """What the verb says, as far as it says it of such people; else that they are there."""
    verb = governor(head)
    anchor = verb if verb is not None else head
    readings = [found for found in of_verb(anchor)] if is_verb(anchor) else []
    if topic is Topic.FORCES:
        told = next((found for found in readings if found.action in _MARCHES), None)
        return told or Deed(Action.PRESENT, anchor)
    told = next((found for found in readings if found.action in deeds.MOVES), None)
    if told is not None:
        return told
    word, role = anchor.lemma_.lower(), argument(head).dep_
    if word in topics.TAKEN_OUT and role in ("dobj", "nsubjpass"):
        return Deed(Action.EVACUATE, anchor)
    if word in topics.GONE_BACK:
        return Deed(Action.RETURN, anchor)
    return Deed(Action.HOST, anchor)
