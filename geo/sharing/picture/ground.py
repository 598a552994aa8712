"""The ground of a picture: land, water, borders and names from static/basemap, as the map on the page draws them.

The format of the files is described in data/make/basemap.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import msgspec

from geo.limits import GROUND_SQUARES
from geo.sharing.picture import clip
from geo.sharing.picture.frame import Frame, mercator
from geo.sharing.picture.ink import BORDER, FOCUS, LAND, PROVINCE, RIVER, WATER, Style, node

BASEMAP = Path(__file__).parents[3] / "static" / "basemap"
TILES_FROM_ZOOM = 5
MARGIN = 16.0
"""Pixels around the picture that are drawn as well, so that no edge of a stroke shows."""

Line = tuple[tuple[float, float], ...]
"""Positions in turns of the globe (geo.sharing.picture.frame)."""


@dataclass(frozen=True, slots=True)
class Level:
    """The whole world coarsely, or one square of it in detail."""

    countries: tuple[tuple[str, tuple[Line, ...]], ...]
    borders: tuple[tuple[str, str, tuple[Line, ...]], ...]
    provinces: tuple[Line, ...]
    lakes: tuple[Line, ...]
    rivers: tuple[Line, ...]
    towns: tuple[tuple[str, float, float, float, bool], ...]


@cache
def _world() -> dict[str, Any]:
    """What the coarse file says besides lines: labels, and which squares there are."""
    raw = _file("world.json")
    return {key: raw[key] for key in ("labels", "tile", "tiles")}


def _file(name: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode((BASEMAP / name).read_bytes())
    return found


@lru_cache(maxsize=GROUND_SQUARES)
def level(name: str) -> Level:
    raw = _file(name)
    step = raw["step"]

    def lines(packed: Iterable[list[int]]) -> tuple[Line, ...]:
        return tuple(tuple(_positions(line, step)) for line in packed)

    return Level(
        countries=tuple((iso, lines(rings)) for iso, rings in raw["countries"]),
        borders=tuple((kind, pair, lines(parts)) for kind, pair, parts in raw["borders"]),
        provinces=lines(raw["provinces"]),
        lakes=lines(raw["lakes"]),
        rivers=lines(raw["rivers"]),
        towns=tuple((name, lat, lon, zoom, bool(capital)) for name, lon, lat, zoom, capital in raw["towns"]),
    )


def _positions(packed: list[int], step: float) -> Iterator[tuple[float, float]]:
    lon = lat = 0
    for dx, dy in zip(packed[::2], packed[1::2], strict=True):
        lon, lat = lon + dx, lat + dy
        yield mercator(lat * step, lon * step)


def names() -> list[tuple[str, str, float, float, float]]:
    """Countries: code, name, latitude and longitude of the label, degrees of longitude that it may take."""
    return [(iso, name, lat, lon, wide) for iso, name, lon, lat, wide in _world()["labels"]]


def towns(frame: Frame) -> list[tuple[str, float, float, float, bool]]:
    """Towns: name, latitude, longitude, the zoom from which they are named, whether it is a capital."""
    found = list(level("world.json").towns)
    for name, _ in _tiles(frame):
        found += level(name).towns
    return found


def details(frame: Frame) -> list[str]:
    """The files of the detailed squares in ``frame``, also where it is too wide to show them."""
    return list(dict.fromkeys(name for name, _ in _tiles(frame, least=0)))


def draw(parent: Element, frame: Frame, focus: Iterable[str], left_out: Iterable[str]) -> None:
    """Draw the ground. ``focus`` are countries drawn lighter; ``left_out`` borders ("AA-BB") that figures draw."""
    lighter, borders = set(focus), set(left_out)
    node(parent, "rect", width=frame.width, height=frame.height, fill=WATER)
    _level(parent, [level("world.json")], frame, lighter, borders)
    tiles = list(_tiles(frame))
    for _, box in tiles:
        node(parent, "rect", fill=WATER, **box)
    _level(parent, [level(name) for name, _ in tiles], frame, lighter, borders)


def silhouette(parent: Element, frame: Frame, fill: str, least: float = 0.5) -> None:
    """All land of the world in one colour, for a small picture: corners nearer to each other than ``least`` pixels are
    one."""
    node(parent, "path", d=_silhouette(frame, least), fill=fill, fill_rule="evenodd")


@lru_cache(maxsize=1)
def _silhouette(frame: Frame, least: float) -> str:
    """The same in each picture, and drawn twice in most: for a trial, and for good."""
    rings = (ring for _, rings in level("world.json").countries for ring in rings)
    return "".join(f"{drawn(part)}Z" for ring in rings if (part := _thinned(ring, frame, least)))


def _thinned(ring: Line, frame: Frame, least: float) -> list[clip.Point]:
    """A ring in pixels; nothing of one that would be a speck."""
    kept: list[clip.Point] = []
    for point in (frame.put(x, y) for x, y in ring):
        if not kept or max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) >= least:
            kept.append(point)
    return kept if len(kept) > 2 else []


def _level(parent: Element, levels: Sequence[Level], frame: Frame, lighter: set[str], borders: set[str]) -> None:
    """Draw levels that lie side by side: first all land, then all lines, so that no edge of a square shows."""

    def draw_all(lines: Iterable[Line], style: Style, *, closed: bool = False) -> None:
        if path := _path(lines, frame, closed=closed):
            node(parent, "path", d=path, **style)

    for iso, rings in (country for one in levels for country in one.countries):
        draw_all(rings, {"fill": FOCUS if iso in lighter else LAND, "fill_rule": "evenodd"}, closed=True)
    draw_all((line for one in levels for line in one.provinces), _stroke(PROVINCE, 0.9, "3.5 2.5"))
    draw_all((line for one in levels for line in one.rivers), _stroke(RIVER, 0.9))
    lake: Style = {"fill": WATER, "stroke": RIVER, "stroke_width": 0.6, "fill_rule": "evenodd"}
    draw_all((line for one in levels for line in one.lakes), lake, closed=True)
    for kind, pair, lines in (border for one in levels for border in one.borders):
        if pair not in borders:
            draw_all(lines, _stroke(BORDER, 1.2, "5 4" if kind == "disputed" else ""))


def _stroke(colour: str, wide: float, dashes: str = "") -> Style:
    drawn: Style = {"fill": "none", "stroke": colour, "stroke_width": wide, "stroke_linejoin": "round"}
    return drawn | ({"stroke_dasharray": dashes} if dashes else {})


def _path(lines: Iterable[Line], frame: Frame, *, closed: bool) -> str:
    """What of ``lines`` is in the frame, in every copy of the world that it shows."""
    parts: list[str] = []
    seen = frame.box(MARGIN)
    first, last = int(frame.left // 1), int((frame.left + frame.width / frame.scale) // 1)
    for line in lines:
        xs, ys = [x for x, _ in line], [y for _, y in line]
        for turn in range(first, last + 1):
            left, top = frame.put(min(xs) + turn, min(ys))
            right, bottom = frame.put(max(xs) + turn, max(ys))
            if right < 0 or bottom < 0 or left > frame.width or top > frame.height:
                continue
            points = [frame.put(x + turn, y) for x, y in line]
            parts += [drawn(part) + "Z" for part in [clip.ring(points, seen)] if part] if closed else []
            parts += [] if closed else map(drawn, clip.line(points, seen))
    return "".join(parts)


def drawn(points: Iterable[clip.Point]) -> str:
    """The commands of a path from point to point."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _tiles(frame: Frame, least: float = TILES_FROM_ZOOM) -> Iterator[tuple[str, Style]]:
    """The detailed squares in the frame: file and box in pixels."""
    if frame.zoom < least:
        return
    size = _world()["tile"]
    for column, row in _world()["tiles"]:
        left, top = mercator((row + 1) * size - 90, column * size - 180)
        right, bottom = mercator(row * size - 90, (column + 1) * size - 180)
        for turn in (-1, 0, 1):
            square = clip.overlap((*frame.put(left + turn, top), *frame.put(right + turn, bottom)), frame.box(MARGIN))
            if square is not None:
                x, y = round(square[0]), round(square[1])
                wide, high = round(square[2] - square[0]) + 1, round(square[3] - square[1]) + 1
                yield f"tile-{column}-{row}.json", {"x": x, "y": y, "width": wide, "height": high}
