"""A filter as a condition: sentences of SQL that stand here, and the values that are bound to them."""

from dataclasses import dataclass, field

from geo.dataset.filter import Filter
from geo.dataset.fold import fold
from geo.model import Panel
from geo.store.tables import Given, Tables, Value


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list or a map shows: what a filter lets through, of that the figures of some panels, and those at a place.

    ``panels`` None stands for all. ``place`` is an id; what is described by that place is there too.
    """

    filter: Filter = field(default_factory=Filter)
    panels: frozenset[Panel] | None = None
    place: str | None = None


SPOT = "CASE WHEN ? THEN spot ELSE stated_spot END"
"""The place at which the map counts a claim; the value says whether one that is only inferred counts."""


EVERY = "true"
"""The condition that all claims fulfil."""


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on rows of ``claims``, its values, in order, and the answers that it stands on."""

    sql: str
    values: tuple[Value, ...]
    given: Given


_AROUND = """SELECT DISTINCT m.claim AS row FROM mentions m JOIN places p ON p.n = m.place
    WHERE list_has_any(p.around, ?) AND (? OR m.stated)"""
_THERE = """SELECT DISTINCT m.claim AS row FROM mentions m JOIN places p ON p.n = m.place
    WHERE (p.id = ? OR p.anchor = ?) AND (? OR m.stated)"""


def where(tables: Tables, asked: Asked) -> Where:
    """The condition under which a claim is among what is asked for: the same as ``geo.dataset.filter.matching``.

    Which claims name a place or have some words is found once and kept, for a page asks half a dozen questions about
    them: of a million figures, words alone take 0.2 s.
    What is in a list is written as a join: a function that is called for a million rows takes four times as long.
    """
    wanted = asked.filter
    parts: list[tuple[str, tuple[Value, ...]]] = []
    panels = {*wanted.panels, Panel.OTHER}
    if asked.panels is not None:
        panels &= asked.panels
    if panels != set(Panel):
        parts.append(("panel IN (SELECT unnest(?::VARCHAR[]))", (sorted(panels),)))
    if wanted.first is not None:
        parts.append(("last >= ?", (wanted.first,)))
    if wanted.last is not None:
        parts.append(("first <= ?", (wanted.last,)))
    if wanted.known_on is not None:
        parts.append(("published <= ?", (wanted.known_on,)))
    if wanted.statuses:
        parts.append(("status IN (SELECT unnest(?::VARCHAR[]))", (sorted(wanted.statuses),)))
    if wanted.sources:
        names = sorted(wanted.sources)
        either = "(list_contains(?::VARCHAR[], publisher) OR list_contains(?::VARCHAR[], agency))"
        parts.append((either, (names, names)))
    hard: list[tuple[str, tuple[Value, ...]]] = []
    if wanted.places:
        hard.append((_AROUND, (sorted(wanted.places), wanted.inferred)))
    if asked.place is not None:
        hard.append((_THERE, (asked.place, asked.place, wanted.inferred)))
    if words := [fold(word) for word in wanted.words.split()]:
        said = " AND ".join(["contains(search, ?)"] * len(words))
        hard.append((f"SELECT row FROM claims WHERE {said}", tuple(words)))
    given = {f"found{n}": tables.kept((sql, repr(values)), sql, values) for n, (sql, values) in enumerate(hard)}
    parts += [(f"row IN (SELECT row FROM {name})", ()) for name in given]
    return Where(
        " AND ".join(sql for sql, _ in parts) or EVERY, tuple(value for _, values in parts for value in values), given
    )
