"""Every place that an article names, where it stands: the candidates of a claim's places."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.articles.kinds import BlockKind
from geo.claims.people import is_known, lemma, population_of
from geo.claims.sentences import Sentences
from geo.claims.setting import Setting
from geo.grammar import relations as rel
from geo.lexicon.people import CONTAINERS, UNITS
from geo.lexicon.senses import sense
from geo.model import Place, PlaceKind, Population, Span, Toponym
from geo.places.metonyms import UNIONS
from geo.places.toponyms import PEOPLES
from geo.places.unknown import unknown

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_GROUND = sense("naming: ground")
_SITES = sense("naming: sites")
_IN = frozenset({"in", "inside", "within", "at", "near", "of"})
_RECEIVING = frozenset("accept admit receive host take shelter resettle welcome absorb relocate".split())
_SAYS_AGAIN = frozenset({rel.APPOSITION, rel.PREDICATE_NOUN})
_DATELINE_REACH = 60
"""Characters from the start of a passage in which capitals are a dateline."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place where it is named, or named through its people.

    ``at`` is the number of the sentence, ``passage`` that of the passage; ``inner`` is True inside a longer name.
    ``words`` are the first of its words in the passage and the one after its last, ``token`` the one that heads them.
    """

    place: Place
    text: str
    span: Span
    at: int
    passage: int
    kind: BlockKind
    token: "Token"
    words: tuple[int, int]
    literal: bool
    inner: bool
    dateline: bool
    people: bool


@dataclass(frozen=True, slots=True)
class Names:
    """All the names of an article in reading order, and what they add up to."""

    named: tuple[Named, ...]
    by_place: dict[str, tuple[Named, ...]]
    by_sentence: dict[int, tuple[Named, ...]]
    mentions: Counter[str]
    literal: Counter[str]
    countries: Counter[str]
    top_countries: tuple[str, ...]
    """The two that are named most."""
    rank_country: dict[str, int]
    rank_other: dict[str, int]
    first_prose: int
    passages: tuple[int, ...]
    """By sentence, the number of its passage."""


def names(sentences: Sentences, toponyms: Sequence[Toponym]) -> Names:
    """The names of the article that ``sentences`` are of."""
    longest = _inner(toponyms)
    found = sorted(_named(sentences, longest), key=lambda n: (n.span.start, n.people))
    plain = [n for n in found if not n.people]
    literal = [n for n in plain if n.literal and not n.dateline]
    mentions = Counter(n.place.id for n in plain)
    lands = {n.place.id for n in found if n.place.kind is PlaceKind.COUNTRY}
    ranked = [place for place, _ in mentions.most_common()]
    countries = Counter(code for n in found for code in n.place.countries)
    prose = [n.passage for n in found if n.kind is BlockKind.PROSE]
    by_place: dict[str, list[Named]] = {}
    by_sentence: dict[int, list[Named]] = {}
    for one in found:
        by_place.setdefault(one.place.id, []).append(one)
        by_sentence.setdefault(one.at, []).append(one)
    return Names(
        named=tuple(found),
        by_place={key: tuple(value) for key, value in by_place.items()},
        by_sentence={key: tuple(value) for key, value in by_sentence.items()},
        mentions=mentions,
        literal=Counter(n.place.id for n in literal),
        countries=countries,
        top_countries=tuple(code for code, _ in countries.most_common(2)),
        rank_country={place: at for at, place in enumerate(p for p in ranked if p in lands)},
        rank_other={place: at for at, place in enumerate(p for p in ranked if p not in lands)},
        first_prose=min(prose, default=-1),
        passages=_passages(sentences),
    )


def _passages(sentences: Sentences) -> tuple[int, ...]:
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(id(setting.passage), len(numbers)) for setting, _ in sentences)


def _inner(toponyms: Sequence[Toponym]) -> set[Span]:
    """The spans that stand inside a longer name; ``toponyms`` come by start, the longer first."""
    inside: set[Span] = set()
    last = Span(-1, -1)
    for toponym in toponyms:
        if last.holds(toponym.span) and toponym.span != last:
            inside.add(toponym.span)
        elif toponym.span.end > last.end:
            last = toponym.span
    return inside


def _named(sentences: Sentences, inside: set[Span]) -> Iterator[Named]:
    for at, ((setting, sentence), number) in enumerate(zip(sentences, _passages(sentences), strict=True)):
        taken: set[int] = set()
        for mention in setting.mentions:
            toponym = mention.toponym
            if not sentence.start <= mention.first < sentence.end:
                continue
            taken.update(range(mention.first, mention.stop))
            place = toponym.place or unknown(toponym)
            if place is None or (_stands_for(place, sentence) and not toponym.literal):
                continue  # a house that stands for the office in it, or a union that acts, is nowhere that people are
            tokens = setting.doc[mention.first : mention.stop]
            opens = setting.passage.span(0, 1).start + _DATELINE_REACH > toponym.span.start
            dateline = opens and len(toponym.text) > 3 and toponym.text.isupper()
            yield Named(
                place, toponym.text, toponym.span, at, number, setting.passage.kind, tokens.root,
                (mention.first, mention.stop), toponym.literal, toponym.span in inside, dateline,
                people=_is_of_people(tokens.root, place),
            )  # fmt: skip
        yield from _countries(setting, sentence, at, number, taken)


def _stands_for(place: Place, sentence: "Tokens") -> bool:
    """Whether a place only stands for who acts; a union that is to take people in is where they will be."""
    receives = any(t.lemma_.lower() in _RECEIVING for t in sentence)
    return place.kind is PlaceKind.SITE or (place.id in UNIONS and not receives)


def _is_of_people(name: "Token", place: Place) -> bool:
    """ "Chechen refugees", "U.S. Forces": the name of a land as its people's, of a country as its soldiers'."""
    if name.dep_ not in (rel.ADJECTIVE, rel.COMPOUND) or not is_known(name.head):
        return False
    is_army = lemma(name.head) in CONTAINERS | UNITS or population_of(name.head) is Population.TROOPS
    return name.ent_type_ == "NORP" or (is_army and place.kind is PlaceKind.COUNTRY)


def _is_ground(noun: "Token") -> bool:
    """ "The Thai side", "Kenyan camps", "the Libyan coast"; a camp "in Chad" may be named after its people, and so may
    one that is said to be of refugees. "Adre, a Chadian town" is named already."""
    if noun.lower_ in _GROUND:
        return True
    named = any(t.dep_ == rel.PREPOSITION and t.lower_ in _IN for t in noun.children) or noun.dep_ in _SAYS_AGAIN
    return noun.lower_ in _SITES and not named and not any(is_known(t) for t in noun.children)


def _countries(setting: Setting, sentence: "Tokens", at: int, number: int, taken: set[int]) -> Iterator[Named]:
    """Countries named through who is there: their people, "Syrian", "the French", or a peace operation, "UNIFIL".

    The ground of a people is the country, and so are its camps: "the Thai side". ``taken`` are the words of places.
    """
    for token in sentence:
        if not token.text[:1].isupper():
            continue
        mission = setting.gazetteer.country_of_mission(token.text)
        people = None
        if mission is None and token.i not in taken and token.ent_type_ in PEOPLES:
            people = setting.gazetteer.country_of_demonym(token.text)
        country = setting.gazetteer.country(code) if (code := mission or people) else None
        if country is not None:
            span = setting.span([token])
            yield Named(
                country, token.text, span, at, number, setting.passage.kind, token, (token.i, token.i + 1),
                literal=mission is not None, inner=False, dateline=False,
                people=people is not None and not _is_ground(token.head),
            )  # fmt: skip
