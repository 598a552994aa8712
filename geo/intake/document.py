"""What parsers are given and what they give back."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from geo.limits import INTAKE_MEMBERS, INTAKE_UNPACKED_BYTES


@dataclass(frozen=True, slots=True)
class Source:
    """A file, a member of one or a message: what a parser is given. ``name`` is shown and never used as a path;
    ``address`` is where it stood on the web, where that is known."""

    name: str
    content: bytes
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article as a parser found it.

    ``body`` is its text, paragraphs parted by blank lines; ``verbatim``: the body is the whole of it, head included.
    ``sha256`` is that of the bytes that it came from, ``parser`` says what read them. What was not found is None:
    a date is one that the publisher gave, never the file's.
    """

    name: str
    body: str
    sha256: str
    parser: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    verbatim: bool = False
    agency: str | None = None
    author: str | None = None
    """Agency and author as a person gave them; what the file says of them stands in ``byline``."""
    added: str | None = None
    """When it was added to the collection that hands it on, ISO 8601 in UTC; None where it is new."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What is not taken, why, and what to do."""

    name: str
    what: str
    remedy: str


Found = Document | Refused | Source
"""What a parser yields: articles, what it cannot take, and members that are parsed in their turn."""

Parser = Callable[[Source], Iterator[Found]]


@dataclass(slots=True)
class Budget:
    """What is left of what one file may hold."""

    members: int = field(default=INTAKE_MEMBERS)
    unpacked: int = field(default=INTAKE_UNPACKED_BYTES)

    def spend(self, size: int) -> bool:
        """Count a member of ``size`` bytes; False where the file holds more than it may."""
        self.members -= 1
        self.unpacked -= size
        return self.members >= 0 and self.unpacked >= 0


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def inside(outer: str, inner: str) -> str:
    """The name of a member, to be shown."""
    return f"{outer} › {inner}"
