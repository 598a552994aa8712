"""Shares of territory that somebody holds ("controls 90% of the country's borders"): a statement, not people."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo import numbers
from geo.claims.action import Deed
from geo.claims.movement import held_places
from geo.claims.setting import Setting
from geo.claims.speaker import spoken
from geo.claims.status import first_status
from geo.claims.story import TOLD, Story
from geo.claims.turns import later_statuses
from geo.claims.version import version
from geo.claims.voices import attribution
from geo.grammar import children, phrase, subject, words
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.model import Action, Basis, Claim, Frame, Population, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_HOLDING = sense("territory: holding")
_LAND = sense("territory: land")


@dataclass(frozen=True, slots=True)
class _HeldShare:
    """A share in per cent with the word that says it is held and the noun of what is held."""

    quantity: Quantity
    characters: tuple[int, int]
    counted: str
    deed: Deed
    held: "Token"


def _held_shares(setting: Setting, sentence: "Tokens") -> Iterator[_HeldShare]:
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
        yield _HeldShare(figure, (start, end), words([of, *phrase(held)]), Deed(Action.CONTROL, verb), held)


def _holder(share: _HeldShare) -> str | None:
    """Who holds it, or claims to: the nearest subject above the verb, by name ("the Rebels")."""
    for verb in (share.deed.anchor, *share.deed.anchor.ancestors):
        doer = subject(verb)
        if doer is not None and doer.lemma_.lower() != "claim":  # "... made gains and claims to control" read as a noun
            name = words(phrase(doer))
            return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name
    return None


def statements(told: Story) -> Iterator[Claim]:
    """The shares that ``told`` says are held, each as a claim."""
    for at, (setting, sentence) in enumerate(told.sentences):
        if setting.passage.kind in TOLD:
            for share in _held_shares(setting, sentence):
                yield _held(told, at, share)


def _held(told: Story, at: int, share: _HeldShare) -> Claim:
    setting, sentence = told.sentences[at]
    span = setting.passage.span(*share.characters)
    figure = replace(share.quantity, span=span, words=span.of(told.article.text))
    source = attribution(share.held, at, told.sentences)
    claim = Claim(
        id="",
        article=told.article.id,
        span=figure.span,
        sentence=setting.passage.span(sentence.start_char, sentence.end_char),
        quantity=figure,
        counted=share.counted,
        population=Population.TERRITORY,
        basis=Basis.STOCK,
        action=share.deed.action,
        who=_holder(share),
        places=tuple(tie.use for tie in held_places(share.held, setting)),
        happened=None,
        as_of=told.article.published,
        reported=None,
        attribution=source,
        statuses=first_status(figure, None, share.deed, sentence, setting),
        origin=version(),
        form="share of territory",
        frame=Frame.HELD,
        spoken=spoken(source, at, told),
    )
    return replace(claim, statuses=later_statuses(claim, at, told.turns))
