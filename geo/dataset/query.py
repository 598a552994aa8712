"""The panels' questions to the data set.

A ``Catalogue`` is the collection with its claims and articles by id and one table, a row a claim, made once. A
``Filter`` picks rows of that table. Nothing here adds figures up: they are on different bases and may overlap.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, wraps
from typing import TypeVar

import pandas as pd

from geo.collections.particulars import Edit, Edited, Particular
from geo.dataset.counts import tally
from geo.dataset.dating import Dated, dated
from geo.dataset.editions import Editions
from geo.dataset.filter import PEOPLE, Filter, has_inferred, known, lands, matching, stated_only, table
from geo.dataset.grounds import Grounds, adjectives, countries
from geo.dataset.store import Collection
from geo.dataset.told import Tellings
from geo.limits import STORE_FIGURES
from geo.model import Article, Basis, Claim, Frame, Link, Panel, Place, Status
from geo.model.decision import Review, Verdict

__all__ = [
    "COUNTED",
    "IN_DOUBT",
    "PEOPLE",
    "Catalogue",
    "Dated",
    "Edit",
    "Edited",
    "Filter",
    "Particular",
    "adjectives",
    "dated",
    "has_inferred",
    "in_panel",
    "once",
    "people",
    "stated_only",
]

COUNTED = (Basis.EVENT, Basis.TOTAL, Basis.STOCK)
"""The bases on which somebody counted people; a plan, a capacity and an estimate count nobody."""

IN_DOUBT = (Status.PLANNED, Status.PLEDGED, Status.DENIED, Status.DISPUTED, Status.WITHDRAWN)


T = TypeVar("T")
C = TypeVar("C", bound="Catalogue")


def once(ask: Callable[[C], T]) -> Callable[[C], T]:
    """A question whose answer is the same for every visitor of a data set: answered at the first, and kept."""
    name = f"{ask.__name__} once"

    @wraps(ask)
    def kept(catalogue: C) -> T:
        if name not in catalogue.__dict__:
            catalogue.__dict__[name] = ask(catalogue)
        answer: T = catalogue.__dict__[name]
        return answer

    return kept


@dataclass(frozen=True)
class Catalogue(Tellings, Grounds):
    """A collection, its claims, articles and places (``spots``) by id, and the table that filters work on."""

    collection: Collection
    claims: Mapping[str, Claim]
    articles: Mapping[str, Article]
    spots: Mapping[str, Place]
    table: pd.DataFrame = field(repr=False)
    adjectives: dict[str, str] = field(default_factory=dict)
    linked: dict[str, list[Link]] = field(default_factory=dict, repr=False)
    ids: Sequence[str] = field(default=(), repr=False)
    """Every claim of the data set, those included that ``known_by`` leaves out."""
    whole: "Catalogue | None" = field(default=None, repr=False, compare=False)
    """Of what was known on a day: all that is known."""
    looked_after: bool = False
    """Of a part of a collection: whether people look after all of it."""

    @classmethod
    def of(cls, collection: Collection, adjectives: dict[str, str] | None = None) -> "Catalogue":
        """``adjectives``: ISO 3166-1 alpha-2 code -> the English adjective of a country ("Kenyan")."""
        articles = {article.id: article for article in collection.articles}
        claims = {claim.id: claim for claim in collection.claims}
        demonyms, spots = adjectives or {}, collection.places
        named = {name: demonyms[code] for code, name in countries(spots).items() if code in demonyms}
        linked: dict[str, list[Link]] = {}
        for link in collection.links:
            if link.first in claims and link.second in claims:
                linked.setdefault(link.first, []).append(link)
                linked.setdefault(link.second, []).append(link)
        return cls(
            collection, claims, articles, spots, table(claims.values(), articles, spots), named, linked, tuple(claims)
        )

    def known_by(self, day: date) -> "Catalogue":
        """The same as if no article after ``day`` existed, nor one that does not say when it was published."""
        readings = tuple(reading for reading in self.collection.readings if known(reading.article, day))
        found = Catalogue.of(replace(self.collection, readings=readings))
        return replace(found, adjectives=self.adjectives, ids=self.ids, whole=self)

    def article(self, claim: Claim) -> Article:
        return self.articles[claim.article]

    def dated(self, claim: Claim) -> tuple[Dated, date, date] | None:
        return dated(claim, self.article(claim))

    def select(self, wanted: Filter) -> tuple[Claim, ...]:
        """The claims that ``wanted`` lets through, by date; those without a date come last.

        Where inferred places are switched off, they come without them.
        """
        found = (self.claims[key] for key in matching(self.table, wanted))
        return tuple(found) if wanted.inferred else tuple(map(stated_only, found))

    @cached_property
    def reviews(self) -> dict[str, Review]:
        """What people decided about a claim, by its id."""
        return {review.claim: review for review in self.collection.reviews}

    def chosen(self, claim: str, kind: Verdict) -> str | None:
        """What the editor chose of a claim's order or label; None where that is left to the program. Of a large
        collection its tables know both: its lists come in parts."""
        review = self.reviews.get(claim) if len(self.ids) < STORE_FIGURES else None
        made = review.chosen(kind) if review else None
        return made.after if made else None

    def in_order(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """``claims`` in their order, but for those that the editor put first or last."""
        rank = {"first": -1, "last": 1}
        return sorted(claims, key=lambda claim: rank.get(self.chosen(claim.id, Verdict.ORDER) or "", 0))

    @cached_property
    def editions(self) -> Editions:
        """The articles that print one text."""
        return Editions.of(self.collection.editions, self.articles)

    @property
    def edited(self) -> bool:
        """Whether people look after this collection: then a figure that nobody has checked says so."""
        it = self.collection
        return self.looked_after or bool(it.about.name or it.reviews or it.unfit or it.edited or it.removed)

    @cached_property
    def mended(self) -> dict[str, tuple[Edit, ...]]:
        """What people put right about an article, by its id."""
        return {it.article: it.mended for it in self.collection.edited}

    @cached_property
    def inferred(self) -> int:
        """How many claims have a place that is inferred."""
        return sum(any(not used.stated for used in claim.places) for claim in self.claims.values())

    @cached_property
    def left_out(self) -> Counter[Frame]:
        """How many numbers of people belong in no panel, by what happens to the people."""
        return Counter(other.frame for reading in self.collection.readings for other in reading.others)

    @once
    def period(self) -> tuple[date, date] | None:
        """The first and the last day of all figures; None where none has a date."""
        days = self.table[["first", "last"]].dropna()
        return None if days.empty else (days["first"].min().date(), days["last"].max().date())

    @once
    def sources(self) -> tuple[str, ...]:
        """Every publisher and agency, by name."""
        names = {name for article in self.articles.values() for name in (article.publisher, article.agency) if name}
        return tuple(sorted(names, key=str.casefold))

    @cached_property
    def publications(self) -> tuple[date, ...]:
        """The days on which articles appeared, in order."""
        return tuple(sorted({article.published for article in self.articles.values() if article.published}))

    @cached_property
    def undated(self) -> int:
        """How many articles do not say when they were published."""
        return sum(article.published is None for article in self.articles.values())

    def foremost(self) -> "Catalogue":
        """The figures among which a headline is looked for: all of them."""
        return self

    @cached_property
    def unchecked(self) -> int:
        """How many figures nobody has decided about."""
        checked = {key for key, review in self.reviews.items() if review.checked}
        return sum(claim not in checked for claim in self.claims)

    @once
    def tallied(self) -> str:
        """ "8 figures and 1 statement": all that are here."""
        return tally(self.claims.values())

    @once
    def years(self) -> list[tuple[int, int]]:
        """The first and the last year of each figure that has a date, in order."""
        return sorted((days[1].year, days[2].year) for it in self.claims.values() if (days := self.dated(it)))

    @once
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that occur, in the order of the model."""
        found = set(self.table["status"])
        return tuple(status for status in Status if status in found)

    @once
    def origins(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who stands behind the articles: (agencies, publishers that wrote their own). Reprints are one origin."""
        first = self.editions.first
        agencies = {article.agency for article in self.articles.values() if article.agency}
        wired = {first[article.id] for article in self.articles.values() if article.agency and article.id in first}
        own = {
            article.publisher or article.file
            for key, article in self.articles.items()
            if not article.agency and first.get(key, key) == key and key not in wired
        }
        return tuple(sorted(agencies)), tuple(sorted(own))

    @once
    def country_counts(self) -> tuple[tuple[str, int], ...]:
        """The codes of the countries in the figures with how many of these each is in, the most frequent first."""
        counts = Counter(
            code
            for claim in people(self.claims.values())
            for code in sorted({code for used in claim.places for code in lands(used.place)})
        )
        return tuple(counts.most_common())


def people(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The figures about people who moved, serve or fled: all that belongs in one of the two panels."""
    return tuple(claim for claim in claims if claim.panel is not Panel.OTHER)


def in_panel(claims: Iterable[Claim], panel: Panel) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.panel is panel)
