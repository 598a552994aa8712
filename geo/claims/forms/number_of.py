""" "The number of refugees has risen to 40,000", "put the number of families at 300"."""

from typing import TYPE_CHECKING

from geo.claims.forms.description import before_noun
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, is_known, is_nation, population_of
from geo.claims.syntax import SUBJECTS, children, objects

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBERS = frozenset("number total".split())
_STANDING = frozenset(
    "be stand reach hit exceed surpass total rise grow climb increase swell jump surge fall drop double triple "
    "quadruple soar leap".split()
)
_PUTTING = frozenset("put estimate place bring".split())


def find(numeral: Numeral) -> Counted | None:
    """The people whose number is said to be, to become or to be put at so many."""
    noun = _numbered(numeral.root)
    return None if noun is None else Counted(noun, before_noun(noun), population_of(noun))


def _numbered(root: "Token") -> "Token | None":
    """The people of "the number of refugees has risen to 40,000", "put the number of families at 300"."""
    for number in children(root, "appos"):  # "12,000 - the number of people who fled"
        if number.lemma_.lower() in _NUMBERS:
            return _of(number)
    verb = root.head if root.dep_ != "pobj" else root.head.head
    placed = root.dep_ in ("attr", "dobj", "nsubj") or (root.dep_ == "pobj" and root.head.lower_ in ("to", "at"))
    if not placed or verb.lemma_.lower() not in _STANDING | _PUTTING:
        return None
    labels = ("dobj", "nsubjpass") if verb.lemma_.lower() in _PUTTING else (*SUBJECTS, "attr")
    above = verb.head if verb.dep_ == "xcomp" else verb  # "is estimated to be 349"
    for number in (t for v in (verb, above) for t in children(v, *labels, *SUBJECTS) if t.lemma_.lower() in _NUMBERS):
        return _of(number)
    return None


def _of(number: "Token") -> "Token | None":
    nouns = (noun for preposition, noun in objects(number) if preposition == "of")
    return next((noun for noun in nouns if is_known(noun) or is_nation(noun)), None)


FORM = Form(
    "the number of",
    find,
    (Example("The UN put the number of displaced families at 12,000 on Friday.", "12,000", "displaced families"),),
)
