"""What people did and where, in words: from where to where, what is inferred and what was not found said so."""

from collections.abc import Iterable, Mapping

from geo.model import Action, Basis, Claim, ClaimPlace, Panel, Place, PlaceKind, Precision, Role, Sequel, Status
from geo.wording import dates
from geo.wording.claims import counted, ever, figure, flat, listed, sentence_case, whose
from geo.wording.names import name
from geo.wording.vocabulary import PRECISIONS, VERBS

_STANDING = frozenset({Action.PRESENT, Action.HOST})
"""What happens at a place: one that people come from is none of it."""


def deed(claim: Claim) -> str:
    """What they did, from where to where: "fled from Kassala to Eritrea"."""
    if claim.action is Action.CONTROL:
        said = "said to be " if ever(claim, Status.CLAIMED, Status.DENIED, Status.DISPUTED) else ""
        return f"{said}controlled by {claim.who}" if claim.who else "by whom it is controlled is not stated"
    past, future, _ = VERBS[claim.action]
    if claim.basis is Basis.CAPACITY:
        verb = f"could {future}" if future else "could be taken"
    elif claim.basis is Basis.PLAN or ever(claim, Status.PLANNED, Status.PLEDGED):
        verb = f"were to {future}" if future else "planned"
    elif claim.action is Action.PRESENT and claim.panel is Panel.TROOPS:
        verb = "stationed"
    else:
        verb = past
    return " ".join(part for part in (verb, route(claim)) if part)


def placed(claim: Claim, *, hidden: bool = False) -> str:
    """What they did and where, what is unknown of it said as unknown; ``hidden``: it has places, which are inferred and
    switched off."""
    did = deed(claim)
    if not claim.places:
        where = "inferred place hidden" if hidden else "place not found"
        did = f"{did}, {where}" if did else f"({where})"
    return did


def is_stated(claim: Claim) -> bool:
    """Whether the article says what they did."""
    return claim.action is not Action.UNSTATED


def route(claim: Claim) -> str:
    """Its places in order: where, from where, over what, to where. A site that lies in another place stands first.

    A place is said once: not where the people are said to be from it already ("refugees from ..."), and not beside a
    part that has its name ("northern ...").
    """
    said = claim.who if _is_from(claim) else None
    anchors = {used.place.anchor for used in claim.places}
    order = [Role.AT, Role.NEAR, Role.FROM, Role.VIA, Role.TO]
    told = [used for used in claim.places if not (_again(used, said) and used.stated)]
    shown = [used for used in told if not _holds(used, claim.places, claim.action)]
    places = sorted(shown, key=lambda used: (order.index(used.role), used.place.id in anchors))
    nested = {used.place.id: "in" for used in claim.places if used.place.id in anchors and used.role is Role.AT}
    # Several in the same role are listed: "in Poland, Germany and Romania". What holds another one stands alone.
    led: list[tuple[str, list[str]]] = []
    for used in places:
        word = nested.get(used.place.id) or preposition(used, claim.action)
        lead = word if used.stated else f"probably {word}"
        if used.role is Role.FROM and claim.action in _STANDING and claim.panel is not Panel.OTHER:
            lead = f"coming {lead}"  # nobody is present, or hosted, from a place
        named = "there" if _again(used, said) else name(used.place.name, used.place.kind)
        named = named[len(word) + 1 :] if named.casefold().startswith(f"{word} ") else named  # "near Mosul" is near it
        alike = next((names for said, names in led if said == lead and used.place.id not in anchors), None)
        if alike is None:
            led.append((lead, [named]))
        elif named not in alike:
            alike.append(named)
    return " ".join(f"{lead} {listed(names)}" for lead, names in led)


def _is_from(claim: Claim) -> bool:
    """Whether the people are worded as being from where they are from: "refugees from Sudan"."""
    return bool(claim.who) and claim.panel is Panel.DISPLACED and whose(claim, {}) != flat(claim.counted)


def _again(used: ClaimPlace, said: str | None) -> bool:
    return used.role is Role.FROM and used.place.name == said


def _holds(used: ClaimPlace, others: Iterable[ClaimPlace], action: Action) -> bool:
    """Whether it is a place of which a part with its name is said in the same way, and is as sure: Indonesia beside
    western Indonesia, Beirut beside outside Beirut; not Sudan beside South Sudan."""
    word = preposition(used, action)
    parts = (
        it for it in others if it.place.kind is not PlaceKind.COUNTRY and it.place.name.endswith(f" {used.place.name}")
    )
    return any(it.stated >= used.stated and preposition(it, action) == word for it in parts)


def where(used: ClaimPlace) -> str:
    """A place of a claim as every output names it: "Kassala"; "probably Kassala, the only place of the story"."""
    named = name(used.place.name, used.place.kind)
    if used.stated:
        return named
    return f"probably {named}, {used.note}" if used.note else f"probably {named}"


def guess(claim: Claim) -> str | None:
    """Its inferred places in a few words for a row, "probably from Kassala"; None where all are stated."""
    inferred = [used for used in claim.places if not used.stated]
    named = [f"{preposition(used, claim.action)} {name(used.place.name, used.place.kind)}" for used in inferred]
    return f"probably {listed(named)}" if named else None


def nowhere(claim: Claim) -> str:
    """Why a figure has no place at all: what was looked for, and what was weighed. Not what the article says."""
    weighed = f" (weighed: {', '.join(map(flat, claim.considered))})" if claim.considered else ""
    return f"Dateline did not find where{weighed}"


def preposition(used: ClaimPlace, action: Action) -> str:
    kind = used.place.kind
    if used.role is Role.TO:
        if action in (Action.ARRIVE, Action.ACCEPT, Action.HOST):
            return "in" if kind not in (PlaceKind.SITE, PlaceKind.CROSSING, PlaceKind.BORDER) else "at"
        return "into" if action is Action.CROSS and kind is PlaceKind.COUNTRY else "to"
    if used.role is not Role.AT:
        return used.role.value
    if kind in (PlaceKind.BORDER, PlaceKind.RIVER, PlaceKind.LAKE):
        return "on"
    return "at" if kind in (PlaceKind.SITE, PlaceKind.CROSSING) else "in"


def sequel(told: Sequel) -> str:
    """What became of them, without saying the number again: "Returned to Eritrea, 5 – 11 July 2021"."""
    past, _, _ = VERBS[told.action]
    places = " ".join(
        f"{preposition(used, told.action)} {name(used.place.name, used.place.kind)}" for used in told.places
    )
    then = dates.period(told.happened.first, told.happened.last) if told.happened else "date not stated"
    return sentence_case(" ".join(part for part in (past or "later", places) if part)) + f", {then}"


def precision(place: Place) -> str:
    if place.precision is Precision.RADIUS:
        return f"a circle of {place.radius_km:g} km" if place.radius_km else "a circle of unstated radius"
    return PRECISIONS[place.precision]


def line(claim: Claim, adjectives: Mapping[str, str]) -> str:
    """Figure, people and deed in one line, without the date."""
    return " ".join(part for part in (figure(claim), counted(claim, adjectives), deed(claim)) if part)
