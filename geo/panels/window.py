"""A part of a long list: some rows at a time, never thousands of elements on the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from geo.panels.sheet import Actions
from geo.sheets.nodes import Node, element, pick

PAGE = 60
"""Rows that are shown at first, and that one click adds."""
MOST = 4 * PAGE
"""Rows that are shown at most: those at the other end give way."""


@dataclass(frozen=True, slots=True)
class Window:
    """The rows from ``start`` up to ``stop`` of a list of ``count``; ``list_`` and ``selected`` are what it was opened
    on: another list begins anew, and a new selection brings its row into the window."""

    name: str
    count: int
    start: int
    stop: int
    list_: int
    selected: str | None

    def before(self) -> Node | None:
        if not self.start:
            return None
        return element(
            "p", pick("earlier", self.name, f"Show {min(PAGE, self.start)} before these", cls="plain"), cls="rule"
        )

    def after(self) -> Node | None:
        """How much of the list is shown, and what shows more of it; None where all is."""
        if self.count <= PAGE:
            return None
        left = self.count - self.stop
        return element(
            "p",
            f"{self.start + 1:,} – {self.stop:,} of {self.count:,}. ",
            pick("more", self.name, f"Show {min(PAGE, left)} more", cls="plain") if left else None,
            " " if left else None,
            pick("last", self.name, "Go to the last", cls="plain") if left > PAGE else None,
            cls="rule",
        )


def window(name: str, ids: Sequence[str], selected: str | None = None) -> Window:
    """The rows of ``ids`` to show under ``name`` in this session, with that of ``selected`` among them."""
    kept = st.session_state.get(_key(name))
    now = Window(name, len(ids), 0, min(PAGE, len(ids)), hash(tuple(ids)), None)
    if isinstance(kept, Window) and (kept.list_, kept.count) == (now.list_, now.count):
        now = kept
    if selected != now.selected:
        now = replace(now, selected=selected)
        place = ids.index(selected) if selected in ids else now.start
        if not now.start <= place < now.stop:
            start = max(0, place - PAGE // 2)
            now = replace(now, start=start, stop=min(start + PAGE, len(ids)))
    st.session_state[_key(name)] = now
    return now


def _more(name: str) -> None:
    if isinstance(kept := st.session_state.get(_key(name)), Window):
        stop = min(kept.stop + PAGE, kept.count)
        st.session_state[_key(name)] = replace(kept, start=max(kept.start, stop - MOST), stop=stop)


def _earlier(name: str) -> None:
    if isinstance(kept := st.session_state.get(_key(name)), Window):
        start = max(kept.start - PAGE, 0)
        st.session_state[_key(name)] = replace(kept, start=start, stop=min(kept.stop, start + MOST))


def _last(name: str) -> None:
    if isinstance(kept := st.session_state.get(_key(name)), Window):
        st.session_state[_key(name)] = replace(kept, start=max(kept.count - PAGE, 0), stop=kept.count)


def _key(name: str) -> str:
    return f"window {name}"


MOVES: Actions = {"more": _more, "earlier": _earlier, "last": _last}
"""What the buttons of a window do."""
