"""Shelters in what a verb or noun says: that it leads into one, and for how many there is room."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.grammar import children, governor, is_verb, objects, phrase, subject
from geo.grammar import relations as rel
from geo.lexicon import deeds

if TYPE_CHECKING:
    from spacy.tokens import Token


def makes_room(word: "Token") -> bool:
    """ "A camp meant for 6,000 families", "the shelter has beds for 350 people", but no stadium."""
    if word.lemma_.lower() not in deeds.CAPACITY:
        return False
    verb = word if is_verb(word) else governor(word)
    built = subject(verb) if verb is not None else None
    return any(t is not None and is_haven(t) for t in (built, word.head, word.head.head))


def is_shelter_for(head: "Token") -> bool:
    """ "Planned as a shelter for 1,800 people", "a camp for 6,000": as many as it takes."""
    haven = head.head.head
    is_one = any(t.lower_ in ("a", "an", "one") for t in children(haven, rel.DETERMINER, rel.NUMBER))
    return head.head.lower_ == "for" and is_one and is_haven(haven)


def haven_for(people: "Token") -> "Token | None":
    """The shelter that is there for ``people``, however the parse hangs "for": "runs a camp near Tripoli for 900"."""
    if people.dep_ != rel.PREPOSITION_OBJECT or people.head.lower_ != "for":
        return None
    above = people.head.head
    beside = [above, *children(above, rel.OBJECT)] if is_verb(above) else [above]
    return next((noun for noun in beside if noun.pos_ == "NOUN" and is_haven(noun)), None)


def to_haven(verb: "Token") -> bool:
    """True where the verb leads into a shelter: "moved to safer ground", "are staying in relief camps"."""
    return any(
        preposition in ("to", "into", "in", "at", "under") and is_haven(target)
        for holder in (verb, *children(verb, rel.OBJECT, rel.PREDICATE_ADJECTIVE), *_packed(verb))
        for preposition, target in objects(holder)
    )


def _packed(verb: "Token") -> Iterator["Token"]:
    """ "Cramped" of "live cramped in tents", right behind the verb however the parse hangs it."""
    return (
        t for t in children(verb, rel.ADVERBIAL_CLAUSE, rel.OPEN_COMPLEMENT) if t.i == verb.i + 1 and t.tag_ != "VBG"
    )


def is_haven(noun: "Token") -> bool:
    """ "Shelters", "tents", "safer ground": where people stay who had to leave."""
    described = {t.lower_ for t in phrase(noun)}
    return noun.lemma_.lower() in deeds.HAVENS or (
        noun.lemma_.lower() in deeds.GROUNDS and not described.isdisjoint(deeds.SAFE)
    )
