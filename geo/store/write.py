"""Readings -> tables, one after the other in constant memory, and then all of them at once in place of the old ones."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import mkdtemp

import duckdb
import pyarrow as pa

from geo.dataset.entry import Entry, reading_of
from geo.dataset.store import About, Collection, LeftOut
from geo.errors import DatasetError
from geo.limits import STORE_FIGURES
from geo.model import Edition, Link, Reading
from geo.store import again, manifest, overview
from geo.store.columns import Geometries
from geo.store.decided import Decided
from geo.store.finish import finished
from geo.store.manifest import Manifest, Table
from geo.store.staged import Staged

_UNNAMED, _UNDECIDED = About(), Decided()


def put_beside(collection: Collection, built: Path) -> Manifest | None:
    """Put the tables of a built collection beside its JSON file ``built``, where it has enough figures to need them."""
    if len(collection.claims) < STORE_FIGURES:
        return None
    return _write_rest(collection, built, collection.readings, collection.links)


def put_built(entries: Sequence[Entry], links: Sequence[str], rest: Collection, built: Path) -> Manifest:
    """The same of what was just built: readings as they are kept, links as JSON, and all the ``rest``. Only rows of
    readings that the tables beside ``built`` do not have are made."""
    return _write_rest(rest, built, entries, links)


def _write_rest(
    rest: Collection, built: Path, readings: Sequence[Reading] | Sequence[Entry], links: Sequence[Link] | Sequence[str]
) -> Manifest:
    return write(
        manifest.beside(built),
        readings,
        rest.geometries,
        links=links,
        version=rest.version,
        about=rest.about,
        left_out=rest.left_out,
        decided=Decided.of(rest),
        editions=rest.editions,
    )


def write(  # noqa: PLR0913 - the parts of a collection
    folder: Path,
    readings: Iterable[Reading] | Sequence[Entry],
    geometries: Geometries,
    *,
    links: Iterable[Link] | Iterable[str] = (),
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
        with Staged(staging, geometries) as staged:
            entries = _put(staged, readings, folder, geometries)
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
        if entries:
            again.keep(home, entries, staged)
        manifest.put(folder, made)
    except (OSError, duckdb.Error, pa.ArrowException) as error:
        raise _unwritten(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return made


def _put(
    staged: Staged, readings: Iterable[Reading] | Sequence[Entry], folder: Path, geometries: Geometries
) -> list[Entry]:
    """Put ``readings`` into ``staged``; those that are kept are given back."""
    entries: list[Entry] = []
    if isinstance(readings, Sequence):
        entries = [it for it in readings if isinstance(it, Entry)]
        if entries and (found := again.before(folder, entries, geometries)) is not None:
            again.put(staged, entries, found)
            return entries
    for reading in readings:
        staged.add(reading_of(reading) if isinstance(reading, Entry) else reading)
    return entries


def _unwritten(folder: Path, error: Exception) -> DatasetError:
    why = getattr(error, "strerror", None) or str(error).partition("\n")[0]
    remedy = "Make room and the folder writable; the previous tables are unchanged"
    return DatasetError(f"cannot be written ({why})", where=f"{folder.parent.name}/{folder.name}", remedy=remedy)


def _unused(folder: Path, name: str) -> Path:
    """A new folder for a version: one that somebody reads is never changed."""
    tries = (folder / (f"{name}-{number}" if number else name) for number in range(1_000_000))
    return next(path for path in tries if not path.exists())
