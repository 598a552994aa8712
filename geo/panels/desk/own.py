"""A visitor's own copies of collections, and stories of their own: files in a temporary folder that nobody else sees.

The copy begins with what everybody sees (``base.json``) and what was decided about it; articles and decisions of one's
own come beside it, and ``geo.dataset.over`` puts them together. A story of their own stands over nothing. How large one
may grow is bounded (geo.limits), as is how many there are (``copies``).
"""

import shutil
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from geo.collections.apply import standing
from geo.collections.decisions import every as every_decision
from geo.collections.home import ABOUT, ARTICLES, BUILT, DECISIONS, FOLDER, Home, at, is_name
from geo.collections.particulars import Deed, Edit
from geo.collections.particulars import standing as standing_edits
from geo.dataset import store
from geo.dataset.query import Catalogue, adjectives
from geo.errors import DatasetError, DecisionError
from geo.intake.document import Document
from geo.limits import OWN_ARTICLES, OWN_BYTES, OWN_COLLECTIONS, OWN_TEXT_BYTES
from geo.model.decision import Decision, Verdict
from geo.panels.desk.copies import current, first

BASE = "base.json"
STORIES = "stories"
"""The folder of those that stand over nothing."""


def of(home: Home) -> Home | None:
    """This session's copy of ``home``, where it has begun one."""
    if (copies := current()) is None:
        return None
    copies.touched = time.monotonic()
    folder = copies.homes.get(home.name)
    return None if folder is None else replace(at(folder), name=home.name)


def stories() -> tuple[Home, ...]:
    """This session's own collections, which nobody else has."""
    copies = current()
    return tuple(at(it) for it in copies.homes.values() if _is_story(it)) if copies else ()


def new(name: str, data: Path) -> Home:
    """An empty story of this session's own. Raises DecisionError where it can have none of that name."""
    copies = current() or first()
    if not is_name(name):
        remedy = "Use lower-case letters a to z, digits and hyphens, at most 40"
        raise DecisionError("cannot be the name of a collection", where=name[:40], remedy=remedy)
    if name in copies.homes or (data / FOLDER / name).exists():
        raise DecisionError("is a collection already", where=name, remedy="Choose another name")
    if len(copies.homes) == OWN_COLLECTIONS:
        raise _full(f"is of {OWN_COLLECTIONS} collections already")
    folder = copies.folder / STORIES / name
    try:
        (folder / ARTICLES).mkdir(parents=True)
        (folder / DECISIONS).touch()
    except OSError as error:
        raise _full(f"cannot be made ({error.strerror})") from error
    copies.before[name], copies.homes[name] = frozenset(), folder
    return at(folder)


def _is_story(folder: Path) -> bool:
    return folder.parent.name == STORIES


def begin(home: Home) -> Home:
    """This session's copy of ``home``, made where it has none. Raises DecisionError where there is no room for it."""
    if (there := of(home)) is not None:
        return there
    copies = current() or first()
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
    copies.before[home.name] = frozenset(it.id for it in every_decision(folder / DECISIONS))
    copies.homes[home.name] = folder
    return replace(at(folder), name=home.name)


def base(home: Home) -> Path | None:
    """What a copy stands over; None for a story of one's own."""
    found = home.built.with_name(BASE)
    return found if found.exists() else None


def catalogue(home: Home, demonyms: Path) -> Catalogue:
    """What a copy shows, read once for each version of its file; it is in no cache that others share."""
    copies = current()
    if copies is None:
        raise DecisionError("has ended", where="Your copy", remedy="Begin again")
    try:
        found = home.built.stat()
    except FileNotFoundError as error:
        raise DatasetError("has no article yet", where=home.name, remedy="Add some") from error
    stamp, last = (found.st_mtime_ns, found.st_ino), copies.seen.get(home.name)
    if last is None or last[0] != stamp:
        last = copies.seen[home.name] = stamp, Catalogue.of(store.load(home.built), adjectives(demonyms))
    return last[1]


def check(home: Home, decisions: Iterable[Decision | Edit] = (), documents: Iterable[Document] = ()) -> None:
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
    saved = every_decision(home.decisions)
    before = {about.claim: these for about, these in standing(it for it in saved if isinstance(it, Decision)).items()}
    edited = standing_edits(it for it in saved if isinstance(it, Edit))
    for it in decisions:
        size += 2 * len(repr(it))
        if isinstance(it, Edit):
            edits = edited.get(it.article.sha256, ())
            if it.verdict is Deed.UNDO and edits and edits[-1].id in copies.before[home.name]:
                raise DecisionError("was decided before you came", where=it.article.title, remedy="Correct it instead")
            continue
        last = before.get(it.about.claim, ())[-1:]
        lasting = [one for one in last if one.id in copies.before[home.name]]
        if it.verdict is Verdict.UNDO and lasting and lasting[0].verdict in (Verdict.CORRECT, Verdict.ADD):
            raise DecisionError("was put right before you came", where=it.about.words, remedy="Correct it instead")
    if size > OWN_BYTES:
        raise _full("holds no more decisions")


def _full(what: str) -> DecisionError:
    return DecisionError(what, where="Your copy", remedy="On a machine of your own Dateline has no such bound")
