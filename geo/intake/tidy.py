"""What a file says of its article, made fit to be kept and shown: whoever wrote it may be anybody."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit, urlunsplit

from geo.intake.document import Document
from geo.intake.parsers.heads import plain
from geo.limits import INTAKE_NAME, YEARS

_WEB = ("http", "https")
_LOGIN = re.compile(r"^[^\s@/]+:[^\s@/]*@(?=[^\s@]+$)")
"""A name and password before a machine's name, which stands for the outlet of a page that has no other."""


def tidied(document: Document) -> Document:
    """``document`` with a head that is words on one line, an address of the web, and a day; what is none is unknown."""
    return replace(
        document,
        name=document.name[: 4 * INTAKE_NAME],
        body=document.body.encode("utf-8", "replace").decode(),  # JSON can escape half a letter
        parser=plain(document.parser) or "",
        title=plain(document.title),
        byline=plain(document.byline),
        publisher=_LOGIN.sub("", plain(document.publisher) or "") or None,
        agency=plain(document.agency),
        author=plain(document.author),
        published=day(document.published),
        url=page(document.url),
    )


def day(published: date | None) -> date | None:
    """A day on which something can have been published; None for a program's sign for no day at all."""
    return published if published is not None and YEARS[0] <= published.year <= YEARS[1] else None


def page(url: str | None) -> str | None:
    """``url`` without the name and password that it may carry, for everybody sees it; None where it is no page's."""
    line = plain(url)
    try:
        parts = urlsplit(line or "")
        fits = parts.scheme in _WEB and parts.hostname
    except ValueError:  # a bracket that opens no IPv6 address
        return None
    if not fits:
        return None
    login, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=host)) if login else line
