"""A saved web page: the story without what stands around it, and the head that its publisher gave it."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from geo.intake.document import Document, Found, Refused, Source, sha256
from geo.intake.parsers.heads import day, plain
from geo.intake.parsers.markup import text_of

_SAVED = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(https?://[^\s<>]{4,500})\s*-->", re.IGNORECASE)
"""What browsers write at the head of a page that they save."""


def page(source: Source) -> Iterator[Found]:
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        source.content,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        # A date is one that the page gives for its article; nothing is guessed from years that stand about.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = text_of(found.body) if found is not None and found.body is not None else ""
    if not body:
        yield Refused(source.name, "has no article in it", "Paste the article's text into a text file")
        return
    saved = _SAVED.search(source.content[:4_096])
    yield Document(
        source.name,
        body,
        sha256(source.content),
        f"web page (trafilatura {version('trafilatura')})",
        title=plain(found.title),
        byline=plain(found.author),
        publisher=plain(found.sitename),
        published=day(plain(found.date)),
        url=(saved[1].decode("ascii", "replace") if saved else None) or plain(found.url),
    )
