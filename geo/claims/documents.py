"""Who speaks through what is told or published: "according to X", "figures from X", "reports by X that"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.claims.source import Source
from geo.grammar import child, children, is_verb, objects, subject
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import DOCUMENTS, NOMINATIVE, TALLIES

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = sense("documents: told")
_COMING = sense("documents: coming")
_STATED = sense("documents: stated")
_VOICED = sense("documents: voiced")
_RECKONINGS = sense("documents: reckonings")
_CARRYING = sense("documents: carrying")


def according(part: "Token") -> Iterator[Source]:
    """ "According to X", "according to X, quoted by Y", "by X's count"."""
    if part.lower_ == "according":
        for to in children(part, rel.PREPOSITION):
            for told in children(to, rel.PREPOSITION_OBJECT):
                quoters = [
                    t for c in children(told, rel.PARTICIPLE_CLAUSE) for p, t in objects(c) if p == "by" and _carries(c)
                ]
                if quoters and told.lemma_.lower() not in DOCUMENTS:
                    yield Source(quoters[0], (told,), part)
                else:
                    yield from from_whom(told, part, ())
    elif part.lower_ == "as":
        yield from _claimed(part)
    elif part.lower_ in ("by", "on", "per", "in"):
        yield from _counted(part)


def _claimed(part: "Token") -> Iterator[Source]:
    """ "As Kyiv claims", where the parse takes the verb for a noun."""
    for told in children(part, rel.PREPOSITION_OBJECT):
        claimant = child(told, rel.SUBJECT, rel.COMPOUND)
        if told.tag_ == "NNS" and told.lemma_.lower() in _TOLD and claimant is not None:
            yield Source(claimant, (), part)


def _counted(part: "Token") -> Iterator[Source]:
    """ "By X's count", "in the view of X", "by its own account"."""
    for tally in children(part, rel.PREPOSITION_OBJECT):
        owner = child(tally, rel.POSSESSOR, rel.COMPOUND)
        if (part.lower_, tally.lower_) == ("on", "account") and tally.i == part.i + 1:  # "on account of rain"
            continue
        counters = [t for p, t in objects(tally) if p == "of"] if tally.lemma_.lower() in _RECKONINGS else []
        if counters:
            yield Source(counters[0], (), part)
        elif owner is not None and tally.lemma_.lower() in (
            _RECKONINGS if part.lower_ == "in" else TALLIES | _RECKONINGS
        ):  # but "US forces in Europe number 500"
            speaker = _owner(owner, part) if owner.pos_ == "PRON" else owner
            if speaker is not None:
                yield Source(speaker if owner.dep_ == rel.POSSESSOR else tally, (), part)


def _owner(pronoun: "Token", part: "Token") -> "Token | None":
    """Whom "by its own count" means: the doer of the clause; of "by his count" the pronoun, which is looked for."""
    if pronoun.lower_ in ("its", "their"):
        return subject(part.head) if is_verb(part.head) else None
    return pronoun if pronoun.lower_ in NOMINATIVE else None


def from_whom(speaker: "Token", word: "Token", cited: tuple["Token", ...]) -> Iterator[Source]:
    """``speaker``, or whom a tally is from: "data from the ministry", "figures released by the ministry"."""
    if speaker.lemma_.lower() not in DOCUMENTS:  # "a range of estimates from local media"
        speaker = next((t for p, t in objects(speaker) if p == "of" and t.lemma_.lower() in TALLIES), speaker)
    if speaker.lemma_.lower() not in TALLIES:
        yield Source(speaker, cited, word)
        return
    makers = list(_makers(speaker))
    owner = child(speaker, rel.POSSESSOR) if child(speaker, rel.COMPOUND) is None else None  # "X's ministry data"
    yield Source(makers[0] if makers else owner if owner is not None and owner.pos_ != "PRON" else speaker, cited, word)


def _makers(document: "Token") -> Iterator["Token"]:
    """Whom ``document`` is from or by: "data from the ministry", "figures released by the ministry"."""
    for word in (document, *children(document, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE)):
        for preposition, target in objects(word):
            if target.ent_type_ in ("DATE", "TIME"):
                continue
            if preposition == "by" or (preposition == "from" and child(target, rel.NUMBER) is None):
                yield target


def come_from(verb: "Token") -> "Token | None":
    """Whom a number comes from: "the figure of 500 comes from local authorities"."""
    number = child(verb, rel.SUBJECT)
    if verb.lemma_.lower() not in _COMING or number is None or number.lemma_.lower() not in TALLIES:
        return None
    return next((t for p, t in objects(verb) if p == "from" and child(t, rel.NUMBER) is None), None)


def of_claim(token: "Token") -> Iterator[Source]:
    """ "Khartoum's claim that", "voiced concern that", "reports by aid workers that"."""
    above = list(token.ancestors)
    told = next((t for t in above if t.lemma_.lower() in _TOLD and t.pos_ == "NOUN"), None)
    maker = next(_makers(told), None) if told is not None else None
    if (
        told is not None
        and maker is not None
        and any(t.dep_ in (rel.PARTICIPLE_CLAUSE, rel.CLAUSAL_COMPLEMENT, rel.RELATIVE_CLAUSE) for t in told.children)
    ):
        yield Source(maker, (), told)
    for source in (t.head for t in above if t.dep_ in (rel.RELATIVE_CLAUSE, rel.PARTICIPLE_CLAUSE)):
        by = source.head  # "look into reports by a mission that": the parse hangs "by" on the verb
        if by.lower_ == "by" and by.i and by.nbor(-1).lemma_.lower() in _TOLD and by.nbor(-1).pos_ == "NOUN":
            yield Source(source, (), by.nbor(-1))
    stated = next((t for t in above if t.lemma_.lower() in _STATED and t.pos_ == "NOUN"), None)
    owner = child(stated, rel.POSSESSOR) if stated is not None else None
    if owner is not None and owner.pos_ == "PRON":  # "the envoy repeated his call that 500 be sent"
        owner = child(stated.head, rel.SUBJECT) if stated is not None and is_verb(stated.head) else None
    if stated is not None and owner is not None:
        yield Source(owner, (), stated)
    claim = next((t for t in above if t.lemma_.lower() == "claim" and t.pos_ == "NOUN"), None)
    if claim is not None:
        doers = (child(t, rel.SUBJECT) for t in claim.ancestors if is_verb(t))
        claimant = child(claim, rel.POSSESSOR) or next((doer for doer in doers if doer is not None), None)
        if claimant is not None:
            yield Source(claimant, (), claim)
    voiced = next((t for t in above if t.lemma_.lower() in _VOICED and t.dep_ == rel.OBJECT), None)
    if voiced is not None and (voicer := child(voiced.head, rel.SUBJECT)) is not None:
        yield Source(voicer, (), voiced)


def _carries(clause: "Token") -> bool:
    return clause.lemma_.lower() in _CARRYING and clause.tag_ == "VBN"
