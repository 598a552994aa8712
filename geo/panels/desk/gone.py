"""Articles that were taken out since the map was made: their figures are no longer checked, and the way back."""

from collections.abc import Mapping

import streamlit as st

from geo.collections.decisions import edits
from geo.collections.fitting import fitting, present
from geo.collections.particulars import removed
from geo.dataset.query import Catalogue
from geo.model import Article
from geo.panels.desk import articles
from geo.panels.desk.writing import Desk


def since(desk: Desk, catalogue: Catalogue) -> dict[str, Article]:
    """The articles of ``catalogue``, by id, that were taken out, which it does not show yet. Raises DatasetError."""
    collection = catalogue.collection
    found, _ = fitting(edits(desk.home.decisions), present(collection.articles, collection.removed))
    out = {sha256 for sha256, these in found.items() if removed(these) is not None}
    return {key: it for key, it in catalogue.articles.items() if it.sha256 in out}


def render(desk: Desk, catalogue: Catalogue, gone: Mapping[str, Article]) -> None:
    """Each with the reason, to be brought back."""
    if gone:
        st.markdown("**Taken out since the map was made**")
    for article in gone.values():
        st.text(article.title)
        articles.render(desk, catalogue, article)
