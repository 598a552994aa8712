"""The articles of a collection: records that were added, and whatever files somebody laid beside them.

A record is one JSON file, named by the head of the hash of the bytes that the article came from: the same bytes, added
again under any name, are the same record.

    {"format": 1, "given": the date that a person gave, or null, "added": when it was added,
     "name", "sha256", "parser", "title", "byline", "publisher", "published", "url", "verbatim", "agency", "author",
     "lines": [the text]}
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from geo import whole
from geo.articles.load import load, printable
from geo.collections.decisions import now
from geo.collections.home import ARTICLES
from geo.errors import ArticleError, DatasetError
from geo.intake.document import Document, sha256
from geo.intake.take import ABOUT_THE_FOLDER, article_of, take
from geo.intake.tidy import tidied
from geo.intake.worker import Worker
from geo.limits import INTAKE_ANSWER_BYTES, INTAKE_FILE_BYTES
from geo.lock import locked
from geo.model import Article

RECORD = re.compile(r"[0-9a-f]{12}\.json")
_SHA256 = re.compile("[0-9a-f]{64}")


class Kept(StrEnum):
    """What became of an article that was added."""

    NEW = "new"
    SAME = "already there"
    DATED = "given its date"
    SIGNED = "given its author"


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article as it was added; ``lines`` are its text."""

    name: str
    sha256: str
    parser: str
    title: str | None
    byline: str | None
    publisher: str | None
    published: date | None
    given: date | None
    url: str | None
    verbatim: bool
    lines: list[str]
    format: int = 1
    agency: str | None = None
    author: str | None = None
    added: str | None = None
    """When it was added, ISO 8601 in UTC: of two versions of a page with one date, it tells which came later."""

    @classmethod
    def of(cls, document: Document, given: date | None) -> "Record":
        lines = document.body.encode("utf-8", "replace").decode().split("\n")
        return cls(name=printable(document.name), lines=lines, given=given, **_as_it_is(document))

    def article(self) -> Article:
        """Raises ArticleError as ``article_of`` does."""
        return article_of(self.document(), self.given)

    def document(self) -> Document:
        return tidied(Document(name=self.name, body="\n".join(self.lines), **_as_it_is(self)))


_AS_IT_IS = frozenset(it.name for it in fields(Document)).intersection(Record.__struct_fields__) - {"name"}
"""What a record tells in the words of its document."""


def _as_it_is(of: Record | Document) -> dict[str, Any]:
    return {name: getattr(of, name) for name in _AS_IT_IS}


def keep(document: Document, given: date | None, folder: Path) -> Kept:
    """Add an article to the collection whose articles are in ``folder``; ``given`` is its date where it has none.

    It was added now, or when it was in the collection that hands it on. One that is there already stays as it is,
    but for a date or an author that it lacked. Raises DatasetError where the folder cannot be written.
    """
    path = folder / f"{document.sha256[:12]}.json"
    try:
        with locked(folder / ARTICLES):
            before = _read(path) if path.exists() else None
            record, kept = _kept(document, given, before)
            if record != before:
                whole.write(path, msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n")
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise DatasetError(what, where=folder.name, remedy="Make the folder writable; nothing was changed") from error
    return kept


def _kept(document: Document, given: date | None, before: Record | None) -> tuple[Record, Kept]:
    """The record of ``document``, which was kept as ``before``, and what became of it."""
    replace = msgspec.structs.replace
    if before is None:
        record = Record.of(document, given)
        return record if record.added else replace(record, added=now()), Kept.NEW
    dated, signed = given not in (None, before.given), not (before.author or before.agency) and document.author
    record = replace(before, given=given) if dated else before
    record = replace(record, author=document.author) if signed else record
    return record, Kept.DATED if dated else Kept.SIGNED if signed else Kept.SAME


def added_before(document: Document, folder: Path) -> Record | None:
    """The record of ``document`` where it was added to the collection before, with the date that it was given then."""
    path = folder / f"{document.sha256[:12]}.json"
    try:
        return _read(path) if path.exists() else None
    except ArticleError:
        return None


def _hash(path: Path) -> bytes:
    return bytes.fromhex(sha256(whole.read(path, INTAKE_FILE_BYTES)))


def lying(folder: Path, hashed: Callable[[Path], bytes] = _hash) -> frozenset[str]:
    """The hashes of the files that somebody laid into a collection's folder: they are in it without a record.

    ``hashed`` gives the SHA-256 of a file; it raises OSError where that is none."""
    found = set()
    for path in files(folder):
        if not RECORD.fullmatch(path.name):
            with suppress(OSError):
                found.add(hashed(path).hex())
    return frozenset(found)


def files(folder: Path) -> list[Path]:
    """What lies in a collection's folder, by name; what is hidden or tells of the folder is left alone."""
    if not folder.is_dir():
        return []
    named = {path.name: path for path in folder.iterdir()}  # paths of thousands of files are slow to compare
    return [named[name] for name in sorted(named) if not name.startswith(".") and name not in ABOUT_THE_FOLDER]


def articles(path: Path, worker: Worker) -> Iterator[Article | ArticleError]:
    """The articles of one file of ``files``."""
    if path.is_symlink():  # it may name a private file, and what lies here is published
        words = "is a link to another file", "Put the article itself into the folder"
        yield ArticleError(words[0], where=printable(path.name), remedy=words[1])
    elif RECORD.fullmatch(path.name):
        try:
            yield _read(path).article()
        except ArticleError as error:
            yield error
    elif path.suffix.lower() == ".txt":
        try:
            yield load(path, links=False)
        except ArticleError as error:
            yield error
    else:
        yield from (it if isinstance(it, ArticleError) else it.article for it in take(path, worker))


def times(folder: Path) -> dict[str, str]:
    """When the articles in ``folder`` were added, by their hashes; those of which nobody knows are not in it."""
    found = {}
    for path in files(folder):
        with suppress(ArticleError):
            record = _read(path) if RECORD.fullmatch(path.name) else None
            if record is not None and record.added is not None:
                found[record.sha256] = record.added
    return found


def added(path: Path) -> str | None:
    """When the record at ``path`` was added; None where it is none, or does not say."""
    try:
        return _read(path).added if RECORD.fullmatch(path.name) else None
    except ArticleError:
        return None


def decoded(content: bytes) -> Record:
    """The record in a file's ``content``. Raises MsgspecError where it is none."""
    record = msgspec.json.decode(content, type=Record)
    if not _SHA256.fullmatch(record.sha256):
        raise msgspec.ValidationError("no hash")
    return record


def _read(path: Path) -> Record:
    try:
        return decoded(whole.read(path, INTAKE_ANSWER_BYTES))
    except (OSError, msgspec.MsgspecError) as error:
        what = "is a damaged record of an article"
        raise ArticleError(what, where=path.name, remedy="Remove it and add the article again") from error
