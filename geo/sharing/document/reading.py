"""The articles of a published page: the list of them, and each to read with its figures and places marked."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geo.dataset.query import Catalogue
from geo.model import Claim, Reading
from geo.sharing.view import Selection
from geo.sheets.nodes import Node, element, link, pick
from geo.sheets.parts import document
from geo.sheets.reader import reader
from geo.wording import claims as wording
from geo.wording import editions, reviews, sources

ARTICLES = 20
"""Articles in one part of a published page."""
Parts = list[Node]
"""An article as a reader turns its pages."""


@dataclass(frozen=True)
class Texts:
    """The articles of ``catalogue`` with the figures of ``shown``; ``open``: each can be read whole."""

    catalogue: Catalogue
    shown: Sequence[Claim]
    open: bool

    @property
    def ids(self) -> list[str]:
        return list(self.catalogue.articles)

    def listed(self) -> list[Node]:
        """Title, source and how many figures, an article each."""
        return [self._listed(article) for article in self.ids]

    def chunks(self) -> Iterator[list[Parts]]:
        """ARTICLES articles each, in the order of the list; one without a figure shown has no parts, unless all are."""
        readings = {reading.article.id: reading for reading in self.catalogue.collection.readings}
        for start in range(0, len(self.ids), ARTICLES):
            yield [self._parts(readings[article]) for article in self.ids[start : start + ARTICLES]]

    @cached_property
    def _claims(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.shown:
            found[claim.article].append(claim)
        return {article: tuple(claims) for article, claims in found.items()}

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(place.id for place, _ in self.catalogue.places(self.shown))

    def _is_open(self, article: str) -> bool:
        return self.open and (article in self._claims or len(self.shown) == len(self.catalogue.claims))

    def _listed(self, id_: str) -> Node:
        article, there = self.catalogue.articles[id_], self._claims.get(id_, ())
        title = article.title or article.file
        named = pick("article", id_, title, cls="plain", dir="auto") if self._is_open(id_) else title
        return element(
            "section",
            element("h2", named, dir="auto"),
            element("p", link(article.url, sources.signed(article)), cls="source"),
            *(element("p", told, cls="rule") for told in editions.of_article(self.catalogue, article)),
            *(
                element("p", f"Corrected by hand: {it}.", cls="rule")
                for it in reviews.of_article(self.catalogue, article)
            ),
            element("p", f"{wording.tally(there)} shown here." if there else "No figure shown here.", cls="rule"),
            cls="article",
        )

    def _parts(self, reading: Reading) -> Parts:
        """What is marked is what the page can show: its figures and their places."""
        if not self._is_open(reading.article.id):
            return []
        named = tuple(it for it in reading.toponyms if it.place is None or it.place.id in self._places)
        some = replace(reading, claims=self._claims.get(reading.article.id, ()), toponyms=named)
        made = document(some)
        return [reader(self.catalogue, some, Selection(), made, part) for part in range(len(made.parts))]
