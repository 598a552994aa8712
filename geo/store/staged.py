"""The tables of a version as readings come in, before they are sorted: claims in the order of the articles."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

import msgspec
import pyarrow as pa
from pyarrow import parquet

from geo.dataset.filter import countries
from geo.dataset.store import VERSION_LENGTH
from geo.model import Edition, Kinship, Link, Place, Reading
from geo.store import columns, records
from geo.store.columns import EDITION, Geometries, Row
from geo.store.decided import Decided

BATCH = 20_000
"""Rows that are kept before they are written."""
SCHEMAS = {
    "claims": columns.CLAIMS, "records": columns.RECORDS, "articles": columns.ARTICLES,
    "readings": columns.RECORDS, "mentions": columns.MENTIONS, "places": columns.PLACES,
    "links": columns.LINKS, "decisions": columns.DECISIONS,
}  # fmt: skip


class Pair(msgspec.Struct, frozen=True):
    """Of a link that comes as JSON, what has a column of its own."""

    first: str
    second: str
    differs: tuple[str, ...]


_PAIR = msgspec.json.Decoder(Pair)


class Staged:
    """``articles`` and ``claims`` count what came in; ``uses`` are the numbers of the places of each reading, in the
    order in which it asked for them."""

    def __init__(self, folder: Path, geometries: Geometries) -> None:
        self._geometries = geometries
        self._files = {
            name: parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
            for name, schema in SCHEMAS.items()
        }
        self._rows: dict[str, list[Row]] = {name: [] for name in self._files}
        self._places: dict[Place, int] = {}
        self._digest = hashlib.sha256()
        self._asked: dict[int, None] = {}
        self.claims = self.articles = 0
        self.uses: list[tuple[int, ...]] = []

    def __enter__(self) -> "Staged":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()

    @property
    def version(self) -> str:
        return self._digest.hexdigest()[:VERSION_LENGTH]

    def number(self, place: Place) -> int:
        found = self._places.setdefault(place, len(self._places))
        self._asked[found] = None
        return found

    def again(self, number: int) -> int:
        """A place is asked for by its number."""
        self._asked[number] = None
        return number

    def add(self, reading: Reading) -> None:
        article = self.articles
        self._put("articles", columns.of_article(article, reading))
        self._put("readings", (article, self._seen(records.of_reading(reading, self.number))))
        for n, claim in enumerate(reading.claims, start=self.claims):
            spots = tuple(self.number(it) if it else None for it in columns.standing(claim, self._geometries))
            self._put("claims", columns.of_claim(n, article, claim, reading.article, (spots[0], spots[1])))
            self._put("records", (n, self._seen(records.of_claim(claim, self.number))))
            for used in claim.places:
                self._put("mentions", (n, self.number(used.place), used.role.value, used.stated))
        self.passed(len(reading.claims))

    def passed(self, claims: int) -> None:
        """A reading with so many claims has come in, and asked for the places that were asked for since the last."""
        self.articles += 1
        self.claims += claims
        self.uses.append(tuple(self._asked))
        self._asked.clear()

    def relate(self, editions: Iterable[Edition]) -> None:
        """Which articles print the text of others: under the later one, a version under the earlier one too."""
        for edition in editions:
            record = self._seen(msgspec.json.encode(edition))
            self._put("decisions", (EDITION, edition.article, record))
            if edition.kinship is Kinship.VERSION:
                self._put("decisions", (EDITION, edition.of, record))

    def close(self, links: Iterable[Link | str], decided: Decided) -> None:
        """What is known only behind the last reading; links may come as JSON."""
        for link in links:
            record = self._seen(link.encode() if isinstance(link, str) else msgspec.json.encode(link))
            pair = _PAIR.decode(record) if isinstance(link, str) else link
            self._put("links", (pair.first, pair.second, bool(pair.differs), record))
        for kind, about, value in decided.rows():
            self._put("decisions", (kind, about, self._seen(msgspec.json.encode(value))))
        codes = countries(self._places)
        for place, n in self._places.items():
            shape = self._geometries.get(place.id)
            encoded = None if shape is None else self._seen(msgspec.json.encode(shape))
            self._put("places", columns.of_place(n, place, codes, encoded))
        for name in self._files:
            self._flush(name)

    def put_table(self, name: str, rows: pa.Table) -> None:
        """Rows that are made already; the order in which those of claims and articles come does not matter."""
        self._files[name].write_table(rows.select(SCHEMAS[name].names).cast(SCHEMAS[name]))

    def _seen(self, record: bytes) -> bytes:
        self._digest.update(record)
        return record

    def _put(self, name: str, row: Row) -> None:
        rows = self._rows[name]
        rows.append(row)
        if len(rows) == BATCH:
            self._flush(name)

    def _flush(self, name: str) -> None:
        rows, file = self._rows[name], self._files[name]
        if rows:
            arrays = [
                pa.array(values, kind.type) for values, kind in zip(zip(*rows, strict=True), file.schema, strict=True)
            ]
            file.write_batch(pa.RecordBatch.from_arrays(arrays, schema=file.schema))
            rows.clear()
