"""The figures of a panel in groups: by country, or by what they are told of."""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.dataset.query import Catalogue
from geo.maps.standing import spot
from geo.model import Claim
from geo.wording import claims as wording
from geo.wording.countries import country
from geo.wording.differences import origins
from geo.wording.grouping import Grouping


@dataclass(frozen=True, slots=True)
class Group:
    """Figures under one heading, by date."""

    title: str
    claims: tuple[Claim, ...]


def grouped(catalogue: Catalogue, claims: Sequence[Claim], by: Grouping) -> tuple[Group, ...]:
    """``claims`` in groups, the fullest first; one without a heading where they are left by date."""
    match by:
        case Grouping.COUNTRY:
            return _by_country(catalogue, claims)
        case Grouping.EVENT:
            return _by_event(catalogue, claims)
    return (Group("", tuple(claims)),)


def _by_country(catalogue: Catalogue, claims: Sequence[Claim]) -> tuple[Group, ...]:
    """Each figure once, in the country of the place at which the map has it; at a border under both names."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        place = spot(claim, catalogue.collection.geometries)
        codes = place.countries if place else ()
        names = [wording.name(country(catalogue, code)) for code in codes]
        title = wording.sentence_case(wording.listed(names)) if 0 < len(names) < 3 else place.name if place else ""
        found.setdefault(title, []).append(claim)
    lost = found.pop("", [])
    order = sorted(found.items(), key=lambda group: (-len(group[1]), group[0]))
    last = [("Place not found", lost)] if lost else []
    return tuple(
        Group(f"{title} · {wording.number(len(them), 'figure')}", tuple(them)) for title, them in [*order, *last]
    )


def _by_event(catalogue: Catalogue, claims: Sequence[Claim]) -> tuple[Group, ...]:
    """What several figures tell of comes first, with how many reports and origins; then all that is told once."""
    among = {claim.id for claim in claims}
    order = {claim.id: number for number, claim in enumerate(claims)}
    home = {claim.id: claim.id for claim in claims}

    def root(claim: str) -> str:
        while home[claim] != claim:
            home[claim] = claim = home[home[claim]]
        return claim

    links = [link for link in catalogue.collection.links if link.first in among and link.second in among]
    for link in links:
        first, second = sorted((root(link.first), root(link.second)), key=order.__getitem__)
        home[second] = first
    events: dict[str, list[Claim]] = {}
    for claim in claims:
        events.setdefault(root(claim.id), []).append(claim)
    several = sorted((tuple(them) for them in events.values() if len(them) > 1), key=len, reverse=True)
    once = tuple(them[0] for them in events.values() if len(them) == 1)
    made = []
    for them in several:
        ids = {claim.id for claim in them}
        told = origins(catalogue, (them, tuple(link for link in links if link.first in ids)))
        people = wording.counted(them[0], catalogue.adjectives).removeprefix("of ")
        words = wording.sentence_case(f"{people} {wording.placed(them[0])}".strip())
        made.append(Group(f"{words} · {wording.number(len(them), 'figure')}, {told}", them))
    return (*made, *([Group(f"Told once · {wording.number(len(once), 'figure')}", once)] if once else []))
