"""Figures too many to be drawn one by one: what a picture shows of them, whoever counted them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.dataset.query import Catalogue
from geo.maps.geometry import Bounds, Position
from geo.model import Claim, Panel

Shares = Mapping[Panel, int]
"""How many figures, by panel; none is 0."""


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that share a mark at the fullest of their places, what that or its region is called, and the codes of
    their countries. ``wide``: all of them are about one area or border, which has its ``lines``."""

    at: Position
    shares: Shares
    name: str
    codes: tuple[str, ...]
    wide: bool = False
    lines: tuple[tuple[Position, ...], ...] = ()

    @property
    def count(self) -> int:
        return sum(self.shares.values())


@dataclass(frozen=True, slots=True)
class Bar:
    """The figures from a day up to another."""

    first: date
    end: date
    shares: Shares


@dataclass(frozen=True, slots=True)
class Size:
    """The figures of 10**power up to the next power; power -1 holds 0."""

    power: int
    shares: Shares


@dataclass(frozen=True, slots=True)
class Ledger:
    """The first movements that are told differently, as figures of a collection of their own, and how many movements
    there are."""

    catalogue: Catalogue
    claims: Sequence[Claim]
    movements: int


@dataclass(frozen=True, slots=True)
class Many:
    """All that is told of them: ``heading``, and ``name``, what they are about. ``window`` is the first view, ``away``
    how many are not on the map, ``undated`` how many are in no bar; ``groups`` are asked for by what is seen, and a
    zoom of Leaflet's; ``tally`` says how many they are ("12 figures and 1 statement"), as everywhere."""

    heading: str
    name: str
    line: str
    sources: str
    version: str
    shares: Shares
    away: int
    undated: int
    window: Bounds
    focus: tuple[str, ...]
    bars: Sequence[Bar]
    sizes: Sequence[Size]
    groups: Callable[[Bounds, float], Sequence[Group]]
    tally: Callable[[Shares], str]
    ledger: Callable[[], Ledger]
