"""Words as data: one row a sense, ``word <tab> what it is a cue of``, in ``cues.tsv``.

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

    from spacy.tokens import Token

CUES = Path(__file__).parent / "cues.tsv"


@cache
def cues() -> "Mapping[str, tuple[str, ...]]":
    """Lemma -> what it is a cue of."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in CUES.read_text(encoding="utf-8").splitlines():
        word, cue = line.split("\t")
        found[word].append(cue)
    return MappingProxyType({word: tuple(all_of) for word, all_of in found.items()})


def cues_of(token: "Token") -> tuple[str, ...]:
    """What a word is a cue of, by its lemma or else as printed."""
    known = cues()
    return known.get(token.lemma_.lower()) or known.get(token.lower_) or ()
