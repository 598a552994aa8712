"""As many as a shelter takes: "has room for fewer than 400", "was built to take 300"."""

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.havens import makes_room
from geo.claims.people import Counted
from geo.claims.verbs import Deed
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.model import Action, Population

_TAKING = sense("capacity: taking")


def find(numeral: Numeral) -> Counted | None:
    """Those that the shelter hosts: whoever was told of before, or nobody in particular."""
    root, before = numeral.root, numeral.before
    verb = root.head
    for_them = root.dep_ == rel.PREPOSITION_OBJECT and verb.lower_ == "for" and makes_room(verb.head)
    to_take = (
        root.dep_ == rel.OBJECT
        and verb.lemma_.lower() in _TAKING
        and verb.dep_ in (rel.OPEN_COMPLEMENT, rel.ADVERBIAL_CLAUSE)
    )
    if not for_them and not (to_take and makes_room(verb.head)):
        return None
    population = before.population if before is not None and before.population is not Population.HOUSING else None
    return Counted(root, (), population, done=Deed(Action.HOST, verb.head))


FORM = Form(
    "capacity",
    find,
    (Example("The shelter has room for fewer than 400.", "fewer than 400", "people"),),
)
