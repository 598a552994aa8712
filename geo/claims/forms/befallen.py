"""A list of what befell people, whose last members the parse hangs anywhere: "52 injured and 12,524 displaced"."""

from typing import TYPE_CHECKING

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted
from geo.claims.verbs import reading_of
from geo.grammar import SUBJECTS
from geo.lexicon import deeds

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTING = frozenset({",", ";", "and", "or", "while"})


def find(numeral: Numeral) -> Counted | None:
    """The people of the figure before, to whom something else of the list happened."""
    before, happened = numeral.before, _befell(numeral)
    if before is None or happened is None or before.head.sent != numeral.root.sent:
        return None
    deed = reading_of(happened)
    moved = deed is not None and deed.action in deeds.MOVES
    return Counted(numeral.root, before.tokens, before.population, done=deed) if moved else None


def _befell(numeral: Numeral) -> "Token | None":
    """The participle behind a bare figure of a list, where the parse does not give the figure to it."""
    figure = numeral.tokens
    doc, sent = figure.doc, figure.sent
    if figure.start <= sent.start or figure.end >= sent.end or doc[figure.start - 1].lower_ not in _LISTING:
        return None
    participle = doc[figure.end]
    following = doc[figure.end + 1] if figure.end + 1 < sent.end else None
    names = following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")  # "12 displaced families"
    bound = numeral.root.dep_ in SUBJECTS and numeral.root.head == participle
    return None if participle.tag_ not in ("VBN", "VBD") or names or bound else participle


FORM = Form(
    "befallen",
    find,
    (
        Example(
            "17 people were killed, 52 injured and at least 12,524 displaced as at 14 March.",
            "at least 12,524",
            "people",
        ),
    ),
)
