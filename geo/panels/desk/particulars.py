"""What an article tells of itself, put right before it counts: title, publisher, agency, author, date, address."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from geo.collections.particulars import EARLIEST, is_page
from geo.errors import ArticleError
from geo.intake.document import Document
from geo.limits import COLLECTION_WORDS, LINK_CHARACTERS
from geo.model import Article
from geo.panels.desk.saving import refuse
from geo.sheets.nodes import Node, element, pick
from geo.wording import claims as wording

Dated = tuple[Document, date | None]
"""An article, and the day that a person gave for it."""
TITLE = 100
"""Letters of a title that stand over its date."""
ABOUT = "desk-about"
"""The session's key: the article (its hash) whose form is open."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the form holds; empty where nothing is known."""

    title: str
    publisher: str
    agency: str
    author: str
    url: str
    published: date | None


def day(label: str, value: date | None = None, *, key: str | None = None) -> date | None:
    """A field for a day of publication. Without bounds it would take none of more than ten years ago."""
    first, last = min(EARLIEST, value or EARLIEST), max(date.today(), value or date.today())  # noqa: DTZ011 - the reader's
    found = st.date_input(label, value=value, format="YYYY-MM-DD", min_value=first, max_value=last, key=key)
    return found if isinstance(found, date) else None


def told(article: Article) -> Node:
    """What the article does not tell, and the way to its form."""
    known = (
        ("date", article.published),
        ("address", article.url),
        ("publisher", article.publisher),
        ("author", article.author or article.agency),
    )
    missing = [what for what, there in known if not there]
    words = f"{wording.sentence_case(wording.listed(missing))} not found in it. " if missing else ""
    way = "Give them" if len(missing) > 1 else "Give it" if missing else "Put what it tells of itself right"
    return element("p", words, pick("about", article.sha256, way, cls="plain"), cls="rule")


def turn(sha256: str) -> None:
    """Open the form of an article, or close it."""
    st.session_state[ABOUT] = None if st.session_state.get(ABOUT) == sha256 else sha256


def asked(article: Article, document: Document) -> Document | None:
    """The form of ``article`` where it is open; its ``document`` as somebody put it right, once they did."""
    if st.session_state.get(ABOUT) != article.sha256:
        return None
    with st.form(f"about-{article.sha256}"):
        left, right = st.columns(2)
        with left:
            title = st.text_input("Title", value=article.title, max_chars=COLLECTION_WORDS)
            published = day("Date of publication", article.published)
            author = st.text_input("Author", value=article.author or "", max_chars=COLLECTION_WORDS)
        with right:
            publisher = st.text_input("Publisher", value=article.publisher or "", max_chars=COLLECTION_WORDS)
            agency = st.text_input("Agency that wrote it", value=article.agency or "", max_chars=COLLECTION_WORDS)
            url = st.text_input("Address", value=article.url or "", max_chars=LINK_CHARACTERS, placeholder="https://")
        if not st.form_submit_button("Read it so"):
            return None
    try:
        made = put_right(article, document, Particulars(title, publisher, agency, author, url, published))
    except ArticleError as error:
        refuse(str(error))
        return None
    st.session_state[ABOUT] = None
    return made


def each(articles: Sequence[Article], documents: Sequence[Dated]) -> tuple[Dated, ...] | None:
    """A form with a row for each of ``articles`` without a date; ``documents`` with what was given, once it was."""
    rows = [it for it in articles if it.published is None]
    called = Counter(it.title for it in rows)
    given: dict[str, Particulars] = {}
    with st.form("desk-dates", border=False):
        for article in rows:
            left, right = st.columns(2, vertical_alignment="bottom")
            alone = bool(article.title) and called[article.title] == 1
            with left:
                published = day(article.title[:TITLE] if alone else article.file, key=f"date-of-{article.sha256}")
            publisher = right.text_input(
                "Publisher",
                value=article.publisher or "",
                max_chars=COLLECTION_WORDS,
                key=f"publisher-of-{article.sha256}",
            )
            given[article.sha256] = Particulars("", publisher, "", "", "", published)
        if not st.form_submit_button("Read them so"):
            return None
    of = {it.sha256: it for it in rows}
    return tuple(
        (put_right(of[it.sha256], it, given[it.sha256]), on) if it.sha256 in given else (it, on) for it, on in documents
    )


def put_right(article: Article, document: Document, given: Particulars) -> Document:
    """``document`` with what is ``given`` otherwise than ``article`` has it; what was emptied stays as it is. Raises
    ArticleError for an address that is none."""
    words = (given.title, given.publisher, given.agency, given.author, given.url)
    title, publisher, agency, author, url = (" ".join(it.split()) for it in words)
    if url and url != article.url and not is_page(url):
        raise ArticleError("is no address of a page", where=url[:80], remedy="It begins with https:// or http://")
    return replace(
        document,
        title=title if title and title != article.title else document.title,
        publisher=publisher if publisher and publisher != article.publisher else document.publisher,
        agency=agency if agency and agency != article.agency else document.agency,
        author=author if author and author != article.author else document.author,
        url=url if url and url != article.url else document.url,
        published=on if (on := given.published) and on != article.published else document.published,
    )
