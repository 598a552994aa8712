"""Claims -> what to draw where. Pure data: nothing here knows Folium or a browser.

The precision of a place decides the form (rule 4 of the product):

    POINT, RADIUS   a circle; RADIUS with a dashed ring of the stated radius
    AREA            no circle: a row in a small list at the area's label point; the area is tinted while selected
    LINE            a row in a small list at the line, and the line itself
    from A to B     an arrow. It starts or ends at a point where one is known. Into (or out of) an area it is short and
                    ends (or starts) just inside, on the side towards the area's label point: the text says "into", not
                    where to. Between two areas it is dotted: no crossing point is stated.
    UNLOCATED       the tray, with the reason

A capacity or an offer to host moves nobody: it stands at the place that would take people in, without an arrow.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from geo.dataset.query import dated
from geo.dataset.store import Collection, Geometry
from geo.maps import words
from geo.maps.geometry import Bounds, Position, bearing, bounds, distance, holds, nearest, outlines, travel
from geo.model import Action, Basis, Claim, Panel, Place, Population, Precision, Role, Status
from geo.wording import dates

INSIDE_KM = 90.0
"""How far an arrow reaches into an area: far enough to be seen at the scale of a country, near the crossing."""
Ends = tuple[Place, Place | None, Place]
"""Origin, crossing point where the text names one, destination."""
WORLD: Bounds = ((-50.0, -170.0), (70.0, 170.0))


class Form(StrEnum):
    CIRCLE = "circle"
    ROW = "row"
    ARROW = "arrow"


class Stroke(StrEnum):
    """How firm the figure is: people who were counted or reported; a pledge, plan or capacity; contested."""

    FILLED = "filled"
    OUTLINE = "outline"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim as drawn. ``place`` is where its symbol stands; ``path`` is start and end of an arrow, ``lane`` its
    number among arrows between the same two places; ``value`` sizes it (people; None draws the smallest size)."""

    claim: str
    form: Form
    place: str
    panel: Panel
    stroke: Stroke
    value: int | None
    short: str
    tip: str
    path: tuple[Position, Position] | None = None
    dotted: bool = False
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """A claim that is not on the map, and why."""

    claim: str
    short: str
    why: str


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything that the map shows of some claims. ``places`` are those that figures stand at or move between;
    ``focus`` are the countries (ISO codes) drawn lighter; ``window`` is the first view."""

    places: tuple[Place, ...]
    figures: tuple[Figure, ...]
    tray: tuple[Missing, ...]
    focus: tuple[str, ...]
    window: Bounds


def layout(collection: Collection, claims: Sequence[Claim]) -> MapView:
    """Decide for each claim whether and how it is drawn. Every claim is in ``figures`` or in ``tray``, once."""
    geometries = collection.geometries
    figures: list[Figure] = []
    tray: list[Missing] = []
    used: dict[str, Place] = {}
    lanes: Counter[tuple[str, str]] = Counter()
    articles = {article.id: article for article in collection.articles}
    for claim in claims:
        when = dates.when(dated(claim, articles[claim.article]))
        ends = _ends(claim, geometries)
        spot = _spot(claim, geometries)
        if ends is not None:
            start, _, end = ends
            lane = lanes[start.id, end.id]
            lanes[start.id, end.id] += 1
            figures.append(_arrow(claim, when, ends, lane, geometries))
            used.update({place.id: place for place in (start, end)})
        elif spot is not None:
            figures.append(_figure(claim, when, spot))
            used[spot.id] = spot
        else:
            tray.append(Missing(claim.id, words.short(claim), _why(claim)))
    places = tuple(used.values())
    return MapView(places, tuple(figures), tuple(tray), _focus(places), _window(places, figures, geometries))


def drawable(place: Place, geometries: dict[str, Geometry]) -> bool:
    """Whether the map can show the place: it has a position, and a geometry where its precision asks for one."""
    if place.precision is Precision.UNLOCATED or place.lat is None or place.lon is None:
        return False
    return place.precision is not Precision.LINE or place.id in geometries


def stroke(claim: Claim) -> Stroke:
    if claim.status in (Status.DISPUTED, Status.DENIED, Status.WITHDRAWN):
        return Stroke.DASHED
    if claim.basis in (Basis.PLAN, Basis.CAPACITY) or claim.status in (Status.PLANNED, Status.PLEDGED):
        return Stroke.OUTLINE
    return Stroke.FILLED


def _finest(places: Iterable[Place], geometries: dict[str, Geometry]) -> Place | None:
    """The place that says most about where: a point or circle before a line before an area, else the first named."""
    order = {Precision.POINT: 0, Precision.RADIUS: 0, Precision.LINE: 1, Precision.AREA: 2}
    located = [place for place in places if drawable(place, geometries)]
    return min(located, key=lambda place: order[place.precision], default=None)


def _in_role(claim: Claim, *roles: Role) -> list[Place]:
    return [used.place for used in claim.places if used.role in roles]


def _stays(claim: Claim) -> bool:
    return claim.basis is Basis.CAPACITY or claim.action in (Action.ACCEPT, Action.HOST)


def _ends(claim: Claim, geometries: dict[str, Geometry]) -> Ends | None:
    """The ends of a movement; None where it is not one between two located places."""
    start = _finest(_in_role(claim, Role.FROM), geometries)
    end = _finest(_in_role(claim, Role.TO), geometries)
    if start is None or end is None or start.id == end.id or _stays(claim):
        return None
    if _is_spot(start) and _is_spot(end) and distance(_at(start), _at(end)) < 1:
        return None
    via = _finest((p for p in _in_role(claim, Role.VIA, Role.AT, Role.NEAR) if _is_spot(p)), geometries)
    return start, via, end


def _spot(claim: Claim, geometries: dict[str, Geometry]) -> Place | None:
    """Where a figure without an arrow stands: where people are, else where they went or would go, else came from."""
    for roles in ((Role.AT, Role.NEAR), (Role.TO,), (Role.VIA,), (Role.FROM,)):
        if (found := _finest(_in_role(claim, *roles), geometries)) is not None:
            return found
    return None


def _figure(claim: Claim, when: str, place: Place) -> Figure:
    form = Form.CIRCLE if _is_spot(place) else Form.ROW
    return Figure(
        claim=claim.id,
        form=form,
        place=place.id,
        panel=claim.panel,
        stroke=stroke(claim),
        value=None if claim.population is Population.TERRITORY else claim.quantity.middle,
        short=words.short(claim),
        tip=words.tip(claim, place.name, when),
    )


def _arrow(claim: Claim, when: str, ends: Ends, lane: int, geometries: dict[str, Geometry]) -> Figure:
    start, via, end = ends
    known = next((place for place in (start, end, via) if place is not None and _is_spot(place)), None)
    if known is None and Precision.LINE in (start.precision, end.precision):
        known = start if start.precision is Precision.LINE else end
    if known is None:
        path = (_at(start), _at(end))
    else:
        path = (_near(start, known, lane, geometries), _near(end, known, lane, geometries))
    where = f"{start.name} to {end.name}" + (f" at {via.name}" if via else "")
    note = "" if known else "; crossing point not stated"
    return Figure(
        claim=claim.id,
        form=Form.ARROW,
        place=(known if known in (start, end) and known is not None else end).id,
        panel=claim.panel,
        stroke=stroke(claim),
        value=claim.quantity.middle,
        short=words.short(claim),
        tip=words.tip(claim, where, when) + note,
        path=path,
        dotted=known is None,
        lane=lane,
    )


def _near(place: Place, known: Place, lane: int, geometries: dict[str, Geometry]) -> Position:
    """The end of an arrow at ``place`` when the point ``known`` is certain: its own point; on a line the nearest
    one; in an area a point just inside, ``lane`` turning neighbours apart."""
    if place is known or _is_spot(place):
        return _at(place)
    origin = _at(known)
    if place.id not in geometries:
        return travel(origin, bearing(origin, _at(place)), min(INSIDE_KM, distance(origin, _at(place))))
    lines = list(outlines(geometries[place.id]))
    edge = nearest(lines, origin)
    if place.precision is Precision.LINE:
        return edge
    gap = 0.0 if holds(lines, origin) else distance(origin, edge)
    towards = bearing(origin, _at(place))
    for reach in (INSIDE_KM, INSIDE_KM / 2, INSIDE_KM / 4):
        turns = sorted(range(-180, 180, 30), key=lambda turn: (abs(turn), turn))
        ends = [travel(origin, towards + turn, gap + reach) for turn in turns]
        landed = [end for end in ends if holds(lines, end)]
        if landed:
            return landed[lane % len(landed)]
    return _at(place)


def _why(claim: Claim) -> str:
    """Why a claim is not on the map."""
    if not claim.places:
        return "the article does not say where"
    names = ", ".join(dict.fromkeys(words.heading(used.place) for used in claim.places))
    notes = [used.place.note for used in claim.places if used.place.note]
    return words.cut(f"{names}: {notes[0] if notes else 'not found in the gazetteer'}", 160)


def _is_spot(place: Place) -> bool:
    return place.precision in (Precision.POINT, Precision.RADIUS)


def _at(place: Place) -> Position:
    """The position of a place that is drawable."""
    if place.lat is None or place.lon is None:
        raise ValueError(f"{place.id} has no position")
    return place.lat, place.lon


def _focus(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(sorted({code for place in places for code in place.countries}))


def _window(places: Iterable[Place], figures: Sequence[Figure], geometries: dict[str, Geometry]) -> Bounds:
    """The places with figures about people (with statements where there are no others): points, whole lines, both ends
    of arrows, the label points of areas; not whole areas."""
    people = [figure for figure in figures if figure.panel is not Panel.OTHER] or figures
    standing = {figure.place for figure in people}
    seen = [end for figure in people if figure.path for end in figure.path]
    for place in places:
        if place.id in standing and place.precision is Precision.LINE:
            seen += [corner for line in outlines(geometries[place.id]) for corner in line]
        elif place.id in standing:
            seen.append(_at(place))
    return bounds(seen) if seen else WORLD
