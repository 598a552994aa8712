"""What the reader asks to see, as one value, and the table of claims that it picks rows of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from geo.dataset.dating import dated
from geo.dataset.fold import fold
from geo.model import Article, Claim, ClaimPlace, Panel, Place, PlaceKind, Status

__all__ = [
    "PEOPLE",
    "Filter",
    "around",
    "countries",
    "has_inferred",
    "known",
    "matching",
    "searched",
    "stated_only",
    "table",
]

PEOPLE = frozenset({Panel.TROOPS, Panel.DISPLACED})
MANY = 3
"""Countries from which a place is a region, a continent or a sea, and none of them is what a figure is about."""
"""The panels of figures about people who serve, moved or fled."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader asks to see. An empty set and None stand for all, but in ``panels``, where empty is neither.

    ``panels`` leaves statements (panel OTHER) alone. A figure is in the period where its days touch it; one without
    any date is shown only while no period is set. ``places`` are ids; a country includes the places in it, and a town
    the sites that are described by it. ``words`` must all occur in the sentence or in what was read from it,
    however accents and apostrophes are written. Without ``inferred`` no place counts that is only inferred: a figure is
    then shown without it.
    ``known_on`` keeps what had been published by the end of that day: an article without a date of publication cannot
    be told to have been, and is left out.
    """

    first: date | None = None
    last: date | None = None
    panels: frozenset[Panel] = PEOPLE
    statuses: frozenset[Status] = frozenset()
    sources: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    words: str = ""
    known_on: date | None = None
    inferred: bool = True


def stated_only(claim: Claim) -> Claim:
    """``claim`` without the places that are inferred; itself where it has none."""
    stated = tuple(used for used in claim.places if used.stated)
    return claim if len(stated) == len(claim.places) else replace(claim, places=stated)


def has_inferred(claims: Iterable[Claim]) -> bool:
    """Whether any of ``claims`` is shown at a place that is only inferred."""
    return any(not used.stated for claim in claims for used in claim.places)


def known(article: Article, day: date | None) -> bool:
    """Whether ``article`` had been published by the end of ``day``; every article is known where no day is asked."""
    return day is None or (article.published is not None and article.published <= day)


def table(claims: Iterable[Claim], articles: dict[str, Article], spots: dict[str, Place]) -> pd.DataFrame:
    """One row a claim, by date; those without a date come last, and ties keep the order of the articles."""
    codes = countries(spots.values())
    rows = [_row(claim, articles[claim.article], codes) for claim in claims]
    columns = [
        "id",
        "panel",
        "status",
        "publisher",
        "agency",
        "published",
        "first",
        "last",
        "places",
        "stated",
        "search",
    ]
    # As objects: pandas would make Arrow strings of some columns, which hold no lone surrogate.
    made = pd.DataFrame(rows, columns=columns, dtype=object).set_index("id")
    for day in ("published", "first", "last"):
        # Seconds reach every year that a date can hold; pandas' own default ends in 2262.
        made[day] = made[day].astype("datetime64[s]")
    made["search"] = made["search"].astype("str")
    return made.sort_values(["first", "last"], kind="stable", na_position="last")


def countries(spots: Iterable[Place]) -> dict[str, str]:
    """Country code (ISO 3166-1 alpha-2) -> id, of each country among ``spots``."""
    return {place.countries[0]: place.id for place in spots if place.kind is PlaceKind.COUNTRY and place.countries}


def matching(rows: pd.DataFrame, wanted: Filter) -> list[str]:
    """The ids of the rows of ``table`` that ``wanted`` lets through, in their order."""
    keep = rows["panel"].isin([*wanted.panels, Panel.OTHER])
    if wanted.first is not None:
        keep &= rows["last"] >= pd.Timestamp(wanted.first)
    if wanted.last is not None:
        keep &= rows["first"] <= pd.Timestamp(wanted.last)
    if wanted.known_on is not None:
        keep &= rows["published"] <= pd.Timestamp(wanted.known_on)
    if wanted.statuses:
        keep &= rows["status"].isin(list(wanted.statuses))
    if wanted.sources:
        keep &= rows["publisher"].isin(list(wanted.sources)) | rows["agency"].isin(list(wanted.sources))
    if wanted.places:
        used = rows["places" if wanted.inferred else "stated"]
        keep &= pd.Series([not wanted.places.isdisjoint(there) for there in used], rows.index, dtype=bool)
    for word in map(fold, wanted.words.split()):
        keep &= rows["search"].str.contains(word, regex=False)
    return list(rows.index[keep])


def _row(claim: Claim, article: Article, codes: Mapping[str, str]) -> tuple[object, ...]:
    days = dated(claim, article)
    return (
        claim.id,
        claim.panel,
        claim.status,
        article.publisher,
        article.agency,
        article.published,
        days[1] if days else None,
        days[2] if days else None,
        _where(claim.places, codes),
        _where(stated_only(claim).places, codes),
        searched(claim, article),
    )


def _where(uses: Sequence[ClaimPlace], codes: Mapping[str, str]) -> frozenset[str]:
    return frozenset().union(*(around(use.place, codes) for use in uses))


def lands(place: Place) -> tuple[str, ...]:
    """The codes of the countries that what happens at ``place`` is about: "Africa" is about none of them."""
    return place.countries if len(place.countries) < MANY else ()


def around(place: Place, codes: Mapping[str, str]) -> frozenset[str]:
    """The ids that a filter by place may ask for a figure at ``place`` by: its own, that of what it is described by,
    and those of the countries that it is in (``codes``: code -> id)."""
    named = {codes[code] for code in lands(place) if code in codes}
    return frozenset({place.id, *named, *([place.anchor] if place.anchor else [])})


def searched(claim: Claim, article: Article) -> str:
    """The text that a search looks in, folded; "?" for what is no character (a lone surrogate)."""
    said: Sequence[str] = claim.attribution.chain if claim.attribution else ()
    names = (used.place.name for used in claim.places)
    sentence = " ".join(claim.sentence.of(article.text).split())
    words = " ".join([sentence, claim.counted, claim.who or "", *names, *said, article.title])
    return fold(words.encode("utf-8", "replace").decode())
