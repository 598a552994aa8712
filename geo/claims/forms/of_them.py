"""As many as there are of those whom the noun before names: "the rebels, some 400 of them, left"."""

from geo.claims.forms.description import before_noun
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, is_known, population_of
from geo.claims.syntax import SUBJECTS, child


def find(numeral: Numeral) -> Counted | None:
    """The noun that the number stands beside, closed off by a mark."""
    root = numeral.root
    them = [t.lower_ for t in root.doc[root.i + 1 : root.i + 3]] == ["of", "them"]
    closed = root.i + 3 < len(root.doc) and root.doc[root.i + 3].is_punct
    before = root.head if root.dep_ == "appos" else child(root.head, *SUBJECTS) if root.dep_ in SUBJECTS else None
    if before is None or not (them and closed and before.i < root.i and is_known(before)):
        return None
    return Counted(before, before_noun(before), population_of(before))


FORM = Form(
    "number of them",
    find,
    (Example("The rebels, some 400 of them, left Goma.", "400", "rebels"),),
)
