"""Claims that speak of the same movement, within an article and across articles, with what differs between them."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from geo.model import Action, Article, Claim, Difference, Link, Panel, Role

APART = timedelta(days=31)
"""Reports of one movement may date it up to a month apart ("last month", "earlier this month")."""

_MOVING = frozenset({Action.FLEE, Action.CROSS, Action.ARRIVE, Action.EVACUATE, Action.DISPLACE})


def links(found: Sequence[tuple[Article, Claim]]) -> tuple[Link, ...]:
    """Each pair of claims that is about one movement, in the order of ``found``."""
    return tuple(
        Link(first.id, second.id, tuple(_differences(first, second)), _same_origin(one, two))
        for (one, first), (two, second) in combinations(found, 2)
        if _same_movement(first, second)
    )


def _same_movement(first: Claim, second: Claim) -> bool:
    same_people = first.population is second.population and first.who == second.who and first.who is not None
    same_deed = first.action is second.action or {first.action, second.action} <= _MOVING
    if first.panel is Panel.OTHER or not same_people or not same_deed or not _near_in_time(first, second):
        return False
    ends = (Role.TO,) if first.action in _MOVING else (Role.AT, Role.TO)
    return bool(_ids(first, *ends) & _ids(second, *ends)) and _compatible(first, second, Role.FROM)


def _compatible(first: Claim, second: Claim, role: Role) -> bool:
    ours, theirs = _ids(first, role), _ids(second, role)
    return not ours or not theirs or bool(ours & theirs) or bool(_countries(first, role) & _countries(second, role))


def _near_in_time(first: Claim, second: Claim) -> bool:
    if first.happened is None or second.happened is None:
        return True
    gap = max(first.happened.first, second.happened.first) - min(first.happened.last, second.happened.last)
    return gap <= APART


def _differences(first: Claim, second: Claim) -> Iterator[Difference]:
    ours, theirs = first.happened, second.happened
    if ours is not None and theirs is not None and (ours.first, ours.last) != (theirs.first, theirs.last):
        yield Difference.DATE
    if _all_ids(first) != _all_ids(second):
        yield Difference.PLACE
    if first.basis is not second.basis:
        yield Difference.BASIS
    if (first.quantity.low, first.quantity.high) != (second.quantity.low, second.quantity.high):
        yield Difference.ROUNDING if _overlap(first, second) else Difference.NUMBER


def _overlap(first: Claim, second: Claim) -> bool:
    """True where one number can satisfy both: "more than 1,000" and "1,200"."""
    low = max(first.quantity.low or 0, second.quantity.low or 0)
    highs = [q.high for q in (first.quantity, second.quantity) if q.high is not None]
    return not highs or low <= min(highs)


def _same_origin(one: Article, two: Article) -> bool:
    return one.id == two.id or (one.agency is not None and one.agency == two.agency)


def _ids(claim: Claim, *roles: Role) -> set[str]:
    return {use.place.id for use in claim.places if use.role in roles}


def _all_ids(claim: Claim) -> set[tuple[str, Role]]:
    return {(use.place.id, use.role) for use in claim.places}


def _countries(claim: Claim, role: Role) -> set[str]:
    return {code for use in claim.places if use.role is role for code in use.place.countries}
