"""Which place a name means, from the article's other places.

Each candidate starts from how likely news means it, all else equal (``Candidate.weight``), and gains from what the
article says: the country or province named beside it, the countries that the article is about, the kind of place that
the words around it name, and places already resolved nearby. The same name means the same place throughout, unless a
container beside it says otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from geo.language import Passage
from geo.model import Place, PlaceKind
from geo.places.certain import Certain
from geo.places.countries import countries_told, country_votes
from geo.places.gazetteer import Candidate, Gazetteer
from geo.places.lexicon import NAMED_ABROAD
from geo.places.mention import CLEAR, Held, Mention, held, peers
from geo.places.names import fold
from geo.places.regions import direction

CONTAINED = 8.0  # "Paris, Texas"
HOLDS = 3.0  # the area in "Blakely, Georgia" is one that has a Blakely
ABOUT = 2.5  # the country that the article names most
LOCAL = 1.5  # a country that another name of the article is settled in
PROVINCE = 1.5  # a province that the article names, or names another place of
NEAR = 1.5  # close to a place that is certain
HINTED = 2.5  # "Kunduz province"
NAMESAKE = 2.5  # a town against the province of its name, where much of the province lives in it
MUCH_OF_IT = 0.75  # a town with a fifth of its province's people, on the scale of weights; "Quebec" has less
MUCH_FROM = 50_000  # people
TOWN_FROM = 10_000
PEER = 3.0  # a province in a list of provinces of its country
ALTERNATE = -1.0  # the name is not the place's first name
TOLD = 1.5  # in a country that a sentence of the name tells of: itself, its people, its capital
BESIDE = 0.6  # in a neighbour of such a country
TOLD_FROM = 3.6  # a village is no likelier for it
SEAT = 1.0  # capitals are named for what governments do


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float


@dataclass(frozen=True, slots=True)
class _Spot:
    """What decides one mention besides the article as a whole; mentions with the same spot mean the same place."""

    key: str
    text: str
    hint: PlaceKind | None
    beside: frozenset[str]
    holds: frozenset[str]
    peers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the article says for one name: how often it names each country, its other places, and the countries that
    the sentences of the name tell of."""

    votes: Counter[str]
    certain: Certain
    told: frozenset[str]


def resolve(
    mentions: Sequence[Mention], passages: Sequence[Passage], every: Counter[str], gazetteer: Gazetteer
) -> list[tuple[Mention, Place | None, str]]:
    """A place and the reason for each mention, in their order; ``every`` are the ``country_votes`` of the article."""
    spots = _spots(mentions, list(held(mentions, passages, gazetteer)), peers(mentions, passages))
    alike: dict[str, list[Mention]] = defaultdict(list)
    distinct: dict[_Spot, Mention] = {}
    for mention, spot in zip(mentions, spots, strict=True):
        alike[spot.key].append(mention)
        distinct.setdefault(spot, mention)
    votes = {key: every - country_votes(same, (), gazetteer) for key, same in alike.items()}
    told = countries_told(mentions, passages, gazetteer)
    certain = Certain(())
    ranked: dict[_Spot, list[_Scored]] = {}
    for _ in range(2):  # the second round knows which places are certain
        ranked = {
            spot: _rank(mention.candidates, spot, _Evidence(votes[spot.key], certain, told[spot.key]), gazetteer)
            for spot, mention in distinct.items()
        }
        certain = Certain(
            (spot.key, best[0].candidate)
            for spot, best in ranked.items()
            if best and (len(best) == 1 or best[0].score - best[1].score >= CLEAR)
        )
    ranked = {
        spot: [] if best and _is_far_off(best[0].candidate, spot, votes[spot.key], gazetteer) else best
        for spot, best in ranked.items()
    }
    settled = _settled(mentions, spots, ranked, gazetteer)
    return [
        _answer(mention, ranked[spot], spot, settled.get(spot.key), votes[spot.key])
        for mention, spot in zip(mentions, spots, strict=True)
    ]


def _spots(mentions: Sequence[Mention], pairs: Sequence[Held], alike: Sequence[frozenset[str]]) -> list[_Spot]:
    beside = {pair.inner: pair.areas for pair in pairs}
    holds = {pair.outer: pair.fitting for pair in pairs}
    nothing: frozenset[str] = frozenset()
    return [
        _Spot(fold(m.text), m.text, m.hint, beside.get(number, nothing), holds.get(number, nothing), alike[number])
        for number, m in enumerate(mentions)
    ]


def _settled(
    mentions: Sequence[Mention],
    spots: Sequence[_Spot],
    ranked: dict[_Spot, list[_Scored]],
    gazetteer: Gazetteer,
) -> dict[str, Place]:
    """By folded name: the place that a container beside its first mention gives it.

    A name that may be a country's is settled only by its very first mention: "Russia" is not the village in Ohio
    because a list happens to name Ohio next.
    """
    found: dict[str, Place] = {}
    seen: set[str] = set()
    for mention, spot in zip(mentions, spots, strict=True):
        best = ranked[spot]
        country = any(c.place.kind is PlaceKind.COUNTRY for c in mention.candidates)
        if best and spot.beside & set(gazetteer.parents(best[0].candidate)) and not (country and spot.key in seen):
            found.setdefault(spot.key, best[0].candidate.place)
        seen.add(spot.key)
    return found


def _answer(
    mention: Mention, ranked: list[_Scored], spot: _Spot, settled: Place | None, votes: Counter[str]
) -> tuple[Mention, Place | None, str]:
    if not ranked:
        return mention, None, "only the name of a place far off" if mention.candidates else "not in the gazetteer"
    if not spot.beside and settled is not None and mention.hint is None:
        return mention, settled, "as elsewhere in the article"
    best = ranked[0].candidate
    if len(ranked) == 1:
        return mention, best.place, "the only place of that name"
    if spot.beside & {best.within, *(f"country:{c}" for c in best.place.countries)}:
        return mention, best.place, "in the place named beside it"
    if best.place.country and votes[best.place.country] and best.place.kind is not PlaceKind.COUNTRY:
        return mention, best.place, "in a country that the article is about"
    return mention, best.place, "the best known place of that name"


def _is_far_off(candidate: Candidate, spot: _Spot, votes: Counter[str], gazetteer: Gazetteer) -> bool:
    """Whether a name does not mean its likeliest place: a village that is neither in a country which the article
    names nor in a neighbour of one."""
    code = candidate.place.country
    if not code or not votes.total() or spot.beside:
        return False
    if all(direction(word) for word in candidate.place.name.split()[:2]):  # "the North East" of anywhere
        return not votes[code]
    village = candidate.place.kind is PlaceKind.CITY and candidate.known < TOLD_FROM
    if not village or code in NAMED_ABROAD:
        return False
    return not any(votes[near] for near in (code, *gazetteer.neighbours(code)))


def _rank(candidates: Sequence[Candidate], spot: _Spot, evidence: _Evidence, gazetteer: Gazetteer) -> list[_Scored]:
    """The candidates, most likely first."""
    countries = {c.place.country for c in candidates if c.main and c.place.kind is PlaceKind.COUNTRY}
    rivals = sum(c.place.kind is PlaceKind.COUNTRY for c in candidates)
    twin = any(c.main and c.population > MUCH_FROM and _told(c, evidence.told, gazetteer) == TOLD for c in candidates)
    so_called = {c.place.country for c in candidates if c.main and c.place.kind is PlaceKind.PROVINCE}
    namesakes = {c.place.id: c.known for c in candidates if c.place.kind is PlaceKind.PROVINCE}
    out = []
    for candidate in candidates:
        place = candidate.place
        score = candidate.weight
        if spot.hint is not None:
            score += HINTED if place.kind is spot.hint else 0.0
        if spot.beside & set(gazetteer.parents(candidate)):
            score += CONTAINED
        if place.id in spot.holds:
            score += HOLDS
        if place.kind is not PlaceKind.COUNTRY and not candidate.main:
            score += ALTERNATE
            if place.kind is PlaceKind.CITY and place.country in so_called:
                score -= NAMESAKE  # Jolo, where Sulu is the province around it
        if place.kind is PlaceKind.COUNTRY:
            score += ABOUT
            if rivals > 1:  # "Congo" beside "Brazzaville"
                score += LOCAL * evidence.certain.names(place.country, without=spot.key)
                score += TOLD * (place.country in evidence.told)
        elif not countries or (place.kind is not PlaceKind.CITY and place.country not in countries):
            # Nobody says "Mexico" for its capital or a province: towns named like countries get no further.
            score += _context(candidate, spot.key, evidence, gazetteer)
            elsewhere = twin and place.country not in evidence.told  # "Tripoli", of which Beirut is told
            if spot.hint is None and place.kind is PlaceKind.CITY and candidate.within in namesakes and not elsewhere:
                score += NAMESAKE * _is_the_town(candidate, namesakes[candidate.within], gazetteer)
            score += PEER * (place.kind is PlaceKind.PROVINCE and place.country in spot.peers)
        out.append(_Scored(candidate, score))
    return sorted(out, key=lambda s: (-s.score, s.candidate.place.id))


def _is_the_town(candidate: Candidate, province: float, gazetteer: Gazetteer) -> bool:
    """Whether the bare name of a town and its province means the town: it is much of it, or that is the custom."""
    much = candidate.population > MUCH_FROM and candidate.known > province - MUCH_OF_IT
    custom = candidate.population > TOWN_FROM and gazetteer.named_after_towns(candidate.place.countries[0])
    return much or custom


def _context(candidate: Candidate, key: str, evidence: _Evidence, gazetteer: Gazetteer) -> float:
    """What the article's other places say for a candidate that is no country."""
    place, certain = candidate.place, evidence.certain
    score = SEAT * (gazetteer.seat_of(place.id) is not None)
    most = max(evidence.votes.values(), default=0)
    if most:
        score += ABOUT * max((evidence.votes[c] for c in place.countries), default=0) / most
    score += LOCAL * certain.names(place.country, without=key)
    score += _told(candidate, evidence.told, gazetteer)
    score += PROVINCE * any(certain.names(code, without=key) for code in (candidate.within, place.id))
    return score + NEAR * certain.closeness(place, without=key)


def _told(candidate: Candidate, told: frozenset[str], gazetteer: Gazetteer) -> float:
    """What it says for a candidate that the sentences of its name tell of its country or of a neighbour."""
    code = candidate.place.country
    if not code or code in NAMED_ABROAD or candidate.known < TOLD_FROM:
        return 0.0
    if code in told:
        return TOLD
    return BESIDE * any(code in gazetteer.neighbours(other) for other in told)
