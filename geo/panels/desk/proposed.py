"""What would be read in an article: each figure's card beside the paragraph that it is in; a long text in parts."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import streamlit as st

from geo.dataset.query import Catalogue
from geo.model import Reading, Span
from geo.panels import sheet
from geo.panels.desk import particulars
from geo.sharing.view import Selection
from geo.sheets.card import card
from geo.sheets.nodes import Node, element, pick
from geo.sheets.parts import document
from geo.sheets.reader import reader
from geo.wording import claims as wording

TURNED, WENT = "desk-parts", "desk-went"
"""The session's keys: article (id) -> the number of the part that is shown, where somebody has turned to it; how often
somebody went to another article."""
Action = Callable[[str], None]


def go(readings: Sequence[Reading], claim: str) -> int:
    """Turn to a figure (id) that a card tells of; how many of the articles have to be shown for that, 0 for none."""
    for number, reading in enumerate(readings, start=1):
        if any(it.id == claim for it in reading.claims):
            turned: dict[str, int] = st.session_state.setdefault(TURNED, {})
            turned[reading.article.id] = document(reading).part_of(claim, turned.get(reading.article.id, 0))
            st.session_state[WENT] = reading.article.id, st.session_state.get(WENT, ("", 0))[1] + 1
            return number
    return 0


def show(number: int, catalogue: Catalogue, reading: Reading, leave: Action, lead: Action) -> None:
    """The article of that ``number``; ``leave`` leaves the one of that hash out, ``lead`` goes to a figure (id) of
    another."""
    article, doc = reading.article, document(reading)
    turned: dict[str, int] = st.session_state.setdefault(TURNED, {})
    part = min(turned.get(article.id, 0), len(doc.parts) - 1)
    claims = sorted(reading.claims, key=lambda claim: claim.span.start)
    starts = [claim.span.start for claim in claims]

    def turn(words: str) -> None:
        if words.isascii() and words.isdecimal() and len(words) < 6:
            turned[article.id] = int(words)

    def to(claim: str) -> None:
        if all(it.id != claim for it in claims):  # its own stand beside it
            lead(claim)

    went, often = st.session_state.get(WENT, ("", 0))

    def beside(span: Span) -> Sequence[Node]:
        within = slice(bisect_left(starts, span.start), bisect_left(starts, span.end))
        return [card(catalogue, claim) for claim in claims[within]]

    sheet.show(
        f"proposed-{number}",
        element(
            "div",
            element("p", article.file, ". ", pick("leave", article.sha256, "Leave it out", cls="plain"), cls="rule"),
            particulars.told(article),
            _where([doc.part_at(start) for start in starts], part, len(doc.parts)),
            reader(catalogue, reading, Selection(), doc, part, alone=True, beside=beside),
            cls="beside",
        ),
        actions={
            "part": turn,
            "about": particulars.turn,
            "leave": leave,
            "claim": to,
            "place": lambda _: None,
        },
        top=f"{article.id} {part} {often if went == article.id else ''}" if article.id in turned else None,
    )


def _where(parts: Sequence[int], part: int, count: int) -> Node | None:
    """How many of the figures, which stand in ``parts``, are in this one of ``count``; the way to others with some."""
    if not parts:
        return element("p", "No figure was found in it.", cls="empty")
    if count == 1:
        return None
    there = sorted(set(parts))
    ahead = there[bisect_right(there, part) :]
    after = pick("part", str(ahead[0]), f"Next in part {ahead[0] + 1:,}", cls="plain") if ahead else None
    again = pick("part", str(there[0]), f"First in part {there[0] + 1:,}", cls="plain") if there[0] < part else None
    here = parts.count(part)
    told = f"{here:,} of {wording.number(len(parts), 'figure')} {'is' if here == 1 else 'are'} in this part. "
    return element("p", told, again, " " if again and after else None, after, cls="rule")
