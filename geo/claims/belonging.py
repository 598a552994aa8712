"""Which country or group a noun is, or is of: "the Malian army", "Hamas fighters", "its soldiers", "the Pentagon"."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.claims.setting import Setting
from geo.grammar import children, clause_heads, is_hyphen, named_subject, objects, phrase, words
from geo.grammar import relations as rel
from geo.lexicon.people import ARMED
from geo.lexicon.seats import SEATS
from geo.lexicon.senses import sense
from geo.model import Place, PlaceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_CODE = re.compile(r"[A-Z][A-Za-z-]*[0-9]+|[A-Z]{3,}")
_BANDS = sense("belonging: bands")


def belonging(noun: "Token", setting: Setting) -> Iterator[str]:
    """The country or group that ``noun`` is, or is of."""
    if (code := _seat(noun)) is not None:
        yield setting.country_name(code)
        return
    if (mention := setting.mention(noun)) is not None and _is_place(noun, setting):
        yield from _name(mention.place, setting)
        return
    if (place := setting.described(noun)) is not None:
        yield place.name
    if noun.pos_ == "PROPN" and any(
        t.lemma_.lower() in _BANDS for t in children(noun, rel.COMPOUND, rel.NOUN_MODIFIER)
    ):
        yield noun.text  # "the Russian mercenary group Example" goes by its name
    yield from in_phrase(noun, setting)
    yield from owners(noun, setting, of_them=False)
    for preposition, target in objects(noun):
        if preposition == "of":
            yield from belonging(target, setting)
    if _is_code(noun) or (noun.pos_ == "PROPN" and (mention is not None or noun.ent_type_ in ("ORG", "NORP"))):
        yield words([t for t in phrase(noun) if t.dep_ not in (rel.DETERMINER, rel.CASE)])


def in_phrase(noun: "Token", setting: Setting) -> Iterator[str]:
    """As ``named_in`` for what stands before ``noun``."""
    return named_in([t for t in phrase(noun) if t.i <= noun.i], noun, setting)


def named_in(tokens: Sequence["Token"], noun: "Token", setting: Setting) -> Iterator[str]:
    """A nation's adjective, or a group's name, in the phrase of ``noun``: "Kenyan troops", "Hamas fighters"."""
    if any(t.lower_ == "ethnic" for t in tokens):  # a people, not a nationality: "ethnic Armenians"
        return
    for token in tokens:
        if is_hyphen(token) or _backs(token):
            continue
        pair = f"{token.nbor(-1).text} {token.text}" if token.i else token.text  # "North Korean"
        if code := setting.gazetteer.country_of_demonym(pair) or setting.gazetteer.country_of_demonym(token.text):
            yield setting.country_name(code)
        elif token != noun and token.dep_ != rel.POSSESSOR and (place := _land(token, setting)) is not None:
            yield from _name(place, setting)
    pair = f"{noun.nbor(-1).text} {noun.text}" if noun.i else noun.text
    if code := setting.gazetteer.country_of_demonym(pair) or setting.gazetteer.country_of_demonym(noun.text):
        yield setting.country_name(code)
    yield from _groups(noun, setting)


def are_of_several(tokens: Sequence["Token"]) -> bool:
    """Whether the counted are of more than one people: "1,200 Iraqis and Syrians", "Lebanese and Syrian families"."""
    return any(_is_name(t.head) for t in _joints(tokens))


def of_the_first(tokens: Sequence["Token"]) -> Sequence["Token"]:
    """The words for the first of those whom "and" joins: of "Syrian refugees and migrants" the Syrian refugees."""
    stop = next((t.i for t in _joints(tokens) if t.head.pos_ in ("NOUN", "PROPN")), None)
    return tokens if stop is None else [t for t in tokens if t.i < stop]


def _joints(tokens: Sequence["Token"]) -> Iterator["Token"]:
    return (t for t in tokens if t.dep_ == rel.CONJUNCTION and t.head in tokens)


def _is_name(token: "Token") -> bool:
    return token.text[:1].isupper() and (token.ent_type_ in ("NORP", "GPE") or token.pos_ == "PROPN")


def owners(noun: "Token", setting: Setting, *, of_them: bool = True) -> Iterator[str]:
    """ "Russia's 5,000 troops"; for a container, the owner of what it contains (``of_them``)."""
    for owner in children(noun, rel.POSSESSOR):
        named = _named_by(owner) if owner.pos_ == "PRON" else owner
        if named is not None:
            yield from belonging(named, setting)
    for preposition, target in objects(noun):
        if preposition == "of" and of_them:
            yield from owners(target, setting)


def _groups(noun: "Token", setting: Setting) -> Iterator[str]:
    """The organisations named right before ``noun``, but not a mere kind of force ("National Guard troops")."""
    for group in noun.doc.ents:
        is_kind = all(t.lower_ in ARMED | {"national", "republican"} for t in group)
        describes = (
            group.end <= noun.i
            and group.root.head == noun
            and group.root.dep_ in (rel.COMPOUND, rel.NOUN_MODIFIER, rel.ADJECTIVE)
        )
        if describes and not is_kind and group.label_ in ("ORG", "NORP") and not _is_place(group.root, setting):
            yield group.text
    for name in children(noun, rel.COMPOUND, rel.NOUN_MODIFIER):
        if _is_code(name) or (name.pos_ == "PROPN" and setting.mention(name) and not _is_place(name, setting)):
            yield name.text


def _backs(token: "Token") -> bool:
    """True for a name before a hyphen: whom Iran backs ("Iranian-backed fighters") is not Iran's."""
    return token.i + 1 < len(token.doc) and is_hyphen(token.nbor())


def _land(token: "Token", setting: Setting) -> Place | None:
    """The country or province that ``token`` names; no town, as many bear a group's name."""
    mention = setting.mention(token)
    place = mention.place if mention is not None else None
    return place if place is not None and place.kind is not PlaceKind.CITY else None


def _named_by(pronoun: "Token") -> "Token | None":
    """Whose "its" is: the nearest subject above that it does not stand in ("Chad denied that 500 of its soldiers")."""
    doers = (named_subject(verb) for verb in clause_heads(pronoun))
    return next((d for d in doers if d is not None and d.pos_ != "PRON" and not d.is_ancestor(pronoun)), None)


def _seat(noun: "Token") -> str | None:
    """The country whose government or army goes by such a name ("the Pentagon")."""
    name = words([t for t in phrase(noun) if t.dep_ != rel.DETERMINER]).lower()
    return SEATS.get(name) or SEATS.get(noun.lower_)


def _is_code(noun: "Token") -> bool:
    """ "M23", "RSF": letters that are a group's name and no word."""
    return (
        noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ not in ("PERSON", "GPE") and bool(_CODE.fullmatch(noun.text))
    )


def _is_place(noun: "Token", setting: Setting) -> bool:
    """Whether the name is a place: not a town in a country that the article never speaks of, whose name it shares."""
    mention = setting.mention(noun)
    place = mention.place if mention is not None else None
    if place is None or place.kind is not PlaceKind.CITY or setting.gazetteer.seat_of(place.id) is not None:
        return place is not None
    others = (t.place for t in setting.toponyms if t.place is not None and t.place.id != place.id)
    return any(set(place.countries) & set(other.countries) for other in others)


def _name(place: Place | None, setting: Setting) -> Iterator[str]:
    if place is not None and place.country is not None and place.kind is not PlaceKind.SITE:
        yield setting.country_name(place.country)
