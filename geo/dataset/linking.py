"""Links of a collection, found anew only where something changed.

A claim is compared with those before it that stand under its hashes (a country or the like, and a magnitude). So a new
article, or one that is gone, changes the links of those claims alone that look under its hashes and come later; the
links of all others are those of the build before. The result is the one of a build from nothing.

Nine in ten of those that stand under one hash are of another time. They are told by their days alone, and none of their
readings is taken apart: so twice as many articles cost little more than twice the time.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

import msgspec

from geo.claims.links import Spot, link, nearest
from geo.claims.movements import APART, Told, same_movement, told
from geo.dataset.entry import Entry, reading_of
from geo.dataset.store import in_json

_READINGS = 4_096
"""Readings that are held taken apart at a time."""

Name = tuple[bytes, int]
"""A claim: the stamp of its entry, and its number in it."""


class Linked(msgspec.Struct, frozen=True, array_like=True):
    """A claim of the build before: its day, the hashes that it stands under, and its nearest tellings, each with the
    link as JSON."""

    day: int
    stands: tuple[int, ...]
    near: tuple[tuple[Name, bytes], ...]


State = dict[bytes, tuple[Linked, ...]]
"""Stamp of an entry -> what is known of its claims."""


def links(entries: Sequence[Entry], before: State) -> tuple[list[str], State]:
    """The links of all claims in order, each as JSON, and what the next build may ask for."""
    present = {entry.stamp for entry in entries}
    if [stamp for stamp in before if stamp in present] != [it.stamp for it in entries if it.stamp in before]:
        before = {}  # the same articles in another order: which of two of one day comes first is another
    wanted = _changed(entries, before)
    first: dict[bytes, int] = {}
    """The number of the first claim of each entry, by its stamp."""
    spots: list[Spot] = []
    for entry in entries:
        first[entry.stamp] = len(spots)
        spots += entry.spots
    found = _found(entries, spots, wanted)
    after: State = {}
    pairs: list[tuple[int, int, bytes]] = []
    for entry in entries:
        at = first[entry.stamp]
        numbers = range(at, at + len(entry.spots))
        if entry.stamp not in before or not wanted.isdisjoint(numbers):
            known = before.get(entry.stamp, ())
            after[entry.stamp] = tuple(
                Linked(spot.day, spot.stands, tuple(found[number]) if number in wanted else known[number - at].near)
                for number, spot in zip(numbers, entry.spots, strict=True)
            )
        else:
            after[entry.stamp] = before[entry.stamp]
        for number, claim in zip(numbers, after[entry.stamp], strict=True):
            for (stamp, inner), raw in claim.near:
                other = first[stamp] + inner
                pairs.append((number, other, raw) if number < other else (other, number, raw))
    return [raw.decode() for _, _, raw in sorted(pairs)], after


def _found(entries: Sequence[Entry], spots: Sequence[Spot], wanted: set[int]) -> dict[int, list[tuple[Name, bytes]]]:
    """The nearest tellings of the claims that are ``wanted``, each with the link."""
    names: list[Name] = [(entry.stamp, number) for entry in entries for number in range(len(entry.spots))]
    tell = _Tellings(entries, spots)
    return {
        number: [
            (names[other], in_json(link(tell(min(number, other)), tell(max(number, other)))).encode()) for other in near
        ]
        for number, near in nearest(spots, tell.same, wanted)
    }


def _changed(entries: Sequence[Entry], before: State) -> set[int]:
    """The numbers of the claims whose nearest tellings may be others than before."""
    present = {entry.stamp for entry in entries}
    earliest: dict[int, int] = defaultdict(lambda: 10**9)
    for stamp, claims in before.items():
        if stamp not in present:
            for claim in claims:
                for key in claim.stands:
                    earliest[key] = min(earliest[key], claim.day)
    for entry in entries:
        if entry.stamp not in before:
            for spot in entry.spots:
                for key in spot.stands:
                    earliest[key] = min(earliest[key], spot.day)
    touched = frozenset(earliest)
    changed: set[int] = set()
    number = 0
    for entry in entries:
        new = entry.stamp not in before
        for spot in entry.spots:
            if new or any(earliest[key] <= spot.day for key in touched.intersection(spot.looks)):
                changed.add(number)
            number += 1
    return changed


class _Tellings:
    """Number of a claim -> what is compared of it."""

    def __init__(self, entries: Sequence[Entry], spots: Sequence[Spot]) -> None:
        self._where = [(entry, number) for entry in entries for number in range(len(entry.spots))]
        self._spots = spots
        self._earliest: dict[int, int] = {}
        """The day, as an ordinal, before which nothing that ends tells of the movement of a claim."""
        self._held: dict[bytes, tuple[Told, ...]] = {}

    def __call__(self, number: int) -> Told:
        entry, inner = self._where[number]
        return self._told(entry)[inner]

    def same(self, one: int, two: int) -> bool:
        """Whether two claims tell of one movement, of which ``one`` ends no later."""
        if (earliest := self._earliest.get(two)) is None:
            days = self(two).days
            earliest = self._earliest[two] = 0 if days is None else days[0].toordinal() - APART.days
        ours, theirs = self._spots[one], self._spots[two]
        # The last hash is one of the sentence: of one that is printed again, the day may be any.
        near = ours.day >= earliest or not ours.day or ours.stands[-1] in theirs.looks
        return near and same_movement(self(one), self(two))

    def _told(self, entry: Entry) -> tuple[Told, ...]:
        if entry.stamp not in self._held:
            if len(self._held) == _READINGS:  # claims are asked about in order of time: the oldest are out of reach
                for stamp in list(islice(self._held, _READINGS // 2)):
                    del self._held[stamp]
            reading = reading_of(entry)
            self._held[entry.stamp] = tuple(told(reading.article, claim) for claim in reading.claims)
        return self._held[entry.stamp]
