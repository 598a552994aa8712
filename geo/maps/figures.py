"""The nouns of the map: a figure as drawn, its form, its line, what is missing, and the whole view."""

from dataclasses import dataclass
from enum import StrEnum

from geo.maps.geometry import Bounds, Position
from geo.marks import Mark
from geo.model import Panel, Place


class Form(StrEnum):
    CIRCLE = "circle"
    ROW = "row"
    ARROW = "arrow"


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim as drawn. ``place`` is where its symbol stands; ``path`` is start and end of an arrow, ``ends`` the ids
    of the places that it joins, ``lane`` its number among arrows between the same two; ``value`` sizes it (people; None
    draws the smallest size); ``said`` is who says so, ``when`` its date, in words. ``probably`` is where, in words, if
    any place that the drawing uses is inferred; ``inferred`` whether that of the symbol is, ``guessed`` which ends of
    the arrow are; ``label`` is "shown" where its words come before all others, "hidden" where none are written."""

    claim: str
    form: Form
    place: str
    panel: Panel
    mark: Mark
    value: int | None
    short: str
    said: str
    when: str
    tip: str
    path: tuple[Position, Position] | None = None
    ends: tuple[str, str] | None = None
    dotted: bool = False
    lane: int = 0
    probably: str | None = None
    inferred: bool = False
    guessed: tuple[bool, bool] = (False, False)
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A claim that is not on the map, and why; ``sentence`` where no place was found, for the reader to look."""

    claim: str
    short: str
    why: str
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything that the map shows of some claims. ``places`` are those that figures stand at or move between;
    ``focus`` are the countries (ISO codes) drawn lighter; ``window`` is the first view."""

    places: tuple[Place, ...]
    figures: tuple[Figure, ...]
    tray: tuple[Missing, ...]
    focus: tuple[str, ...]
    window: Bounds
