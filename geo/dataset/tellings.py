"""Links as people decided: two figures that tell of one movement, and two that do not."""

from collections.abc import Mapping, Sequence

import msgspec

from geo.claims.links import link
from geo.claims.movements import Told, told
from geo.dataset.entry import Entry, reading_of
from geo.dataset.store import in_json
from geo.model import Link


def by_hand(links: Sequence[str], entries: Sequence[Entry], tellings: Mapping[frozenset[str], bool]) -> list[str]:
    """``links``, each as JSON, in the order of the claims: without those between claims that tell of two movements, and
    with those that tell of one."""
    if not tellings:
        return list(links)
    at = {claim: number for number, claim in enumerate(claim for entry in entries for claim in entry.claims)}
    found: dict[tuple[int, int], str] = {}
    for raw in links:
        one = msgspec.json.decode(raw, type=Link)
        if tellings.get(frozenset((one.first, one.second)), True):
            found[at[one.first], at[one.second]] = raw
    wanted = [sorted(pair, key=at.__getitem__) for pair, same in tellings.items() if same and pair <= at.keys()]
    missing = [pair for pair in wanted if (at[pair[0]], at[pair[1]]) not in found]
    tell = _told(entries, {claim for pair in missing for claim in pair})
    for first, second in missing:
        found[at[first], at[second]] = in_json(link(tell[first], tell[second]))
    return [found[pair] for pair in sorted(found)]


def _told(entries: Sequence[Entry], claims: set[str]) -> dict[str, Told]:
    """What is compared of ``claims``, by their ids; only their articles are taken apart."""
    found: dict[str, Told] = {}
    for entry in entries:
        if not claims.isdisjoint(entry.claims):
            reading = reading_of(entry)
            found |= {claim.id: told(reading.article, claim) for claim in reading.claims if claim.id in claims}
    return found
