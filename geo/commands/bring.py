"""``geo new`` and ``geo add``: make a collection, and bring articles of any format into one."""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from geo.articles.load import printable
from geo.collections.home import Home, new
from geo.collections.records import Kept, keep, lying
from geo.commands import made
from geo.commands.place import folders, home, tell
from geo.errors import ArticleError, DatasetError
from geo.intake.take import Taken, found_in, take
from geo.intake.worker import Worker

_OPTION = "--collection"


def declare_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a to z, digits and hyphens: a folder and a part of an address")
    parser.add_argument("--title", default="", help="its headline; default: what its figures are about")
    parser.add_argument("--standfirst", default="", help="a sentence under the headline")
    parser.add_argument("--data", type=Path, default=None, metavar="DIR", help=argparse.SUPPRESS)


def make(chosen: argparse.Namespace, data: Path) -> int:
    made = new(chosen.name, chosen.data or data, title=chosen.title, standfirst=chosen.standfirst)
    print(f"{made.name}: an empty collection. Add articles: python -m geo add PATH {_OPTION} {made.name}")
    return 0


def declare_add(parser: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files of any format, and folders of them")
    parser.add_argument("--published", type=day, metavar="DATE", help="publication date of those that tell none")
    parser.add_argument("--no-build", action="store_true", help="only put them by; python -m geo build reads them")
    folders(parser)


def add(chosen: argparse.Namespace) -> int:
    """0 where everything was taken, 1 where something was not; what was taken counts all the same."""
    where = home(chosen)
    wanted = list(_paths(chosen.paths))
    counts: Counter[Kept] = Counter()
    refused, undated = 0, 0
    new: set[str] = set()
    there = lying(where.articles)
    with Worker() as worker:
        for place, path in enumerate(wanted, start=1):
            done: Counter[Kept] = Counter()
            for found in take(path, worker):
                if isinstance(found, ArticleError):
                    refused += 1
                    tell(f"not taken: {found}")
                else:
                    kept = _put(found, chosen.published, where, there)
                    done[kept] += 1
                    new |= {printable(found.article.file)} if kept is not Kept.SAME else set()
                    undated += found.article.published is None and chosen.published is None
            counts += done
            tell(f"{place}/{len(wanted)} {printable(path.name)}: {_told(done)}")
    print(_summary(counts, refused, undated))
    if counts and not chosen.no_build:
        built = made.make(where, chosen.data, lambda line: _of(new, line), wait=True)
        print(f"{built}; none of the new ones is checked yet")
    return 1 if refused or not counts else 0


def _paths(asked: list[str]) -> Iterator[Path]:
    for name in asked:
        if name.startswith(("http://", "https://")):
            remedy = "Save its page in the browser and add the file"
            raise DatasetError("is an address, and addresses are not fetched", where=name[:80], remedy=remedy)
    yield from found_in([Path(name) for name in asked])


def _put(found: Taken, given: date | None, where: Home, there: frozenset[str]) -> Kept:
    if found.document.sha256 in there:
        return Kept.SAME
    return keep(found.document, given if found.article.published is None else None, where.articles)


def _told(done: Counter[Kept]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in done.items()) or "nothing in it was taken"


def _of(new: set[str], line: str) -> None:
    """Tell a line of the build where it is about an article that was just added, or one that cannot be read."""
    about = line.partition(" ")[2]
    if any(about.startswith(f"{file}: ") for file in new) or line.startswith("left out"):
        tell(line)


def _summary(counts: Counter[Kept], refused: int, undated: int) -> str:
    parts = [f"{counts[kind]} {kind}" for kind in Kept if counts[kind] or kind is Kept.NEW]
    parts += [f"{refused} not taken"] if refused else []
    undated_ = f"; {undated} without a date: add them again with --published DATE" if undated else ""
    return f"Articles: {', '.join(parts)}{undated_}"
