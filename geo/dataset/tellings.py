"""Links as people decided: two figures that tell of one movement, and two that do not."""

from collections.abc import Sequence

import msgspec

from geo.claims.links import link
from geo.claims.movements import Told, told
from geo.collections.leaving import Tellings, staying
from geo.dataset.entry import Entry, reading_of
from geo.dataset.store import in_json
from geo.model import Link


def by_hand(links: Sequence[str], entries: Sequence[Entry], tellings: Tellings) -> list[str]:
    """``links``, each as JSON, in the order of the claims: without those between a claim and the group that it left,
    and with those between claims that tell of one movement."""
    if not tellings:
        return list(links)
    at = {claim: number for number, claim in enumerate(claim for entry in entries for claim in entry.claims)}
    found: dict[frozenset[str], str] = {}
    for raw in links:
        one = msgspec.json.decode(raw, type=Link)
        found[frozenset((one.first, one.second))] = raw
    known = {pair: leaves for pair, leaves in tellings.items() if pair <= at.keys()}
    stay = staying(found, known)
    missing = [sorted(pair, key=at.__getitem__) for pair in stay - found.keys()]
    tell = _told(entries, {claim for pair in missing for claim in pair})
    for first, second in missing:
        found[frozenset((first, second))] = in_json(link(tell[first], tell[second]))
    return [found[pair] for pair in sorted(stay, key=lambda pair: sorted(at[claim] for claim in pair))]


def _told(entries: Sequence[Entry], claims: set[str]) -> dict[str, Told]:
    """What is compared of ``claims``, by their ids; only their articles are taken apart."""
    found: dict[str, Told] = {}
    for entry in entries:
        if not claims.isdisjoint(entry.claims):
            reading = reading_of(entry)
            found |= {claim.id: told(reading.article, claim) for claim in reading.claims if claim.id in claims}
    return found
