"""Whose troops, which nationality: the country or group that the counted people belong to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.counted import Counted
from geo.claims.setting import Setting
from geo.claims.syntax import (
    argument,
    child,
    children,
    clause_heads,
    governor,
    is_hyphen,
    is_verb,
    named_subject,
    objects,
    phrase,
    subject,
    words,
)
from geo.claims.words.people import ARMED
from geo.claims.words.seats import SEATS
from geo.model import Action, Place, PlaceKind, Population

if TYPE_CHECKING:
    from spacy.tokens import Token

_CODE = re.compile(r"[A-Z][A-Za-z-]*[0-9]+|[A-Z]{3,}")
_BANDS = frozenset("group militia movement faction company gang organisation organization".split())
_DECIDING = frozenset("approve order authorise authorize begin start complete announce".split())
"""Verbs whose subject sends whose deployment they are told of: "Spain approved the deployment of"."""
_FIELDING = frozenset(
    "offer pledge promise provide contribute field command put commit have muster number keep add gather".split()
)
"""Verbs whose subject's the troops are where no other deed is told: "Chad has offered 500 soldiers"."""
_OWNED = frozenset({Action.DEPLOY, Action.WITHDRAW, Action.EXERCISE, Action.PRESENT, Action.RECRUIT})
_LEAVING = frozenset({Action.RETURN, Action.EVACUATE, Action.WITHDRAW, Action.EXPEL})
_NATIONAL = frozenset("army military navy".split())
"""Of which a country has one: "the army" is that of the only country that an article names."""
_ARMIES = frozenset("army force military guard militia navy police ministry side regime government".split())


def who(people: Counted, deed: Deed, setting: Setting) -> str | None:
    """The country's name, or the group's as printed; None where the article does not say."""
    return next(_answers(people, deed, setting), None)


def with_site_owners(scenes: list[Setting]) -> list[Setting]:
    """The settings of one article, each knowing whose the bases are that the article names anywhere."""
    owners: dict[str, str] = {}
    for setting in scenes:
        for mention in setting.mentions:
            place = mention.place
            if place is None or place.kind is not PlaceKind.SITE or place.id in owners:
                continue
            head = setting.doc[mention.first : mention.stop].root
            named = (*_in_phrase(head, setting), *(n for o in children(head, "poss") for n in belonging(o, setting)))
            if named:
                owners[place.id] = named[0]
    return [replace(setting, owners=owners) for setting in scenes]


def _answers(people: Counted, deed: Deed, setting: Setting) -> Iterator[str]:
    head = people.head
    yield from _named_in(people.tokens, head, setting)
    yield from _owners(head, setting)
    yield from _origin(people, deed, setting)
    if people.population is not Population.TROOPS and deed.action is not Action.RECRUIT:
        return
    for verb in (deed.anchor, governor(head)):
        for preposition, target in objects(verb) if verb is not None else ():
            if preposition == "from" and target.lemma_.lower() in _ARMIES:
                yield from belonging(target, setting)
    for target in _sites(head, deed):
        yield from _site_owner(target, setting)
    fields = deed.action is Action.UNSTATED and deed.anchor.lemma_.lower() in _FIELDING
    if deed.action in _OWNED or fields:
        yield from _fielder(deed.anchor, head, setting)
    if deed.action in _OWNED:
        yield from _only_army(deed.anchor, setting)
    if deed.action in _OWNED and deed.anchor.pos_ == "NOUN" and deed.anchor.head.lemma_.lower() in _DECIDING:
        yield from _fielder(deed.anchor.head, head, setting)
    if head.dep_ == "pobj" and head.head.lower_ == "with":  # "Chad's army, with 5,000 troops", "Chad goes first, with"
        holder = head.head.head
        yield from _fielder(holder, head, setting) if is_verb(holder) else belonging(holder, setting)


def _fielder(verb: "Token", head: "Token", setting: Setting) -> Iterator[str]:
    """Whoever ``verb`` says fields them; for "it" that opens a sentence, who did something in the one before."""
    doer = named_subject(verb)
    if doer is None and (pronoun := subject(verb)) is not None and pronoun.lower_ == "it":
        before = [s for s in verb.doc.sents if s.end == pronoun.sent.start and pronoun.head == pronoun.sent.root]
        doer = next((child(s.root, "nsubj") for s in before), None)
        if doer is None or setting.mention(doer) is None:
            return
    if doer is not None and doer != argument(head):
        yield from belonging(doer, setting)


def _only_army(verb: "Token", setting: Setting) -> Iterator[str]:
    """Whose "the army" is where the article names one country and nobody else's forces."""
    doer = subject(verb)
    if doer is None or doer.lemma_.lower() not in _NATIONAL or [t.lower_ for t in phrase(doer)][:-1] != ["the"]:
        return
    named = {code for t in setting.toponyms if t.place is not None for code in t.place.countries}
    if len(named) == 1:
        yield setting.country_name(*named)


def _origin(people: Counted, deed: Deed, setting: Setting) -> Iterator[str]:
    """Of "refugees from Sudan" the country; nothing where there are several, or where they only leave it."""
    named: list[str] = []
    for preposition, target in objects(people.head):
        is_country = setting.mention(target) is not None or setting.described(target) is not None
        leaves = preposition == "from" and deed.action in _LEAVING
        if (
            preposition in ("from", "of", "by")
            and not leaves
            and (is_country or people.population is Population.TROOPS)
        ):
            named += list(belonging(target, setting))[:1]
    if len(set(named)) == 1:
        yield named[0]


def _in_phrase(noun: "Token", setting: Setting) -> Iterator[str]:
    """As ``_named_in`` for what stands before ``noun``."""
    return _named_in([t for t in phrase(noun) if t.i <= noun.i], noun, setting)


def _named_in(tokens: Sequence["Token"], noun: "Token", setting: Setting) -> Iterator[str]:
    """A nation's adjective, or a group's name, in the phrase of ``noun``: "Kenyan troops", "Hamas fighters"."""
    if any(t.lower_ == "ethnic" for t in tokens):  # a people, not a nationality: "ethnic Armenians"
        return
    for token in tokens:
        if is_hyphen(token) or _backs(token):
            continue
        pair = f"{token.nbor(-1).text} {token.text}" if token.i else token.text  # "North Korean"
        if code := setting.gazetteer.country_of_demonym(pair) or setting.gazetteer.country_of_demonym(token.text):
            yield setting.country_name(code)
        elif token != noun and token.dep_ != "poss" and (place := _land(token, setting)) is not None:
            yield from _name(place, setting)
    if code := setting.gazetteer.country_of_demonym(noun.text):
        yield setting.country_name(code)
    yield from _groups(noun, setting)


def _groups(noun: "Token", setting: Setting) -> Iterator[str]:
    """The organisations named right before ``noun``, but not a mere kind of force ("National Guard troops")."""
    for group in noun.doc.ents:
        is_kind = all(t.lower_ in ARMED | {"national", "republican"} for t in group)
        describes = group.end <= noun.i and group.root.head == noun and group.root.dep_ in ("compound", "nmod", "amod")
        if describes and not is_kind and group.label_ in ("ORG", "NORP") and not _is_place(group.root, setting):
            yield group.text
    for name in children(noun, "compound", "nmod"):
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


def _owners(noun: "Token", setting: Setting, *, of_them: bool = True) -> Iterator[str]:
    """ "Russia's 5,000 troops"; for a container, the owner of what it contains (``of_them``)."""
    for owner in children(noun, "poss"):
        named = _named_by(owner) if owner.pos_ == "PRON" else owner
        if named is not None:
            yield from belonging(named, setting)
    for preposition, target in objects(noun):
        if preposition == "of" and of_them:
            yield from _owners(target, setting)


def _named_by(pronoun: "Token") -> "Token | None":
    """Whose "its" is: the nearest subject above that it does not stand in ("Chad denied that 500 of its soldiers")."""
    doers = (named_subject(verb) for verb in clause_heads(pronoun))
    return next((d for d in doers if d is not None and d.pos_ != "PRON" and not d.is_ancestor(pronoun)), None)


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
    if noun.pos_ == "PROPN" and any(t.lemma_.lower() in _BANDS for t in children(noun, "compound", "nmod")):
        yield noun.text  # "the Russian mercenary group Example" goes by its name
    yield from _in_phrase(noun, setting)
    yield from _owners(noun, setting, of_them=False)
    for preposition, target in objects(noun):
        if preposition == "of":
            yield from belonging(target, setting)
    if _is_code(noun) or (noun.pos_ == "PROPN" and (mention is not None or noun.ent_type_ in ("ORG", "NORP"))):
        yield words([t for t in phrase(noun) if t.dep_ not in ("det", "case")])


def _seat(noun: "Token") -> str | None:
    """The country whose government or army goes by such a name ("the Pentagon")."""
    name = words([t for t in phrase(noun) if t.dep_ != "det"]).lower()
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


def _sites(head: "Token", deed: Deed) -> Iterator["Token"]:
    """The bases that the people stand at or that house them."""
    for token in (head, deed.anchor):
        for preposition, target in objects(token):
            if preposition in ("at", "in", "on", "from"):
                yield target
    yield from children(deed.anchor, "nsubj", "compound")


def _site_owner(noun: "Token", setting: Setting) -> Iterator[str]:
    """Whose base it is: said here, or where the article first names it with an owner."""
    mention = setting.mention(noun)
    if mention is None or mention.place is None or mention.place.kind is not PlaceKind.SITE:
        return
    yield from _in_phrase(noun, setting)
    for owner in children(noun, "poss"):
        yield from belonging(owner, setting)
    if (known := setting.owners.get(mention.place.id)) is not None:
        yield known
