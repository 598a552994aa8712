"""A source, and what it is called: the noun of who speaks, and the words that the article has for it."""

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from geo.grammar import child, is_verb, phrase, words
from geo.grammar import relations as rel
from geo.lexicon.speech import MEDIUM, PERSONS

if TYPE_CHECKING:
    from spacy.tokens import Token

MISTAKEN = (rel.COMPOUND, rel.ADJECTIVE)
"""What the parse takes a speaker for that stands right before a verb of saying."""


@dataclass(frozen=True, slots=True)
class Source:
    """The noun of who speaks, the nouns of those whom the speaker cites, and the word that says so."""

    speaker: "Token"
    cited: tuple["Token", ...]
    word: "Token"


def named(noun: "Token") -> str:
    """The source as printed; a news medium by its name alone ("the news agency Example" is Example)."""
    parts = phrase(noun)
    if noun.dep_ in MISTAKEN and noun.i == noun.head.i - 1 and is_verb(noun.head):
        parts = [t for t in noun.head.lefts if t.dep_ in (rel.DETERMINER, *MISTAKEN)]
    after = list(takewhile(lambda t: t.pos_ == "PROPN", noun.doc[noun.i + 1 :]))
    if noun.lemma_.lower() in MEDIUM and after:  # however the parse hangs the name, it stands right after
        parts = after
    elif any(t.lower_ in MEDIUM - {"agency"} for t in parts):
        parts = _proper(parts)
    elif after and child(noun, rel.APPOSITION) is not None and (noun.pos_ == "NOUN" or noun.lemma_.lower() in PERSONS):
        parts += after  # "its spokesman Jean Example", "Captain Jean Example": the name is no aside
    elif (name := child(noun, rel.APPOSITION)) is not None and name.pos_ == "PROPN" and parts[0].tag_ == "PRP$":
        parts = phrase(name)  # "Their spokesman, Jean Example, said"
    return words([t for t in parts if not (t.dep_ == rel.CASE and t.head == noun)])


def _proper(parts: list["Token"]) -> list["Token"]:
    """The name within a medium's phrase ("the Example news agency"); all of it where no name stands there."""
    return [t for t in parts if t.pos_ == "PROPN" and t.lower_ not in MEDIUM] or parts
