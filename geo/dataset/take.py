"""The articles of a folder, each once: of files that have not changed, without a look at their texts."""

from collections.abc import Callable, Iterator, Sequence, Set
from pathlib import Path

from geo.collections.records import added
from geo.collections.records import articles as articles_in
from geo.collections.twins import Seen, traits
from geo.dataset.kept import Kept, Known
from geo.errors import ArticleError
from geo.intake.worker import Worker
from geo.limits import INTAKE_FILE_BYTES
from geo.model import Article

_HELD = 20_000_000
"""Characters of articles that were just taken and are held until they are read; others are taken again."""
_TOGETHER = 200
"""Files that are kept in one go: as many may be taken again after a kill, which takes a tenth of a second."""


class Taking:
    """The articles of ``paths``; ``refuse`` is given what is none, and what is there twice."""

    def __init__(self, paths: Sequence[Path], kept: Kept, refuse: Callable[[ArticleError], None]) -> None:
        self._paths = paths
        self._kept = kept
        self._refuse = refuse
        self._held: dict[bytes, Article] = {}
        self._size = 0
        self._where: dict[bytes, Path] = {}
        self._taken: list[tuple[bytes, tuple[Known, ...]]] = []

    def known(self) -> Iterator[Known]:
        """Every article, in order; one that is there twice, in whatever format, comes once."""
        seen = Seen()
        with Worker() as worker:
            for path in self._paths:
                for found in self._in(path, worker):
                    if isinstance(found, ArticleError):
                        self._refuse(found)
                    elif twin := seen.before(found.traits):
                        where = found.traits.file
                        self._refuse(ArticleError(f"is the same {twin}", where=where, remedy="Keep one of the two"))
                    else:
                        self._where[found.key] = path
                        yield found
        self._put()

    def articles(self, keys: Set[bytes]) -> Iterator[tuple[bytes, Article]]:
        """The articles with these ``keys``, in order, as they are asked for."""
        of_path: dict[Path, list[bytes]] = {}
        for key, path in self._where.items():
            if key in keys:
                of_path.setdefault(path, []).append(key)
        with Worker() as worker:
            for path, wanted in of_path.items():
                if all(key in self._held for key in wanted):
                    yield from ((key, self._held.pop(key)) for key in wanted)
                    continue
                left = set(wanted)
                for found in articles_in(path, worker):
                    if isinstance(found, Article) and (key := self._kept.key(found)) in left:
                        left.discard(key)
                        yield key, found

    def _in(self, path: Path, worker: Worker) -> Iterator[Known | ArticleError]:
        """What is in a file. What could not be taken is tried again by the next build."""
        file = self._key(path)
        if file is not None and (before := self._kept.articles(file)) is not None:
            yield from before
            return
        whole = True
        taken: list[Known] = []
        for found in articles_in(path, worker):
            if isinstance(found, ArticleError):
                whole = False
                yield found
                continue
            taken.append(Known(self._kept.key(found), found.published, traits(found, added(path))))
            self._hold(taken[-1].key, found)
            yield taken[-1]
        if file is not None and whole:
            self._taken.append((file, tuple(taken)))
            if len(self._taken) == _TOGETHER:
                self._put()

    def _put(self) -> None:
        self._kept.put_articles(self._taken)
        self._taken = []

    def _key(self, path: Path) -> bytes | None:
        """None for what is no file that could be an article."""
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > INTAKE_FILE_BYTES:
                return None
            return self._kept.file_key(path.name, path.read_bytes())
        except OSError:
            return None

    def _hold(self, key: bytes, article: Article) -> None:
        if self._size < _HELD and not self._kept.has(key):
            self._held[key] = article
            self._size += len(article.text)
