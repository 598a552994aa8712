"""A passage with the places found in it: what borders, circles, parts and sites are read from."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Place
from geo.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Resolved:
    """A stretch of a passage and the place that it names; tokens ``first`` to ``last`` (exclusive) of its parse."""

    passage: int
    first: int
    last: int
    place: Place | None
    literal: bool
    why: str

    @property
    def country(self) -> str | None:
        """The code of the one country of the place."""
        return self.place.country if self.place else None


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage with the names resolved in it, and how often the article names each country."""

    number: int
    passage: Passage
    named: tuple[Resolved, ...]
    votes: Counter[str]
    gazetteer: Gazetteer

    @property
    def doc(self) -> "Doc":
        return self.passage.doc

    @property
    def tokens(self) -> tuple["Token", ...]:
        return self.passage.tokens
