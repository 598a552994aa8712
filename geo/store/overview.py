"""What is the same for every visitor of a version: asked once, when the tables are written, and kept beside them.

Of a million figures the questions take a second, in which the first visitor would wait.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from geo import whole
from geo.dataset.query import Catalogue, people
from geo.dataset.strongest import strongest
from geo.limits import STORE_MANIFEST_BYTES, STORE_WRITING_SECONDS
from geo.model import Place, PlaceKind, Status
from geo.store.manifest import Manifest
from geo.store.pages import collection
from geo.store.questions import Counts, named
from geo.store.records import review_of
from geo.store.tables import Tables

NAME = "overview-2.json"
"""The number is another one whenever the same tables would have other answers."""
CONTENDERS = 100
"""Figures of each kind among which the strongest is looked for."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is the same for every visitor of a version. ``period`` and ``published`` are first and last days, ``ranked``
    the countries of the figures, that with most of them first, with how many; ``decided`` is how many of the figures
    somebody has checked."""

    counts: Counts
    articles: int
    undated: int
    inferred: int
    period: tuple[date, date] | None
    published: tuple[date, date] | None
    statuses: tuple[Status, ...]
    agencies: tuple[str, ...]
    publishers: tuple[str, ...]
    countries: dict[str, str]
    ranked: tuple[tuple[str, int], ...]
    decided: int
    named: tuple[Place, ...]
    strongest: str | None
    """The figure that the headline tells."""


def overview(tables: Tables) -> Overview:
    """As it was kept; asked for where it was not, or where the file is no such thing."""
    path = tables.home / NAME
    with suppress(OSError, msgspec.MsgspecError, RecursionError):
        if path.stat().st_size <= STORE_MANIFEST_BYTES:
            return msgspec.json.decode(path.read_bytes(), type=Overview)
    return asked(tables)


def keep(folder: Path, made: Manifest) -> None:
    """Ask the tables of ``made`` in ``folder``, and keep the answers beside them. Raises OSError, DatasetError."""
    tables = Tables(folder, made, seconds=STORE_WRITING_SECONDS)
    try:
        whole.write(tables.home / NAME, msgspec.json.encode(asked(tables)))
    finally:
        tables.close()


def asked(tables: Tables) -> Overview:
    troops, displaced, other, inferred, first, last = tables.row(
        """SELECT count(*) FILTER (panel = 'troops'), count(*) FILTER (panel = 'displaced'),
            count(*) FILTER (panel = 'other'), count(*) FILTER (inferred), min(first), max(last) FROM claims"""
    )
    articles, undated, earliest, latest = tables.row(
        "SELECT count(*), count(*) FILTER (published IS NULL), min(published), max(published) FROM articles"
    )
    statuses = {value for (value,) in tables.rows("SELECT DISTINCT status FROM claims")}
    codes: dict[str, str] = dict(
        tables.rows(
            "SELECT countries[1], name FROM places WHERE kind = ? AND len(countries) > 0 ORDER BY n",
            (PlaceKind.COUNTRY.value,),
        )
    )
    ranked = tables.rows(
        """SELECT code, count(*) FROM
            (SELECT DISTINCT claim, unnest(countries) AS code FROM mentions JOIN places ON n = place
            WHERE len(countries) < 3)
        JOIN claims ON row = claim WHERE panel <> 'other' GROUP BY code ORDER BY count(*) DESC, code"""
    )
    return Overview(
        counts=Counts(troops, displaced, other),
        articles=articles,
        undated=undated,
        inferred=inferred,
        period=(first, last) if first else None,
        published=(earliest, latest) if earliest else None,
        statuses=tuple(status for status in Status if status.value in statuses),
        agencies=_names(tables.rows("SELECT DISTINCT agency FROM articles")),
        publishers=_names(tables.rows("SELECT DISTINCT publisher FROM articles")),
        countries=codes,
        ranked=tuple((code, count) for code, count in ranked if code in codes),
        decided=_decided(tables),
        named=named(tables),
        strongest=_strongest(tables),
    )


_COULD = f"""
    WITH could AS (SELECT * FROM claims WHERE panel <> 'other'), checked AS
        (SELECT DISTINCT claim AS id FROM decisions WHERE kind = 'review')
    SELECT id FROM (SELECT id FROM could JOIN checked USING (id) ORDER BY value DESC NULLS LAST, id LIMIT {CONTENDERS})
    UNION SELECT id FROM (SELECT id FROM could WHERE stated_spot IS NOT NULL AND status = '{Status.REPORTED.value}'
        ORDER BY value DESC NULLS LAST, id LIMIT {CONTENDERS})
    UNION SELECT id FROM (SELECT id FROM could ORDER BY value DESC NULLS LAST, id LIMIT {CONTENDERS})
    ORDER BY id
"""


def _strongest(tables: Tables) -> str | None:
    """The strongest of the largest: of those that somebody looked at, of those whose place is stated, of all."""
    some = Catalogue.of(collection(tables, [key for (key,) in tables.rows(_COULD)], linked=True))
    found = strongest(some, people(some.claims.values()))
    return found.id if found else None


def _decided(tables: Tables) -> int:
    """A note decides nothing, and what was decided of a figure that is taken away counts for none that is here."""
    rows = tables.rows("SELECT record FROM decisions WHERE kind = 'review'")
    checked = [review.claim for (record,) in rows if (review := review_of(record)).checked]
    (found,) = tables.row("SELECT count(*) FROM claims WHERE id IN (SELECT unnest(?::VARCHAR[]))", (checked,))
    return int(found)


def _names(rows: Iterable[tuple[str | None]]) -> tuple[str, ...]:
    return tuple(sorted((name for (name,) in rows if name), key=str.casefold))
