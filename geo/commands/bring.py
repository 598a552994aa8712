"""``geo new`` and ``geo add``: make a collection, and bring articles of any format into one."""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from geo.articles.load import printable
from geo.collections.bundle import Bundle
from geo.collections.decisions import edits
from geo.collections.home import Home, describe, new
from geo.collections.particulars import Particular, checked, taken_out
from geo.collections.records import Kept, added_before, keep, lying
from geo.commands import made
from geo.commands.bar import Bar
from geo.commands.handed import bundle, put
from geo.commands.place import folders, home
from geo.dataset.build import GAZETTEER
from geo.dataset.hashed import Hashed
from geo.dataset.kept import Kept as Readings
from geo.errors import DatelineError
from geo.intake.fetch import Web, is_address
from geo.intake.pages import take_address
from geo.intake.take import Taken, found_in, take
from geo.intake.worker import Worker
from geo.wording.claims import number

_OPTION = "--collection"
_FAR = re.compile(r"([\d,]+)/([\d,]+)")
"""How a line of a build begins: so many of so many."""


def declare_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a to z, digits and hyphens: a folder and a part of an address")
    parser.add_argument("--title", default="", help="its headline; default: what its figures are about")
    parser.add_argument("--standfirst", default="", help="a sentence under the headline")
    parser.add_argument("--data", type=Path, default=None, metavar="DIR", help=argparse.SUPPRESS)


def make(chosen: argparse.Namespace, data: Path) -> int:
    made = new(chosen.name, chosen.data or data, title=chosen.title, standfirst=chosen.standfirst)
    print(f"{made.name}: an empty collection. Add articles: python -m geo add PATH {_OPTION} {made.name}")
    return 0


def declare_title(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("title", metavar="HEADLINE", help='"" for one that is made of the figures')
    parser.add_argument("--standfirst", default="", help="a sentence under the headline")
    folders(parser)


def title(chosen: argparse.Namespace) -> int:
    """Saved, and on the page at once where there is a data set."""
    where = describe(home(chosen), title=chosen.title, standfirst=chosen.standfirst)
    print(f"saved: {where.title or 'the headline is made of the figures'}")
    if where.built.exists():
        made.make(where, chosen.data, lambda _: None, wait=True)
    return 0


def declare_add(parser: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    told = "files of any format, folders of them, and addresses of pages, files and feeds"
    parser.add_argument("paths", nargs="+", type=_path, metavar="PATH|ADDRESS", help=told)
    parser.add_argument("--published", type=day, metavar="DATE", help="publication date of those that tell none")
    parser.add_argument("--author", metavar="NAMES", help='who signed those that do not say; several parted by ";"')
    parser.add_argument("--no-build", action="store_true", help="only put them by; python -m geo build reads them")
    folders(parser)


def _path(words: str) -> str:
    """Not "", which would be the folder that one happens to stand in: a shell gives it for a name that is not set."""
    if not words:
        raise argparse.ArgumentTypeError("is empty; give a file, a folder (. for this one) or an address")
    return words


def add(chosen: argparse.Namespace) -> int:
    """0 where everything was taken, 1 where something was not; what was taken counts all the same."""
    where = home(chosen)
    web, wanted = Web(), list(_wanted(chosen.paths))
    counts: Counter[Kept] = Counter()
    refused, undated, decided = 0, 0, 0
    new: set[str] = set()
    there, gone, bar = _lying(where, chosen.data), taken_out(edits(where.decisions)), Bar()
    with Worker() as worker:
        for place, one in enumerate(wanted, start=1):
            done: Counter[Kept] = Counter()
            name = printable(one.name if isinstance(one, Path) else one)
            bar.show(place - 1, len(wanted), name)
            handed = bundle(one, worker) if isinstance(one, Path) else None
            for found in _taken(one, handed, web, worker):
                if isinstance(found, DatelineError):
                    refused += 1
                    bar.tell(f"not taken: {found}")
                else:
                    if why := gone.get(found.document.sha256):
                        id_ = found.document.sha256[:12]
                        bar.tell(f"{printable(found.article.file)}: {why}. Bring it back: python -m geo undo {id_}")
                    kept = _put(found, chosen, where, there)
                    done[kept] += 1
                    bar.show(place - 1, len(wanted), f"{name}: {number(done.total(), 'article')}")
                    new |= {printable(found.article.file)} if kept is not Kept.SAME else set()
                    before = added_before(found.document, where.articles)
                    undated += not (found.article.published or chosen.published or (before and before.given))
            counts += done
            decided += (saved := put(handed, where) if handed else 0)
            bar.tell(f"{place}/{len(wanted)} {name}: {_told(done, saved)}")
    print(_summary(counts, refused, undated))
    if (counts or decided) and not chosen.no_build:
        built = made.make(home(chosen), chosen.data, lambda line: _of(new, line, bar), wait=True)
        bar.clear()
        print(built if decided or not counts[Kept.NEW] else f"{built}; none of the new ones is checked yet")
    return 1 if refused or not (counts or decided) else 0


def _lying(where: Home, data: Path) -> frozenset[str]:
    gazetteer = data / GAZETTEER
    if not gazetteer.exists():  # nothing was built beside it, and so nothing is known of the files
        return lying(where.articles)
    with Readings(data, gazetteer) as kept:
        return lying(where.articles, Hashed(where.articles, kept).sha256)


def _wanted(asked: list[str]) -> Iterator[Path | str]:
    """The files, those in folders included, and the addresses, in the order in which they were given."""
    for name in asked:
        if is_address(name):
            yield name
        else:
            yield from found_in([Path(name)])


def _put(found: Taken, chosen: argparse.Namespace, where: Home, there: frozenset[str]) -> Kept:
    article, document = found.article, found.document
    if document.sha256 in there:
        return Kept.SAME
    if chosen.author and not (article.author or article.agency):
        document = replace(document, author=checked(Particular.AUTHOR, chosen.author))
    return keep(document, chosen.published if article.published is None else None, where.articles)


def _taken(one: Path | str, handed: Bundle | None, web: Web, worker: Worker) -> Iterator[Taken | DatelineError]:
    if handed is not None:
        yield from handed.articles
        yield from handed.refused
    else:
        yield from take(one, worker) if isinstance(one, Path) else take_address(one, web, worker)


def _told(done: Counter[Kept], decided: int) -> str:
    parts = [f"{count} {kind}" for kind, count in done.items()]
    parts += [number(decided, "decision")] if decided else []
    return ", ".join(parts) or "nothing in it was taken"


def _of(new: set[str], line: str, bar: Bar) -> None:
    """Tell a line of the build where it is about an article that was just added, or one that cannot be read; of others
    the bar shows how far it is."""
    place, _, about = line.partition(" ")
    if any(about.startswith(f"{file}: ") for file in new) or line.startswith("left out"):
        bar.tell(line)
    if far := _FAR.match(place):
        done, every = (int(it.replace(",", "")) for it in far.groups())
        bar.show(done, every, "read")


def _summary(counts: Counter[Kept], refused: int, undated: int) -> str:
    parts = [f"{counts[kind]} {kind}" for kind in Kept if counts[kind] or kind is Kept.NEW]
    parts += [f"{refused} not taken"] if refused else []
    undated_ = f"; {undated} without a date: add them again with --published DATE" if undated else ""
    return f"Articles: {', '.join(parts)}{undated_}"
