"""Places taken out of records and put back: each stands once in a data set, and is named in records by its id."""

from itertools import chain, count
from typing import Any

import msgspec


class Places:
    """The places that were taken out of readings, ``kept`` by the names that stand there for them."""

    def __init__(self) -> None:
        self.kept: dict[str, msgspec.Raw] = {}
        self._names: dict[bytes, str] = {}

    def out_of(self, value: Any) -> Any:
        """``value`` with each place replaced by its name."""
        if isinstance(value, dict):
            return {
                key: self._name(item) if key == "place" and item is not None else self.out_of(item)
                for key, item in value.items()
            }
        return [self.out_of(item) for item in value] if isinstance(value, list | tuple) else value

    def _name(self, place: dict[str, Any]) -> str:
        return self.name(str(place["id"]), msgspec.json.encode(place))

    def name(self, key: str, place: bytes) -> str:
        """What stands for a place, given as its id and as JSON."""
        if (known := self._names.get(place)) is not None:
            return known
        numbered = (f"{key}~{number}" for number in count(2))
        name = next(name for name in chain([key], numbered) if name not in self.kept)
        self.kept[name], self._names[place] = msgspec.Raw(place), name
        return name


def with_places(value: Any, places: dict[str, Any]) -> Any:
    """The reverse of ``Places.out_of``."""
    if isinstance(value, dict):
        return {
            key: places[item] if key == "place" and item is not None else with_places(item, places)
            for key, item in value.items()
        }
    return [with_places(item, places) for item in value] if isinstance(value, list) else value
