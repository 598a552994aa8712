"""What a reader says of an article, decoded from the JSON of ``python -m geo read --json`` (geo/contract.py)."""

from collections.abc import Mapping
from typing import Any

import msgspec

from benchmarks.annotated.types import Days


class PlaceTold(msgspec.Struct, frozen=True):
    """A place of a claim."""

    name: str
    role: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    stated: bool = True


class ClaimTold(msgspec.Struct, frozen=True):
    """A claim; ``repeats`` are spans where the article prints the same figure again, which the contract leaves out."""

    start: int
    end: int
    words: str
    panel: str
    low: int | None = None
    high: int | None = None
    counted: str | None = None
    population: str | None = None
    basis: str | None = None
    action: str | None = None
    who: str | None = None
    places: list[PlaceTold] = []
    happened: Days | None = None
    as_of: str | None = None
    attributed_to: str | None = None
    status: str | None = None
    frame: str | None = None
    dated_by: str | None = None
    repeats: list[tuple[int, int]] = []

    @property
    def spans(self) -> list[tuple[int, int]]:
        return [(self.start, self.end), *self.repeats]


class OtherTold(msgspec.Struct, frozen=True):
    """A number of people that the reader puts in no panel."""

    start: int
    end: int
    frame: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """A reading."""

    claims: list[ClaimTold] = []
    others: list[OtherTold] = []


def answer(told: Mapping[str, Any]) -> Answer:
    """The part of a reading's JSON that is scored."""
    return msgspec.convert(told, Answer)
