"""Land as Natural Earth's provinces: what countries, coasts and inner lines they make when joined."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from shapes import Line, Point, chains, edges, extent, rings, simplify


@dataclass(frozen=True)
class Land:
    """The provinces as sides: each side with the countries (three letters) on it, one entry a province."""

    sides: dict[tuple[Point, Point], list[str]]

    @classmethod
    def of(cls, provinces: list[dict[str, Any]]) -> "Land":
        sides: dict[tuple[Point, Point], list[str]] = defaultdict(list)
        for province in provinces:
            for ring in rings(province["geometry"]):
                for side in edges(ring):
                    sides[side].append(province["properties"]["adm0_a3"])
        return cls(dict(sides))

    def kept(self, tolerance: int) -> set[Point]:
        """The corners that stay: each line between two junctions is simplified once for all who share it."""
        return {point for chain in chains(self.sides) for point in simplify(chain, tolerance)}

    def countries(self, kept: set[Point], smallest: int) -> dict[str, list[Line]]:
        """The outlines of each country: sides that only one of its provinces has. Islands under ``smallest`` units
        are left out unless the country would vanish."""
        outer: dict[str, list[tuple[Point, Point]]] = defaultdict(list)
        for side, owners in self.sides.items():
            for owner in set(owners):
                if owners.count(owner) == 1:
                    outer[owner].append(side)
        found: dict[str, list[Line]] = {}
        for owner, sides in outer.items():
            outline = [chain for chain in _closed(chains(sides)) if len(chain) > 2]
            thin = [[point for point in chain if point in kept] for chain in outline]
            large = [line for line in thin if len(line) > 2 and max(extent(line)) >= smallest]
            found[owner] = large or [max(outline, key=lambda line: max(extent(line)))]
        return found

    def inner(self, kept: set[Point]) -> list[Line]:
        """The lines between two provinces of one country."""
        shared = (side for side, owners in self.sides.items() if len(owners) > 1 and len(set(owners)) == 1)
        return [[point for point in chain if point in kept] for chain in chains(shared)]


def _closed(parts: Iterable[Line]) -> list[Line]:
    """Join the lines of an outline into rings where several meet in one corner."""
    whole: list[Line] = []
    open_ends: list[Line] = []
    for part in parts:
        (whole if part[0] == part[-1] else open_ends).append(part)
    starts: dict[Point, list[Line]] = defaultdict(list)
    for part in open_ends:
        starts[part[0]].append(part)
        starts[part[-1]].append(part)
    used: set[int] = set()
    for part in open_ends:
        if id(part) in used:
            continue
        used.add(id(part))
        ring = list(part)
        while ring[0] != ring[-1]:
            following = next((other for other in starts[ring[-1]] if id(other) not in used), None)
            if following is None:
                break
            used.add(id(following))
            ring += following[1:] if following[0] == ring[-1] else following[-2::-1]
        whole.append(ring)
    return whole
