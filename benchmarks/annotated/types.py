"""What a careful reader found in an article: one JSON file an article, decoded into these structs.

A field that is absent (``UNSET``) is not scored; null, or no places, is an answer: the text does not say.
"""

from enum import StrEnum

import msgspec
from msgspec import UNSET, UnsetType

from geo.model import Action, Basis, Frame, Panel, Population, Qualifier, Role

Days = tuple[str, str]
"""First and last day, ISO 8601, both included."""


class Named(StrEnum):
    """Where the article names the place of a figure, nearest first."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    EARLIER = "earlier"
    LATER = "later"
    TITLE = "title"
    DATELINE = "dateline"
    NATIONALITY = "nationality"


class DatedBy(StrEnum):
    """Where the article tells the date of a figure."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    EARLIER = "earlier"
    LATER = "later"
    PUBLICATION = "publication"
    NONE = "none"


class Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all of these are: frozen, and strict about names of fields."""


class PlaceGiven(Struct, frozen=True):
    """A place of a figure: the name as printed or, in our own sets, in English; ``canonical`` is its English name."""

    name: str
    role: Role
    where: Named | UnsetType = UNSET
    canonical: str | UnsetType = UNSET
    country: str | UnsetType | None = UNSET


class Also(Struct, frozen=True):
    """Further values that a careful reader could defend as well, a list a field."""

    text: list[str] = []
    qualifier: list[Qualifier] = []
    counted: list[str | None] = []
    population: list[Population] = []
    who: list[str | None] = []
    basis: list[Basis] = []
    action: list[Action] = []
    places: list[list[PlaceGiven]] = []
    happened: list[Days | None] = []
    as_of: list[str | None] = []
    attribution: list[str | None] = []
    status: list[str] = []


class Figure(Struct, frozen=True):
    """A number of people (or, as ``thing``, one easily mistaken for people) and what a careful reader makes of it."""

    start: int
    end: int
    text: str
    panel: Panel
    frame: Frame | UnsetType | None = UNSET
    low: int | UnsetType | None = UNSET
    high: int | UnsetType | None = UNSET
    approx: bool | UnsetType = UNSET
    qualifier: Qualifier | UnsetType = UNSET
    counted: str | UnsetType | None = UNSET
    population: Population | UnsetType | None = UNSET
    who: str | UnsetType | None = UNSET
    basis: Basis | UnsetType | None = UNSET
    action: Action | UnsetType | None = UNSET
    places: list[PlaceGiven] | UnsetType = UNSET
    happened: Days | UnsetType | None = UNSET
    as_of: str | UnsetType | None = UNSET
    dated_by: DatedBy | UnsetType | None = UNSET
    attribution: str | UnsetType | None = UNSET
    status: str | UnsetType | None = UNSET
    also: Also = Also()

    @property
    def published(self) -> bool:
        """Whether it belongs in one of the two panels."""
        return self.panel is not Panel.OTHER


class Annotation(Struct, frozen=True):
    """An article with all its figures, in their order; ``text`` only where it is our own.

    ``same_movement`` pairs figures (by their place in the list) that tell of one movement in two ways.
    """

    file: str
    sha256: str
    figures: list[Figure]
    published: str | None = None
    conflict: str | None = None
    text: str | UnsetType = UNSET
    same_movement: list[tuple[int, int]] = []
