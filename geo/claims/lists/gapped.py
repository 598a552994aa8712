"""Gapping: "Norway has 300 soldiers in Latvia, Spain 200 in Mali", "300 went to Chad, 9 to Niger"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.claims.lists.member import JOINTS, Member, Shape, before_joint, is_name, placed_at
from geo.claims.people import is_known

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_HEDGES = frozenset(
    "about some around roughly nearly almost over more than at least up to another a further only".split()
)
_LONGEST = 30
"""Words of a list's first member from its number on."""
_NOUNS = 4
"""Words of the noun after a figure."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure with the words that it would have of its own, as ``doc[start:stop]``."""

    figure: "Tokens"
    start: int
    stop: int
    owner: "Token | None"
    places: "tuple[tuple[str, Token], ...]"


def members(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    parts = [_part(figure, sentence) for figure in figures]
    found: dict[int, Member] = {}
    at = 0
    while at + 1 < len(parts):
        run = [parts[at]]
        for part in parts[at + 1 :]:
            if not _follows(part, run, sentence):
                break
            run.append(part)
        if len(run) > 1:
            end = before_joint(run[1].start, sentence)
            first = replace(run[0], start=run[0].figure.start, stop=end)
            for part in (first, *run[1:]):
                others = frozenset(i for p in (first, *run[1:]) if p is not part for i in range(p.start, p.stop))
                shape = Shape.FIRST if part is first else Shape.GAPPED
                owner = part.owner if part is not first else None
                found[part.figure.start] = Member(shape, owner, part.places, others)
        at += len(run) if len(run) > 1 else 1
    return found


def _part(figure: "Tokens", sentence: "Tokens") -> _Part:
    doc, start = figure.doc, figure.start
    while start > sentence.start and doc[start - 1].lower_ in _HEDGES:
        start -= 1
    owner = doc[start - 1] if start > sentence.start and is_name(doc[start - 1]) else None
    while owner is not None and start > sentence.start and (is_name(doc[start - 1]) or doc[start - 1].lower_ == "the"):
        start -= 1
    stop = figure.end
    while stop < sentence.end and stop - figure.end < _NOUNS and _is_noun_part(doc[stop]):
        stop += 1
    places: list[tuple[str, Token]] = []
    while (placed := placed_at(doc, stop, sentence.end)) is not None:
        places.append((doc[stop].lower_, placed[0]))
        stop = placed[1]
    return _Part(figure, start, stop, owner, tuple(places))


def _follows(part: _Part, run: Sequence[_Part], sentence: "Tokens") -> bool:
    """Whether ``part`` goes on with the list of ``run``: a joint before it, no verb, and words set as before."""
    doc, before = sentence.doc, run[-1]
    end = before_joint(part.start, sentence)
    if end == part.start or (part.owner is None and not part.places):
        return False
    if part.stop < sentence.end and not (doc[part.stop].is_punct or doc[part.stop].lower_ in JOINTS):
        return False
    if len(run) > 1:
        return end == before.stop and (part.owner is None) == (run[1].owner is None)
    if not before.figure.end <= end <= before.figure.end + _LONGEST:
        return False
    between = {t.lower_ for t in doc[before.figure.end : end]}
    if part.owner is None:  # "fled Goma, 500 to Rwanda" is a part, and no list
        return not between.isdisjoint(preposition for preposition, _ in part.places)
    return ";" not in between and any(t.pos_ in ("VERB", "AUX") for t in doc[sentence.start : end])


def _is_noun_part(token: "Token") -> bool:
    return token.pos_ in ("NOUN", "ADJ") and (token.pos_ == "ADJ" or is_known(token))
