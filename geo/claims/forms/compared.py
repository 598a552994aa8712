"""The same at another time: "200,000 are sheltering there, down from 300,000"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_COMPARED = frozenset([("down", "from"), ("up", "from"), ("compared", "with"), ("compared", "to")])
_AGAINST = "against"
_COMPARING = {_AGAINST, *(first for first, _ in _COMPARED)}


def find(numeral: Numeral) -> Counted | None:
    """The people of the figure before, counted at another time."""
    same = numeral.same()
    if same is None or same.done is None or same.done.anchor.sent != numeral.tokens.sent:
        return None
    return replace(same, compared=True) if _is_compared(numeral.tokens) else None


def _is_compared(figure: "Tokens") -> bool:
    """Whether a figure is of another time, to compare with: "down from 300,000", "against 65,000 last year"."""
    before = [t.lower_ for t in figure.doc[max(figure.sent.start, figure.start - 2) : figure.start]]
    return before[-1:] == [_AGAINST] or tuple(before) in _COMPARED


def comparison(sentence: "Tokens") -> int | None:
    """The index of the token from which on ``sentence`` speaks of another time."""
    for token in sentence[:-1]:
        if token.lower_ in _COMPARING:
            after = token.nbor()
            number = after.like_num or (after.i + 1 < sentence.end and after.nbor().like_num)
            if (token.lower_, after.lower_) in _COMPARED or (token.lower_ == _AGAINST and number):
                return token.i
    return None


FORM = Form(
    "comparison",
    find,
    (Example("Some 200,000 people are sheltering there, down from 300,000.", "300,000", "people"),),
)
