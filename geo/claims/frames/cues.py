"""What a word of a sentence is a cue of: the rows of the lexicon, and what it is done to."""

from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.lexicon import OF_PEOPLE, cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset({"people", "refugee"})
_DONE_TO = (rel.OBJECT, rel.PASSIVE_SUBJECT)


def cues_of(token: "Token") -> tuple[str, ...]:
    """What a word is a cue of, by its lemma or else as printed; of a verb that is done to people, what it is then."""
    known = cues()
    word = token.lemma_.lower()
    if word in cues(OF_PEOPLE) and any(
        child.dep_ in _DONE_TO and not _PERSONS.isdisjoint(known.get(child.lemma_.lower(), ()))
        for child in token.children
    ):
        return cues(OF_PEOPLE)[word]
    return known.get(word) or known.get(token.lower_) or ()
