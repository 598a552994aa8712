"""A table of articles: one row each, with a column of text and columns of what is known about it."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from geo.intake.document import Document, Found, Refused, Source, inside, sha256
from geo.intake.formats import suffix
from geo.intake.parsers.heads import day, first
from geo.intake.parsers.markup import fragment
from geo.limits import INTAKE_MEMBERS

TEXT = ("text", "body", "content", "article", "fulltext", "full_text", "story", "maintext")
TITLE = ("title", "headline", "name")
DATE = ("published", "date", "published_at", "publishedat", "pubdate", "publication_date", "date_publish")
ADDRESS = ("url", "link", "address", "source_url")
PUBLISHER = ("publisher", "source", "outlet", "newspaper", "site")
AUTHOR = ("author", "byline", "authors", "creator")
"""Names of columns, in lower case; the first that a row fills counts."""

_NEEDS = f"Name the column with the articles' text {', '.join(TEXT[:3])} or {TEXT[3]}"


def table(source: Source) -> Iterator[Found]:
    """A CSV or TSV with a line of column names. Raises UnicodeDecodeError for bytes that are not UTF-8."""
    csv.field_size_limit(len(source.content) + 1)
    written = source.content.decode("utf-8-sig")
    apart = "\t" if suffix(source.name) == ".tsv" else _apart(written.partition("\n")[0])
    rows = csv.DictReader(io.StringIO(written, newline=""), delimiter=apart, restval="")
    names = [str(name).strip().lower() for name in rows.fieldnames or ()]
    if not set(names) & set(TEXT):
        yield Refused(source.name, "has no column with text", _NEEDS)
        return
    yield from _documents(source, ({str(k).strip().lower(): v for k, v in row.items()} for row in rows), "CSV")


def lines(source: Source) -> Iterator[Found]:
    """JSON lines, or one JSON array, of objects. Raises UnicodeDecodeError for bytes that are not UTF-8."""
    written = source.content.decode("utf-8-sig")
    yield from _documents(source, _objects(written), "JSON lines")


def _objects(written: str) -> Iterator[dict[str, Any]]:
    """The objects in order; what is none comes as an empty one, so that its row is named."""
    try:
        whole = json.loads(written)
        found = whole if isinstance(whole, list) else [whole]
    except ValueError:
        found = [_parsed(line) for line in written.split("\n") if line.strip()]
    for it in found:
        yield {str(key).strip().lower(): value for key, value in it.items()} if isinstance(it, dict) else {}


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _apart(head: str) -> str:
    """What parts the columns: whatever the line of names has most of."""
    return max(",;\t", key=head.count)


def _documents(source: Source, rows: Iterator[Mapping[str, Any]], parser: str) -> Iterator[Found]:
    empty = True
    for number, row in enumerate(rows, start=1):
        empty = False
        name = inside(source.name, f"row {number}")
        if number > INTAKE_MEMBERS:
            yield Refused(source.name, f"has more than {INTAKE_MEMBERS:,} rows", "Cut it into several files")
            return
        text = next((row[key] for key in TEXT if isinstance(row.get(key), str) and row[key].strip()), None)
        if text is None:
            yield Refused(name, "has no text", _NEEDS)
            continue
        address = first(row, *ADDRESS)
        yield Document(
            name,
            fragment(text) if "</p>" in text else text.replace("\r\n", "\n").strip(),
            sha256(json.dumps(row, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")),
            parser,
            title=first(row, *TITLE),
            byline=first(row, *AUTHOR),
            publisher=first(row, *PUBLISHER),
            published=day(first(row, *DATE)),
            url=address if address and address.startswith(("https://", "http://")) else None,
        )
    if empty:
        yield Refused(source.name, "has no row", _NEEDS)
