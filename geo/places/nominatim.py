"""OpenStreetMap's Nominatim through geopy, with its usage policy kept. Off unless the settings switch it on.

The policy (operations.osmfoundation.org/policies/nominatim): at most one request a second for the whole application, a
user agent of our own with a contact, results cached, OpenStreetMap credited, no bulk geocoding. Answers are kept on
disk, misses too; an error is raised and never kept, for it is not an answer.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.location import Location
from geopy.point import Point

from geo.errors import GeocoderError

PAUSE_S = 1.0
"""Seconds between requests of the whole application, all its processes together."""
TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class Settings:
    """The one place where the service is configured.

    DATELINE_NOMINATIM        "on" switches it on; anything else leaves it off
    DATELINE_CONTACT          an e-mail or web address for the user agent; the policy asks for one
    DATELINE_GEOCODER_CACHE   the file that keeps answers; default .cache/nominatim.sqlite
    """

    contact: str
    cache: Path

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self | None:
        """The settings, or None where the service is off. Raises GeocoderError where it is on without a contact."""
        if environment.get("DATELINE_NOMINATIM", "").lower() != "on":
            return None
        contact = environment.get("DATELINE_CONTACT", "").strip()
        if not contact:
            raise GeocoderError(
                "Nominatim is on without a contact for its user agent",
                where="DATELINE_CONTACT",
                remedy="Set it to an e-mail or web address, or unset DATELINE_NOMINATIM",
            )
        return cls(contact, Path(environment.get("DATELINE_GEOCODER_CACHE", ".cache/nominatim.sqlite")))


class PoliteNominatim:
    """Nominatim with a cache on disk, one request a second, and errors that stay errors.

    ``adapter_factory`` replaces geopy's network adapter, ``pause`` the seconds between requests.
    """

    def __init__(
        self, settings: Settings, *, adapter_factory: Callable[..., Any] | None = None, pause: float = PAUSE_S
    ) -> None:
        self._pause = pause
        self._where = str(settings.cache)
        agent = f"Dateline/0.1 ({settings.contact})"
        service = Nominatim(user_agent=agent, timeout=TIMEOUT_S, adapter_factory=adapter_factory)
        self._ask = RateLimiter(service.geocode, min_delay_seconds=pause, max_retries=0, swallow_exceptions=False)
        try:
            settings.cache.parent.mkdir(parents=True, exist_ok=True)
            self._cache = sqlite3.connect(settings.cache, timeout=60, isolation_level=None)
            self._cache.execute("CREATE TABLE IF NOT EXISTS answer (query TEXT PRIMARY KEY, body TEXT)")
            self._cache.execute("CREATE TABLE IF NOT EXISTS turn (id INTEGER PRIMARY KEY CHECK (id = 1), ended REAL)")
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error

    def close(self) -> None:
        self._cache.close()

    def geocode(self, query: str, *, country_codes: str | None = None) -> Location | None:
        """The first location that Nominatim gives, or None where it knows no such place. Raises GeocoderError."""
        key = json.dumps([" ".join(query.split()).casefold(), (country_codes or "").casefold()])
        try:
            kept = self._cache.execute("SELECT body FROM answer WHERE query = ?", (key,)).fetchone()
            body = json.loads(kept[0]) if kept else self._fetch(key, query, country_codes)
        except (sqlite3.Error, ValueError) as error:
            raise self._unusable(error) from error
        return Location(body["address"], Point(body["lat"], body["lon"]), body["raw"]) if body else None

    def _fetch(self, key: str, query: str, country_codes: str | None) -> dict[str, Any] | None:
        with self._turn():
            try:
                found = self._ask(query, exactly_one=True, country_codes=country_codes, language="en")
            except GeopyError as error:
                raise GeocoderError(
                    f"did not answer ({type(error).__name__}: {error})",
                    where=f"Nominatim, {query!r}",
                    remedy="Try again later; nothing was kept",
                ) from error
            body = found and {"address": found.address, "lat": found.latitude, "lon": found.longitude, "raw": found.raw}
            self._cache.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (key, json.dumps(body)))
        return body or None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One request at a time over all processes that share the cache file, ``pause`` seconds after the last."""
        self._cache.execute("BEGIN IMMEDIATE")
        try:
            last = self._cache.execute("SELECT ended FROM turn").fetchone()
            if last:
                time.sleep(min(self._pause, max(0.0, last[0] + self._pause - time.time())))
            yield
        finally:
            self._cache.execute("INSERT OR REPLACE INTO turn VALUES (1, ?)", (time.time(),))
            self._cache.execute("COMMIT")

    def _unusable(self, error: Exception) -> GeocoderError:
        return GeocoderError(
            f"the cache cannot be used ({error})", where=self._where, remedy="Delete the file or name another one"
        )


def nominatim(environment: Mapping[str, str]) -> PoliteNominatim | None:
    """The service as ``environment`` asks for it, None where it is off; see ``Settings``."""
    settings = Settings.read(environment)
    return PoliteNominatim(settings) if settings is not None else None
