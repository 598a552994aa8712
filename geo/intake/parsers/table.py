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
DATE = (
    "published", "date", "published_at", "publishedat", "pubdate", "publication_date", "publish_date", "date_publish",
    "date_published",
)  # fmt: skip
ADDRESS = ("url", "link", "address", "source_url")
PUBLISHER = ("publisher", "source", "outlet", "newspaper", "site")
AUTHOR = ("author", "byline", "authors", "creator")
"""Names of columns, in lower case, words joined by "_"; the first that a row fills counts."""

_NEEDS = f"Call the column that holds the articles {', '.join(TEXT[:3])} or {TEXT[3]}"
_LEAVE = "Give the row a text, or leave it out"
_MOST_NAMES = 20
"""Of authors in a list."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
"""How a table opens that a spreadsheet saved as "Unicode text"."""


def table(source: Source) -> Iterator[Found]:
    """A CSV or TSV with a line of column names. Raises UnicodeDecodeError for bytes that are not UTF-8, nor UTF-16 with
    its mark."""
    csv.field_size_limit(len(source.content) + 1)
    written = source.content.decode("utf-16" if source.content.startswith(_UTF16) else "utf-8-sig")
    apart = "\t" if suffix(source.name) == ".tsv" else _apart(written.partition("\n")[0])
    rows = csv.DictReader(io.StringIO(written, newline=""), delimiter=apart, restval="")
    names = [_key(name) for name in rows.fieldnames or ()]
    if not set(names) & set(TEXT):
        yield Refused(source.name, "has no column with text", _NEEDS)
        return
    yield from _documents(source, ({_key(k): v for k, v in row.items()} for row in rows), "CSV")


def lines(source: Source) -> Iterator[Found]:
    """JSON lines, or one JSON array, of objects; also an object with one such array in it, as services answer.

    Raises UnicodeDecodeError for bytes that are not UTF-8.
    """
    written = source.content.decode("utf-8-sig")
    yield from _documents(source, _objects(written), "JSON lines")


def _objects(written: str) -> Iterator[dict[str, Any]]:
    """The objects in order; what is none comes as an empty one, so that its row is named."""
    found: list[object]
    try:
        found = _array(json.loads(written))
    except ValueError:
        found = [_parsed(line) for line in written.split("\n") if line.strip()]
    for it in found:
        yield {_key(key): _plain(value) for key, value in it.items()} if isinstance(it, dict) else {}


def _array(whole: object) -> list[object]:
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict) or {_key(key) for key in whole} & set(TEXT):
        return [whole]
    inner = [it for it in whole.values() if isinstance(it, list) and it and all(isinstance(one, dict) for one in it)]
    return inner[0] if len(inner) == 1 else [whole]


def _key(name: object) -> str:
    return "_".join(str(name).lower().replace("-", " ").split())


def _plain(value: object) -> object:
    """A value as a column would have it: a number as its digits, an outlet that is an object as its name, several
    authors as one line."""
    if isinstance(value, list):
        names = [_plain(one) for one in value[:_MOST_NAMES]]
        return "; ".join(name for name in names if isinstance(name, str)) or None
    if isinstance(value, dict):
        name: object = value.get("name")
        return name
    return str(value) if type(value) is int else value


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
            yield Refused(name, "has no text", _LEAVE)
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
