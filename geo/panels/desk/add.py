"""Add articles by paste and drop: what would be read stands beside each text before it counts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import streamlit as st

from geo.collections.home import named_after
from geo.dataset.counts import tally
from geo.dataset.query import Catalogue
from geo.errors import DatasetError, DatelineError
from geo.intake.document import Source
from geo.intake.formats import TAKEN
from geo.limits import DESK_SHOWN
from geo.model import Article
from geo.panels import masthead, sheet
from geo.panels.desk import articles, particulars, proposed, reloading, run, waiting, words
from geo.panels.desk.fold import fold
from geo.panels.desk.staging import Brought, Staged, read, read_in, stage, without
from geo.panels.desk.writing import Desk
from geo.sheets.nodes import element, pick
from geo.wording import claims as wording

PASTE = "Or paste one article: headline first, then byline and date, the story, its address"
ONLY_ZIP = "Drop a zip that you downloaded here: this page has nothing to read articles with"
DONE, SHOWN = "desk-done", "desk-shown"
"""The session's keys: whether the desk is to be left; how many of the articles that were read are shown."""


class Progress(Protocol):
    """Lines with a head: what ``st.status`` gives."""

    def text(self, words: str, /) -> object: ...

    def update(self, *, label: str, expanded: bool) -> object: ...


def render(desk: Desk, catalogue: Catalogue | None, data: Path) -> None:
    """``catalogue``: what is there already."""
    if (staged := waiting.there(desk, data)) is not None:
        _proposed(desk, staged, data)
    else:
        _asked(desk, catalogue, data)


def _asked(desk: Desk, catalogue: Catalogue | None, data: Path) -> None:
    """Where articles are dropped and pasted. A form: what is typed goes with the click, and nothing runs before it."""
    with st.container(key="desk-add"):
        with st.form("desk-articles", border=False):
            reads = run.can_read()
            files = st.file_uploader(f"Drop files: {TAKEN}" if reads else ONLY_ZIP, accept_multiple_files=True)
            pasted = st.text_area(PASTE, height=220) if reads else ""
            linked = _addresses() if reads and desk.keeps else ""
            given = particulars.day("Date of publication, for articles that tell none") if reads else None
            asked = st.form_submit_button("Read them", type="primary")
        if asked:
            sources = [Source(file.name, file.getvalue()) for file in files or ()]
            sources += [Source("pasted.txt", pasted.encode("utf-8", "replace"))] if pasted.strip() else []
            addresses = linked.split()
            if sources or addresses:
                with st.status("Reading", expanded=True) as progress:
                    there = frozenset(it.sha256 for it in catalogue.articles.values()) if catalogue else frozenset()
                    brought = Brought(sources, addresses, given, there)
                    waiting.put(desk, stage(desk, brought, data, teller(progress, len(sources) + len(addresses))))
                st.session_state[SHOWN] = DESK_SHOWN
                st.rerun()
            sheet.show("desk-none", element("p", "There is nothing to read yet.", role="alert"))
        if words.render(desk):
            if not desk.home.built.exists():  # a new collection: only its name at the head of the desk changes
                st.rerun()
            st.session_state[DONE] = True
        if catalogue is not None:
            articles.choose(desk, catalogue)
        with st.expander("New collection"):
            new(desk, data)


def teller(progress: Progress, count: int) -> Callable[[str], object]:
    """Tells a line a file; how far it is stands at the head, which is in sight however many lines there are."""
    told: list[str] = []

    def tell(words: str) -> None:
        told.append(words)
        progress.update(label=f"{len(told):,} of {count:,} · {words}" if len(told) <= count else words, expanded=True)
        progress.text(words)

    return tell


def _addresses() -> str:
    return st.text_area("Or give addresses of pages or feeds, one a line", height=100, placeholder="https://")


def new(desk: Desk, data: Path) -> None:
    """The form of a new collection."""
    with st.form("desk-collection", border=False):
        title = st.text_input("Title", max_chars=300)
        name = st.text_input(
            "Name: a to z, digits and hyphens; where it is empty, one is made of the words above", max_chars=40
        )
        if st.form_submit_button("Make it"):
            _make(desk, name.strip() or named_after(title), title, data)


def _make(desk: Desk, name: str, title: str, data: Path) -> None:
    try:
        if not name:
            raise DatasetError("has no title yet", where="The collection", remedy="Give it a title, or a name")
        made = desk.new(name, title, data)
    except DatelineError as error:
        sheet.show("desk-new", element("p", str(error), role="alert"))
        return
    masthead.open_collection(made.name)
    reloading.go("add")
    st.rerun()


def _proposed(desk: Desk, staged: Staged, data: Path) -> None:
    """What would be read, beside each text."""
    catalogue = staged.catalogue
    readings = read_in(staged)
    claims = [claim for reading in readings for claim in reading.claims]
    decided = wording.number(len(staged.decisions), "decision")
    sheet.show(
        "desk-summary",
        element(
            "p",
            f"{tally(claims)} found in {wording.number(len(readings), 'article')}. Nothing counts "
            "before you keep it; figures that you keep are marked as not checked until somebody looks at them.",
            role="status",
        ),
        element("p", _there(staged.same), cls="rule") if staged.same else None,
        element("p", f"With them comes what somebody decided about their figures: {decided}.", cls="rule")
        if staged.decisions
        else None,
        None
        if waiting.lasts() or not desk.keeps
        else element("p", "It could not be written down: keep it before the server ends.", cls="rule"),
        element("ul", *(element("li", why) for why in staged.refused), cls="refused") if staged.refused else None,
    )
    with st.container(key="desk-settling"):
        _settled(desk, staged, data)
    if catalogue is None or st.session_state.get(DONE):
        return
    shown = st.session_state.get(SHOWN, DESK_SHOWN)

    def leave(sha256: str) -> None:
        waiting.put(desk, without(staged, sha256))

    def lead(claim: str) -> None:
        st.session_state[SHOWN] = max(shown, proposed.go(readings, claim))

    for number, reading in enumerate(readings[:shown]):
        _put_right(desk, staged, reading.article, data)
        proposed.show(number, catalogue, reading, leave, lead)
    if (left := len(readings) - shown) > 0:
        way = pick("more", "", f"Show {min(left, DESK_SHOWN):,} more", cls="plain")
        told = f"{wording.number(left, 'article')} more {'is' if left == 1 else 'are'} not shown yet. "
        sheet.show("desk-rest", element("p", told, way, cls="rule"), actions={"more": _more})


def _more(_: str) -> None:
    st.session_state[SHOWN] = st.session_state.get(SHOWN, DESK_SHOWN) + DESK_SHOWN


def _there(same: int) -> str:
    return f"{wording.number(same, 'article')} {'is' if same == 1 else 'are'} in this collection already."


def _put_right(desk: Desk, staged: Staged, article: Article, data: Path) -> None:
    """What ``article`` tells of itself, where somebody is putting it right: then it is read so."""
    document = next(it for it, _ in staged.documents if it.sha256 == article.sha256)
    with st.container(key=f"desk-about-{article.sha256[:12]}"):
        made = particulars.asked(article, document)
    if made is not None:
        documents = tuple(
            (made, None if made.published else on) if it is document else (it, on) for it, on in staged.documents
        )
        _again(desk, replace(staged, documents=documents), data)


def _settled(desk: Desk, staged: Staged, data: Path) -> None:
    """Keep what was read, with a date for those that tell none, or let it go: whichever is clicked has the date."""
    articles = [reading.article for reading in read_in(staged)]
    undated = {article.sha256 for article in articles if article.published is None}
    day, dates = None, False
    with st.form("desk-settle", border=False):
        if undated:
            told = wording.number(len(undated), "article")
            day = particulars.day(f"Date of publication of the {told} without one")
        with st.container(horizontal=True):
            keeps = st.form_submit_button(
                "Keep them", type="primary", disabled=not (staged.documents or staged.decisions)
            )
            dates = st.form_submit_button("Read them with this date") if undated else False
            drops = st.form_submit_button("Discard them")
    documents = [(it, day if day and it.sha256 in undated else on) for it, on in staged.documents]
    if keeps:
        try:
            desk.keep(documents)
            desk.decide(*staged.decisions)
            if staged.title and not (desk.home.title or desk.home.standfirst):
                desk.describe(staged.title, staged.standfirst)
        except DatelineError as error:
            sheet.show("desk-failed", element("p", str(error), role="alert"))
            return
        waiting.put(desk, None)
        st.session_state[DONE] = True
    elif drops:
        waiting.put(desk, None)
        st.rerun()
    elif dates and day:
        _again(desk, replace(staged, documents=tuple(documents)), data)
    if len(undated) > 1 and not st.session_state.get(DONE):
        with fold(f"Give each its own date ({len(undated):,})", "dates") as is_open:
            given = particulars.each(articles, staged.documents) if is_open else None
        if given:
            _again(desk, replace(staged, documents=given), data)


def _again(desk: Desk, staged: Staged, data: Path) -> None:
    with st.spinner("Reading"):
        waiting.put(desk, read(desk, staged, data))
    st.rerun()
