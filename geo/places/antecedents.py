"""Which country a description means: "the country", "the ex-Soviet republic", "the landlocked nation".

The countries named before it, the nearest sentence first; of those in one sentence, the one that fits the facts in the
description. Where two fit equally there is no answer.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.language import Passage
from geo.model import Place, Span, Toponym
from geo.places.gazetteer import Gazetteer
from geo.places.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

NEIGHBOUR = frozenset({"neighbor", "neighbour", "neighboring", "neighbouring", "adjacent", "adjoining"})
REACH = 2
"""Passages before the description that are searched."""


def antecedent(  # noqa: PLR0913 - what is optional is named
    description: Span,
    passages: Sequence[Passage],
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    *,
    text: str,
    of: str | None = None,
    excluding: Set[str] = frozenset(),
    of_people: bool = False,
) -> Place | None:
    """The country that ``text[description.start:description.end]`` of the article means, or None where it is not plain.

    ``text`` is the article's; ``passages`` and ``toponyms`` are its own, in reading order. "The neighbouring country"
    needs ``of``, the code of the country whose neighbour it is. ``excluding`` are codes that the words around rule out.
    ``of_people``: it is somebody's own ("their country"), and people named by their country count before it.
    """
    words = fold(description.of(text)).split()
    fitting = _fitting(words, gazetteer)
    if NEIGHBOUR & set(words):
        if of is None:
            return None
        beside = frozenset(gazetteer.neighbours(of))
        fitting = beside if fitting is None else fitting & beside
    within = _relative_head(description, passages, toponyms)
    if within is not None and within in (fitting or {within}):
        return gazetteer.country(within)
    for sentence, passage, tokens in _sentences_back(description, passages):
        begin, end = _from(sentence.start, toponyms), _from(min(sentence.end, description.start), toponyms)
        named = map(country_of, toponyms[begin:end])
        peoples = _of_peoples(tokens, passage, description.start, gazetteer)
        for codes in (peoples, named) if of_people else (named, peoples):
            meant = {c for c in codes if c and c not in excluding and (fitting is None or c in fitting)}
            if meant:
                return gazetteer.country(meant.pop()) if len(meant) == 1 else None
    return None


def _of_peoples(tokens: "Tokens", passage: Passage, before: int, gazetteer: Gazetteer) -> Iterator[str]:
    """The countries that a sentence names through their people up to a position: "a Ghanaian general"."""
    for token in tokens:
        if passage.span(token.idx, token.idx + len(token)).start >= before:
            return
        code = gazetteer.country_of_demonym(token.text) if token.text[:1].isupper() else None
        if code:
            yield code


def _from(position: int, toponyms: Sequence[Toponym]) -> int:
    """The number of the first toponym that starts at ``position`` or after it."""
    return bisect_left(toponyms, position, key=lambda toponym: toponym.span.start)


def _until(position: int, passages: Sequence[Passage]) -> int:
    """The number of the passages that start before ``position``."""
    return bisect_left(passages, position, key=lambda passage: passage.block.offsets[0])


def country_of(toponym: Toponym) -> str | None:
    """The one country of a resolved toponym."""
    return toponym.place.country if toponym.place else None


def _fitting(words: Sequence[str], gazetteer: Gazetteer) -> frozenset[str] | None:
    """The countries that satisfy every fact in the words; None where the words state no fact."""
    fitting: frozenset[str] | None = None
    used: set[int] = set()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            here = set(range(at, at + size))
            codes = () if here & used else gazetteer.countries_of_epithet(" ".join(words[at : at + size]))
            if codes:
                used |= here
                fitting = frozenset(codes) if fitting is None else fitting & frozenset(codes)
    return fitting


def _relative_head(description: Span, passages: Sequence[Passage], toponyms: Sequence[Toponym]) -> str | None:
    """The country that a relative clause holding the description belongs to ("Chad, where ... the country's ...")."""
    until = _until(description.end, passages)
    if not until or not passages[until - 1].span(0, len(passages[until - 1].text)).holds(description):
        return None
    passage = passages[until - 1]
    inside = next((t for t in passage.tokens if passage.span(t.idx, t.idx + len(t)).overlaps(description)), None)
    for token in inside.ancestors if inside is not None else ():
        if token.dep_ == rel.RELATIVE_CLAUSE:
            head = passage.span(token.head.idx, token.head.idx + len(token.head))
            found = [country_of(t) for t in toponyms if t.span.overlaps(head) and country_of(t)]
            return found[0] if found else None
    return None


def _sentences_back(description: Span, passages: Sequence[Passage]) -> "list[tuple[Span, Passage, Tokens]]":
    """The description's sentence and those before it, nearest first: span, passage and tokens."""
    until = _until(description.end, passages)
    sentences = [
        (passage.span(sentence.start_char, sentence.end_char), passage, sentence)
        for passage in passages[max(0, until - 1 - REACH) : until]
        for sentence in passage.doc.sents
    ]
    return [found for found in reversed(sentences) if found[0].start < description.end]
