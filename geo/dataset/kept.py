"""Readings kept by content: an article that has not changed is not read again.

The key hashes all that a reading follows from: the article, the reader's rules, words and weights, what the gazetteer
knows, and the shape in which a reading is kept. Each reading is on the disk as soon as it is made, so a build that was
stopped goes on where it stood. The file can be removed at any time; the next build then reads everything.
"""

import hashlib
import sqlite3
import zlib
from functools import cache
from pathlib import Path
from types import TracebackType

import msgspec

from geo.claims.version import version
from geo.model import Article, Reading

PLACE = Path(".cache") / "readings.sqlite"
"""Of data/."""
_SHAPES = ("model", "reading.py", "dataset/kept.py")
"""What else of ``geo`` decides what is kept."""
_WAIT = 30.0
"""Seconds for another build to write its line."""


class Kept:
    """The readings of every build beside one gazetteer; use it in a ``with`` block. Without a place to write it is
    empty: then every article is read."""

    def __init__(self, data: Path, gazetteer: Path) -> None:
        self._rules = f"{version()} {_shape()} {_content(gazetteer, gazetteer.stat().st_mtime_ns)}"
        self._file = _opened(data / PLACE)

    def __enter__(self) -> "Kept":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    def get(self, article: Article) -> Reading | None:
        """The reading of ``article`` by the present rules, where it is kept."""
        if self._file is None:
            return None
        try:
            row = self._file.execute("SELECT reading FROM kept WHERE key = ?", (self._key(article),)).fetchone()
            return msgspec.json.decode(zlib.decompress(row[0]), type=Reading) if row else None
        except (sqlite3.Error, zlib.error, msgspec.MsgspecError):  # damaged: read it again
            return None

    def put(self, reading: Reading) -> None:
        if self._file is None:
            return
        content = zlib.compress(msgspec.json.encode(reading), 1)
        try:
            with self._file:
                self._file.execute(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (self._key(reading.article), self._rules, content)
                )
        except sqlite3.Error:  # a full disk: what is not kept is read again
            return

    def forget_others(self) -> None:
        """Drop what other rules have read, so that the file does not grow with every change of the reader."""
        if self._file is None:
            return
        try:
            with self._file:
                self._file.execute("DELETE FROM kept WHERE rules <> ?", (self._rules,))
        except sqlite3.Error:
            return

    def _key(self, article: Article) -> bytes:
        return hashlib.sha256(f"{self._rules}\n".encode() + msgspec.json.encode(article)).digest()


def _opened(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        file = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = sqlite3.connect(path, timeout=_WAIT)
            file.execute("PRAGMA journal_mode = WAL")
            file.execute(
                "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, rules TEXT, reading BLOB) WITHOUT ROWID"
            )
            file.execute("SELECT key, rules FROM kept LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            if file is not None:
                file.close()
            if isinstance(error, sqlite3.OperationalError):  # no place to write, or another build holds it
                return None
            path.unlink(missing_ok=True)  # damaged
        except OSError:
            return None
        else:
            return file
    return None


@cache
def _shape() -> str:
    digest = hashlib.sha256()
    home = Path(__file__).parents[1]
    for name in _SHAPES:
        paths = [home / name] if name.endswith(".py") else sorted((home / name).rglob("*.py"))
        for path in paths:
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


@cache
def _content(path: Path, stamp: int) -> str:  # noqa: ARG001  the stamp is the key's: a changed file is hashed again
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
