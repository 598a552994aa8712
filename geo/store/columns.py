"""The rows of the tables as they are made from readings: what is asked for often has a column of its own."""

from collections.abc import Mapping
from typing import Any

import msgspec
import pyarrow as pa

from geo.dataset.dating import dated
from geo.dataset.filter import around, searched, stated_only
from geo.dataset.store import Geometry
from geo.maps.arrows import movement
from geo.maps.geometry import world
from geo.maps.standing import spot
from geo.marks import mark
from geo.model import Article, Claim, Panel, Place, Population, Reading

_TEXT, _INT, _BIG, _DAY, _YES = pa.string(), pa.int32(), pa.int64(), pa.date32(), pa.bool_()

CLAIMS = pa.schema(
    [
        ("n", _INT), ("id", _TEXT), ("article", _INT), ("panel", _TEXT), ("status", _TEXT), ("mark", _TEXT),
        ("publisher", _TEXT), ("agency", _TEXT), ("published", _DAY), ("first", _DAY), ("last", _DAY),
        ("low", _BIG), ("high", _BIG), ("value", _BIG), ("spot", _INT), ("stated_spot", _INT), ("inferred", _YES),
        ("search", _TEXT),
    ]
)  # fmt: skip
"""``n`` counts claims in the order of the articles. ``spot`` is the place at which the map counts the claim, null where
that is nowhere; ``stated_spot`` the same without places that are only inferred. ``value`` sizes a symbol."""
RECORDS = pa.schema([("n", _INT), ("record", pa.binary())])
ARTICLES = pa.schema(
    [
        ("n", _INT), ("id", _TEXT), ("file", _TEXT), ("title", _TEXT), ("publisher", _TEXT), ("agency", _TEXT),
        ("published", _DAY), ("figures", _INT), ("statements", _INT),
    ]
)  # fmt: skip
MENTIONS = pa.schema([("claim", _INT), ("place", _INT), ("role", _TEXT), ("stated", _YES)])
PLACES = pa.schema(
    [
        ("n", _INT), ("id", _TEXT), ("name", _TEXT), ("kind", _TEXT), ("precision", _TEXT),
        ("countries", pa.list_(_TEXT)), ("anchor", _TEXT),
        ("lat", pa.float64()), ("lon", pa.float64()), ("radius_km", pa.float64()),
        ("x", pa.float64()), ("y", pa.float64()),
        ("around", pa.list_(_TEXT)), ("record", pa.binary()), ("shape", pa.binary()),
    ]
)  # fmt: skip
"""``around`` are the ids by which a filter may ask for it; ``x`` and ``y`` where it is on the Web Mercator map of the
world, 0 to 1 from its north-western corner. ``shape`` is a GeoJSON geometry."""
LINKS = pa.schema([("first", _TEXT), ("second", _TEXT), ("differs", _YES), ("record", pa.binary())])
DECISIONS = pa.schema([("kind", _TEXT), ("claim", _TEXT), ("record", pa.binary())])
MOVEMENTS = pa.schema([("row", _INT), ("movement", _INT)])
"""Claims that differ from another telling of their movement; ``movement`` is the ``row`` of its first one."""
EDITION = "edition"
"""``kind``: ``EDITION``, whose ``claim`` is an article, or one of ``geo.store.decided``."""

Geometries = Mapping[str, Geometry]
Row = tuple[Any, ...]


def of_claim(n: int, article: int, claim: Claim, source: Article, spots: tuple[int | None, int | None]) -> Row:
    days = dated(claim, source)
    size = None if claim.population is Population.TERRITORY else claim.quantity.middle
    return (
        n, claim.id, article, claim.panel.value, claim.status.value, mark(claim).classes,
        source.publisher, source.agency, source.published, days[1] if days else None, days[2] if days else None,
        claim.quantity.low, claim.quantity.high, size, *spots, any(not used.stated for used in claim.places),
        searched(claim, source),
    )  # fmt: skip


def of_article(n: int, reading: Reading) -> Row:
    article = reading.article
    statements = sum(claim.panel is Panel.OTHER for claim in reading.claims)
    return (
        n, article.id, article.file, article.title, article.publisher, article.agency, article.published,
        len(reading.claims) - statements, statements,
    )  # fmt: skip


def of_place(n: int, place: Place, codes: Mapping[str, str], shape: bytes | None) -> Row:
    located = place.lat is not None and place.lon is not None
    x, y = world(place.lat or 0.0, place.lon or 0.0) if located else (None, None)
    return (
        n, place.id, place.name, place.kind.value, place.precision.value, list(place.countries), place.anchor,
        place.lat, place.lon, place.radius_km, x, y, sorted(around(place, codes)), msgspec.json.encode(place), shape,
    )  # fmt: skip


def standing(claim: Claim, geometries: Geometries) -> tuple[Place | None, Place | None]:
    """Where the map counts a claim: with the places that are only inferred, and without them."""
    every = _counted_at(claim, geometries)
    stated = stated_only(claim)
    return every, every if stated is claim else _counted_at(stated, geometries)


def _counted_at(claim: Claim, geometries: Geometries) -> Place | None:
    moved = movement(claim, geometries)
    return moved.place if moved is not None else spot(claim, geometries)
