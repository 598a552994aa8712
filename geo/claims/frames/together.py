"""Figures that are told of together: a part and its whole, soldiers and the police who come with them.

Of "rescued 561 people, including 136 women" and "12,500 soldiers and 1,300 police" what is told of the one is told of
the other, though "women" and "police" alone are mostly told of otherwise.
"""

from typing import TYPE_CHECKING

from geo.claims.counting import Counting
from geo.claims.frames.cues import cues_of
from geo.grammar import argument
from geo.grammar import relations as rel
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLDING = sense("together: holding")
_HUMAN = frozenset({"people", "refugee", "troops", "police"})


def told_with(counting: Counting) -> Counting | None:
    """The figure before ``counting`` in its sentence that it is told together with; None where it stands alone."""
    holder, cues = _holder(counting.head), frozenset(cues_of(counting.head))
    before = counting.before
    while before is not None and before.at == counting.at:
        if holder is None:
            joined = "police" in cues and _is_joined(counting.head, before.head)
            if joined and "troops" in cues_of(before.head):
                return before
        elif before.tokens.end <= holder.i and _holder(before.head) is None:
            human = bool(cues & _HUMAN) or counting.head.ent_type_ == "NORP"
            return before if human and _is_smaller(counting, before) else None
        before = before.before
    return None


def _is_smaller(part: Counting, whole: Counting) -> bool:
    """Whether it can be a part: of "1,500 troops supplementing an effort including 6,100 guardsmen" it is none."""
    return (part.figure.middle or 0) < (whole.figure.middle or 0)


def _is_joined(head: "Token", first: "Token") -> bool:
    part = argument(head)
    while part.dep_ == rel.CONJUNCT:
        part = part.head
        if part == argument(first):
            return True
    return False


def _holder(head: "Token") -> "Token | None":
    """The word that makes what ``head`` counts a part: "including", "among them"."""
    part = argument(head)
    while part.dep_ in (rel.CONJUNCT, rel.APPOSITION) and part.head != part:
        part = part.head
    return part.head if part.head.lower_ in _HOLDING and part.head.i < head.i else None
