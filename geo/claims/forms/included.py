"""A part that is a figure of its own: "including 11,000 North Koreans", of a crowd that is counted before."""

from typing import TYPE_CHECKING

from geo.claims.forms.description import description
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, is_nation, population_of
from geo.grammar import argument, child
from geo.grammar import relations as rel
from geo.model import Population

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def find(numeral: Numeral) -> Counted | None:
    """Another nation's among troops or refugees, or people of another kind on the move; no children, no wounded."""
    head, before = numeral.noun, numeral.before
    if head is None or not is_included(numeral.tokens, head):
        return None
    if before is not None and before.population is Population.HOUSING:
        return None
    words = tuple(description(numeral.tokens, head))
    own, done = population_of(head), before.done if before is not None else None
    if own not in (None, Population.HOUSING, Population.TROOPS):
        return Counted(head, words, own, done=done)
    if before is None or done is None:
        return None
    return Counted(head, words, before.population, done=before.done) if is_nation(head) else None


def is_included(figure: "Tokens", head: "Token") -> bool:
    """ "500 people, including 30 children": a part of a figure that is told, and no second crowd."""
    part = argument(head)
    while part.dep_ == rel.CONJUNCT:
        part = part.head
    return part.head.lower_ == "including" and child(head, rel.PREPOSITION) is None and figure.start > 0


FORM = Form(
    "part that is included",
    find,
    (
        Example(
            "Some 35,000 soldiers, including 11,000 North Koreans, were deployed to Kursk.", "11,000", "North Koreans"
        ),
        Example("About 4,000 people fled to Uganda, including 900 refugees.", "900", "refugees"),
    ),
)
