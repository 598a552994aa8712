"""What was taken and read, kept by content: a file and an article that have not changed are not read again.

The key of a file hashes its name and bytes and all that decides how articles are taken from it; the key of a reading
hashes the article, the reader's rules, words and weights, what the gazetteer knows, and the shape in which a reading is
kept. What was read is on the disk as soon as it is told of, so a build that was stopped goes on where it stood. The
file can be removed at any time; the next build then reads everything.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from geo.claims.version import version
from geo.collections.twins import Traits
from geo.dataset.entry import Entry
from geo.model import Article

PLACE = Path(".cache") / "readings.sqlite"
"""Of data/."""
_READ = (
    "model",
    "reading.py",
    "dataset/kept.py",
    "dataset/entry.py",
    "dataset/placed.py",
    "dataset/store.py",
    "dataset/check.py",
)
"""What else of ``geo`` decides what is kept of a reading."""
_TAKEN = (
    "articles",
    "intake",
    "model",
    "limits.py",
    "collections/records.py",
    "collections/twins.py",
    "collections/sketch.py",
    "dataset/kept.py",
)
"""What of ``geo`` decides which articles a file holds."""
_PARSERS = ("trafilatura", "pypdfium2", "mammoth", "feedparser", "lxml", "warcio")
_WAIT = 30.0
"""Seconds for another build to write its line."""
_ASKED = 500
"""Rows of one question; SQLite takes 999 values and more."""
_TABLES = ("taken", "kept", "linked")
_Kind = TypeVar("_Kind")


class Known(msgspec.Struct, frozen=True, array_like=True):
    """An article in a file: the ``key`` of its reading, and what a build asks of it without its text."""

    key: bytes
    published: date | None
    traits: Traits


class Kept:
    """What every build beside one gazetteer knows; use it in a ``with`` block. Without a place to write, and where it
    is asked to, it ``forgets`` at the end."""

    def __init__(self, data: Path, gazetteer: Path, *, forgets: bool = False) -> None:
        self.gazetteer = gazetteer
        self.rules = rules(gazetteer)
        self._files = _shape(_TAKEN) + "".join(f" {_installed(name)}" for name in _PARSERS)
        self._file = (None if forgets else _opened(data / PLACE)) or _opened(Path(":memory:"))
        self._unsaved: dict[tuple[str, bytes], bytes] = {}

    def __enter__(self) -> "Kept":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    def key(self, article: Article) -> bytes:
        return key(article, self.rules)

    def file_key(self, name: str, sha256: bytes) -> bytes:
        """Of the file with this name whose content has this hash."""
        return hashlib.sha256(f"{self.rules}\n{self._files}\n{name}\0".encode("utf-8", "replace") + sha256).digest()

    def articles(self, files: Iterable[bytes]) -> dict[bytes, tuple[Known, ...]]:
        """The articles of each file with one of these keys that was taken before."""
        return dict(self._every("taken", files, tuple[Known, ...]))

    def put_articles(self, files: Iterable[tuple[bytes, tuple[Known, ...]]]) -> None:
        self._put("taken", [(file, msgspec.msgpack.encode(found)) for file, found in files])

    def entry(self, article: bytes) -> Entry | None:
        """The reading with this key, where it is kept."""
        return self._get("kept", article, Entry)

    def entries(self, articles: Sequence[bytes]) -> Iterator[tuple[bytes, Entry]]:
        """The readings with these keys that are kept, in any order."""
        return self._every("kept", articles, Entry)

    def has(self, article: bytes) -> bool:
        return ("kept", article) in self._unsaved or self._row("kept", article, "1") is not None

    def put(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep readings, each with its key and encoded: all of them or, where this process ends meanwhile, none."""
        self._put("kept", list(entries))

    def linked(self, collection: str, kind: type[_Kind]) -> _Kind | None:
        """What ``put_linked`` kept of a collection, or of a folder."""
        return self._get("linked", self._of(collection), kind)

    def put_linked(self, collection: str, found: object) -> None:
        self._put("linked", [(self._of(collection), msgspec.msgpack.encode(found))])

    def forget_others(self) -> None:
        """Drop what other rules have read, so that the file does not grow with every change of the reader."""
        try:
            if self._file is not None:
                with self._file:
                    for table in _TABLES:
                        self._file.execute(f"DELETE FROM {table} WHERE rules <> ?", (self._rules(table),))  # noqa: S608
        except sqlite3.Error:
            return

    def _of(self, collection: str) -> bytes:
        return hashlib.sha256(f"{self.rules}\n{collection}".encode("utf-8", "surrogateescape")).digest()

    def _rules(self, table: str) -> str:
        return f"{self.rules} {self._files}" if table == "taken" else self.rules

    def _row(self, table: str, key: bytes, what: str = "content") -> bytes | None:
        if (unsaved := self._unsaved.get((table, key))) is not None:
            return unsaved
        try:
            query = f"SELECT {what} FROM {table} WHERE key = ?"  # noqa: S608 -- a name of ours
            row = self._file.execute(query, (key,)).fetchone() if self._file is not None else None
        except sqlite3.Error:  # damaged: read it again
            return None
        return row[0] if row else None

    def _every(self, table: str, keys: Iterable[bytes], kind: type[_Kind]) -> Iterator[tuple[bytes, _Kind]]:
        decoder = msgspec.msgpack.Decoder(kind)
        for key, content in self._rows(table, keys):
            with suppress(msgspec.MsgspecError):
                yield key, decoder.decode(content)

    def _rows(self, table: str, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """The rows of many ``keys``, which are asked for together."""
        saved: list[bytes] = []
        for key in keys:
            if (unsaved := self._unsaved.get((table, key))) is not None:
                yield key, unsaved
            else:
                saved.append(key)
        if self._file is None:
            return
        for start in range(0, len(saved), _ASKED):
            some = saved[start : start + _ASKED]
            query = f"SELECT key, content FROM {table} WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608
            with suppress(sqlite3.Error):  # damaged: read them again
                yield from self._file.execute(query, some).fetchall()

    def _get(self, table: str, key: bytes, kind: type[_Kind]) -> _Kind | None:
        try:
            row = self._row(table, key)
            return None if row is None else msgspec.msgpack.decode(row, type=kind)
        except msgspec.MsgspecError:
            return None

    def _put(self, table: str, rows: list[tuple[bytes, bytes]]) -> None:
        try:
            if self._file is None:
                raise sqlite3.OperationalError
            with self._file:
                query = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)"  # noqa: S608
                self._file.executemany(query, [(key, self._rules(table), content) for key, content in rows])
        except sqlite3.Error:  # a full disk: what is not kept is read again by the next build
            self._unsaved |= {(table, key): content for key, content in rows}


def rules(gazetteer: Path) -> str:
    """What decides how an article is read, in one line: the same wherever the same is read from the same."""
    return f"{version()} {_shape(_READ)} {_content(gazetteer, gazetteer.stat().st_mtime_ns)}"


def key(article: Article, by: str) -> bytes:
    return hashlib.sha256(f"{by}\n".encode() + msgspec.json.encode(article)).digest()


def _opened(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        file = None
        try:
            if str(path) != ":memory:":
                path.parent.mkdir(parents=True, exist_ok=True)
            file = sqlite3.connect(path, timeout=_WAIT)
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing; a power cut costs time only
            for table in _TABLES:
                columns = "(key BLOB PRIMARY KEY, rules TEXT, content BLOB)"
                file.execute(f"CREATE TABLE IF NOT EXISTS {table} {columns} WITHOUT ROWID")
                file.execute(f"SELECT key, rules, content FROM {table} LIMIT 1").fetchone()  # noqa: S608
        except sqlite3.DatabaseError as error:
            if file is not None:
                file.close()
            if isinstance(error, sqlite3.OperationalError) and "no such column" not in str(error):
                return None  # no place to write, or another build holds it
            path.unlink(missing_ok=True)  # damaged, or kept by an older build
        except OSError:
            return None
        else:
            return file
    return None


def _installed(package: str) -> str:
    try:
        return f"{package} {installed(package)}"
    except PackageNotFoundError:
        return package


@cache
def _shape(names: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    home = Path(__file__).parents[1]
    for name in names:
        paths = [home / name] if name.endswith(".py") else sorted((home / name).rglob("*.py"))
        for path in paths:
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


@cache
def _content(path: Path, stamp: int) -> str:  # noqa: ARG001  the stamp is the key's: a changed file is hashed again
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
