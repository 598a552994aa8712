"""Articles that are in a collection twice: the same bytes, the same words, or one address and nearly the same words.

One address whose text tells another number than before is no twin: it is a version (see ``editions``).
"""

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

import msgspec

from geo.collections.sketch import sketch
from geo.model import Article

ALIKE = 0.8
"""Of the sentences of two articles of one address, how many must be the same; a live blog at noon and at six has less
in common, and is two."""
_SENTENCE = re.compile(r"[.!?]\s+|\n\s*\n")
_SHORTEST = 20
"""Characters of a sentence; what is shorter is a byline, a date or a heading."""
_BYTES = 8
"""Of a hash of words or a sentence."""
_NUMBER = re.compile(
    r"\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)"
    r"teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|dozens?|several|half)\b"
)
"""What another version of a sentence may say otherwise."""
_STAMP = re.compile(
    r"(?:\W|\b(?:updated|published|posted|modified|last|first|on|at|gmt|utc|est|edt|cet|bst|am|pm|ago|min|minutes?|hours?"
    r"|read|comments?|shares?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)+"
)
"""A line that tells only when a page was made, and how long it takes to read."""


class Traits(msgspec.Struct, frozen=True, array_like=True):
    """What an article is known by: hashes of its bytes and words and, where it has an address, of its sentences, each
    behind a hash of the same without its numbers; a ``sketch`` of its words and how many ``runs`` of words it has; who
    published it when, and when it was added."""

    file: str
    sha256: str
    url: str | None
    words: bytes
    sentences: frozenset[bytes]
    sketch: bytes
    runs: int
    outlet: str | None
    published: date | None
    added: str | None


def traits(article: Article, added: str | None = None) -> Traits:
    drawn, runs = sketch(article.text)
    return Traits(
        article.file,
        article.sha256,
        article.url,
        _hash(" ".join(article.text.split())),
        _sentences(article.text) if article.url else frozenset(),
        drawn,
        runs,
        article.publisher.casefold() if article.publisher else None,
        article.published,
        added,
    )


@dataclass(slots=True)
class Seen:
    """The articles so far."""

    _bytes: dict[str, str] = field(default_factory=dict)
    """By the head of the hash, which is the article's id: whoever writes a record by hand may give it any."""
    _words: dict[bytes, str] = field(default_factory=dict)
    _addresses: dict[str, list[Traits]] = field(default_factory=lambda: defaultdict(list))

    def before(self, article: Traits) -> str | None:
        """ "text as a.txt" or "article as b.html", where ``article`` is one of those before it; else it is kept."""
        same = self._bytes.get(article.sha256[:12]) or self._words.get(article.words)
        if same is not None:
            return f"text as {same}"
        for other in self._addresses[article.url] if article.url else ():
            every = article.sentences | other.sentences
            alike = len(article.sentences & other.sentences) >= ALIKE * max(len(every), 1)
            if alike and not _tells_another_number(article, other):
                return f"article as {other.file}"
        self._bytes[article.sha256[:12]] = self._words[article.words] = article.file
        if article.url:
            self._addresses[article.url].append(article)
        return None


def _tells_another_number(one: Traits, two: Traits) -> bool:
    """Whether a sentence of the one stands in the other with another number."""
    ours, theirs = one.sentences - two.sentences, two.sentences - one.sentences
    return not {it[:_BYTES] for it in ours}.isdisjoint(it[:_BYTES] for it in theirs)


def _sentences(text: str) -> frozenset[bytes]:
    parts = (" ".join(part.split()).casefold() for part in _SENTENCE.split(text))
    return frozenset(_marks(part) for part in parts if len(part) >= _SHORTEST and "://" not in part)


def _marks(sentence: str) -> bytes:
    """A hash of the sentence behind one of it without its numbers; of a stamp another hour is no news."""
    bare = _NUMBER.sub("#", sentence)
    return _hash(bare) + _hash(bare if _STAMP.fullmatch(bare) else sentence)


def _hash(words: str) -> bytes:
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
