"""What stays in memory is looked through for garbage once, not after every click; and there is room for visitors."""

import gc
from contextlib import suppress

import streamlit as st

from geo.limits import PAGE_FILES


@st.cache_resource(max_entries=8, show_spinner=False)
def settle(version: str) -> None:  # noqa: ARG001 - the cache's key: once for each version of a data set
    """Set aside what there is: modules, the data set and what was made of it for all visitors.

    Streamlit has Python walk all objects of the process behind each run of a page (``gc.collect``), with everybody else
    waiting; of 8 figures that took as long as the run, of 3,000 several times as long. What is set aside and then is no
    longer needed is found when the next version is.
    """
    _open_files()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _open_files() -> None:
    """Let this process open as many files as the system lets it, up to ``PAGE_FILES``: Streamlit needs four for each
    open page, and the usual 1,024 are gone with 250 visitors."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        import resource  # noqa: PLC0415

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = PAGE_FILES if hard == resource.RLIM_INFINITY else min(PAGE_FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
