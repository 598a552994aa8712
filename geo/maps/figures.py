"""The nouns of the map: a figure as drawn, its form, its line, what is missing, and the whole view."""

from dataclasses import dataclass
from enum import StrEnum

from geo.maps.geometry import Bounds, Position
from geo.model import Basis, Claim, Panel, Place, Status


class Form(StrEnum):
    CIRCLE = "circle"
    ROW = "row"
    ARROW = "arrow"


class Stroke(StrEnum):
    """How firm the figure is, told by fill and line and never by colour alone."""

    FILLED = "filled"
    """Counted or reported: filled."""
    ESTIMATE = "estimate"
    """Estimated: half filled, with a firm edge."""
    OUTLINE = "outline"
    """A pledge, plan or capacity: hollow."""
    DASHED = "dashed"
    """Disputed: hollow, with a dashed edge."""
    STRUCK = "struck"
    """Denied or withdrawn: hollow, with a bar across."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim as drawn. ``place`` is where its symbol stands; ``path`` is start and end of an arrow, ``ends`` the ids
    of the places that it joins, ``lane`` its number among arrows between the same two; ``value`` sizes it (people; None
    draws the smallest size); ``when`` is its date in words. ``probably`` is where, in words, if any place that the
    drawing uses is inferred; ``inferred`` whether that of the symbol is, ``guessed`` which ends of the arrow are."""

    claim: str
    form: Form
    place: str
    panel: Panel
    stroke: Stroke
    value: int | None
    short: str
    when: str
    tip: str
    path: tuple[Position, Position] | None = None
    ends: tuple[str, str] | None = None
    dotted: bool = False
    lane: int = 0
    probably: str | None = None
    inferred: bool = False
    guessed: tuple[bool, bool] = (False, False)


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


def stroke(claim: Claim) -> Stroke:
    if claim.status in (Status.DENIED, Status.WITHDRAWN):
        return Stroke.STRUCK
    if claim.status is Status.DISPUTED:
        return Stroke.DASHED
    if claim.basis in (Basis.PLAN, Basis.CAPACITY) or claim.status in (Status.PLANNED, Status.PLEDGED):
        return Stroke.OUTLINE
    if claim.basis is Basis.ESTIMATE or claim.status is Status.ESTIMATED:
        return Stroke.ESTIMATE
    return Stroke.FILLED
