""" "The number of refugees has risen to 40,000", "put the number of families at 300"."""

from itertools import takewhile
from typing import TYPE_CHECKING

from geo.claims.forms.description import before_noun
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, is_known, is_nation, population_of
from geo.grammar import SUBJECTS, children, is_verb, objects
from geo.grammar import relations as rel
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBERS = sense("number_of: numbers")
_STANDING = sense("number_of: standing")
_PUTTING = sense("number_of: putting")


def find(numeral: Numeral) -> Counted | None:
    """The people whose number is said to be, to become or to be put at so many."""
    noun = _numbered(numeral.root)
    return None if noun is None else Counted(noun, before_noun(noun), population_of(noun))


def _numbered(root: "Token") -> "Token | None":
    """The people of "the number of refugees has risen to 40,000", "put the number of families at 300"."""
    for number in children(root, rel.APPOSITION):  # "12,000 - the number of people who fled"
        if number.lemma_.lower() in _NUMBERS:
            return _of(number)
    if is_verb(root):  # "topping 800,000", a hedge that is the verb as well
        return next((_of(t) for t in children(root, *SUBJECTS) if t.lemma_.lower() in _NUMBERS), None)
    verb = root.head if root.dep_ != rel.PREPOSITION_OBJECT else root.head.head
    placed = root.dep_ in (rel.PREDICATE_NOUN, rel.OBJECT, rel.SUBJECT) or (
        root.dep_ == rel.PREPOSITION_OBJECT and root.head.lower_ in ("to", "at")
    )
    if not placed or verb.lemma_.lower() not in _STANDING | _PUTTING:
        return None
    labels = (rel.OBJECT, rel.PASSIVE_SUBJECT) if verb.lemma_.lower() in _PUTTING else (*SUBJECTS, rel.PREDICATE_NOUN)
    if verb.dep_ == rel.PARTICIPLE_CLAUSE:  # "with the number of families reaching 300", which may hang on the families
        nouns = takewhile(lambda t: not is_verb(t), verb.ancestors)
        return next((_of(t) for t in nouns if t.lemma_.lower() in _NUMBERS), None)
    above = verb.head if verb.dep_ == rel.OPEN_COMPLEMENT else verb  # "is estimated to be 349"
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
