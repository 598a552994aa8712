"""Which place a name means, from the article's other places.

Each candidate starts from how likely news means it, all else equal (``Candidate.weight``), and gains from what the
article says: the country or province named beside it, the countries that the article is about, the kind of place that
the words around it name, and places already resolved nearby. The same name means the same place throughout, unless a
container beside it says otherwise.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Place, PlaceKind
from geo.places.gazetteer import Candidate, Gazetteer
from geo.places.names import fold
from geo.places.recognise import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAMING = frozenset({"ADJ", "PROPN", "NOUN"})
AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION})

CONTAINED = 8.0  # "Paris, Texas"
HOLDS = 3.0  # the area in "Blakely, Georgia" is one that has a Blakely
ABOUT = 2.5  # the country that the article names most
LOCAL = 1.5  # a country whose places stand beside it in the passage
PROVINCE = 1.5  # a province that the article names, or names another place of
NEAR = 1.5  # within NEAR_KM of a place that is certain
NEAR_KM = 250.0
HINTED = 2.5  # "Kunduz province"
NAMESAKE = 2.5  # a town against the province of its name, unless the province is as well known as "Quebec"
WELL_KNOWN = 7.0
ALTERNATE = -1.0  # the name is not the place's first name
SEAT = 1.0  # capitals are named for what governments do
CLEAR = 1.0  # a lead of this much over the second makes a place certain


@dataclass(frozen=True, slots=True)
class Resolved:
    """A stretch of a passage and the place that it names; tokens ``first`` to ``last`` (exclusive) of its parse."""

    passage: int
    first: int
    last: int
    place: Place | None
    literal: bool
    why: str

    @property
    def country(self) -> str | None:
        """The code of the one country of the place."""
        return self.place.country if self.place else None


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage with the names resolved in it, and how often the article names each country."""

    number: int
    doc: "Doc"
    named: tuple[Resolved, ...]
    votes: Counter[str]
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float


@dataclass(frozen=True, slots=True)
class _Certain:
    """A place that is settled, where its name stands and the province that holds it."""

    passage: int
    key: str
    place: Place
    within: str | None


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the article says about one mention: the areas beside it, what it holds, and the article's other places."""

    beside: frozenset[str]
    holds: frozenset[str]
    votes: Counter[str]
    others: tuple[_Certain, ...]


def resolve(
    mentions: Sequence[Mention], passages: Sequence[Passage], gazetteer: Gazetteer
) -> list[tuple[Mention, Place | None, str]]:
    """A place and the reason for each mention, in their order."""
    beside, holds = _containers(mentions, passages, gazetteer)
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        named[fold(mention.text)].append(mention)
    every = country_votes(mentions, passages, gazetteer)
    votes = {key: every - country_votes(same, (), gazetteer) for key, same in named.items()}
    certain: list[_Certain] = []
    ranked: list[list[_Scored]] = []
    for _ in range(2):  # the second round knows which places are certain
        ranked = []
        for number, mention in enumerate(mentions):
            key = fold(mention.text)
            others = tuple(c for c in certain if c.key != key)
            evidence = _Evidence(beside[number], holds[number], votes[key], others)
            ranked.append(_rank(mention, evidence, gazetteer))
        certain = [
            _Certain(m.passage, fold(m.text), best[0].candidate.place, best[0].candidate.within)
            for m, best in zip(mentions, ranked, strict=True)
            if best and (len(best) == 1 or best[0].score - best[1].score >= CLEAR)
        ]
    settled = _settled(mentions, ranked, beside, gazetteer)
    return [
        _answer(m, best, beside[number], settled.get(fold(m.text)), votes[fold(m.text)])
        for number, (m, best) in enumerate(zip(mentions, ranked, strict=True))
    ]


def _settled(
    mentions: Sequence[Mention], ranked: Sequence[list[_Scored]], beside: Sequence[frozenset[str]], gazetteer: Gazetteer
) -> dict[str, Place]:
    """By folded name: the place that a container beside its first mention gives it.

    A name that may be a country's is settled only by its very first mention: "Russia" is not the village in Ohio
    because a list happens to name Ohio next.
    """
    found: dict[str, Place] = {}
    seen: set[str] = set()
    for mention, best, areas in zip(mentions, ranked, beside, strict=True):
        key = fold(mention.text)
        country = any(c.place.kind is PlaceKind.COUNTRY for c in mention.candidates)
        if best and areas & set(gazetteer.parents(best[0].candidate)) and not (country and key in seen):
            found.setdefault(key, best[0].candidate.place)
        seen.add(key)
    return found


def _answer(
    mention: Mention, ranked: list[_Scored], beside: frozenset[str], settled: Place | None, votes: Counter[str]
) -> tuple[Mention, Place | None, str]:
    if not ranked:
        return mention, None, "not in the gazetteer"
    if not beside and settled is not None and mention.hint is None:
        return mention, settled, "as elsewhere in the article"
    best = ranked[0].candidate
    if len(ranked) == 1:
        return mention, best.place, "the only place of that name"
    if beside & {best.within, *(f"country:{c}" for c in best.place.countries)}:
        return mention, best.place, "in the place named beside it"
    if best.place.country and votes[best.place.country] and best.place.kind is not PlaceKind.COUNTRY:
        return mention, best.place, "in a country that the article is about"
    return mention, best.place, "the best known place of that name"


def _rank(mention: Mention, evidence: _Evidence, gazetteer: Gazetteer) -> list[_Scored]:
    """The candidates, most likely first."""
    countries = {c.place.country for c in mention.candidates if c.main and c.place.kind is PlaceKind.COUNTRY}
    namesakes = {
        c.place.id for c in mention.candidates if c.place.kind is PlaceKind.PROVINCE and c.weight < WELL_KNOWN
    }  # fmt: skip
    out = []
    for candidate in mention.candidates:
        place = candidate.place
        score = candidate.weight
        if mention.hint is not None:
            score += HINTED if place.kind is mention.hint else 0.0
        if evidence.beside & set(gazetteer.parents(candidate)):
            score += CONTAINED
        if place.id in evidence.holds:
            score += HOLDS
        if place.kind is PlaceKind.CITY and not candidate.main:
            score += ALTERNATE
        if place.kind is PlaceKind.COUNTRY:
            score += ABOUT
        elif not countries or (place.kind is not PlaceKind.CITY and place.country not in countries):
            # Nobody says "Mexico" for its capital or a province: towns named like countries get no further.
            score += _context(candidate, evidence, gazetteer)
            if mention.hint is None and place.kind is PlaceKind.CITY and candidate.within in namesakes:
                score += NAMESAKE * (candidate.population > 50_000)
        out.append(_Scored(candidate, score))
    return sorted(out, key=lambda s: (-s.score, s.candidate.place.id))


def _context(candidate: Candidate, evidence: _Evidence, gazetteer: Gazetteer) -> float:
    """What the article's other places say for a candidate that is no country."""
    place = candidate.place
    score = SEAT * (gazetteer.seat_of(place.id) is not None)
    most = max(evidence.votes.values(), default=0)
    if most:
        score += ABOUT * max((evidence.votes[c] for c in place.countries), default=0) / most
    if place.country:
        score += LOCAL * any(o.place.country == place.country for o in evidence.others)
    own = {candidate.within, place.id} - {None}
    score += PROVINCE * any(own & {o.within, o.place.id} for o in evidence.others)
    return score + NEAR * _closeness(place, evidence.others)


def _closeness(place: Place, others: Sequence[_Certain]) -> float:
    """1 beside a place that is certain, 0 beyond ``NEAR_KM`` from all of them."""
    if place.lat is None or place.lon is None:
        return 0.0
    nearest = min(
        (
            kilometres(place.lat, place.lon, other.place.lat, other.place.lon)
            for other in others
            if other.place.id != place.id
            and other.place.kind is not PlaceKind.COUNTRY
            and other.place.lat is not None
            and other.place.lon is not None
        ),
        default=NEAR_KM,
    )
    return max(0.0, 1 - nearest / NEAR_KM)


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points (degrees) on a sphere of 6,371 km."""
    a, b = math.radians(lat1), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))


def country_votes(mentions: Sequence[Mention], passages: Sequence[Passage], gazetteer: Gazetteer) -> Counter[str]:
    """How often the article names each country: itself, its people, or a place that can only be there."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        best = sorted(mention.candidates, key=lambda c: -c.weight)[:2]
        if best and (len(best) == 1 or best[0].weight - best[1].weight >= CLEAR):
            weight = 3 if best[0].place.kind is PlaceKind.COUNTRY else 1
            votes.update(dict.fromkeys(best[0].place.countries[:1], weight))
    for passage in passages:
        for token in passage.doc:
            if token.text[:1].isupper() and token.ent_type_ in ("NORP", "GPE", "") and token.pos_ in NAMING:
                code = gazetteer.country_of_demonym(token.text)
                if code:
                    votes[code] += 2
    return votes


def _containers(
    mentions: Sequence[Mention], passages: Sequence[Passage], gazetteer: Gazetteer
) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """For each mention the ids of areas that may hold it ("Paris, Texas"), and those of its own meanings that hold the
    place named before it."""
    beside: list[frozenset[str]] = [frozenset()] * len(mentions)
    holds: list[frozenset[str]] = [frozenset()] * len(mentions)
    for number, (former, latter) in enumerate(pairwise(mentions)):
        if former.passage != latter.passage:
            continue
        words = [token.lower_ for token in passages[former.passage].doc[former.last : latter.first]]
        if words in ([","], ["("]) or (0 < len(words) <= 4 and "in" in words and not {".", "and"} & set(words)):
            areas = frozenset(c.place.id for c in latter.candidates if c.place.kind in AREAS)
            beside[number] = areas
            holds[number + 1] = areas & {p for c in former.candidates for p in gazetteer.parents(c)}
        elif words and words[0] in ("'s", "’s") and len(words) <= 4:
            beside[number + 1] = frozenset(c.place.id for c in former.candidates if c.place.kind in AREAS)
    return beside, holds
