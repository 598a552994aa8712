"""The page itself: its title, its style, and the data set that it shows, read once for each version of the file."""

from datetime import date
from pathlib import Path

import streamlit as st

from geo.dataset import query, store
from geo.dataset.query import Catalogue
from geo.sheets.nodes import STYLE

_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8") + STYLE


def style() -> None:
    """Put Streamlit's own chrome out of the way. The text is a constant of ours: no data goes this way."""
    st.html(f"<style>{_STYLE}</style>")


def catalogue(path: Path, demonyms: Path) -> Catalogue:
    """The data set at ``path``. Raises DatasetError where it is missing or damaged."""
    try:
        found = path.stat()
    except OSError:
        found = None
    stamp = (found.st_mtime_ns, found.st_size) if found else (0, 0)
    return _read(path, demonyms, stamp)


@st.cache_resource(max_entries=6, show_spinner=False)
def _read(path: Path, demonyms: Path, stamp: tuple[int, int]) -> Catalogue:  # noqa: ARG001  the cache's key
    return Catalogue.of(store.load(path), query.adjectives(demonyms))


def known_by(catalogue: Catalogue, day: date | None) -> Catalogue:
    """What had been published by the end of ``day``; everything where no day is asked for."""
    return catalogue if day is None else _known_by(catalogue.collection.version, day, catalogue)


@st.cache_resource(max_entries=8, show_spinner=False)
def _known_by(version: str, day: date, _catalogue: Catalogue) -> Catalogue:  # noqa: ARG001  version and day are the key
    return _catalogue.known_by(day)
