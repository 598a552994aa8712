"""What a worker does with a shard of articles: read it into entries, as they are kept."""

import sys
import time
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

import msgspec

from geo.cluster.shards import Done, Fault, Item, Shard, Work
from geo.dataset.entry import entry_of
from geo.dataset.kept import rules
from geo.errors import ArticleError, DatasetError, DatelineError
from geo.model import Article
from geo.places.gazetteer import DEFAULT, Gazetteer
from geo.places.service import Service
from geo.reading import read


def item(key: bytes, article: Article) -> Item:
    return Item(key, article.file, msgspec.msgpack.encode(article))


def work(by: str, gazetteer: Path | None = None, service: Service | None = None) -> Work:
    """How a worker reads, by the rules ``by``; without a ``gazetteer`` by the one of its own project."""
    return partial(_read_shard, by=by, gazetteer=gazetteer, service=service)


def _read_shard(shard: Shard, by: str, gazetteer: Path | None, service: Service | None) -> Done:
    """Articles that cannot be read together are read alone; one that then cannot be read either is a fault.

    Raises DatasetError where this worker would read by other rules.
    """
    begun = time.process_time()
    known = _opened(gazetteer or DEFAULT)
    if rules(known.path) != by:
        what = "reads by other rules than the build that asks it"
        raise DatasetError(what, where="a worker", remedy="Give all the same version of the project and its data")
    try:
        results, faults = _entries(shard.items, known, service), list[Fault]()
    except DatelineError as error:
        if not isinstance(error, ArticleError):
            raise
        results, faults = _each(shard.items, known, service)
    except Exception:  # noqa: BLE001 -- one of them is to blame: which one, and for what, is seen when each is alone
        results, faults = _each(shard.items, known, service)
    return Done(tuple(results), tuple(faults), time.process_time() - begun, _peak())


def _entries(items: Sequence[Item], known: Gazetteer, service: Service | None) -> list[tuple[bytes, bytes]]:
    articles = [msgspec.msgpack.decode(it.content, type=Article) for it in items]
    readings = read(articles, known, service)
    return [
        (it.key, msgspec.msgpack.encode(entry_of(reading, it.key))) for it, reading in zip(items, readings, strict=True)
    ]


def _each(
    items: Sequence[Item], known: Gazetteer, service: Service | None
) -> tuple[list[tuple[bytes, bytes]], list[Fault]]:
    results, faults = [], []
    for it in items:
        try:
            results += _entries([it], known, service)
        except ArticleError as error:
            faults.append(Fault(it.name, f"{error.what}. {error.remedy}"))
        except DatelineError:
            raise
        except Exception as error:  # noqa: BLE001 -- an article that nobody foresaw is no reason to lose the others
            faults.append(Fault(it.name, f"cannot be read ({type(error).__name__}: {error}). Report this article"))
    return results, faults


@cache
def _opened(gazetteer: Path) -> Gazetteer:
    """The gazetteer of a process, opened once."""
    return Gazetteer.open(gazetteer)


def _peak() -> float:
    """Megabytes (10^6 bytes) that this process holds at its peak; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 -- Windows has none

    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes on macOS, kB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
