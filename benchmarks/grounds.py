"""Where the made-up collection happens: real places from the gazetteer, weighted towards crises."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from urllib.parse import quote

from geo.model import Action, ClaimPlace, Place, PlaceKind, Precision, Role
from geo.places.circles import circle
from geo.places.gazetteer import DEFAULT, Gazetteer

CRISES = {
    "SD": 10, "UA": 10, "SY": 8, "CD": 8, "AF": 7, "MM": 6, "ML": 5, "BF": 4, "SO": 5, "ET": 4, "YE": 4, "LB": 4,
    "IQ": 4, "HT": 3, "VE": 4, "CO": 3, "NG": 4, "TD": 3, "SS": 4, "CF": 2, "MZ": 2, "AM": 2, "AZ": 2, "PK": 3, "PH": 2,
    "FJ": 1, "TJ": 1, "KE": 1, "GE": 1, "HN": 2, "BD": 3, "NE": 3, "CM": 2, "LY": 2, "EC": 1, "PG": 1, "TL": 1, "PL": 2,
    "TR": 3,
}  # fmt: skip
"""ISO 3166-1 alpha-2 code -> how often articles are about the country; every other one counts ``ELSEWHERE``."""
ELSEWHERE = 0.1


@dataclass(frozen=True)
class Ground:
    """The places of one country that articles speak of, the largest towns first."""

    country: Place
    towns: tuple[Place, ...]
    provinces: tuple[Place, ...]
    borders: tuple[Place, ...]
    neighbours: tuple[str, ...]
    seat: Place


class Grounds:
    def __init__(self) -> None:
        self._gazetteer = Gazetteer.open()
        self._database = sqlite3.connect(f"file:{quote(str(DEFAULT))}?mode=ro", uri=True)
        self.of = cache(self._of)
        codes = [code for (code,) in self._database.execute("SELECT code FROM country WHERE seats != '' ORDER BY code")]
        self.weights = {code: CRISES.get(code, ELSEWHERE) for code in codes if self._gazetteer.country(code)}

    def heaviest(self, most: int | None) -> dict[str, float]:
        """The countries that articles are most often about, at most so many, with their weights."""
        return dict(sorted(self.weights.items(), key=lambda one: -one[1])[:most])

    @property
    def gazetteer(self) -> Gazetteer:
        return self._gazetteer

    def _of(self, code: str) -> Ground:
        gazetteer = self._gazetteer
        rows = self._database.execute(
            "SELECT number FROM city WHERE country = ? ORDER BY population DESC, number LIMIT 24", (code,)
        )
        towns = tuple(place for (number,) in rows if (place := gazetteer.place(f"gn:{number}")))
        country, seat = gazetteer.country(code), gazetteer.capital_of(code)
        if country is None or seat is None or not towns:
            raise ValueError(f"{code} has no capital or no town in the gazetteer")
        beside = tuple(other for other in gazetteer.neighbours(code) if other in self.weights)
        borders = tuple(border for other in beside if (border := gazetteer.border(code, other)))
        return Ground(country, towns, gazetteer.provinces(code)[:12], borders, beside, seat)

    def places(self, chance: Random, code: str, roles: Mapping[str, Role], action: Action) -> dict[str, ClaimPlace]:
        """A place for each role: movements lead from the country to a neighbour, or back."""
        home = self.of(code)
        abroad = self.of(chance.choice(home.neighbours)) if home.neighbours else home
        away = "from" if action is Action.RETURN else "to"
        used: dict[str, ClaimPlace] = {}
        for part, role in roles.items():
            there = abroad if part == away and len(roles) > 1 else home
            place = chance.choice(home.borders) if part == "via" and home.borders else pick(chance, there, role)
            if any(other.place.id == place.id for other in used.values()):
                place = there.seat
            used[part] = ClaimPlace(place, role, stated=chance.random() < 0.9)
        return used


def pick(chance: Random, ground: Ground, role: Role) -> Place:
    """A place in a country, at every precision: mostly towns, the larger the likelier."""
    roll = chance.random()
    if roll < 0.03:
        return _camp_somewhere(ground.country)
    if roll < 0.20:
        return ground.country
    if roll < 0.34 and ground.provinces:
        return chance.choice(ground.provinces)
    if roll < 0.42 and ground.borders and role is not Role.FROM:
        return chance.choice(ground.borders)
    town = ground.towns[min(int(chance.expovariate(0.25)), len(ground.towns) - 1)]
    if roll < 0.50:
        near = circle(town, chance.choice((10.0, 15.0, 40.0))) or town
        return replace(near, name=f"the area of {town.name}")
    return _camp(town) if roll < 0.57 else town


def _camp(town: Place) -> Place:
    return replace(
        town, id=f"site:camp@{town.id}", name=f"a camp in {town.name}", kind=PlaceKind.SITE, precision=Precision.RADIUS,
        radius_km=15.0, anchor=town.id, note=f"in or near {town.name}: circle of 15 km",
    )  # fmt: skip


def _camp_somewhere(country: Place) -> Place:
    return Place(
        f"site:transit-camp@{country.countries[0]}", "a transit camp", PlaceKind.SITE, Precision.UNLOCATED,
        country.countries, None, None, "the article's text", anchor=country.id,
        note=f"somewhere in {country.name}: the text does not say where",
    )  # fmt: skip
