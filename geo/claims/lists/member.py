"""What a list gives to one of its figures, and the words that lists are set with."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

JOINTS = frozenset({",", ";", "and", "while", "but", "&"})
"""What stands between two members of a list."""
PLACING = frozenset("in at to into onto from near inside outside on along across through via toward towards".split())
_NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
_REACH = 4
"""Words between a preposition and the name it places by ("in the neighbouring north of Chad")."""


class Shape(StrEnum):
    FIRST = "first"
    GAPPED = "gapped"
    DISTRIBUTED = "distributed"
    BRACKETED = "bracketed"


@dataclass(frozen=True, slots=True)
class Member:
    """What a list gives to one figure: its owner's name, its places by preposition, and which words are others'."""

    shape: Shape
    owner: "Token | None" = None
    places: "tuple[tuple[str, Token], ...]" = ()
    others: frozenset[int] = frozenset()
    """The words, by index, that belong to other members."""
    noun: "Token | None" = None
    """In brackets: the people of the sentence."""


def placed_at(doc: "Doc", at: int, end: int) -> "tuple[Token, int] | None":
    """The name that a preposition at ``at`` places by, and where its words end."""
    if at >= end or doc[at].lower_ not in PLACING:
        return None
    first = at + 1
    while first < min(end, at + 1 + _REACH) and not is_name(doc[first]):
        if doc[first].is_punct or doc[first].like_num or doc[first].pos_ in ("VERB", "AUX", "CCONJ"):
            return None
        first += 1
    if first >= end or not is_name(doc[first]):
        return None
    stop = name_end(doc, first, end)
    return doc[stop - 1] if doc[first].dep_ == "compound" else doc[first], stop


def name_end(doc: "Doc", first: int, end: int) -> int:
    stop = first + 1
    while stop < end and (is_name(doc[stop]) or (doc[stop].lower_ in ("of", "the") and _goes_on(doc, stop, end))):
        stop += 1
    return stop


def _goes_on(doc: "Doc", at: int, end: int) -> bool:
    after = at + 1 + (at + 1 < end and doc[at + 1].lower_ == "the")
    return after < end and is_name(doc[after])


def before_joint(start: int, sentence: "Tokens") -> int:
    """Where the words before the joint end that ``start`` follows; ``start`` where there is no joint."""
    while start > sentence.start and sentence.doc[start - 1].lower_ in JOINTS:
        start -= 1
    return start


def runs(sentence: "Tokens", spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The ``spans`` that only joints stand between, two and more together."""
    found: list[list[tuple[int, int]]] = []
    for start, stop in spans:
        if found and start > found[-1][-1][1] == before_joint(start, sentence):
            found[-1].append((start, stop))
        else:
            found.append([(start, stop)])
    return [run for run in found if len(run) > 1]


def is_name(token: "Token") -> bool:
    is_name = token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "LOC")
    return is_name and token.text[0].isupper() and token.ent_type_ not in _NO_NAMES
