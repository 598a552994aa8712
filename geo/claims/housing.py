"""What befalls homes: figures of their own, never turned into people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.claims.verbs import Deed
from geo.grammar import SUBJECTS, argument, children, governor, objects
from geo.grammar import relations as rel
from geo.lexicon import deeds
from geo.lexicon.senses import sense
from geo.model import Action

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATES = sense("housing: states")

_BESIDE = 2
"""Words from one verb to another that shares its homes: "damaged or destroyed"."""


def ruin(head: "Token") -> Deed | None:
    """How the homes counted by ``head`` were destroyed, damaged or emptied; None where nothing befell them.

    Of "damaged or destroyed" the weaker is told: nobody says how many were destroyed.
    """
    verb = governor(head)
    found = [*(_of_verb(verb, head) if verb is not None else ()), *_of_noun(head), *_described(head)]
    return next((deed for deed in found if deed.action is Action.DAMAGE), found[0] if found else None)


def befalls(verb: "Token") -> Action | None:
    """What a verb does to homes."""
    word = verb.lemma_.lower()
    if any((word, particle.lower_) in deeds.RUIN_PARTICLES for particle in children(verb, rel.PARTICLE, rel.ADVERB)):
        return Action.DESTROY
    if word == "reduce" and any(t.lemma_.lower() in ("rubble", "ash", "ruin") for _, t in objects(verb)):
        return Action.DESTROY
    if word in _STATES:
        for state in children(
            verb, rel.OBJECT_PREDICATE, rel.PREDICATE_ADJECTIVE, rel.CLAUSAL_COMPLEMENT, rel.OPEN_COMPLEMENT
        ):
            if action := deeds.RUIN.get(state.lemma_.lower()):
                return action
        return None
    return deeds.RUIN.get(word)


def _of_verb(verb: "Token", head: "Token") -> Iterator[Deed]:
    """The verb that the homes are the subject or object of, and one that is joined to it ("damaged or destroyed")."""
    first = argument(head)
    while first.dep_ in (rel.CONJUNCT, rel.APPOSITION) and first.head.pos_ in ("NOUN", "NUM"):
        first = first.head
    undergoes = first.dep_ in (*SUBJECTS, rel.OBJECT, rel.ADVERBIAL_NOUN) and first.head == verb
    for told in (verb, *children(verb, rel.CONJUNCT), verb.head) if undergoes else ():
        shares = abs(told.i - verb.i) <= _BESIDE
        if shares and (action := befalls(told)) is not None:
            yield Deed(action, told)


def _of_noun(head: "Token") -> Iterator[Deed]:
    """ "the destruction of 2,000 houses", "damage to 300 homes"."""
    first = argument(head)
    if first.dep_ == rel.PREPOSITION_OBJECT and first.head.lower_ in ("of", "to"):
        noun = first.head.head
        if noun.pos_ in ("NOUN", "VERB") and (action := deeds.RUIN.get(noun.lemma_.lower())):
            yield Deed(action, noun)


def _described(head: "Token") -> Iterator[Deed]:
    """ "3,000 destroyed homes", "homes flattened in the raid"."""
    for word in children(head, rel.ADJECTIVE, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE):
        if (action := befalls(word)) is not None:
            yield Deed(action, word)
