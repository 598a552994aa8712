"""What was read and does not count yet: it outlasts a reload of the page, and ends when it is kept or discarded.

Of a visitor it stands with their copies and ends with them; of an editor in this server, by name and collection, and on
the disk, so that it outlasts the server as well. Only what was brought is held, no reading: that is made again, from
what is kept by content.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec
import streamlit as st

from geo.collections import waiting
from geo.errors import DatelineError
from geo.panels.desk import copies
from geo.panels.desk.staging import Staged, read
from geo.panels.desk.writing import Desk

STAGED = "desk-staged"
"""The session's key: what was read, with what was found in it."""
LASTS = "desk-lasts"
"""Whether it is on the disk."""
_EDITORS: dict[object, object] = {}


def there(desk: Desk, data: Path) -> Staged | None:
    """What was read, by this page or by the one that was loaded before it."""
    found = st.session_state.get(STAGED)
    if isinstance(found, Staged):
        return found
    before = _held(desk).get(_name(desk)) or (_written(desk) if desk.keeps else None)
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
        _write(desk, None)
    elif staged:
        _held(desk)[_name(desk)] = replace(staged, catalogue=None)
        st.session_state[LASTS] = _write(desk, staged)


def lasts() -> bool:
    """Whether what was read is there when the server has ended meanwhile."""
    return bool(st.session_state.get(LASTS, True))


def _write(desk: Desk, staged: Staged | None) -> bool:
    with suppress(DatelineError):  # who may not save any more is told so when they keep it
        if staged is None:
            return desk.put_by(None)
        made = waiting.Waiting.of(list(staged.documents), list(staged.decisions))
        more = {"refused": list(staged.refused), "same": staged.same}
        words = {"title": staged.title, "standfirst": staged.standfirst}
        return desk.put_by(msgspec.structs.replace(made, **more, **words))
    return False


def _written(desk: Desk) -> Staged | None:
    found = waiting.load(desk.home, desk.who)
    if found is None:
        return None
    told = tuple(found.refused)
    return Staged(found.documents, told, None, found.decided, found.same, found.title, found.standfirst)


def _held(desk: Desk) -> dict[object, object]:
    if desk.keeps:
        return _EDITORS
    current = copies.current()
    return current.waiting if current is not None else {}


def _name(desk: Desk) -> object:
    return (desk.who, desk.home.built) if desk.keeps else desk.home.name
