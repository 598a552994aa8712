"""A collection's folder -> its data set: read every article, apply what people decided, link the claims."""

import os
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from geo import whole
from geo.articles.load import printable
from geo.cluster import crew, scheduler
from geo.cluster.progress import Progress
from geo.cluster.shards import Done, Queue, Work
from geo.collections.decisions import edits
from geo.collections.home import Home, default
from geo.collections.records import files
from geo.dataset.assemble import Built, assemble
from geo.dataset.counts import number
from geo.dataset.dating import is_ahead
from geo.dataset.kept import Kept, Known
from geo.dataset.shard import item, work
from geo.dataset.store import Collection, LeftOut
from geo.dataset.store import load as load_collection
from geo.dataset.take import Taking
from geo.errors import ArticleError, DatasetError
from geo.lock import alone
from geo.places.gazetteer import Gazetteer
from geo.places.service import Service

GAZETTEER = "gazetteer.sqlite"
DEMONYMS = "demonyms.csv"

WORTH_A_PROCESS = 150
"""Articles; with fewer for each, further processes take longer to start than they save."""
MOST_PROCESSES = 8
TOLD_EACH = 100
"""Articles that have not changed; of more only their number is told."""
_HERE = 0
"""Workers, where this process reads itself."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who reads: so many ``workers`` on this machine (None: as many as are worth it), or those of a ``cluster``, the
    address of a Dask scheduler. ``service`` is asked for place names that the gazetteer lacks. ``keeps``: the folder
    of what was read, where that is not the gazetteer's."""

    workers: int | None = None
    cluster: str | None = None
    service: Service | None = None
    keeps: Path | None = None


@dataclass(slots=True)
class Build:
    """What a build did, file by file, as it goes."""

    tell: Callable[[str], None]
    left_out: list[LeftOut] = field(default_factory=list)

    def refuse(self, error: ArticleError) -> None:
        self.set_aside(error.where, f"{error.what}. {error.remedy}")

    def set_aside(self, file: str, why: str) -> None:
        self.left_out.append(LeftOut(file, why))
        self.tell(f"left out: {file}: {why}")


def build(
    of: Home | Path, data: Path, tell: Callable[[str], None], service: Service | None = None, *, wait: bool = False
) -> Collection:
    """As ``make``, and the data set that it made, as a reader will see it. ``of`` may be the folder of the default
    collection's articles."""
    home = default(of, data) if isinstance(of, Path) else of
    make(home, data, tell, Hands(service=service), wait=wait)
    return load_collection(home.built)


def make(home: Home, data: Path, tell: Callable[[str], None], hands: Hands = Hands(), *, wait: bool = False) -> Built:
    """Build a collection from every article that is there, with what people decided about its figures; ``tell`` is
    given a line of progress for each.

    Links are told and left out. Another build of the collection is an error that says who holds it, or, with ``wait``,
    waited for: it may not have seen what is new.

    An article that was read before by the same rules is not read again, unless a service is asked: what that knows
    today is not kept. Without a service nothing leaves this machine and its cluster.

    A file that cannot be read is told, kept in the data set's ``left_out``, and does not stop the others. Raises
    DatasetError, with the previous data set untouched, where no article can be read or nothing can be written;
    GazetteerError and LanguageError where there is nothing to read with.
    """
    paths = files(home.articles)
    if not paths:
        what = "there is no article"
        raise DatasetError(what, where=str(home.articles), remedy="Put an article's text into this folder")
    gazetteer = Gazetteer.open(data / GAZETTEER)
    with alone(home.built.parent, wait=wait):
        whole.clear(home.built.parent)
        return _made(home, paths, gazetteer, Build(tell), hands)


def _made(home: Home, paths: Sequence[Path], gazetteer: Gazetteer, run: Build, hands: Hands) -> Built:
    began = _written(home.decisions)
    with Kept(hands.keeps or gazetteer.path.parent, gazetteer.path, forgets=hands.service is not None) as kept:
        taking = Taking(paths, kept, run.refuse, edits(home.decisions))
        known = list(taking.known())
        there = dict(kept.entries([it.key for it in known]))
        read(known, there, taking, run, hands)
        there.update(kept.entries([it.key for it in known if it.key not in there]))
        entries = [(it.traits, there[it.key]) for it in known if it.key in there]
        if not entries and not taking.settled.removed:
            raise DatasetError("no article could be read", where=str(home.articles), remedy="See the lines above")
        if len(entries) > TOLD_EACH:
            run.tell(f"Putting {number(len(entries), 'article')} together")
        made = assemble(home, entries, kept, gazetteer, run.left_out, settled=taking.settled)
        if _written(home.decisions) != began:
            # What was decided meanwhile is newer than this data set, and is seen to be.
            os.utime(home.built, ns=(began, began))
        kept.forget_others()
    return made


def _written(decisions: Path) -> int:
    """When something was decided last, in nanoseconds; 0 where nothing was."""
    try:
        return decisions.stat().st_mtime_ns
    except OSError:
        return 0


def read(known: Sequence[Known], there: Container[bytes], taking: Taking, run: Build, hands: Hands) -> None:
    """See that every article whose key is not ``there`` is kept, but for those that are set aside; tell of each."""
    kept = taking.kept
    missing = {it.key: it for it in known if it.key not in there}
    every = len(known) + len(run.left_out)
    done = every - len(missing)
    same = [it for it in known if it.key not in missing]
    if len(same) > TOLD_EACH:
        run.tell(f"{done:,}/{every:,}: articles that have not changed")
    else:
        for place, it in enumerate(same, start=len(run.left_out) + 1):
            run.tell(_line(f"{place}/{every}", it, kept))
    queue = Queue(item(key, article) for key, article in taking.articles(frozenset(missing)))
    progress = Progress(len(missing), run.tell)
    for shard in _done(queue, len(missing), kept, hands, run.tell) if missing else ():
        kept.put(shard.results)
        for key, _ in shard.results:
            done += 1
            run.tell(_line(f"{done}/{every}", missing[key], kept))
        for fault in shard.faults:
            done += 1
            run.set_aside(fault.name, fault.why)
        progress.add(len(shard.results) + len(shard.faults), queue.again, len(queue.set_aside))
    for fault in queue.set_aside:
        run.set_aside(fault.name, f"{fault.why}. Report this article")


def _done(queue: Queue, count: int, kept: Kept, hands: Hands, tell: Callable[[str], None]) -> Iterator[Done]:
    """Few articles are read here, many by several processes; a service, which limits its rate, is asked by one."""
    if hands.cluster is not None and hands.service is None:
        return scheduler.run(queue, work(kept.rules), hands.cluster, tell)
    workers = _HERE if hands.service is not None else hands.workers
    if workers is None:
        worth = min(MOST_PROCESSES, os.cpu_count() or 1, count // WORTH_A_PROCESS)
        workers = _HERE if worth < 2 else worth
    do = work(kept.rules, kept.gazetteer, hands.service)
    return _here(queue, do) if workers == _HERE else crew.run(queue, do, workers)


def _here(queue: Queue, do: Work) -> Iterator[Done]:
    while (shard := queue.next()) is not None:
        yield do(shard)


def _line(place: str, it: Known, kept: Kept) -> str:
    entry = kept.entry(it.key)
    return f"{place} {printable(it.traits.file)}: {entry.summary if entry else ''}{_late(it.published)}"


def _late(published: date | None) -> str:
    """A warning that stays out of the data set, which is the same on whatever day it is built."""
    return f"; published on {published}, which is still to come" if is_ahead(published) else ""
