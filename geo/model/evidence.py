"""What the filling of a slot rests on."""

from dataclasses import dataclass

from geo.model.span import Span
from geo.model.words import How


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words stand that filled a slot, and how sure the choice is (a probability, 0 to 1).

    ``span`` are those words; None where the slot follows from the date of publication.
    """

    how: How
    sure: float
    span: Span | None = None
