"""The language model: an article's blocks, parsed. The only package that imports spaCy, and only when text is read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from geo.articles.blocks import Block, blocks
from geo.articles.kinds import READ_KINDS, BlockKind
from geo.language.model import annotate
from geo.model import Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_BATCH = 20_000
"""Characters parsed together, about eight articles: more gains no speed and takes memory."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block and its parse. Token and character offsets of ``doc`` count in ``text``; ``tokens`` are its tokens."""

    block: Block
    doc: "Doc"
    tokens: tuple["Token", ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A document makes each token anew when it is asked: a quarter of the time of places, walked a dozen times.
        object.__setattr__(self, "tokens", tuple(self.doc))

    @property
    def kind(self) -> BlockKind:
        return self.block.kind

    @property
    def text(self) -> str:
        return self.block.text

    def span(self, start: int, end: int) -> Span:
        """The article's span behind ``text[start:end]``."""
        return self.block.span(start, end)

    def span_of(self, tokens: "Tokens") -> Span:
        """The article's span behind some tokens of ``doc``."""
        return self.block.span(tokens.start_char, tokens.end_char)


def passages(article: Article) -> tuple[Passage, ...]:
    """Parse the blocks of ``article`` that are language, in reading order. Raises LanguageError without a model."""
    return next(iter(all_passages([article])))


def all_passages(articles: Iterable[Article]) -> Iterator[tuple[Passage, ...]]:
    """As ``passages`` for many articles, in order; some articles ahead are taken, to be parsed together."""
    for together in _batches(map(_readable, articles), lambda found: sum(len(block.text) for block in found)):
        texts = [block.text for readable in together for block in readable]
        docs = chain.from_iterable(map(annotate, _batches(texts, len)))  # a long article takes several
        for readable in together:
            yield tuple(Passage(block, doc) for block, doc in zip(readable, docs, strict=False))


def _readable(article: Article) -> list[Block]:
    return [block for block in blocks(article.text) if block.kind in READ_KINDS]


def _batches(items: Iterable[_Item], length: Callable[[_Item], int]) -> Iterator[list[_Item]]:
    """The items in lists that are just long enough to be a batch; the last may be shorter."""
    batch: list[_Item] = []
    for item in items:
        batch.append(item)
        if sum(map(length, batch)) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
