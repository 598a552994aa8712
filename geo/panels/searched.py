"""What a search finds in the texts of the articles, beyond the sentences that figures come from."""

from collections.abc import Sequence

import streamlit as st

from geo.dataset.fold import fold
from geo.dataset.query import Catalogue, Filter
from geo.model import Claim
from geo.sharing.view import Tab
from geo.sheets.nodes import Node, pick
from geo.wording import claims as wording
from geo.wording.passages import has


def articles(catalogue: Catalogue, words: str) -> tuple[str, ...]:
    """The ids of the articles whose text has all of ``words``, in the order of the catalogue; none for no words."""
    asked = [fold(word) for word in words.split()]
    texts = _folded(catalogue.collection.version, catalogue)
    return tuple(key for key in catalogue.articles if has(texts[key], asked)) if asked else ()


def beyond(catalogue: Catalogue, shown: Sequence[Claim], wanted: Filter) -> Node | None:
    """The way to the articles whose text has the words without a figure that is shown; None where there are none."""
    told = {claim.article for claim in shown}
    others = [key for key in articles(catalogue, wanted.words) if key not in told]
    if not others:
        return None
    also = "also " if shown else ""
    words = f"{also}in the text of {wording.number(len(others), 'article')}"
    return pick("open", Tab.ARTICLES.value, wording.sentence_case(words), cls="plain")


@st.cache_resource(max_entries=4, show_spinner=False)
def _folded(version: str, _catalogue: Catalogue) -> dict[str, str]:  # noqa: ARG001  the version is the key
    return {article.id: fold(article.text) for article in _catalogue.collection.articles}
