"""Words as data: one row a sense, ``word <tab> what it is a cue of``, in ``cues.tsv``.

A third column, ``of people``, holds what a verb is a cue of instead where people are what it is done to: who receives
migrants hosts them, who receives food is aided.

A cue decides nothing. It is a feature of the trained choices (``geo.claims.choice``): that a word of killing stands
over a figure, that the sentence before speaks of refugees. A new word is a new row.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CUES = Path(__file__).parent / "cues.tsv"
OF_PEOPLE = "of people"


@cache
def cues(condition: str = "") -> "Mapping[str, tuple[str, ...]]":
    """Lemma -> what it is a cue of, under a ``condition`` or under none."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in CUES.read_text(encoding="utf-8").splitlines():
        word, cue, *only = line.split("\t")
        if only == ([condition] if condition else []):
            found[word].append(cue)
    return MappingProxyType({word: tuple(all_of) for word, all_of in found.items()})
