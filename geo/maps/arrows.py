"""Movements as arrows, which say no more than the text: they begin or end at a point where one is known.

Into (or out of) an area an arrow is short and ends (or starts) just inside, on the side towards the area's label point:
the text says "into", not where to. Between two areas it is dotted: no crossing point is stated.
"""

from dataclasses import dataclass

from geo.maps.geometry import Position, bearing, distance, holds, nearest, outlines, travel
from geo.maps.standing import Geometries, at, finest, in_role, is_spot
from geo.model import Action, Basis, Claim, Place, Precision, Role

INSIDE_KM = 90.0
"""How far an arrow reaches into an area: far enough to be seen at the scale of a country, near the crossing."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Origin, crossing point where the text names one, destination."""

    start: Place
    via: Place | None
    end: Place

    @property
    def known(self) -> Place | None:
        """The place that fixes where the arrow runs: a point, else a line; None between two areas."""
        points = (place for place in (self.start, self.end, self.via) if place is not None and is_spot(place))
        lines = (place for place in (self.start, self.end) if place.precision is Precision.LINE)
        return next(points, None) or next(lines, None)

    @property
    def place(self) -> Place:
        """The end at which it is counted."""
        return self.start if self.known is self.start else self.end

    @property
    def words(self) -> str:
        return f"{self.start.name} to {self.end.name}" + (f" at {self.via.name}" if self.via else "")

    def path(self, lane: int, geometries: Geometries) -> tuple[Position, Position]:
        """Both ends of the arrow; ``lane`` turns neighbours between the same two places apart."""
        known = self.known
        if known is None:
            return at(self.start), at(self.end)
        return _near(self.start, known, lane, geometries), _near(self.end, known, lane, geometries)


def movement(claim: Claim, geometries: Geometries) -> Movement | None:
    """The movement of a claim; None where it is not one between two located places."""
    start = finest(in_role(claim, Role.FROM), geometries)
    end = finest(in_role(claim, Role.TO), geometries)
    if start is None or end is None or start.id == end.id or _stays(claim):
        return None
    if is_spot(start) and is_spot(end) and distance(at(start), at(end)) < 1:
        return None
    via = finest((p for p in in_role(claim, Role.VIA, Role.AT, Role.NEAR) if is_spot(p)), geometries)
    return Movement(start, via, end)


def _stays(claim: Claim) -> bool:
    """A capacity or an offer to host moves nobody."""
    return claim.basis is Basis.CAPACITY or claim.action in (Action.ACCEPT, Action.HOST)


def _near(place: Place, known: Place, lane: int, geometries: Geometries) -> Position:
    """The end of an arrow at ``place`` when the place ``known`` is certain: its own point; on a line the nearest one;
    in an area a point just inside."""
    if place is known or is_spot(place):
        return at(place)
    origin = at(known)
    if place.id not in geometries:
        return travel(origin, bearing(origin, at(place)), min(INSIDE_KM, distance(origin, at(place))))
    lines = list(outlines(geometries[place.id]))
    edge = nearest(lines, origin)
    if place.precision is Precision.LINE:
        return edge
    gap = 0.0 if holds(lines, origin) else distance(origin, edge)
    towards = bearing(origin, at(place))
    for reach in (INSIDE_KM, INSIDE_KM / 2, INSIDE_KM / 4):
        turns = sorted(range(-180, 180, 30), key=lambda turn: (abs(turn), turn))
        ends = [travel(origin, towards + turn, gap + reach) for turn in turns]
        landed = [end for end in ends if holds(lines, end)]
        if landed:
            return landed[lane % len(landed)]
    return at(place)
