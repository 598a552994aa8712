"""The places of a claim, each in its role: at, from, to, near, via."""

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.counted import Counted
from geo.claims.setting import Mention, Setting
from geo.claims.syntax import argument, children, clause_heads, named_subject, objects, subject
from geo.claims.words.deeds import MOVES
from geo.model import Action, ClaimPlace, Place, PlaceKind, Role
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
_STILL = frozenset({Action.EXERCISE, Action.RECRUIT, Action.UNSTATED})
"""What leads nobody from or to anywhere: "soldiers from six countries took part" is no journey."""
_TAKINGS = frozenset(
    "seize capture take attack overrun storm shell bomb invade occupy fall conquer besiege enter".split()
)
_GUARDING = frozenset("strengthen reinforce boost guard protect defend secure bolster police patrol shore beef".split())
_SETTLED = frozenset("refuge shelter asylum safety camp".split())


def places(people: Counted, deed: Deed, who: str | None, setting: Setting) -> tuple[ClaimPlace, ...]:
    """Each place once, in its role, stated ones first; what only follows from the words around is marked so."""
    home = setting.gazetteer.country(who) if who else None
    abroad = frozenset(home.countries) if home is not None and deed.action in MOVES else frozenset()
    found = list(_stated(people, deed, setting, abroad))
    found += _purpose(deed, setting) if deed.action is Action.DEPLOY and not _has(found, Role.TO, Role.AT) else ()
    if deed.action in (Action.DISPLACE, Action.FLEE) and not _has(found, Role.AT, Role.FROM):
        found += _cause(people, deed, setting)
    if deed.action in (Action.ACCEPT, Action.HOST) and not _has(found, Role.AT, Role.TO):
        found += _doer(deed, Role.AT if deed.action is Action.HOST else Role.TO, setting)
    if deed.action is Action.EXPEL and not _has(found, Role.FROM):
        found += _doer(deed, Role.FROM, setting)
    if deed.action in MOVES and not _has(found, Role.FROM):
        found += _trigger(deed, setting) or _homeland(people, home, found)
    if deed.action is Action.EXERCISE and not found and _is_own(people):
        found += _own_country(home)
    return _once(found)


def stated_places(deed: Deed, setting: Setting) -> tuple[ClaimPlace, ...]:
    """The places that stand with a deed alone, as in a sentence about "them"."""
    return _once(
        [
            found
            for preposition, target in objects(deed.anchor)
            if (role := _role(preposition, deed.anchor, deed)) is not None
            for found in _named(target, role, setting)
        ]
    )


def held_places(noun: "Token", setting: Setting) -> tuple[ClaimPlace, ...]:
    """What is held: the border, province or country that ``noun`` names, else the one that owns it."""
    if setting.mention(noun) is not None:
        return _once(list(_named(noun, Role.AT, setting)))
    found = [use for owner in children(noun, "poss") for use in _named(owner, Role.AT, setting)]
    if noun.lemma_.lower() in ("border", "frontier"):
        borders = (all_borders(use.place.country or "", setting.gazetteer) for use in found)
        return tuple(ClaimPlace(place, Role.AT) for place in borders if place is not None)
    return _once(found or list(_named(noun, Role.AT, setting)))


def _stated(people: Counted, deed: Deed, setting: Setting, abroad: Set[str]) -> Iterator[ClaimPlace]:
    for head in _heads(people, deed):
        for preposition, target in objects(head):
            if (role := _role(preposition, head, deed)) is not None and not _tells_of_another(target, setting):
                role = Role.AT if target.i < head.i and preposition == "in" else role  # "In Syria, ... took shelter"
                found = list(_named(target, role, setting, abroad if role is Role.TO else frozenset()))
                if preposition == "across" and deed.action in MOVES | {Action.DEPLOY} and any(map(_is_line, found)):
                    found = [replace(use, role=Role.VIA) for use in found]
                    found += [u for p, t in objects(target) if p in ("to", "into") for u in _named(t, Role.TO, setting)]
                yield from found
    if (role := _DIRECT.get(deed.action)) is not None:
        for target in children(deed.anchor, "dobj"):
            if target != argument(people.head):
                for use in _named(target, role, setting):
                    yield replace(use, role=Role.VIA) if _is_line(use) else use
    owns = deed.anchor.lemma_.lower() in ("have", "keep", "maintain")  # "the US has 900 troops in Syria"
    if deed.action is Action.PRESENT and not owns:
        for target in children(deed.anchor, "nsubj", "compound"):
            if target != argument(people.head):
                yield from _named(target, Role.AT, setting)


def _is_line(use: ClaimPlace) -> bool:
    return use.place.kind in (PlaceKind.BORDER, PlaceKind.RIVER)


def _heads(people: Counted, deed: Deed) -> list["Token"]:
    """The words whose prepositions tell where: the deed, the people, and what they carry on."""
    if people.head.dep_ == "conj" and people.head.pos_ == "NUM":  # "900 in Syria and 2,500 in Iraq"
        return [people.head]
    heads = dict.fromkeys([deed.anchor, people.head, *children(people.head, "acl", "relcl")])
    carried = [t for head in heads for t in children(head, "xcomp", "dobj", "advcl") if _carries(t)]
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
    return token.dep_ == "dobj" and token.lemma_.lower() in {*_SETTLED, "part", "way", "exercise", "drill", "border"}


def _role(preposition: str, head: "Token", deed: Deed) -> Role | None:
    role = _ROLES.get(preposition)
    if (
        deed.action in _STILL
        and (role is not Role.NEAR)
        and preposition not in ("in", "at", "inside", "within", "across")
    ):
        return role if role is Role.AT and deed.action is not Action.UNSTATED else None
    if preposition == "for" and deed.action not in (Action.FLEE,):
        return None
    if role is Role.AT and deed.action in _ENDS_IN and (head == deed.anchor or head.lemma_.lower() in _SETTLED):
        settled = head.lemma_.lower() in _SETTLED or deed.action in (Action.ARRIVE, Action.RETURN)
        return Role.TO if settled or any(t.lemma_.lower() in _SETTLED for t in children(head, "dobj")) else Role.AT
    return role


def _named(target: "Token", role: Role, setting: Setting, abroad: Set[str] = frozenset()) -> Iterator[ClaimPlace]:
    """The place that ``target`` names, and what is said of where it lies ("the base in the capital").

    ``abroad`` are countries that "the country" cannot mean: who flees to "the country" is not of it.
    """
    if (mention := _mention(target, setting)) is not None:
        if mention.place is not None and mention.toponym.literal:
            yield ClaimPlace(mention.place, role)
            if mention.place.kind is PlaceKind.SITE and (anchor := setting.place(mention.place.anchor)) is not None:
                yield ClaimPlace(anchor, role, stated=False, note=f"where {mention.place.name} is")
        return
    if (place := setting.described(target, excluding=abroad)) is not None:
        yield ClaimPlace(place, role, note=f"“{setting.doc[target.left_edge.i : target.i + 1].text}”")
        return
    for preposition, inner in objects(target):
        if preposition in ("of", "in", "at", "near", "on", "along", "with"):
            yield from _named(inner, Role.NEAR if preposition == "near" else role, setting, abroad)


def _mention(target: "Token", setting: Setting) -> Mention | None:
    """The toponym of a noun: the noun itself, or the name before it ("the Oak Hill crossing")."""
    found = setting.mention(target)
    if found is None:
        for part in children(target, "compound", "nmod"):
            if (inner := setting.mention(part)) is not None:
                return inner
    return found


def _purpose(deed: Deed, setting: Setting) -> Iterator[ClaimPlace]:
    """ "moved troops to strengthen its force on the border": the troops go to the border."""
    for clause in children(deed.anchor, "advcl", "xcomp"):
        if clause.lemma_.lower() in _GUARDING:
            for token in clause.subtree:
                mention = setting.mention(token)
                if mention is not None and mention.place is not None and mention.toponym.literal:
                    yield ClaimPlace(mention.place, Role.TO, stated=False, note=f"to {clause.lemma_} it")
                    return


def _cause(people: Counted, deed: Deed, setting: Setting) -> Iterator[ClaimPlace]:
    """Where what drove people out was: "fighting in the east has displaced", "displaced by floods in the south"."""
    causes = [target for preposition, target in objects(deed.anchor) if preposition == "by"]
    if (doer := subject(deed.anchor)) is not None and doer != argument(people.head):
        causes.append(doer)
    role = Role.AT if deed.action is Action.DISPLACE else Role.FROM
    for cause in causes:
        for preposition, target in objects(cause) if setting.mention(cause) is None else ():
            if preposition in ("in", "at", "around", "across"):
                for found in _named(target, role, setting):
                    yield replace(found, stated=False, note=f"where the {cause.lemma_.lower()} is")


def _doer(deed: Deed, role: Role, setting: Setting) -> Iterator[ClaimPlace]:
    """Who takes people in is where they go ("the country is ready to accept"); who expels them, where they leave."""
    beside = deed.anchor.head if deed.anchor.pos_ == "NOUN" else None  # "Chad, home to", "the camp has a capacity"
    doer = named_subject(deed.anchor) or (beside and (subject(beside) or beside))
    if doer is None:
        return
    mention = _mention(doer, setting)
    place = mention.place if mention is not None else setting.described(doer)
    if place is not None and place.kind is PlaceKind.CITY and mention is not None and not mention.toponym.literal:
        place = setting.gazetteer.country(place.country or "")  # a capital that stands for its country
    if place is not None:
        yield ClaimPlace(place, role)


def _trigger(deed: Deed, setting: Setting) -> list[ClaimPlace]:
    """The place whose fall set people moving: "fled after the town was seized", "seized the town, which sent them"."""
    clauses = [t for t in children(deed.anchor, "advcl") if t.lemma_.lower() in _TAKINGS]
    clauses += [t for t in clause_heads(deed.anchor) if t.lemma_.lower() in _TAKINGS]
    for clause in clauses:
        for token in clause.subtree:
            if token == deed.anchor or (deed.anchor.is_ancestor(token) and clause.is_ancestor(deed.anchor)):
                continue
            mention = setting.mention(token)
            if mention is None or mention.place is None or not mention.toponym.literal:
                continue
            if mention.place.kind in (PlaceKind.CITY, PlaceKind.CROSSING, PlaceKind.SITE, PlaceKind.PROVINCE):
                return [ClaimPlace(mention.place, Role.FROM, stated=False, note="stated as what set them moving")]
    return []


def _homeland(people: Counted, home: Place | None, found: list[ClaimPlace]) -> list[ClaimPlace]:
    """Nationals of one country who go to another come from their own, where nothing else is said."""
    goes = [use.place for use in found if use.role is Role.TO]
    if home is None or not goes or any(home.country in place.countries for place in goes):
        return []
    return [ClaimPlace(home, Role.FROM, stated=False, note=f"{people.words} are its people; no other origin is stated")]


def _is_own(people: Counted) -> bool:
    """ "members of the country's security forces": who exercises belongs to who holds the exercise."""
    return any(t.dep_ == "poss" for t in people.head.subtree)


def _own_country(home: Place | None) -> list[ClaimPlace]:
    if home is None:
        return []
    return [ClaimPlace(home, Role.AT, stated=False, note="its own forces; no place is stated")]


def _has(found: list[ClaimPlace], *roles: Role) -> bool:
    return any(use.role in roles for use in found)


def _once(found: list[ClaimPlace]) -> tuple[ClaimPlace, ...]:
    seen: dict[tuple[str, Role], ClaimPlace] = {}
    for use in found:
        seen.setdefault((use.place.id, use.role), use)
    return tuple(seen.values())
