"""Article -> Reading: the whole way from text to placed claims, for one article or a stream of them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import repeat, tee
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from geo.claims.extract import claims
from geo.errors import LanguageError
from geo.language import Passage, all_passages
from geo.model import Article, Claim, Reading, Toponym
from geo.places.gazetteer import Gazetteer
from geo.places.service import Service
from geo.places.toponyms import toponyms

_AT_ONCE = 16
"""Articles handed to a process at a time: enough to be parsed together, few enough to be told of as they are done."""


def read(articles: Iterable[Article], gazetteer: Gazetteer, service: Service | None = None) -> Iterator[Reading]:
    """Read ``articles`` one at a time, in order; ``service`` is asked for names that the gazetteer lacks.

    Raises LanguageError where there is no language model.
    """
    these, parsed = tee(articles)
    for article, passages in zip(these, all_passages(parsed), strict=True):
        yield _read(article, passages, gazetteer, service)


def read_in_processes(articles: Sequence[Article], gazetteer: Path, processes: int) -> Iterator[Reading]:
    """As ``read``, with the same readings in the same order, in so many new processes that open ``gazetteer`` each.

    Each takes some seconds to start and 450 MB, and ends with this process, however that ends. Raises LanguageError
    where one of them is ended from outside.
    """
    with ProcessPoolExecutor(processes, get_context("spawn"), _end_with_parent) as pool:
        some = [articles[at : at + _AT_ONCE] for at in range(0, len(articles), _AT_ONCE)]
        try:
            for readings in pool.map(_read_some, some, repeat(gazetteer)):
                yield from readings
        except BrokenProcessPool as error:
            raise LanguageError(
                "a process that read articles was ended from outside",
                where="reading",
                remedy="Close what needs much memory and run it again",
            ) from error


def _end_with_parent() -> None:
    """End this process when the one that started it has ended: a killed build leaves nobody behind."""

    def watch() -> None:
        if (parent := parent_process()) is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, name="watches the build", daemon=True).start()


def _read_some(articles: Sequence[Article], gazetteer: Path) -> list[Reading]:
    return list(read(articles, _opened(gazetteer)))


@cache
def _opened(gazetteer: Path) -> Gazetteer:
    """The gazetteer of a process, opened once."""
    return Gazetteer.open(gazetteer)


def _read(article: Article, passages: Sequence[Passage], gazetteer: Gazetteer, service: Service | None) -> Reading:
    named = toponyms(article, tuple(passages), gazetteer)
    if service is not None:
        named = service.locate(named)
    found = claims(article, passages, named, gazetteer)
    return Reading(article, named, found.claims, tuple(_notes(article, named, found.claims)), found.others)


def _notes(article: Article, named: Sequence[Toponym], found: Sequence[Claim]) -> Iterator[str]:
    """What a reader would look for and not find."""
    if article.published is None:
        yield "no publication date: dates such as “last week” stay unknown (put a date line at the head of the text)"
    if article.url is None:
        yield "no address"
    if article.publisher is None and article.agency is None:
        yield "no publisher or agency"
    if not found:
        yield "no figure about people"
    nowhere = sorted({toponym.text for toponym in named if toponym.place is None})
    if nowhere:
        yield "not located: " + ", ".join(nowhere)
    placeless = [claim.quantity.words for claim in found if not claim.places]
    if placeless:
        yield "figure without a place: " + ", ".join(placeless)
