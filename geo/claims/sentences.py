"""The sentences of an article, and what many of them ask of all before: it is looked for once."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from geo.claims.setting import Setting
from geo.claims.source import named
from geo.grammar import relations as rel
from geo.lexicon.speech import BODIES

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WHICH = (rel.POSSESSOR, rel.COMPOUND, rel.ADJECTIVE)


class Sentences(list[tuple[Setting, "Tokens"]]):
    """The sentences of an article in reading order, each with its passage."""

    @cached_property
    def full_names(self) -> Mapping[str, tuple[int, str]]:
        """The last word of each person's name that is told in full -> where first, and the name. A sentence looks
        through the names of its whole passage, so it is asked once, and not for every speaker."""
        found: dict[str, tuple[int, str]] = {}
        for number, (_, sentence) in enumerate(self):
            for name in sentence.ents:
                if name.label_ == "PERSON" and len(name) > 1:
                    found.setdefault(name[-1].text, (number, name.text))
        return found

    @cached_property
    def bodies(self) -> Mapping[str, tuple[list[tuple[int, "Token"]], int]]:
        """The lemma of a body that speaks -> where it is told which ("the interior ministry"), each with its noun; and
        the first of these sentences that tells of another one: from there on nobody can say which is meant."""
        found: dict[str, tuple[list[tuple[int, Token]], int]] = {}
        for number, (_, sentence) in enumerate(self):
            for noun in sentence:
                lemma = noun.lemma_.lower()
                if (
                    lemma not in BODIES
                    or noun.pos_ not in ("NOUN", "PROPN")
                    or not any(it.dep_ in _WHICH for it in noun.children)
                ):
                    continue
                nouns, another = found.setdefault(lemma, ([], len(self)))
                if nouns and another == len(self) and named(noun).lower() != named(nouns[0][1]).lower():
                    found[lemma] = nouns, number
                nouns.append((number, noun))
        return found
