"""A figure whose places are sought, and the names around it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.attribution import sources_in
from geo.claims.slots.naming import Named, Names
from geo.claims.tie import Tie, is_apart
from geo.grammar import relations as rel
from geo.model import Action, Panel, Place, PlaceKind
from geo.places.lexicon import KIND_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

PREPOSITIONS = {
    **dict.fromkeys(("from", "out of", "leaving"), "from"),
    **dict.fromkeys(("to", "into", "onto", "toward", "towards", "for"), "to"),
    **dict.fromkeys(("in", "at", "inside", "within", "on", "along", "throughout", "around"), "at"),
    **dict.fromkeys(("near", "outside", "off", "beside"), "near"),
    **dict.fromkeys(("via", "through", "over", "across"), "via"),
    **{word: word for word in ("by", "of", "with", "against", "between", "under", "as", "including", "amid")},
}
CALLED = {
    **KIND_WORDS,
    **dict.fromkeys(("country", "nation", "kingdom", "republic"), PlaceKind.COUNTRY),
    **dict.fromkeys(("valley", "enclave", "peninsula", "island", "area"), PlaceKind.REGION),
    **dict.fromkeys(("border", "frontier"), PlaceKind.BORDER),
    "settlement": PlaceKind.SITE,
}
"""Nouns that point back to a place ("the town", "this province"), and the kind that they mean."""
_CHAIN = frozenset({rel.COMPOUND, rel.NOUN_MODIFIER, rel.POSSESSOR, rel.APPOSITION, rel.CONJUNCT, rel.ADJECTIVE})


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose places are sought.

    ``grammar`` are the places that the grammar of its sentence ties to it by name, ``pointed`` those that it points to
    ("the country") and that may be others; ``home`` is the country of the counted; ``apart`` are the ids of the places
    that a list gives to others.
    ``figure`` are the words of the number; ``deeds`` is what its people may do, each with its chance.
    ``before`` are, newest last, the grammar's places of the figures before it.
    """

    at: int
    start: int
    sentence: "Tokens"
    figure: "Tokens"
    head: "Token"
    panel: Panel
    deed: Deed
    deeds: Mapping[Action, float]
    grammar: Sequence[Tie]
    pointed: Sequence[Tie]
    home: Place | None
    apart: frozenset[str]
    before: Sequence[tuple[Action, Sequence[Tie]]]

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The places that the grammar ties to the figure or points to, those named first."""
        return (*self.grammar, *self.pointed)

    @property
    def anchor(self) -> "Token":
        return self.deed.anchor

    def from_home(self, place: Place) -> str | None:
        """How ``place`` lies to the country of the counted; None where that is not known."""
        if self.home is None:
            return None
        if place.id == self.home.id:
            return "home"
        return "in home" if set(place.countries) & set(self.home.countries) else "abroad"

    @property
    def action(self) -> Action:
        return self.deed.action


@dataclass(frozen=True, slots=True)
class Around:
    """What is the same for all candidates of one figure."""

    here: tuple[Named, ...]
    here_ids: tuple[str, ...]
    recency: dict[str, int]
    words: frozenset[str]
    described: tuple[str, ...]
    """Nouns of the sentence that point back to a place: "the camp", "this province", with no name beside them."""
    speaking: "dict[int, Token]"
    """Words of who speaks in the sentence, by number in the passage, each with their head: "aid workers in Kassala"."""
    silent: int
    """How many places the sentence names beside those of who speaks."""
    prepositions: dict[str, frozenset[str]]
    """By preposition ("from", "to", "at"), the places of the sentence that stand after it."""


def around(asked: Asked, names: Names) -> Around:
    """The literal names of the figure's sentence, the nearest first, and those before it, the latest first."""
    all_here = names.by_sentence.get(asked.at, ())
    here = [n for n in all_here if n.literal and not (n.inner or n.people or n.dateline)]
    here.sort(key=lambda n: abs(n.span.start - asked.start))
    recency: dict[str, int] = {}
    for at in range(asked.at - 1, max(-1, asked.at - 40), -1):
        for named in reversed(names.by_sentence.get(at, ())):
            if named.literal and not (named.inner or named.people):
                recency.setdefault(named.place.id, len(recency))
    ids = tuple(dict.fromkeys(n.place.id for n in here))
    after: dict[str, set[str]] = {}
    for named in here:
        after.setdefault(top_of(named.token)[1], set()).add(named.place.id)
    words = frozenset(t.lower_ for t in asked.sentence)
    taken = {n.token.i for n in all_here}
    speaking = {t.i: source.speaker for source in sources_in(asked.sentence) for t in source.speaker.subtree}
    silent = {n.place.id for n in here if n.token.i not in speaking}
    return Around(
        tuple(here), ids, recency, words, tuple(dict.fromkeys(_described(asked.sentence, taken))),
        speaking, len(silent), {word: frozenset(places) for word, places in after.items()},
    )  # fmt: skip


def _described(sentence: "Tokens", taken: Set[int]) -> Iterator[str]:
    for token in sentence:
        if token.pos_ == "NOUN" and token.i not in taken and token.lemma_.lower() in CALLED:
            determined = any(t.lower_ in ("the", "this", "that", "these", "those") for t in token.children)
            named = any(t.i in taken or t.pos_ == "PROPN" for t in token.subtree if t != token)
            if determined and not named:
                yield token.lemma_.lower()


def top_of(token: "Token") -> tuple["Token", str, list[str]]:
    """The top of the chain of nouns that a name stands in, the preposition before it, and the way there."""
    steps: list[str] = []
    while token.dep_ in _CHAIN and token.head != token and len(steps) < 6:
        steps.append(token.dep_)
        token = token.head
    if token.dep_ != rel.PREPOSITION_OBJECT:
        return token, f"none, {token.dep_}", steps
    word = token.head.lower_
    return token, "near" if is_apart(token.head) else PREPOSITIONS.get(word, "other"), steps
