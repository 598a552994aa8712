"""Parts of speech and lemmas, remembered by word: spaCy tries its 179 rules on every token anew."""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

_ASKED, _TOLD = ["ORTH", "TAG", "DEP", "POS"], ["TAG", "DEP", "POS", "LEMMA"]  # POS is nought before it is told
_MOST = 200_000
"""Remembered combinations of word, tag and label, some 300 bytes each; with more the memory starts afresh."""


class Words:
    """Part of speech and lemma of a token, which follow from its word, its tag and its dependency label.

    A few of spaCy's rules look at two tokens ("let 's"): a text with a word that may open such a pair goes through the
    rules as a whole.
    """

    def __init__(self, model: "Language") -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415 - only when text is read

        self._vocab = model.vocab
        self._rules: list[Any] = [model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")]
        self._openers = Matcher(model.vocab)
        pairs = [p for rule in self._rules[0].patterns for p in rule["patterns"] if len(p) > 1]
        self._openers.add("opens a pair", [pair[:1] for pair in pairs])
        self._known: dict[bytes, Any] = {}  # None for a word that may open a pair

    def describe(self, docs: Sequence[Any]) -> None:
        """Do what the rules do to tagged and parsed ``docs`` (spaCy's), but for morphology, which nobody reads."""
        if len(self._known) > _MOST:
            self._known.clear()
        asked = [doc.to_array(_ASKED) for doc in docs]
        keys = [[row.tobytes() for row in rows] for rows in asked]
        every = zip(chain.from_iterable(keys), chain.from_iterable(asked), strict=True)
        self._learn({key: row for key, row in every if key not in self._known})
        for doc, rows, mine in zip(docs, asked, keys, strict=True):
            told = [self._known[key] for key in mine]
            if any(row is None for row in told):
                self._follow_rules(doc)
            else:
                rows[:] = told
                doc.from_array(_TOLD, rows)

    def _learn(self, new: dict[bytes, Any]) -> None:
        """Put new words through the rules, in one text with a full stop after each, so that none makes a pair."""
        from spacy.tokens import Doc  # noqa: PLC0415

        if not new:
            return
        words = [self._vocab.strings[int(row[0])] for row in new.values()]
        text: Any = Doc(self._vocab, words=[part for word in words for part in (word, ".")])
        given = text.to_array(_ASKED)
        given[::2] = list(new.values())
        given[1::2, 1] = self._vocab.strings["."]
        text.from_array(_ASKED[1:], given[:, 1:])
        openers = {start for _, start, _ in self._openers(text, allow_missing=True)}
        self._follow_rules(text)
        told = text.to_array(_TOLD)
        for at, key in enumerate(new):
            self._known[key] = None if 2 * at in openers else told[2 * at].copy()

    def _follow_rules(self, doc: Any) -> None:
        for rule in self._rules:
            rule(doc)
