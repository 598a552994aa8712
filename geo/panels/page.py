"""The page itself: its title, its style, and the data set that it shows, read once for each version of the file."""

from datetime import date
from pathlib import Path

import streamlit as st

from geo.dataset import query, store
from geo.dataset.query import Catalogue
from geo.errors import DatasetError
from geo.sheets.nodes import STYLE

_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8") + STYLE


def style() -> None:
    """Put Streamlit's own chrome out of the way. The text is a constant of ours: no data goes this way."""
    st.html(f"<style>{_STYLE}</style>")


Stamp = tuple[int, ...]
"""What changes with a file: when it was written, when anything about it was, which one it is, how large."""


def stamp(path: Path) -> Stamp:
    """Empty where the file is missing."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_size


def catalogue(path: Path, demonyms: Path) -> tuple[Catalogue, DatasetError | None]:
    """The data set at ``path``; where that is missing or damaged, the last good one, with what is wrong.

    Raises DatasetError where there has been no good one yet.
    """
    read, last = _read(path, demonyms, stamp(path)), _last(path)
    if isinstance(read, Catalogue):
        last[:] = [read]
        return read, None
    if not last:
        raise read
    return last[0], read


@st.cache_resource(max_entries=6, show_spinner=False)
def _read(path: Path, demonyms: Path, stamped: Stamp) -> Catalogue | DatasetError:  # noqa: ARG001  the cache's key
    """A damaged file is read once as well, and not by every visitor with every click."""
    try:
        return Catalogue.of(store.load(path), query.adjectives(demonyms))
    except DatasetError as error:
        return error


@st.cache_resource(show_spinner=False)
def _last(path: Path) -> list[Catalogue]:  # noqa: ARG001  the cache's key
    """The last good data set of a file, once there is one."""
    return []


def known_by(catalogue: Catalogue, day: date | None) -> Catalogue:
    """What had been published by the end of ``day``; everything where no day is asked for."""
    return catalogue if day is None else _known_by(catalogue.collection.version, day, catalogue)


@st.cache_resource(max_entries=8, show_spinner=False)
def _known_by(version: str, day: date, _catalogue: Catalogue) -> Catalogue:  # noqa: ARG001  version and day are the key
    return _catalogue.known_by(day)
