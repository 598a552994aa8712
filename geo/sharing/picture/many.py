"""Pictures of more figures than can be drawn one by one: the map with a number for each group of near places, as the
page has it, and how many figures each time has. Every figure that is shown is counted: in a group, outside of the
picture, or not on the map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot
from xml.etree.ElementTree import Element

from geo import marks, measures
from geo.maps import words as labels
from geo.maps.geometry import Bounds
from geo.maps.groups import Group, Many
from geo.marks import Mark
from geo.model import Panel
from geo.sharing.picture import clip, ground, legend, locator, names
from geo.sharing.picture.dress import MAPS, PLAIN, Dress
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import HALOED, PANELS, QUIET, Style, as_svg, dot, node, width, words
from geo.sharing.picture.lands import Lands
from geo.sharing.picture.legend import Key
from geo.sharing.picture.map_page import map_page
from geo.sharing.picture.room import Room, around
from geo.sharing.picture.spot import Spot
from geo.sharing.picture.world import draw_ring
from geo.sharing.rows import CREDITS
from geo.sharing.view import Camera

ALONE = 5.0
"""The radius of the dot for one figure at one place."""


def many_picture(many: Many, camera: Camera | None = None, dress: Dress = PLAIN) -> bytes:
    """The map; ``camera`` is where to look from, by default at where the figures are."""
    seen: dict[Frame, Sequence[Group]] = {}

    def look(wide: int, high: int) -> Frame:
        frame = Frame.seen(camera, wide, high) if camera else Frame.around(many.window, wide, high, margin=high / 8)
        seen[frame] = _merged(many.groups(_bounds(frame), frame.zoom), frame)
        return frame

    def foot(frame: Frame) -> str:
        groups = seen[frame]
        inside = {panel: sum(group.shares[panel] for group in groups) for panel in Panel}
        outside = sum(many.shares.values()) - many.away - sum(inside.values())
        told = f"{many.tally(inside)} in {len(groups):,} groups of near places: a number counts figures, not people."
        left = [f"{outside:,} outside of the picture"] * bool(outside) + [f"{many.away:,} not on the map"] * bool(
            many.away
        )
        return f"{told} {'; '.join(left)}{'. ' if left else ''}{credit(many)}"

    heading, line = dress.title or many.heading, dress.standfirst or many.line
    page = map_page(MAPS[dress.size], heading, line, look, foot)
    _Drawing(many, page.frame, seen[page.frame], page.inner, page.strip).draw()
    return as_svg(page.root)


def credit(many: Many) -> str:
    return f"{many.sources}{CREDITS} Dateline, data set {many.version}."


def _bounds(frame: Frame) -> Bounds:
    left = frame.left * 360 - 180
    return (
        (max(-85.0, frame.latitude(frame.height)), left),
        (min(85.0, frame.latitude(0.0)), left + 360 * min(1.0, frame.width / frame.scale)),
    )


def _merged(groups: Sequence[Group], frame: Frame) -> list[Group]:
    """A group whose mark would lie on that of a fuller one is counted there, and so are areas that leave no room."""
    made: list[Group] = []
    for group in sorted(groups, key=lambda it: (it.wide, -it.count)):
        x, y = frame.at(group.at)
        reach = _reach(group)
        over = [
            number
            for number, other in enumerate(made)
            if hypot(frame.at(other.at)[0] - x, frame.at(other.at)[1] - y) < reach + _reach(other)
        ]
        if over:
            home = made[over[0]]
            shares = {panel: home.shares[panel] + group.shares[panel] for panel in Panel}
            made[over[0]] = replace(home, shares=shares, wide=False, lines=home.lines + group.lines)
        else:
            made.append(group)
    return made


def _reach(group: Group) -> float:
    return ALONE if group.count == 1 and not group.wide else measures.ring(group.count)


@dataclass(frozen=True)
class _Drawing:
    """``groups`` of ``many`` on their way to paper; the legend stands in ``strip``, on the map where there is none."""

    many: Many
    frame: Frame
    groups: Sequence[Group]
    root: Element
    strip: Element | None

    def draw(self) -> None:
        frame, lands = self.frame, Lands(self.frame)
        room = Room(frame.width, frame.height)
        ground.draw(self.root, frame, self.many.focus, [])
        points = [frame.at(group.at) for group in self.groups]
        if self.strip is not None:
            box = None
            legend.table(self.strip, list(self._keys()), legend.Stand.STRIP)
        else:
            box = legend.table(self.root, list(self._keys()), legend.emptier(frame, points))
            room.take(box)
        if locator.is_wanted(frame) and (inset := locator.corner(frame, points, box)):
            locator.draw(self.root, frame, inset)
            room.take(inset)
        for group in self.groups:
            self._lines(group)
        for group, point in zip(self.groups, points, strict=True):
            self._mark(group, point, room)
        left = measures.MOST_NAMES
        for group in sorted(self.groups, key=lambda it: -it.count):
            left -= left > 0 and self._name(group, room)
        names.draw(self.root, frame, lands, room)

    def _keys(self) -> Iterator[Key]:
        for panel in Panel:
            if any(group.shares[panel] for group in self.groups):
                yield Key(marks.PANELS[panel], panel=panel, circle=True)
        if any(group.count > 1 for group in self.groups):
            yield Key(marks.SEVERAL, several=True)

    def _lines(self, group: Group) -> None:
        panels = [panel for panel in Panel if group.shares[panel]]
        colour = PANELS[panels[0]] if len(panels) == 1 else QUIET
        for line in group.lines:
            for part in clip.line([self.frame.at(point) for point in line], self.frame.box(ground.MARGIN)):
                path = ground.drawn(part)
                node(self.root, "path", d=path, fill="none", stroke=colour, stroke_width=2.2, stroke_linejoin="round")

    def _mark(self, group: Group, point: tuple[float, float], room: Room) -> None:
        reach = _reach(group)
        (x, y), own = point, node(self.root, "g", data_place=group.name, data_figures=str(group.count))
        if reach == ALONE:
            (panel,) = (panel for panel in Panel if group.shares[panel])
            dot(own, Mark(), point, ALONE, PANELS[panel])
        else:
            draw_ring(own, point, group.shares)
        room.take((x - reach, y - reach, x + reach, y + reach))

    def _name(self, group: Group, room: Room) -> bool:
        """Beside the mark, short where there is no room for more. Whether it is written."""
        spot = Spot(*self.frame.at(group.at), _reach(group), paper=False)
        for text in (group.name, labels.shortened(group.name)):
            wide = width(text, bold=True)
            boxes = [it for it in around(spot.x, spot.y, wide, 16, spot.reach) if not spot.led(it)]
            if box := room.clear(boxes, spot.x, spot.y):
                ends = box[2] < spot.x
                style: Style = {"text_anchor": "end" if ends else "start", **HALOED}
                words(self.root, text, box[2] if ends else box[0], box[3] - 4, bold=True, **style)
                return True
        return False
