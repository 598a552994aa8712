"""An article as published, and all that was found in it."""

from dataclasses import dataclass
from datetime import date

from geo.model.claim import Claim, Figure
from geo.model.place import Toponym


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published; ``text`` is kept as read and ``id`` is the head of its sha256."""

    id: str
    file: str
    sha256: str
    text: str
    title: str
    publisher: str | None
    agency: str | None
    published: date | None
    url: str | None
    author: str | None = None
    """Who signed it, several parted by "; "; an agency is none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one article.

    ``notes`` say what was looked for and not found; ``others`` are the numbers of people that no panel shows.
    """

    article: Article
    toponyms: tuple[Toponym, ...]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()
    others: tuple[Figure, ...] = ()
