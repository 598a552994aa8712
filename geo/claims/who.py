"""Whose troops, which nationality: the country or group that the counted people belong to."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.action import HOSTED, Deed
from geo.claims.belonging import are_of_several, belonging, in_phrase, named_in, of_the_first, owners
from geo.claims.lists.member import Shape
from geo.claims.people import Counted
from geo.claims.setting import Setting
from geo.grammar import (
    argument,
    child,
    children,
    governor,
    is_verb,
    named_subject,
    objects,
    phrase,
    subject,
)
from geo.grammar import relations as rel
from geo.lexicon.deeds import MOVES
from geo.lexicon.senses import sense
from geo.model import Action, PlaceKind, Population

if TYPE_CHECKING:
    from spacy.tokens import Token

_DECIDING = sense("who: deciding")
_FIELDING = sense("who: fielding")
_OWNED = frozenset({Action.DEPLOY, Action.WITHDRAW, Action.EXERCISE, Action.PRESENT, Action.RECRUIT})
_LEAVING = frozenset({Action.RETURN, Action.EVACUATE, Action.WITHDRAW, Action.EXPEL})
_NATIONAL = sense("who: national")
_ARMIES = sense("who: armies")


def who(people: Counted, deed: Deed, setting: Setting) -> str | None:
    """The country's name, or the group's as printed; None where the article does not say, or names several."""
    own = next(_own(people, deed, setting), None)
    return own if own is not None or are_of_several(people.tokens) else next(_answers(people, deed, setting), None)


def with_site_owners(scenes: list[Setting]) -> list[Setting]:
    """The settings of one article, each knowing whose the bases are that the article names anywhere."""
    known: dict[str, str] = {}
    for setting in scenes:
        for mention in setting.mentions:
            place = mention.place
            if place is None or place.kind is not PlaceKind.SITE or place.id in known:
                continue
            head = setting.doc[mention.first : mention.stop].root
            named = (
                *in_phrase(head, setting),
                *(n for o in children(head, rel.POSSESSOR) for n in belonging(o, setting)),
            )
            if named:
                known[place.id] = named[0]
    return [replace(setting, owners=known) for setting in scenes]


def hosts(people: Counted, deed: Deed, setting: Setting) -> bool:
    """Whether the owner of a member of a list is where the people are: "Kenya hosts 500 refugees, Chad 300"."""
    foreign = next(named_in(people.tokens, people.head, setting), None) is not None
    return people.population is not Population.TROOPS or foreign or deed.action in (Action.HOST, Action.ACCEPT)


def _answers(people: Counted, deed: Deed, setting: Setting) -> Iterator[str]:
    head = people.head
    if people.lead is not None:
        yield from _own(people.lead, deed, setting)
        yield from _answers(people.lead, deed, setting)
    yield from named_in(of_the_first(people.tokens), head, setting)
    if people.level is not None and people.population is Population.TROOPS:
        yield from in_phrase(people.level, setting)
    owned = people.level if people.level is not None else head
    yield from owners(owned, setting) if people.population not in HOSTED else ()
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
    holds = governor(head)
    if (
        deed.action in _OWNED and holds is not None and holds.lemma_.lower() in _FIELDING
    ):  # "Spain has 130 men based in"
        yield from _fielder(holds, head, setting)
    if deed.action in _OWNED and deed.anchor.pos_ == "NOUN" and deed.anchor.head.lemma_.lower() in _DECIDING:
        yield from _fielder(deed.anchor.head, head, setting)
    if (
        head.dep_ == rel.PREPOSITION_OBJECT and head.head.lower_ == "with"
    ):  # "Chad's army, with 5,000 troops", "Chad goes first, with"
        holder = head.head.head
        yield from _fielder(holder, head, setting) if is_verb(holder) else belonging(holder, setting)


def _own(people: Counted, deed: Deed, setting: Setting) -> Iterator[str]:
    """The owner that a list gives to its member, or that is said of a part."""
    if (member := people.member) is not None and not hosts(people, deed, setting):
        owner = member.owner
        stays = deed.anchor.lemma_.lower() == "come" or deed.action not in MOVES | _LEAVING
        comes = member.shape is not Shape.FIRST and stays
        if owner is None and people.population is Population.TROOPS and comes:  # "from Ghana (870)"
            owner = next((target for preposition, target in member.places if preposition == "from"), None)
        yield from belonging(owner, setting) if owner is not None else ()
    for word in reversed(people.said):
        yield from belonging(word, setting) if len(people.said) == 1 else named_in(people.said, word, setting)


def _fielder(verb: "Token", head: "Token", setting: Setting) -> Iterator[str]:
    """Whoever ``verb`` says fields them; for "it" that opens a sentence, who did something in the one before."""
    doer = named_subject(verb)
    if doer is None and (pronoun := subject(verb)) is not None and pronoun.lower_ == "it":
        before = [s for s in verb.doc.sents if s.end == pronoun.sent.start and pronoun.head == pronoun.sent.root]
        doer = next((child(s.root, rel.SUBJECT) for s in before), None)
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
            and not (leaves or (preposition == "of" and people.level is not None))
            and (is_country or people.population is Population.TROOPS)
        ):
            named += list(belonging(target, setting))[:1]
    if len(set(named)) == 1:
        yield named[0]


def _sites(head: "Token", deed: Deed) -> Iterator["Token"]:
    """The bases that the people stand at or that house them."""
    for token in (head, deed.anchor):
        for preposition, target in objects(token):
            if preposition in ("at", "in", "on", "from"):
                yield target
    yield from children(deed.anchor, rel.SUBJECT, rel.COMPOUND)


def _site_owner(noun: "Token", setting: Setting) -> Iterator[str]:
    """Whose base it is: said here, or where the article first names it with an owner."""
    mention = setting.mention(noun)
    if mention is None or mention.place is None or mention.place.kind is not PlaceKind.SITE:
        return
    yield from in_phrase(noun, setting)
    for owner in children(noun, rel.POSSESSOR):
        yield from belonging(owner, setting)
    if (known := setting.owners.get(mention.place.id)) is not None:
        yield known
