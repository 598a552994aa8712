"""People who come or go without a noun: "an influx of 46,000 into Brazil", "the evacuation of 900 from Suai"."""

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted
from geo.claims.verbs import Deed
from geo.grammar import relations as rel
from geo.lexicon import deeds


def find(numeral: Numeral) -> Counted | None:
    """Those of whom a bare number says how many the flow is of."""
    root, of = numeral.root, numeral.root.head
    if root.pos_ != "NUM" or root.dep_ != rel.PREPOSITION_OBJECT or of.lower_ != "of":
        return None
    flow = of.head
    done = deeds.NOMINALS.get(flow.lemma_.lower())
    return Counted(root, (), None, done=Deed(done, flow)) if done in deeds.MOVES and done is not None else None


FORM = Form(
    "flow",
    find,
    (Example("An influx of 46,000 into Brazil strained the hospitals.", "46,000", "people"),),
)
