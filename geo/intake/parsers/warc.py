"""A web archive (WARC, also packed with gzip): the answers that may be articles, each a file with its address.

What else a crawler keeps (questions, notes) is no answer; pictures, styles and errors are counted.

warcio cuts the records. What it would unpack without bound, or read lines of without end, is unpacked and cut here.
"""

import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from geo.intake.document import Found, Refused, Source, inside
from geo.intake.formats import GZIP, SUFFIXES, WEB_ARCHIVE, suffix
from geo.intake.parsers.heads import plain
from geo.limits import INTAKE_FILE_BYTES, INTAKE_MEMBERS, INTAKE_UNPACKED_BYTES

_ANSWERS = frozenset(("response", "resource", "conversion"))
_KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
"""What is read: kind of content -> the end of its name."""
_KINDS_TOLD = 20
"""Of what is in an archive and is no article; a kind is whatever an archive calls so."""
_LONGEST_LINE = 65_536
"""Bytes of a line of a head; a longer one goes on as if it were the next."""
_AUTO, _BARE = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
"""zlib's signs for gzip or zlib, whichever it is, and for deflate without a head."""


class _TooMuch(Exception):  # noqa: N818 -- it states what happened
    """The archive holds more than a file may."""


class _Bounded:
    """What is in an archive, unpacked as it is read, up to what a file may hold."""

    def __init__(self, content: bytes) -> None:
        held = io.BytesIO(content)
        self._inner = gzip.GzipFile(fileobj=held) if content.startswith(GZIP) else held
        self._left = INTAKE_UNPACKED_BYTES

    def read(self, size: int) -> bytes:
        part = self._inner.read1(size)  # what is whole comes before what is damaged
        self._left -= len(part)
        if self._left < 0:
            raise _TooMuch
        return part


def warc(source: Source) -> Iterator[Found]:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    others: Counter[str] = Counter()
    records = 0
    try:
        for answer in _answers(source):
            records += 1
            if records > INTAKE_MEMBERS:
                what = f"holds more than {INTAKE_MEMBERS:,} records"
                yield Refused(source.name, what, "Cut it into several files")
                break
            if isinstance(answer, Refused):
                yield Refused(source.name, f"record {records} {answer.what}", answer.remedy)
            elif isinstance(answer, Source):
                yield answer
            elif answer is not None:
                others[answer] += 1
    except _TooMuch:
        what = f"holds more than {INTAKE_UNPACKED_BYTES // 1_000_000} MB"
        yield Refused(source.name, what, "Cut it into several files")
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, zlib.error, ValueError):
        where = f"after record {records}" if records else "at its head"
        yield Refused(source.name, f"is damaged {where}", "Make the archive again; what came before counts")
    if others:
        yield Refused(source.name, _told(others), "Add what you miss as a file")


def _answers(source: Source) -> Iterator[Source | Refused | str | None]:
    """One a record: what ``_answer`` finds in it, or what is wrong with it; that ends the archive.

    Whether a record is whole is known once it was read to its end.
    """
    from warcio.archiveiterator import WARCIterator
    from warcio.bufferedreaders import BufferedReader

    class Lines(BufferedReader):  # type: ignore[misc]  # warcio has no types
        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(min(length or _LONGEST_LINE, _LONGEST_LINE))
            return line

    archive = WARCIterator(io.BytesIO(), no_record_parse=True)
    archive.reader = Lines(_Bounded(source.content))
    for record in archive:
        length = (record.rec_headers.get_header("Content-Length") or "").strip()
        if not (length.isascii() and length.isdigit()):
            yield _wrong("does not say how long it is")
            return
        answer = _answer(source, record)
        archive.read_to_end()
        if record.raw_stream.limit > 0:
            yield _wrong("is cut off")
            return
        if archive.err_count or (archive.next_line and not archive.next_line.startswith(WEB_ARCHIVE)):
            yield _wrong("has another length than it says")
            return
        yield answer


def _wrong(what: str) -> Refused:
    return Refused("", what, "Make the archive again; what came before counts")


def _answer(source: Source, record: Any) -> Source | str | None:
    """The file in a record, or in a word what it is instead; None where it is no answer of the web."""
    if record.rec_type not in _ANSWERS:
        return None
    kind = record.content_type
    if record.rec_type == "response":
        record.http_headers = _head(record)
        if record.http_headers is None:
            return None
        status = record.http_headers.get_statuscode()
        if status != "200":
            return f"status {status}" if re.fullmatch("[0-9]{3}", status) else "without a status"
        kind = record.http_headers.get_header("Content-Type")
    return _file(source, record, (plain((kind or "").partition(";")[0][:80]) or "of no kind").lower())


def _file(source: Source, record: Any, kind: str) -> Source | str:
    """What a record holds, by its ``kind`` of content; in a word why it is none that is read."""
    name, address = _name(record.rec_headers.get_header("WARC-Target-URI") or "")
    ending = _KINDS.get(kind)
    if ending is None or name.endswith("/robots.txt"):
        return "robots.txt" if ending else kind
    content = _content(record)
    if isinstance(content, str):
        return content
    told = SUFFIXES.get(suffix(name)) is SUFFIXES[ending]
    return Source(inside(source.name, name if told else f"{name}{ending}"), content, address)


def _head(record: Any) -> Any:
    """The status and headers of an answer of the web; None where it is none."""
    from warcio.statusandheaders import StatusAndHeadersParser

    if not str(record.content_type or "").strip().lower().startswith("application/http"):
        return None
    try:
        return StatusAndHeadersParser([], verify=False).parse(record.raw_stream)
    except EOFError:
        return None


def _content(record: Any) -> bytes | str:
    """The content of an answer as its reader saw it; in a word why it cannot be had."""
    packed = ""
    if record.http_headers is not None:
        packed = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
        record.http_headers.remove_header("Content-Encoding")  # it is unpacked below, with a bound
    content: bytes = record.content_stream().read(INTAKE_FILE_BYTES + 1)
    if packed in ("gzip", "x-gzip", "deflate"):
        content = _unpacked(content)
    elif packed not in ("", "identity"):
        return f"packed with {plain(packed[:20])}"
    return content if len(content) <= INTAKE_FILE_BYTES else f"larger than {INTAKE_FILE_BYTES // 1_000_000} MB"


def _unpacked(content: bytes) -> bytes:
    """``content`` unpacked, one byte more than a file may have at most; as it is where it was unpacked already."""
    for kind in (_AUTO, _BARE):
        try:
            return zlib.decompressobj(kind).decompress(content, INTAKE_FILE_BYTES + 1)
        except zlib.error:
            continue
    return content


def _name(address: str) -> tuple[str, str | None]:
    """How the file is called, and the address where it is one of the web."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return "answer", None
    web = parts.scheme in ("http", "https") and host and plain(address) == address
    return f"{host}{parts.path.rstrip('/')}" or "answer", address if web else None


def _told(others: Counter[str]) -> str:
    """ "holds 3 answers that are no articles (2 image/png, 1 status 404)"."""
    count = others.total()
    kinds = ", ".join(
        f"{number} {kind}" for kind, number in sorted(others.items(), key=lambda it: (-it[1], it[0]))[:_KINDS_TOLD]
    )
    kinds += ", others" if len(others) > _KINDS_TOLD else ""
    return f"holds {count:,} {'answer that is no article' if count == 1 else 'answers that are no articles'} ({kinds})"
