"""Lists whose members share a verb, each with a number, an owner or a place of its own.

A list is seen from how it is set, not from the parse: parsers take a clause without a verb for a list of names.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.claims.lists import bracketed, distributed, gapped
from geo.claims.lists.member import Member

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


def members(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    """First token of a figure -> what a list gives to it; for figures that stand in one."""
    if len(figures) < 2:
        return {}
    kinds = (gapped.members, distributed.members, bracketed.members)
    return {at: member for kind in kinds for at, member in kind(sentence, figures).items()}
