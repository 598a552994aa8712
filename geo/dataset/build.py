"""A collection's folder -> its data set: read every article, apply what people decided, link the claims."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from geo import whole
from geo.articles.load import printable
from geo.claims.identity import apart
from geo.claims.links import links
from geo.collections.apply import apply
from geo.collections.decisions import load as load_decisions
from geo.collections.home import Home, default
from geo.collections.records import articles as articles_in
from geo.collections.records import files
from geo.collections.twins import Seen
from geo.dataset.counts import number, tally
from geo.dataset.dating import is_ahead
from geo.dataset.kept import Kept
from geo.dataset.store import About, Collection, Geometry, LeftOut, save
from geo.dataset.store import load as load_collection
from geo.errors import ArticleError, DatasetError
from geo.intake.worker import Worker
from geo.lock import alone
from geo.model import Article, Reading
from geo.model.decision import Decision
from geo.places.gazetteer import Gazetteer
from geo.places.outlines import geometry
from geo.places.service import Service
from geo.reading import read, read_in_processes

GAZETTEER = "gazetteer.sqlite"
DEMONYMS = "demonyms.csv"

WORTH_A_PROCESS = 150
"""Articles; with fewer for each, further processes take longer to start than they save."""
MOST_PROCESSES = 8


@dataclass(slots=True)
class Build:
    """What a build did, file by file, as it goes."""

    tell: Callable[[str], None]
    left_out: list[LeftOut] = field(default_factory=list)

    def refuse(self, error: ArticleError) -> None:
        self.left_out.append(LeftOut(error.where, f"{error.what}. {error.remedy}"))
        self.tell(f"left out: {error}")


def build(
    of: Home | Path, data: Path, tell: Callable[[str], None], service: Service | None = None, *, wait: bool = False
) -> Collection:
    """Build a collection, or the default one whose articles are in a folder, from every article that is there, with
    what people decided about its figures; ``tell`` is given a line of progress for each.

    Links are told and left out. Another build of the collection is an error that says who holds it, or, with ``wait``,
    waited for: it may not have seen what is new.

    ``service`` is asked for place names that the gazetteer lacks; without one nothing leaves this machine, and an
    article that was read before by the same rules is not read again.

    A file that cannot be read is told, kept in the data set's ``left_out``, and does not stop the others. Raises
    DatasetError, with the previous data set untouched, where no article can be read or nothing can be written;
    GazetteerError and LanguageError where there is nothing to read with.
    """
    home = default(of, data) if isinstance(of, Path) else of
    paths = files(home.articles)
    if not paths:
        what = "there is no article"
        raise DatasetError(what, where=str(home.articles), remedy="Put an article's text into this folder")
    gazetteer = Gazetteer.open(data / GAZETTEER)
    with alone(home.built.parent, wait=wait):
        whole.clear(home.built.parent)
        return _built(home, gazetteer, Build(tell), service)


def _built(home: Home, gazetteer: Gazetteer, run: Build, service: Service | None) -> Collection:
    decided = load_decisions(home.decisions)
    articles = list(_articles(files(home.articles), run))
    readings: list[Reading] = []
    taken: set[str] = set()
    with Kept(gazetteer.path.parent, gazetteer.path) as kept:
        for reading in _readings(articles, kept, gazetteer, service):
            readings.append(replace(reading, claims=apart(reading.claims, taken)))
            taken.update(claim.id for claim in readings[-1].claims)
            done, every = (len(found) + len(run.left_out) for found in (readings, articles))
            run.tell(f"{done}/{every} {printable(reading.article.file)}: {summary(reading)}{_late(reading)}")
        kept.forget_others()
    if not readings:
        raise DatasetError("no article could be read", where=str(home.articles), remedy="See the lines above")
    collection = _decided(home, readings, decided, run)
    collection = replace(collection, geometries=_geometries(collection, gazetteer))
    save(collection, home.built)
    return load_collection(home.built)  # what a reader will see, and proof that it can be read


def _decided(home: Home, readings: Sequence[Reading], decided: Sequence[Decision], run: Build) -> Collection:
    """The readings as people decided, with what links their claims."""
    applied = apply(decided, readings)
    found = [(reading.article, claim) for reading in applied.readings for claim in reading.claims]
    return Collection(
        readings=applied.readings,
        links=links(found),
        left_out=tuple(sorted(run.left_out, key=lambda f: f.file)),
        about=About(home.name, home.title, home.standfirst),
        reviews=applied.reviews,
        rejected=applied.rejected,
        unfit=applied.unfit,
    )


def _readings(
    articles: Sequence[Article], kept: Kept, gazetteer: Gazetteer, service: Service | None
) -> Iterator[Reading]:
    """The readings in order: what is kept is taken, the others are read. What a service knows today is not kept."""
    found = [kept.get(article) if service is None else None for article in articles]
    new = _new([article for article, known in zip(articles, found, strict=True) if known is None], gazetteer, service)
    for known in found:
        if known is not None:
            yield known
        else:
            reading = next(new)
            if service is None:
                kept.put(reading)
            yield reading


def _new(articles: Sequence[Article], gazetteer: Gazetteer, service: Service | None) -> Iterator[Reading]:
    """Few articles are read here, many by several processes; a service, which limits its rate, is asked by one."""
    processes = min(MOST_PROCESSES, os.cpu_count() or 1, len(articles) // WORTH_A_PROCESS)
    if service is not None or processes < 2:
        return read(articles, gazetteer, service) if articles else iter(())
    return read_in_processes(articles, gazetteer.path, processes)


def summary(reading: Reading) -> str:
    """One line: how many figures and places, and what was not found."""
    places = {toponym.place.id for toponym in reading.toponyms if toponym.place is not None}
    counts = f"{tally(reading.claims)}, {number(len(places), 'place')}"
    return counts + "".join(f"; {note}" for note in reading.notes)


def _late(reading: Reading) -> str:
    """A warning that stays out of the data set, which is the same on whatever day it is built."""
    day = reading.article.published
    return f"; published on {day}, which is still to come" if is_ahead(day) else ""


def _articles(paths: list[Path], run: Build) -> Iterator[Article]:
    """The articles that can be read; one that is there twice, in whatever format, comes once."""
    seen = Seen()
    with Worker() as worker:
        for found in chain.from_iterable(articles_in(path, worker) for path in paths):
            if isinstance(found, ArticleError):
                run.refuse(found)
                continue
            if twin := seen.before(found):
                run.refuse(ArticleError(f"is the same {twin}", where=found.file, remedy="Keep one of the two"))
                continue
            yield found


def _geometries(collection: Collection, gazetteer: Gazetteer) -> dict[str, Geometry]:
    """What the map can draw: each place that has more than a point, and does not merely stand for its government."""
    toponyms = (toponym for reading in collection.readings for toponym in reading.toponyms)
    drawn = {toponym.place.id for toponym in toponyms if toponym.literal and toponym.place is not None}
    drawn |= {use.place.id for claim in collection.claims for use in claim.all_places}
    shapes = {key: geometry(place, gazetteer) for key, place in collection.places.items() if key in drawn}
    return {key: shape for key, shape in shapes.items() if shape is not None and shape["type"] != "Point"}
