"""Parts of speech and lemmas, remembered by word: spaCy tries its 179 rules on every token anew."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MOST = 200_000
"""Remembered combinations of word, tag and label, some 300 bytes each; with more the memory starts afresh."""


class Words:
    """Part of speech and lemma of a token, which follow from its word, its tag and its dependency label.

    A few of spaCy's rules look at two tokens ("let 's"): a text that has such a pair goes through the rules itself.
    """

    def __init__(self, model: "Language") -> None:
        from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG  # noqa: PLC0415 - only when text is read
        from spacy.matcher import Matcher  # noqa: PLC0415

        self._asked, self._told = [ORTH, TAG, DEP], [TAG, POS, LEMMA]
        self._vocab = model.vocab
        self._rules: list[Any] = [model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")]
        self._pairs = Matcher(model.vocab)
        self._pairs.add("pair", [p for rule in self._rules[0].patterns for p in rule["patterns"] if len(p) > 1])
        self._known: dict[bytes, Any] = {}

    def describe(self, docs: Sequence["Doc"]) -> None:
        """Do to ``docs``, which are tagged and parsed, what the rules do; morphology, which nobody reads, is left out."""
        if len(self._known) > _MOST:
            self._known.clear()
        asked = [doc.to_array(self._asked) for doc in docs]
        keys = [[row.tobytes() for row in rows] for rows in asked]
        self._learn({key: row for some, rows in zip(keys, asked, strict=True) for key, row in zip(some, rows, strict=True)})
        for doc, rows, some in zip(docs, asked, keys, strict=True):
            if self._pairs(doc):
                self._follow_rules(doc)
            else:
                told = rows.copy()
                for at, key in enumerate(some):
                    told[at] = self._known[key]
                doc.from_array(self._told, told)

    def _learn(self, rows: dict[bytes, Any]) -> None:
        """Put the words that are new through the rules, in one text and far enough apart."""
        from spacy.tokens import Doc  # noqa: PLC0415

        new = {key: row for key, row in rows.items() if key not in self._known}
        if not new:
            return
        words = [part for row in new.values() for part in (self._vocab.strings[int(row[0])], ".")]
        text = Doc(self._vocab, words=words)
        given = text.to_array(self._asked)
        given[::2] = list(new.values())
        text.from_array(self._asked[1:], given[:, 1:])
        self._follow_rules(text)
        self._known |= dict(zip(new, text.to_array(self._told)[::2].copy(), strict=True))

    def _follow_rules(self, doc: "Doc") -> None:
        for rule in self._rules:
            rule(doc)
