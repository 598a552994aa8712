"""A number and its noun: "20,000 troops", "hundreds of Kenyan civilians", "a 1,500-strong force"."""

import re
from typing import TYPE_CHECKING

from geo.claims.forms.description import description
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.forms.included import is_included
from geo.claims.people import PRONOUNS, Counted, is_known, is_nation, is_police, lemma, population_of
from geo.claims.verbs import Deed, goes_home
from geo.grammar import argument, child, children, objects
from geo.grammar import relations as rel
from geo.lexicon.people import CONTAINERS, UNITS
from geo.lexicon.senses import sense
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_EACH = ("a", "per", "every", "each")
_PERIODS = ("day", "night", "week", "month", "year", "hour")
_PARTS = ("of",)
_STRENGTH = re.compile(r"(?:-| )strong$|-(?:man|member)$", re.IGNORECASE)
"""How a figure ends that is the strength of the unit after it: "the 208-man Zambian battalion"."""
_SHARE_WORDS = 6
"""Words after the comma in which a share is told."""
_SHARES = sense("noun: shares")
_ENROLLING = sense("noun: enrolling")


def find(numeral: Numeral) -> Counted | None:
    """The people of the noun; None where it names none, or is one of a figure that is told already."""
    figure, head, before = numeral.tokens, numeral.noun, numeral.before
    if head is None or is_included(figure, head) or not (is_known(head) or is_nation(head) or lemma(head) in UNITS):
        return None
    if lemma(head) == "other" and before is not None and before.population is Population.HOUSING:
        return Counted(head, before.tokens, before.population)
    population = Population.TROOPS if _is_strong(figure.text, head) else population_of(head)
    if population is None and (lemma(head) in CONTAINERS or is_police(head)):
        return None
    described, done = (*description(figure, head), *_rate(head)), None
    if population is None and (population := _taken_as(head)) is not None:
        verb = argument(head).head
        done = Deed(Action.HOST, verb) if verb.lemma_.lower() in _ENROLLING else None
    return Counted(head, described, population, whole=_is_whole(figure, head), done=done)


def _taken_as(head: "Token") -> Population | None:
    """What the verb says that they are: "9,000 Rwandans are registered as refugees"."""
    part = argument(head)
    if part.dep_ not in rel.SUBJECTS:
        return None
    named = (population_of(target) for preposition, target in objects(part.head) if preposition == "as")
    return next((each for each in named if each is not None and each is not Population.HOUSING), None)


def noun_of_people(figure: "Tokens") -> "Token | None":
    """The noun after a figure that names people; of one with "strong", the unit that has so many."""
    head = _head(figure.doc, figure.start, figure.end)
    if head is None and is_strength(figure.text) and lemma(figure.root.head) in UNITS:
        return figure.root.head
    return head


def _head(doc: "Doc", first: int, stop: int) -> "Token | None":
    """The noun after the figure: by the parse, and where that is broken, the next noun on its right."""
    root = doc[first:stop].root
    above = root
    while above.dep_ in rel.BEFORE_A_NOUN and above.head != above:
        above = above.head
        for noun in (goes_home(above), above):
            is_noun = noun is not None and noun.i >= stop and noun.pos_ in ("NOUN", "PROPN", "ADJ")
            if noun is not None and is_noun and (is_known(noun) or is_nation(noun)):
                return noun
    if root.dep_ == rel.NUMBER and root.head.pos_ == "NOUN" and root.head.i >= stop:
        return None  # it counts something else: of "1,500 nurses and 300 soldiers" the nurses
    if (
        (of := child(root, rel.PREPOSITION)) is not None
        and of.lower_ in _PARTS
        and (noun := child(of, rel.PREPOSITION_OBJECT)) is not None
    ):
        return noun if noun.lower_ not in PRONOUNS else None
    for token in doc[stop : min(stop + 5, len(doc))]:
        if is_known(token) or is_nation(token):
            return token
        if token.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "SCONJ") and token.lower_ not in ("of", "and", "-"):
            return None
    return None


def _rate(head: "Token") -> list["Token"]:
    """The "a day" of "2,000 people a day": a rate is no crowd, and its words say so."""
    after = list(head.doc[head.i + 1 : head.i + 3])
    is_rate = len(after) == 2 and after[0].lower_ in _EACH and after[1].lower_ in _PERIODS
    return after if is_rate else []


def _is_whole(figure: "Tokens", head: "Token") -> bool:
    """See ``Counted.whole``; the whole may stand first ("Of the 8,000 troops, 2,000 have left").

    Half is never told of the whole: "half the 8,000 troops have left".
    Of "Of the 8,000 troops, 40 per cent have left" the whole is the only figure of people, and stays.
    """
    part, of = argument(head), head.head
    if any(t.lower_ in _SHARES for t in children(head, rel.PREDETERMINER)):
        return True
    if head.dep_ != rel.PREPOSITION_OBJECT or of.lower_ != "of" or figure.root.head != head:
        return False
    opens = of.text == "Of" and not _shared_out(head)
    is_share = of.head.lower_ in _SHARES or (of.head.lower_ == "all" and child(of.head, rel.NEGATION) is not None)
    return opens or is_share or (part != head and part.pos_ == "NUM" and part.i < figure.start)


def _shared_out(head: "Token") -> bool:
    """Whether what follows the whole is a share of it: ", 40 per cent", ", two thirds", ", most"."""
    comma = next((t.i for t in head.doc[head.i + 1 : head.sent.end] if t.text == ","), None)
    after = [] if comma is None else [t.lower_ for t in head.doc[comma + 1 : comma + _SHARE_WORDS]]
    return not {"percent", "%", "cent", "third", "thirds", "quarter", "quarters", "half", "most"}.isdisjoint(after)


def _is_strong(figure: str, head: "Token") -> bool:
    """ "a 1,500-strong force" is people under arms; "a 1,500-strong crowd" is not known."""
    return is_strength(figure) and lemma(head) in CONTAINERS | UNITS


def is_strength(figure: str) -> bool:
    """Whether a figure is the strength of what stands after it: "a 1,500-strong"."""
    return _STRENGTH.search(figure) is not None


FORM = Form(
    "number and noun",
    find,
    (
        Example("Nearly 48,000 villagers fled to Burundi.", "48,000", "villagers"),
        Example("Hundreds of Kenyan soldiers were sent to Haiti.", "Hundreds", "Kenyan soldiers"),
        Example("9,000 Rwandans are enrolled as refugees in Malawi.", "9,000", "Rwandans"),
        Example("A 1,500-strong force was deployed to Mali.", "1,500-strong", "force"),
        Example("The trucks of the 208-man Zambian battalion were taken.", "208-man", "Zambian battalion"),
    ),
)
