"""Add articles by paste and drop: what would be read stands beside each text before it counts."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import streamlit as st

from geo.collections.home import Home, new
from geo.collections.records import keep
from geo.dataset import store
from geo.dataset.counts import tally
from geo.dataset.query import Catalogue, adjectives
from geo.errors import ArticleError, DatelineError
from geo.intake.document import Document, Source
from geo.intake.fetch import Web
from geo.intake.formats import TAKEN
from geo.intake.pages import take_address
from geo.intake.take import take_bytes
from geo.intake.worker import Worker
from geo.limits import DESK_SHOWN
from geo.panels import masthead, sheet
from geo.panels.desk import proposed, run, words
from geo.sheets.nodes import element
from geo.wording import claims as wording

STAGED, DONE = "desk-staged", "desk-done"
"""The session's keys: what was read and does not count yet; whether the desk is to be left."""


@dataclass(frozen=True, slots=True)
class Staged:
    """Articles that were taken, with the date given to each; ``refused`` says what was not, ``built`` what is found."""

    documents: tuple[tuple[Document, date | None], ...]
    refused: tuple[str, ...]
    catalogue: Catalogue | None


def render(home: Home, data: Path) -> None:
    staged = st.session_state.get(STAGED)
    if isinstance(staged, Staged):
        _proposed(home, staged, data)
    else:
        _asked(home, data)


def _asked(home: Home, data: Path) -> None:
    """Where articles are dropped and pasted. A form: what is typed goes with the click, and nothing runs before it."""
    with st.container(key="desk-add"):
        with st.form("desk-articles", border=False):
            files = st.file_uploader(f"Drop files: {TAKEN}", accept_multiple_files=True)
            pasted = st.text_area(
                "Or paste one article: headline first, then byline and date, the story, its address", height=220
            )
            linked = st.text_area("Or give addresses of pages or feeds, one a line", height=100, placeholder="https://")
            given = st.date_input("Date of publication, for articles that tell none", value=None, format="YYYY-MM-DD")
            read = st.form_submit_button("Read them", type="primary")
        if read:
            sources = [Source(file.name, file.getvalue()) for file in files or ()]
            sources += [Source("pasted.txt", pasted.encode("utf-8", "replace"))] if pasted.strip() else []
            addresses = linked.split()
            if sources or addresses:
                with st.spinner("Reading"):
                    day = given if isinstance(given, date) else None
                    st.session_state[STAGED] = _stage(sources, addresses, day, data)
                st.rerun()
            sheet.show("desk-none", element("p", "Drop a file, paste an article or give an address.", role="alert"))
        if words.render(home):
            if not home.built.exists():  # a new collection: only its name at the head of the desk changes
                st.rerun()
            st.session_state[DONE] = True
        with st.expander("New collection"), st.form("desk-collection", border=False):
            name = st.text_input("Name: a to z, digits and hyphens", max_chars=40)
            title = st.text_input("Title", max_chars=300)
            if st.form_submit_button("Make it"):
                _make(name, title, data)


def _make(name: str, title: str, data: Path) -> None:
    try:
        made = new(name, data, title=title)
    except DatelineError as error:
        sheet.show("desk-new", element("p", str(error), role="alert"))
        return
    masthead.open_collection(made.name)
    st.session_state["desk"] = "add"
    st.rerun()


def _stage(sources: list[Source], addresses: list[str], given: date | None, data: Path) -> Staged:
    """Read ``sources`` and what stands at ``addresses`` in a folder of their own, so that nothing of them counts."""
    documents, refused = [], []
    with Worker() as worker:
        taken = chain(
            chain.from_iterable(take_bytes(source, worker) for source in sources),
            chain.from_iterable(take_address(address, Web(), worker) for address in addresses),
        )
        for found in taken:
            if isinstance(found, ArticleError):
                refused.append(str(found))
            else:
                documents.append((found.document, given if found.article.published is None else None))
    return _read(documents, refused, data)


def _read(documents: Sequence[tuple[Document, date | None]], refused: Sequence[str], data: Path) -> Staged:
    """What would be found in ``documents``."""
    if not documents:
        return Staged((), tuple(refused), None)
    scratch = Path(tempfile.mkdtemp(prefix="dateline-"))
    try:
        (folder := scratch / "articles").mkdir()
        for document, day in documents:
            keep(document, day, folder)
        catalogue = Catalogue.of(store.load(run.proposed(folder)), adjectives(data / "demonyms.csv"))
    except DatelineError as error:
        return Staged((), (*refused, str(error)), None)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    left_out = (f"{left.file}: {left.why}" for left in catalogue.collection.left_out)
    return Staged(tuple(documents), tuple(dict.fromkeys((*refused, *left_out))), catalogue)


def _proposed(home: Home, staged: Staged, data: Path) -> None:
    """What would be read, beside each text."""
    catalogue = staged.catalogue
    readings = catalogue.collection.readings if catalogue else ()
    claims = [claim for reading in readings for claim in reading.claims]
    sheet.show(
        "desk-summary",
        element(
            "p",
            f"{tally(claims)} found in {wording.number(len(readings), 'article')}. Nothing counts "
            "before you keep it; figures that you keep are marked as not checked until somebody looks at them.",
            role="status",
        ),
        element("ul", *(element("li", why) for why in staged.refused), cls="refused") if staged.refused else None,
    )
    _settled(home, staged, data)
    if catalogue is None or st.session_state.get(DONE):
        return
    for number, reading in enumerate(readings[:DESK_SHOWN]):
        proposed.show(number, catalogue, reading)
    if len(readings) > DESK_SHOWN:
        sheet.show("desk-rest", element("p", f"And {len(readings) - DESK_SHOWN:,} articles more.", cls="rule"))


def _settled(home: Home, staged: Staged, data: Path) -> None:
    """Keep what was read, with a date for those that tell none, or let it go: whichever is clicked has the date."""
    catalogue = staged.catalogue
    articles = catalogue.articles.values() if catalogue else ()
    undated = {article.sha256 for article in articles if article.published is None}
    day, dates = None, False
    with st.form("desk-settle", border=False):
        if undated:
            told = wording.number(len(undated), "article")
            day = st.date_input(f"Date of publication of the {told} without one", value=None, format="YYYY-MM-DD")
        with st.container(horizontal=True):
            keeps = st.form_submit_button("Keep them", type="primary", disabled=not staged.documents)
            dates = st.form_submit_button("Read them with this date") if undated else False
            drops = st.form_submit_button("Discard them")
    documents = [(it, day if isinstance(day, date) and it.sha256 in undated else on) for it, on in staged.documents]
    if keeps:
        try:
            for document, on in documents:
                keep(document, on, home.articles)
        except DatelineError as error:
            sheet.show("desk-failed", element("p", str(error), role="alert"))
            return
        st.session_state[STAGED], st.session_state[DONE] = None, True
    elif drops:
        st.session_state[STAGED] = None
        st.rerun()
    elif dates and isinstance(day, date):
        with st.spinner("Reading"):
            st.session_state[STAGED] = _read(documents, staged.refused, data)
        st.rerun()
