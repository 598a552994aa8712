"""Where the text of an article has the words that are searched for, as a passage around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.dataset.fold import fold
from geo.model import Article, Span
from geo.wording.claims import flat

AROUND = 90
"""Characters that a passage shows on either side of the words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article: ``before`` and ``after`` on either side of ``words``, each on one line; ``at`` is where
    ``words`` stand in the text."""

    article: str
    at: Span
    before: str
    words: str
    after: str


def has(folded: str, words: Sequence[str]) -> bool:
    """Whether a text that is folded already has all of ``words``, which are too."""
    return all(word in folded for word in words)


def passage(article: Article, words: str) -> Passage | None:
    """The first passage with the most of ``words``; None where the text lacks one of them. Accents and apostrophes may
    be written otherwise, as in every search."""
    asked = [fold(word) for word in words.split()]
    if not asked or not has(fold(article.text), asked):
        return None
    places = [place for word in asked if (place := _first(article.text, word)) is not None]
    if not places:
        return None
    near = {place: sum(abs(place.start - other.start) <= AROUND for other in places) for place in places}
    at = max(places, key=lambda place: (near[place], -place.start))
    start, end = _cut(article.text, at.start - AROUND, at.end + AROUND)
    before, after = article.text[start : at.start], article.text[at.end : end]
    return Passage(article.id, at, _line(before), flat(at.of(article.text)), _line(after))


def occurrences(text: str, words: str, within: Span | None = None) -> Iterator[Span]:
    """Where any of ``words`` stands in ``text``, or in what is ``within``; as in every search."""
    start, end = (within.start, within.end) if within else (0, len(text))
    asked = {fold(word) for word in words.split()} - {""}
    if not asked:
        return
    part = text[start:end]
    folded, origins = _folded(part)
    for word in asked:
        at = folded.find(word)
        while at >= 0:
            yield Span(start + origins[at], start + origins[at + len(word) - 1] + 1)
            at = folded.find(word, at + len(word))


def _first(text: str, word: str) -> Span | None:
    """Where ``word``, folded, first stands in ``text``."""
    if (at := text.casefold().find(word)) >= 0 and len(text.casefold()) == len(text):
        return Span(at, at + len(word))
    folded, origins = _folded(text)
    at = folded.find(word)
    return Span(origins[at], origins[at + len(word) - 1] + 1) if at >= 0 else None


def _folded(text: str) -> tuple[str, list[int]]:
    """``text`` folded, and where each letter of that comes from: folding makes some letters two and drops others."""
    folded, origins = [], []
    for place, letter in enumerate(text):
        made = fold(letter)
        folded.append(made)
        origins += [place] * len(made)
    return "".join(folded), origins


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch, from the beginning of a word to the end of one."""
    start, end = max(start, 0), min(end, len(text))
    while 0 < start < len(text) and not text[start - 1].isspace():
        start += 1
    while 0 < end < len(text) and not text[end].isspace():
        end -= 1
    return start, end


def _line(words: str) -> str:
    """On one line; the space at either end, which parts words, is kept."""
    line = flat(words)
    return f"{' ' if words[:1].isspace() else ''}{line}{' ' if line and words[-1:].isspace() else ''}"
