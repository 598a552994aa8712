"""Lists of numbers with a day each: "300 in May, 200 in July and the last 100 by October"."""

from typing import TYPE_CHECKING

from geo import times
from geo.claims.lists.member import JOINTS
from geo.grammar import is_verb
from geo.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_BEFORE = 4
"""Words between a joint and the number: "and the last", ", an additional"."""
_AFTER = 7
"""Words between the number and its day: who they are, where they go."""


def own_date(figure: "Tokens", sentence: "Tokens") -> "tuple[TimeExpression, Token] | None":
    """The time of a later member of such a list with the verb that the list hangs on; None where there is none."""
    found = [(each, _tokens(each, sentence)) for each in times.find(sentence.text)]
    spans = [(each, tokens) for each, tokens in found if tokens is not None]
    after = next(((each, tokens) for each, tokens in spans if tokens.start >= figure.end), None)
    verb = next((t for t in reversed(sentence.doc[sentence.start : figure.start]) if is_verb(t)), None)
    if after is None or verb is None or after[1].start - figure.end > _AFTER or not _follows(figure, spans):
        return None
    between = sentence.doc[figure.end : after[1].start]
    if any(t.pos_ in ("VERB", "AUX", "NUM", "SCONJ") or t.is_punct or t.lower_ in JOINTS for t in between):
        return None
    return after[0], verb


def _follows(figure: "Tokens", spans: "list[tuple[TimeExpression, Tokens]]") -> bool:
    """Whether the member before ended with a time of its own, and only a joint stands between."""
    doc, at = figure.doc, figure.start
    while at > figure.sent.start and figure.start - at <= _BEFORE and doc[at - 1].lower_ not in JOINTS:
        if doc[at - 1].pos_ not in ("DET", "ADJ", "ADV", "NUM", "ADP"):
            return False
        at -= 1
    while at > figure.sent.start and doc[at - 1].lower_ in JOINTS:
        at -= 1
    return any(tokens.end == at for _, tokens in spans)


def _tokens(expression: TimeExpression, sentence: "Tokens") -> "Tokens | None":
    first, last = sentence.start_char + expression.span.start, sentence.start_char + expression.span.end
    return sentence.doc.char_span(first, last, alignment_mode="expand")
