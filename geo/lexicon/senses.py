"""Lists of words by the sense that they share: rows of ``senses.tsv``, ``sense <tab> words <tab> what``, with examples.

A sense is named after the module that reads it. A new word is one more word in its row.
"""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENSES = Path(__file__).parent / "senses.tsv"


@cache
def senses() -> "Mapping[str, frozenset[str]]":
    """Sense -> its words, in lower case."""
    rows = (line.split("\t") for line in SENSES.read_text(encoding="utf-8").splitlines())
    return MappingProxyType({name: frozenset(words.split()) for name, words, _ in rows})


def sense(name: str) -> frozenset[str]:
    """The words of the sense called ``name``. Raises KeyError where the table has none."""
    return senses()[name]
