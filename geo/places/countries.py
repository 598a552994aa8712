"""Which countries an article tells of, as a whole and in the sentences of each name."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from geo.language import Passage
from geo.model import PlaceKind
from geo.places.gazetteer import Gazetteer
from geo.places.mention import CLEAR, Mention, clear_best
from geo.places.names import fold

_NAMING = frozenset({"ADJ", "PROPN", "NOUN"})
"""Parts of speech of a people's name."""


def countries_told(
    mentions: Sequence[Mention], passages: Sequence[Passage], gazetteer: Gazetteer
) -> dict[str, frozenset[str]]:
    """For each folded name the countries that other words of its sentences tell of: itself, its people, its capital."""
    sentences: dict[tuple[int, int], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    spots = [(m.passage, passages[m.passage].doc[m.first].sent.start) for m in mentions]
    for mention, spot in zip(mentions, spots, strict=True):
        named = {str(c.place.country) for c in mention.candidates if c.main and c.place.kind is PlaceKind.COUNTRY}
        if not named:
            best = max((c.weight for c in mention.candidates), default=0.0)
            towns = [c.place.id for c in mention.candidates if c.main and c.weight >= best - CLEAR]
            named = {seat for town in towns if (seat := gazetteer.seat_of(town))}
        sentences[spot][fold(mention.text)] |= named
    for number, start in set(spots):
        doc = passages[number].doc
        for token in doc[start].sent:
            if token.text[:1].isupper() and token.pos_ in _NAMING:
                code = gazetteer.country_of_demonym(token.text)
                if code:
                    sentences[number, start][""].add(code)
    found: dict[str, set[str]] = defaultdict(set)
    for mention, spot in zip(mentions, spots, strict=True):
        key = fold(mention.text)
        found[key] |= {code for other, codes in sentences[spot].items() if other != key for code in codes}
    return {key: frozenset(codes) for key, codes in found.items()}


def country_votes(mentions: Sequence[Mention], passages: Sequence[Passage], gazetteer: Gazetteer) -> Counter[str]:
    """How often the article names each country: itself, its people, or a place that can only be there."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        best = clear_best(mention.candidates)
        if best is not None:
            weight = 3 if best.place.kind is PlaceKind.COUNTRY else 1
            votes.update(dict.fromkeys(best.place.countries[:1], weight))
    for passage in passages:
        for token in passage.tokens:
            if token.text[:1].isupper() and token.ent_type_ in ("NORP", "GPE", "") and token.pos_ in _NAMING:
                code = gazetteer.country_of_demonym(token.text)
                if code:
                    votes[code] += 2
    return votes
