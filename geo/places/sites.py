"""Facilities without an entry in any gazetteer: "the 102nd military base in Gyumri", "the airport in Kabul".

The text names them and says which town or country they are in, and gives no address. Such a site is drawn as a circle
around its town. Short forms later in the article ("the base") mean the same site. Where only the country is known it is
unlocated within that country.
"""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.model import Place, PlaceKind, Precision
from geo.places.gazetteer import Gazetteer
from geo.places.names import fold
from geo.places.scene import Resolved, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

RADIUS_KM = 15.0
"""A facility "in" a town stands within or just outside it; the circle covers a large town and its edge."""

HEADS = {
    "base": "base", "airbase": "base", "garrison": "base", "barracks": "base", "outpost": "base",
    "camp": "camp", "settlement": "settlement", "airport": "airport", "airfield": "airport",
}  # fmt: skip
# What a facility is for; other words before it ("new", "main") do not belong to its name.
KINDS = frozenset(
    """
military naval air force army refugee displacement transit training international displaced migrant border detention
reception holding evacuation idp idps
""".split()
)
DEFINITE = frozenset({"the", "this", "that", "its", "their", "'s", "’s"})
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


def sites(scenes: Sequence[Scene], described: Described) -> list[Resolved]:
    """The facilities of an article, each mention with the place that all its mentions together describe."""
    found: list[_Site] = []
    for scene in scenes:
        for token in scene.tokens:
            head = HEADS.get(token.lower_)
            if head is None or token.pos_ not in ("NOUN", "PROPN"):
                continue
            if not any(r.first <= token.i < r.last for r in scene.named):
                _read(scene, token, found, described)
    out = []
    for site in found:
        place = _place(site, scenes[0].gazetteer)
        if place is not None:
            why = "named with its town" if place.precision is Precision.RADIUS else "named with its country only"
            out += [Resolved(number, first, last, place, True, why) for number, first, last in site.spots]
    return out


def _read(scene: Scene, token: "Token", found: list[_Site], described: Described) -> None:
    """Add one mention of a facility to the site that it means, or to a new one."""
    doc, head = scene.doc, HEADS[token.lower_]
    first, own, anchor = _name(scene, token)
    if own is None and head == "settlement":
        return  # an agreement has no name
    anchor = anchor or _anchor(scene, token)
    town = anchor if anchor is not None and anchor.kind is not PlaceKind.COUNTRY else None
    site = _like(found, head, own, town)
    if site is None:
        if own is None and town is None:
            return
        site = _Site(head, own)
        found.append(site)
    elif own is None and doc[first - 1].lower_ not in DEFINITE:
        return
    site.names.append(" ".join(doc[i].text for i in range(first, token.i + 1) if doc[i].text != "-"))
    site.spots.append((scene.number, first, token.i + 1))
    site.anchor = site.anchor or town
    if anchor is not None and town is None:
        site.country = site.country or anchor.countries[0]
    _of_country(scene, token, site, described)
    # Bases are often another country's; a camp stands in the country that speaks of it.
    if own is not None and head in ("camp", "settlement") and site.anchor is None and site.country is None:
        site.country = _only_country(scene, token)


def _only_country(scene: Scene, token: "Token") -> str | None:
    """The one country that the sentence of a facility names: "Uganda said 900 people had reached the Zurba camp"."""
    first, last = token.sent.start, token.sent.end
    named = {r.country for r in scene.named if first <= r.first < last and r.country}
    return named.pop() if len(named) == 1 else None


def _of_country(scene: Scene, token: "Token", site: _Site, described: Described) -> None:
    """ "Moscow's base in the country": some other country than the one whose base it is."""
    behind = scene.doc[token.i + 1 : token.i + 4]
    country = next((t for t in behind if t.lower_ in COUNTRY_WORDS), None)
    if site.anchor or site.country or country is None or behind[0].lower_ not in WITHIN:
        return
    owners = {r.country for r in scene.named if r.country and r.last < token.i <= r.last + 4}
    site.country = described(scene.number, country, {code for code in owners if code})


def _like(found: Sequence[_Site], head: str, own: str | None, town: Place | None) -> _Site | None:
    """The site that a mention means: by its own name, or the latest of the kind that fits its town."""
    same = [site for site in found if site.head == head]
    if own is not None:
        return next((site for site in same if site.own and fold(site.own) == fold(own)), None)
    if town is not None:
        same = [site for site in same if site.anchor is None or site.anchor.id == town.id]
    return same[-1] if same else None


def _name(scene: Scene, token: "Token") -> tuple[int, str | None, Place | None]:
    """(first token of the name, the word that makes it this one, the town that its name begins with)."""
    doc, gazetteer = scene.doc, scene.gazetteer
    first, own, at = token.i, "", token.i - 1
    while at >= 0 and token.i - at <= 5:
        word = doc[at]
        named = next((r for r in scene.named if r.last == at + 1), None)
        demonym = gazetteer.country_of_demonym(word.text)
        if ORDINAL.fullmatch(word.lower_):
            return at, word.text, None
        if named is not None and named.place is not None:
            if named.place.kind is PlaceKind.CITY and not own:
                return named.first, doc[named.first : named.last].text, named.place
            break
        if word.text[:1].isupper() and word.pos_ == "PROPN" and not demonym:
            own, first = f"{word.text} {own}".strip(), at
        elif word.lower_ in KINDS or word.text == "-":
            first = at
        elif not demonym:
            break
        at -= 1
    return first + (doc[first].text == "-"), own or None, None


def _anchor(scene: Scene, token: "Token") -> Place | None:
    """The town or country after "in", "at", "near" or "outside" directly behind the facility."""
    doc, last = scene.doc, token.i + 1
    if last >= len(doc) or doc[last].lower_ not in WITHIN:
        return None
    behind = [r for r in scene.named if r.place is not None and last < r.first <= last + 8]
    if not behind or behind[0].first > last + 4:
        return None
    nearest, *further = behind
    # "in Armenia's capital Yerevan": the possessor only says whose capital it is.
    possessed = nearest.last < len(doc) and doc[nearest.last].lower_ in ("'s", "’s")
    if possessed and further and further[0].first <= nearest.last + 4:
        return further[0].place
    return nearest.place


def _place(site: _Site, gazetteer: Gazetteer) -> Place | None:
    name, town = max(site.names, key=len), site.anchor
    if town is None:
        country = gazetteer.country(site.country) if site.country else None
        if country is None:
            return None
        note = f"somewhere in {country.name}: the text does not say where"
        return Place(_id(site, name, country), name, PlaceKind.SITE, Precision.UNLOCATED, country.countries, None, None,
                     "the article's text", anchor=country.id, note=note)  # fmt: skip
    if site.own is None:
        name = f"{name}, {town.name}"  # "airport" alone would not tell which
    note = f"in or near {town.name}: the text gives no address; circle of {RADIUS_KM:.0f} km"
    return Place(_id(site, name, town), name, PlaceKind.SITE, Precision.RADIUS, town.countries, town.lat, town.lon,
                 town.source, RADIUS_KM, town.id, note)  # fmt: skip


def _id(site: _Site, name: str, anchor: Place) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", fold(site.own or name)).strip("-")
    return f"site:{slug}-{site.head}@{anchor.id.removeprefix('country:')}"
