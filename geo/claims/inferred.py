"""Places of a claim that no preposition ties to it, but that follow from the words around; each says how."""

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.heads import SETTLED
from geo.claims.naming import mention_of, named, named_by_owner
from geo.claims.people import Counted
from geo.claims.setting import Setting
from geo.claims.tie import Tie
from geo.grammar import argument, children, clause_heads, named_subject, objects, subject
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import SAYING
from geo.model import Action, Place, PlaceKind, Population, Role
from geo.places.lexicon import KIND_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADS_IN = frozenset({Action.ARRIVE, Action.CROSS, Action.ACCEPT})
_OF_A_COUNTRY = frozenset({Population.REFUGEES, Population.ASYLUM_SEEKERS, Population.MIGRANTS})
"""Whose "from" says of what country they are."""
_TAKINGS = sense("inferred: takings")
_GUARDING = sense("inferred: guarding")


def purpose(deed: Deed, setting: Setting) -> Iterator[Tie]:
    """ "moved troops to strengthen its force on the border": the troops go to the border."""
    for clause in children(deed.anchor, rel.ADVERBIAL_CLAUSE, rel.OPEN_COMPLEMENT):
        if clause.lemma_.lower() in _GUARDING:
            for token in clause.subtree:
                mention = setting.mention(token)
                if mention is not None and mention.place is not None and mention.toponym.literal:
                    yield Tie(mention.place, Role.TO, stated=False, note=f"to {clause.lemma_} it")
                    return


def cause(people: Counted, deed: Deed, setting: Setting) -> Iterator[Tie]:
    """Where what drove people out was: "fighting in the east has displaced", "displaced by floods in the south"."""
    causes = [target for preposition, target in objects(deed.anchor) if preposition == "by"]
    if (doer := subject(deed.anchor)) is not None and doer != argument(people.head):
        causes.append(doer)
    role = Role.AT if deed.action is Action.DISPLACE else Role.FROM
    for cause in causes:
        for preposition, target in objects(cause) if setting.mention(cause) is None else ():
            if preposition in ("in", "at", "around", "across"):
                for found in named(target, role, setting):
                    yield replace(found, stated=False, pointed=False, note=f"where the {cause.lemma_.lower()} is")


def doer(deed: Deed, role: Role, setting: Setting, abroad: Set[str] = frozenset()) -> Iterator[Tie]:
    """Who takes people in is where they go ("the country is ready to accept"); who expels them, where they leave.

    ``abroad`` are countries that "the country" cannot mean.
    """
    noun = deed.anchor.pos_ == "NOUN" or deed.anchor.lower_ == "home"  # "X is now home to", an adverb by the parse
    beside = deed.anchor.head if noun else None  # "Chad, home to", "the camp has a capacity"
    doer = named_subject(deed.anchor) or (beside and (subject(beside) or beside))
    if doer is None:
        return
    mention = mention_of(doer, setting)
    place = mention.place if mention is not None else setting.described(doer, excluding=abroad)
    if place is not None and place.kind is PlaceKind.CITY and mention is not None and not mention.toponym.literal:
        place = setting.gazetteer.country(place.country or "")  # a capital that stands for its country
    if place is not None:
        yield Tie(place, role)
    else:  # "hotels in the town are lodging 6,000", "the village of Example took in 90"
        within = ("in", "at", "near", "of") if doer.lemma_.lower() in KIND_WORDS else ("in", "at", "near")
        yield from named_by_owner(doer, role, setting)
        yield from (use for p, t in objects(doer) if p in within for use in named(t, role, setting))


def opening(people: Counted, deed: Deed, setting: Setting) -> Iterator[Tie]:
    """The scene that opens the sentence: "At Khazer, a camp meant for 6,000 families is full"."""
    sentence = people.head.sent
    preposition = sentence[0]
    other = preposition.dep_ == rel.PREPOSITION and preposition.head != deed.anchor
    if preposition.lower_ in ("in", "at", "near") and other and preposition.head.lemma_.lower() not in SAYING:
        role = Role.NEAR if preposition.lower_ == "near" else Role.AT
        for target in children(preposition, rel.PREPOSITION_OBJECT):
            for use in named(target, role, setting):
                yield replace(use, stated=False, pointed=False, note="the scene that the sentence opens with")


def where(deed: Deed, setting: Setting) -> Iterator[Tie]:
    """The place of a clause with "where": "Lithuania, where 4,200 people crossed", "a school in the town, where"."""
    for clause in (deed.anchor, *clause_heads(deed.anchor)):
        if clause.dep_ == rel.RELATIVE_CLAUSE and any(t.lower_ == "where" for t in children(clause, rel.ADVERB)):
            goes = deed.action in _LEADS_IN or any(t.lemma_.lower() in SETTLED for t in children(clause, rel.OBJECT))
            yield from named(clause.head, Role.TO if goes else Role.AT, setting)
            return


def trigger(deed: Deed, setting: Setting) -> list[Tie]:
    """The place whose fall set people moving: "fled after the town was seized", "seized the town, which sent them"."""
    clauses = [*children(deed.anchor, rel.ADVERBIAL_CLAUSE), *clause_heads(deed.anchor)]
    for clause in filter(_takes_a_place, clauses):
        for token in clause.subtree:
            if token == deed.anchor or (deed.anchor.is_ancestor(token) and clause.is_ancestor(deed.anchor)):
                continue
            mention = setting.mention(token)
            if mention is None or mention.place is None or not mention.toponym.literal:
                continue
            if mention.place.kind in (PlaceKind.CITY, PlaceKind.CROSSING, PlaceKind.SITE, PlaceKind.PROVINCE):
                return [Tie(mention.place, Role.FROM, stated=False, note="stated as what set them moving")]
    return []


def _takes_a_place(verb: "Token") -> bool:
    """ "Took the town", and not "took shelter in"."""
    havens = any(t.lemma_.lower() in SETTLED for t in children(verb, rel.OBJECT))
    return verb.lemma_.lower() in _TAKINGS and not havens


def homeland(people: Counted, deed: Deed, home: Place | None, found: list[Tie]) -> list[Tie]:
    """Nationals of one country who go to another come from their own, where nothing else is said; soldiers not
    where they only arrive, as a country's troops may come from anywhere."""
    if people.population is Population.TROOPS and deed.action is Action.ARRIVE:
        return []
    goes = [use.place for use in found if use.role is Role.TO]
    if home is None or not goes or any(home.country in place.countries for place in goes):
        return []
    return [Tie(home, Role.FROM, stated=False, note=f"{people.words} are its people; no other origin is stated")]


def sent_home(people: Counted, home: Place | None, found: list[Tie]) -> list[Tie]:
    """Nationals of one country who are expelled from another go to their own, where nothing else is said."""
    if home is None or not found or any(use.role is Role.TO or use.place == home for use in found):
        return []
    return [Tie(home, Role.TO, stated=False, note=f"{people.words} are its people; no other goal is stated")]


def gone_home(deed: Deed, home: Place | None, found: list[Tie]) -> list[Tie]:
    """Nationals who "have gone home" are in their own country."""
    goes = any(
        t.lower_ == "home" for t in children(deed.anchor, rel.ADVERB, rel.PARTICLE, rel.OBJECT, rel.ADVERBIAL_NOUN)
    )
    if home is None or not goes or any(use.role is Role.TO for use in found):
        return []
    return [Tie(home, Role.TO, stated=False, note="they went home")]


def of_home(people: Counted, deed: Deed, found: list[Tie], setting: Setting) -> list[Tie]:
    """ "Repatriated 300 refugees from Iraq": the country that refugees are of is where they go back to."""
    sent = people.head.dep_ in (rel.OBJECT, rel.PASSIVE_SUBJECT) and people.head.head == deed.anchor
    if (
        deed.action is not Action.RETURN
        or not sent
        or people.population not in _OF_A_COUNTRY
        or any(use.role is Role.TO for use in found)
    ):
        return found
    # However the parse hangs it, it stands right behind them.
    heads = (people.head, deed.anchor)
    ties = [t for h in heads for p, t in objects(h) if p == "from" and t.head.i == people.head.i + 1]
    homes = {use.place.id for target in ties for use in named(target, Role.FROM, setting)}
    return [replace(use, role=Role.TO) if use.place.id in homes else use for use in found]


def own_country(home: Place | None) -> list[Tie]:
    """Who exercises in no place that is told does so at home."""
    if home is None:
        return []
    return [Tie(home, Role.AT, stated=False, note="its own forces; no place is stated")]
