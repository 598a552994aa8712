"""Whoever the verb can only be told of: "12,100 have been evacuated", "2,500 crossed into Thailand"."""

from typing import TYPE_CHECKING

from geo.claims.forms.bare import verb_of
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.havens import to_haven
from geo.claims.people import Counted
from geo.claims.verbs import of_verb
from geo.grammar import SUBJECTS, children, objects
from geo.grammar import relations as rel
from geo.lexicon import deeds
from geo.lexicon.people import PEOPLE_ONLY
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(numeral: Numeral) -> Counted | None:
    """People whom the verb makes: nobody else is evacuated or crosses a border."""
    root, verb, before = numeral.root, verb_of(numeral.tokens), numeral.before
    if verb is None or root.pos_ not in ("NUM", "NOUN") or not (_tells_of_people(verb) or _crosses(root, verb)):
        return None
    same = before is not None and before.population is not Population.HOUSING
    return Counted(root, (), before.population if before is not None and same else None)


def _crosses(root: "Token", verb: "Token") -> bool:
    """ "2,500 crossed into Thailand": only people do."""
    over = {preposition for preposition, _ in objects(verb)}
    crosses = verb.lemma_.lower() in ("cross", "flee", "return") and root.dep_ in SUBJECTS
    return crosses and not over.isdisjoint({"into", "to", "over", "across", "at", "through", "from"})


def _tells_of_people(verb: "Token") -> bool:
    """True for what is told of people alone: "12,100 have been evacuated", "left 50 homeless"."""
    word = verb.lemma_.lower()
    at_home = any(t.lemma_.lower() == "home" for _, t in objects(verb))
    by_phrase = any((word, t.lemma_.lower()) in deeds.PHRASES for t in children(verb, rel.OBJECT))
    displaced = any(found.action is Action.DISPLACE for found in of_verb(verb))
    sheltered = word in deeds.LODGED - {"be", "put"} and to_haven(verb)
    return at_home or by_phrase or displaced or sheltered or word in PEOPLE_ONLY


FORM = Form(
    "what only people do",
    find,
    (Example("About 12,100 have been evacuated from Sumy.", "12,100", "people"),),
)
