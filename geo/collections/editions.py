"""Which articles print the text of one before them: reprints by others, and later versions of the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from geo.collections.sketch import alike
from geo.collections.twins import Traits
from geo.model import Kinship

ALIKE = 0.7
"""The share of the shorter text's runs of words that stand in the other as well."""
REPRINTED_DAYS = 7
"""Between a text and its reprint; what is alike later is a form that is filled in again, a bulletin of each month."""
PUT_RIGHT_DAYS = 3
"""Between an article and its version at another address; a weekly bulletin is no version of the one before."""


@dataclass(frozen=True, slots=True)
class Again:
    """Two articles, by their numbers: ``later`` has nearly the text of ``earlier``."""

    later: int
    earlier: int
    kinship: Kinship


def editions(articles: Sequence[Traits]) -> tuple[Again, ...]:
    """Every article with nearly the text of one before it, with the likest: its own version rather than a reprint.

    The time is that of publication, then that of being added, then the order of ``articles``.
    """
    order = sorted(range(len(articles)), key=lambda at: (*_when(articles[at]), at))
    found: dict[int, tuple[bool, float, int, Kinship]] = {}
    for two, one, share in alike([(articles[at].sketch, articles[at].runs) for at in order]):
        later, earlier = order[two], order[one]
        kinship = _kinship(articles[later], articles[earlier]) if share >= ALIKE else None
        if kinship is not None:
            found[later] = max(found.get(later, (False, 0.0, -1, kinship)), (
                kinship is Kinship.VERSION, round(share, 6), one, kinship))  # fmt: skip
    return tuple(Again(later, order[one], kinship) for later, (_, _, one, kinship) in sorted(found.items()))


def _when(article: Traits) -> tuple[date, str]:
    return article.published or date.max, article.added or ""


def _kinship(later: Traits, earlier: Traits) -> Kinship | None:
    if later.url is not None and later.url == earlier.url:
        return Kinship.VERSION
    days = abs((later.published - earlier.published).days) if later.published and earlier.published else None
    if later.outlet is not None and later.outlet == earlier.outlet:
        if days is not None and days > PUT_RIGHT_DAYS:
            return None
        return Kinship.VERSION if days or (later.added or "") > (earlier.added or "") else Kinship.REPRINT
    return Kinship.REPRINT if days is None or days <= REPRINTED_DAYS else None
