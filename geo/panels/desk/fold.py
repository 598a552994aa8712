"""A fold of the desk: what is in it is made once it is open.

Forms beside a figure are another figure's with each key. Made unseen they took the browser longer than all the rest,
and the next key waited for them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def fold(title: str, name: str) -> Iterator[bool]:
    """Whether it is open, and the room within; it stays as it is from figure to figure."""
    with st.expander(title, key=f"fold-{name}", on_change="rerun") as room:
        yield bool(room.open)
