"""The words that describe the counted, as printed: "Kenyan civilians", "members of the security forces"."""

from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from geo.claims.forms.bare import MEASURES
from geo.claims.people import is_known, is_nation, lemma
from geo.grammar import argument, children, is_hyphen, phrase
from geo.grammar import relations as rel
from geo.lexicon.people import CONTAINERS

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LEFT_OUT = frozenset(
    {
        rel.POSSESSOR,
        rel.CASE,
        rel.PUNCTUATION,
        rel.RELATIVE_CLAUSE,
        rel.PARTICIPLE_CLAUSE,
        rel.APPOSITION,
        rel.CONJUNCTION,
        rel.CONJUNCT,
        rel.PREDETERMINER,
        rel.PRECONJUNCTION,
        rel.NEGATION,
    }
)
_NUMBER = frozenset({rel.NUMBER, rel.NUMBER_MODIFIER, rel.DETERMINER})
_JOINTS = ("CCONJ", "PUNCT", "PART")
_IN_A_LIST = ("NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT")


def description(figure: "Tokens", head: "Token") -> list["Token"]:
    """The noun with its own adjectives; of "300 Uzbek and 1,200 Russian soldiers" the first are "Uzbek soldiers"."""
    between = list(figure.doc[figure.end : head.i])
    if argument(head) == head and any(t.like_num for t in between):
        own = [t for t in takewhile(lambda t: t.pos_ not in _JOINTS and not t.like_num, between) if t.pos_ != "ADP"]
        return [*own, head]
    return [*dropwhile(lambda t: t.pos_ == "DET", _phrase_beside(figure, head)), *joined_to(head)]


def printed(figure: "Tokens", noun: "Token | None", *, named: bool) -> tuple["Token", ...]:
    """The noun that a figure stands with by the parse alone, where no form knows whom it counts: "police officers",
    and where it may be a name ("3,000 Karen") that."""
    if noun is None or noun.tag_ == "VBG" or lemma(noun) in MEASURES:
        return ()
    return tuple(description(figure, noun)) if noun.pos_ == "NOUN" or (named and noun.pos_ == "PROPN") else ()


def _phrase_beside(figure: "Tokens", head: "Token") -> list["Token"]:
    after = figure.end if figure.end <= head.i else 0
    return [t for t in described(head) if t.i >= after and not (t.head == head and t.dep_ in _NUMBER)]


def described(head: "Token") -> list["Token"]:
    """The noun with what describes it, without owners and clauses: "members of the security forces"."""
    found = [head]
    for part in head.children:
        if part.dep_ in _LEFT_OUT and not is_hyphen(part):
            continue
        if part.dep_ == rel.PREPOSITION:
            if part.lower_ == "of" and lemma(head) in CONTAINERS:
                found.append(part)
                found.extend(t for target in children(part, rel.PREPOSITION_OBJECT) for t in _with_article(target))
        elif part.i < head.i:
            found += [*described(part), *(t for t in _joined(part) if t.i < head.i)]
    return sorted(found, key=lambda t: t.i)


def joined_to(noun: "Token") -> list["Token"]:
    """ ", women and children" of "1,200 men, women and children": others whom the same number counts."""
    others = [t for t in noun.conjuncts if t.i > noun.i]
    return _joined(noun) if all(is_known(t) or is_nation(t) for t in others) else []


def _joined(first: "Token") -> list["Token"]:
    """What "and" joins to a word, with all between; nothing where a number or a clause of its own stands there."""
    last = max((t.i for t in first.conjuncts), default=first.i)
    found = list(first.doc[first.i + 1 : last + 1])
    return found if all(t.pos_ in _IN_A_LIST and not t.like_num for t in found) else []


def _with_article(noun: "Token") -> list["Token"]:
    """The phrase of ``noun``; where its owner is left out, the owner's article stays ("the [nation's] forces")."""
    articles = [t for owner in children(noun, rel.POSSESSOR) for t in children(owner, rel.DETERMINER)]
    return articles + described(noun)


def before_noun(noun: "Token") -> tuple["Token", ...]:
    """A noun that is named elsewhere in the sentence, with the words before it that describe it."""
    left = (rel.DETERMINER, rel.NUMBER, rel.POSSESSOR, rel.CASE)
    found = {t for t in phrase(noun) if t.i <= noun.i and t.dep_ not in left}
    found |= {t for part in found - {noun} for t in _joined(part) if t.i < noun.i}
    return tuple(sorted(found, key=lambda t: t.i))
