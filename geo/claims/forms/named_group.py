"""A people that no list knows, by what befalls it: of "35,000 Brus took shelter" the Brus."""

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted
from geo.claims.syntax import SUBJECTS
from geo.claims.verbs import of_verb
from geo.model import Action


def find(numeral: Numeral) -> Counted | None:
    """The name in the plural right after the number, where its bearers flee or are driven out."""
    figure = numeral.tokens
    noun = figure.root.head
    is_plural = noun.pos_ == "PROPN" and noun.text.endswith("s") and noun.i == figure.end
    if not is_plural or noun.dep_ not in SUBJECTS:
        return None
    readings = of_verb(noun.head)
    driven = any(found.action in (Action.FLEE, Action.DISPLACE) for found in readings)
    return Counted(noun, (noun,), None) if driven else None


FORM = Form(
    "number and name of a people",
    find,
    (Example("About 35,000 Brus fled their homes in Mizoram.", "35,000", "Brus"),),
)
