"""Figures in brackets behind names: "They live in Chad (300), Niger (200) and Mali (90)"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.claims.lists.member import PLACING, Member, Shape, is_name, runs
from geo.claims.people import is_known

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens


def members(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    """ "In Chad (300), Niger (200) and Mali (90)": the name before the bracket is the figure's alone."""
    doc = sentence.doc
    rows: list[tuple[int, int, int]] = []
    for figure in figures:
        opens = figure.start - 1
        inside = opens > sentence.start and doc[opens].text == "(" and is_name(doc[opens - 1])
        if not inside or figure.end >= sentence.end or doc[figure.end].text != ")":
            continue
        first = opens - 1
        while first > sentence.start and (is_name(doc[first - 1]) or _goes_on_before(doc, first, sentence.start)):
            first -= 1
        rows.append((first, figure.end + 1, figure.start))
    run = next(iter(runs(sentence, [row[:2] for row in rows])), [])
    rows = [row for row in rows if row[:2] in run]
    if not rows:
        return {}
    begin = rows[0][0]
    preposition = next((t.lower_ for t in doc[max(sentence.start, begin - 2) : begin] if t.lower_ in PLACING), "")
    noun = next((t for t in reversed(doc[sentence.start : begin]) if t.pos_ in ("NOUN", "PROPN") and is_known(t)), None)
    found: dict[int, Member] = {}
    for first, _, figure_start in rows:
        name = doc[figure_start - 2]
        others = frozenset(i for a, b, _ in rows if a != first for i in range(a, b))
        places = ((preposition, name),) if preposition else ()
        found[figure_start] = Member(Shape.BRACKETED, None if preposition else name, places, others, noun)
    return found


def _goes_on_before(doc: "Doc", first: int, begin: int) -> bool:
    """ "Of the" inside a name, before the word at ``first``."""
    at = first - 1
    at -= doc[at].lower_ == "the"
    return at > begin and doc[at].lower_ == "of" and is_name(doc[at - 1])
