"""Who speaks in a quotation, also one of several sentences or one that a paragraph leaves open."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from geo.claims.attribution import sources_in
from geo.claims.setting import Sentences
from geo.claims.source import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTES = frozenset('"“”')


def of_quotation(token: "Token", at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """Who is quoted, where ``token`` stands between quotation marks and its own clause does not say."""
    doc = sentences[at][1].doc
    quotation = next((q for q in _quotations(doc) if q[0] <= token.i < q[1]), None)
    if quotation is None:
        return None
    here = [i for i in range(len(sentences)) if sentences[i][1].doc is doc]
    after = [i for i in here if sentences[i][1].start < quotation[1] + 1 <= sentences[i][1].end]
    before = [i for i in reversed(here) if sentences[i][1].start <= quotation[0]]
    for i in chain(after, before, reversed(range(max(0, here[0] - 2), here[0]))):
        if here[0] > i and not any(t.text in _QUOTES for t in sentences[i][1].doc):
            return None
        for source in sources_in(sentences[i][1]):
            if sentences[i][1].doc is not doc or not quotation[0] <= source.word.i < quotation[1]:
                return i, source
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
