"""The figures of a panel in groups: by country, or by what they are told of."""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.dataset.query import Catalogue
from geo.maps.standing import spot
from geo.model import Claim
from geo.wording import claims as wording
from geo.wording import names
from geo.wording.countries import country
from geo.wording.differences import about, origins
from geo.wording.grouping import Grouping

NOWHERE, ONCE = "Place not found", "Told once"
"""What stands over the figures that belong to no country, and to no event that others tell of."""
ENOUGH = 12
"""Figures from which a panel offers to group them; fewer are seen at a glance."""


@dataclass(frozen=True, slots=True)
class Group:
    """Figures under one heading, by date."""

    title: str
    claims: tuple[Claim, ...]


def grouped(catalogue: Catalogue, claims: Sequence[Claim], by: Grouping) -> tuple[Group, ...]:
    """``claims`` in groups, the fullest first; one without a heading where they are left by date. Where the
    editor chose so, a figure stands first or last."""
    claims = catalogue.in_order(claims)
    match by:
        case Grouping.COUNTRY:
            return _by_country(catalogue, claims)
        case Grouping.EVENT:
            return _by_event(catalogue, claims)
    return (Group("", tuple(claims)),)


@dataclass(frozen=True, slots=True)
class Event:
    """What several figures tell of: in ``words``, and how many reports and origins have ``told`` it."""

    words: str
    told: str
    claims: tuple[Claim, ...]


def home(catalogue: Catalogue, claim: Claim) -> str:
    """The country of the place at which the map has a figure, at a border both; "" where there is no place."""
    place = spot(claim, catalogue.collection.geometries)
    codes = place.countries if place else ()
    homes = [names.name(country(catalogue, code)) for code in codes]
    return wording.sentence_case(wording.listed(homes)) if 0 < len(homes) < 3 else place.name if place else ""


def events(catalogue: Catalogue, claims: Sequence[Claim]) -> tuple[Event, ...]:
    """What more than one of ``claims`` tells of, the fullest first."""
    among = {claim.id for claim in claims}
    order = {claim.id: number for number, claim in enumerate(claims)}
    first_of = {claim.id: claim.id for claim in claims}

    def root(claim: str) -> str:
        while first_of[claim] != claim:
            first_of[claim] = claim = first_of[first_of[claim]]
        return claim

    links = [link for link in catalogue.collection.links if link.first in among and link.second in among]
    for link in links:
        first, second = sorted((root(link.first), root(link.second)), key=order.__getitem__)
        first_of[second] = first
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(root(claim.id), []).append(claim)
    made = []
    for them in sorted((tuple(them) for them in found.values() if len(them) > 1), key=len, reverse=True):
        ids = {claim.id for claim in them}
        told = origins(catalogue, (them, tuple(link for link in links if link.first in ids)))
        made.append(Event(about(catalogue, them), told, them))
    return tuple(made)


def _by_country(catalogue: Catalogue, claims: Sequence[Claim]) -> tuple[Group, ...]:
    """Each figure once."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(home(catalogue, claim), []).append(claim)
    lost = found.pop("", [])
    order = sorted(found.items(), key=lambda group: (-len(group[1]), group[0]))
    last = [(NOWHERE, lost)] if lost else []
    return tuple(
        Group(f"{title} · {wording.number(len(them), 'figure')}", tuple(them)) for title, them in [*order, *last]
    )


def _by_event(catalogue: Catalogue, claims: Sequence[Claim]) -> tuple[Group, ...]:
    """What several figures tell of comes first, with how many reports and origins; then all that is told once."""
    several = events(catalogue, claims)
    told = {claim.id for event in several for claim in event.claims}
    once = tuple(claim for claim in claims if claim.id not in told)
    groups = [
        Group(f"{event.words} · {wording.number(len(event.claims), 'figure')}, {event.told}", event.claims)
        for event in several
    ]
    return (*groups, *([Group(f"{ONCE} · {wording.number(len(once), 'figure')}", once)] if once else []))
