"""Two numbers as further objects of one verb: "are sheltering civilians, 3,500 in the one and 1,150 in the other"."""

from typing import TYPE_CHECKING

from geo.claims.forms.description import before_noun
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, is_known, population_of
from geo.claims.syntax import children

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(numeral: Numeral) -> Counted | None:
    """The people that the verb has as its object before the numbers."""
    noun = _twice(numeral.root)
    return None if noun is None else Counted(noun, before_noun(noun), population_of(noun))


def _twice(root: "Token") -> "Token | None":
    """The people of "are sheltering civilians, 3,500 in the one and 1,150 in the other": two objects of one verb."""
    first = root.head if root.dep_ == "conj" and root.head.pos_ == "NUM" else root
    others = children(first.head, "dobj") if first.dep_ == "dobj" and first.pos_ == "NUM" else ()
    return next((t for t in others if t != first and t.i < first.i and is_known(t)), None)


FORM = Form(
    "further object of the verb",
    find,
    (Example("The UN is protecting civilians, 3,500 at one base and 1,150 at the other.", "1,150", "civilians"),),
)
