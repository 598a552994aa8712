"""The articles: what was read and what was not found, and one article with every figure and place of it marked."""

from collections.abc import Iterator

import streamlit as st

from geo.dataset.query import Catalogue, people
from geo.model import Article, Claim, Place, Reading, Span
from geo.panels import sheet
from geo.panels.selection import Selection
from geo.panels.sheet import Node, element, link, pick
from geo.wording import claims as wording

OPEN = "open-article"
"""The session's key for the article that is being read."""


def render(catalogue: Catalogue, selection: Selection) -> None:
    readings = {reading.article.id: reading for reading in catalogue.collection.readings}
    reading = readings.get(str(st.session_state.get(OPEN)))
    actions = {"article": _open}
    if reading is not None:
        sheet.show("articles", _reader(reading, selection), actions=actions, top=reading.article.id)
        return
    sheet.show(
        "articles",
        *(_entry(reading) for reading in readings.values()),
        element("p", "No article has been read. Put text files into seeds/ and run: python -m geo build", cls="empty")
        if not readings
        else None,
        _left_out(catalogue),
        actions=actions,
    )


def _open(article: str) -> None:
    st.session_state[OPEN] = article


def _entry(reading: Reading) -> Node:
    article, figures = reading.article, people(reading.claims)
    others = len(reading.claims) - len(figures)
    counts = [wording.number(len(figures), "figure"), *([wording.number(others, "statement")] if others else [])]
    found = f"{wording.listed(counts)} found. " if reading.claims else "No figure found in it. "
    return element(
        "section",
        element("h2", pick("article", article.id, article.title or article.file, cls="plain", dir="auto")),
        element("p", link(article.url, wording.printed(article)), cls="source"),
        element("p", found, *(f"{wording.sentence_case(note).rstrip('.')}. " for note in reading.notes), cls="rule"),
        cls="article",
    )


def _left_out(catalogue: Catalogue) -> Node | None:
    files = catalogue.collection.left_out
    if not files:
        return None
    rows = (element("li", element("strong", left.file), f": {left.why}") for left in files)
    return element(
        "section", element("h2", f"{wording.number(len(files), 'file')} left out", cls="minor"), element("ul", *rows)
    )


def _reader(reading: Reading, selection: Selection) -> Node:
    article = reading.article
    return element(
        "section",
        pick("article", "", "All articles", cls="plain"),
        element("h2", article.title or article.file, dir="auto"),
        element("p", link(article.url, wording.printed(article)), cls="source"),
        *(_paragraph(article, reading, span, selection) for span in _paragraphs(article)),
        cls="reader",
        aria_label=article.title or article.file,
    )


def _paragraphs(article: Article) -> Iterator[Span]:
    """The stretches of text between blank lines."""
    start = 0
    for part in article.text.split("\n\n"):
        if part.strip():
            yield Span(start, start + len(part))
        start += len(part) + 2


def _paragraph(article: Article, reading: Reading, span: Span, selection: Selection) -> Node:
    children: list[Node] = []
    at = span.start
    for mark, button in _marks(article, reading, span, selection):
        children += [article.text[at : mark.start], button]
        at = mark.end
    return element("p", *children, article.text[at : span.end], dir="auto")


def _marks(article: Article, reading: Reading, within: Span, selection: Selection) -> list[tuple[Span, Node]]:
    """The figures and the places in a stretch of text, in order; where two overlap the figure stands."""
    marks: list[tuple[Span, Claim | Place]] = [
        (span, claim) for claim in reading.claims for span in (claim.span, *claim.repeats)
    ]
    marks += [(named.span, named.place) for named in reading.toponyms if named.place is not None and named.literal]
    kept: dict[Span, Claim | Place] = {}
    for span, found in marks:
        # A page break inside a sentence can fall inside a figure: each side is marked.
        part = Span(max(span.start, within.start), min(span.end, within.end))
        if part.start < part.end and not any(part.overlaps(other) for other in kept):
            kept[part] = found
    return [(span, _mark(article, span, kept[span], selection)) for span in sorted(kept)]


def _mark(article: Article, span: Span, found: Claim | Place, selection: Selection) -> Node:
    if isinstance(found, Place):
        return pick("place", found.id, span.of(article.text), cls="named")
    return pick(
        "claim",
        found.id,
        span.of(article.text),
        cls="figure",
        data_panel=found.panel.value,
        aria_pressed="true" if selection.claim == found.id else "false",
    )
