"""Two claims about one movement."""

from dataclasses import dataclass
from enum import StrEnum


class Difference(StrEnum):
    """In what two claims about the same movement differ."""

    DATE = "date"
    PLACE = "place"
    GROUP = "group"
    BASIS = "basis"
    ROUNDING = "rounding"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims (ids) about the same movement, and what differs.

    ``same_origin``: one agency, or one text printed again, is behind both; such claims count once. ``same_source``:
    both articles give the word of the same speaker ("UNHCR said").
    """

    first: str
    second: str
    differs: tuple[Difference, ...]
    same_origin: bool
    same_source: bool = False
