"""What the words of a figure mean, as vectors of the English model: those of words used alike lie near one another.

They tell of words that no cue knows and no annotated article holds what those used like them tell.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from geo.claims.choice import Meaning, Vector

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_TELLING = frozenset({"NOUN", "VERB", "ADJ"})


def meaning(
    sentence: "Tokens", *, noun: "Token | None" = None, governor: "Token | None" = None,
    beside: "Sequence[Tokens | None]" = (),
) -> Meaning:  # fmt: skip
    """The vectors of a figure's noun, of the word that governs it, of its sentence and of those beside it, each of
    length 1 or less; what is not there or has no vector is left out."""
    around = [_of_sentence(each) for each in beside if each is not None]
    found = {
        "noun": _of([noun] if noun is not None else ()),
        "governor": _of([governor] if governor is not None else ()),
        "sentence": _of_sentence(sentence),
        "around": _mean([vector for vector in around if vector is not None]),
    }
    return {part: vector for part, vector in found.items() if vector is not None}


@lru_cache(maxsize=4)
def _of_sentence(sentence: "Tokens") -> Vector | None:
    return _of(token for token in sentence if token.pos_ in _TELLING and not token.ent_type_)


def _of(tokens: "Iterable[Token]") -> Vector | None:
    """The mean of the directions of ``tokens``."""
    vectors = [np.asarray(token.vector, dtype=np.float64) for token in tokens if token.has_vector]
    return _mean([vector / length for vector in vectors if (length := float(np.linalg.norm(vector))) > 0])


def _mean(vectors: Sequence[Vector]) -> Vector | None:
    return np.mean(vectors, axis=0) if vectors else None
