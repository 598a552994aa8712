"""What was read and does not count yet: it outlasts a reload of the page, and ends when it is kept or discarded.

Of a visitor it stands with their copies and ends with them; of an editor in this server, by name and collection. Only
what was brought is held, no reading: that is made again, from what is kept by content.
"""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from geo.panels.desk import copies
from geo.panels.desk.staging import Staged, read
from geo.panels.desk.writing import Desk

STAGED = "desk-staged"
"""The session's key: what was read, with what was found in it."""
_EDITORS: dict[object, object] = {}


def there(desk: Desk, data: Path) -> Staged | None:
    """What was read, by this page or by the one that was loaded before it."""
    found = st.session_state.get(STAGED)
    if isinstance(found, Staged):
        return found
    before = _held(desk).get(_name(desk))
    if not isinstance(before, Staged):
        return None
    with st.spinner("Reading again what was not kept yet"):
        staged = st.session_state[STAGED] = read(desk, before, data)
    return staged


def put(desk: Desk, staged: Staged | None) -> None:
    """Hold what was read; None where it was kept or discarded."""
    st.session_state[STAGED] = staged
    if staged is None:
        _held(desk).pop(_name(desk), None)
    elif staged:
        _held(desk)[_name(desk)] = replace(staged, catalogue=None)


def _held(desk: Desk) -> dict[object, object]:
    if desk.keeps:
        return _EDITORS
    current = copies.current()
    return current.waiting if current is not None else {}


def _name(desk: Desk) -> object:
    return (desk.who, desk.home.built) if desk.keeps else desk.home.name
