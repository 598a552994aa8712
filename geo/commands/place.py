"""Which collection a command works on."""

import argparse
import sys
from contextlib import suppress
from pathlib import Path

from geo.collections.home import Home, named
from geo.sharing import link

ROOT = Path(__file__).resolve().parents[2]


def folders(parser: argparse.ArgumentParser) -> None:
    """The options that say where things are."""
    parser.add_argument("--collection", metavar="NAME", help="a collection of its own; default the one of seeds/")
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds", metavar="DIR", help="where the articles are")
    parser.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR", help="where the data sets are")


def home(chosen: argparse.Namespace) -> Home:
    """Raises DatasetError where there is no such collection."""
    return named(chosen.collection, chosen.seeds, chosen.data)


def home_of_view(chosen: argparse.Namespace) -> Home:
    """The collection that is named, or else the one that the link of --view is of. Raises DatasetError."""
    if chosen.view and not chosen.collection:
        with suppress(ValueError):  # too many parameters; what opens the link says so
            return named(link.collection_of(chosen.view), chosen.seeds, chosen.data)
    return home(chosen)


def tell(line: str) -> None:
    with suppress(OSError):  # nobody to tell is no reason to stop
        print(line, file=sys.stderr, flush=True)
