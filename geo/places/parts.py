"""Parts of places in text: "northern Mali", "the north of the country", "its far east", and "the north" alone.

A bare "the north" is that of the country in question: the one that its passage names, or that the article names most.
Where two countries fit equally there is no answer.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.model import Place, PlaceKind
from geo.places import regions, sites
from geo.places.scene import Resolved, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

HAS_PARTS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.CITY, PlaceKind.REGION, PlaceKind.SEA})
AHEAD = frozenset("in to from across into through throughout".split())
REMOTE = frozenset({"far", "deep"})
EDGES = frozenset({"border", "frontier", "coastal"})
SEVERAL = frozenset("provinces regions districts states".split())
OWNERS = frozenset({"its", "their"})
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
PART = "a part of the place named"
BARE = "a part of the country in question"


def parts(scene: Scene, described: sites.Described) -> Iterator[Resolved]:
    """The parts of places that one passage names."""
    wholes = [(r.first, r.last, r.place) for r in scene.named if r.place is not None and r.place.kind in HAS_PARTS]
    wholes += list(_described(scene, described))
    for first, last, whole in wholes:
        found = regions.part(scene.doc, first, last)
        if found is not None:
            place = regions.region(whole, found.side, scene.gazetteer)
            yield Resolved(scene.number, found.first, found.last, place, True, PART)
    yield from _bare(scene)


def is_whole_name(scene: Scene, part: Resolved) -> bool:
    """Whether a part is a name of its own, "Southern California", and not a name with a word before it."""
    doc, first = scene.doc, part.first
    if part.place is None or not regions.direction(doc[first].text) or not doc[first].text[:1].isupper():
        return False
    starts = first == 0 or doc[first - 1].text in (".", "!", "?", '"', "“")
    return not starts or doc[first].ent_type_ == doc[part.last - 1].ent_type_ == "LOC"


def sides_in(scene: Scene, part: Resolved) -> Iterator[int]:
    """The words of a part that tell its side, by number: "North" in "North East Nigeria" is no town called so."""
    if part.why in (PART, BARE):
        yield from (i for i in range(part.first, part.last) if regions.direction(scene.doc[i].text))


def _described(scene: Scene, described: sites.Described) -> Iterator[tuple[int, int, Place]]:
    """ "The country", where a part of it is named: (first token, last, the country)."""
    for token in scene.tokens:
        if token.lower_ in sites.COUNTRY_WORDS and token.i and scene.doc[token.i - 1].lower_ == "the":
            if not regions.part(scene.doc, token.i - 1, token.i + 1):
                continue
            code = described(scene.number, token, frozenset())
            country = scene.gazetteer.country(code) if code else None
            if country is not None:
                yield token.i - 1, token.i + 1, country


def _bare(scene: Scene) -> Iterator[Resolved]:
    """ "In the north", "to its far east", "the troubled Deep South", "three southern border provinces"."""
    for token in scene.tokens:
        side = regions.direction(token.lower_) if token.i > 1 else None
        if side is None or side == "central":
            continue
        found = _provinces(token) if token.lower_.endswith("ern") else _remote(token) or _alone(token)
        if found is None:
            continue
        first, last = found
        country = _in_question(scene, token, owned=scene.doc[first - 1].lower_ in OWNERS)
        covering = next((r for r in scene.named if r.first <= token.i < r.last), None)
        if covering is not None and covering.country is None:
            continue  # "the Far East"
        if country is not None and (covering is None or covering.country != country.country):
            place = regions.region(country, side, scene.gazetteer)
            yield Resolved(scene.number, first, last, place, True, BARE)


def _alone(token: "Token") -> tuple[int, int] | None:
    """ "In the north", "its far east": the words that name a part by its side alone, the last not included."""
    doc = token.doc
    first = token.i - (doc[token.i - 1].lower_ == "far")
    word = doc[first - 1].lower_ if first else ""
    ahead = doc[first - 2].lower_ if first > 1 else ""
    named = word in OWNERS or (word == "the" and ahead in AHEAD)
    return (first, token.i + 1) if named and token.text.islower() and _stands_alone(token) else None


def _remote(token: "Token") -> tuple[int, int] | None:
    """ "The Deep South", "the restive far south", wherever in a sentence it stands."""
    doc, first = token.doc, token.i - 1
    if doc[first].lower_ not in REMOTE or not _stands_alone(token):
        return None
    at = first - 1
    at -= at > 0 and doc[at].pos_ in ("ADJ", "VERB")  # "troubled"
    return (first, token.i + 1) if doc[at].lower_ in ("the", *OWNERS) else None


def _provinces(token: "Token") -> tuple[int, int] | None:
    """ "Southern border provinces", "the three northern regions", of which nothing tells whose they are."""
    doc, last = token.doc, token.i + 1
    last += last < len(doc) and doc[last].lower_ in EDGES
    if last >= len(doc) or doc[last].lower_ not in SEVERAL or not token.text.islower():
        return None
    last += 1
    further = doc[last : last + 2].text
    named = further[:2] == "of" or any(word[:1].isupper() for word in further.split())
    owned = any(t.tag_ == "POS" for t in doc[max(0, token.i - 3) : token.i])
    return None if named or owned else (token.i, last)


def _stands_alone(token: "Token") -> bool:
    """Not "the north gate", "the north of Mali", "the north-west"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is None or not (following.pos_ in NOUNS or following.lower_ in ("of", "-", "side"))


def _in_question(scene: Scene, token: "Token", *, owned: bool) -> Place | None:
    """The country whose north is meant."""
    named = [r.country for r in scene.named if r.country and r.place and r.place.kind is PlaceKind.COUNTRY]
    before = [r.country for r in scene.named if r.country and r.last <= token.i]
    if owned and before:
        return scene.gazetteer.country(before[-1])
    if len(set(named)) == 1:
        return scene.gazetteer.country(str(named[0]))
    most = scene.votes.most_common(2)
    if most and (len(most) == 1 or most[0][1] >= 2 * most[1][1]):
        return scene.gazetteer.country(most[0][0])
    return None
