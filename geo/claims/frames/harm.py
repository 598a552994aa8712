"""People of whom the grammar says that they were killed or wounded, or are missing: they are in no panel, whoever they
were before. Of 1,135 such figures of the annotated sets none is."""

from itertools import chain
from typing import TYPE_CHECKING

from geo.claims.counting import Counting
from geo.claims.frames.cues import cues_of
from geo.grammar import SUBJECTS, argument, children, is_verb
from geo.grammar import relations as rel
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = (rel.RELATIVE_CLAUSE, rel.PARTICIPLE_CLAUSE)
_HARM = frozenset({"killed", "wounded", "missing"})
_SUFFERED = sense("harm: suffered")
_NUMBERING = sense("harm: numbering")
_LIVES = sense("harm: lives")


def is_told(counting: Counting) -> bool:
    """Whether the people of a figure are told to be dead, wounded or missing."""
    noun, number = counting.noun or counting.head, counting.tokens.root  # "thousands of troops who went missing"
    part = argument(noun)
    return (
        _happens(part.head, part)
        or any(map(_describes, chain.from_iterable(children(word, *_CLAUSES) for word in (noun, number))))
        or (noun.dep_ == rel.PREPOSITION_OBJECT and noun.head.lower_ == "of" and _is_noun_of_harm(noun.head.head))
        or (noun.dep_ == rel.POSSESSOR and noun.head.lemma_.lower() in _LIVES)
    )


def _happens(verb: "Token", part: "Token") -> bool:
    """ "200 drowned", "bombs killed 200", "the dead include 200": of the subject or object ``part`` of ``verb``."""
    if not is_verb(verb):
        return False
    if part.dep_ == rel.SUBJECT:
        return verb.lemma_.lower() in _SUFFERED
    if part.dep_ == rel.OBJECT and verb.lemma_.lower() in _NUMBERING:
        return any(_is_harm(noun) for noun in children(verb, *SUBJECTS))
    return part.dep_ in (rel.OBJECT, rel.PASSIVE_SUBJECT) and _is_harm(verb)


def _describes(clause: "Token") -> bool:
    """ "Killed in the raid", "who drowned", "that went missing"; not "whose homes were hit", "who killed 20"."""
    doers = list(children(clause, *SUBJECTS))
    if any(doer.tag_ not in ("WP", "WDT") for doer in doers):
        return False
    missing = any(_is_missing(t) for t in children(clause, rel.OPEN_COMPLEMENT, rel.PREDICATE_ADJECTIVE))
    return missing or clause.lemma_.lower() in _SUFFERED or (clause.tag_ == "VBN" and _is_harm(clause))


def _is_missing(word: "Token") -> bool:
    return "missing" in cues_of(word)


def _is_harm(word: "Token") -> bool:
    found = _HARM.intersection(cues_of(word))
    after = word.doc[word.i + 1 : word.i + 2].text
    return bool(found) and not (found == {"wounded"} and after == "out")  # "burned out" of their homes


def _is_noun_of_harm(word: "Token") -> bool:
    """ "The massacre of 200", "the fate of 200", "claimed the lives of 200"."""
    lives = word.lemma_.lower() in _LIVES and word.head.lemma_.lower() not in ("save", "rescue")
    return word.pos_ == "NOUN" and (lives or _is_harm(word))
