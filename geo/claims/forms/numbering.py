""" "Forces numbering 14,000", "US forces in Syria number about 2,000"."""

from typing import TYPE_CHECKING

from geo.claims.forms.description import before_noun
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, lemma
from geo.claims.verbs import Deed
from geo.grammar import child
from geo.grammar import relations as rel
from geo.lexicon.people import CONTAINERS, UNITS
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBERING = ("number", "total")


def find(numeral: Numeral) -> Counted | None:
    """The force that numbers so many: it is there."""
    root = numeral.root
    force = _numbering(root)
    if force is None:
        return None
    clause = root.head.head if root.dep_ == rel.PREPOSITION_OBJECT else root.head
    return Counted(force, before_noun(force), Population.TROOPS, done=Deed(Action.PRESENT, clause))


def _numbering(root: "Token") -> "Token | None":
    """The force of "forces numbering 14,000", "US forces in Syria number about 2,000"."""
    about = (
        root.head if root.dep_ == rel.PREPOSITION_OBJECT and root.head.lower_ in ("about", "around", "over") else root
    )
    verb = about.head
    if (
        about.dep_ not in (rel.OBJECT, rel.ADVERBIAL_NOUN, rel.PREDICATE_NOUN, rel.NUMBER, rel.PREPOSITION)
        or verb.lemma_.lower() not in _NUMBERING
    ):
        return None
    force = verb.head if verb.dep_ == rel.PARTICIPLE_CLAUSE else child(verb, rel.SUBJECT)
    return force if force is not None and lemma(force) in CONTAINERS | UNITS else None


FORM = Form(
    "numbering",
    find,
    (Example("US forces in Syria number about 2,000, the Pentagon said.", "2,000", "US forces"),),
)
