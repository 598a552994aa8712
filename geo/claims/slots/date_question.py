"""A figure whose date is sought, and the times that may be it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.slots.named_times import LEAD, Candidate, NamedTimes
from geo.claims.timing import Timing
from geo.model import Action, Basis, Granularity, Panel, When

if TYPE_CHECKING:
    from spacy.tokens import Token

BACK, ON = 4, 2
"""Sentences before and after a figure whose times may be its."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose date is sought.

    ``at`` is the number of its sentence and ``start`` its first character in the article; ``grammar`` is what the
    grammar of the sentence says. ``since_event``: what the people are counted since where the sentence does not date
    it, "have fled since the war began".
    """

    at: int
    start: int
    deed: Deed
    panel: Panel
    basis: Basis
    grammar: Timing
    since_event: "Token | None"

    @property
    def is_dated(self) -> bool:
        """Whether the grammar ties a time to the figure."""
        return self.grammar.happened is not None or self.grammar.as_of is not None

    @property
    def anchor(self) -> "Token":
        return self.deed.anchor

    @property
    def action(self) -> Action:
        return self.deed.action


NONE = Candidate("none")


def candidates(asked: Asked, named: NamedTimes) -> list[Candidate]:
    """Every time named around the figure, in the lead and last before it, the date of publication, and none."""
    found = [NONE]
    setting = named.sentences[asked.at][0]
    if setting.published is not None:
        day = setting.published
        found.append(Candidate("publication", When(day, day, Granularity.DAY, day.isoformat())))
    elif named.issued is not None:
        found.append(Candidate("publication", named.issued.days, None, named.issued.span, named.issued.at))
    first = max(0, asked.at - BACK)
    for at in range(min(LEAD, first)):
        found += named.of(at, asked.anchor)
    found += named.last(first - 1, asked.anchor)  # the one further back, where nothing near is named
    for at in range(first, min(len(named.sentences), asked.at + ON + 1)):
        found += named.of(at, asked.anchor)
    return found
