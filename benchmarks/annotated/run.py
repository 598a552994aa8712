"""Read a set with the reader as it is, in this process, and score it."""

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.annotated.answer import answer
from benchmarks.annotated.match import Names, Point
from benchmarks.annotated.score import Score, score
from benchmarks.annotated.sets import articles
from benchmarks.annotated.types import Annotation
from geo.contract import as_json
from geo.model import Reading
from geo.places.gazetteer import Gazetteer
from geo.reading import read


def readings(annotated: Sequence[Annotation], gazetteer: Gazetteer) -> Iterator[dict[str, Any]]:
    """What ``python -m geo read --json`` prints of each article; raises TextsError where a text is missing."""
    return map(told, read(articles(annotated), gazetteer))


def told(reading: Reading) -> dict[str, Any]:
    """A reading as the contract has it, and where each figure is printed again."""
    row = as_json(reading)
    for shown, claim in zip(row["claims"], reading.claims, strict=True):
        shown["repeats"] = [(span.start, span.end) for span in claim.repeats]
    return row


def scored(annotated: Sequence[Annotation], rows: Sequence[dict[str, Any]], gazetteer: Gazetteer) -> Score:
    """The score of ``rows``, which are the readings of ``annotated`` in their order."""
    return score(zip(annotated, map(answer, rows), strict=True), names(gazetteer))


def names(gazetteer: Gazetteer) -> Names:
    """Names of places compared with what the gazetteer knows of them."""

    def located(name: str, country: str | None) -> list[Point]:
        found = [each.place for each in gazetteer.candidates(name) if each.place.precision == "point"]
        return [
            (place.lat, place.lon)
            for place in found
            if (country is None or country in place.countries) and place.lat is not None and place.lon is not None
        ]

    def code(name: str) -> str | None:
        place = gazetteer.country(name)
        return place.countries[0] if place is not None and place.countries else None

    return Names(located, code)
