"""What stands around a figure: the sentence before, the one after, and what its article is about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.frames.cues import cues_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

TELLING = frozenset(
    {
        "refugee", "flee", "host", "move", "troops", "deploy", "exercise", "fight", "police", "killed", "wounded",
        "captured", "affected", "aided", "polled", "thing",
    }
)  # fmt: skip
"""Cues that say what an article is about."""
_FEWEST = 5
"""Sentences of an article that is about something; fewer are beside the figure anyway."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentences beside a figure's own, None where there is none.

    ``topic`` is the share of the article's sentences (0 to 1) that has each telling cue; ``called`` what share each
    name has of all that the article calls people on the move.
    """

    before: "Tokens | None"
    after: "Tokens | None"
    topic: Mapping[str, float]
    called: Mapping[str, float]


def topic(sentences: Iterable["Tokens"]) -> dict[str, float]:
    """Which share of ``sentences`` has each telling cue, by name: sums over them are the same in every process.

    Empty where there are too few of them.
    """
    found: Counter[str] = Counter()
    count = 0
    for sentence in sentences:
        count += 1
        found.update({cue for token in sentence for cue in cues_of(token)} & TELLING)
    return {cue: times / count for cue, times in sorted(found.items())} if count >= _FEWEST else {}
