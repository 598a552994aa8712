"""Whether a data set holds values that a build could have written: the file may have been made by hand.

The types are right already (msgspec); here are ranges, order and reference. What is drawn, sized or counted on goes
into arithmetic that a NaN, 1e308 or a claim of no article would break for every visitor.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import fields, is_dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from geo.limits import DATASET_NUMBER, DATASET_POSITIONS
from geo.model import Claim, Edition, Evidence, Place, Precision, Quantity, Span

if TYPE_CHECKING:
    from geo.dataset.store import Collection

LARGEST_RADIUS_KM = 20_038.0
"""Half the way around the Earth."""
DEPTH = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""GeoJSON type -> how many lists stand around a position."""
FEWEST = {"LineString": 2, "MultiLineString": 2, "Polygon": 4, "MultiPolygon": 4}
"""Positions of a line; of a ring, whose last is its first."""


def wrong(collection: "Collection") -> str | None:
    """What is wrong first, in words for the one line of an error; None where nothing is."""
    return next(_wrong(collection), None)


def _wrong(collection: "Collection") -> Iterator[str]:
    articles, claims = dict[str, int](), set[str]()
    for reading in collection.readings:
        article = reading.article
        if article.id in articles:
            yield f"article {article.id} is there twice"
        articles[article.id] = len(article.text)
        yield from _spans(reading, len(article.text), f"article {article.id}")
        for claim in reading.claims:
            if claim.id in claims:
                yield f"figure {claim.id} is there twice"
            claims.add(claim.id)
            yield from _claim(claim, article.id)
        if not all(other.frame and 0 <= other.sure <= 1 and _is_quantity(other.quantity) for other in reading.others):
            yield f"a number left out of article {article.id} is out of range"
    for claim in collection.rejected:
        if claim.article not in articles or claim.id in claims:
            yield f"rejected figure {claim.id} is of no article, or not rejected"
        claims.add(claim.id)
        yield from _claim(claim, claim.article)
        yield from _spans(claim, articles.get(claim.article, 0), f"article {claim.article}")
    decided = chain(*(review.decisions for review in collection.reviews), collection.unfit)
    decided_places = [it.place for it in decided if it.place is not None]
    rejected_places = [used.place for claim in collection.rejected for used in claim.all_places]
    for place in (*collection.places.values(), *decided_places, *rejected_places):
        if not _is_place(place):
            yield f"place {place.id} is nowhere on Earth"
    yield from _editions(collection.editions, articles.keys(), claims)
    yield from _shapes(collection.geometries)


def _editions(editions: Sequence[Edition], articles: Set[str], claims: Set[str]) -> Iterator[str]:
    if len({it.article for it in editions}) < len(editions):
        yield "an article prints the text of two"
    for it in editions:
        sides = {key for change in it.changes for key in (change.before, change.after) if key is not None}
        if it.article == it.of or not {it.article, it.of} <= articles or sides - claims:
            yield f"article {it.article} prints the text of none"


def _claim(claim: Claim, article: str) -> Iterator[str]:
    if claim.article != article:
        yield f"figure {claim.id} is of another article"
    if not _is_quantity(claim.quantity):
        yield f"figure {claim.id} has bounds that are none"
    days = [claim.happened, claim.sequel.happened if claim.sequel else None]
    if any(when is not None and when.first > when.last for when in days):
        yield f"figure {claim.id} ends before it begins"
    rests = [claim.dated, claim.spoken, *(used.evidence for used in claim.all_places)]
    if not 0 <= claim.sure <= 1 or not all(_is_probable(found) for found in rests):
        yield f"figure {claim.id} is surer than sure"


def _is_quantity(quantity: Quantity) -> bool:
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    return all(0 <= bound <= DATASET_NUMBER for bound in bounds) and bounds == sorted(bounds)


def _is_probable(found: Evidence | None) -> bool:
    return found is None or 0 <= found.sure <= 1


def _is_place(place: Place) -> bool:
    """Both coordinates or none, on the globe; a circle has a radius."""
    if place.lat is None or place.lon is None:
        return place.lat is place.lon and place.precision is Precision.UNLOCATED
    radius = place.radius_km if place.radius_km is not None else 1.0
    return _is_position([place.lon, place.lat]) and 0 < radius <= LARGEST_RADIUS_KM


def _is_position(value: object) -> bool:
    """[lon, lat] in degrees. Longitudes may run on over the antimeridian."""
    if not isinstance(value, list) or len(value) < 2:
        return False
    lon, lat = value[:2]
    return isinstance(lon, int | float) and isinstance(lat, int | float) and abs(lon) <= 540 and abs(lat) <= 90


def _shapes(geometries: dict[str, dict[str, Any]]) -> Iterator[str]:
    total = 0
    for key, geometry in geometries.items():
        kind = geometry.get("type")
        if kind not in DEPTH or not (lines := list(_lines(geometry.get("coordinates"), DEPTH[kind]))):
            yield f"the shape of {key} is none"
            continue
        if not all(line and len(line) >= FEWEST.get(kind, 1) and all(map(_is_position, line)) for line in lines):
            yield f"the shape of {key} is none"
        total += sum(len(line) for line in lines if line)
    if total > DATASET_POSITIONS:
        yield f"its shapes have more than {DATASET_POSITIONS:,} positions"


def _lines(coordinates: object, depth: int) -> Iterator[list[Any] | None]:
    """Every list of positions in ``coordinates``; None for what is no list, or an empty one."""
    if depth == 0:
        yield [coordinates]
    elif not isinstance(coordinates, list) or not coordinates:
        yield None
    elif depth == 1:
        yield coordinates
    else:
        for part in coordinates:
            yield from _lines(part, depth - 1)


def _spans(value: object, length: int, where: str) -> Iterator[str]:
    """Every span below ``value`` that is not in a text of ``length`` characters."""
    if isinstance(value, Span):
        if not 0 <= value.start <= value.end <= length:
            yield f"a span of {where} is outside its text"
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item, length, where)
    elif is_dataclass(value) and not isinstance(value, Place | type):
        for part in fields(value):
            yield from _spans(getattr(value, part.name), length, where)
