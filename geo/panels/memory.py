"""What stays in memory is looked through for garbage once, and not after every click."""

import gc

import streamlit as st


@st.cache_resource(max_entries=8, show_spinner=False)
def settle(version: str) -> None:  # noqa: ARG001 - the cache's key: once for each version of a data set
    """Set aside what there is: modules, the data set and what was made of it for all visitors.

    Streamlit has Python walk all objects of the process behind each run of a page (``gc.collect``), with everybody else
    waiting; of 8 figures that took as long as the run, of 3,000 several times as long. What is set aside and then is no
    longer needed is found when the next version is.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
