"""The articles: what was read and what was not found; one of them opens in the reader."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import streamlit as st

from geo.dataset.query import Catalogue
from geo.model import Claim, Reading
from geo.panels import filters, instead, searched, sheet, view
from geo.panels.window import MOVES, window
from geo.sharing.view import Selection
from geo.sheets.nodes import Node, element, link, pick
from geo.sheets.parts import Document, document
from geo.sheets.reader import reader
from geo.wording import claims as wording
from geo.wording import editions, reviews, sources
from geo.wording.passages import Passage, passage

TURNED = "article-part"
"""The session's key: the article that is read, the number of its part, and what was selected then."""


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    readings = {reading.article.id: reading for reading in catalogue.collection.readings}
    reading = readings.get(str(st.session_state.get(view.ARTICLE)))
    if reading is not None:
        _read(catalogue, reading, selection)
        return
    words = filters.current(catalogue).words
    holding = frozenset(searched.articles(catalogue, words))
    listed = [reading for key, reading in readings.items() if not holding or key in holding]
    newest = sorted(listed, key=lambda it: it.article.published or date.min, reverse=True)
    part = window("articles", [reading.article.id for reading in newest])
    matching = Counter(claim.article for claim in shown)

    def open_passage(id_: str) -> None:
        """``id_``: an article and a place in its text."""
        article, _, at = id_.partition(" ")
        if (found := readings.get(article)) is None or not (at.isascii() and at.isdecimal() and len(at) < 10):
            return
        part = _document(catalogue.collection.version, article, found).part_at(int(at))
        st.session_state[TURNED] = (article, part, selection.claim)
        view.read_article(article)

    sheet.show(
        "articles",
        _found(words, len(holding), len(readings)) if words else None,
        part.before(),
        *(
            _entry(catalogue, reading, matching[reading.article.id], passage(reading.article, words))
            for reading in newest[part.start : part.stop]
        ),
        part.after(),
        _none(catalogue) if not readings else None,
        _left_out(catalogue),
        actions={**MOVES, "article": view.read_article, "passage": open_passage, "clear": filters.clear},
    )


def _none(catalogue: Catalogue) -> Node:
    """In place of the list; on a day that is asked for nothing may have been published yet."""
    if catalogue.ids:
        return instead.told("No article had been published by then. ", [])
    return element(
        "p", "No article has been read. Put text files into seeds/ and run: python -m geo build", cls="empty"
    )


def _found(words: str, count: int, every: int) -> Node:
    """How many of the articles have the words."""
    if not count:
        return element("p", f"“{words}” is in the text of no article. All are listed.", cls="rule")
    found = f"“{words}” is in the text of {count:,} of {wording.number(every, 'article')}. "
    return element("p", found, pick("clear", "words", "Show all articles", cls="plain"), cls="rule")


def _read(catalogue: Catalogue, reading: Reading, selection: Selection) -> None:
    """The part of the article that was turned to, or that the selected figure stands in."""
    id_ = reading.article.id
    doc = _document(catalogue.collection.version, id_, reading)
    turned = st.session_state.get(TURNED)
    of, part, selected = turned if isinstance(turned, tuple) else ("", 0, None)
    part = min(part, len(doc.parts) - 1) if of == id_ else 0
    if of != id_ or selected != selection.claim:
        part = doc.part_of(selection.claim, part)
    st.session_state[TURNED] = (id_, part, selection.claim)

    def turn(number: str) -> None:
        if number.isascii() and number.isdecimal() and len(number) < 6:
            st.session_state[TURNED] = (id_, int(number), selection.claim)

    actions = {"article": view.read_article, "part": turn}
    words = filters.current(catalogue).words
    sheet.show(
        "articles",
        reader(catalogue, reading, selection, doc, part, words=words),
        actions=actions,
        top=f"{id_} {part}",
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def _document(version: str, article: str, _reading: Reading) -> Document:  # noqa: ARG001  version and article are the key
    return document(_reading)


def _entry(catalogue: Catalogue, reading: Reading, matching: int, found_at: Passage | None) -> Node:
    article = reading.article
    found = f"{wording.tally(reading.claims)} found. " if reading.claims else "No figure found in it. "
    hidden = len(reading.claims) - matching
    return element(
        "section",
        element("h2", pick("article", article.id, article.title or article.file, cls="plain", dir="auto")),
        element("p", link(article.url, sources.signed(article)), cls="source"),
        _passage(found_at) if found_at else None,
        *(element("p", told, cls="rule") for told in editions.of_article(catalogue, article)),
        *(element("p", f"Corrected by hand: {it}.", cls="rule") for it in reviews.of_article(catalogue, article)),
        element(
            "p",
            found,
            f"{hidden:,} hidden by the filters. " if hidden else None,
            *(f"{wording.sentence_case(note).rstrip('.')}. " for note in reading.notes),
            cls="rule",
        ),
        cls="article",
    )


def _passage(found: Passage) -> Node:
    """The words as they stand in the text; a click opens the article there."""
    words = ("… ", found.before, element("mark", found.words), found.after, " …")
    return pick("passage", f"{found.article} {found.at.start}", *words, cls="passage", dir="auto")


def _left_out(catalogue: Catalogue) -> Node | None:
    files = catalogue.collection.left_out
    if not files:
        return None
    rows = (element("li", element("strong", left.file), f": {left.why}") for left in files)
    return element(
        "section", element("h2", f"{wording.number(len(files), 'file')} left out", cls="minor"), element("ul", *rows)
    )
