"""What a sentence is about as far as it matters here: forces, or people driven from home."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.claims.words import topics
from geo.model import Population

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


class Topic(StrEnum):
    """What a sentence speaks of."""

    FORCES = "forces"
    UPROOTED = "uprooted"


def topic_of(figure: "Tokens", people: "Token | None", around: Sequence["Tokens"]) -> Topic | None:
    """What the nearest sentence that speaks of either speaks of; in one that speaks of both, what stands nearer."""
    is_civil = people is None and any(t.lemma_.lower() in topics.CIVIL for t in around[0])
    for sentence in around:
        forces = _signs(sentence, Topic.FORCES, figure)
        uprooted = _signs(sentence, Topic.UPROOTED, figure)
        if forces and not uprooted and is_civil and sentence != around[0]:
            return Topic.UPROOTED
        if uprooted or forces:
            ours, theirs = (len(signs) - min(signs, default=99) / 50 for signs in (forces, uprooted))
            return Topic.FORCES if ours > theirs else Topic.UPROOTED
    return None


def kind_of(around: Sequence["Tokens"]) -> Population | None:
    """Who they are, as the nearest sentence that says so names them."""
    named = (
        topics.KINDS[t.lemma_.lower()] for sentence in around for t in sentence if t.lemma_.lower() in topics.KINDS
    )
    return next(named, None)


def speaks(token: "Token", topic: Topic) -> bool:
    """Whether a word speaks of ``topic``. A capital hides a name: "Camp Schwab" shelters nobody."""
    words = topics.FORCES if topic is Topic.FORCES else topics.UPROOTED
    is_name = token.lower_ in ("camp", "shelter", "mission") and token.text[0].isupper()
    return (token.lemma_.lower() in words or token.lower_ in words) and not is_name


def _signs(sentence: "Tokens", topic: Topic, figure: "Tokens") -> list[int]:
    """How far from ``figure`` each sign stands."""
    signs = [token.i for token in sentence if speaks(token, topic)]
    if topic is Topic.UPROOTED:
        starts = [sentence.start_char + match.start() for match in topics.UPROOTING.finditer(sentence.text)]
        signs += [token.i for token in sentence if token.idx in starts]
    return [abs(at - figure.start) for at in signs]
