"""A figure as printed, with its bounds."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.span import Span


class Qualifier(StrEnum):
    """How the source hedges its figure."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    FEWER_THAN = "fewer than"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as printed, with inclusive bounds as stated; an open bound is None.

    Bounds count people (or families, or per cent: the claim's ``counted`` says which).
    """

    span: Span
    words: str
    qualifier: Qualifier
    low: int | None
    high: int | None

    @property
    def approx(self) -> bool:
        """True where the source itself says that the figure is not exact."""
        return self.qualifier in (Qualifier.ABOUT, Qualifier.VAGUE)

    @property
    def middle(self) -> int | None:
        """The value that sizes a symbol: the middle of the bounds, or the bound that is stated."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) // 2
        return self.low if self.low is not None else self.high
