"""By what the figures of a panel can be grouped."""

from enum import StrEnum


class Grouping(StrEnum):
    """In which order the figures of a panel stand, and under which headings."""

    DATE = "date"
    COUNTRY = "country"
    EVENT = "event"
    """All that is told of one movement together, reprints too."""
