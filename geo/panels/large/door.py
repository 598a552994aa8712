"""The way to the page of a large collection, which loads what it needs only where there is one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from geo.collections.home import Home
from geo.store import manifest


def shown(home: Home, homes: Callable[[], Sequence[Home]], demonyms: Path, *, editing: bool) -> bool:
    """Show ``home`` where tables are what counts of it, and say whether they are.

    Raises DatasetError where nothing of it can be read.
    """
    if not (manifest.beside(home.built) / manifest.NAME).is_file():
        return False
    from geo.panels.large import page, source  # noqa: PLC0415 - no other page waits for DuckDB

    if (outline := source.outline(home.built, demonyms)) is None:
        return False
    page.render(outline, homes(), editing=editing)
    return True
