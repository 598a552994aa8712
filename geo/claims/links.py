"""Claims that speak of the same movement, within an article and across articles, with what differs between them.

A claim is linked to its nearest tellings, not to every one: to the three before it that are nearest in time. So one
movement is a chain of links whatever the number of tellings, and the work grows with the claims, not with their square.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from math import log

from geo.claims.movements import (
    FACTOR,
    FLOWS,
    SENDING,
    SHORTEST_REPRINT,
    Told,
    overlap,
    range_of,
    same_movement,
    told,
)
from geo.model import Action, Article, Claim, Difference, Link, Panel, Role

NEAREST = 3
"""Tellings before it that a claim is linked to at most."""
_TRIED = 60
"""Claims before it that a claim is compared with at most, the nearest in time."""

_Key = tuple[str, ...]


def links(found: Sequence[tuple[Article, Claim]]) -> tuple[Link, ...]:
    """Pairs of claims about one movement, in the order of ``found``: each claim with its nearest tellings."""
    tellings = [told(article, claim) for article, claim in found]
    pairs = sorted(_pairs(tellings))
    return tuple(_link(tellings[first], tellings[second]) for first, second in pairs)


def _pairs(tellings: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """(number of the first, number of the second) for each claim and its nearest tellings, in order of time.

    Claims meet under a country and a magnitude; under each, those met before stand in order of time.
    """
    met: dict[tuple[_Key, int], list[int]] = defaultdict(list)
    for at in sorted(range(len(tellings)), key=lambda number: (_day(tellings[number]), number)):
        one = tellings[at]
        keys = list(_keys(one))
        near = {number for key in keys for size in _sizes(one, reach=1) for number in met[key, size][-_TRIED:]}
        linked = 0
        for number in sorted(near, key=lambda number: (_day(tellings[number]), number), reverse=True)[:_TRIED]:
            if same_movement(tellings[number], one):
                yield min(at, number), max(at, number)
                linked += 1
                if linked == NEAREST:
                    break
        for key in keys:
            for size in _sizes(one):
                met[key, size].append(at)


def _day(one: Told) -> date:
    return one.days[1] if one.days is not None else date.min


def _keys(one: Told) -> Iterator[_Key]:
    """Under what claims that may be about one movement meet: deed and country, or whose troops are called up; text."""
    claim, family = one.claim, _family(one.claim)
    places = (*one.origins, *one.ends)
    grounds = {code for place in places for code in place.countries} | {p.id for p in places if not p.countries}
    for ground in sorted(grounds):
        yield (claim.panel, family, ground)
    if claim.who and claim.action is Action.RECRUIT:
        yield (claim.panel, family, claim.who)
    if len(one.plain) >= SHORTEST_REPRINT:
        yield (one.plain,)


def _family(claim: Claim) -> str:
    """Deeds under which one movement may be told, by one word."""
    families = (SENDING,) if claim.panel is Panel.TROOPS else (FLOWS,)
    return next((str(min(family)) for family in families if claim.action in family), str(claim.action))


def _sizes(one: Told, reach: int = 0) -> range:
    """The powers of ``FACTOR`` that the figure lies between, ``reach`` more on either side."""
    low, high = range_of(one.claim)
    return range(_power(low) - reach, _power(high) + reach + 1)


def _power(number: int) -> int:
    return int(log(max(1, number), FACTOR))


def _link(first: Told, second: Told) -> Link:
    return Link(
        first.claim.id,
        second.claim.id,
        tuple(_differences(first.claim, second.claim)),
        _same_origin(first, second),
        _same_source(first.claim, second.claim),
    )


def _differences(first: Claim, second: Claim) -> Iterator[Difference]:
    days = [(c.happened.first, c.happened.last) for c in (first, second) if c.happened is not None]
    counted = [c.as_of for c in (first, second) if c.as_of is not None]
    if len(set(days)) > 1 or len(set(counted)) > 1:
        yield Difference.DATE
    if any(_ids(first, role) != _ids(second, role) for role in _roles(first) & _roles(second)):
        yield Difference.PLACE
    if first.population is not second.population:
        yield Difference.GROUP
    if first.basis is not second.basis:
        yield Difference.BASIS
    if (first.quantity.low, first.quantity.high) != (second.quantity.low, second.quantity.high):
        yield Difference.ROUNDING if overlap(first, second) else Difference.NUMBER


def _same_origin(one: Told, two: Told) -> bool:
    """One article, one agency, or one sentence printed again by somebody who names no agency."""
    first, second = one.article, two.article
    if first.id == second.id or None not in (first.agency, second.agency):
        return first.id == second.id or first.agency == second.agency
    return one.plain == two.plain


def _same_source(first: Claim, second: Claim) -> bool:
    """Whether both end at the same speaker: "UNHCR said" and "AFP reported, citing UNHCR"."""
    if first.attribution is None or second.attribution is None:
        return False
    ours, theirs = (re.sub(r"^the ", "", c.attribution.chain[-1].casefold()) for c in (first, second) if c.attribution)
    return ours == theirs


def _ids(claim: Claim, role: Role) -> set[str]:
    return {use.place.id for use in claim.places if use.role is role}


def _roles(claim: Claim) -> set[Role]:
    return {use.role for use in claim.places}
