"""A visitor's own copy of a collection: files in a temporary folder that end with the session, and nobody else sees.

The copy begins with what everybody sees (``base.json``) and what was decided about it; articles and decisions of one's
own come beside it, and ``geo.dataset.over`` puts them together. How many copies there are, and how large one may grow,
is bounded (geo.limits).
"""

import atexit
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from threading import Lock, Thread

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.collections.apply import standing
from geo.collections.decisions import load as load_decisions
from geo.collections.home import ABOUT, ARTICLES, BUILT, DECISIONS, Home, at
from geo.dataset import store
from geo.dataset.query import Catalogue, adjectives
from geo.errors import DecisionError
from geo.intake.document import Document
from geo.limits import (
    OWN_ARTICLES,
    OWN_BYTES,
    OWN_COLLECTIONS,
    OWN_COPIES,
    OWN_GONE_SECONDS,
    OWN_IDLE_SECONDS,
    OWN_TEXT_BYTES,
)
from geo.lock import hold, is_held
from geo.model.decision import Decision, Verdict

KEY = "desk-own"
"""The session's key: its copies. The only one that outlasts the way to another collection."""
BASE = "base.json"
_FOLDERS = "dateline-own-"
_LOCK = "server"
_YOUNG_SECONDS = 60
"""Of a folder that a server may just be about to hold."""
_ONE_AT_A_TIME = Lock()


def _session() -> str:
    context = get_script_run_ctx()
    return context.session_id if context is not None else ""


@dataclass(eq=False, slots=True, weakref_slot=True)
class Copies:
    """The copies of one session, by the name of the collection; the folder that they are in goes with it."""

    folder: Path
    homes: dict[str, Path] = field(default_factory=dict)
    """The folder of each."""
    before: dict[str, frozenset[str]] = field(default_factory=dict)
    """The ids of the decisions that were there when a copy began."""
    seen: dict[str, tuple[tuple[int, int], Catalogue]] = field(default_factory=dict)
    touched: float = field(default_factory=time.monotonic)
    session: str = field(default_factory=_session)
    gone: float | None = None
    """Since when its page is closed."""

    def end(self) -> None:
        """Forget everything."""
        self.homes.clear()
        self.seen.clear()
        shutil.rmtree(self.folder, ignore_errors=True)
        _ALL.discard(self)


_ALL: weakref.WeakSet[Copies] = weakref.WeakSet()


def current() -> Copies | None:
    found = st.session_state.get(KEY)
    return found if isinstance(found, Copies) and found.homes else None


def of(home: Home) -> Home | None:
    """This session's copy of ``home``, where it has begun one."""
    if (copies := current()) is None:
        return None
    copies.touched = time.monotonic()
    folder = copies.homes.get(home.name)
    return None if folder is None else replace(at(folder), name=home.name)


def begin(home: Home) -> Home:
    """This session's copy of ``home``, made where it has none. Raises DecisionError where there is no room for it."""
    if (there := of(home)) is not None:
        return there
    copies = current() or _first()
    if len(copies.homes) == OWN_COLLECTIONS:
        raise _full(f"is of {OWN_COLLECTIONS} collections already")
    folder = copies.folder / f"copy-{len(copies.homes)}"
    try:
        if home.built.stat().st_size > OWN_BYTES:
            raise _full("would be too large")
        (folder / ARTICLES).mkdir(parents=True)
        decisions = home.decisions.read_bytes() if home.decisions.exists() else b""
        (folder / DECISIONS).write_bytes(decisions)
        about = home.built.parent / ABOUT
        if about.exists():
            shutil.copyfile(about, folder / ABOUT)
        shutil.copyfile(home.built, folder / BASE)  # after the decisions: nothing of them is newer than what it shows
        shutil.copyfile(folder / BASE, folder / BUILT)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise _full(f"cannot be made ({error.strerror})") from error
    copies.before[home.name] = frozenset(it.id for it in load_decisions(folder / DECISIONS))
    copies.homes[home.name] = folder
    return replace(at(folder), name=home.name)


def base(home: Home) -> Path:
    return home.built.with_name(BASE)


def catalogue(home: Home, demonyms: Path) -> Catalogue:
    """What a copy shows, read once for each version of its file; it is in no cache that others share."""
    copies = current()
    if copies is None:
        raise DecisionError("has ended", where="Your copy", remedy="Begin again")
    found = home.built.stat()
    stamp, last = (found.st_mtime_ns, found.st_ino), copies.seen.get(home.name)
    if last is None or last[0] != stamp:
        last = copies.seen[home.name] = stamp, Catalogue.of(store.load(home.built), adjectives(demonyms))
    return last[1]


def check(home: Home, decisions: Iterable[Decision] = (), documents: Iterable[Document] = ()) -> None:
    """Raises DecisionError for what a copy has no room for, and for taking back what was put right before it began:
    what was read before that is not known to it."""
    copies = current()
    if copies is None or copies.homes.get(home.name) != home.built.parent:
        raise DecisionError("has ended", where="Your copy", remedy="Load the page again to begin another")
    records = list(home.articles.iterdir())
    new = list(documents)
    text = sum(path.stat().st_size for path in records) + sum(len(it.body.encode("utf-8", "replace")) for it in new)
    if len(records) + len(new) > OWN_ARTICLES or text > OWN_TEXT_BYTES:
        raise _full(f"holds at most {OWN_ARTICLES} articles, {OWN_TEXT_BYTES // 1_000_000} MB of text")
    size = home.decisions.stat().st_size
    before = {about.claim: these for about, these in standing(load_decisions(home.decisions)).items()}
    for it in decisions:
        size += 2 * len(repr(it))
        last = before.get(it.about.claim, ())[-1:]
        lasting = [one for one in last if one.id in copies.before[home.name]]
        if it.verdict is Verdict.UNDO and lasting and lasting[0].verdict in (Verdict.CORRECT, Verdict.ADD):
            raise DecisionError("was put right before you came", where=it.about.words, remedy="Correct it instead")
    if size > OWN_BYTES:
        raise _full("holds no more decisions")


def _full(what: str) -> DecisionError:
    return DecisionError(what, where="Your copy", remedy="On a machine of your own Dateline has no such bound")


def _first() -> Copies:
    """The session's first copies, in a folder that is removed with them."""
    with _ONE_AT_A_TIME:
        there = sorted((it for it in _ALL if it.homes), key=lambda it: it.touched)
        if len(there) >= OWN_COPIES:
            if time.monotonic() - there[0].touched < OWN_IDLE_SECONDS:
                what = f"{OWN_COPIES} visitors are at work here already"
                raise DecisionError(what, where="This page", remedy="Try again in half an hour")
            there[0].end()
        copies = Copies(Path(tempfile.mkdtemp(dir=_root())))
        weakref.finalize(copies, shutil.rmtree, copies.folder, ignore_errors=True)
        _ALL.add(copies)
    st.session_state[KEY] = copies
    return copies


def sweep() -> None:
    """End the copies of pages that were closed a while ago: Streamlit itself forgets a session at its leisure."""
    now = time.monotonic()
    with _ONE_AT_A_TIME:
        for copies in list(_ALL):
            if _is_open(copies.session):
                copies.gone = None
            elif copies.gone is None:
                copies.gone = now
            elif now - copies.gone >= OWN_GONE_SECONDS:
                copies.end()


def _sweeping() -> None:
    while True:
        time.sleep(OWN_GONE_SECONDS / 5)
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
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    return root
