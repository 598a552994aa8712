"""What can be asked of the tables: each question a function, with values bound and a typed answer.

Nothing here adds figures up: counts are of figures, and ranges are of what was printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from geo.dataset.fold import fold
from geo.limits import STORE_MOVEMENTS, STORE_NAMED, STORE_PAGE
from geo.model import Panel, Place, PlaceKind
from geo.store.decided import FIRST, LAST
from geo.store.records import place_of
from geo.store.tables import Row, Tables
from geo.store.where import EVERY, SPOT, Asked, where

Key = TypeVar("Key", date, int)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many figures, by panel."""

    troops: int = 0
    displaced: int = 0
    other: int = 0

    @property
    def every(self) -> int:
        return self.troops + self.displaced + self.other

    @property
    def people(self) -> int:
        return self.troops + self.displaced

    def of(self, panel: Panel) -> int:
        return {Panel.TROOPS: self.troops, Panel.DISPLACED: self.displaced, Panel.OTHER: self.other}[panel]


@dataclass(frozen=True, slots=True)
class Shown:
    """How many figures are shown, and how many of them are ``away``: the map cannot show them."""

    counts: Counts
    away: Counts


def shown(tables: Tables, asked: Asked) -> Shown:
    it = where(tables, asked)
    query = f"""SELECT panel, count(*), count(*) FILTER ({SPOT} IS NULL) FROM claims WHERE {it.sql} GROUP BY panel"""
    rows = tables.rows(query, (asked.filter.inferred, *it.values), it.given)
    return Shown(_counts((panel, it) for panel, it, _ in rows), _counts((panel, it) for panel, _, it in rows))


def _counts(found: Iterable[tuple[str, int]]) -> Counts:
    counts = dict(found)
    return Counts(*(counts.get(panel.value, 0) for panel in (Panel.TROOPS, Panel.DISPLACED, Panel.OTHER)))


def _binned(rows: Iterable[tuple[Key, str, int]]) -> dict[Key, Counts]:
    """Counts of a bin and a panel, one row each -> bins in order."""
    inside: dict[Key, list[tuple[str, int]]] = {}
    for key, panel, count in rows:
        inside.setdefault(key, []).append((panel, count))
    return {key: _counts(found) for key, found in inside.items()}


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of a histogram: the figures from ``first`` up to the next one."""

    first: date
    counts: Counts


class Step(StrEnum):
    """How long a bar of a timeline is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


def timeline(tables: Tables, asked: Asked, step: Step = Step.MONTH) -> tuple[Bin, ...]:
    """How many figures begin in each month (day, year, decade) that has any; those without a date are in none."""
    it = where(tables, asked)
    query = f"""SELECT date_trunc(?, first)::DATE AS bin, panel, sum(figures)::BIGINT FROM
        (SELECT first, panel, count(*) AS figures FROM claims WHERE first IS NOT NULL AND {it.sql} GROUP BY ALL)
        GROUP BY ALL ORDER BY bin"""
    rows: list[tuple[date, str, int]] = tables.rows(query, (step.value, *it.values), it.given)
    return tuple(Bin(first, counts) for first, counts in _binned(rows).items())


@dataclass(frozen=True, slots=True)
class Size:
    """A bar of a histogram by figure: those of 10**power up to the next power; power -1 holds 0."""

    power: int
    counts: Counts


def sizes(tables: Tables, asked: Asked) -> tuple[Size, ...]:
    """How many figures have each order of magnitude; one without a bound is in none."""
    it = where(tables, asked)
    query = f"""SELECT length(value::VARCHAR) - 1 - (value = 0)::INTEGER AS power, panel, count(*) FROM claims
        WHERE value IS NOT NULL AND {it.sql} GROUP BY ALL ORDER BY power"""
    rows: list[tuple[int, str, int]] = tables.rows(query, it.values, it.given)
    return tuple(Size(power, counts) for power, counts in _binned(rows).items())


def ids(tables: Tables, asked: Asked, start: int = 0, count: int | None = None) -> tuple[str, ...]:
    """The ids of the figures, by date, those without one last, but for what the editor put first or last: ``count``
    from the one in place ``start`` on."""
    it = where(tables, asked)
    query = f"SELECT id FROM claims WHERE {it.sql} ORDER BY row LIMIT ? OFFSET ?"
    return tuple(key for (key,) in tables.rows(query, (*it.values, count, start), it.given))


def before(tables: Tables, asked: Asked, day: date) -> int:
    """The place in the list of the first figure that begins on ``day`` or later, of those that stand by date; behind
    all that begin on some day where none begins so late."""
    it = where(tables, asked)
    query = f"""WITH found AS (SELECT row, id, first FROM claims WHERE {it.sql}),
        dated AS (SELECT row, first FROM found WHERE first IS NOT NULL AND id NOT IN
            (SELECT claim FROM decisions WHERE kind IN ('{FIRST}', '{LAST}')))
        SELECT count(*) FROM found WHERE row < coalesce(
            (SELECT min(row) FROM dated WHERE first >= ?), (SELECT max(row) + 1 FROM dated))"""
    (position,) = tables.row(query, (*it.values, day), it.given)
    return int(position)


def listed(tables: Tables, asked: Asked, start: int, count: int) -> tuple[Row, ...]:
    """As ``ids``, each with where its records lie, which is found faster than an id: id, its row, its article's row."""
    it = where(tables, asked)
    query = f"SELECT id, row, article FROM claims WHERE {it.sql} ORDER BY row LIMIT ? OFFSET ?"
    return tuple(tables.rows(query, (*it.values, count, start), it.given))


def away(tables: Tables, asked: Asked, start: int = 0, count: int = STORE_PAGE) -> tuple[Row, ...]:
    """Of what is asked for the figures that the map cannot show, as ``listed``."""
    it = where(tables, asked)
    query = f"SELECT id, row, article FROM claims WHERE {it.sql} AND {SPOT} IS NULL ORDER BY row LIMIT ? OFFSET ?"
    return tuple(tables.rows(query, (*it.values, asked.filter.inferred, count, start), it.given))


def is_among(tables: Tables, asked: Asked, claim: str) -> bool:
    """Whether a figure of the tables is among what is asked for."""
    it = where(tables, asked)
    if it.sql == EVERY:
        return True
    rows = tables.rows("SELECT row FROM claims WHERE id = ?", (claim,))
    query = f"SELECT count(*) FROM claims WHERE row = ? AND {it.sql}"
    return any(tables.row(query, (row, *it.values), it.given)[0] for (row,) in rows)


@dataclass(frozen=True, slots=True)
class At:
    """A place with how many figures it has, and the last day of any of them."""

    place: Place
    figures: int
    last: date | None


class Order(StrEnum):
    """What a list of places is sorted by, ties by name."""

    FIGURES = "figures"
    NAME = "name"
    LAST = "last"


_ORDERS = {
    Order.FIGURES: "figures DESC, lower(p.name), p.n",
    Order.NAME: "lower(p.name), p.n",
    Order.LAST: "latest DESC NULLS LAST, lower(p.name), p.n",
}


def places(  # noqa: PLR0913 - a part of a sorted list that is searched
    tables: Tables, asked: Asked, *, words: str = "", order: Order = Order.FIGURES, start: int = 0, count: int = 50
) -> tuple[int, tuple[At, ...]]:
    """How many places have figures and all of ``words`` in their name, and ``count`` of them; a movement counts at both
    its ends."""
    it = where(tables, asked)
    named = " AND ".join(["contains(strip_accents(lower(p.name)), ?)"] * len(words.split())) or "true"
    query = f"""
        WITH found AS (SELECT row, last FROM claims WHERE {it.sql}),
        used AS (SELECT DISTINCT m.claim, p.id FROM mentions m JOIN places p ON p.n = m.place
            WHERE (? OR m.stated) AND m.claim IN (SELECT row FROM found)),
        counted AS (SELECT id, count(*) AS figures, max(last) AS latest FROM used JOIN found ON row = claim
            GROUP BY id),
        first AS (SELECT id, min(n) AS n FROM places GROUP BY id)
        SELECT p.record, figures, latest, count(*) OVER () FROM counted JOIN first USING (id) JOIN places p USING (n)
        WHERE {named} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?"""
    folded = [fold(word) for word in words.split()]
    rows = tables.rows(query, (*it.values, asked.filter.inferred, *folded, count, start), it.given)
    return (rows[0][3] if rows else 0), tuple(At(place_of(record), figures, last) for record, figures, last, _ in rows)


def place(tables: Tables, key: str) -> Place | None:
    """The place of an id."""
    rows = tables.rows("SELECT record FROM places WHERE id = ? ORDER BY n LIMIT 1", (key,))
    return place_of(rows[0][0]) if rows else None


def named(tables: Tables, most: int = STORE_NAMED) -> tuple[Place, ...]:
    """The places that a filter offers: every country, and the fullest of the others."""
    _, fullest = places(tables, Asked(), count=most)
    query = "SELECT record FROM places WHERE kind = ? ORDER BY n"
    countries = [place_of(record) for (record,) in tables.rows(query, (PlaceKind.COUNTRY.value,))]
    found = {it.id: it for it in (*countries, *(at.place for at in fullest))}
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Told:
    """A movement that is told differently: the ids of its claims by date, ``more`` of them left out."""

    claims: tuple[str, ...]
    more: int


_TOLD = """
WITH shown AS (SELECT movement, min(row) AS begins FROM claims JOIN movements USING (row)
    WHERE panel <> 'other' AND {where} GROUP BY movement)
SELECT movement, count(*) OVER () FROM shown ORDER BY begins LIMIT ? OFFSET ?
"""
_TELLINGS = """
SELECT movement, list(id ORDER BY row)[:?], count(*) FROM movements JOIN claims USING (row)
WHERE movement IN (SELECT unnest(?::INTEGER[])) GROUP BY movement
"""


def told_differently(
    tables: Tables, asked: Asked, start: int = 0, count: int = STORE_MOVEMENTS, most: int = STORE_PAGE
) -> tuple[int, tuple[Told, ...]]:
    """How many movements of figures about people are told differently, and ``count`` of them, each with at most
    ``most`` tellings. One is there where any of its tellings is asked for; the others stand beside it."""
    it = where(tables, asked)
    found = tables.rows(_TOLD.format(where=it.sql), (*it.values, count, start), it.given)
    tellings = {key: Told(tuple(ids), every - len(ids)) for key, ids, every in tables.rows(
        _TELLINGS, (most, [key for key, _ in found])
    )} if found else {}  # fmt: skip
    return (found[0][1] if found else 0), tuple(tellings[key] for key, _ in found)
