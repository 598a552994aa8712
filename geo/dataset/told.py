"""The questions of a catalogue about claims that tell of one movement."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import pandas as pd

from geo.dataset.store import Collection
from geo.model import Claim, Link
from geo.model.decision import Decision


class Tellings:
    """The part of a ``Catalogue`` that asks what its claims are ``linked`` by."""

    collection: Collection
    claims: Mapping[str, Claim]
    table: pd.DataFrame
    linked: dict[str, list[Link]]

    def tellings(self, claim: str) -> tuple[tuple[str, Decision], ...]:
        """The other claims (ids) of which a person said whether they tell of the same movement as this one, each with
        the last decision about both."""
        return tuple(self._tellings.get(claim, {}).items())

    @cached_property
    def _tellings(self) -> dict[str, dict[str, Decision]]:
        pairs = [(it.at, review.claim, it.other.claim, it) for review in self.collection.reviews
                 for it in review.tellings if it.other is not None]  # fmt: skip
        found: dict[str, dict[str, Decision]] = {}
        for _, one, two, decision in sorted(pairs, key=lambda row: row[0]):
            found.setdefault(one, {})[two] = found.setdefault(two, {})[one] = decision
        return found

    def links(self, claim: str) -> tuple[tuple[Claim, Link], ...]:
        """The claims that differ from this one about the same movement, with what differs."""
        return tuple(
            (self.claims[link.second if link.first == claim else link.first], link)
            for link in self.linked.get(claim, ())
        )

    def differences(self, among: Iterable[Claim]) -> list[tuple[tuple[Claim, ...], tuple[Link, ...]]]:
        """The movements that are told differently: all claims about each, by date, with what differs between them.

        A movement is listed where at least one of its claims is in ``among``; the others then stand beside it.
        """
        order = {claim: place for place, claim in enumerate(self.table.index)}
        groups: list[tuple[tuple[Claim, ...], tuple[Link, ...]]] = []
        seen: set[str] = set()
        for claim in among:
            if claim.id in seen or not self._differing(claim.id):
                continue
            group, ahead = {claim.id}, [claim.id]
            while ahead:
                for link in self._differing(ahead.pop()):
                    ahead += {link.first, link.second} - group
                    group |= {link.first, link.second}
            seen |= group
            rows = sorted(group, key=order.__getitem__)
            links = tuple(link for key in rows for link in self._differing(key) if link.first == key)
            groups.append((tuple(self.claims[key] for key in rows), links))
        return groups

    def _differing(self, claim: str) -> list[Link]:
        return [link for link in self.linked.get(claim, ()) if link.differs]
