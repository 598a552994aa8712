"""Figures beside their label in a list or a table: "Number of displaced: 452", "IDPs total 122 387".

Such a line says who is counted and what befell them, and nothing else: nothing else is told of it.
"""

from typing import TYPE_CHECKING

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, is_known, population_of
from geo.claims.syntax import is_hyphen
from geo.claims.verbs import Deed
from geo.claims.words import deeds
from geo.lexicon.people import UPROOTED
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 10
"""Words of a label."""
_FILLING = frozenset("number nb no total figure count population individual estimate and or shelter".split())
_PLAIN = ("PROPN", "ADP", "DET", "ADJ", "ADV", "CCONJ", "PUNCT", "SYM", "SPACE")
_ENDS = "(),.;|/[]-–—"


def find(numeral: Numeral) -> Counted | None:
    """Who a figure at the end of a line counts by the label before it; None where the label says anything else."""
    figure = numeral.tokens
    doc, begin = figure.doc, figure.sent.start
    closes = figure.end == figure.sent.end or doc[figure.end].text[0] in _ENDS
    label = doc[begin : figure.start]
    if not closes or not 0 < len(label) <= _LONGEST or not all(map(_belongs, label)):
        return None
    people = next((t for t in label if is_known(t)), None)
    doing = next((t for t in label if _action(t, people) is not None), None)
    head = people if people is not None else doing
    if head is None or (doing is None and population_of(head) in (None, Population.HOUSING)):
        return None
    uprooted = doing is not None and doing.lemma_.lower() in UPROOTED
    population = population_of(head) or (Population.DISPLACED if uprooted else None)
    words = tuple(t for t in label if t in (doing, people) or (t.dep_ in ("amod", "advmod") and t.head == head))
    return Counted(head, words, population, label=doing if doing is not None else head)


def deed_of_label(people: Counted, label: "Token") -> Deed:
    """What the label says was done, if anything."""
    return Deed(_action(label, people.head) or Action.UNSTATED, label)


def _belongs(token: "Token") -> bool:
    return (
        token.pos_ in _PLAIN
        or is_hyphen(token)
        or token.lemma_.lower() in _FILLING
        or is_known(token)
        or token.lemma_.lower() in deeds.RUIN
        or _action(token, token) is not None
    )


def _action(token: "Token", people: "Token | None") -> Action | None:
    word = token.lemma_.lower()
    if people is not None and population_of(people) is Population.HOUSING:
        return deeds.RUIN.get(word)
    if word in deeds.HOMELESS:
        return Action.DISPLACE
    found = deeds.VERBS.get(word) or deeds.NOMINALS.get(word)
    return found if found in deeds.MOVES | {Action.DEPLOY, Action.WITHDRAW} else None


FORM = Form("label of a row", find, (Example("Number of displaced: 452", "452", "displaced"),))
