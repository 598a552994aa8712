"""Some figures of a large collection as a small one: every panel and card shows it as it shows any other."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from geo.dataset.store import Collection, Geometry
from geo.model import Claim, Edition, Link, Reading
from geo.model.decision import Review
from geo.store import records
from geo.store.columns import EDITION
from geo.store.decided import about_articles
from geo.store.tables import Tables


def collection(tables: Tables, ids: Sequence[str], *, linked: bool = False, shapes: bool = False) -> Collection:
    """The figures of ``ids`` in their articles, with what people decided about them; ids of none are left out.
    ``linked`` and ``shapes`` as for ``gathered``."""
    return gathered(tables, ids, _at(tables, ids), linked=linked, shapes=shapes)


def gathered(
    tables: Tables,
    ids: Sequence[str],
    at: Sequence[tuple[int, int]],
    *,
    linked: bool = False,
    shapes: bool = False,
) -> Collection:
    """As ``collection``, of figures of which is known where they lie: ``at`` has their rows, each with that of its
    article.

    ``linked``: with the figures that tell of the same movements, and the links; with the articles that have the same
    text, and the figures that they changed. ``shapes``: with the geometries.
    """
    wanted = list(ids)
    links = _links(tables, wanted) if linked else ()
    editions = _editions(tables, [article for _, article in at]) if linked else ()
    changed = _changed(editions, frozenset(wanted))
    further = {*(key for link in links for key in (link.first, link.second)), *changed} - {*wanted}
    wanted += sorted(further)
    found = sorted({*at, *_at(tables, sorted(further))})
    claims = _records(tables, "SELECT row, record FROM records WHERE row IN (SELECT unnest(?::INTEGER[]))", [
        row for row, _ in found
    ])  # fmt: skip
    others = tables.rows(
        "SELECT row FROM articles WHERE id IN (SELECT unnest(?::VARCHAR[])) ORDER BY row",
        ([key for edition in editions for key in (edition.article, edition.of)],),
    )
    articles = _records(tables, "SELECT row, record FROM readings WHERE row IN (SELECT unnest(?::INTEGER[]))", [
        *(article for _, article in found), *(row for (row,) in others)
    ])  # fmt: skip
    numbers = set().union(*(records.places_in(raw) for raw in (*claims.values(), *articles.values())))
    places, geometries = _places(tables, sorted(numbers), shapes=shapes)
    try:
        inside: dict[int, list[Claim]] = {}
        for row, article in found:
            inside.setdefault(article, []).append(records.claim(claims[row], places))
        for (article,) in others:
            inside.setdefault(article, [])
        readings = tuple(
            replace(records.reading(articles[article], places), claims=tuple(those))
            for article, those in inside.items()
        )
    except (msgspec.MsgspecError, KeyError, TypeError) as error:
        raise tables.damaged() from error
    about, left_out = tables.manifest.about, tables.manifest.left_out
    version = tables.version
    reviews = _reviews(tables, wanted)
    edited = about_articles(tables, [it.article.id for it in readings])
    return Collection(readings, links, geometries, left_out, version, about, reviews, editions=editions, edited=edited)


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


def _at(tables: Tables, ids: Sequence[str]) -> list[tuple[int, int]]:
    """Where figures lie: their rows, each with that of its article."""
    if not ids:
        return []
    query = "SELECT row, article FROM claims WHERE id IN (SELECT unnest(?::VARCHAR[])) ORDER BY row"
    return [(row, article) for row, article in tables.rows(query, (list(ids),))]


def _links(tables: Tables, ids: list[str]) -> tuple[Link, ...]:
    """The links of figures, as they stand in the table. Each end is looked for by itself: of either at once, DuckDB
    would have to read every record."""
    query = """WITH wanted AS (SELECT unnest(?::VARCHAR[]) AS id)
        SELECT file_row_number AS nth, record FROM links WHERE first IN (FROM wanted)
        UNION SELECT file_row_number, record FROM links WHERE second IN (FROM wanted) ORDER BY nth"""
    return tuple(msgspec.json.decode(record, type=Link) for _, record in tables.rows(query, (ids,)))


def _editions(tables: Tables, articles: list[int]) -> tuple[Edition, ...]:
    """What the articles of these rows have the text of, and their later versions."""
    query = """SELECT DISTINCT d.record FROM decisions d JOIN articles a ON a.id = d.claim
        WHERE d.kind = ? AND a.row IN (SELECT unnest(?::INTEGER[])) ORDER BY d.record"""
    return tuple(msgspec.json.decode(record, type=Edition) for (record,) in tables.rows(query, (EDITION, articles)))


def _changed(editions: Sequence[Edition], ids: frozenset[str]) -> list[str]:
    """The other sides of the changes of these figures."""
    sides = [(it.before, it.after) for edition in editions for it in edition.changes]
    return [side for pair in sides if not ids.isdisjoint(pair) for side in pair if side is not None]


def _reviews(tables: Tables, ids: list[str]) -> tuple[Review, ...]:
    query = "SELECT record FROM decisions WHERE kind = 'review' AND claim IN (SELECT unnest(?::VARCHAR[]))"
    return tuple(records.review_of(record) for (record,) in tables.rows(query, (ids,)))


def _records(tables: Tables, query: str, rows: list[int]) -> dict[int, dict[str, Any]]:
    try:
        return {row: msgspec.json.decode(record) for row, record in tables.rows(query, (rows,))}
    except msgspec.MsgspecError as error:
        raise tables.damaged() from error


def _places(tables: Tables, numbers: list[int], *, shapes: bool) -> tuple[dict[int, Any], dict[str, Geometry]]:
    """The places of some numbers as dictionaries, and their geometries by id."""
    query = "SELECT n, id, record, CASE WHEN ? THEN shape END FROM places WHERE n IN (SELECT unnest(?::INTEGER[]))"
    rows = tables.rows(query, (shapes, numbers))
    try:
        found = {n: msgspec.json.decode(record) for n, _, record, _ in rows}
        return found, {key: msgspec.json.decode(shape) for _, key, _, shape in rows if shape is not None}
    except msgspec.MsgspecError as error:
        raise tables.damaged() from error
