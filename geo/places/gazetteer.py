"""The gazetteer: names to candidate places, facts about countries, shapes. Read only; opened once a process.

``data/gazetteer.sqlite`` is built by ``data/make/gazetteer.py``. Lookups go through its indexes, a few microseconds
each, and the answers for recent names are kept; nothing is loaded as a whole.
"""

import math
import sqlite3
import zlib
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from geo.errors import GazetteerError
from geo.model import Place, PlaceKind, Precision
from geo.places.geometry import Geometry, dissolve
from geo.places.names import fold, spellings
from geo.places.shapes import unpack

DEFAULT = Path(__file__).resolve().parents[2] / "data" / "gazetteer.sqlite"
FORMAT = "3"
MOST = 60
"""Candidates considered for one name, by population; "San José" has hundreds."""

UNCOUNTED = 5_000
"""People; GeoNames lists towns without a number of people where they are seats of a district or the like."""

SUPPLEMENT = "data/supplement.csv"
"""Places written by hand: every name there is one that news uses, so each is a first name."""

REMEDY = "Restore data/gazetteer.sqlite from the repository, or build it with data/make/gazetteer.py"

_CITY = (
    "SELECT city.number, city.name, country, id, population, city.lat, city.lon "
    "FROM city LEFT JOIN place ON place.number = province WHERE city.number"
)
_PLACE = (
    "SELECT number, id, name, kind, countries, lat, lon, rank, parent, precision, radius_km, source, note "
    "FROM place WHERE number"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    ``population`` is people, 0 where unknown. ``weight`` is how likely news means it, all else equal, on the scale of
    log10(population): 9 for countries, 3.5 to 8 for areas and waters by their rank on maps. ``known`` is the same
    without what data/aliases.csv adds. ``within`` is the id of
    the area that a town or a province lies in. ``main`` is True where the name is the place's own first name, or a name
    that data/aliases.csv gives it.
    """

    place: Place
    population: int
    weight: float
    known: float
    within: str | None
    main: bool


class Gazetteer:
    """Places by name, by id, and the facts that resolve them. Use ``open``."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database = database
        self._path = path
        self.candidates = lru_cache(maxsize=16384)(self._candidates)
        self.place = lru_cache(maxsize=4096)(self._place)
        self.group_of = lru_cache(maxsize=4096)(self._group_of)
        self.seat_of = lru_cache(maxsize=16384)(self._seat_of)
        self.neighbours = lru_cache(maxsize=512)(self._neighbours)
        self.provinces = lru_cache(maxsize=64)(self._provinces)
        self.country_of_demonym = lru_cache(maxsize=16384)(self._country_of_demonym)
        self.named_after_towns = lru_cache(maxsize=256)(self._named_after_towns)

    @classmethod
    def open(cls, path: Path = DEFAULT) -> Self:
        """Open the gazetteer. Raises GazetteerError where the file is missing, damaged or of another format."""
        if not path.is_file():
            raise GazetteerError("not found", where=str(path), remedy=REMEDY)
        try:
            uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
            database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            schema = dict(database.execute("SELECT key, value FROM meta")).get("schema")
        except sqlite3.Error as error:
            raise GazetteerError(f"damaged ({error})", where=str(path), remedy=REMEDY) from error
        if schema != FORMAT:
            raise GazetteerError(f"has format {schema}, not {FORMAT}", where=str(path), remedy=REMEDY)
        return cls(database, path)

    @property
    def path(self) -> Path:
        """The file that was opened."""
        return self._path

    def close(self) -> None:
        self._database.close()

    def _rows(self, query: str, *values: Any) -> list[Any]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise GazetteerError(f"damaged ({error})", where=str(self._path), remedy=REMEDY) from error

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        """Every place with this name, largest first, at most ``MOST``; spelling is folded."""
        key = fold(name)
        for spelling in spellings(name):
            found = self._rows("SELECT places FROM name WHERE key = ?", spelling)
            if found:
                break
        else:
            return ()
        tokens = str(found[0][0]).split()
        given = {t[1:] for t in tokens if t.startswith("*")}
        plain = [t.removeprefix("*") for t in tokens]
        others = [t[1:] for t in plain if t.startswith("p")]
        cities = [t for t in plain if not t.startswith("p")]
        out = []
        if others:
            out += [self._of_place(row, key, given) for row in self._rows(f"{_PLACE} IN ({','.join(others)})")]
        if cities:
            query = f"{_CITY} IN ({','.join(cities)}) ORDER BY population DESC LIMIT {MOST}"
            out += [self._of_city(row, key, given) for row in self._rows(query)]
        return tuple(out)

    def _of_city(self, row: Any, key: str = "", given: Set[str] = frozenset()) -> Candidate:
        number, name, country, province, population, lat, lon = row
        place = Place(f"gn:{number}", name, PlaceKind.CITY, Precision.POINT, (country,),
                      lat / 1e4, lon / 1e4, "GeoNames")  # fmt: skip
        main = fold(name) == key or str(number) in given
        known = math.log10((population or UNCOUNTED) + 100)
        return Candidate(place, population, known, known, province, main)

    def _of_place(self, row: Any, key: str = "", given: Set[str] = frozenset()) -> Candidate:
        number, code, name, kind, countries, lat, lon, rank, parent, precision, radius, source, note = row
        try:
            what, how = PlaceKind(kind), Precision(precision)
        except ValueError as error:
            raise GazetteerError(f"damaged ({code}: {error})", where=str(self._path), remedy=REMEDY) from error
        place = Place(
            code, name, what, how, tuple(countries.split()), lat, lon, source,
            radius if precision == "radius" else None, None, note,
        )  # fmt: skip
        is_country = kind == "country"
        by_hand = f"p{number}" in given
        known = 9.0 if is_country else 3.5 + 0.3 * rank
        weight = known if is_country else known + 1.5 * by_hand
        main = fold(name) == key or by_hand or source.startswith(SUPPLEMENT)
        return Candidate(place, rank if is_country else 0, weight, known, parent, main)

    def _place(self, code: str) -> Place | None:
        """The place of an id, or None."""
        if code.startswith("gn:"):
            rows = self._rows(f"{_CITY} = ?", code[3:])
            return self._of_city(rows[0]).place if rows else None
        rows = self._rows(_PLACE.replace("WHERE number", "WHERE id = ?"), code)
        return self._of_place(rows[0]).place if rows else None

    def country(self, name: str) -> Place | None:
        """A country by ISO 3166-1 alpha-2 code or by name."""
        if len(name) == 2 and name.isupper() and (found := self.place(f"country:{name}")):
            return found
        return next((c.place for c in self.candidates(name) if c.place.kind is PlaceKind.COUNTRY), None)

    def _country_of_demonym(self, word: str) -> str | None:
        """ "Malian" or "Malians" to ML; None for any other word."""
        key = fold(word)
        rows = self._rows("SELECT code FROM demonym WHERE key IN (?, ?) ORDER BY key DESC", key, key.removesuffix("s"))
        return rows[0][0] if rows else None

    def countries_of_epithet(self, words: str) -> tuple[str, ...]:
        """The countries that an epithet fits: "ex-Soviet", "landlocked", "Central Asian"; empty for other words."""
        rows = self._rows("SELECT countries FROM epithet WHERE key = ?", fold(words))
        return tuple(rows[0][0].split()) if rows else ()

    def country_of_mission(self, word: str) -> str | None:
        """The code of the country in which a peace operation stands, by its acronym as news prints it: "Unifil"."""
        rows = self._rows("SELECT code FROM mission WHERE key = ?", word)
        return rows[0][0] if rows else None

    def capital_of(self, code: str) -> Place | None:
        rows = self._rows("SELECT seats FROM country WHERE code = ?", code)
        return self.place(f"gn:{rows[0][0].split()[0]}") if rows and rows[0][0] else None

    def _seat_of(self, place: str) -> str | None:
        """The country whose government sits in the town of this id: its code, or None."""
        rows = self._rows("SELECT code FROM seat WHERE city = ?", place[3:]) if place.startswith("gn:") else []
        return rows[0][0] if rows else None

    def _neighbours(self, code: str) -> tuple[str, ...]:
        """Codes of the countries that share a land border with this one, in alphabetical order."""
        rows = self._rows("SELECT neighbours FROM country WHERE code = ?", code)
        return tuple(rows[0][0].split()) if rows else ()

    def border(self, a: str, b: str) -> Place | None:
        """The land border of two countries, or None where they have none."""
        first, second = sorted((a, b))
        return self.place(f"border:{first}-{second}")

    def _provinces(self, country: str) -> tuple[Place, ...]:
        rows = self._rows(
            "SELECT id FROM place WHERE kind = 'province' AND countries = ? AND id LIKE 'province:%' "
            "AND precision = 'area' ORDER BY id",
            country,
        )
        return tuple(place for (code,) in rows if (place := self.place(code)))

    def _named_after_towns(self, country: str) -> bool:
        """Whether half of the provinces have the name of a town in them, as Ukraine's: a bare name means the town."""
        provinces = self.provinces(country)
        named = sum(any(c.within == province.id for c in self.candidates(province.name)) for province in provinces)
        return 2 * named >= len(provinces) > 0

    def parents(self, candidate: Candidate) -> tuple[str, ...]:
        """Ids of the province, the group of provinces and the country that hold the candidate."""
        group = self.group_of(candidate.within) if candidate.within else None
        return tuple(g for g in (candidate.within, group, *(f"country:{c}" for c in candidate.place.countries)) if g)

    def _group_of(self, area: str) -> str | None:
        """The id of the group of provinces that the area of this id lies in, or None."""
        rows = self._rows("SELECT parent FROM place WHERE id = ?", area)
        return rows[0][0] if rows else None

    def geometry(self, code: str) -> Geometry | None:
        """The stored GeoJSON geometry of an id: areas to about 0.02 degree, borders at 1:10m; None for points."""
        rows = self._rows("SELECT number, members FROM place WHERE id = ?", code)
        if not rows:
            return None
        number, members = rows[0]
        bodies = self._rows("SELECT body FROM shape WHERE number = ?", number)
        try:
            if bodies:
                return unpack(bodies[0][0])
        except (zlib.error, ValueError, KeyError) as error:
            raise GazetteerError(f"shape of {code} is damaged", where=str(self._path), remedy=REMEDY) from error
        parts = [shape for member in (members or "").split() if (shape := self.geometry(member))]
        return dissolve(parts) if parts else None
