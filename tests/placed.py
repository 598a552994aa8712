"""Place names of a few sentences, for tests: the article, its parse and its toponyms."""

from dataclasses import dataclass
from functools import cache

from geo.articles.load import from_bytes
from geo.language import Passage, passages
from geo.model import Article, Place, Span, Toponym
from geo.places.gazetteer import Gazetteer
from geo.places.toponyms import toponyms


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@dataclass(frozen=True)
class Placed:
    article: Article
    passages: tuple[Passage, ...]
    toponyms: tuple[Toponym, ...]

    def all(self, words: str) -> list[Toponym]:
        return [t for t in self.toponyms if t.text == words]

    def one(self, words: str) -> Toponym:
        """The first toponym printed so; fails with what was found instead."""
        assert self.all(words), f"no {words!r} among {[t.text for t in self.toponyms]}"
        return self.all(words)[0]

    def place(self, words: str) -> Place:
        place = self.one(words).place
        assert place is not None, f"{words!r} is not resolved: {self.one(words).why}"
        return place

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start, start + len(words))


@cache
def placed(text: str) -> Placed:
    """The places of ``text``, which gets a headline and a date so that its first line is prose."""
    article = from_bytes(f"What happened\n\nMay 3, 2024\n\n{text}\n".encode(), "test.txt")
    parsed = passages(article)
    return Placed(article, parsed, toponyms(article, parsed, gazetteer()))
