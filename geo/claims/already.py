"""People who are there already, whom a plan is only about: "will reinforce the 900 soldiers already in Gao"."""

from typing import TYPE_CHECKING

from geo.grammar import SUBJECTS, children, first_of, governor
from geo.grammar import relations as rel
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOW = sense("already: now")
_CURRENT = sense("already: current")
_ADDING = sense("already: adding")
_DONE = sense("already: done")
_AGAINST = ("to", "on", "from", "over", "for", "alongside")
"""Prepositions between a change and those who are there: "add 200 to the 900 now in Gao"."""
_REACH = 3
"""Words after the counted in which they are told to be there now."""


def is_there_already(counted: "Token") -> bool:
    """Whether the ``counted`` are told to be where they are now, and are not those who do, or are to do, anything."""
    first = first_of(counted)
    if first.dep_ == rel.PREPOSITION_OBJECT and first.head.lower_ == "of" and _is_current(first.head.head):
        first = first.head.head  # "from its current strength of 900 soldiers"
    if first.dep_ in SUBJECTS or not _is_now(counted):
        return False
    if first.dep_ == rel.PREPOSITION_OBJECT:
        return first.head.lower_ in _AGAINST
    verb = governor(first)
    return first.dep_ == rel.OBJECT and verb is not None and verb.lemma_.lower() in _ADDING


def _is_now(counted: "Token") -> bool:
    """ "The 900 soldiers already in", "the 900 currently on patrol", "from 900 now", "its current strength of 900"."""
    above = counted.head.head if counted.dep_ == rel.PREPOSITION_OBJECT else counted
    if _is_current(counted) or _is_current(above):
        return True
    if any(t.lemma_ == "have" and t.tag_ in ("VBZ", "VBP") for t in children(counted, rel.RELATIVE_CLAUSE)):
        return True  # "the 350 that it has in Gao"
    after = list(counted.doc[counted.i + 1 : min(counted.i + 1 + _REACH, counted.sent.end)])
    now = (t for t in after if t.lower_ in _NOW or (t.lower_ == "present" and t.nbor(-1).lower_ == "at"))
    return any((counted.is_ancestor(t) or t.i <= counted.i + 2) and _stays(t) for t in now)


def _is_current(noun: "Token") -> bool:
    return any(t.lower_ in _CURRENT for t in children(noun, rel.ADJECTIVE))


def _stays(now: "Token") -> bool:
    """False for what has been done with them already: "the 900 already registered"."""
    return not (now.head.tag_ == "VBN" and now.head.lemma_.lower() in _DONE)
