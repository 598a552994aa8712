"""Shares of territory that somebody holds ("controls 90% of the country's borders"): a statement, not people."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo import numbers
from geo.claims.action import Deed
from geo.claims.setting import Setting
from geo.grammar import children, phrase, subject, words
from geo.grammar import relations as rel
from geo.model import Action, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_HOLDING = frozenset("control hold seize capture occupy rule govern take lose retake recapture".split())
_LAND = frozenset(
    "border territory land country district province region city town area soil capital republic frontier".split()
)


@dataclass(frozen=True, slots=True)
class HeldShare:
    """A share in per cent with the word that says it is held and the noun of what is held."""

    quantity: Quantity
    characters: tuple[int, int]
    counted: str
    deed: Deed
    held: "Token"


def held_shares(setting: Setting, sentence: "Tokens") -> Iterator[HeldShare]:
    for figure in numbers.percentages(sentence.text):
        start, end = sentence.start_char + figure.span.start, sentence.start_char + figure.span.end
        tokens = setting.doc.char_span(start, end, alignment_mode="expand")
        if tokens is None:
            continue
        root = tokens.root
        of = next((t for t in children(root, rel.PREPOSITION) if t.lower_ == "of"), None)
        held = next(children(of, rel.PREPOSITION_OBJECT), None) if of is not None else None
        verb = next((t for t in root.ancestors if t.lemma_.lower() in _HOLDING), None)
        if of is None or held is None or verb is None or held.lemma_.lower() not in _LAND:
            continue
        yield HeldShare(figure, (start, end), words([of, *phrase(held)]), Deed(Action.CONTROL, verb), held)


def holder(share: HeldShare) -> str | None:
    """Who holds it, or claims to: the nearest subject above the verb, by name ("the Rebels")."""
    for verb in (share.deed.anchor, *share.deed.anchor.ancestors):
        doer = subject(verb)
        if doer is not None and doer.lemma_.lower() != "claim":  # "... made gains and claims to control" read as a noun
            name = words(phrase(doer))
            return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name
    return None
