"""Embeddings remembered by word: a third of the two networks' work, and the same for a word wherever it stands."""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thinc.api import Model

_ASKED = ["ORTH", "NORM", "SPACY"]
"""What the embedding of a token follows from; prefix, suffix, shape and vector follow from the word."""
_MOST = 20_000
"""Remembered words, some 600 bytes each; with more the memory starts afresh."""


def remember(network: "Model[Any, Any]") -> None:
    """Let a tok2vec ``network`` (embedding, then encoding) remember what its embedding says of a word."""
    from thinc.api import Model  # noqa: PLC0415 - only when text is read

    embedding = Embedding(network.layers[0])

    def forward(_model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:  # noqa: ARG001 - thinc's
        return embedding.of(docs), None  # the networks are used, never trained

    network.layers[0] = Model("remembered", forward)


class Embedding:
    """The embedding layer of a tok2vec network with a memory."""

    def __init__(self, layer: "Model[Any, Any]") -> None:
        self._layer = layer
        self._numpy: Any = layer.ops.xp  # an import of our own would come before the number of threads is told
        self._known: dict[bytes, int] = {}
        self._rows: Any = self._numpy.empty((0, layer.get_dim("nO")), dtype="float32")

    def of(self, docs: Sequence[Any]) -> list[Any]:
        """For each of ``docs`` (spaCy's, tokenised) a row a token, 32-bit floats."""
        if len(self._known) > _MOST:
            self._known.clear()
        asked = [doc.to_array(_ASKED) for doc in docs]
        keys = [[row.tobytes() for row in rows] for rows in asked]
        every = zip(chain.from_iterable(keys), chain.from_iterable(asked), strict=True)
        self._learn(docs[0].vocab, {key: row for key, row in every if key not in self._known})
        return [self._rows[[self._known[key] for key in mine]] for mine in keys]

    def _learn(self, vocab: Any, new: dict[bytes, Any]) -> None:
        from spacy.tokens import Doc  # noqa: PLC0415

        if not new:
            return
        asked = self._numpy.array(list(new.values()))
        words = [vocab.strings[int(word)] for word in asked[:, 0]]
        text: Any = Doc(vocab, words=words, spaces=asked[:, 2].astype(bool).tolist())
        text.from_array(["NORM"], asked[:, 1:2])
        (told,) = self._layer.predict([text])
        self._rows = self._numpy.concatenate([self._rows[: len(self._known)], told])
        self._known.update(zip(new, range(len(self._known), len(self._rows)), strict=True))
