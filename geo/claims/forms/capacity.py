"""As many as a shelter takes: "has room for fewer than 400", "was built to take 300"."""

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted
from geo.claims.verbs import Deed, makes_room
from geo.model import Action, Population

_TAKING = frozenset("take hold house accommodate shelter sleep host receive".split())


def find(numeral: Numeral) -> Counted | None:
    """Those that the shelter hosts: whoever was told of before, or nobody in particular."""
    root, before = numeral.root, numeral.before
    verb = root.head
    for_them = root.dep_ == "pobj" and verb.lower_ == "for" and makes_room(verb.head)
    to_take = root.dep_ == "dobj" and verb.lemma_.lower() in _TAKING and verb.dep_ in ("xcomp", "advcl")
    if not for_them and not (to_take and makes_room(verb.head)):
        return None
    population = before.population if before is not None and before.population is not Population.HOUSING else None
    return Counted(root, (), population, done=Deed(Action.HOST, verb.head))


FORM = Form(
    "capacity",
    find,
    (Example("The shelter has room for fewer than 400.", "fewer than 400", "people"),),
)
