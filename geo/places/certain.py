"""The places of an article that are settled, indexed, so that each name is weighed against the others at once."""

import math
from collections import defaultdict
from collections.abc import Iterable

from geo.model import Place, PlaceKind
from geo.places.gazetteer import Candidate

NEAR_KM = 250.0
_CELL = 2.5
"""Degrees; a cell is as high as ``NEAR_KM`` and a little more."""
_KM = 111.2


class Certain:
    """Settled places, each under the folded name that it was settled for.

    A name is never evidence for itself: each question leaves out what only that name says.
    """

    def __init__(self, settled: Iterable[tuple[str, Candidate]]) -> None:
        self._keys: dict[str, set[str]] = defaultdict(set)
        self._cells: dict[tuple[int, int], dict[str, tuple[Place, set[str]]]] = defaultdict(dict)
        for key, candidate in settled:
            place = candidate.place
            for code in {place.country, place.id, candidate.within} - {None}:
                self._keys[str(code)].add(key)
            if place.kind is not PlaceKind.COUNTRY and place.lat is not None and place.lon is not None:
                cell = self._cells[math.floor(place.lat / _CELL), math.floor(place.lon / _CELL)]
                cell.setdefault(place.id, (place, set()))[1].add(key)

    def names(self, code: str | None, *, without: str) -> bool:
        """Whether another name is settled as, or within, this country (code), province or place (id)."""
        return bool(code) and bool(self._keys.get(str(code), set()) - {without})

    def closeness(self, place: Place, *, without: str) -> float:
        """1 beside a settled place, 0 beyond ``NEAR_KM`` from all of them."""
        if place.lat is None or place.lon is None:
            return 0.0
        nearest = min(
            (
                kilometres(place.lat, place.lon, other.lat, other.lon)
                for row, column in _around(place.lat, place.lon)
                for other, keys in self._cells.get((row, column), {}).values()
                if other.id != place.id and keys - {without} and other.lat is not None and other.lon is not None
            ),
            default=NEAR_KM,
        )
        return max(0.0, 1 - nearest / NEAR_KM)


def _around(lat: float, lon: float) -> Iterable[tuple[int, int]]:
    """The cells that reach within ``NEAR_KM`` of a point."""
    row, column = math.floor(lat / _CELL), math.floor(lon / _CELL)
    width = _KM * _CELL * max(0.05, math.cos(math.radians(min(90.0, abs(lat) + _CELL))))
    reach = math.ceil(NEAR_KM / width)
    return ((row + up, column + right) for up in (-1, 0, 1) for right in range(-reach, reach + 1))


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points (degrees) on a sphere of 6,371 km."""
    a, b = math.radians(lat1), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))
