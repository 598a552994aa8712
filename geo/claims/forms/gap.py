"""A place with a number and no verb, too far from the verb to be seen as a list: ", Slovakia 140,000"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LISTING = frozenset({",", ";", "and", "while"})


def find(numeral: Numeral) -> Counted | None:
    """People of the same kind who do the same, in the place that is named."""
    same, name = numeral.same(), _gapped(numeral.tokens)
    if same is None or same.done is None or name is None or same.done.anchor.sent != numeral.tokens.sent:
        return None
    return replace(same, beside=name)


def _gapped(figure: "Tokens") -> "Token | None":
    """The name in ", Slovakia 140,000": a place with a figure and no verb, in a list."""
    doc, begin = figure.doc, figure.sent.start
    at = figure.start - 1
    if at <= begin or doc[at].ent_type_ not in ("GPE", "LOC") or doc[at].pos_ != "PROPN":
        return None
    first = at
    while first > begin and (doc[first - 1].pos_ == "PROPN" or doc[first - 1].lower_ == "the"):
        first -= 1
    ends = figure.end == figure.sent.end or doc[figure.end].is_punct or doc[figure.end].lower_ in _LISTING
    return doc[at] if ends and first > begin and doc[first - 1].lower_ in _LISTING else None


FORM = Form(
    "gapping",
    find,
    (
        Example(
            "Poland hosts 900,000 refugees, according to figures that the border guard published on Monday, which "
            "count everybody who has come in since the war began in February and has not yet gone on to another "
            "country, Slovakia 140,000.",
            "140,000",
            "refugees",
        ),
    ),
)
