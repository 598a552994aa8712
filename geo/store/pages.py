"""Some figures of a large collection as a small one: every panel and card shows it as it shows any other."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from geo.dataset.store import Collection, Geometry
from geo.errors import DatasetError
from geo.model import Claim, Link, Reading
from geo.model.decision import Review
from geo.store import records
from geo.store.manifest import REMEDY
from geo.store.tables import Tables


def collection(tables: Tables, ids: Sequence[str], *, linked: bool = False, shapes: bool = False) -> Collection:
    """The figures of ``ids`` in their articles, with what people decided about them; ids of none are left out.

    ``linked``: with the figures that tell of the same movements, and the links. ``shapes``: with the geometries.
    """
    wanted = list(ids)
    links = _links(tables, wanted) if linked else ()
    wanted = list(dict.fromkeys([*wanted, *(key for link in links for key in (link.first, link.second))]))
    found = tables.rows(
        "SELECT row, article FROM claims WHERE id IN (SELECT unnest(?::VARCHAR[])) ORDER BY row", (wanted,)
    )
    claims = _records(tables, "SELECT row, record FROM records WHERE row IN (SELECT unnest(?::INTEGER[]))", [
        row for row, _ in found
    ])  # fmt: skip
    articles = _records(tables, "SELECT row, record FROM readings WHERE row IN (SELECT unnest(?::INTEGER[]))", [
        article for _, article in found
    ])  # fmt: skip
    numbers = set().union(*(records.places_in(raw) for raw in (*claims.values(), *articles.values())))
    places, geometries = _places(tables, sorted(numbers), shapes=shapes)
    try:
        inside: dict[int, list[Claim]] = {}
        for row, article in found:
            inside.setdefault(article, []).append(records.claim(claims[row], places))
        readings = tuple(
            replace(records.reading(articles[article], places), claims=tuple(those))
            for article, those in inside.items()
        )
    except (msgspec.MsgspecError, KeyError, TypeError) as error:
        raise _damaged(tables) from error
    about, left_out = tables.manifest.about, tables.manifest.left_out
    version = tables.version
    reviews = _reviews(tables, wanted)
    return Collection(readings, links, geometries, left_out, version, about, reviews)


def reading(tables: Tables, article: str) -> Reading | None:
    """An article with all of its figures; None where there is none of this id."""
    rows = tables.rows(
        "SELECT c.id FROM claims c JOIN articles a ON a.row = c.article WHERE a.id = ? ORDER BY c.row", (article,)
    )
    if rows:
        (found,) = collection(tables, [key for (key,) in rows]).readings
        return found
    rows = tables.rows("SELECT row FROM articles WHERE id = ?", (article,))
    if not rows:
        return None
    query = "SELECT row, record FROM readings WHERE row IN (SELECT unnest(?::INTEGER[]))"
    ((_, raw),) = _records(tables, query, [rows[0][0]]).items()
    places, _ = _places(tables, sorted(records.places_in(raw)), shapes=False)
    return records.reading(raw, places)


def _links(tables: Tables, ids: list[str]) -> tuple[Link, ...]:
    query = """SELECT record FROM links WHERE first IN (SELECT unnest(?::VARCHAR[]))
        OR second IN (SELECT unnest(?::VARCHAR[]))"""
    return tuple(msgspec.json.decode(record, type=Link) for (record,) in tables.rows(query, (ids, ids)))


def _reviews(tables: Tables, ids: list[str]) -> tuple[Review, ...]:
    query = "SELECT record FROM decisions WHERE kind = 'review' AND claim IN (SELECT unnest(?::VARCHAR[]))"
    return tuple(records.review_of(record) for (record,) in tables.rows(query, (ids,)))


def _records(tables: Tables, query: str, rows: list[int]) -> dict[int, dict[str, Any]]:
    try:
        return {row: msgspec.json.decode(record) for row, record in tables.rows(query, (rows,))}
    except msgspec.MsgspecError as error:
        raise _damaged(tables) from error


def _places(tables: Tables, numbers: list[int], *, shapes: bool) -> tuple[dict[int, Any], dict[str, Geometry]]:
    """The places of some numbers as dictionaries, and their geometries by id."""
    query = "SELECT n, id, record, CASE WHEN ? THEN shape END FROM places WHERE n IN (SELECT unnest(?::INTEGER[]))"
    rows = tables.rows(query, (shapes, numbers))
    try:
        found = {n: msgspec.json.decode(record) for n, _, record, _ in rows}
        return found, {key: msgspec.json.decode(shape) for _, key, _, shape in rows if shape is not None}
    except msgspec.MsgspecError as error:
        raise _damaged(tables) from error


def _damaged(tables: Tables) -> DatasetError:
    return DatasetError("are damaged", where=f"{tables.folder.parent.name}/{tables.folder.name}", remedy=REMEDY)
