"""Readings -> tables, one after the other in constant memory, and then all of them at once in place of the old ones."""

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType

import duckdb
import msgspec
import pyarrow as pa
from pyarrow import parquet

from geo.dataset.filter import countries
from geo.dataset.store import VERSION_LENGTH, About, Collection, LeftOut
from geo.errors import DatasetError
from geo.limits import STORE_FIGURES
from geo.model import Edition, Kinship, Link, Place, Reading
from geo.store import columns, manifest, overview, records
from geo.store.columns import EDITION, Geometries, Row
from geo.store.decided import Decided
from geo.store.finish import finished
from geo.store.manifest import Manifest, Table

_UNNAMED, _UNDECIDED = About(), Decided()
BATCH = 20_000
"""Rows that are kept before they are written."""


def put_beside(collection: Collection, built: Path, readings: Iterable[Reading] | None = None) -> Manifest | None:
    """Put the tables of a built collection beside its JSON file ``built``, where it has enough figures to need them;
    ``readings`` where they come one by one, and are as many."""
    if readings is None and len(collection.claims) < STORE_FIGURES:
        return None
    return write(
        manifest.beside(built),
        collection.readings if readings is None else readings,
        collection.geometries,
        links=collection.links,
        version=collection.version,
        about=collection.about,
        left_out=collection.left_out,
        decided=Decided.of(collection),
        editions=collection.editions,
    )


def write(  # noqa: PLR0913 - the parts of a collection
    folder: Path,
    readings: Iterable[Reading],
    geometries: Geometries,
    *,
    links: Iterable[Link] = (),
    version: str | None = None,
    about: About = _UNNAMED,
    left_out: tuple[LeftOut, ...] = (),
    decided: Decided = _UNDECIDED,
    editions: Iterable[Edition] = (),
) -> Manifest:
    """Make tables in ``folder`` and let them count once all are whole.

    ``readings`` are taken one by one; ``geometries`` must know the places of a reading by then, and ``links`` are asked
    for after the last. ``version`` None names the tables after their content. Raises DatasetError where they cannot be
    written: what was there before still counts then.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(mkdtemp(prefix=".making-", dir=folder))
    except OSError as error:
        raise _unwritten(folder, error) from error
    try:
        with _Staged(staging, geometries) as staged:
            for reading in readings:
                staged.add(reading)
            staged.relate(editions)
            staged.close(links, decided)
        name = version or staged.version
        tables = finished(staging)
        home = _unused(folder, name)
        (staging / "done").rename(home)
        made = Manifest(
            manifest.FORMAT,
            name,
            {key: Table(f"{home.name}/{key}.parquet", *sizes) for key, sizes in tables.items()},
            about,
            left_out,
        )
        overview.keep(folder, made)
        manifest.put(folder, made)
    except (OSError, duckdb.Error, pa.ArrowException) as error:
        raise _unwritten(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return made


def _unwritten(folder: Path, error: Exception) -> DatasetError:
    why = getattr(error, "strerror", None) or str(error).partition("\n")[0]
    remedy = "Make room and the folder writable; the previous tables are unchanged"
    return DatasetError(f"cannot be written ({why})", where=f"{folder.parent.name}/{folder.name}", remedy=remedy)


def _unused(folder: Path, name: str) -> Path:
    """A new folder for a version: one that somebody reads is never changed."""
    tries = (folder / (f"{name}-{number}" if number else name) for number in range(1_000_000))
    return next(path for path in tries if not path.exists())


class _Staged:
    """Tables as readings come in: claims in the order of the articles."""

    def __init__(self, folder: Path, geometries: Geometries) -> None:
        self._folder, self._geometries = folder, geometries
        self._files = {
            name: parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
            for name, schema in {
                "claims": columns.CLAIMS, "records": columns.RECORDS, "articles": columns.ARTICLES,
                "readings": columns.RECORDS, "mentions": columns.MENTIONS, "places": columns.PLACES,
                "links": columns.LINKS, "decisions": columns.DECISIONS,
            }.items()
        }  # fmt: skip
        self._rows: dict[str, list[Row]] = {name: [] for name in self._files}
        self._places: dict[Place, int] = {}
        self._digest = hashlib.sha256()
        self._claims = self._articles = 0

    def __enter__(self) -> "_Staged":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()

    @property
    def version(self) -> str:
        return self._digest.hexdigest()[:VERSION_LENGTH]

    def _number(self, place: Place) -> int:
        return self._places.setdefault(place, len(self._places))

    def add(self, reading: Reading) -> None:
        article = self._articles
        self._articles += 1
        self._put("articles", columns.of_article(article, reading))
        self._put("readings", (article, self._seen(records.of_reading(reading, self._number))))
        for claim in reading.claims:
            n = self._claims
            self._claims += 1
            spots = tuple(self._number(it) if it else None for it in columns.standing(claim, self._geometries))
            self._put("claims", columns.of_claim(n, article, claim, reading.article, (spots[0], spots[1])))
            self._put("records", (n, self._seen(records.of_claim(claim, self._number))))
            for used in claim.places:
                self._put("mentions", (n, self._number(used.place), used.role.value, used.stated))

    def relate(self, editions: Iterable[Edition]) -> None:
        """Which articles print the text of others: under the later one, a version under the earlier one too."""
        for edition in editions:
            record = self._seen(msgspec.json.encode(edition))
            self._put("decisions", (EDITION, edition.article, record))
            if edition.kinship is Kinship.VERSION:
                self._put("decisions", (EDITION, edition.of, record))

    def close(self, links: Iterable[Link], decided: Decided) -> None:
        """What is known only behind the last reading."""
        for link in links:
            record = self._seen(msgspec.json.encode(link))
            self._put("links", (link.first, link.second, bool(link.differs), record))
        for kind, about, value in decided.rows():
            self._put("decisions", (kind, about, self._seen(msgspec.json.encode(value))))
        codes = countries(self._places)
        for place, n in self._places.items():
            shape = self._geometries.get(place.id)
            encoded = None if shape is None else self._seen(msgspec.json.encode(shape))
            self._put("places", columns.of_place(n, place, codes, encoded))
        for name in self._files:
            self._flush(name)

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
