"""The places of a claim, each in its role: at, from, to, near, via."""

from typing import TYPE_CHECKING

from geo.claims.action import HOSTED, Deed, reading_of
from geo.claims.belonging import named_in
from geo.claims.havens import haven_for
from geo.claims.inferred import (
    cause,
    doer,
    gone_home,
    homeland,
    of_home,
    opening,
    own_country,
    purpose,
    sent_home,
    trigger,
    where,
)
from geo.claims.lists.member import Member, Shape
from geo.claims.naming import named, once
from geo.claims.people import Counted, is_known
from geo.claims.prepositions import ENDS_IN, INTO, ROLES, apart, beside, role_of, stated
from geo.claims.setting import Setting
from geo.claims.tie import Tie
from geo.claims.who import hosts
from geo.grammar import argument, children, holder_of, objects
from geo.grammar import relations as rel
from geo.lexicon.deeds import MOVES
from geo.lexicon.levels import PRODUCING
from geo.model import Action, PlaceKind, Population, Role
from geo.places.border_lines import all_borders

if TYPE_CHECKING:
    from spacy.tokens import Token


def places(people: Counted, deed: Deed, who: str | None, setting: Setting) -> tuple[Tie, ...]:
    """Each place once, in its role, stated ones first; what only follows from the words around is marked so."""
    if people.said and people.lead is not None:
        own = {m.place.id for t in people.said if (m := setting.mention(t)) is not None and m.place is not None}
        found = [use for use in places(people.lead, deed, who, setting) if use.place.id not in own]
        comes = people.said[0].nbor(-1).lower_ == "from"  # then "from" says whose they are, here and of other parts
        return tuple(use for use in found if not (comes and use.role is Role.FROM))
    if people.member is not None:
        return once(_of_member(people, people.member, deed, who, setting))
    return once(_of_clause(people, deed, who, setting))


def _of_level(people: Counted, level: "Token", deed: Deed, setting: Setting) -> list[Tie]:
    """The places of the noun whose level is told, and of the verb that tells it: "cut its force in Mali to 700"."""
    found: list[Tie] = []
    ends = deed.action in ENDS_IN
    for head in (level, deed.anchor):
        for preposition, target in objects(head):
            role = Role.AT if preposition == "of" else ROLES.get(preposition)
            if role is Role.AT and ends:
                role = Role.TO
            is_figure = target in (people.head, argument(people.head)) or target.like_num
            if role is not None and not is_figure and (head == level or role in (Role.AT, Role.TO, Role.NEAR)):
                found += named(target, role, setting)
    counted = [level, *(target for preposition, target in objects(level) if preposition == "of" and is_known(target))]
    for clause in (c for noun in counted for c in children(noun, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE)):
        for preposition, target in objects(clause):  # "the number of refugees who have fled to Chad"
            role = ROLES.get(preposition)
            if role in (Role.AT, Role.TO, Role.FROM) and (is_deed := reading_of(clause)) is not None:
                found += named(target, Role.TO if role is Role.AT and is_deed.action in ENDS_IN else role, setting)
    if found:
        return found
    role = Role.TO if ends else Role.AT
    of_people = people.population is not Population.TROOPS
    for owner in children(level, rel.POSSESSOR, rel.COMPOUND, rel.NOUN_MODIFIER):
        for use in named(owner, role, setting):
            if of_people or use.place.kind is not PlaceKind.COUNTRY:  # "the Kabul garrison", but "the US force"
                found.append(use)
    return found or list(opening(people, deed, setting))


def _of_clause(people: Counted, deed: Deed, who: str | None, setting: Setting) -> list[Tie]:
    if people.level is not None:
        return _of_level(people, people.level, deed, setting)
    if people.said and people.said[0].nbor(-1).lower_ == "from":
        return []  # "900 are from Ghana" says whose they are, and not where
    if people.beside is not None:
        return list(named(people.beside, Role.TO if deed.action in INTO else Role.AT, setting))
    home = setting.gazetteer.country(who) if who else None
    abroad = frozenset(home.countries) if home is not None and _is_abroad(people, deed, setting) else frozenset()
    found = list(stated(people, deed, setting, abroad)) or list(apart(people, deed, setting))
    found = found or list(beside(people, deed, setting))
    found = found or list(opening(people, deed, setting))
    found += where(deed, setting) if not _has(found, Role.TO, Role.AT) else ()
    found += purpose(deed, setting) if deed.action is Action.DEPLOY and not _has(found, Role.TO, Role.AT) else ()
    if deed.action in (Action.DISPLACE, Action.FLEE) and not _has(found, Role.AT, Role.FROM):
        found += cause(people, deed, setting)
    if deed.action in (Action.ACCEPT, Action.HOST):  # "the town hosts 900 of the 4,000 refugees in the country"
        taken_in = list(doer(deed, Role.AT if deed.action is Action.HOST else Role.TO, setting, abroad))
        around = {use.place.country for use in taken_in if use.place.kind is not PlaceKind.COUNTRY}
        found = [use for use in found if use.place.kind is not PlaceKind.COUNTRY or use.place.country not in around]
        found += taken_in if not _has(found, Role.AT, Role.TO) else ()
    held = people.population in HOSTED and deed.action in (Action.HOST, Action.PRESENT, Action.UNSTATED)
    holder = (holder_of(people.head) if held else None) or haven_for(argument(people.head))
    if holder is not None and not _has(found, Role.AT, Role.TO):  # "a camp near Tripoli for 900 people"
        found += named(holder, Role.AT, setting)
    if deed.anchor.lemma_.lower() in PRODUCING:
        found += doer(deed, Role.FROM, setting)
    found = of_home(people, deed, found, setting)
    if _are_sent(people, deed, found) and not _has(found, Role.FROM):
        found += doer(deed, Role.FROM, setting)
    if deed.action is Action.EXPEL and people.population is not Population.TROOPS:
        found += sent_home(people, home, found)
    if deed.action is Action.RETURN:
        found += gone_home(deed, home, found)
    if deed.action in MOVES and not _has(found, Role.FROM):
        found += trigger(deed, setting) or homeland(people, deed, home, found)
    if deed.action is Action.EXERCISE and not found and _is_own(people):
        found += own_country(home)
    return found


def _of_member(people: Counted, member: Member, deed: Deed, who: str | None, setting: Setting) -> list[Tie]:
    """In a list: the places of the member alone, and those told of all that are in no other role."""
    own: list[Tie] = []
    for preposition, target in member.places:
        role = role_of(preposition, deed.anchor, deed) or ROLES.get(preposition, Role.AT)
        if role is not Role.FROM or people.population is not Population.TROOPS or deed.action in MOVES:
            own += named(target, role, setting)
    if member.owner is not None and hosts(people, deed, setting):
        own += named(member.owner, Role.TO if deed.action in INTO else Role.AT, setting)
    if people.lead is not None:
        apart = of_others(member, setting)
        shared = [use for use in places(people.lead, deed, who, setting) if use.place.id not in apart]
    else:
        apart = _in_words(member.others, setting)
        shared = [use for use in _of_clause(people, deed, who, setting) if use.place.id not in apart]
        if member.shape is Shape.FIRST and _has(shared, *(use.role for use in own)):
            own = []  # the grammar sees it, and maybe more
    return own + [use for use in shared if not _has(own, use.role)]


def of_others(member: Member, setting: Setting) -> frozenset[str]:
    """The ids of the places that brackets give to the other members of a list: theirs alone, where others share."""
    if member.shape is not Shape.BRACKETED:
        return frozenset()
    return _in_words(member.others, setting)


def _in_words(words: frozenset[int], setting: Setting) -> frozenset[str]:
    return frozenset(m.place.id for m in setting.mentions if m.place is not None and m.first in words)


def held_places(noun: "Token", setting: Setting) -> tuple[Tie, ...]:
    """What is held: the border, province or country that ``noun`` names, else the one that owns it."""
    if setting.mention(noun) is not None:
        return once(list(named(noun, Role.AT, setting)))
    found = [use for owner in children(noun, rel.POSSESSOR) for use in named(owner, Role.AT, setting)]
    if noun.lemma_.lower() in ("border", "frontier"):
        borders = (all_borders(use.place.country or "", setting.gazetteer) for use in found)
        return tuple(Tie(place, Role.AT) for place in borders if place is not None)
    return once(found or list(named(noun, Role.AT, setting)))


def _are_sent(people: Counted, deed: Deed, found: list[Tie]) -> bool:
    """ "expelled 40 migrants", "sent 40 migrants back to": from where the doer is; but "brought 40 home"."""
    back = deed.action is Action.RETURN and argument(people.head).dep_ == rel.OBJECT and _has(found, Role.TO)
    return deed.action is Action.EXPEL or (back and people.population is not Population.TROOPS)


def _is_abroad(people: Counted, deed: Deed, setting: Setting) -> bool:
    """Whether "the country" is not the people's own: they move, or are named by their country where they stay."""
    if deed.action in MOVES:
        return True
    stays = deed.action in (Action.PRESENT, Action.HOST, Action.DEPLOY, Action.ACCEPT)
    return stays and next(named_in(people.tokens, people.head, setting), None) is not None


def _is_own(people: Counted) -> bool:
    """ "members of the country's security forces": who exercises belongs to who holds the exercise."""
    return any(t.dep_ == rel.POSSESSOR for t in people.head.subtree)


def _has(found: list[Tie], *roles: Role) -> bool:
    return any(use.role in roles for use in found)
