"""The tables that a page shows, opened once for each version by the whole server."""

from pathlib import Path

import streamlit as st

from geo.dataset import query
from geo.errors import DatasetError
from geo.panels.page import Stamp, stamp
from geo.store import manifest
from geo.store.catalogue import Outline, counting


def outline(built: Path, demonyms: Path) -> Outline | None:
    """The collection beside whose JSON file ``built`` tables of the same version lie; None where the file is what
    counts.

    Where the tables are damaged, those that were opened last go on; where there have been none yet, the file counts.
    Raises DatasetError where there is neither.
    """
    folder = manifest.beside(built)
    found = stamp(folder / manifest.NAME)
    if not found:
        return None
    made, last = _opened(built, demonyms, found, stamp(built)), _last(built)
    if isinstance(made, DatasetError):
        if last:
            return last[0]
        if built.is_file():
            return None
        raise made
    last[:] = [made] if made else []
    return made


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(built: Path, demonyms: Path, found: Stamp, of: Stamp) -> Outline | DatasetError | None:  # noqa: ARG001  the cache's key
    try:
        return counting(built, query.adjectives(demonyms))
    except DatasetError as error:
        return error


@st.cache_resource(show_spinner=False)
def _last(built: Path) -> list[Outline]:  # noqa: ARG001  the cache's key
    """The last good tables of a collection, once there are some."""
    return []
