"""The visitors' copies that this server holds: how many, whose, and for how long (geo.limits).

A copy is of one tab. It outlasts its connection, and the page that is loaded again (``back``). Its files end when the
tab has been closed for a while, or sooner where another visitor needs the room.
"""

import hmac
import secrets
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from threading import Lock, Thread

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.dataset.query import Catalogue
from geo.errors import DecisionError
from geo.limits import OWN_COPIES, OWN_GONE_SECONDS, OWN_IDLE_SECONDS, OWN_KEPT_SECONDS
from geo.lock import hold, is_held
from geo.panels.ending import at_end

KEY = "desk-own"
"""The session's key: its copies. The only one that outlasts the way to another collection."""
_FOLDERS = "dateline-own-"
_LOCK = "server"
_YOUNG_SECONDS = 60
"""Of a folder that a server may just be about to hold."""
_ONE_AT_A_TIME = Lock()


def _session() -> str:
    context = get_script_run_ctx()
    return context.session_id if context is not None else ""


@dataclass(eq=False, slots=True)
class Copies:
    """The copies of one visitor, by the name of the collection."""

    folder: Path
    homes: dict[str, Path] = field(default_factory=dict)
    """The folder of each."""
    before: dict[str, frozenset[str]] = field(default_factory=dict)
    """The ids of the decisions that were there when a copy began."""
    seen: dict[str, tuple[tuple[int, int], Catalogue]] = field(default_factory=dict)
    waiting: dict[object, object] = field(default_factory=dict)
    """What was read for each and is not kept yet (``waiting``)."""
    touched: float = field(default_factory=time.monotonic)
    sessions: set[str] = field(default_factory=lambda: {_session()})
    """Of its page: when that is loaded again, another one."""
    gone: float | None = None
    """Since when its page is closed."""
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """256 bits that its tab alone has: whoever shows it gets the copies."""

    def end(self) -> None:
        """Forget everything."""
        self.homes.clear()
        self.seen.clear()
        self.waiting.clear()
        shutil.rmtree(self.folder, ignore_errors=True)
        _ALL.discard(self)


_ALL: set[Copies] = set()


def current() -> Copies | None:
    found = st.session_state.get(KEY)
    return found if isinstance(found, Copies) and found.homes else None


def back(key: str) -> bool:
    """Give this session the copies whose key it has; False where there are none (any more)."""
    asked = key.encode("utf-8", "replace")
    with _ONE_AT_A_TIME:
        found = [it for it in _ALL if hmac.compare_digest(it.key.encode(), asked) and it.homes]
        for copies in found:
            copies.sessions = {it for it in copies.sessions if _is_open(it)} | {_session()}
            copies.gone, copies.touched = None, time.monotonic()
            st.session_state[KEY] = copies
    return bool(found)


def first() -> Copies:
    """The session's first copies, in a folder that goes with them. Raises DecisionError where there is no room."""
    with _ONE_AT_A_TIME:
        if len(_ALL) >= OWN_COPIES:
            if (left := _left(time.monotonic())) is None:
                what = f"{OWN_COPIES} visitors are at work here already"
                raise DecisionError(what, where="This page", remedy="Try again in half an hour")
            left.end()
        copies = Copies(Path(tempfile.mkdtemp(dir=_root())))
        _ALL.add(copies)
    st.session_state[KEY] = copies
    return copies


def _left(now: float) -> Copies | None:
    """Whose room another visitor gets: the page that is closed for longest, else the one that rests for longest."""
    gone = [(it.gone, id(it), it) for it in _ALL if it.gone is not None and now - it.gone >= OWN_GONE_SECONDS]
    idle = [(it.touched, id(it), it) for it in _ALL if now - it.touched >= OWN_IDLE_SECONDS]
    return min(gone or idle)[2] if gone or idle else None


def sweep() -> None:
    """End the copies of pages that were closed a while ago, and forget at once what is read of them."""
    now = time.monotonic()
    with _ONE_AT_A_TIME:
        for copies in list(_ALL):
            if any(map(_is_open, copies.sessions)):
                copies.gone = None
            elif copies.gone is None:
                copies.gone = now
                copies.seen.clear()
            elif now - copies.gone >= OWN_KEPT_SECONDS:
                copies.end()


def _sweeping() -> None:
    while True:
        time.sleep(OWN_GONE_SECONDS / 10)
        sweep()


def _is_open(session: str) -> bool:
    return not runtime.exists() or runtime.get_instance().is_active_session(session)


@cache
def _root() -> Path:
    """The folder of this server's copies; what servers left that were killed is removed."""
    Thread(target=_sweeping, name="dateline-own", daemon=True).start()
    for left in Path(tempfile.gettempdir()).glob(f"{_FOLDERS}*"):
        with suppress(OSError):
            young = time.time() - left.lstat().st_mtime < _YOUNG_SECONDS
            if not young and not is_held(left / _LOCK):
                shutil.rmtree(left, ignore_errors=True)
    root = Path(tempfile.mkdtemp(prefix=_FOLDERS))
    hold(root / _LOCK)
    at_end(partial(shutil.rmtree, root, ignore_errors=True))
    return root
