"""What of a line, an area or a curve lies in a picture: all else is left out before it is drawn.

A border that runs on outside the frame costs as much as one inside, and a dashed one at a close zoom more than any
machine has: its dashes are counted in millions. All coordinates are pixels.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Curve = tuple[Point, Point, Point]
"""A quadratic Bezier curve: start, control, end."""

DEEPEST = 24
"""Halvings of a curve: a curve of 16 million pixels is then cut to single ones."""

STEPS = 60
"""Points of a curve at which it is looked whether something lies over it."""


def touches(points: Sequence[Point], box: Box) -> bool:
    """Whether the bounds of ``points`` reach into ``box``."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) <= box[2] and max(xs) >= box[0] and min(ys) <= box[3] and max(ys) >= box[1]


def overlap(one: Box, other: Box) -> Box | None:
    """What two boxes share; None where that is nothing."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def ring(points: Sequence[Point], box: Box) -> list[Point]:
    """The closed ring cut to ``box`` (Sutherland and Hodgman, 1974); empty where none of it is inside."""
    left, top, right, bottom = box
    found = list(points)
    for axis, edge, keeps in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        cut: list[Point] = []
        for a, b in pairwise([*found[-1:], *found]):
            a_in, b_in = (a[axis] - edge) * keeps >= 0, (b[axis] - edge) * keeps >= 0
            if a_in != b_in:
                cut.append(_crossing(a, b, axis, edge))
            if b_in:
                cut.append(b)
        found = cut
    return found


def line(points: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The parts of an open line that are inside ``box`` (Liang and Barsky, 1984), each of two points or more."""
    part: list[Point] = []
    for a, b in pairwise(points):
        inside = _inside(a, b, box)
        if inside is None:
            continue
        start, end = inside
        if part and part[-1] != start:
            yield part
            part = []
        part = [*part, end] if part else [start, end]
    if part:
        yield part


def curve(whole: Curve, box: Box) -> list[list[Curve]]:
    """The parts of a curve that may be inside ``box``: runs of pieces that each begin where the last one ended."""
    runs: list[list[Curve]] = []
    for piece in _pieces(whole, box, DEEPEST):
        if runs and runs[-1][-1][2] == piece[0]:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _pieces(whole: Curve, box: Box, depth: int) -> Iterator[Curve]:
    """A curve lies in the bounds of its three points: it is dropped outside, and halved while they are much larger."""
    if not touches(whole, box):
        return
    wide, high = box[2] - box[0], box[3] - box[1]
    xs, ys = [x for x, _ in whole], [y for _, y in whole]
    if depth == 0 or (max(xs) - min(xs) <= 2 * wide and max(ys) - min(ys) <= 2 * high):
        yield whole
        return
    start, bow, end = whole
    first, second = _middle(start, bow), _middle(bow, end)
    half = _middle(first, second)
    yield from _pieces((start, first, half), box, depth - 1)
    yield from _pieces((half, second, end), box, depth - 1)


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _crossing(a: Point, b: Point, axis: int, edge: float) -> Point:
    along = (edge - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + along * (b[1 - axis] - a[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)


def _inside(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    left, top, right, bottom = box
    begun, ended = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for step, room in ((-dx, a[0] - left), (dx, right - a[0]), (-dy, a[1] - top), (dy, bottom - a[1])):
        if step == 0:
            if room < 0:
                return None
            continue
        along = room / step
        if step < 0:
            begun = max(begun, along)
        else:
            ended = min(ended, along)
        if begun > ended:
            return None
    start = a if begun == 0.0 else (a[0] + begun * dx, a[1] + begun * dy)
    return start, b if ended == 1.0 else (a[0] + ended * dx, a[1] + ended * dy)


def short_of(curve: Curve, discs: Sequence[tuple[float, float, float]]) -> Curve:
    """The part of a curve that ends at the edge of the discs (x, y, radius) that its end lies under."""
    start, bow, end = curve
    over = [(x, y, r) for x, y, r in discs if hypot(end[0] - x, end[1] - y) < r]
    if not over:
        return curve
    for step in range(STEPS - 1, 0, -1):
        share = step / STEPS
        turn = _between(start, bow, share)
        here = _between(turn, _between(bow, end, share), share)
        if all(hypot(here[0] - x, here[1] - y) >= r for x, y, r in over):
            return start, turn, here
    return curve


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share
