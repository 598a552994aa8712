"""Claims and readings as JSON records in which a place stands as its number in the table of places."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from geo.model import Claim, Place, Reading
from geo.model.decision import Review

Number = Callable[[Any], int]
"""A place -> its number."""


def of_claim(claim: Claim, number: Number) -> bytes:
    raw: dict[str, Any] = msgspec.to_builtins(claim)
    _numbered(raw["places"], claim.places, number)
    if claim.sequel is not None:
        _numbered(raw["sequel"]["places"], claim.sequel.places, number)
    return msgspec.json.encode(raw)


def of_reading(reading: Reading, number: Number) -> bytes:
    """A reading without its claims, which stand in a table of their own."""
    raw: dict[str, Any] = msgspec.to_builtins(replace(reading, claims=()))
    _numbered(raw["toponyms"], reading.toponyms, number)
    return msgspec.json.encode(raw)


def _numbered(raw: Any, values: tuple[Any, ...], number: Number) -> None:
    for record, value in zip(raw, values, strict=True):
        if value.place is not None:
            record["place"] = number(value.place)


def places_in(raw: dict[str, Any]) -> set[int]:
    """The numbers of the places that a record names."""
    return {use["place"] for use in _uses(raw) if use["place"] is not None}


def claim(raw: dict[str, Any], places: Mapping[int, Any]) -> Claim:
    """The claim of a record; ``places``: number -> place as a dictionary. Raises msgspec.MsgspecError, KeyError."""
    return msgspec.convert(_placed(raw, places), Claim)


def reading(raw: dict[str, Any], places: Mapping[int, Any]) -> Reading:
    return msgspec.convert(_placed(raw, places), Reading)


def _placed(raw: dict[str, Any], places: Mapping[int, Any]) -> dict[str, Any]:
    for use in _uses(raw):
        if use["place"] is not None:
            use["place"] = places[use["place"]]
    return raw


def _uses(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """What names a place in the record of a claim or a reading."""
    return [*raw.get("places", ()), *(raw.get("sequel") or {}).get("places", ()), *raw.get("toponyms", ())]


def place_of(record: bytes) -> Place:
    return msgspec.json.decode(record, type=Place)


def review_of(record: bytes) -> Review:
    return msgspec.json.decode(record, type=Review)
