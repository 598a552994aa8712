"""The tables of one version, opened to be read: one connection a process, a cursor a question, limits on both."""

from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock, Timer
from typing import Any
from weakref import finalize

import duckdb
import pyarrow as pa

from geo.errors import DatasetError
from geo.limits import STORE_FEW, STORE_KEPT, STORE_MEMORY, STORE_SECONDS, STORE_SPARE, STORE_THREADS
from geo.store import manifest
from geo.store.manifest import REMEDY, TABLES, Manifest

Value = str | int | float | bool | None | object
Row = tuple[Any, ...]
Given = Mapping[str, pa.Table]
NOTHING: Given = {}

_FAULTS = (duckdb.Error, RuntimeError, UnicodeError)
"""Also what DuckDB's Python side makes of a column whose name is no text."""


class Tables:
    """The tables that a manifest names. They are only ever read, and nothing but them; what is asked has its values
    bound. May be used by several threads at once."""

    def __init__(self, folder: Path, named: Manifest, *, seconds: float = STORE_SECONDS) -> None:
        self.folder, self.manifest, self._seconds = folder, named, seconds
        self._kept: OrderedDict[Hashable, pa.Table] = OrderedDict()
        self._lock = Lock()
        self._connection = duckdb.connect(
            config={
                "memory_limit": STORE_MEMORY,
                "temp_directory": "",
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                **_means(named.tables["claims"].rows),
            }
        )
        self.close = finalize(self, self._connection.close)
        try:
            for name in TABLES:
                path = str(folder / named.tables[name].file)
                self._connection.read_parquet(path, file_row_number=name == "links").create_view(name)
            self._connection.execute("SET enable_object_cache = true")
            self._connection.execute("SET lock_configuration = true")
        except _FAULTS as error:
            self.close()
            raise self._wrong(error) from error

    @classmethod
    def open(cls, folder: Path) -> "Tables":
        """The tables in ``folder``. Raises DatasetError where they are missing, damaged or of another format."""
        return cls(folder, manifest.read(folder))

    @property
    def home(self) -> Path:
        """The folder of this version."""
        return (self.folder / self.manifest.tables["claims"].file).parent

    @property
    def version(self) -> str:
        return self.manifest.version

    def rows(self, query: str, values: Sequence[Value] = (), given: Given = NOTHING) -> list[Row]:
        """The answer to a question of ours; ``given`` are earlier answers that it asks about, by name. Raises
        DatasetError where the files cannot answer, or not in time."""
        with self._asking(given) as cursor:
            return cursor.execute(query, list(values)).fetchall()

    def kept(self, key: Hashable, query: str, values: Sequence[Value] = (), given: Given = NOTHING) -> pa.Table:
        """The answer to a question that is asked on many occasions, as a table to ask further: the tables never change,
        so it is there the next time. ``key`` says what is asked."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        with self._asking(given) as cursor:
            found = cursor.sql(query, params=list(values)).to_arrow_table()
        with self._lock:
            self._kept[key] = found
            if len(self._kept) > STORE_KEPT:
                self._kept.popitem(last=False)
        return found

    @contextmanager
    def _asking(self, given: Given) -> Iterator[duckdb.DuckDBPyConnection]:
        with closing(self._connection.cursor()) as cursor:
            for name, table in given.items():
                cursor.register(name, table)
            watch = Timer(self._seconds, cursor.interrupt)
            watch.daemon = True
            watch.start()
            try:
                yield cursor
            except _FAULTS as error:
                raise self._wrong(error) from error
            finally:
                watch.cancel()

    def row(self, query: str, values: Sequence[Value] = (), given: Given = NOTHING) -> Row:
        """The one row of an answer that always has one."""
        (found,) = self.rows(query, values, given)
        return found

    def damaged(self) -> DatasetError:
        """What there is to say of tables that hold something else than they should."""
        return DatasetError("are damaged", where=self._where, remedy=REMEDY)

    @property
    def _where(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    def _wrong(self, error: Exception) -> DatasetError:
        where = self._where
        match error:
            case duckdb.InterruptException():
                return DatasetError(f"gave no answer in {self._seconds:g} s", where=where, remedy="Filter for less")
            case duckdb.OutOfMemoryException():
                return DatasetError("the answer does not fit into memory", where=where, remedy="Filter for less")
        try:
            manifest.read(self.folder)
            for table in self.manifest.tables.values():
                if not (self.folder / table.file).is_file():
                    return DatasetError("are of another version now", where=where, remedy="Reload the page")
        except DatasetError as damaged:
            return damaged
        return self.damaged()


def _means(figures: int) -> dict[str, str | int]:
    """How much of the machine so many figures are worth."""
    if figures > STORE_FEW:
        return {"threads": STORE_THREADS}
    return {
        "threads": 1,
        "allocator_flush_threshold": STORE_SPARE,
        "allocator_bulk_deallocation_flush_threshold": STORE_SPARE,
    }
