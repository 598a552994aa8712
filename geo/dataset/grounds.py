"""The questions of a catalogue about places: what happened where, and by what name a reader chooses it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain, count
from pathlib import Path

import pandas as pd

from geo.dataset.filter import lands
from geo.model import Claim, Place, PlaceKind


class Grounds:
    """The part of a ``Catalogue`` that asks its ``claims`` and ``spots``."""

    claims: Mapping[str, Claim]
    spots: Mapping[str, Place]

    @cached_property
    def named(self) -> dict[str, str]:
        """Each place of the claims that a reader can choose -> its id, by a name of its own: countries first."""
        used = {use.place.id: use.place for claim in self.claims.values() for use in claim.places}
        codes = {code for place in used.values() for code in lands(place)}
        used |= {
            place.id: place
            for place in self.spots.values()
            if place.kind is PlaceKind.COUNTRY and codes & set(place.countries)
        }
        return self.by_name(used.values())

    @staticmethod
    def by_name(places: Iterable[Place]) -> dict[str, str]:
        """A name of its own for each place -> its id: countries first."""
        found: dict[str, str] = {}
        for place in sorted(places, key=lambda it: (it.kind is not PlaceKind.COUNTRY, it.name.casefold())):
            finer = f"{place.name} ({', '.join((*place.countries, place.kind))})"
            names = chain((place.name, finer), (f"{place.name} ({number})" for number in count(2)))
            found[next(name for name in names if name not in found)] = place.id
        return found

    @cached_property
    def country_names(self) -> dict[str, str]:
        """Country code (ISO 3166-1 alpha-2) -> name, of every country that the articles name."""
        return countries(self.spots)

    def at(self, place: str, among: Iterable[Claim]) -> tuple[Claim, ...]:
        """The claims of ``among`` that happened at ``place``, or at a site or circle that is described by it."""
        return tuple(
            claim for claim in among if any(place in (used.place.id, used.place.anchor) for used in claim.places)
        )

    def within(self, country: Place, among: Iterable[Claim]) -> tuple[Claim, ...]:
        """The claims of ``among`` at some place in ``country`` but not at the country as a whole."""
        if country.kind is not PlaceKind.COUNTRY:
            return ()
        there = {claim.id for claim in self.at(country.id, among)}
        return tuple(
            claim
            for claim in among
            if claim.id not in there and any(set(country.countries) & set(lands(used.place)) for used in claim.places)
        )

    def places(self, among: Iterable[Claim]) -> list[tuple[Place, tuple[Claim, ...]]]:
        """Every place of ``among`` with its claims, the fullest first, then by name."""
        found: dict[str, tuple[Place, list[Claim]]] = {}
        for claim in among:
            for place in {used.place.id: used.place for used in claim.places}.values():
                found.setdefault(place.id, (place, []))[1].append(claim)
        rows = sorted(found.values(), key=lambda row: (-len(row[1]), row[0].name.casefold()))
        return [(place, tuple(claims)) for place, claims in rows]


def countries(spots: Mapping[str, Place]) -> dict[str, str]:
    """Country code -> name, of every country that the articles name."""
    return {
        place.countries[0]: place.name
        for place in spots.values()
        if place.kind is PlaceKind.COUNTRY and place.countries
    }


def adjectives(path: Path) -> dict[str, str]:
    """Country code -> adjective: the first demonym of each row of ``data/demonyms.csv``; empty without it."""
    try:
        rows = pd.read_csv(path, keep_default_na=False)  # NA is Namibia
    except (OSError, ValueError):
        return {}
    return {str(code): str(words).split("|")[0] for code, words in zip(rows["code"], rows["demonyms"], strict=True)}
