"""A file -> Article. The text is kept as read; title, publisher, agency, author, date, address are looked for in it."""

import errno
import hashlib
import io
import os
import re
import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import shorten
from urllib.parse import urlsplit, urlunsplit

from geo.articles.blocks import Block, blocks
from geo.articles.byline import agency_in, author_of
from geo.articles.dates import find_date, publication
from geo.articles.kinds import ADDRESS, BlockKind
from geo.articles.labels import publisher_in
from geo.articles.publisher import publisher_of
from geo.errors import ArticleError
from geo.limits import ARTICLE_BYTES, ARTICLE_PARAGRAPHS
from geo.model import Article

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
"""How a file is opened: a pipe is not waited for. Windows has neither."""

_HEAD_BLOCKS = 8
_DATELINE = re.compile(r"[A-Z][^!?()]{0,60}\((?P<agency>[^)]{2,30})\)\s*[-–—:]")


def load(path: Path, *, published: date | None = None, links: bool = True) -> Article:
    """Read the article in ``path``; ``published`` is its date where the text has none.

    Without ``links`` a symbolic link is refused: in a folder whose files are published it may name a private one.
    Raises ArticleError for a file that is missing, empty, too large or not text.
    """
    try:
        opened = os.open(path, _READ if links else _READ | _NO_LINKS)
        with os.fdopen(opened, "rb") as file:
            found = os.fstat(opened)
            if not stat.S_ISREG(found.st_mode):  # a folder, or a pipe that would never end
                raise _refused(path, "is not a file", "Keep one article in one text file")
            if found.st_size > ARTICLE_BYTES:
                raise _refused(path, f"is larger than {ARTICLE_BYTES:,} bytes", "Keep one article in one text file")
            content = file.read(ARTICLE_BYTES + 1)
    except FileNotFoundError as error:
        raise _refused(path, "there is no such file", "Check the name") from error
    except IsADirectoryError as error:
        raise _refused(path, "is not a file", "Keep one article in one text file") from error
    except OSError as error:
        if error.errno == errno.ELOOP and not links:
            raise _refused(path, "is a link to another file", "Put the text itself into the folder") from error
        raise _refused(path, f"cannot be read ({error.strerror})", "Check that it is a file you may read") from error
    return from_bytes(content, path.name, published=published)


def from_bytes(content: bytes, file: str, *, published: date | None = None) -> Article:
    """Read an article from the bytes of a file named ``file``; raises ArticleError as ``load`` does."""
    where = Path(file)
    if len(content) > ARTICLE_BYTES:
        raise _refused(where, f"is larger than {ARTICLE_BYTES:,} bytes", "Keep one article in one text file")
    if b"\x00" in content:
        raise _refused(where, "is not a text file", "Save the article as plain text (UTF-8)")
    try:
        decoded = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        byte = content[error.start]
        raise _refused(where, f"is not UTF-8: byte 0x{byte:02x} in line {line}", "Save it again as UTF-8") from error
    text = io.IncrementalNewlineDecoder(None, translate=True).decode(decoded, final=True)
    if not text.strip("\ufeff \t\n"):
        raise _refused(where, "is empty", "Paste the article's text into it, or remove it")
    return _article(text, file, hashlib.sha256(content).hexdigest(), published)


def _refused(path: Path, what: str, remedy: str) -> ArticleError:
    return ArticleError(what, where=printable(path.name), remedy=remedy)


def printable(name: str) -> str:
    """A file name that is safe to print on one line of a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands around the story itself."""

    title: str
    byline: str
    dated: date | None
    dateline: date | None
    url: str | None
    publisher: str | None


def _article(text: str, file: str, sha256: str, published: date | None) -> Article:
    parts = blocks(text)
    if len(parts) > ARTICLE_PARAGRAPHS:
        raise _refused(
            Path(file), f"has more than {ARTICLE_PARAGRAPHS:,} paragraphs", "Keep one article in one text file"
        )
    head = _head(text, parts)
    return Article(
        id=sha256[:12],
        file=file.encode("utf-8", "replace").decode(),  # a name that is not UTF-8 could not be stored
        sha256=sha256,
        text=text,
        title=head.title or printable(file),
        publisher=head.publisher or (publisher_of(head.url) if head.url else None),
        agency=_agency(head.byline, parts),
        published=head.dated or _in_path(head.url) or head.dateline or published,
        url=head.url,
        author=author_of(head.byline),
    )


def _in_path(url: str | None) -> date | None:
    return find_date(urlsplit(url).path) if url else None


def _head(text: str, parts: tuple[Block, ...]) -> _Head:
    top = parts[:_HEAD_BLOCKS]
    titles = [block.text for block in parts if block.kind is BlockKind.TITLE]
    bylines = [block.text for block in top if block.kind is BlockKind.BYLINE]
    dates = [block.text for block in top if block.kind in (BlockKind.DATE, BlockKind.BYLINE)]
    datelines = [find_date(block.text) for block in parts[: 2 * _HEAD_BLOCKS] if block.kind is BlockKind.DATELINE]
    return _Head(
        title=titles[0].strip("#* ") if titles else _opening(parts),
        byline=bylines[0] if bylines else "",
        dated=publication(dates),
        dateline=next((day for day in datelines if day), None),
        url=_address(text, parts),
        publisher=next(
            (publisher_in(block.text, titled=True) for block in parts if block.kind is BlockKind.PUBLISHER), None
        ),
    )


def _opening(parts: tuple[Block, ...]) -> str:
    """The first words of a text that has no headline."""
    story = next((block.text for block in parts if block.kind is BlockKind.PROSE), "")
    return shorten(story, width=80, placeholder=" …")


def _address(text: str, parts: tuple[Block, ...]) -> str | None:
    """The article's own address: a line that is an address and nothing else; the last one, as saved pages put it.

    It is taken from the text as printed: a reading copy has lost what looks like markup ("_", "*").
    """
    lines = [block.span(0, len(block.text)).of(text) for block in parts if block.kind is BlockKind.ADDRESS]
    found = [ADDRESS.search(line) for line in lines]
    addresses = [match[1] for match in found if match]
    return next((_without_login(url) for url in reversed(addresses) if _is_web(url)), None)


def _without_login(url: str) -> str:
    """``url`` without the name and password that it may carry: it becomes a link that everybody sees."""
    parts = urlsplit(url)
    login, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=host)) if login else url


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that opens no IPv6 address
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def _agency(byline: str, parts: tuple[Block, ...]) -> str | None:
    """The news agency behind the text: in the byline, or in the dateline that opens the story ("CITY (Reuters) -").

    An agency is a known name or an acronym; a byline's person is neither.
    """
    at = next((i for i, block in enumerate(parts) if block.kind is BlockKind.PROSE), 0)
    for before in (2, 1, 0):  # place, day and agency of a dateline are blocks of their own
        opening = "".join(f"{block.text} - " for block in parts[max(0, at - before) : at + 1])
        dateline = _DATELINE.match(opening)
        if found := agency_in(byline) or agency_in(dateline["agency"] if dateline else ""):
            return found
    return None
