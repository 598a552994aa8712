"""An RSS or Atom feed: each entry an article."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from typing import Any

from geo.intake.document import Document, Found, Refused, Source, inside, sha256
from geo.intake.parsers.heads import plain
from geo.intake.parsers.markup import fragment
from geo.limits import INTAKE_FEED_ENTRIES

_ENTRY = re.compile(rb"<(?:[A-Za-z]{1,20}:)?(?:item|entry)[\s>]")


def feed(source: Source) -> Iterator[Found]:
    import feedparser

    if (entries := len(_ENTRY.findall(source.content))) > INTAKE_FEED_ENTRIES:
        yield Refused(source.name, f"has {entries:,} entries", f"Keep at most {INTAKE_FEED_ENTRIES:,} in one feed")
        return
    if b"<!ENTITY" in source.content:
        yield Refused(source.name, "declares XML entities, which no feed does", "Save the articles as pages")
        return
    found = feedparser.parse(io.BytesIO(source.content), resolve_relative_uris=False, sanitize_html=False)
    if not found.entries:
        yield Refused(source.name, "has no entry in it", "Save the feed again")
        return
    publisher = plain(found.feed.get("title"))
    for number, entry in enumerate(found.entries, start=1):
        yield _entry(source, entry, number, publisher)


def _entry(source: Source, entry: Any, number: int, publisher: str | None) -> Found:
    title = plain(entry.get("title"))
    name = inside(source.name, title or f"entry {number}")
    written = [str(content.get("value", "")) for content in entry.get("content", ())]
    body = fragment(max([*written, str(entry.get("summary", ""))], key=len))
    if not body:
        return Refused(name, "has no text in the feed", "Save its page and add that")
    link = plain(entry.get("link"))
    head = [title, link, str(entry.get("published", "")), body]
    return Document(
        name,
        body,
        sha256(json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")),
        f"feed (feedparser {version('feedparser')})",
        title=title,
        byline=_authors(entry),
        publisher=publisher,
        published=_day(entry.get("published_parsed")),
        url=link if link and link.startswith(("https://", "http://")) else None,
    )


def _authors(entry: Any) -> str | None:
    """Every one that the entry names."""
    names = [str(one["name"]) for one in entry.get("authors", ()) if isinstance(one, dict) and one.get("name")]
    return plain("; ".join(dict.fromkeys(names))) or plain(entry.get("author"))


def _day(parts: Any) -> date | None:
    try:
        return date(*parts[:3]) if parts else None
    except (ValueError, TypeError):
        return None
