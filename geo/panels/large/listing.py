"""A list of any length, a part at a time: where it stands, and how it goes on."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import streamlit as st

from geo.limits import STORE_PAGE
from geo.sheets.nodes import Node, element, pick


@dataclass(frozen=True, slots=True)
class Part:
    """The ``size`` rows from ``start`` on of a list of ``count``."""

    name: str
    count: int
    start: int
    size: int = STORE_PAGE

    @property
    def stop(self) -> int:
        return min(self.start + self.size, self.count)

    def turns(self, action: str = "turn") -> Node | None:
        """How much of the list this is, and the way to the rest, by ``action``; None where it is all."""
        if self.count <= self.size:
            return None
        last = (self.count - 1) // self.size * self.size
        ways = [
            ("First", 0, self.start > 0),
            ("Previous", max(0, self.start - self.size), self.start > 0),
            ("Next", self.start + self.size, self.stop < self.count),
            ("Last", last, self.stop < self.count),
        ]
        picks = [part for words, to, on in ways if on for part in (pick(action, str(to), words, cls="plain"), " ")]
        return element("p", f"{self.start + 1:,} – {self.stop:,} of {self.count:,}. ", *picks[:-1], cls="rule turns")


def part(name: str, count: int, of: Hashable, size: int = STORE_PAGE) -> Part:
    """The part of the list ``name`` that this session looks at; another list (``of``) begins anew."""
    kept = st.session_state.get(_key(name))
    start = kept[1] if isinstance(kept, tuple) and kept[0] == of else 0
    start = min(max(0, start), max(0, count - 1))
    st.session_state[_key(name)] = (of, start)
    return Part(name, count, start, size)


def turn(name: str) -> Callable[[str], None]:
    """What goes to a row, by its number."""

    def go(number: str) -> None:
        kept = st.session_state.get(_key(name))
        if isinstance(kept, tuple) and number.isascii() and number.isdecimal() and len(number) < 10:
            st.session_state[_key(name)] = (kept[0], int(number))

    return go


def _key(name: str) -> str:
    return f"part {name}"
