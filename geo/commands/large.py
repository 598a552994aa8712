"""``python -m geo export`` of a large collection: its tables are read and written a part at a time, and its pictures
count groups of figures."""

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
from geo.limits import STORE_FIGURES, STORE_PART
from geo.sharing import link
from geo.sharing.export import EXPORTS, named, unwritten
from geo.sharing.many import GROUPED
from geo.sharing.picture.dress import Dress, Size
from geo.sharing.shown import Shown
from geo.sharing.stream import STREAMED
from geo.sharing.view import View
from geo.store import questions
from geo.store.catalogue import Outline, counting
from geo.store.groups import many
from geo.store.parts import parts
from geo.store.where import Asked

TOLD_EVERY = 5.0
"""Seconds between two lines that say how far an export is."""


def exported(chosen: argparse.Namespace, tell: Callable[[str], None]) -> bool:
    """Do what ``export`` was asked for, where the collection has tables that can give it, and say so; else do nothing.

    All files are written, or none. Raises ExportError where that cannot be done, DatasetError where the tables do not
    answer.
    """
    home = home_of_view(chosen)
    outline = _outline(home, adjectives(chosen.data / DEMONYMS), chosen.files)
    if outline is None:
        return False
    opened = link.opened(chosen.view, outline)
    if home.built.is_file() and GROUPED.keys() & set(chosen.files) and _count(outline, opened.view) < STORE_FIGURES:
        outline.tables.close()
        return False  # so few are drawn one by one
    if opened.notice:
        tell(opened.notice)
    try:
        with ExitStack() as stack:
            names = chosen.files or [*STREAMED, *GROUPED]
            files = {name: stack.enter_context(whole.writing(chosen.to / name)) for name in names}
            dress = Dress(Size(getattr(chosen, "size", Size.WEB)), chosen.title, chosen.standfirst)
            for name, file in files.items():
                if name in STREAMED:
                    STREAMED[name](_parts(outline, opened.view, partial(_told, tell, name)), file)
                else:
                    file.write(GROUPED[name](many(outline, opened.view.filter), opened.view.camera, dress))
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
    there, given = home.built.is_file(), STREAMED.keys() | GROUPED.keys()
    if there and not (names and set(names) <= given):
        return None
    try:
        found = counting(home.built, adjectives)
    except DatasetError:
        if there:
            return None
        raise
    other = [name for name in named(names) if name not in given] if found and names else []
    if found and other:
        found.tables.close()
        why = "is not made of a collection that has tables alone"
        raise ExportError(why, where=other[0], remedy=f"Choose among: {', '.join([*STREAMED, *GROUPED])}")
    return found


def _count(outline: Outline, view: View) -> int:
    return questions.shown(outline.tables, Asked(view.filter)).counts.every


def _told(tell: Callable[[str], None], name: str, done: int, of: int) -> None:
    tell(f"{name}: {done:,} of {of:,}")


def _parts(outline: Outline, view: View, tell: Callable[[int, int], None]) -> Iterator[Shown]:
    """What ``view`` shows, by date, in parts of ``STORE_PART`` figures."""
    count = _count(outline, view)
    done, told = 0, time.monotonic()
    for catalogue, claims in parts(outline, view.filter, STORE_PART):
        yield Shown(catalogue, claims)
        done += len(claims)
        if time.monotonic() - told > TOLD_EVERY:
            told = time.monotonic()
            tell(done, count)
