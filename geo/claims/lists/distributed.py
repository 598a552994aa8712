"""Lists in the same order: "Norway and Spain sent 300 and 200 soldiers, respectively"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.claims.lists.member import PLACING, Member, Shape, is_name, name_end, runs

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def members(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    """ "Norway and Spain sent 300 and 200 soldiers respectively": as many names as numbers, in the same order."""
    if not any(t.lower_ == "respectively" for t in sentence):
        return {}
    counts = runs(sentence, [(f.start, f.end) for f in figures])
    names = runs(sentence, list(_names(sentence)))
    found: dict[int, Member] = {}
    for run in counts:
        groups = [group for group in names if len(group) == len(run)]
        for at, (start, _) in enumerate(run):
            owner: Token | None = None
            places: list[tuple[str, Token]] = []
            others: set[int] = set()
            for group in groups:
                name = sentence.doc[group[at][1] - 1]
                opening = group[0][0] - 1
                opening -= opening > sentence.start and sentence.doc[opening].lower_ == "the"
                preposition = sentence.doc[opening].lower_ if opening >= sentence.start else ""
                if preposition in PLACING:
                    places.append((preposition, name))
                else:
                    owner = name
                others.update(i for n, (first, stop) in enumerate(group) if n != at for i in range(first, stop))
            if groups:
                found[start] = Member(Shape.DISTRIBUTED, owner, tuple(places), frozenset(others))
    return found


def _names(sentence: "Tokens") -> Iterator[tuple[int, int]]:
    at = sentence.start
    while at < sentence.end:
        stop = at + 1
        if is_name(sentence.doc[at]):
            stop = name_end(sentence.doc, at, sentence.end)
            yield at, stop
        at = stop
