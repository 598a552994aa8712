"""The map as an SVG with title, legend and credits: the forms of geo.maps.layout on the ground of static/basemap."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from xml.etree.ElementTree import Element

from geo.dataset.query import Catalogue
from geo.maps import words as labels
from geo.maps.figures import Figure, MapView, Missing
from geo.maps.geometry import outlines
from geo.maps.layout import layout
from geo.maps.standing import INFERRED, at
from geo.model import Claim, Place, Precision
from geo.sharing.picture import ground, legend, locator, names, world
from geo.sharing.picture.arrows import Arrows, bundled
from geo.sharing.picture.captions import Captions
from geo.sharing.picture.dress import MAPS, PLAIN, Dress, credit_line
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import as_svg, sheet
from geo.sharing.picture.lands import Lands
from geo.sharing.picture.map_page import map_page
from geo.sharing.picture.room import Room
from geo.sharing.picture.symbols import Symbols
from geo.sharing.view import Camera
from geo.wording import claims as wording
from geo.wording.countries import names as country_names

MOST_OUTSIDE = 5
"""Places outside of the picture that are named."""


def map_picture(
    catalogue: Catalogue, shown: Sequence[Claim], camera: Camera | None = None, dress: Dress = PLAIN
) -> bytes:
    """The figures of ``shown`` as SVG, of the size of ``dress``; ``camera`` is where to look from, by default to see
    them all."""
    view = layout(catalogue, shown)

    def look(wide: int, high: int) -> Frame:
        return Frame.seen(camera, wide, high) if camera else Frame.around(view.window, wide, high, margin=high / 6)

    def foot(frame: Frame) -> str:
        return f"{_outside(view, frame)}{_missing(view)}{credit_line(catalogue, shown)}"

    page = map_page(MAPS[dress.size], dress.heading(catalogue), dress.line(catalogue, shown), look, foot)
    frame = page.frame
    is_world = world.is_world(view, frame)
    drawn, rings = world.gathered(view, frame) if is_world else (view, world.full(view, frame))
    every = view if len(shown) == len(catalogue.claims) else layout(catalogue, tuple(catalogue.claims.values()))
    _Drawing(catalogue, Symbols(drawn, frame, rings, every), page.inner, page.strip, is_world).draw()
    return as_svg(page.root)


def _missing(view: MapView) -> str:
    """How many figures are not on the map, and why."""
    reasons = Counter(_reason(one) for one in view.tray)
    return f"{len(view.tray):,} not on the map ({', '.join(reasons)}). " if view.tray else ""


def _outside(view: MapView, frame: Frame) -> str:
    """What lies outside of the picture, by name."""
    places = {place.id: place for place in view.places}
    left_out: Counter[str] = Counter()
    for figure in view.figures:
        place = places[figure.place]
        ends = [at(place), *(figure.path or ())]
        if place.precision is not Precision.LINE and not any(frame.holds(end) for end in ends):
            left_out[labels.heading(place)] += 1
    if not left_out:
        return ""
    named = [f"{name} ({count})" for name, count in left_out.most_common(MOST_OUTSIDE)]
    return f"Outside the picture: {wording.listed([*named, *(['others'] if len(left_out) > MOST_OUTSIDE else [])])}. "


def _reason(one: Missing) -> str:
    """In few words: a picture has no room for every reason in full."""
    return "Dateline did not find where" if one.sentence else INFERRED if one.why == INFERRED else "not located"


@dataclass(frozen=True)
class _Drawing:
    """Symbols on their way to paper; the legend stands in ``strip``, on the map where there is none; ``world``: of such
    a picture."""

    catalogue: Catalogue
    symbols: Symbols
    root: Element
    strip: Element | None = None
    world: bool = False

    def draw(self) -> None:
        view, frame, places = self.symbols.view, self.symbols.frame, self.symbols.places
        lines = [place for place in places.values() if place.precision is Precision.LINE]
        ground.draw(self.root, frame, view.focus, ["-".join(sorted(place.countries)) for place in lines])
        room, lands = Room(frame.width, frame.height), Lands(frame)
        # The legend lists what is drawn, and what is drawn keeps clear of it: so it is drawn for a trial before.
        trial = sheet(int(frame.width), int(frame.height), "")
        tried = replace(self, root=trial, strip=trial if self.strip is not None else None)
        tried._figures(tried._legend(Room(frame.width, frame.height), None), lands)
        self._figures(self._legend(room, legend.seen(trial)), lands)
        names.draw(self.root, frame, lands, room)

    def _figures(self, room: Room, lands: Lands) -> None:
        symbols, view, frame = self.symbols, self.symbols.view, self.symbols.frame
        places, geometries = symbols.places, self.catalogue.collection.geometries
        there: dict[str, list[Figure]] = defaultdict(list)
        for figure in view.figures:
            there[figure.place].append(figure)
        lines = [place for place in places.values() if place.precision is Precision.LINE]
        for place in sorted(lines, key=self._corners, reverse=True):  # a part above the whole
            symbols.draw_line(self.root, place, there.get(place.id, []), geometries, room)
        reach = {place: symbols.reach(places[place], figures) for place, figures in there.items()}
        bundles = bundled(view)
        discs = [(ring.x, ring.y, ring.reach + 2) for ring in symbols.rings]
        arrows = Arrows(self.root, frame, places, geometries, reach, symbols.widest, symbols.is_dense, discs)
        for bundle in bundles:
            arrows.draw(bundle, room)
        for place_id, figures in there.items():
            symbols.draw(self.root, places[place_id], figures, room)
        for ring in symbols.rings:
            ring.draw(self.root)
            room.take((ring.x - ring.reach, ring.y - ring.reach, ring.x + ring.reach, ring.y + ring.reach))
        countries = country_names(self.catalogue)
        Captions(self.root, symbols, lands, room, countries, self.world).write(there, bundles)

    def _legend(self, room: Room, drawn: frozenset[str] | None) -> Room:
        """Draw it and take its room, and that of the locator; ``drawn``: legend.keys."""
        shown = self.symbols.view, self.symbols.values, self.symbols.radius
        ringed = frozenset(figure.panel for ring in self.symbols.rings for figure in ring.figures)
        box = None
        if self.strip is not None:
            legend.draw(self.strip, *shown, legend.Stand.STRIP, ringed=ringed, drawn=drawn)
        else:
            box = legend.draw(
                self.root, *shown, legend.emptier(self.symbols.frame, self._points), ringed=ringed, drawn=drawn
            )
            room.take(box)
        if locator.is_wanted(self.symbols.frame) and (inset := locator.corner(self.symbols.frame, self._points, box)):
            locator.draw(self.root, self.symbols.frame, inset)
            room.take(inset)
        return room

    @cached_property
    def _points(self) -> list[tuple[float, float]]:
        """Where figures are in the picture."""
        frame, figures = self.symbols.frame, self.symbols.view.figures
        ends = [end for figure in figures for end in figure.path or ()]
        ends += [at(self.symbols.places[figure.place]) for figure in figures]
        ends += [at(place) for ring in self.symbols.rings for place in ring.places]
        return [(x, y) for x, y in map(frame.at, ends) if 0 < x < frame.width and 0 < y < frame.height]

    def _corners(self, place: Place) -> int:
        return sum(map(len, outlines(self.catalogue.collection.geometries[place.id])))
