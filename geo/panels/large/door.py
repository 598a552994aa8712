"""The way to the page of a large collection, which loads what it needs only where there is one."""

from collections.abc import Callable
from pathlib import Path

from geo.collections.home import Home
from geo.panels.desk import room
from geo.panels.desk.reloading import part
from geo.panels.page import stamp
from geo.store import manifest


def shown(home: Home, seeds: Path, data: Path, enter: Callable[[str], None] | None) -> bool:
    """Show ``home`` where tables are what counts of it, and say whether they are; the desk has all of it in memory.

    Raises DatasetError where nothing of it can be read.
    """
    tables = manifest.beside(home.built) / manifest.NAME
    found = stamp(tables)
    if not found or (enter and part()):
        return False
    from geo.panels.large import page, source  # noqa: PLC0415 - no other page waits for DuckDB

    if (outline := source.outline(home.built, data / "demonyms.csv")) is None:
        return False
    page.render(outline, room.homes(seeds, data), enter, lambda: stamp(tables) != found)
    return True
