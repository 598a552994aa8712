"""What stays in memory is set aside, and not looked through for garbage after every click; and there is room for
visitors."""

import ctypes
import gc
from contextlib import suppress
from threading import Lock
from time import thread_time
from typing import Any

import streamlit as st

from geo.limits import PAGE_FILES

_M_ARENA_MAX = -8
"""Of malloc.h (glibc)."""


def gather() -> None:
    """Have all threads take their memory from one place, where the system would give each its own, which keeps what is
    free in it from the others. Call it before there are threads. Only glibc has such places."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def _give_back() -> None:
    """Give the system what is free of this process's memory. Only glibc does so when asked."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


class Walks:
    """What Python's walks through all objects have cost since the last time that what stays was set aside, and what
    that cost: seconds of a processor."""

    def __init__(self) -> None:
        self._walked = self._cost = self._began = 0.0
        self._one = Lock()
        gc.callbacks.append(self._heard)

    def settle(self) -> None:
        """Set aside what there is, once walking through it has cost as much as that does: never more than twice the
        least that is possible, however many visitors come and whatever they hold."""
        if self._walked < self._cost or not self._one.acquire(blocking=False):
            return
        try:
            began = thread_time()
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            _give_back()
            self._walked, self._cost = 0.0, thread_time() - began
        finally:
            self._one.release()

    def _heard(self, phase: str, about: dict[str, Any]) -> None:
        """Called by Python before and after each walk, of which there is but one at a time."""
        if about["generation"] < 2:
            return
        if phase == "start":
            self._began = thread_time()
        else:
            self._walked += thread_time() - self._began


def settle() -> None:
    """Have modules, data sets, what was made of them for all visitors and what open pages hold set aside.

    Streamlit has Python walk all objects of the process behind each run of a page (``gc.collect``), with everybody else
    waiting; of 8 figures that took as long as the run, of 3,000 several times as long, and with each open page longer.
    What is set aside and then is no longer needed is found the next time.
    """
    _walks().settle()


@st.cache_resource(show_spinner=False)
def _walks() -> Walks:
    """One for the whole server."""
    _open_files()
    return Walks()


def _open_files() -> None:
    """Let this process open as many files as the system lets it, up to ``PAGE_FILES``: Streamlit needs four for each
    open page, and the usual 1,024 are gone with 250 visitors."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        import resource  # noqa: PLC0415

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = PAGE_FILES if hard == resource.RLIM_INFINITY else min(PAGE_FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
