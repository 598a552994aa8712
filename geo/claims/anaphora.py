"""Whom a speaker's words mean: "he" and "the ministry" are looked for before, a bare family name is made full.

A pronoun is looked for in the sentences before it, the nearest first, and stays unknown where two could be meant.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from geo.claims.attribution import sources_in
from geo.claims.sentences import Sentences
from geo.claims.source import named
from geo.grammar import child, phrase
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import BODIES, MEDIUM, NOMINATIVE, PERSONS, PRONOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 8
"""Sentences before "he said" in which he was named: two or three paragraphs of agency copy."""
_OPENERS = 3
"""Sentences at the head of a story in which "he" may be named after he spoke."""
_OPENING = frozenset(":;")
_SINGULAR = sense("anaphora: singular")
_MANY = sense("anaphora: many")
_WOMEN = sense("anaphora: women")
_MEN = sense("anaphora: men")


def meant(speaker: "Token", at: int, sentences: Sentences) -> tuple[int, "Token"] | None:
    """The noun that names the speaker: itself, or what a pronoun or "the ministry" stands for."""
    if speaker.lower_ in PRONOUNS:
        pronoun = NOMINATIVE.get(speaker.lower_, speaker.lower_)
        own = _before(speaker, pronoun) if pronoun != speaker.lower_ else _opening(speaker)
        if own is not None:
            return at, own
        return _antecedent(pronoun, at, sentences) or (_postcedent(pronoun, at, sentences) if at < _OPENERS else None)
    return _fuller(speaker, at, sentences) or (at, speaker)


def _before(pronoun: "Token", nominative: str) -> "Token | None":
    """Whom "according to him" means in its own sentence: the one doer before it that it fits."""
    doers = [t for t in pronoun.doc[pronoun.sent.start : pronoun.i] if t.dep_ in rel.SUBJECTS and _fits(t, nominative)]
    return doers[0] if len(doers) == 1 else None


def _opening(pronoun: "Token") -> "Token | None":
    """Who did what stands before a colon or a semicolon: "The agencies doubt it: they say that 500 crossed"."""
    marks = [t.i for t in pronoun.doc[pronoun.sent.start : pronoun.i] if t.text in _OPENING]
    if not marks or pronoun.i != marks[-1] + 1:
        return None
    doers = [t for t in pronoun.doc[pronoun.sent.start : marks[-1]] if t.dep_ in rel.SUBJECTS]
    return doers[0] if len(doers) == 1 and _fits(doers[0], pronoun.lower_) else None


def _antecedent(pronoun: str, at: int, sentences: Sentences) -> tuple[int, "Token"] | None:
    crowded = False
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        sentence = sentences[back][1]
        speakers = [noun for source in sources_in(sentence) for noun in (source.speaker, *source.cited)]
        fitting = [noun for noun in speakers if _fits(noun, pronoun) or (pronoun == "it" and _may_be_body(noun))]
        if len(fitting) > 1 or pronoun == "they":  # "Abbo said he had told the mayor": who says it keeps the floor
            fitting = [noun for noun in fitting if noun.head == sentence.root] or fitting
        if fitting:
            return meant(fitting[0], back, sentences) if len(set(fitting)) == 1 else None
        if crowded:
            continue
        doer = child(sentence.root, rel.SUBJECT, rel.PASSIVE_SUBJECT)
        others = [noun for noun in chain(speakers, [doer]) if noun is not None and noun.lower_ in _SINGULAR]
        if pronoun in _SINGULAR and any(noun.lower_ != pronoun for noun in others):
            return None
        people = [
            ent.root for ent in sentence.ents if ent.label_ == "PERSON" and sentences[back][0].mention(ent.root) is None
        ]
        if (
            doer is not None
            and pronoun != "they"
            and _fits(doer, pronoun)
            and not (pronoun in _SINGULAR and _others(people, doer))
        ):
            return meant(doer, back, sentences)
        crowded = pronoun in _SINGULAR and bool(people)  # from here back only whoever speaks is meant
    return None


def _postcedent(pronoun: str, at: int, sentences: Sentences) -> tuple[int, "Token"] | None:
    """Whom "he" means where a story opens with his words and names him in the next sentences."""
    if pronoun not in _SINGULAR:
        return None
    for ahead in range(at + 1, min(at + 1 + _REACH, len(sentences))):
        speakers = [source.speaker for source in sources_in(sentences[ahead][1])]
        named_ = [noun for noun in speakers if noun.ent_type_ == "PERSON" and _fits(noun, pronoun)]
        if named_:
            return ahead, named_[0]
    return None


def _others(people: Sequence["Token"], doer: "Token") -> bool:
    """True where somebody is named beside ``doer``."""
    own = {t.i for t in phrase(doer, clauses=True)}
    return any(person.i not in own for person in people)


def _fits(noun: "Token", pronoun: str) -> bool:
    """Whether ``noun`` may be what ``pronoun`` means."""
    if noun.pos_ == "PRON":
        return False
    is_plural = (noun.tag_ in ("NNS", "NNPS") or noun.lower_ in _MANY) and noun.ent_type_ != "PERSON"
    titles = phrase(noun) if noun.pos_ == "PROPN" and not _is_body(noun) else [noun]
    is_person = noun.ent_type_ == "PERSON" or any(t.lemma_.lower() in PERSONS for t in titles)
    match pronoun:
        case "he" | "she":
            return is_person and not is_plural and _sex(noun) in (None, pronoun)
        case "it":
            return not is_plural and not is_person and (noun.ent_type_ in ("ORG", "GPE", "NORP") or _is_body(noun))
        case "they":
            return is_plural or child(noun, rel.CONJUNCT) is not None
    return False


def _may_be_body(noun: "Token") -> bool:
    """A speaker that is no person: "the border guard"."""
    return noun.tag_ in ("NN", "NNP") and noun.ent_type_ != "PERSON" and noun.lemma_.lower() not in PERSONS


def _is_body(noun: "Token") -> bool:
    return noun.lemma_.lower() in BODIES | MEDIUM


def _sex(noun: "Token") -> str | None:
    """As far as the words tell: "spokeswoman", "Mr", "king"."""
    around = {t.lower_.rstrip(".") for t in phrase(noun, clauses=True)}
    if any(word.endswith("woman") for word in around) or around & _WOMEN:
        return "she"
    if any(word.endswith("spokesman") for word in around) or around & _MEN:
        return "he"
    return None


def _fuller(speaker: "Token", at: int, sentences: Sentences) -> tuple[int, "Token"] | None:
    """ "The ministry", where just one ministry was named before: that one."""
    if [t.lower_ for t in phrase(speaker)] != ["the", speaker.lower_] or speaker.lemma_.lower() not in BODIES:
        return None
    told, another = sentences.bodies.get(speaker.lemma_.lower(), ([], at))
    before = bisect_left(told, at, key=itemgetter(0))
    return told[before - 1] if before and another >= at else None


def full_name(speaker: "Token", at: int, sentences: Sentences) -> str:
    """The source in words; of a bare family name the name that the article gave in full before."""
    words = named(speaker)
    if speaker.pos_ != "PROPN" or len(phrase(speaker)) > 1:
        return words
    first, full = sentences.full_names.get(speaker.text, (at, words))
    return full if first < at else words
