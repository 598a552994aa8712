"""An article of the collection: what it tells of itself is put right, all of it is taken out, or brought back."""

from collections.abc import Sequence

import streamlit as st

from geo.collections.decide import mend, removal, taken_back
from geo.collections.decisions import edits
from geo.collections.fitting import fitting, present
from geo.collections.particulars import Edit, Particular, as_found, mended, now, removed
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.limits import COLLECTION_WORDS, LINK_CHARACTERS
from geo.model import Article
from geo.panels.desk import particulars, saving
from geo.panels.desk.writing import Desk
from geo.wording import reviews, sources

OUT = "Taken out; its figures are no longer checked, and leave the map when you go back to it."
BACK = "It is back when you go back to the map."
UNDONE = "Taken back; the map shows it when you go back to it."


def choose(desk: Desk, catalogue: Catalogue) -> None:
    """The articles that are here, and those that were taken out: one of them is opened."""
    here = {it.sha256: f"{it.title} ({sources.printed(it)})" for it in catalogue.articles.values()}
    out = {it.article.sha256: f"{it.article.title} (taken out)" for it in catalogue.collection.removed}
    named = {**here, **out}
    with st.expander(f"Articles that are here ({len(here):,})"):
        saving.told()
        chosen = st.selectbox(
            "Put an article right, or take it out", list(named), format_func=named.__getitem__, index=None, key="here"
        )
        if chosen in here:
            render(desk, catalogue, next(it for it in catalogue.articles.values() if it.sha256 == chosen))
        elif chosen in out:
            _gone(desk, _standing(desk, catalogue, chosen))


def render(desk: Desk, catalogue: Catalogue, article: Article) -> None:
    """The forms of ``article``, with what was decided about it since the data set was built."""
    try:
        standing = _standing(desk, catalogue, article.sha256)
    except DatelineError as error:
        saving.refuse(str(error))
        return
    if removed(standing) is not None:
        _gone(desk, standing)
        return
    built = next((it.edits for it in catalogue.collection.edited if it.article == article.id), ())
    stands = mended(as_found(article, built), standing)
    _mend(desk, stands)
    if standing:
        _undo(desk, standing[-1])
    _remove(desk, stands)


def _standing(desk: Desk, catalogue: Catalogue, sha256: str) -> Sequence[Edit]:
    there = present(catalogue.collection.articles, catalogue.collection.removed)
    found, adrift = fitting(edits(desk.home.decisions), there)
    return found.get(sha256, tuple(it for it in adrift if it.article.sha256 == sha256))


def _mend(desk: Desk, article: Article) -> None:
    with st.form(f"article-{article.sha256}", border=False):
        left, right = st.columns(2)
        stands = {field: now(article, field) or "" for field in Particular}
        # What stands there is a part of a field's key: once it is another, the field shows that.
        keys = {field: f"{field}-{article.sha256}-{words}" for field, words in stands.items()}
        given: dict[Particular, str] = {}
        with left:
            given[Particular.TITLE] = _words("Title", stands, Particular.TITLE, keys)
            day = particulars.day("Date of publication", article.published, key=keys[Particular.DATE])
            given[Particular.DATE] = day.isoformat() if day else ""
            given[Particular.AUTHOR] = _words("Author", stands, Particular.AUTHOR, keys)
        with right:
            given[Particular.PUBLISHER] = _words("Publisher", stands, Particular.PUBLISHER, keys)
            given[Particular.AGENCY] = _words("Agency that wrote it", stands, Particular.AGENCY, keys)
            given[Particular.ADDRESS] = _words("Address", stands, Particular.ADDRESS, keys)
        why = st.text_input("Why", key=f"article-why-{article.sha256}")
        if not st.form_submit_button("Save what it tells"):
            return
    changed = {field: words for field, words in given.items() if " ".join(words.split()) != stands[field]}
    saving.settle(desk, lambda: [mend(article, field, it, who=desk.who, why=why) for field, it in changed.items()])


def _words(label: str, stands: dict[Particular, str], field: Particular, keys: dict[Particular, str]) -> str:
    most = LINK_CHARACTERS if field is Particular.ADDRESS else COLLECTION_WORDS
    return st.text_input(label, value=stands[field][:most], max_chars=most, key=keys[field])


def _undo(desk: Desk, latest: Edit) -> None:
    st.text(f"Last decided: {reviews.particular(latest)} ({reviews.by(latest)})")
    if st.button("Take that back", key=f"article-undo-{latest.id}"):
        saving.settle(desk, lambda: [taken_back(latest, who=desk.who)], UNDONE)


def _remove(desk: Desk, article: Article) -> None:
    with st.form(f"article-out-{article.sha256}"):
        why = st.text_input("Why it is to be taken out; Method lists it with that", key=f"out-why-{article.sha256}")
        if st.form_submit_button("Take the article out"):
            saving.settle(desk, lambda: [removal(article, who=desk.who, why=why)], OUT)


def _gone(desk: Desk, standing: Sequence[Edit]) -> None:
    """An article that was taken out. What was put right of it stands when it comes back."""
    out = removed(standing)
    if out is None:
        st.text(BACK)
        return
    st.text(f"This article was taken out ({reviews.by(out)}): {out.why}")
    if st.button("Bring it back", key=f"article-back-{out.id}"):
        after = list(standing[standing.index(out) :])
        saving.settle(desk, lambda: [taken_back(it, who=desk.who) for it in reversed(after)], BACK)
