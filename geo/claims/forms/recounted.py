"""The same people, counted by somebody else: "the mayor put the figure at 900"."""

from typing import TYPE_CHECKING

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted
from geo.claims.syntax import child, children, objects, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTS = frozenset("number total figure estimate tally count".split())
_PUTTING = frozenset("put give place estimate set revise correct".split())
_REVISED = frozenset("correct revise lower raise cut reduce".split())


def find(numeral: Numeral) -> Counted | None:
    """The people of the figure before, and what was told of them."""
    return numeral.same() if _recounted(numeral.root) else None


def _recounted(root: "Token") -> bool:
    """ "Put the figure at 900", "gave 900 as its number", "was corrected to 900"."""
    if root.dep_ == "dobj" and root.head.lemma_.lower() == "give":
        return any(p == "as" and _is_count(noun) for holder in (root.head, root) for p, noun in objects(holder))
    if root.dep_ != "pobj":
        return False
    preposition, verb = root.head.lower_, root.head.head
    if verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head  # "much lower, at about 900"
    word = verb.lemma_.lower()
    if word in _REVISED and preposition == "to":
        told = child(verb, "nsubjpass", "dobj")
        return told is not None and (_is_count(told) or told.lemma_.lower() == "report")
    if word in _PUTTING and preposition == "at":
        return any(_is_count(noun) for noun in children(verb, "dobj", "nsubjpass"))
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
