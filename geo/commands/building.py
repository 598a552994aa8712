"""``geo build``: read a collection's articles and write its data set."""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from geo.collections.home import Home, at
from geo.commands.made import make
from geo.commands.place import folders, home, tell
from geo.dataset.build import Hands
from geo.dataset.over import make_over
from geo.places.nominatim import nominatim
from geo.places.service import Service


def declare(builder: argparse.ArgumentParser) -> None:
    folders(builder)
    told = "write the data set there, without decisions: to look at articles before they count"
    builder.add_argument("--to", type=Path, metavar="FILE", help=told)
    hands = builder.add_mutually_exclusive_group()
    told = "read by so many processes of this machine; default as many as are worth it"
    hands.add_argument("--workers", type=_count, metavar="N", help=told)
    hands.add_argument("--cluster", metavar="ADDRESS", help="read by the workers of a Dask scheduler, tcp://HOST:8786")
    builder.add_argument("--wait", action="store_true", help="wait while another build holds the folder")
    # What the page asks for a visitor's own copy: its folder, what it stands over, and where what is read is kept.
    builder.add_argument("--own", type=Path, help=argparse.SUPPRESS)
    builder.add_argument("--over", type=Path, help=argparse.SUPPRESS)
    builder.add_argument("--keeps", type=Path, help=argparse.SUPPRESS)


def build(chosen: argparse.Namespace) -> int:
    if chosen.own:
        print(make_over(replace(at(chosen.own), name=chosen.collection or ""), chosen.over, chosen.data, tell))
        return 0
    behind = nominatim(os.environ)
    service = Service(behind, tell) if behind is not None else None
    where = _looked_at(chosen) if chosen.to else home(chosen)
    hands = Hands(chosen.workers, chosen.cluster, service, chosen.keeps)
    print(make(where, chosen.data, tell, hands, wait=chosen.wait))
    return 0


def _looked_at(chosen: argparse.Namespace) -> Home:
    return Home("", chosen.seeds, chosen.to, chosen.to.with_name(f"{chosen.to.name}.decisions"))


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of workers; give 1 to 1000")
    return int(text)
