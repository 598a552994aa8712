"""The strength of a unit: "a battalion of 700", "the largest contingent with 852"."""

from geo.claims.forms.description import before_noun
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, lemma
from geo.lexicon.people import UNITS
from geo.model import Population


def find(numeral: Numeral) -> Counted | None:
    """The unit that a bare number is the strength of."""
    root, of = numeral.root, numeral.root.head
    if root.dep_ != "pobj" or root.pos_ != "NUM" or of.lower_ not in ("of", "with"):
        return None
    force = of.head
    is_unit = lemma(force) in UNITS | {"force"} and lemma(force) != "mission"
    return Counted(force, before_noun(force), Population.TROOPS) if is_unit else None


FORM = Form(
    "strength of a unit",
    find,
    (Example("India sent a battalion of 700 to South Sudan.", "700", "battalion"),),
)
