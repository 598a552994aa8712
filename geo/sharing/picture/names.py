"""The ground's names of countries and towns in a picture, where nothing else stands: each in its own country."""

from collections.abc import Iterator, Sequence
from math import hypot
from xml.etree.ElementTree import Element

from geo import measures
from geo.sharing.picture import clip, ground
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import HALOED, QUIET, Style, node, width, words
from geo.sharing.picture.lands import Lands
from geo.sharing.picture.room import Box, Room

SPACING = 1.2
"""Pixels between the letters of a country's name."""
_STYLE: Style = {"font_size": 11, "letter_spacing": SPACING, "text_anchor": "middle", "fill": QUIET}


def draw(root: Element, frame: Frame, lands: Lands, room: Room) -> None:
    """Countries, then towns, the most important first."""
    there = lands.points()
    for iso, name, lat, lon, degrees in ground.names():
        text = name.upper()
        wide = width(text, size=11, bold=True) + SPACING * len(text)
        if degrees * frame.scale / 360 < wide * 0.8:
            continue
        spots = _spots(iso, frame.at((lat, lon)), wide, lands, there.get(iso, ()))
        if box := room.first_free((x - wide / 2, y - 8, x + wide / 2, y + 8) for x, y in spots):
            words(root, text, (box[0] + box[2]) / 2, box[3] - 4, bold=True, **_STYLE, **HALOED)
    for name, (x, y), capital in _towns(frame):
        wide = width(name, size=11, bold=capital)
        right: Box = (x - 4, y - 8, x + wide + 9, y + 8)
        box = room.first_free([right, (x - wide - 9, y - 8, x + 4, y + 8)])
        if box is not None:
            node(root, "circle", cx=x, cy=y, r=2.2, fill=QUIET)
            start = x + 6 if box == right else x - 6 - wide
            words(root, name, start, y + 4, bold=capital, font_size=11, fill=QUIET, **HALOED)


def _spots(iso: str, label: clip.Point, wide: float, lands: Lands, there: Sequence[clip.Point]) -> Iterator[clip.Point]:
    """Where the name of a country may stand, the best first; to look for the next costs more than the one before, and
    the first is free more often than not."""
    yield label
    for dx, dy in measures.NAME_STEPS[1:]:
        if _is_in(lands, iso, spot := (label[0] + dx, label[1] + dy), wide):
            yield spot
    yield from (spot for spot in _elsewhere(there, wide) if lands.home(spot, (iso,)))


def _is_in(lands: Lands, iso: str, spot: clip.Point, wide: float) -> bool:
    """Whether a name that is moved stays in its country: in the sea or in a neighbour it would be wrong."""
    return all(lands.home((spot[0] + share * wide, spot[1]), (iso,)) for share in (-0.35, 0.0, 0.35))


def _elsewhere(points: Sequence[clip.Point], wide: float) -> list[clip.Point]:
    """Where the name may stand in the part of a country that is seen, the middle first; nowhere in a sliver."""
    if not points:
        return []
    x0, y0 = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))

    def has(x: float, y: float) -> bool:
        return any(abs(point[0] - x) <= 24 and abs(point[1] - y) <= 24 for point in points)

    whole = [(x, y) for x, y in points if has(x - wide / 2, y) and has(x + wide / 2, y)]
    whole.sort(key=lambda point: hypot(point[0] - x0, point[1] - y0))
    return [(x, y + step) for x, y in whole for step in (0, -15, 15)]


def _towns(frame: Frame) -> Iterator[tuple[str, clip.Point, bool]]:
    """The towns of this scale, each once: name, pixel, whether it is a capital."""
    seen = set()
    for name, lat, lon, zoom, capital in ground.towns(frame):
        if zoom > frame.zoom + 0.25 or (name, round(lat), round(lon)) in seen:
            continue
        seen.add((name, round(lat), round(lon)))
        yield name, frame.at((lat, lon)), capital
