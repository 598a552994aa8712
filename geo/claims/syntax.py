"""Reading a dependency parse: who does what, in spaCy's English labels (ClearNLP style)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SHARED_SUBJECT = frozenset({"xcomp", "acomp", "conj", "pcomp", "advcl", "oprd", "prep"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "punct", "cc", "conj", "appos"})
_COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "acl", "acomp", "attr", "pcomp", "prep", "pobj", "dobj", "nsubj", "nsubjpass", "oprd"}
)
_PAIRS = frozenset({("out", "of"), ("close", "to")})
"""Prepositions of two words; of "set out for" the second stands alone."""
_LEADING = frozenset("of in on to for about against".split())
_AMOUNTS = frozenset(
    "total average number figure estimate maximum minimum rest majority most part half third quarter handful couple "
    "party detachment ten score dozen hundred thousand million group force contingent unit convoy column wave batch "
    "team company squad platoon patrol brigade battalion regiment division".split()
)
"""Nouns that are as many as what they are of: what "a convoy of 500 soldiers" does, the soldiers do."""


def children(token: "Token", *labels: str) -> Iterator["Token"]:
    return (child for child in token.children if child.dep_ in labels)


def child(token: "Token", *labels: str) -> "Token | None":
    return next(children(token, *labels), None)


def is_verb(token: "Token") -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ != "prep"  # "including" is no deed


def governor(token: "Token") -> "Token | None":
    """The nearest verb above ``token``."""
    return next((above for above in token.ancestors if is_verb(above)), None)


def subject(verb: "Token") -> "Token | None":
    """Who does it: the verb's own subject, or the one it shares with a verb above ("was ready to accept")."""
    seen = verb
    while True:
        own = next(children(seen, *SUBJECTS), None)
        if own is not None and own.pos_ == "PRON" and own.lemma_.lower() in ("that", "which", "who"):
            return seen.head if seen.dep_ == "relcl" else own
        if own is not None:
            return own
        if seen.dep_ in ("acl", "relcl"):
            return seen.head
        if seen.dep_ == "conj" and (before := _before(seen)) is not None:
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


def argument(noun: "Token") -> "Token":
    """What stands in the clause for ``noun``: of "hundreds of soldiers" and "500 of its soldiers" the number."""
    of = noun.head
    if noun.dep_ == "pobj" and of.lower_ == "of" and (of.head.pos_ == "NUM" or of.head.lemma_.lower() in _AMOUNTS):
        return argument(of.head)
    return noun


def frames(token: "Token") -> Iterator["Token"]:
    """The words whose complement ``token`` is, nearest first: of "plans to agree to send" agree and plans."""
    while token.dep_ in _COMPLEMENTS or (token.dep_ == "conj" and child(token, *SUBJECTS) is None):
        if stands_beside(token) or _is_counted_subject(token):
            return
        if token.dep_ == "prep" and token.lower_ not in _LEADING:  # "promised an inquiry after 500 deserted"
            return
        beside = token.dep_ == "conj" and token.tag_ in (
            "VBD",
            "VBZ",
            "VBP",
        )  # "denied it and said": no frame of "said"
        token = token.head
        if not beside:
            yield token


def holder_of(noun: "Token") -> "Token | None":
    """Who has those whom ``noun`` names: "Turkey's 900 refugees", "Egypt, with 900 refugees", "was third with 900"."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner if owner.pos_ != "PRON" else None
    first = argument(noun)
    if first.dep_ != "pobj" or first.head.lower_ != "with":
        return None
    above = first.head.head
    above = above.head if above.pos_ == "ADV" else above  # "came next with"
    return subject(above) if is_verb(above) else above


def _is_counted_subject(noun: "Token") -> bool:
    """True for the subject of "Jordan's 900 refugees must work": what they must says nothing of how many there are."""
    return noun.dep_ in SUBJECTS and noun.pos_ in ("NOUN", "PROPN") and child(noun, "nummod") is not None


def stands_beside(clause: "Token") -> bool:
    """True for a clause before a semicolon, which parsers take for the complement of the one after it."""
    if clause.dep_ != "ccomp" or clause.i > clause.head.i:
        return False
    return any(t.text == ";" for t in clause.doc[clause.i + 1 : clause.head.i])


def _before(verb: "Token") -> "Token | None":
    """The subject of a second clause that the parser hung on the first one's object ("the drill and X sent")."""
    at = verb.i - 1
    while at > 0 and verb.doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    noun = verb.doc[at]
    joined = noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and noun.left_edge.i > 0
    return noun if joined and verb.doc[noun.left_edge.i - 1].dep_ == "cc" else None


def phrase(noun: "Token", *, clauses: bool = False) -> list["Token"]:
    """The noun phrase of ``noun`` in reading order, without clauses and appositions unless ``clauses``."""
    found = [noun]
    for part in noun.children:
        if clauses or part.dep_ not in _CLAUSES or is_hyphen(part):
            found.extend(phrase(part, clauses=clauses))
    return sorted(found, key=lambda t: t.i)


def is_hyphen(token: "Token") -> bool:
    """True inside a word ("Al-Nour", "MoRR/IOM"), not for a dash between words."""
    return (
        token.is_punct
        and not token.whitespace_
        and token.i > 0
        and not token.nbor(-1).whitespace_
        and (token.text in ("-", "‑", "/"))
    )


def objects(token: "Token") -> Iterator[tuple[str, "Token"]]:
    """(preposition, its object) for each prepositional phrase of ``token``; two-word ones as "out of", "close to"."""
    for prep in children(token, "prep", "agent", "dative"):
        if (target := child(prep, "pobj") or _pointed(prep)) is not None:
            yield prep.lower_, target
            for joined in conjuncts(target):
                yield prep.lower_, joined
        for inner in children(prep, "prep"):
            if (target := child(inner, "pobj")) is not None:  # "out of the town", "across the border into the town"
                yield inner.lower_ if child(prep, "pobj") else f"{prep.lower_} {inner.lower_}", target
    for adverb in children(token, "advmod", "prt", "acomp"):
        for inner in children(adverb, "prep"):
            if (target := child(inner, "pobj")) is not None:
                pair = (adverb.lower_, inner.lower_)
                yield " ".join(pair) if pair in _PAIRS else inner.lower_, target


def _pointed(prep: "Token") -> "Token | None":
    """The adverb of "from here", "to there"."""
    return next((t for t in children(prep, "pcomp", "advmod") if t.lower_ in ("here", "there")), None)


def conjuncts(noun: "Token") -> Iterator["Token"]:
    """The nouns that ``noun`` is coordinated with, to its right."""
    for joined in children(noun, "conj"):
        if joined.pos_ in ("NOUN", "PROPN"):
            yield joined
            yield from conjuncts(joined)


def clause_heads(token: "Token") -> Iterator["Token"]:
    """The verbs above ``token``, nearest first."""
    return (above for above in token.ancestors if is_verb(above))


def is_future(verb: "Token") -> bool:
    return any(t.lower_ in ("will", "'ll", "shall", "would") for t in children(verb, "aux")) or any(
        t.lower_ in ("going", "due", "set", "expected", "scheduled") for t in [verb.head] if verb.dep_ == "xcomp"
    )


def words(tokens: list["Token"]) -> str:
    """The tokens as printed, one space where there was white space."""
    return "".join(t.text_with_ws for t in tokens).strip()
