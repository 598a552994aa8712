"""Rows that the tables of the version before have already: only those of articles that are new are made.

Beside the tables of a version stands what they were made of: the stamp of each reading in order, and the numbers of its
places. A row says the same as long as its reading does, but for the numbers: claims, articles and places are
counted in the order of the articles, and so anew. The tables are those of a build from nothing, to the byte.
"""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import parquet

from geo import whole
from geo.dataset.entry import Entry, reading_of
from geo.errors import DatasetError
from geo.limits import STORE_AGAIN
from geo.model import Place, Precision
from geo.store import manifest
from geo.store.columns import Geometries
from geo.store.records import place_of
from geo.store.staged import Staged

NAME = "made-of.msgpack"
_PLACE = re.compile(rb'"place":(\d+)')
"""A place by its number, in a record; no value holds these characters: a quotation mark has a backslash in it."""
_READ = ("claims", "records", "articles", "readings", "mentions", "places")
_BYTES = 200_000_000

_Numbers = NDArray[np.int32]


class MadeOf(msgspec.Struct, frozen=True):
    """``program`` made the rows; ``counts`` and ``uses`` are 32-bit numbers: how many places each reading asked for,
    and their numbers."""

    program: str
    stamps: tuple[bytes, ...]
    counts: bytes
    uses: bytes


def keep(home: Path, entries: Sequence[Entry], staged: Staged) -> None:
    """Say beside the tables in ``home`` what they were made of. Raises OSError."""
    counts = np.fromiter(map(len, staged.uses), np.int32, len(staged.uses))
    uses = np.fromiter(chain.from_iterable(staged.uses), np.int32, int(counts.sum()))
    made = MadeOf(program(), tuple(entry.stamp for entry in entries), counts.tobytes(), uses.tobytes())
    whole.write(home / NAME, msgspec.msgpack.encode(made))


@cache
def program() -> str:
    """All of this program, hashed: rows that another one made may be others."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Before:
    """The tables of the version before, and which of its articles, by number, has which stamp."""

    tables: dict[str, pa.Table]
    at: dict[bytes, int]
    uses: list[list[int]]
    places: list[Place]
    shaped: list[bool]


def before(folder: Path, entries: Sequence[Entry], geometries: Geometries) -> Before | None:
    """What counts in ``folder``, where most of the rows of ``entries`` are in it; None where they are not, or where
    nobody can tell."""
    if sum(len(entry.claims) for entry in entries) > STORE_AGAIN:
        return None
    with suppress(DatasetError, OSError, msgspec.MsgspecError, pa.ArrowException, KeyError, ValueError):
        counting = manifest.read(folder)
        paths = {name: folder / counting.tables[name].file for name in _READ}
        made = msgspec.msgpack.decode(whole.read(paths["claims"].with_name(NAME), _BYTES), type=MadeOf)
        at = {stamp: number for number, stamp in enumerate(made.stamps)}
        known = [entry for entry in entries if entry.stamp in at]
        if made.program != program() or 2 * len(known) < len(entries):
            return None
        tables = {name: parquet.read_table(path, memory_map=True) for name, path in paths.items()}
        ends = np.cumsum(np.frombuffer(made.counts, np.int32))
        uses = [part.tolist() for part in np.split(np.frombuffer(made.uses, np.int32), ends[:-1])]
        places = [place_of(record) for record in tables["places"]["record"].to_pylist()]
        found = Before(tables, at, uses, places, tables["places"]["shape"].is_valid().to_pylist())
        return found if _fits(found, known, geometries) else None
    return None


def _fits(found: Before, known: Sequence[Entry], geometries: Geometries) -> bool:
    """Whether the rows of ``known`` are there, and stand where they stood: a line is on the map where it is drawn."""
    claims, articles = (frozenset(found.tables[name]["id"].to_pylist()) for name in ("claims", "articles"))
    return (
        all(entry.article in articles and claims.issuperset(entry.claims) for entry in known)
        and len(found.uses) == len(found.at) == len(articles)
        and all(
            (place.id in geometries) is shaped
            for place, shaped in zip(found.places, found.shaped, strict=True)
            if place.precision is Precision.LINE
        )
    )


def put(staged: Staged, entries: Sequence[Entry], found: Before) -> None:
    """The rows of ``entries`` into ``staged``: those that are ``found``, and those of readings that are new."""
    claim_at = {key: row for row, key in enumerate(found.tables["claims"]["id"].to_pylist())}
    article_at = {key: row for row, key in enumerate(found.tables["articles"]["id"].to_pylist())}
    claims, articles = _none(len(claim_at)), _none(len(article_at))
    article_of = _none(len(claim_at))
    places = [-1] * len(found.places)
    for entry in entries:
        number = found.at.get(entry.stamp)
        if number is None:
            staged.add(reading_of(entry))
            continue
        for old in found.uses[number]:
            places[old] = staged.number(found.places[old]) if places[old] < 0 else staged.again(places[old])
        articles[article_at[entry.article]] = staged.articles
        for n, claim in enumerate(entry.claims, start=staged.claims):
            claims[claim_at[claim]], article_of[claim_at[claim]] = n, staged.articles
        staged.passed(len(entry.claims))
    _put_old(staged, found.tables, _Anew(claims, articles, article_of, np.array(places, np.int32)))


@dataclass(frozen=True, slots=True)
class _Anew:
    """The new number of each claim, article and place by its old row, and of the article of each claim; -1 where it is
    gone."""

    claims: _Numbers
    articles: _Numbers
    article_of: _Numbers
    places: _Numbers


def _put_old(staged: Staged, tables: dict[str, pa.Table], anew: _Anew) -> None:
    claims, articles = anew.claims >= 0, anew.articles >= 0
    n = pa.array(anew.claims[claims])
    rows = tables["claims"].drop_columns(["row", "article"]).filter(pa.array(claims))
    rows = rows.append_column("n", n).append_column("article", pa.array(anew.article_of[claims]))
    for name in ("spot", "stated_spot"):
        rows = rows.set_column(rows.schema.get_field_index(name), name, _numbered(rows[name], anew.places))
    staged.put_table("claims", rows)
    rows = tables["articles"].drop_columns(["row"]).filter(pa.array(articles))
    staged.put_table("articles", rows.append_column("n", pa.array(anew.articles[articles])))
    for name, there, numbers in (("records", claims, n), ("readings", articles, pa.array(anew.articles[articles]))):
        told = tables[name]["record"].filter(pa.array(there))
        staged.put_table(name, pa.table({"n": numbers, "record": _told(told, anew.places)}))
    rows = tables["mentions"]
    of = anew.claims[rows["claim"].to_numpy()]
    rows = rows.set_column(0, "claim", pa.array(of)).filter(pa.array(of >= 0))
    staged.put_table("mentions", rows.set_column(1, "place", _numbered(rows["place"], anew.places)))


def _none(size: int) -> _Numbers:
    return np.full(size, -1, np.int32)


def _numbered(column: pa.ChunkedArray, places: _Numbers) -> pa.ChunkedArray:
    return pc.take(pa.array(places), column)


def _told(told: pa.ChunkedArray, places: _Numbers) -> pa.ChunkedArray | pa.Array:
    """Records with the new numbers of their places."""
    if (places == np.arange(len(places))).all():
        return told
    named = [b'"place":%d' % number for number in places.tolist()]
    return pa.array(
        [_PLACE.sub(lambda found: named[int(found[1])], record) for record in told.to_pylist()], pa.binary()
    )
