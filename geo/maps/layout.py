"""Claims -> what to draw where. Pure data: nothing here knows Folium or a browser.

The precision of a place decides the form (rule 4 of the product):

    POINT, RADIUS   a circle; RADIUS with a dashed ring of the stated radius
    AREA            no circle: a row in a small list at the area's label point; the area is tinted while selected
    LINE            a row in a small list at the line, and the line itself
    from A to B     an arrow (geo/maps/arrows.py)
    UNLOCATED       the tray, with the reason

A capacity or an offer to host moves nobody: it stands at the place that would take people in, without an arrow.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.dataset.query import Catalogue
from geo.maps import words
from geo.maps.arrows import Movement, movement
from geo.maps.figures import Figure, Form, MapView, Missing
from geo.maps.geometry import Position
from geo.maps.standing import Geometries, inferred, is_spot, spot, why_missing
from geo.maps.window import WORLD, positions, window
from geo.marks import NO_CROSSING
from geo.model import Claim, Place, Population
from geo.model.decision import Verdict
from geo.wording import claims as wording
from geo.wording import deeds, sentences
from geo.wording.described import Described, described

LONGEST_SENTENCE = 240
"""Characters of the sentence of a figure for which no place was found."""
MOST_LANES = 6
"""Arrows between the same two places that get an end of their own; the browser bundles more of them into one."""


def layout(catalogue: Catalogue, claims: Sequence[Claim]) -> MapView:
    """Decide for each claim whether and how it is drawn. Every claim is in ``figures`` or in ``tray``, once."""
    geometries = catalogue.collection.geometries
    figures: list[Figure] = []
    used: dict[str, Place] = {}
    lanes: Counter[tuple[str, str]] = Counter()
    paths: dict[tuple[Movement, int], tuple[Position, Position]] = {}
    for claim in catalogue.in_order(claims):
        told = described(catalogue, claim)
        if (moved := movement(claim, geometries)) is not None:
            ends = moved.start.id, moved.end.id
            lane = lanes[ends] % MOST_LANES
            lanes[ends] += 1
            if (moved, lane) not in paths:
                paths[moved, lane] = moved.path(lane, geometries)
            figures.append(_arrow(claim, told, moved, lane, paths[moved, lane]))
            used.update({place.id: place for place in (moved.start, moved.end)})
        elif (place := spot(claim, geometries)) is not None:
            figures.append(_standing(claim, told, place))
            used[place.id] = place
    places = tuple(used.values())
    tray = missing(catalogue, claims)
    labels = {claim.id: catalogue.chosen(claim.id, Verdict.LABEL) for claim in claims}
    figures = [replace(it, label=labels[it.claim]) if labels[it.claim] else it for it in figures]
    view = MapView(places, tuple(figures), tray, _focus(places), WORLD)
    return replace(view, window=window(positions(view, geometries).values()))


def stands(claim: Claim, geometries: Geometries) -> Place | None:
    """The place at which the map counts a claim; None where it is drawn as an arrow between two areas or lines."""
    if (moved := movement(claim, geometries)) is not None:
        return moved.place if is_spot(moved.place) else None
    return spot(claim, geometries)


def missing(catalogue: Catalogue, claims: Iterable[Claim]) -> tuple[Missing, ...]:
    """The claims that the map cannot show, each with the reason, without the rest of the layout: a hundredth of its
    time."""
    away = [claim for claim in claims if spot(claim, catalogue.collection.geometries) is None]
    return tuple(reason(catalogue, claim) for claim in away)


def reason(catalogue: Catalogue, claim: Claim) -> Missing:
    """Why the map cannot show a claim of which that is known."""
    whole = catalogue.claims.get(claim.id, claim)
    had = bool(whole.places) and not any(used.stated for used in whole.places) and not claim.places
    told = sentences.printed(catalogue.article(claim), claim)
    sentence = None if claim.places or had else words.cut(told, LONGEST_SENTENCE)
    return Missing(claim.id, words.short(described(catalogue, claim)), why_missing(claim, had=had), sentence)


def _standing(claim: Claim, told: Described, place: Place) -> Figure:
    guess = inferred(claim, place)
    probably = deeds.where(guess) if guess else None
    return Figure(
        claim=claim.id,
        form=Form.CIRCLE if is_spot(place) else Form.ROW,
        place=place.id,
        panel=claim.panel,
        mark=told.mark,
        value=None if claim.population is Population.TERRITORY else claim.quantity.middle,
        short=words.short(told),
        said=words.cut(told.said),
        when=told.when,
        tip=words.tip(wording.sentence_case(probably) if probably else place.name, told),
        probably=probably,
        inferred=guess is not None,
    )


def _arrow(claim: Claim, told: Described, moved: Movement, lane: int, path: tuple[Position, Position]) -> Figure:
    known, place = moved.known, moved.place
    ends = [inferred(claim, end) for end in (moved.start, moved.end)]
    probably = wording.listed([deeds.where(guess) for guess in ends if guess]) or None
    where = f"{moved.words} ({probably})" if probably else moved.words
    return Figure(
        claim=claim.id,
        form=Form.ARROW,
        place=place.id,
        panel=claim.panel,
        mark=told.mark,
        value=claim.quantity.middle,
        short=words.short(told),
        said=words.cut(told.said),
        when=told.when,
        tip=words.tip(where, told) + ("" if known else f"; {NO_CROSSING}"),
        path=path,
        ends=(moved.start.id, moved.end.id),
        dotted=known is None,
        lane=lane,
        probably=probably,
        inferred=inferred(claim, place) is not None,
        guessed=(ends[0] is not None, ends[1] is not None),
    )


def _focus(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(sorted({code for place in places for code in place.countries}))
