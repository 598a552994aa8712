"""The same people, counted by somebody else: "the mayor put the figure at 900"."""

from typing import TYPE_CHECKING

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted
from geo.grammar import child, children, objects, subject
from geo.grammar import relations as rel
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTS = sense("recounted: counts")
_PUTTING = sense("recounted: putting")
_REVISED = sense("recounted: revised")


def find(numeral: Numeral) -> Counted | None:
    """The people of the figure before, and what was told of them."""
    return numeral.same() if is_counted_again(numeral.root) else None


def is_counted_again(root: "Token") -> bool:
    """ "Put the figure at 900", "gave 900 as its number", "was corrected to 900"."""
    if root.dep_ == rel.OBJECT and root.head.lemma_.lower() == "give":
        return any(p == "as" and _is_count(noun) for holder in (root.head, root) for p, noun in objects(holder))
    if root.dep_ != rel.PREPOSITION_OBJECT:
        return False
    preposition, verb = root.head.lower_, root.head.head
    if verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head  # "much lower, at about 900"
    word = verb.lemma_.lower()
    if word in _REVISED and preposition == "to":
        told = child(verb, rel.PASSIVE_SUBJECT, rel.OBJECT)
        return told is not None and (_is_count(told) or told.lemma_.lower() == "report")
    if word in _PUTTING and preposition == "at":
        return any(_is_count(noun) for noun in children(verb, rel.OBJECT, rel.PASSIVE_SUBJECT))
    stands = word in ("stand", "be") and preposition == "at"
    doer = subject(verb) if stands else None
    return doer is not None and _is_count(doer)


def _is_count(noun: "Token") -> bool:
    """ "The figure", "its number": of nobody else, as "the number of wounded" is."""
    return noun.lemma_.lower() in _COUNTS and not any(p == "of" for p, _ in objects(noun))


FORM = Form(
    "counted again",
    find,
    (Example("More than 700 people fled to Chad. The mayor put the figure at 900.", "900", "people"),),
)
