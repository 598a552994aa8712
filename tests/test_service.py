"""What a geocoding service adds to a reading, and what it may never do."""

from pathlib import Path
from typing import Any

import pytest
from geopy.location import Location
from geopy.point import Point

from geo.articles.load import from_bytes
from geo.dataset.build import GAZETTEER
from geo.errors import GeocoderError
from geo.model import Precision, Reading
from geo.places.gazetteer import Gazetteer
from geo.places.service import Service
from geo.reading import read

TEXT = """# Troops leave

By AFP

10 October 2024

Kenya moved 300 soldiers from Camp Xandoria to Garissa on Monday. They had stayed in Qhorbeyzan since May.
"""


class Asked:
    """Stands for a geocoder: answers, or fails, and counts."""

    def __init__(self, answer: Location | GeocoderError | None) -> None:
        self.answer = answer
        self.queries: list[str] = []

    def geocode(self, query: str) -> Location | None:
        self.queries.append(query)
        if isinstance(self.answer, GeocoderError):
            raise self.answer
        return self.answer


def answer(box: list[str] | None = None) -> Location:
    raw: dict[str, Any] = {"osm_type": "node", "osm_id": 7} | ({"boundingbox": box} if box else {})
    return Location("Somewhere, Kenya", Point(-1.0, 40.0), raw)


def reading(service: Service | None) -> Reading:
    gazetteer = Gazetteer.open(Path(__file__).parent.parent / "data" / GAZETTEER)
    (found,) = read([from_bytes(TEXT.encode(), "a.txt")], gazetteer, service)
    return found


def unresolved(found: Reading) -> set[str]:
    return {toponym.text for toponym in found.toponyms if toponym.place is None}


def test_without_a_service_a_name_that_is_not_known_stays_unresolved() -> None:
    assert "Qhorbeyzan" in unresolved(reading(None))


def test_only_what_the_gazetteer_lacks_is_asked() -> None:
    asked = Asked(answer())
    found = reading(Service(asked, print))
    assert "Qhorbeyzan" in asked.queries
    assert not {"Kenya", "Garissa"} & set(asked.queries)
    assert unresolved(found) == set()
    place = next(t.place for t in found.toponyms if t.text == "Qhorbeyzan")
    assert place is not None
    assert (place.lat, place.lon, place.precision) == (-1.0, 40.0, Precision.POINT)
    assert "OpenStreetMap" in place.source


def test_a_wide_answer_is_a_circle_and_no_point() -> None:
    found = reading(Service(Asked(answer(["-2", "0", "39", "41"])), print))
    place = next(t.place for t in found.toponyms if t.text == "Qhorbeyzan")
    assert place is not None
    assert place.precision is Precision.RADIUS
    assert place.radius_km == pytest.approx(157, abs=2)


def test_a_miss_changes_nothing() -> None:
    assert reading(Service(Asked(None), print)) == reading(None)


def test_a_failure_is_told_once_and_is_no_miss() -> None:
    lines: list[str] = []
    failing = Asked(GeocoderError("did not answer", where="service", remedy="Try again later"))
    service = Service(failing, lines.append)
    assert reading(service) == reading(None)
    assert len(failing.queries) == 1
    assert lines == ["not asked any further: service: did not answer. Try again later"]
