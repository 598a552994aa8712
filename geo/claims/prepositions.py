"""The places that the grammar ties to a deed and its people by a preposition, or as the verb's own object."""

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.contingents import LEAVING, is_right_behind, tells_whose
from geo.claims.heads import SETTLED, clauses, heads
from geo.claims.naming import mention_of, named, once
from geo.claims.people import Counted
from geo.claims.setting import Setting
from geo.claims.tie import Tie, is_apart
from geo.grammar import argument, child, children, conjuncts, objects
from geo.grammar import relations as rel
from geo.lexicon.deeds import BOUND, MOVES, VERBS
from geo.lexicon.senses import sense
from geo.model import Action, Place, PlaceKind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLES: dict[str, Role] = {
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
_CAME = {Action.FLEE: Role.FROM, Action.ARRIVE: Role.TO, Action.CROSS: Role.TO}
"""What the object of a clause about the people is to them."""
ENDS_IN = frozenset({Action.ARRIVE, Action.FLEE, Action.DEPLOY, Action.CROSS, Action.RETURN})
_GUARDING = sense("prepositions: guarding")
INTO = frozenset({Action.ARRIVE, Action.CROSS, Action.ACCEPT, Action.FLEE})
"""What a place of its own ends in, where the figure leans on another: ", Slovakia 140,000"."""
_STILL = frozenset({Action.EXERCISE, Action.RECRUIT, Action.UNSTATED})
"""What leads nobody from or to anywhere: "soldiers from six countries took part" is no journey."""
_LEFT = frozenset({Action.FLEE, Action.EVACUATE, Action.EXPEL})
_GOING = LEAVING | {Action.ARRIVE, Action.DEPLOY}


def stated_places(deed: Deed, setting: Setting) -> tuple[Tie, ...]:
    """The places that stand with a deed alone, as in a sentence about "them"."""
    return once(
        [
            found
            for preposition, target in objects(deed.anchor)
            if (role := role_of(preposition, deed.anchor, deed)) is not None
            for found in named(target, role, setting)
        ]
    )


def stated(people: Counted, deed: Deed, setting: Setting, abroad: Set[str]) -> Iterator[Tie]:
    """The places that stand with the deed, its people and what they carry on; ``abroad`` as in ``named``."""
    if (own := _own_way(people)) is not None:
        yield from named(own[1], own[0], setting, abroad)
    for head in heads(people, deed):
        for preposition, target in objects(head):
            if is_apart(target.head):
                continue  # how far off it is, and not where they come from
            role = _told_role(target, head, people, deed, role_of(preposition, head, deed))
            role = _way_before(target, head, deed, setting) if role is Role.AT else role
            if role is not None and not _tells_of_another(target, setting):
                found = list(named(target, role, setting, abroad if role in (Role.TO, Role.AT) else frozenset()))
                if preposition == "from" and (head == people.head or is_right_behind(target, people)):
                    found = [use for use in found if not tells_whose(use, people, deed)]
                if role is Role.TO:  # "were flown to Accra from Tripoli", as if Accra were from there
                    found += [u for p, t in objects(target) if p == "from" for u in named(t, Role.FROM, setting)]
                if preposition == "across" and deed.action in MOVES | {Action.DEPLOY} and any(map(_is_line, found)):
                    found = [replace(use, role=Role.VIA) for use in found]
                    found += [u for p, t in objects(target) if p in ("to", "into") for u in named(t, Role.TO, setting)]
                yield from (use for use in found if own is None or use.role not in (own[0], Role.TO))
            elif preposition == "of" and head == people.head and setting.mention(target) is None:
                leaves = _DIRECT.get(deed.action) is Role.FROM  # "residents of the two cities left"
                described = named(target, Role.FROM if leaves else Role.AT, setting)
                yield from (use for use in described if use.note is not None)
    yield from _there(deed, setting)
    yield from _direct(people, deed, setting)
    yield from _came(people, deed, setting)
    owns = deed.anchor.lemma_.lower() in ("have", "keep", "maintain")  # "the US has 900 troops in Syria"
    if deed.action is Action.PRESENT and not owns:
        for target in children(deed.anchor, rel.SUBJECT, rel.COMPOUND):
            if target != argument(people.head):  # "soldiers that the country can field": no other
                yield from (replace(use, pointed=False) for use in named(target, Role.AT, setting))


def apart(people: Counted, deed: Deed, setting: Setting) -> Iterator[Tie]:
    """ "Three miles from the coast of X" is near X, where the whole is no place of its own."""
    for target in (t for head in heads(people, deed) for _, t in objects(head) if is_apart(t.head)):
        mention = setting.mention(target)
        if mention is None or mention.first > target.head.i:
            yield from named(target, Role.NEAR, setting)


def _told_role(target: "Token", head: "Token", people: Counted, deed: Deed, role: Role | None) -> Role | None:
    """The role of a place that is told of the people, and not of what they do, or that opens the sentence."""
    told = head != deed.anchor and head in clauses(people)
    if told and deed.action in _GOING and role is Role.AT:
        return Role.FROM  # "people who live in Raqqa arrived in"
    if told and head.lemma_ == "base" and deed.anchor != head and role is Role.AT:
        return Role.FROM  # "troops based in Bangkok are now in Yala"
    if told and deed.action is Action.RETURN and role is Role.TO:
        return Role.FROM  # "who fled to Kenya have gone home"
    if target.head.lower_ != "in" or role is None:
        return role
    if target.i < head.i:
        return Role.TO if deed.action is Action.ARRIVE else Role.AT  # "In Syria, ... took shelter"
    return Role.FROM if head == people.head and deed.action in _LEFT else role  # "families in the town were evacuated"


def _way_before(target: "Token", head: "Token", deed: Deed, setting: Setting) -> Role:
    """Of "to churches in Gao" and "left homes in Gao" the way of the churches and homes, however "in" is hung."""
    leaves = head == deed.anchor and (_DIRECT.get(deed.action) is Role.FROM or head.lemma_ == "leave")
    leaves = leaves and deed.action is not Action.PRESENT  # "left 900 soldiers in Gao"
    ways = [(ROLES.get(preposition), other) for preposition, other in objects(head)]
    ways += [(Role.FROM, other) for other in children(head, rel.OBJECT) if leaves]
    for way, other in ways:
        ends = other.right_edge.i + 1 == target.head.i
        if way in (Role.TO, Role.FROM) and ends and setting.mention(other) is None and other.pos_ == "NOUN":
            return way
    return Role.AT


def _came(people: Counted, deed: Deed, setting: Setting) -> Iterator[Tie]:
    """What the people are told to have fled or reached beside what they do: "people fleeing Ramadi arrived in", "aid
    for the 650 who had reached Bannu"."""
    for clause in clauses(people):
        role = _CAME.get(VERBS.get(clause.lemma_.lower(), Action.UNSTATED))
        if clause != deed.anchor and role is not None:
            for target in children(clause, rel.OBJECT):
                yield from named(target, role, setting)


def _direct(people: Counted, deed: Deed, setting: Setting) -> Iterator[Tie]:
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


def _there(deed: Deed, setting: Setting) -> Iterator[Tie]:
    for adverb in children(deed.anchor, rel.ADVERB, rel.ADVERBIAL_NOUN):
        if adverb.lower_ in ("here", "there") and (place := setting.pointed(adverb)) is not None:
            left = deed.anchor.lemma_.lower() in ("leave", "depart")
            role = Role.FROM if left else Role.TO if deed.action in INTO | {Action.DEPLOY} else Role.AT
            yield Tie(place, role, note=f"“{adverb.text}”")


def beside(people: Counted, deed: Deed, setting: Setting) -> Iterator[Tie]:
    """ "14 houses and a school in Kharkiv": what is said of the last of several things holds for all."""
    for joined in conjuncts(people.head):
        for preposition, target in objects(joined):
            if (role := role_of(preposition, joined, deed)) is not None:
                yield from named(target, role, setting)


def _own_way(people: Counted) -> "tuple[Role, Token] | None":
    """Where a part goes by itself: "50,000 of them to Chad"."""
    after = list(people.head.doc[people.head.i + 1 : people.head.i + 4])
    if [t.lower_ for t in after[:2]] not in (["of", "them"], ["of", "whom"]) or len(after) < 3:
        return None
    role, target = ROLES.get(after[2].lower_), child(after[2], rel.PREPOSITION_OBJECT)
    return None if role is None or target is None else (role, target)


def _is_line(use: Tie) -> bool:
    return use.place.kind in (PlaceKind.BORDER, PlaceKind.RIVER)


def _tells_of_another(target: "Token", setting: Setting) -> bool:
    """True where a preposition hangs on what stands before it: "fled Goma in North Kivu", "50,000 of them to Chad"."""
    preposition = target.head
    if [t.lower_ for t in setting.doc[max(0, preposition.i - 2) : preposition.i]] in (["of", "them"], ["of", "whom"]):
        return True
    if preposition.lower_ != "in" or preposition.i < 2:
        return False
    comma = setting.doc[preposition.i - 1].text == ","  # "to Porto Empedocle, in Sicily"
    before = setting.mention(setting.doc[preposition.i - 1 - comma])
    if before is None or before.place is None or before.stop != preposition.i - comma:
        return False
    outer = mention_of(target, setting)
    return not comma or (outer is not None and outer.place is not None and _holds(outer.place, before.place))


def _holds(outer: Place, inner: Place) -> bool:
    """Whether a place can be what another lies in."""
    if outer.kind is PlaceKind.COUNTRY:
        return inner.kind is not PlaceKind.COUNTRY and set(inner.countries) <= set(outer.countries)
    wider = outer.kind in (PlaceKind.PROVINCE, PlaceKind.REGION)
    return wider and inner.kind is not outer.kind and not set(inner.countries).isdisjoint(outer.countries)


def role_of(preposition: str, head: "Token", deed: Deed) -> Role | None:
    """The role of a place after ``preposition``, on ``head``; None where that tells nowhere to go or stay."""
    role = ROLES.get(preposition)
    if (
        deed.action in _STILL
        and (role is not Role.NEAR)
        and preposition not in ("in", "at", "inside", "within", "across")
    ):
        return role if role is Role.AT and deed.action is not Action.UNSTATED else None
    if preposition == "for" and deed.action is not Action.FLEE and head.lemma_.lower() not in BOUND:
        return None
    if role is Role.AT and head.dep_ == rel.OBJECT and _quits(head.head):
        return Role.FROM  # "left the camps in"
    if role is Role.AT and VERBS.get(head.lemma_.lower()) is Action.ARRIVE:
        return Role.TO  # "a ship docked in Tunis, carrying 300"
    carries = head.dep_ == rel.PREPOSITION_OBJECT and head.head.lower_ == "by"  # "arrived by boat in"
    if (
        role is Role.AT
        and deed.action in ENDS_IN
        and (head == deed.anchor or carries or head.lemma_.lower() in SETTLED)
    ):
        arrives = {deed.action, VERBS.get(head.lemma_.lower())} & {Action.ARRIVE, Action.RETURN}
        settled = head.lemma_.lower() in SETTLED or bool(arrives)
        found = not _quits(head) and any(t.lemma_.lower() in SETTLED for t in children(head, rel.OBJECT))
        return Role.TO if settled or found else Role.AT
    return role


def _quits(verb: "Token") -> bool:
    """Whether what is done to a place is to leave it: "left", "fled", "evacuated"."""
    word = verb.lemma_.lower()
    return word == "leave" or _DIRECT.get(VERBS.get(word, Action.UNSTATED)) is Role.FROM
