"""The gazetteer as a geopy geocoder, and Nominatim behind it through a fake adapter: no network."""

import json
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderTimedOut
from geopy.geocoders.base import Geocoder

from geo.errors import GeocoderError
from geo.places.geocoders import GazetteerGeocoder, geocoder
from geo.places.nominatim import PAUSE_S, PoliteNominatim, Settings
from tests.placed import gazetteer

ANSWER = [{"lat": "39.5", "lon": "68.1", "display_name": "Harb-Maidon, Tajikistan", "place_id": 1}]


class Service:
    """What the fake adapter answers, and what it was asked."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, float, dict[str, str], float]] = []

    def adapter(self, *, proxies: object, ssl_context: object) -> BaseSyncAdapter:
        service = self

        class Fake(BaseSyncAdapter):  # type: ignore[misc] # geopy has no types
            def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> object:
                service.asked.append((url, timeout, headers, time.monotonic()))
                answer = service.answers.pop(0)
                if isinstance(answer, Exception):
                    raise answer
                return answer

            def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
                return json.dumps(self.get_json(url, timeout=timeout, headers=headers))

        return Fake(proxies=proxies, ssl_context=ssl_context)


Asking = Callable[..., PoliteNominatim]


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Asking]:
    opened: list[PoliteNominatim] = []

    def open_(service: Service, pause: float = 0.0) -> PoliteNominatim:
        settings = Settings("test@example.org", tmp_path / "kept" / "nominatim.sqlite")
        opened.append(PoliteNominatim(settings, adapter_factory=service.adapter, pause=pause))
        return opened[-1]

    yield open_
    for nominatim in opened:
        nominatim.close()


def test_the_gazetteer_is_a_geopy_geocoder() -> None:
    found = GazetteerGeocoder(gazetteer())
    assert isinstance(found, Geocoder)
    location = found.geocode("Dushanbe")
    assert location.address == "Dushanbe, TJ"
    assert (location.latitude, location.longitude) == pytest.approx((38.54, 68.78), abs=0.05)
    assert location.raw["id"] == "gn:1221874"
    assert location.raw["population"] > 500_000


def test_containers_and_country_codes_narrow_the_answer() -> None:
    found = GazetteerGeocoder(gazetteer())
    assert found.geocode("Paris").raw["id"] == "gn:2988507"
    assert found.geocode("Paris, Texas").raw["id"] == "gn:4717560"
    assert found.geocode("Kunduz, Afghanistan").raw["countries"] == ("AF",)
    assert found.geocode("Paris", country_codes="us").raw["countries"] == ("US",)
    many = found.geocode("Springfield", exactly_one=False, limit=5)
    assert len(many) == 5
    assert len({location.raw["id"] for location in many}) == 5


@pytest.mark.parametrize("query", ["Xyzzyx", "", ",", "Paris, Xyzzyx"])
def test_nothing_found_is_none(query: str) -> None:
    found = GazetteerGeocoder(gazetteer())
    assert found.geocode(query) is None
    assert found.geocode(query, exactly_one=False) is None


def test_the_service_is_off_by_default_and_needs_a_contact() -> None:
    assert Settings.read({}) is None
    assert Settings.read({"DATELINE_NOMINATIM": "off", "DATELINE_CONTACT": "a@example.org"}) is None
    assert geocoder(gazetteer(), {}).geocode("Xyzzyx") is None
    with pytest.raises(GeocoderError, match="DATELINE_CONTACT"):
        Settings.read({"DATELINE_NOMINATIM": "on"})
    settings = Settings.read({"DATELINE_NOMINATIM": "on", "DATELINE_CONTACT": "a@example.org"})
    assert settings is not None
    assert settings.contact == "a@example.org"


def test_the_service_is_asked_only_for_what_the_gazetteer_does_not_know(ask: Asking) -> None:
    service = Service(ANSWER)
    found = GazetteerGeocoder(gazetteer(), behind=ask(service))
    assert found.geocode("Dushanbe").raw["id"] == "gn:1221874"
    assert service.asked == []
    assert found.geocode("Harb-Maidon of the hills").latitude == 39.5
    ((url, timeout, headers, _),) = service.asked
    assert "Harb-Maidon" in url
    assert timeout == 10
    assert headers["User-Agent"].startswith("Dateline/")
    assert "test@example.org" in headers["User-Agent"]


def test_answers_and_misses_are_kept_on_disk(ask: Asking) -> None:
    first = ask(Service(ANSWER, []))
    assert first.geocode("Harb-Maidon").latitude == 39.5  # type: ignore[union-attr]
    assert first.geocode("Nowhere at all") is None
    again = Service()  # has no answers: asking it fails
    second = ask(again)
    location = second.geocode(" harb-maidon ")
    assert location is not None
    assert (location.address, location.raw["place_id"]) == ("Harb-Maidon, Tajikistan", 1)
    assert second.geocode("Nowhere at all") is None
    assert again.asked == []


def test_an_error_is_raised_and_never_kept_as_a_miss(ask: Asking) -> None:
    service = Service(GeocoderTimedOut("too slow"), ANSWER)
    nominatim = ask(service)
    with pytest.raises(GeocoderError, match=r"did not answer.*Try again later"):
        nominatim.geocode("Harb-Maidon")
    assert nominatim.geocode("Harb-Maidon") is not None
    assert len(service.asked) == 2


def test_requests_keep_their_distance_even_from_another_process(ask: Asking) -> None:
    service = Service([], [], [])
    one, two = ask(service, 0.2), ask(service, 0.2)  # two connections, as two processes have
    for nominatim, query in ((one, "a"), (two, "b"), (one, "c")):
        nominatim.geocode(query)
    times = [asked[3] for asked in service.asked]
    assert all(later - earlier >= 0.19 for earlier, later in pairwise(times))
    assert PAUSE_S >= 1


def test_an_unusable_cache_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(GeocoderError, match=r"cache\.sqlite.*Delete the file"):
        PoliteNominatim(Settings("a@example.org", file), adapter_factory=Service().adapter)
