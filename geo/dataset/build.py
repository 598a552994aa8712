"""``seeds/`` -> ``data/collection.json``: read every article, link the claims, keep the geometry of their places."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from geo import whole
from geo.articles.load import load, printable
from geo.claims.identity import apart
from geo.claims.links import links
from geo.dataset.counts import number, tally
from geo.dataset.dating import is_ahead
from geo.dataset.lock import alone
from geo.dataset.store import Collection, Geometry, LeftOut, save
from geo.dataset.store import load as load_collection
from geo.errors import ArticleError, DatasetError
from geo.model import Article, Reading
from geo.places.gazetteer import Gazetteer
from geo.places.outlines import geometry
from geo.places.service import Service
from geo.reading import read, read_in_processes

GAZETTEER = "gazetteer.sqlite"
COLLECTION, DEMONYMS = "collection.json", "demonyms.csv"
CARD = "ORIGIN.md"
"""The one file of ``seeds`` beside articles: where they come from."""

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


def build(seeds: Path, data: Path, tell: Callable[[str], None], service: Service | None = None) -> Collection:
    """Build the data set from every ``.txt`` file in ``seeds``; ``tell`` is given a line of progress for each.

    Files of other kinds, and links, are told and left out.

    ``service`` is asked for place names that the gazetteer lacks; without one nothing leaves this machine.

    A file that cannot be read is told, kept in the data set's ``left_out``, and does not stop the others. Raises
    DatasetError, with the previous data set untouched, where no article can be read or nothing can be written;
    GazetteerError and LanguageError where there is nothing to read with.
    """
    paths = sorted(path for path in seeds.glob("*") if _is_named(path))
    if not any(map(_is_text, paths)):
        raise DatasetError("there is no .txt file", where=str(seeds), remedy="Put an article's text into this folder")
    gazetteer = Gazetteer.open(data / GAZETTEER)
    with alone(data):
        whole.clear(data)
        return _built(paths, gazetteer, data, Build(tell), service)


def _is_text(path: Path) -> bool:
    return path.suffix.casefold() == ".txt"


def _is_named(path: Path) -> bool:
    """Whether a build says something about a file of ``seeds``: hidden ones, folders and the origin card are let be."""
    is_other = path.name == CARD or (path.is_dir() and not _is_text(path))
    return not path.name.startswith(".") and not is_other


def _built(paths: list[Path], gazetteer: Gazetteer, data: Path, run: Build, service: Service | None) -> Collection:
    readings: list[Reading] = []
    taken: set[str] = set()
    for reading in _readings(paths, run, gazetteer, service):
        readings.append(replace(reading, claims=apart(reading.claims, taken)))
        taken.update(claim.id for claim in readings[-1].claims)
        done, file = len(readings) + len(run.left_out), printable(reading.article.file)
        run.tell(f"{done}/{len(paths)} {file}: {summary(reading)}{_late(reading)}")
    if not readings:
        raise DatasetError("no article could be read", where=str(paths[0].parent), remedy="See the lines above")
    found = [(reading.article, claim) for reading in readings for claim in reading.claims]
    collection = Collection(
        readings=tuple(readings), links=links(found), left_out=tuple(sorted(run.left_out, key=lambda f: f.file))
    )
    collection = replace(collection, geometries=_geometries(collection, gazetteer))
    save(collection, data / COLLECTION)
    return load_collection(data / COLLECTION)  # what a reader will see, and proof that it can be read


def _readings(paths: list[Path], run: Build, gazetteer: Gazetteer, service: Service | None) -> Iterator[Reading]:
    """Few articles are read here, many by several processes; a service, which limits its rate, is asked by one."""
    processes = min(MOST_PROCESSES, os.cpu_count() or 1, len(paths) // WORTH_A_PROCESS)
    if service is not None or processes < 2:
        return read(_articles(paths, run), gazetteer, service)
    return read_in_processes(list(_articles(paths, run)), gazetteer.path, processes)


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
    """The articles that can be read; a text that is there twice comes once."""
    seen: dict[str, str] = {}
    for path in paths:
        if not _is_text(path):
            run.refuse(ArticleError("is no .txt file", where=printable(path.name), remedy="Rename it to end in .txt"))
            continue
        try:
            article = load(path, links=False)
        except ArticleError as error:
            run.refuse(error)
            continue
        if (twin := seen.setdefault(article.sha256, article.file)) != article.file:
            run.refuse(ArticleError(f"is the same text as {twin}", where=article.file, remedy="Keep one of the two"))
            continue
        yield article


def _geometries(collection: Collection, gazetteer: Gazetteer) -> dict[str, Geometry]:
    """What the map can draw: each place that has more than a point, and does not merely stand for its government."""
    toponyms = (toponym for reading in collection.readings for toponym in reading.toponyms)
    drawn = {toponym.place.id for toponym in toponyms if toponym.literal and toponym.place is not None}
    drawn |= {use.place.id for claim in collection.claims for use in claim.all_places}
    shapes = {key: geometry(place, gazetteer) for key, place in collection.places.items() if key in drawn}
    return {key: shape for key, shape in shapes.items() if shape is not None and shape["type"] != "Point"}
