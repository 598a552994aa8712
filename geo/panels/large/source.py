"""The tables that a page shows, opened once for each version by the whole server."""

from pathlib import Path

import streamlit as st

from geo.dataset import query
from geo.errors import DatasetError
from geo.store import manifest
from geo.store.catalogue import Outline, counting

Stamp = tuple[int, ...]


def outline(built: Path, demonyms: Path) -> Outline | None:
    """The collection beside whose JSON file ``built`` tables of the same version lie; None where the file is what
    counts.

    Where the tables are damaged, those that were opened last go on; where there have been none yet, the file counts.
    Raises DatasetError where there is neither.
    """
    folder = manifest.beside(built)
    stamp = _stamp(folder / manifest.NAME)
    if not stamp:
        return None
    made, last = _opened(built, demonyms, stamp, _stamp(built)), _last(built)
    if isinstance(made, DatasetError):
        if last:
            return last[0]
        if built.is_file():
            return None
        raise made
    last[:] = [made] if made else []
    return made


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(built: Path, demonyms: Path, stamp: Stamp, of: Stamp) -> Outline | DatasetError | None:  # noqa: ARG001  the cache's key
    try:
        return counting(built, query.adjectives(demonyms))
    except DatasetError as error:
        return error


@st.cache_resource(show_spinner=False)
def _last(built: Path) -> list[Outline]:  # noqa: ARG001  the cache's key
    """The last good tables of a collection, once there are some."""
    return []


def _stamp(path: Path) -> Stamp:
    """What changes with a file; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_size
