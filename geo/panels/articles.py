"""The articles: what was read and what was not found; one of them opens in the reader."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import streamlit as st

from geo.dataset.query import Catalogue
from geo.model import Claim, Reading
from geo.panels import sheet, view
from geo.panels.reader import reader
from geo.panels.window import MOVES, window
from geo.sharing.view import Selection
from geo.sheets.nodes import Node, element, link, pick
from geo.wording import claims as wording


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    readings = {reading.article.id: reading for reading in catalogue.collection.readings}
    reading = readings.get(str(st.session_state.get(view.ARTICLE)))
    if reading is not None:
        opened = reader(catalogue, reading, selection)
        sheet.show("articles", opened, actions={"article": view.read_article}, top=reading.article.id)
        return
    newest = sorted(readings.values(), key=lambda it: it.article.published or date.min, reverse=True)
    part = window("articles", [reading.article.id for reading in newest])
    matching = Counter(claim.article for claim in shown)
    sheet.show(
        "articles",
        part.before(),
        *(_entry(reading, matching[reading.article.id]) for reading in newest[part.start : part.stop]),
        part.after(),
        element("p", "No article has been read. Put text files into seeds/ and run: python -m geo build", cls="empty")
        if not readings
        else None,
        _left_out(catalogue),
        actions={**MOVES, "article": view.read_article},
    )


def _entry(reading: Reading, matching: int) -> Node:
    article = reading.article
    found = f"{wording.tally(reading.claims)} found. " if reading.claims else "No figure found in it. "
    hidden = len(reading.claims) - matching
    return element(
        "section",
        element("h2", pick("article", article.id, article.title or article.file, cls="plain", dir="auto")),
        element("p", link(article.url, wording.printed(article)), cls="source"),
        element(
            "p",
            found,
            f"{hidden:,} hidden by the filters. " if hidden else None,
            *(f"{wording.sentence_case(note).rstrip('.')}. " for note in reading.notes),
            cls="rule",
        ),
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
