"""A place as the grammar of a sentence ties it to a figure, before any choice."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.lexicon.senses import sense
from geo.model import ClaimPlace, Place, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_LENGTHS = sense("tie: lengths")


@dataclass(frozen=True, slots=True)
class Tie:
    """A place in its role.

    Where ``stated`` is False it only follows from the words around, and ``note`` says from what; else ``note`` quotes
    what means it, where that is no name. ``pointed``: a description means it ("the country"), and may mean another.
    """

    place: Place
    role: Role
    stated: bool = True
    note: str | None = None
    pointed: bool = False

    @property
    def use(self) -> ClaimPlace:
        """As the place of a claim that takes it as it is."""
        return ClaimPlace(self.place, self.role, self.stated, self.note)


def is_apart(preposition: "Token") -> bool:
    """Whether a "from" tells how far away it is: "ten miles from the border", "80 kilometres away from"."""
    before = [t.lemma_.lower() for t in preposition.doc[max(0, preposition.i - 2) : preposition.i]]
    return preposition.lower_ == "from" and any(t in _LENGTHS for t in before if before[-1:] in ([t], ["away"]))
