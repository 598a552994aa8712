"""The panels' questions to the data set, answered with pandas.

A ``Catalogue`` is the collection with its claims and articles by id and one table, a row a claim, made once. A
``Filter`` picks rows of that table. Nothing here adds figures up: they are on different bases and may overlap.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

import pandas as pd

from geo.dataset.store import Collection
from geo.model import Article, Basis, Claim, Link, Panel, Place, PlaceKind, Status


class Dated(StrEnum):
    """What a figure's date is the date of, the firmest first."""

    HAPPENED = "happened"
    AS_OF = "as of"
    REPORTED = "reported"
    PUBLISHED = "published"


COUNTED = (Basis.EVENT, Basis.TOTAL, Basis.STOCK)
"""The bases on which somebody counted people; a plan, a capacity and an estimate count nobody."""

IN_DOUBT = (Status.PLANNED, Status.PLEDGED, Status.DENIED, Status.DISPUTED, Status.WITHDRAWN)


def dated(claim: Claim, article: Article) -> tuple[Dated, date, date] | None:
    """The days a figure belongs to, both included, and what they date; None where nothing gives a date."""
    if claim.happened is not None:
        return Dated.HAPPENED, claim.happened.first, claim.happened.last
    for kind, day in (
        (Dated.AS_OF, claim.as_of),
        (Dated.REPORTED, claim.reported),
        (Dated.PUBLISHED, article.published),
    ):
        if day is not None:
            return kind, day, day
    return None


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader asks to see. An empty set and None stand for all.

    ``panels`` leaves statements (panel OTHER) alone. A figure is in the period where its days touch it; one without
    any date is shown only while no period is set. ``words`` must all occur in the sentence or in what was read from it.
    """

    first: date | None = None
    last: date | None = None
    panels: frozenset[Panel] = frozenset()
    statuses: frozenset[Status] = frozenset()
    sources: frozenset[str] = frozenset()
    words: str = ""


@dataclass(frozen=True)
class Catalogue:
    """A collection, its claims, articles and places (``spots``) by id, and the table that filters work on."""

    collection: Collection
    claims: dict[str, Claim]
    articles: dict[str, Article]
    spots: dict[str, Place]
    table: pd.DataFrame = field(repr=False)
    adjectives: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, collection: Collection, adjectives: dict[str, str] | None = None) -> "Catalogue":
        """``adjectives``: ISO 3166-1 alpha-2 code -> the English adjective of a country ("Kenyan")."""
        articles = {article.id: article for article in collection.articles}
        claims = {claim.id: claim for claim in collection.claims}
        known, spots = adjectives or {}, collection.places
        named = {name: known[code] for code, name in _countries(spots).items() if code in known}
        return cls(collection, claims, articles, spots, _table(claims.values(), articles), named)

    def article(self, claim: Claim) -> Article:
        return self.articles[claim.article]

    def dated(self, claim: Claim) -> tuple[Dated, date, date] | None:
        return dated(claim, self.article(claim))

    def select(self, wanted: Filter) -> tuple[Claim, ...]:
        """The claims that ``wanted`` lets through, by date; those without a date come last."""
        rows = self.table
        keep = pd.Series(data=True, index=rows.index)
        if wanted.first is not None:
            keep &= rows["last"] >= pd.Timestamp(wanted.first)
        if wanted.last is not None:
            keep &= rows["first"] <= pd.Timestamp(wanted.last)
        if wanted.panels:
            keep &= rows["panel"].isin([*wanted.panels, Panel.OTHER])
        if wanted.statuses:
            keep &= rows["status"].isin(list(wanted.statuses))
        if wanted.sources:
            keep &= rows["publisher"].isin(list(wanted.sources)) | rows["agency"].isin(list(wanted.sources))
        for word in wanted.words.casefold().split():
            keep &= rows["search"].str.contains(word, regex=False)
        return tuple(self.claims[key] for key in rows.index[keep])

    def period(self) -> tuple[date, date] | None:
        """The first and the last day of all figures; None where none has a date."""
        days = self.table[["first", "last"]].dropna()
        return None if days.empty else (days["first"].min().date(), days["last"].max().date())

    def sources(self) -> tuple[str, ...]:
        """Every publisher and agency, by name."""
        names = {name for article in self.articles.values() for name in (article.publisher, article.agency) if name}
        return tuple(sorted(names, key=str.casefold))

    def statuses(self) -> tuple[Status, ...]:
        """The statuses that occur, in the order of the model."""
        found = set(self.table["status"])
        return tuple(status for status in Status if status in found)

    def origins(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who stands behind the articles: (agencies, publishers that wrote their own). Reprints are one origin."""
        agencies = {article.agency for article in self.articles.values() if article.agency}
        own = {article.publisher or article.file for article in self.articles.values() if not article.agency}
        return tuple(sorted(agencies)), tuple(sorted(own))

    def countries(self) -> tuple[str, ...]:
        """The names of the countries in the figures, the most frequent first."""
        names = _countries(self.spots)
        counts = Counter(
            code
            for claim in people(self.claims.values())
            for code in sorted({code for used in claim.places for code in used.place.countries})
        )
        return tuple(names[code] for code, _ in counts.most_common() if code in names)

    def at(self, place: str, among: Iterable[Claim]) -> tuple[Claim, ...]:
        """The claims of ``among`` that happened at ``place``, or at a site or circle that is described by it."""
        return tuple(
            claim for claim in among if any(place in (used.place.id, used.place.anchor) for used in claim.places)
        )

    def within(self, country: Place, among: Iterable[Claim]) -> tuple[Claim, ...]:
        """The claims of ``among`` at some place in ``country`` but not at the country as a whole."""
        if country.kind is not PlaceKind.COUNTRY:
            return ()
        there = {claim.id for claim in self.at(country.id, among)}
        return tuple(
            claim
            for claim in among
            if claim.id not in there
            and any(set(country.countries) & set(used.place.countries) for used in claim.places)
        )

    def places(self, among: Iterable[Claim]) -> list[tuple[Place, tuple[Claim, ...]]]:
        """Every place of ``among`` with its claims, the fullest first, then by name."""
        found: dict[str, tuple[Place, list[Claim]]] = {}
        for claim in among:
            for place in {used.place.id: used.place for used in claim.places}.values():
                found.setdefault(place.id, (place, []))[1].append(claim)
        rows = sorted(found.values(), key=lambda row: (-len(row[1]), row[0].name.casefold()))
        return [(place, tuple(claims)) for place, claims in rows]

    def links(self, claim: str) -> tuple[tuple[Claim, Link], ...]:
        """The claims that differ from this one about the same movement, with what differs."""
        return tuple(
            (self.claims[other], link)
            for link in self.collection.links
            for mine, other in ((link.first, link.second), (link.second, link.first))
            if mine == claim and other in self.claims
        )

    def latest(self, among: Iterable[Claim]) -> Claim | None:
        """The most recent figure for which somebody was counted and that nobody has called into doubt."""
        known = [
            (days[2], days[1], claim)
            for claim in among
            if claim.basis in COUNTED and claim.status not in IN_DOUBT and (days := self.dated(claim)) is not None
        ]
        return max(known, key=lambda row: (row[0], row[1], row[2].id))[2] if known else None


def people(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The figures about people who moved, serve or fled: all that belongs in one of the two panels."""
    return tuple(claim for claim in claims if claim.panel is not Panel.OTHER)


def in_panel(claims: Iterable[Claim], panel: Panel) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.panel is panel)


def adjectives(path: Path) -> dict[str, str]:
    """Country code -> adjective: the first demonym of each row of ``data/demonyms.csv``; empty without it."""
    try:
        rows = pd.read_csv(path, keep_default_na=False)  # NA is Namibia
    except (OSError, ValueError):
        return {}
    return {str(code): str(words).split("|")[0] for code, words in zip(rows["code"], rows["demonyms"], strict=True)}


def _countries(spots: dict[str, Place]) -> dict[str, str]:
    """Country code -> name, of every country that the articles name."""
    return {
        place.countries[0]: place.name
        for place in spots.values()
        if place.kind is PlaceKind.COUNTRY and place.countries
    }


def _table(claims: Iterable[Claim], articles: dict[str, Article]) -> pd.DataFrame:
    rows = [_row(claim, articles[claim.article]) for claim in claims]
    columns = ["id", "panel", "status", "publisher", "agency", "first", "last", "search"]
    table = pd.DataFrame(rows, columns=columns).set_index("id")
    for end in ("first", "last"):
        # Seconds reach every year that a date can hold; pandas' own default ends in 2262.
        table[end] = table[end].astype("datetime64[s]")
    table["search"] = table["search"].astype("str")
    return table.sort_values(["first", "last"], kind="stable", na_position="last")


def _row(claim: Claim, article: Article) -> tuple[object, ...]:
    days = dated(claim, article)
    first, last = (days[1], days[2]) if days else (None, None)
    return claim.id, claim.panel, claim.status, article.publisher, article.agency, first, last, _search(claim, article)


def _search(claim: Claim, article: Article) -> str:
    said: Sequence[str] = claim.attribution.chain if claim.attribution else ()
    names = (used.place.name for used in claim.places)
    sentence = " ".join(claim.sentence.of(article.text).split())
    return " ".join([sentence, claim.counted, claim.who or "", *names, *said, article.title]).casefold()
