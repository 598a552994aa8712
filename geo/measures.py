"""How large marks are on a map, how movements run, and what a map of the world leaves out: one table for the page's map
and for pictures. Pixels, unless it says otherwise.

Browsers get it as ``dateline.measures`` (data/make/scripts.py puts ``as_json`` before the map's scripts).
"""

import json
from collections.abc import Sequence
from itertools import pairwise
from math import cos, log2, pi, sin, sqrt

SMALLEST, LARGEST = 6.0, 34.0
"""Radii of circles. Area is in proportion to the figure; where figures span more than 1 : 32, small ones are kept."""
STACKED = 5.0
"""By how much the radii at one spot differ where its circles stand one on the other; else they are fanned out."""
MOST_CIRCLES = 6
"""Figures at one spot with a circle each; more become a ring with their number."""
RING_LEAST, RING_MORE, RING_MOST = 9.0, 2.6, 28.0
"""The radius of a ring: of one figure, how much more each doubling of their number gives, and the largest."""
SHAFT_LEAST, SHAFT_MORE = 1.8, 3.2
"""The width of an arrow: the least, and what the largest figure that moves has above it."""
HEAD_LEAST, HEAD_MORE, WING = 7.0, 1.6, 0.42
"""The length of its head: the least, and how often the width comes on top; the angle of its sides, in radians."""
BEND = 0.16
"""How far an arrow bows to the side, as a share of its length."""
STRUCK_AT = 0.6
"""Where along an arrow the bar of a denied one lies, as a share of its way."""
SOFT_START, SOFT_END = ((0.05, 0.2), (0.3, 1.0)), ((0.7, 1.0), (1.0, 0.45))
"""How firm a shaft is along its way where that end is a whole area: (share of the way, opacity)."""
WIDEST_GAP, CLEAR = 0.2, 0.09
"""The share of its way over which a dotted arrow leaves out a border; and over which it softens before and after."""
SHORTEST, MOST_ARROWS = 70.0, 12
"""The shortest arrow and how many of them, the largest, where there are many."""
NEAR = 16.0
"""Places nearer than this share a symbol in a view of the world."""
JOINS, BESIDE = 70.0, 6.0
"""How far a symbol may be from an area or a border of its country whose figures join it; how far beyond its edge those
of others must be to stand apart."""
WORLD_ZOOM = 4
"""A view below it is one of the world."""
MOST_NAMES = 5
"""Places that a map of the world names, the fullest."""
ABROAD = 300.0
"""What it costs a list about one country to lie over others: for each of nine points of it."""
MOST_ABROAD = 4
"""Of these nine, how many may lie over others where a view of the world writes the country's name."""
NAME_STEPS = ((0, 0), (0, 24), (0, -24), (-70, 0), (70, 0), (0, 48), (-70, 36), (70, 36), (0, -48))
"""Where a country's name may stand when its label point is taken, from it, as long as that is in the country."""
LANDS_EVERY = 44
"""Between two points at which is asked whose land a view shows."""
LOCATOR, LOCATOR_TOP, LOCATOR_LEAST = (112.0, 62.0), 28.0, 7.0
"""The small map of the world that says where a view is: its size, where it begins in the whole world of 256 pixels (76
degrees north), and the smallest frame on it that is still seen."""
LOCATED = 75.0
"""Degrees of longitude: a wider view needs no telling where it is."""


def unit(values: Sequence[int]) -> float:
    """The radius of a circle for the root of one person, among circles for ``values``; 0 where there are none."""
    people = [value for value in values if value > 0]
    return min(SMALLEST / sqrt(min(people)), LARGEST / sqrt(max(people))) if people else 0.0


def ring(count: int) -> float:
    """The radius of a ring of ``count`` figures."""
    return min(RING_MOST, RING_LEAST + RING_MORE * log2(count))


def shaft(value: int | None, widest: int) -> float:
    """The width of an arrow for ``value`` people, ``widest`` being the most that move."""
    return SHAFT_LEAST + SHAFT_MORE * sqrt((value or 0) / widest)


def fan(radii: Sequence[float]) -> tuple[float, list[tuple[float, float]]]:
    """Where the circles of one spot stand from it, the largest first, and how far they reach together: one on the
    other where their sizes differ clearly, else side by side around the spot."""
    if all(before - after >= STACKED for before, after in pairwise(radii)):
        return (radii[0] if radii else 0.0), [(0.0, 0.0)] * len(radii)
    count = len(radii)
    pairs = zip(radii, [*radii[1:], radii[0]], strict=True)
    away = max((one + other + 1) / (2 * sin(pi / count)) for one, other in pairs)
    turns = [2 * pi * number / count + pi for number in range(count)]
    return away + radii[0], [(away * cos(turn), away * sin(turn)) for turn in turns]


def as_json() -> str:
    """The table for scripts: {"smallest": 6, ...}."""
    table = {name.lower(): value for name, value in globals().items() if name.isupper()}
    return json.dumps(table, sort_keys=True)
