"""Facilities without an entry in any gazetteer: "the 201st military base in Dushanbe", "the airport in Kabul".

The text names them and says which town or country they are in, and gives no address. Such a site is drawn as a circle
around its town. Short forms later in the article ("the base") mean the same site. Where only the country is known it is
unlocated within that country.
"""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Place, PlaceKind, Precision
from geo.places.gazetteer import Gazetteer
from geo.places.names import fold
from geo.places.resolve import Resolved

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RADIUS_KM = 15.0
"""A facility "in" a town stands within or just outside it; the circle covers a large town and its edge."""

HEADS = {
    "base": "base", "airbase": "base", "garrison": "base", "barracks": "base", "outpost": "base",
    "camp": "camp", "airport": "airport", "airfield": "airport",
}  # fmt: skip
# What a facility is for; other words before it ("new", "main") do not belong to its name.
KINDS = frozenset("""
military naval air force army refugee displacement transit training international displaced migrant border
""".split())
WITHIN = frozenset("in at near outside".split())
COUNTRY_WORDS = frozenset("country republic nation kingdom state".split())
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@dataclass
class _Site:
    """A facility and where the article mentions it."""

    head: str
    own: str | None
    names: list[str] = field(default_factory=list)
    anchor: Place | None = None
    country: str | None = None
    spots: list[tuple[int, int, int]] = field(default_factory=list)


Described = Callable[[int, "Token", Set[str]], str | None]
"""(passage, token, codes ruled out) to the code of the country that "the country" at that token means."""


def sites(
    passages: Sequence[Passage], named: Sequence[Resolved], described: Described, gazetteer: Gazetteer
) -> list[Resolved]:
    """The facilities of an article, each mention with the place that all its mentions together describe."""
    found: list[_Site] = []
    for number, passage in enumerate(passages):
        here = [r for r in named if r.passage == number]
        for token in passage.doc:
            head = HEADS.get(token.lower_)
            if head is None or token.pos_ not in ("NOUN", "PROPN") or any(r.first <= token.i < r.last for r in here):
                continue
            _read(number, passage.doc, token, head, here, found, gazetteer, described)
    out = []
    for site in found:
        place = _place(site, gazetteer)
        if place is not None:
            why = "named with its town" if place.precision is Precision.RADIUS else "named with its country only"
            out += [Resolved(number, first, last, place, True, why) for number, first, last in site.spots]
    return out


def _read(
    number: int, doc: "Doc", token: "Token", head: str, here: Sequence[Resolved], found: list[_Site], gazetteer: Gazetteer, described: Described
) -> None:
    first, own, anchor = _name(doc, token, here, gazetteer)
    anchor = anchor or _anchor(doc, token, here)
    definite = first > 0 and (doc[first - 1].lower_ in ("the", "this", "that", "'s", "’s", "its") or own is not None)
    if own is None and anchor is not None and anchor.kind is not PlaceKind.COUNTRY and not _like(found, head, None, anchor):
        own = ""  # unnamed, but in a town that is named: a site of its own
    site = _like(found, head, own, anchor)
    if site is None:
        if own is None or (own == "" and anchor is None):
            return
        site = _Site(head, own or None)
        found.append(site)
    elif own is None and not definite:
        return
    site.names.append(" ".join(doc[i].text for i in range(first, token.i + 1) if doc[i].text != "-"))
    site.spots.append((number, first, token.i + 1))
    if anchor is not None and anchor.kind is PlaceKind.COUNTRY:
        site.country = site.country or anchor.countries[0]
    elif anchor is not None and site.anchor is None:
        site.anchor = anchor
    country = next((t for t in doc[token.i + 1 : token.i + 4] if t.lower_ in COUNTRY_WORDS), None)
    if site.anchor is None and site.country is None and country is not None and doc[token.i + 1].lower_ in WITHIN:
        owner = {r.place.country for r in here if r.place and r.place.country and r.last < token.i <= r.last + 4}
        site.country = described(number, country, {code for code in owner if code})


def _like(found: Sequence[_Site], head: str, own: str | None, anchor: Place | None) -> _Site | None:
    """The site that a mention means: by its own name, or the latest of the kind that fits its town."""
    same = [site for site in found if site.head == head]
    if own:
        return next((site for site in same if site.own and fold(site.own) == fold(own)), None)
    if anchor is not None and anchor.kind is not PlaceKind.COUNTRY:
        same = [site for site in same if site.anchor is None or site.anchor.id == anchor.id]
    return same[-1] if same and own is None else None


def _name(
    doc: "Doc", token: "Token", here: Sequence[Resolved], gazetteer: Gazetteer
) -> tuple[int, str | None, Place | None]:
    """(first token of the name, the word that makes it this one, the town that its name begins with)."""
    first, own, anchor = token.i, None, None
    at = token.i - 1
    while at >= 0 and token.i - at <= 5:
        word = doc[at]
        place = next((r for r in here if r.last == at + 1), None)
        if ORDINAL.fullmatch(word.lower_):
            own, first = word.text, at
            break
        if place is not None and place.place is not None:
            if place.place.kind is PlaceKind.CITY and own is None:
                own, first, anchor = doc[place.first : place.last].text, place.first, place.place
            break
        if word.text[:1].isupper() and word.pos_ == "PROPN" and not gazetteer.country_of_demonym(word.text):
            own, first = f"{word.text} {own or ''}".strip(), at
        elif word.lower_ in KINDS or word.text == "-":
            first = at
        elif not gazetteer.country_of_demonym(word.text):
            break
        at -= 1
    return (first if doc[first].text != "-" else first + 1), own, anchor


def _anchor(doc: "Doc", token: "Token", here: Sequence[Resolved]) -> Place | None:
    """The town or country after "in", "at", "near" or "outside" directly behind the facility."""
    last = token.i + 1
    if last >= len(doc) or doc[last].lower_ not in WITHIN:
        return None
    behind = [r for r in here if last < r.first <= last + 4 and r.place is not None]
    if not behind:
        return None
    nearest = behind[0]
    # "in Tajikistan's capital Dushanbe": the possessor only says whose capital it is.
    possessed = nearest.last < len(doc) and doc[nearest.last].lower_ in ("'s", "’s")
    if possessed and len(behind) == 1:
        behind = [r for r in here if nearest.last < r.first <= nearest.last + 4 and r.place is not None]
        return behind[0].place if behind else nearest.place
    return behind[1].place if possessed else nearest.place


def _place(site: _Site, gazetteer: Gazetteer) -> Place | None:
    name = max(site.names, key=len)
    anchor = site.anchor
    if site.own is None and anchor is not None:
        name = f"{name}, {anchor.name}"  # "airport" alone would not tell which
    slug = re.sub(r"[^a-z0-9]+", "-", fold(site.own or name)).strip("-")
    if anchor is None:
        country = gazetteer.country(site.country) if site.country else None
        if country is None:
            return None
        code = f"site:{slug}-{site.head}@{site.country}"
        note = f"somewhere in {country.name}: the text does not say where"
        return Place(code, name, PlaceKind.SITE, Precision.UNLOCATED, country.countries, None, None, "the article's text",
                     anchor=country.id, note=note)  # fmt: skip
    code = f"site:{slug}-{site.head}@{anchor.id}"
    note = f"in or near {anchor.name}: the text gives no address; circle of {RADIUS_KM:.0f} km"
    return Place(code, name, PlaceKind.SITE, Precision.RADIUS, anchor.countries, anchor.lat, anchor.lon, anchor.source,
                 RADIUS_KM, anchor.id, note)  # fmt: skip
