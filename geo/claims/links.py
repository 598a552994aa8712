"""Claims that speak of the same movement, within an article and across articles, with what differs between them.

A claim is linked to its nearest tellings, not to every one: to the three before it that are nearest in time. So one
movement is a chain of links whatever the number of tellings, and the work grows with the claims, not with their square.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from math import log

import msgspec

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


class Spot(msgspec.Struct, frozen=True, array_like=True):
    """Where a claim meets others: its ``day`` (an ordinal, 0 where it has none), and hashes of a country or the like
    together with a magnitude, under which it ``stands`` and under which it ``looks`` for those before it."""

    day: int
    stands: tuple[int, ...]
    looks: tuple[int, ...]


def links(found: Sequence[tuple[Article, Claim]]) -> tuple[Link, ...]:
    """Pairs of claims about one movement, in the order of ``found``: each claim with its nearest tellings."""
    tellings = [told(article, claim) for article, claim in found]
    near = nearest([spot(one) for one in tellings], lambda one, two: same_movement(tellings[one], tellings[two]))
    pairs = sorted((min(at, number), max(at, number)) for at, numbers in near for number in numbers)
    return tuple(link(tellings[first], tellings[second]) for first, second in pairs)


def nearest(
    spots: Sequence[Spot], same: Callable[[int, int], bool], wanted: Collection[int] | None = None
) -> Iterator[tuple[int, list[int]]]:
    """(number of a claim, numbers of its nearest tellings) in order of time, for each claim or those ``wanted``.

    ``same`` says of two numbers whether they tell of one movement. Claims are told by their ranks in time, so that the
    latest of those met under some hashes are the largest of some numbers.
    """
    met: dict[int, list[int]] = defaultdict(list)
    order = sorted(range(len(spots)), key=lambda number: (spots[number].day, number))
    of_use = None if wanted is None else {key for at in wanted for key in spots[at].looks}
    for rank, at in enumerate(order):
        if wanted is None or at in wanted:
            near = set[int]().union(*(met[key][-_TRIED:] for key in spots[at].looks if key in met))
            last = map(order.__getitem__, sorted(near, reverse=True)[:_TRIED])
            yield at, list(islice((number for number in last if same(number, at)), NEAREST))
        for key in spots[at].stands if of_use is None else of_use.intersection(spots[at].stands):
            met[key].append(rank)


def spot(one: Told) -> Spot:
    """Where a telling meets others: by its day, its deed and grounds, its magnitude."""
    keys = list(_keys(one))
    stands, looks = (tuple(_hash(key, size) for key in keys for size in _sizes(one, reach=reach)) for reach in (0, 1))
    return Spot(one.days[1].toordinal() if one.days is not None else 0, stands, looks)


def _hash(key: _Key, size: int) -> int:
    """The same number in every process."""
    content = "\n".join((*key, str(size))).encode()
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest())


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


def link(first: Told, second: Told) -> Link:
    """The link of two tellings of one movement, with what differs between them."""
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
