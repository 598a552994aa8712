"""Prepositional phrases, with prepositions of two words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.grammar.tree import child, children, conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIRS = frozenset({("out", "of"), ("close", "to")})
"""Prepositions of two words; of "set out for" the second stands alone."""


def objects(token: "Token") -> Iterator[tuple[str, "Token"]]:
    """(preposition, its object) for each prepositional phrase of ``token``; two-word ones as "out of", "close to"."""
    for prep in children(token, rel.PREPOSITION, rel.AGENT, rel.DATIVE):
        if (target := child(prep, rel.PREPOSITION_OBJECT) or _pointed(prep)) is not None:
            yield prep.lower_, target
            for joined in conjuncts(target):
                yield prep.lower_, joined
        for inner in children(prep, rel.PREPOSITION):
            if (
                target := child(inner, rel.PREPOSITION_OBJECT)
            ) is not None:  # "out of the town", "across the border into the town"
                yield inner.lower_ if child(prep, rel.PREPOSITION_OBJECT) else f"{prep.lower_} {inner.lower_}", target
    for adverb in children(token, rel.ADVERB, rel.PARTICLE, rel.PREDICATE_ADJECTIVE):
        for inner in children(adverb, rel.PREPOSITION):
            if (target := child(inner, rel.PREPOSITION_OBJECT)) is not None:
                pair = (adverb.lower_, inner.lower_)
                yield " ".join(pair) if pair in _PAIRS else inner.lower_, target


def _pointed(prep: "Token") -> "Token | None":
    """The adverb of "from here", "to there"."""
    return next(
        (t for t in children(prep, rel.PREPOSITION_COMPLEMENT, rel.ADVERB) if t.lower_ in ("here", "there")), None
    )
