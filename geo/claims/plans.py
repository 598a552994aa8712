"""What is told as still to come: by the words that frame a deed, by the verb itself, by its day."""

from datetime import date
from typing import TYPE_CHECKING

from geo.claims.modality import DEMANDED, PROMISING, told
from geo.grammar import SUBJECTS, child, children, frames
from geo.grammar import relations as rel
from geo.lexicon.deeds import BRACING
from geo.lexicon.senses import sense
from geo.model import When
from geo.times import Bound

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLANNING = sense("plans: planning")
_AWAITED = sense("plans: awaited")
_DUE = sense("plans: due")
_COMING = sense("plans: coming")
_DECIDING = sense("plans: deciding")
_SENDING = sense("plans: sending")
_PLANS = sense("plans: nouns")
_WILL = ("will", "'ll", "’ll", "shall", "would")
_ONE_AFTER_THE_OTHER = ("before", "after")


def is_planned(deed: "Token") -> bool:
    """True where it has not happened yet: "will send", "plans to send", "is to send", "approved the dispatch of"."""
    chain = told(deed)
    if any(t.lower_ in _WILL for verb in chain for t in children(verb, rel.AUXILIARY)):
        return True
    above = {t.lemma_.lower() for t in chain[1:] if t.pos_ != "NOUN"}
    about_to = deed.dep_ == rel.OPEN_COMPLEMENT and deed.head.lemma_.lower() in _DUE
    about_to = about_to or any(t.lower_ in _COMING for t in children(deed, rel.PREDICATE_ADJECTIVE))  # "are due in"
    awaited = (deed.tag_ == "VBN" and deed.lemma_.lower() in _AWAITED) or deed.lemma_.lower() in BRACING
    awaited = awaited or (deed.pos_ == "NOUN" and deed.dep_ == rel.OBJECT and deed.head.lemma_.lower() == "announce")
    awaited = awaited or any(t.lemma_.lower() == "mean" and t.tag_ == "VBN" for t in chain[1:])  # "is meant to reach"
    by_name = bool(_PLANS & {t.lemma_.lower() for t in chain}) or _is_decided(deed)
    return about_to or awaited or by_name or bool(above & _PLANNING) or _is_under_way(deed) or _is_beside_a_plan(deed)


def is_decided(verb: "Token", counted: "Token | None") -> bool:
    """Whether ``verb`` decides on the ``counted``, who are still to go: "approved 600 soldiers for the mission"."""
    if verb.lemma_.lower() not in _DECIDING or counted is None or not verb.is_ancestor(counted):
        return False
    return not any(it == counted or it.is_ancestor(counted) for it in children(verb, rel.SUBJECT))


def lies_ahead(verb: "Token") -> bool:
    """True where a date beside ``verb`` lies in the future: what is planned or promised in the infinitive."""
    return is_planned(verb) or any(t.lemma_.lower() in PROMISING for t in frames(verb) if verb.tag_ == "VB")


def sets_a_limit(verb: "Token", bound: Bound) -> bool:
    """Whether "by June" or "until June" lies ahead of ``verb``: of "has 400 there until June", and of what is wanted
    by then. What was done by June was done by the last one."""
    if bound not in (Bound.BY, Bound.UNTIL):
        return False
    tags = {t.tag_ for t in (verb, *children(verb, rel.AUXILIARY, rel.PASSIVE_AUXILIARY))}
    perfect = any(t.lemma_.lower() == "have" for t in children(verb, rel.AUXILIARY))
    wanted = verb.lemma_.lower() in DEMANDED and not perfect
    return wanted or not (perfect or tags & {"VBD", "VBN"})


def may_come(verb: "Token") -> bool:
    """ "May be deployed": it may be done one day; "may have been deployed" was done, if at all."""
    helping = {t.lower_ for t in children(verb, rel.AUXILIARY)}
    return not helping.isdisjoint({"may", "might", "could", "can"}) and "have" not in helping


def comes_after(published: date | None, deed: "Token", days: When | None, day: date | None) -> bool:
    """Whether a figure's day lies after that on which it was printed; what has been done by a day is done."""
    if published is None or any(t.lemma_.lower() == "have" for t in children(deed, rel.AUXILIARY)):
        return False
    return (days is not None and days.first > published) or (day is not None and day > published)


def _is_decided(deed: "Token") -> bool:
    """ "A decision to cut 500": what somebody has decided in the infinitive."""
    return deed.tag_ == "VB" and deed.dep_ == rel.PARTICIPLE_CLAUSE and deed.head.lemma_.lower() == "decision"


def _is_under_way(deed: "Token") -> bool:
    """ "Is sending 500", "announced that it was withdrawing 500": who is being sent has not left."""
    if deed.tag_ != "VBG":
        return False
    helping = [t for t in children(deed, rel.AUXILIARY) if t.lemma_.lower() == "be" or t.lower_ in ("'s", "’s")]
    if any(t.tag_ in ("VBZ", "VBP") for t in helping):
        return deed.lemma_.lower() in _SENDING and child(deed, rel.OBJECT) is not None
    announced = deed.dep_ == rel.CLAUSAL_COMPLEMENT and deed.head.lemma_.lower() == "announce"
    return announced and bool(helping) and child(deed, rel.OBJECT) is not None


def _is_beside_a_plan(deed: "Token") -> bool:
    """ "Will be cut to 5,000 before settling on 2,000", "are to go by June, leaving 900"."""
    if deed.tag_ != "VBG" or child(deed, *SUBJECTS, rel.AUXILIARY, rel.MARKER) is not None:
        return False
    if deed.dep_ == rel.ADVERBIAL_CLAUSE:
        return any(map(is_planned, (deed.head, *children(deed.head, rel.OPEN_COMPLEMENT))))
    after = deed.dep_ == rel.PREPOSITION_COMPLEMENT and deed.head.lower_ in _ONE_AFTER_THE_OTHER
    return after and is_planned(deed.head.head)
