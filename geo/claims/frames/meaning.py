"""What the words of a figure mean, as vectors of the English model: those of words used alike lie near one another.

They tell of words that no cue knows and no annotated article holds what those used like them tell.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from geo.claims.choice import Meaning, Vector
from geo.claims.counting import Counting
from geo.claims.frames.surroundings import Surroundings

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token
    from spacy.vocab import Vocab

_TELLING = frozenset({"NOUN", "VERB", "ADJ"})


def meaning(counting: Counting, around: Surroundings) -> Meaning:
    """The vectors of the counted noun, of the word that governs the figure, of its sentence and of those beside it,
    each of length 1 or less; what is not there or has no vector is left out."""
    beside = [_of_sentence(sentence) for sentence in (around.before, around.after) if sentence is not None]
    found = {
        "noun": _of([counting.noun] if counting.noun is not None else ()),
        "governor": _of(above for above, _ in counting.above[:1]),
        "sentence": _of_sentence(counting.sentence),
        "around": _mean([vector for vector in beside if vector is not None]),
    }
    return {part: vector for part, vector in found.items() if vector is not None}


@lru_cache(maxsize=4)
def _of_sentence(sentence: "Tokens") -> Vector | None:
    return _of(token for token in sentence if token.pos_ in _TELLING and not token.ent_type_)


def _of(tokens: "Iterable[Token]") -> Vector | None:
    """The mean of the directions of ``tokens``."""
    directions = (_direction(token.vocab, token.orth) for token in tokens)
    return _mean([direction for direction in directions if direction is not None])


@lru_cache(maxsize=4096)
def _direction(vocab: "Vocab", word: int) -> Vector | None:
    vector = np.asarray(vocab.get_vector(word), dtype=np.float64) if vocab.has_vector(word) else np.zeros(1)
    length = float(np.linalg.norm(vector))
    return vector / length if length > 0 else None


def _mean(vectors: Sequence[Vector]) -> Vector | None:
    return np.add.reduce(vectors) / len(vectors) if vectors else None
