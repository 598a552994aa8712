"""An interval of days."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Granularity(StrEnum):
    """How fine a date the text gives."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends included, with the words that it was read from."""

    first: date
    last: date
    granularity: Granularity
    words: str
