"""What a form is: one way in which English names the people that a number counts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.claims.people import Counted
from geo.model import Population

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from geo.claims.lists.member import Member


@dataclass(frozen=True, slots=True)
class Numeral:
    """A figure as a form sees it: its words in the parse, and what stands around them.

    ``noun`` is the noun of people that it stands with, and ``before`` whom the figure before it counted, for those that
    lean on it. ``member`` is what a list gives to it, and ``alone``, for forms of lists and parts, whom it counts by
    the forms that look at it by itself.
    """

    tokens: "Tokens"
    noun: "Token | None"
    before: Counted | None
    member: "Member | None" = None
    alone: Counted | None = None

    @property
    def root(self) -> "Token":
        return self.tokens.root

    def same(self) -> Counted | None:
        """The people of the figure before with what is told of them; None where it tells of nobody, or of homes."""
        before = self.before
        if before is None or before.done is None or before.population is Population.HOUSING:
            return None
        return Counted(self.root, before.tokens, before.population, done=before.done)


Find = Callable[[Numeral], Counted | None]
"""Whom a numeral counts by a form; None where it is not of that form."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text of ours, the words of a figure in it, and the people that it counts by the form, as printed."""

    text: str
    figure: str
    counted: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name, as cards and exports print it ("form: number and noun")."""

    name: str
    find: Find
    examples: tuple[Example, ...]

    def __call__(self, numeral: Numeral) -> Counted | None:
        found = self.find(numeral)
        return replace(found, form=self.name) if found is not None else None
