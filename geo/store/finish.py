"""Tables as readings came in -> tables in the order in which they are asked for."""

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa
from pyarrow import parquet

from geo.store.columns import MOVEMENTS
from geo.store.decided import FIRST, LAST

SORTING_MEMORY = "600MB"
_SMALL_GROUPS, _GROUPS = 4_096, 122_880
"""Rows of a group of a Parquet file: small where single records are looked up, DuckDB's own where columns are read."""

_SORTED = f"""
    CREATE TABLE sorted AS
    WITH put AS (SELECT claim AS id, if(kind = '{FIRST}', -1, 1) AS rank FROM decisions
        WHERE kind IN ('{FIRST}', '{LAST}'))
    SELECT n, (row_number() OVER (ORDER BY coalesce(rank, 0), first NULLS LAST, last NULLS LAST, n) - 1)::INTEGER
        AS row FROM claims LEFT JOIN put USING (id)
"""
_NEWEST = """
    CREATE TABLE newest AS
    SELECT n, (row_number() OVER (ORDER BY published DESC NULLS LAST, n) - 1)::INTEGER AS row FROM articles
"""
_FINAL = {
    "claims": (
        """SELECT sorted.row, claims.* EXCLUDE (n, article), newest.row AS article
        FROM claims JOIN sorted USING (n) JOIN newest ON newest.n = claims.article ORDER BY sorted.row""",
        _GROUPS,
    ),
    "records": ("SELECT row, record FROM records JOIN sorted USING (n) ORDER BY row", _SMALL_GROUPS),
    "articles": ("SELECT row, articles.* EXCLUDE (n) FROM articles JOIN newest USING (n) ORDER BY row", _GROUPS),
    "readings": ("SELECT row, record FROM readings JOIN newest USING (n) ORDER BY row", _SMALL_GROUPS // 4),
    "mentions": (
        """SELECT row AS claim, place, role, stated FROM mentions JOIN sorted ON sorted.n = mentions.claim
        ORDER BY row, place, role, stated""",
        _GROUPS,
    ),
    "places": ("SELECT * FROM places ORDER BY n", _SMALL_GROUPS),
    "links": ("SELECT * FROM links", _GROUPS),
    "decisions": ("SELECT * FROM decisions", _GROUPS),
    "movements": ("SELECT * FROM movements ORDER BY row", _GROUPS),
}
"""What each table is made of, and the rows of its groups. Claims are sorted by date, those without one last, but for
those that the editor put first or last, articles from the newest; ``row`` is the place in that order."""


_DIFFERING = """
    SELECT one.row, two.row FROM links
    JOIN (SELECT id, sorted.row FROM claims JOIN sorted USING (n)) one ON one.id = links.first
    JOIN (SELECT id, sorted.row FROM claims JOIN sorted USING (n)) two ON two.id = links.second
    WHERE differs
"""


def finished(staging: Path) -> dict[str, tuple[int, int]]:
    """The tables in the order in which they are asked for, in ``done``: name -> rows and bytes."""
    done = staging / "done"
    done.mkdir()
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": SORTING_MEMORY,
        "temp_directory": str(staging),
        "threads": 2,
    }
    with duckdb.connect(config=config) as connection:
        for name in _FINAL.keys() - {"movements"}:
            connection.read_parquet(str(staging / f"{name}.parquet")).create_view(name)
        connection.execute(_SORTED)
        connection.execute(_NEWEST)
        movements = _movements(connection.execute(_DIFFERING).fetchall())
        connection.from_arrow(movements).create("movements")
        for name, (query, group) in _FINAL.items():
            path = done / f"{name}.parquet"
            connection.sql(query).write_parquet(str(path), compression="zstd", row_group_size=group)
    rows = {name: parquet.read_metadata(done / f"{name}.parquet").num_rows for name in _FINAL}
    return {name: (count, (done / f"{name}.parquet").stat().st_size) for name, count in rows.items()}


def _movements(pairs: Iterable[tuple[int, int]]) -> pa.Table:
    """The movements that are told differently, from each two rows of claims that differ: row, and the first row of the
    movement that it tells of."""
    first: dict[int, int] = {}

    def of(row: int) -> int:
        while (above := first.setdefault(row, row)) != row:
            first[row] = row = first[above]
        return row

    for one, two in pairs:
        low, high = sorted((of(one), of(two)))
        first[high] = low
    rows = sorted(first)
    return pa.table([rows, [of(row) for row in rows]], schema=MOVEMENTS)
