"""The places of a claim, each in its role: at, from, to, near, via."""

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.action import HOSTED, Deed
from geo.claims.belonging import named_in
from geo.claims.inferred import cause, doer, gone_home, homeland, opening, own_country, purpose, trigger, where
from geo.claims.lists.member import Member, Shape
from geo.claims.naming import named, once
from geo.claims.people import Counted
from geo.claims.setting import Setting
from geo.claims.who import hosts
from geo.grammar import SUBJECTS, argument, child, children, conjuncts, holder_of, objects
from geo.grammar import relations as rel
from geo.lexicon.deeds import BOUND, MOVES
from geo.lexicon.levels import PRODUCING
from geo.model import Action, ClaimPlace, PlaceKind, Population, Role
from geo.places.borders import all_borders

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES: dict[str, Role] = {
    **dict.fromkeys(("from", "out of"), Role.FROM),
    **dict.fromkeys(("to", "into", "onto", "toward", "towards", "back to", "for"), Role.TO),
    **dict.fromkeys(("at", "in", "inside", "within", "on", "along", "throughout", "across"), Role.AT),
    **dict.fromkeys(("via", "through", "over"), Role.VIA),
    **dict.fromkeys(("near", "close to", "outside", "around", "beside", "off"), Role.NEAR),
}
_DIRECT: dict[Action, Role] = {
    Action.FLEE: Role.FROM,
    Action.EVACUATE: Role.FROM,
    Action.CROSS: Role.TO,
    Action.ARRIVE: Role.TO,
    Action.WITHDRAW: Role.FROM,
}
"""What a direct object is to the verb: "fled Homs", "entered Chad"."""
_ENDS_IN = frozenset({Action.ARRIVE, Action.FLEE, Action.DEPLOY, Action.CROSS, Action.RETURN})
_GUARDING = frozenset("guard defend patrol garrison".split())
_INTO = frozenset({Action.ARRIVE, Action.CROSS, Action.ACCEPT, Action.FLEE})
"""What a place of its own ends in, where the figure leans on another: ", Slovakia 140,000"."""
_STILL = frozenset({Action.EXERCISE, Action.RECRUIT, Action.UNSTATED})
"""What leads nobody from or to anywhere: "soldiers from six countries took part" is no journey."""
_LEAVING = frozenset({Action.WITHDRAW, Action.EVACUATE, Action.FLEE, Action.EXPEL, Action.CROSS, Action.RETURN})
_SETTLED = frozenset("refuge shelter asylum safety camp".split())


def places(people: Counted, deed: Deed, who: str | None, setting: Setting) -> tuple[ClaimPlace, ...]:
    """Each place once, in its role, stated ones first; what only follows from the words around is marked so."""
    if people.said and people.lead is not None:
        own = {m.place.id for t in people.said if (m := setting.mention(t)) is not None and m.place is not None}
        found = [use for use in places(people.lead, deed, who, setting) if use.place.id not in own]
        comes = people.said[0].nbor(-1).lower_ == "from"  # then "from" says whose they are, here and of other parts
        return tuple(use for use in found if not (comes and use.role is Role.FROM))
    if people.member is not None:
        return once(_of_member(people, people.member, deed, who, setting))
    return once(_of_clause(people, deed, who, setting))


def _of_level(people: Counted, level: "Token", deed: Deed, setting: Setting) -> list[ClaimPlace]:
    """The places of the noun whose level is told, and of the verb that tells it: "cut its force in Mali to 700"."""
    found: list[ClaimPlace] = []
    ends = deed.action in _ENDS_IN
    for head in (level, deed.anchor):
        for preposition, target in objects(head):
            role = Role.AT if preposition == "of" else _ROLES.get(preposition)
            if role is Role.AT and ends:
                role = Role.TO
            is_figure = target in (people.head, argument(people.head)) or target.like_num
            if role is not None and not is_figure and (head == level or role in (Role.AT, Role.TO, Role.NEAR)):
                found += named(target, role, setting)
    if found:
        return found
    role = Role.TO if ends else Role.AT
    of_people = people.population is not Population.TROOPS
    for owner in children(level, rel.POSSESSOR, rel.COMPOUND, rel.NOUN_MODIFIER):
        for use in named(owner, role, setting):
            if of_people or use.place.kind is not PlaceKind.COUNTRY:  # "the Kabul garrison", but "the US force"
                found.append(use)
    return found or list(opening(people, deed, setting))


def _of_clause(people: Counted, deed: Deed, who: str | None, setting: Setting) -> list[ClaimPlace]:
    if people.level is not None:
        return _of_level(people, people.level, deed, setting)
    if people.said and people.said[0].nbor(-1).lower_ == "from":
        return []  # "900 are from Ghana" says whose they are, and not where
    if people.beside is not None:
        return list(named(people.beside, Role.TO if deed.action in _INTO else Role.AT, setting))
    home = setting.gazetteer.country(who) if who else None
    abroad = frozenset(home.countries) if home is not None and _is_abroad(people, deed, setting) else frozenset()
    found = list(_stated(people, deed, setting, abroad)) or list(_beside(people, deed, setting))
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
    if held and not _has(found, Role.AT, Role.TO) and (holder := holder_of(people.head)) is not None:
        found += named(holder, Role.AT, setting)
    if deed.anchor.lemma_.lower() in PRODUCING:
        found += doer(deed, Role.FROM, setting)
    if deed.action is Action.EXPEL and not _has(found, Role.FROM):
        found += doer(deed, Role.FROM, setting)
    if deed.action is Action.RETURN:
        found += gone_home(deed, home, found)
    if deed.action in MOVES and not _has(found, Role.FROM):
        found += trigger(deed, setting) or homeland(people, home, found)
    if deed.action is Action.EXERCISE and not found and _is_own(people):
        found += own_country(home)
    return found


def _of_member(people: Counted, member: Member, deed: Deed, who: str | None, setting: Setting) -> list[ClaimPlace]:
    """In a list: the places of the member alone, and those told of all that are in no other role."""
    own: list[ClaimPlace] = []
    for preposition, target in member.places:
        role = _role(preposition, deed.anchor, deed) or _ROLES.get(preposition, Role.AT)
        if role is not Role.FROM or people.population is not Population.TROOPS or deed.action in MOVES:
            own += named(target, role, setting)
    if member.owner is not None and hosts(people, deed, setting):
        own += named(member.owner, Role.TO if deed.action in _INTO else Role.AT, setting)
    if people.lead is not None:
        shared = list(places(people.lead, deed, who, setting))
    else:
        apart = {m.place.id for m in setting.mentions if m.place is not None and m.first in member.others}
        shared = [use for use in _of_clause(people, deed, who, setting) if use.place.id not in apart]
        if member.shape is Shape.FIRST and _has(shared, *(use.role for use in own)):
            own = []  # the grammar sees it, and maybe more
    return own + [use for use in shared if not _has(own, use.role)]


def stated_places(deed: Deed, setting: Setting) -> tuple[ClaimPlace, ...]:
    """The places that stand with a deed alone, as in a sentence about "them"."""
    return once(
        [
            found
            for preposition, target in objects(deed.anchor)
            if (role := _role(preposition, deed.anchor, deed)) is not None
            for found in named(target, role, setting)
        ]
    )


def held_places(noun: "Token", setting: Setting) -> tuple[ClaimPlace, ...]:
    """What is held: the border, province or country that ``noun`` names, else the one that owns it."""
    if setting.mention(noun) is not None:
        return once(list(named(noun, Role.AT, setting)))
    found = [use for owner in children(noun, rel.POSSESSOR) for use in named(owner, Role.AT, setting)]
    if noun.lemma_.lower() in ("border", "frontier"):
        borders = (all_borders(use.place.country or "", setting.gazetteer) for use in found)
        return tuple(ClaimPlace(place, Role.AT) for place in borders if place is not None)
    return once(found or list(named(noun, Role.AT, setting)))


def _stated(people: Counted, deed: Deed, setting: Setting, abroad: Set[str]) -> Iterator[ClaimPlace]:
    if (own := _own_way(people)) is not None:
        yield from named(own[1], own[0], setting, abroad)
    for head in _heads(people, deed):
        for preposition, target in objects(head):
            if (role := _role(preposition, head, deed)) is not None and not _tells_of_another(target, setting):
                role = Role.AT if target.i < head.i and preposition == "in" else role  # "In Syria, ... took shelter"
                found = list(named(target, role, setting, abroad if role in (Role.TO, Role.AT) else frozenset()))
                if preposition == "from" and head == people.head and _serve(people, deed):
                    found = [use for use in found if use.place.kind is not PlaceKind.COUNTRY]
                if role is Role.TO:  # "were flown to Accra from Tripoli", as if Accra were from there
                    found += [u for p, t in objects(target) if p == "from" for u in named(t, Role.FROM, setting)]
                if preposition == "across" and deed.action in MOVES | {Action.DEPLOY} and any(map(_is_line, found)):
                    found = [replace(use, role=Role.VIA) for use in found]
                    found += [u for p, t in objects(target) if p in ("to", "into") for u in named(t, Role.TO, setting)]
                yield from (use for use in found if own is None or use.role is not Role.TO)
    yield from _there(deed, setting)
    yield from _direct(people, deed, setting)
    owns = deed.anchor.lemma_.lower() in ("have", "keep", "maintain")  # "the US has 900 troops in Syria"
    if deed.action is Action.PRESENT and not owns:
        for target in children(deed.anchor, rel.SUBJECT, rel.COMPOUND):
            if target != argument(people.head):
                yield from named(target, Role.AT, setting)


def _is_abroad(people: Counted, deed: Deed, setting: Setting) -> bool:
    """Whether "the country" is not the people's own: they move, or are named by their country where they stay."""
    if deed.action in MOVES:
        return True
    stays = deed.action in (Action.PRESENT, Action.HOST, Action.DEPLOY, Action.ACCEPT)
    return stays and next(named_in(people.tokens, people.head, setting), None) is not None


def _serve(people: Counted, deed: Deed) -> bool:
    """ "1,700 soldiers from Mali and Niger": whose they are, where they do not leave."""
    return people.population is Population.TROOPS and deed.action not in _LEAVING


def _direct(people: Counted, deed: Deed, setting: Setting) -> Iterator[ClaimPlace]:
    """The places that are the verb's own objects: "fled Homs", "patrol Mopti", "left Fort Drum for Poland"."""
    verb = deed.anchor.lemma_.lower()
    role = Role.AT if verb in _GUARDING else Role.FROM if verb == "leave" else _DIRECT.get(deed.action)
    if role is not None:
        for target in children(deed.anchor, rel.OBJECT, rel.ADVERBIAL_NOUN):
            if target != argument(people.head) and (target.dep_ == rel.OBJECT or setting.mention(target) is not None):
                for use in named(target, role, setting):  # "crossed the river", "crossed the Example Gap"
                    passed = _is_line(use) or (verb == "cross" and use.place.kind is not PlaceKind.COUNTRY)
                    yield replace(use, role=Role.VIA) if passed else use
                if verb in BOUND:  # however "for" is hung
                    yield from (u for p, t in objects(target) if p == "for" for u in named(t, Role.TO, setting))


def _there(deed: Deed, setting: Setting) -> Iterator[ClaimPlace]:
    for adverb in children(deed.anchor, rel.ADVERB, rel.ADVERBIAL_NOUN):
        if adverb.lower_ in ("here", "there") and (place := setting.pointed(adverb)) is not None:
            left = deed.anchor.lemma_.lower() in ("leave", "depart")
            role = Role.FROM if left else Role.TO if deed.action in _INTO | {Action.DEPLOY} else Role.AT
            yield ClaimPlace(place, role, note=f"“{adverb.text}”")


def _beside(people: Counted, deed: Deed, setting: Setting) -> Iterator[ClaimPlace]:
    """ "14 houses and a school in Kharkiv": what is said of the last of several things holds for all."""
    for joined in conjuncts(people.head):
        for preposition, target in objects(joined):
            if (role := _role(preposition, joined, deed)) is not None:
                yield from named(target, role, setting)


def _own_way(people: Counted) -> "tuple[Role, Token] | None":
    """Where a part goes by itself: "50,000 of them to Chad"."""
    after = list(people.head.doc[people.head.i + 1 : people.head.i + 4])
    if [t.lower_ for t in after[:2]] not in (["of", "them"], ["of", "whom"]) or len(after) < 3:
        return None
    role, target = _ROLES.get(after[2].lower_), child(after[2], rel.PREPOSITION_OBJECT)
    return None if role is None or target is None else (role, target)


def _is_line(use: ClaimPlace) -> bool:
    return use.place.kind in (PlaceKind.BORDER, PlaceKind.RIVER)


def _heads(people: Counted, deed: Deed) -> list["Token"]:
    """The words whose prepositions tell where: the deed, the people, and what they carry on."""
    if people.head.dep_ == rel.CONJUNCT and people.head.pos_ == "NUM":  # "900 in Syria and 2,500 in Iraq"
        return [people.head]
    told = (
        t
        for t in children(people.head, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE)
        if not any(s.like_num for s in children(t, *SUBJECTS))
    )
    heads = dict.fromkeys([deed.anchor, people.head, *told])  # not what is told of a part, "900 of whom are from"
    carried = [
        t
        for head in heads
        for t in children(head, rel.OPEN_COMPLEMENT, rel.OBJECT, rel.ADVERBIAL_CLAUSE)
        if _carries(t)
    ]
    return list(dict.fromkeys([*heads, *carried]))


def _tells_of_another(target: "Token", setting: Setting) -> bool:
    """True where a preposition hangs on what stands before it: "fled Goma in North Kivu", "50,000 of them to Chad"."""
    preposition = target.head
    if [t.lower_ for t in setting.doc[max(0, preposition.i - 2) : preposition.i]] in (["of", "them"], ["of", "whom"]):
        return True
    before = setting.mention(setting.doc[preposition.i - 1]) if preposition.lower_ == "in" and preposition.i else None
    return before is not None and before.place is not None and before.stop == preposition.i


def _carries(token: "Token") -> bool:
    """Words whose own prepositions still tell where: "took refuge in", "took part in drills in"."""
    return token.dep_ == rel.OBJECT and token.lemma_.lower() in {
        *_SETTLED,
        "part",
        "way",
        "exercise",
        "drill",
        "border",
    }


def _role(preposition: str, head: "Token", deed: Deed) -> Role | None:
    role = _ROLES.get(preposition)
    if (
        deed.action in _STILL
        and (role is not Role.NEAR)
        and preposition not in ("in", "at", "inside", "within", "across")
    ):
        return role if role is Role.AT and deed.action is not Action.UNSTATED else None
    if preposition == "for" and deed.action is not Action.FLEE and head.lemma_.lower() not in BOUND:
        return None
    if role is Role.AT and deed.action in _ENDS_IN and (head == deed.anchor or head.lemma_.lower() in _SETTLED):
        settled = head.lemma_.lower() in _SETTLED or deed.action in (Action.ARRIVE, Action.RETURN)
        return Role.TO if settled or any(t.lemma_.lower() in _SETTLED for t in children(head, rel.OBJECT)) else Role.AT
    return role


def _is_own(people: Counted) -> bool:
    """ "members of the country's security forces": who exercises belongs to who holds the exercise."""
    return any(t.dep_ == rel.POSSESSOR for t in people.head.subtree)


def _has(found: list[ClaimPlace], *roles: Role) -> bool:
    return any(use.role in roles for use in found)
