"""Build a collection, with tables beside it where it has too many figures for one file."""

from collections.abc import Callable
from pathlib import Path

from geo.collections.home import Home
from geo.dataset import build
from geo.dataset.assemble import Built
from geo.dataset.build import Hands
from geo.limits import STORE_FIGURES
from geo.store.write import put_built

OWN = Hands()


def make(home: Home, data: Path, tell: Callable[[str], None], hands: Hands = OWN, *, wait: bool = False) -> Built:
    """As ``geo.dataset.build.make``, which tells what it raises."""
    made = build.make(home, data, tell, hands, wait=wait)
    if made.count >= STORE_FIGURES:
        put_built(made.entries, made.links, made.rest, home.built)
    return made
