"""Who speaks in a quotation, also one of several sentences or one that a paragraph leaves open."""

from collections.abc import Iterator
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from geo.claims.attribution import sources_in
from geo.claims.sentences import Sentences
from geo.claims.source import Source
from geo.grammar import child
from geo.grammar import relations as rel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTES = frozenset('"“”«»')
_AHEAD = 6
"""Sentences after a paragraph in which a quotation that it leaves open comes to its speaker."""
_BACK = 2


def of_quotation(token: "Token", at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """Who is quoted, where ``token`` stands between quotation marks and its own clause does not say."""
    doc = sentences[at][1].doc
    quotation = next((q for q in _quotations(doc) if q[0] <= token.i < q[1]), None)
    if quotation is None:
        return None
    here = [i for i in range(len(sentences)) if sentences[i][1].doc is doc]
    after = [i for i in here if sentences[i][1].start < quotation[1] + 1 <= sentences[i][1].end]
    before = [i for i in reversed(here) if sentences[i][1].start <= quotation[0]]
    goes_on = _going_on(here[-1] + 1, sentences) if quotation[1] == len(doc) else iter(())
    for i in chain(after, before, goes_on):
        for source in _outside(i, sentences):
            return i, source
    return _before(here[0], sentences, alone=quotation[0] == 0 and quotation[1] >= len(doc) - 1)


def _outside(at: int, sentences: Sentences) -> Iterator[Source]:
    """Who speaks in a sentence, but for what stands between quotation marks."""
    sentence = sentences[at][1]
    spans = list(_quotations(sentence.doc))
    return (s for s in sources_in(sentence) if not any(start <= s.word.i < end for start, end in spans))


def _going_on(first: int, sentences: Sentences) -> Iterator[int]:
    """The sentences of the next paragraphs, as long as these open with a mark: a quotation left open goes on there."""
    return takewhile(
        lambda i: sentences[i][1].doc[0].text in _QUOTES, range(first, min(first + _AHEAD, len(sentences)))
    )


def _before(first: int, sentences: Sentences, *, alone: bool) -> tuple[int, Source] | None:
    """Who was quoted in the two sentences before; of a paragraph that is nothing but a quotation, who spoke or came."""
    for i in reversed(range(max(0, first - _BACK), first)):
        sentence = sentences[i][1]
        if not alone and not any(t.text in _QUOTES for t in sentence.doc):
            return None
        for source in _outside(i, sentences):
            return i, source
        doer = child(sentence.root, rel.SUBJECT)
        if alone and doer is not None and doer.ent_type_ == "PERSON":
            return i, Source(doer, (), sentence.root)
    return None


def _quotations(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Token indices of the opening and the closing mark; to the end where a paragraph leaves it open."""
    opened: int | None = None
    for token in doc:
        if token.text in _QUOTES:
            if opened is None:
                opened = token.i
            else:
                yield opened, token.i
                opened = None
    if opened is not None:
        yield opened, len(doc)
