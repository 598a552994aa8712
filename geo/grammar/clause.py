"""Who does what in a clause: subjects, also shared ones; what stands for a noun; what a clause completes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.grammar.tree import child, children, clause_heads, is_verb
from geo.lexicon.amounts import AMOUNTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHARED_SUBJECT = frozenset(
    {
        rel.OPEN_COMPLEMENT,
        rel.PREDICATE_ADJECTIVE,
        rel.CONJUNCT,
        rel.PREPOSITION_COMPLEMENT,
        rel.ADVERBIAL_CLAUSE,
        rel.OBJECT_PREDICATE,
        rel.PREPOSITION,
    }
)
_DEEPEST = 12
"""Words above one another that frame a deed; only a list without end has more."""
_COMPLEMENTS = frozenset(
    {
        rel.OPEN_COMPLEMENT,
        rel.CLAUSAL_COMPLEMENT,
        rel.PARTICIPLE_CLAUSE,
        rel.PREDICATE_ADJECTIVE,
        rel.PREDICATE_NOUN,
        rel.PREPOSITION_COMPLEMENT,
        rel.PREPOSITION,
        rel.PREPOSITION_OBJECT,
        rel.OBJECT,
        rel.SUBJECT,
        rel.PASSIVE_SUBJECT,
        rel.OBJECT_PREDICATE,
    }
)
_LEADING = frozenset("of in on to for about against".split())


def subject(verb: "Token") -> "Token | None":
    """Who does it: the verb's own subject, or the one it shares with a verb above ("was ready to accept")."""
    seen = verb
    while True:
        own = next(children(seen, *rel.SUBJECTS), None)
        if own is not None and own.pos_ == "PRON" and own.lemma_.lower() in ("that", "which", "who"):
            return seen.head if seen.dep_ == rel.RELATIVE_CLAUSE else own
        if own is not None:
            return own
        if seen.dep_ in (rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE):
            return seen.head
        if seen.dep_ == rel.CONJUNCT and (before := _before(seen)) is not None:
            return before
        if seen.dep_ not in _SHARED_SUBJECT or seen.head == seen:
            return None
        seen = seen.head


def named_subject(verb: "Token") -> "Token | None":
    """As ``subject``; for "it" or "they" in reported speech the speaker: "Chad said it would send" is Chad."""
    doer = subject(verb)
    if doer is not None and doer.lower_ in ("it", "they"):
        above = next((t for t in clause_heads(doer.head) if subject(t) not in (None, doer)), None)
        doer = subject(above) if above is not None else None
    return doer


def _before(verb: "Token") -> "Token | None":
    """The subject of a second clause that the parser hung on the first one's object ("the drill and X sent")."""
    at = verb.i - 1
    while at > 0 and verb.doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    noun = verb.doc[at]
    joined = noun.dep_ == rel.CONJUNCT and noun.pos_ in ("NOUN", "PROPN") and noun.left_edge.i > 0
    return noun if joined and verb.doc[noun.left_edge.i - 1].dep_ == rel.CONJUNCTION else None


def argument(noun: "Token") -> "Token":
    """What stands in the clause for ``noun``: of "hundreds of soldiers" and "500 of its soldiers" the number."""
    of = noun.head
    if (
        noun.dep_ == rel.PREPOSITION_OBJECT
        and of.lower_ == "of"
        and (of.head.pos_ == "NUM" or of.head.lemma_.lower() in AMOUNTS)
    ):
        return argument(of.head)
    return noun


def holder_of(noun: "Token") -> "Token | None":
    """Who has those whom ``noun`` names: "Turkey's 900 refugees", "Egypt, with 900 refugees", "was third with 900"."""
    owner = child(noun, rel.POSSESSOR)
    if owner is not None:
        return owner if owner.pos_ != "PRON" else None
    first = argument(noun)
    if first.dep_ != rel.PREPOSITION_OBJECT or first.head.lower_ != "with":
        return None
    above = first.head.head
    above = above.head if above.pos_ == "ADV" else above  # "came next with"
    return subject(above) if is_verb(above) else above


def frames(token: "Token") -> Iterator["Token"]:
    """The words whose complement ``token`` is, nearest first: of "plans to agree to send" agree and plans."""
    for _ in range(_DEEPEST):
        if token.dep_ not in _COMPLEMENTS and (token.dep_ != rel.CONJUNCT or child(token, *rel.SUBJECTS) is not None):
            return
        if stands_beside(token) or _is_counted_subject(token):
            return
        if token.dep_ == rel.PREPOSITION and token.lower_ not in _LEADING:  # "promised an inquiry after 500 deserted"
            return
        beside = token.dep_ == rel.CONJUNCT and token.tag_ in (
            "VBD",
            "VBZ",
            "VBP",
        )  # "denied it and said": no frame of "said"
        token = token.head
        if not beside:
            yield token


def _is_counted_subject(noun: "Token") -> bool:
    """True for the subject of "Jordan's 900 refugees must work": what they must says nothing of how many there are."""
    return noun.dep_ in rel.SUBJECTS and noun.pos_ in ("NOUN", "PROPN") and child(noun, rel.NUMBER) is not None


def stands_beside(clause: "Token") -> bool:
    """True for a clause before a semicolon, which parsers take for the complement of the one after it."""
    if clause.dep_ != rel.CLAUSAL_COMPLEMENT or clause.i > clause.head.i:
        return False
    return any(t.text == ";" for t in clause.doc[clause.i + 1 : clause.head.i])


def is_future(verb: "Token") -> bool:
    return any(t.lower_ in ("will", "'ll", "shall", "would") for t in children(verb, rel.AUXILIARY)) or any(
        t.lower_ in ("going", "due", "set", "expected", "scheduled", "are", "is", "were", "was")
        for t in [verb.head]
        if verb.dep_ == rel.OPEN_COMPLEMENT
    )


def role_of(noun: "Token") -> str:
    """The part that ``noun`` has in its clause; of coordinated nouns that of the first."""
    return first_of(noun).dep_


def first_of(noun: "Token") -> "Token":
    first = argument(noun)
    while first.dep_ == rel.CONJUNCT and not is_verb(first.head):
        first = argument(first.head)
    return first
