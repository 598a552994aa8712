"""Text and Markdown: kept as they are; a front matter is a head and no part of the text."""

import re
from collections.abc import Iterator

from geo.intake.document import Document, Found, Source, sha256
from geo.intake.parsers.heads import day, first

_FRONT = re.compile(r"\ufeff?---[ \t]*\n(?P<head>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_PAIR = re.compile(r"(?P<key>[A-Za-z_-]{2,30})[ \t]*:[ \t]*(?P<value>[^\n]{1,2000})$", re.MULTILINE)


def text(source: Source) -> Iterator[Found]:
    """Raises UnicodeDecodeError for bytes that are not UTF-8."""
    yield Document(source.name, source.content.decode("utf-8"), sha256(source.content), "text", verbatim=True)


def markdown(source: Source) -> Iterator[Found]:
    """As text; what YAML stands before it gives title, author, date and address. Raises UnicodeDecodeError."""
    written = source.content.decode("utf-8").replace("\r\n", "\n")
    front = _FRONT.match(written)
    if front is None:
        yield Document(source.name, written, sha256(source.content), "Markdown", verbatim=True)
        return
    head = {pair["key"].lower(): pair["value"].strip().strip("\"'") for pair in _PAIR.finditer(front["head"])}
    yield Document(
        source.name,
        written[front.end() :],
        sha256(source.content),
        "Markdown",
        title=first(head, "title", "headline"),
        byline=first(head, "author", "byline"),
        publisher=first(head, "publisher", "source", "site"),
        published=day(first(head, "published", "date", "pubdate")),
        url=first(head, "url", "link", "canonical"),
    )
