"""Articles that are in a collection twice: the same bytes, the same words, or one address and nearly the same words."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from geo.model import Article

ALIKE = 0.8
"""Of the sentences of two articles of one address, how many must be the same; a live blog at noon and at six has less
in common, and is two."""
_SENTENCE = re.compile(r"[.!?]\s+|\n\s*\n")
_SHORTEST = 20
"""Characters of a sentence; what is shorter is a byline, a date or a heading."""


@dataclass(slots=True)
class Seen:
    """The articles so far."""

    _bytes: dict[str, str] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)
    _addresses: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=lambda: defaultdict(list))

    def before(self, article: Article) -> str | None:
        """ "text as a.txt" or "article as b.html", where ``article`` is one of those before it; else it is kept."""
        words = " ".join(article.text.split())
        same = self._bytes.get(article.sha256) or self._words.get(words)
        if same is not None:
            return f"text as {same}"
        sentences = _sentences(article.text)
        for file, others in self._addresses[article.url] if article.url else ():
            if len(sentences & others) >= ALIKE * max(len(sentences | others), 1):
                return f"article as {file}"
        self._bytes[article.sha256] = self._words[words] = article.file
        if article.url:
            self._addresses[article.url].append((article.file, sentences))
        return None


def _sentences(text: str) -> frozenset[str]:
    parts = (" ".join(part.split()).casefold() for part in _SENTENCE.split(text))
    return frozenset(part for part in parts if len(part) >= _SHORTEST and "://" not in part)
