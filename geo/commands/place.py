"""Which collection a command works on, and who is at the keyboard."""

import argparse
import getpass
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from geo.collections.home import Home, named

ROOT = Path(__file__).resolve().parents[2]
EDITOR = "DATELINE_EDITOR"
"""The variable that names who decides, where the system's name for them is not the one to be shown."""


def folders(parser: argparse.ArgumentParser) -> None:
    """The options that say where things are."""
    parser.add_argument("--collection", metavar="NAME", help="a collection of its own; default the one of seeds/")
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds", metavar="DIR", help="where the articles are")
    parser.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR", help="where the data sets are")


def home(chosen: argparse.Namespace) -> Home:
    """Raises DatasetError where there is no such collection."""
    return named(chosen.collection, chosen.seeds, chosen.data)


def editor(environment: Mapping[str, str] = os.environ) -> str:
    """Who decides: the name that the environment gives, else the one that the system knows."""
    if name := " ".join(environment.get(EDITOR, "").split()):
        return name[:100]
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user without a name
        return "unknown"


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
