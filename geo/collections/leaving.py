"""What a figure takes along, and what it leaves, where a person said that it tells of another movement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

Pair = frozenset[str]
"""Two claims (ids) that are linked."""
Tellings = dict[Pair, str | None]
"""Two claims of which a person said whether they tell of one movement -> the one of them that tells of another than the
other and its group; None where they tell of one."""
_Ties = Mapping[str, Set[str]]


def staying(links: Iterable[Pair], said: Tellings) -> set[Pair]:
    """``links`` as people said: with those that were merged, and without those between a claim and the group it left.

    It loses every link to that group, not the one alone: else they would be one movement still, by way of a third.
    What is linked to it and not to the group goes with it, and so does what was merged with it by hand; several
    that leave one claim stay with each other. Where merges alone make one group of the two, that stands, without
    the link between them.
    """
    merged = [pair for pair, leaves in said.items() if leaves is None]
    stay = {*links, *merged}
    ties, by_hand = _ties(stay), _ties(merged)
    leaving: dict[str, list[str]] = defaultdict(list)
    for pair, leaves in said.items():
        if leaves is not None:
            leaving[next(iter(pair - {leaves}))].append(leaves)
    for other, claims in leaving.items():
        stay -= {frozenset((claim, other)) for claim in claims}
        kept = reached(by_hand, {other})
        gone = set().union(*(reached(by_hand, {claim}) for claim in claims if claim not in kept))
        left = reached(ties, kept, without=gone)
        for claim in gone:
            for it in ties.get(claim, set()) & left:
                stay.discard(frozenset((claim, it)))
                ties[claim].discard(it)
                ties[it].discard(claim)
    return stay


def group(links: Iterable[Pair], claim: str) -> set[str]:
    """Every other claim that tells of the movement of ``claim``, also by way of a third."""
    return reached(_ties(links), {claim}) - {claim}


def reached(ties: _Ties, begin: Set[str], without: Set[str] = frozenset()) -> set[str]:
    found, ahead = set(begin), list(begin)
    while ahead:
        new = ties.get(ahead.pop(), frozenset()) - found - without
        found |= new
        ahead += new
    return found


def _ties(links: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, two in map(tuple, links):
        found[one].add(two)
        found[two].add(one)
    return dict(found)
