"""Build a collection, with tables beside it where it has too many figures for one file."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.collections.home import Home
from geo.dataset import build
from geo.dataset.assemble import Built
from geo.dataset.build import Hands
from geo.limits import STORE_FIGURES
from geo.store.write import put_built

OWN = Hands()
_THINGS = 500_000
"""That are made between two looks for what nobody needs; some tens of megabytes. Of 10,000 articles that are kept, 3
looks in place of 298 take a twentieth of a second in place of a fifth."""


def make(home: Home, data: Path, tell: Callable[[str], None], hands: Hands = OWN, *, wait: bool = False) -> Built:
    """As ``geo.dataset.build.make``, which tells what it raises."""
    with _unwatched():
        made = build.make(home, data, tell, hands, wait=wait)
        if made.count >= STORE_FIGURES:
            tell(f"Making the tables of {made.claims}")
            put_built(made.entries, made.links, made.rest, home.built)
    return made


@contextmanager
def _unwatched() -> Iterator[None]:
    """What a build makes stays until its end: Python need not walk through all of it for each 700 things more."""
    before = gc.get_threshold()
    gc.set_threshold(_THINGS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
