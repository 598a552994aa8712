"""What stands around a figure: the sentence before, the one after, and what its article is about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.lexicon import cues_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

TELLING = frozenset(
    {
        "refugee", "flee", "host", "move", "troops", "deploy", "exercise", "fight", "police", "killed", "wounded",
        "captured", "affected", "aided", "polled", "thing",
    }
)  # fmt: skip
"""Cues that say what an article is about."""
_FEW = 4
"""Sentences: of fewer, a share says no more than of these."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentences beside a figure's own, None where there is none.

    ``topic`` is the share of the article's sentences (0 to 1) that has each telling cue.
    """

    before: "Tokens | None"
    after: "Tokens | None"
    topic: Mapping[str, float]


def topic(sentences: Iterable["Tokens"]) -> dict[str, float]:
    """Which share of ``sentences`` has each telling cue, by name: sums over them are the same in every process."""
    found: Counter[str] = Counter()
    count = 0
    for sentence in sentences:
        count += 1
        found.update({cue for token in sentence for cue in cues_of(token)} & TELLING)
    return {cue: times / max(count, _FEW) for cue, times in sorted(found.items())}
