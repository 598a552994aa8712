"""Capitals that are described and not named: "Somalia's capital", "the capital of Chad", "the Somali capital".

"The capital" alone is that of the country in question, where the article names it somewhere. A description that stands
beside the name ("Mogadishu, the Somali capital") says nothing more.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.model import Place, PlaceKind
from geo.places.scene import Resolved, Scene
from geo.places.sites import Described

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNING = frozenset({"'s", "’s", "'", "’"})
_WHY = "the capital of the country named"
_TELLS_MORE = frozenset({rel.APPOSITION, rel.PREDICATE_NOUN, rel.COMPOUND})
"""How a capital stands that only tells more of what is named."""


def capitals(scenes: Sequence[Scene], described: Described) -> Iterator[Resolved]:
    """The capitals that an article describes, each over all the words that tell of it."""
    told = {r.place.id for scene in scenes for r in scene.named if r.place is not None}
    for scene in scenes:
        for token in scene.tokens:
            if token.lower_ != "capital" or _tells_more(token) or _is_named_beside(scene, token):
                continue
            first, last, country = next(_described(scene, token, described), (0, 0, ""))
            place = scene.gazetteer.capital_of(country)
            if place is not None and (last - first > 1 or place.id in told):
                yield Resolved(scene.number, first, last, place, True, _WHY)


def _tells_more(capital: "Token") -> bool:
    is_city = capital.dep_ == rel.COMPOUND and capital.head.lower_ == "city"  # "the Kenyan capital city"
    return (capital.head if is_city else capital).dep_ in _TELLS_MORE


def _is_named_beside(scene: Scene, capital: "Token") -> bool:
    """Whether the words behind it name it, or make it something else: "capital Paris", "capital punishment"."""
    doc, at = scene.doc, capital.i + 1
    if at < len(doc) and doc[at].lower_ == "city":
        at += 1
    if at < len(doc) and doc[at].text == ",":
        at += 1
    elif at < len(doc) and doc[at].pos_ == "NOUN":
        return True
    return any(r.first == at and _may_be_capital(r.place) for r in scene.named)


def _may_be_capital(place: Place | None) -> bool:
    return place is None or place.kind is PlaceKind.CITY


def _described(scene: Scene, capital: "Token", described: Described) -> Iterator[tuple[int, int, str]]:
    """First and last word of the description, the last not included, and the code of the country."""
    doc, at = scene.doc, capital.i
    countries = [r for r in scene.named if r.place is not None and r.place.kind is PlaceKind.COUNTRY and r.country]
    for r in countries:
        if r.last == at - 1 and doc[r.last].text in _OWNING:
            yield r.first, at + 1, str(r.country)
        behind = at + 2 + (at + 2 < len(doc) and doc[at + 2].lower_ == "the")
        if r.first in (at + 2, behind) and doc[at + 1].lower_ == "of":
            yield at, r.last, str(r.country)
    before = doc[at - 1] if at else capital
    if before.text[:1].isupper() and (people := scene.gazetteer.country_of_demonym(before.text)):
        yield at - 1, at + 1, people
    if before.lower_ == "the" and (country := described(scene.number, capital, frozenset())):
        yield at, at + 1, country
