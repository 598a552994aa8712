"""``python -m geo export`` of a large collection: its tables are read and written a part at a time."""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial

from geo import whole
from geo.collections.home import Home
from geo.commands.place import home_of_view
from geo.dataset.build import DEMONYMS
from geo.dataset.query import adjectives
from geo.errors import DatasetError, ExportError
from geo.limits import STORE_PART
from geo.sharing import link
from geo.sharing.export import EXPORTS, named, unwritten
from geo.sharing.shown import Shown
from geo.sharing.stream import STREAMED
from geo.sharing.view import View
from geo.store import questions
from geo.store.catalogue import Outline, counting
from geo.store.parts import parts
from geo.store.where import Asked

TOLD_EVERY = 5.0
"""Seconds between two lines that say how far an export is."""


def exported(chosen: argparse.Namespace, tell: Callable[[str], None]) -> bool:
    """Do what ``export`` was asked for, where the collection has tables that can give it, and say so; else do nothing.

    All files are written, or none. Raises ExportError where that cannot be done, DatasetError where the tables do not
    answer.
    """
    outline = _outline(home_of_view(chosen), adjectives(chosen.data / DEMONYMS), chosen.files)
    if outline is None:
        return False
    opened = link.opened(chosen.view, outline)
    if opened.notice:
        tell(opened.notice)
    try:
        with ExitStack() as stack:
            names = chosen.files or STREAMED
            files = {name: stack.enter_context(whole.writing(chosen.to / name)) for name in names}
            for name, file in files.items():
                STREAMED[name](_parts(outline, opened.view, partial(_told, tell, name)), file)
    except OSError as error:
        raise unwritten(chosen.to, error) from error
    finally:
        outline.tables.close()
    for name in names:
        print(f"{chosen.to / name}: {EXPORTS[name].about}")
    return True


def _outline(home: Home, adjectives: dict[str, str], names: Sequence[str]) -> Outline | None:
    """The collection as tables, where it has some and they can give what is asked for (nothing named: every file);
    None where its one file has to. Raises DatasetError, ExportError."""
    there = home.built.is_file()
    if there and not (names and set(names) <= STREAMED.keys()):
        return None
    try:
        found = counting(home.built, adjectives)
    except DatasetError:
        if there:
            return None
        raise
    other = [name for name in named(names) if name not in STREAMED] if found and names else []
    if found and other:
        found.tables.close()
        why = "is not made of a collection that has tables alone"
        raise ExportError(why, where=other[0], remedy=f"Choose among: {', '.join(STREAMED)}")
    return found


def _told(tell: Callable[[str], None], name: str, done: int, of: int) -> None:
    tell(f"{name}: {done:,} of {of:,}")


def _parts(outline: Outline, view: View, tell: Callable[[int, int], None]) -> Iterator[Shown]:
    """What ``view`` shows, by date, in parts of ``STORE_PART`` figures."""
    count = questions.shown(outline.tables, Asked(view.filter)).counts.every
    done, told = 0, time.monotonic()
    for catalogue, claims in parts(outline, view.filter, STORE_PART):
        yield Shown(catalogue, claims)
        done += len(claims)
        if time.monotonic() - told > TOLD_EVERY:
            told = time.monotonic()
            tell(done, count)
