"""Figures in brackets behind names: "They live in Chad (300), Niger (200) and Mali (90)"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.claims.lists.member import PLACING, Member, Shape, is_name, runs
from geo.claims.people import is_known

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens


_COUNTED = 3
"""Words at most that say in the bracket whom the figure counts: "(692 displaced people)"."""


def members(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    """ "In Chad (300), Niger (200) and Mali (90)": the name before the bracket is the figure's alone."""
    doc = sentence.doc
    rows: list[tuple[int, int, int]] = []
    for figure in figures:
        opens = figure.start - 1
        inside = opens > sentence.start and doc[opens].text == "(" and is_name(doc[opens - 1])
        closes = _closes(doc, figure.end, sentence.end)
        if not inside or closes is None:
            continue
        first = opens - 1
        while first > sentence.start and (is_name(doc[first - 1]) or _goes_on_before(doc, first, sentence.start)):
            first -= 1
        rows.append((first, closes + 1, figure.start))
    run = next(iter(runs(sentence, [row[:2] for row in rows])), [])
    rows = [row for row in rows if row[:2] in run]
    if not rows:
        return {}
    begin = rows[0][0]
    before = doc[max(sentence.start, _before_kind(doc, begin) - 2) : begin]
    preposition = next((t.lower_ for t in reversed(before) if t.lower_ in PLACING), "")
    noun = next((t for t in reversed(doc[sentence.start : begin]) if t.pos_ in ("NOUN", "PROPN") and is_known(t)), None)
    found: dict[int, Member] = {}
    for first, _, figure_start in rows:
        name = doc[figure_start - 2]
        others = frozenset(i for a, b, _ in rows if a != first for i in range(a, b))
        places = ((preposition, name),) if preposition else ()
        found[figure_start] = Member(Shape.BRACKETED, None if preposition else name, places, others, noun)
    return found


def _closes(doc: "Doc", at: int, end: int) -> int | None:
    """Where the bracket closes in which a figure ends before ``at``, with no more in it than whom it counts."""
    for token in doc[at : min(end, at + _COUNTED)]:
        if token.text == ")":
            return token.i
        if token.pos_ not in ("NOUN", "ADJ"):
            return None
    return None


def _before_kind(doc: "Doc", at: int) -> int:
    """Where the words begin that say of what kind the names from ``at`` on are: "the districts of"."""
    if at > 1 and doc[at - 1].lower_ == "of" and doc[at - 2].tag_ == "NNS":
        return at - 2 - (at > 2 and doc[at - 3].lower_ == "the")
    return at


def _goes_on_before(doc: "Doc", first: int, begin: int) -> bool:
    """ "Of the" inside a name, before the word at ``first``."""
    at = first - 1
    at -= doc[at].lower_ == "the"
    return at > begin and doc[at].lower_ == "of" and is_name(doc[at - 1])
