"""Titles, names and dates as files give them, made plain."""

import re
from collections.abc import Mapping
from datetime import date

from geo.articles.byline import author_of
from geo.articles.dates import find_date
from geo.limits import INTAKE_FIELD

_ISO = re.compile(r"\s*(?P<day>\d{4}-\d{2}-\d{2})(?=$|[T\s])")
_COMPACT = re.compile(r"\s*(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?\s*")

_BYLINE = re.compile(r"^\W*by\s+\w", re.IGNORECASE | re.MULTILINE)
_HEAD = 1_000
"""Characters of a story in which its byline stands."""


def plain(words: object) -> str | None:
    """``words`` on one line and without what does not print; None where nothing is left, or too much."""
    if not isinstance(words, str):
        return None
    line = " ".join("".join(c if c.isprintable() else " " for c in words[: 4 * INTAKE_FIELD]).split())
    return line if 0 < len(line) <= INTAKE_FIELD else None


def property_author(words: object, body: str) -> str | None:
    """Who the properties of a file say wrote it; None where the story says that itself: whoever saved the file may be
    somebody else."""
    author = author_of(plain(words))
    return None if author is None or _BYLINE.search(body[:_HEAD]) else author


def first(head: Mapping[str, object], *keys: str) -> str | None:
    """The first of ``keys`` that says something."""
    return next((words for key in keys if (words := plain(head.get(key)))), None)


def day(words: str | None) -> date | None:
    """The day in ``words`` (ISO 8601, or as an article writes it); None for what may be either of two."""
    if words is None:
        return None
    try:
        if found := _ISO.match(words):
            return date.fromisoformat(found["day"])
        if found := _COMPACT.fullmatch(words):
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return find_date(words)
