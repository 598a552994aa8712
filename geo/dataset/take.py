"""The articles of a folder, each once: of files that have not changed, without a look at their texts."""

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import msgspec

from geo.collections.fitting import fitting, of_traits
from geo.collections.particulars import Edit, dated, mended, removed
from geo.collections.records import added
from geo.collections.records import articles as articles_in
from geo.collections.twins import Seen, traits
from geo.dataset.hashed import Hashed
from geo.dataset.kept import Kept, Known
from geo.errors import ArticleError
from geo.intake.worker import Worker
from geo.model import Article

_Before = dict[bytes, tuple[Known, ...]]
_HELD = 20_000_000
"""Characters of articles that were just taken and are held until they are read; others are taken again."""
_TOGETHER = 200
"""Files that are kept in one go: as many may be taken again after a kill, which takes a tenth of a second."""


@dataclass(slots=True)
class Settled:
    """What people decided about the articles that are there: ``edits`` by the article's id, those that took one out
    (``removed``), and those about none (``adrift``)."""

    edits: dict[str, tuple[Edit, ...]] = field(default_factory=dict)
    removed: list[Edit] = field(default_factory=list)
    adrift: tuple[Edit, ...] = ()


class Taking:
    """The articles of ``paths`` as people decided in ``edits``; ``refuse`` is given what is none, and what is there
    twice. They stand over those ``under`` them, which are there already and are taken again where their date is
    another now. ``settled`` is what was decided, once ``known`` has ended.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        kept: Kept,
        refuse: Callable[[ArticleError], None],
        edits: Sequence[Edit] = (),
        under: Sequence[Article] = (),
    ) -> None:
        self._paths = paths
        self.kept = kept
        self._refuse = refuse
        self._edits = edits
        self._under = under
        self.settled = Settled()
        self._given: dict[bytes, Article] = {}
        self._held: dict[bytes, Article] = {}
        self._size = 0
        self._where: dict[bytes, Path] = {}
        self._taken: list[tuple[bytes, tuple[Known, ...]]] = []

    def known(self) -> Iterator[Known]:
        """Every article, in order; one that is there twice, in whatever format, comes once."""
        with Worker() as worker:
            under: list[tuple[Path | None, Known]]
            under = [(None, self._known(article, None)) for article in self._under]
            files = self._keys()
            before = self.kept.articles(files.values())
            found = ((path, it) for path in self._paths for it in self._articles(path, files.get(path), before, worker))
            there = [*under, *found]
            self._put()
            texts = [of_traits(it.traits, partial(self._text, path, it, worker)) for path, it in there]
            decided, adrift = fitting(self._edits, texts)
            self.settled = Settled(adrift=adrift)
            twins = _twins(there, decided)
            gone = {it.traits.file for _, it in there if removed(decided.get(it.traits.sha256, ()))}
            for number, (path, it) in enumerate(there):
                edits = decided.get(it.traits.sha256)
                if number in twins:
                    self._refuse(_same(it.traits.file, twins[number], gone))
                elif edits is None:
                    if path is not None:
                        self._where[it.key] = path
                        yield it
                elif (out := removed(edits)) is not None:
                    self.settled.removed.append(out)
                else:
                    self.settled.edits[it.traits.sha256[:12]] = edits
                    yield from self._mended(path, it, edits, worker)

    def _articles(self, path: Path, file: bytes | None, before: _Before, worker: Worker) -> Iterator[Known]:
        """What is in a file with the key ``file``, as it was taken ``before`` or is now."""
        if file is not None and file in before:
            yield from before[file]
            return
        for found in self._in(path, file, worker):
            if isinstance(found, ArticleError):
                self._refuse(found)
            else:
                yield found

    def _mended(self, path: Path | None, it: Known, edits: Sequence[Edit], worker: Worker) -> Iterator[Known]:
        """The article as people put it right; one that stands ``under`` only where it is to be read again."""
        article = self._article(path, it, worker)
        as_read = dated(article, edits)
        if path is None and as_read == article:
            return
        known = self._known(mended(article, edits), it.traits.added)
        known = msgspec.structs.replace(known, key=self.kept.key(as_read))
        if not self.kept.has(known.key):
            self._given[known.key] = as_read
        yield known

    def _article(self, path: Path | None, it: Known, worker: Worker) -> Article:
        every = self._under if path is None else articles_in(path, worker)
        return next(a for a in every if isinstance(a, Article) and a.sha256 == it.traits.sha256)

    def _text(self, path: Path | None, it: Known, worker: Worker) -> str:
        return self._article(path, it, worker).text

    def _known(self, article: Article, when: str | None) -> Known:
        return Known(self.kept.key(article), article.published, traits(article, when))

    def articles(self, keys: Set[bytes]) -> Iterator[tuple[bytes, Article]]:
        """The articles with these ``keys``, in order, as they are asked for."""
        yield from ((key, article) for key, article in self._given.items() if key in keys)
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
                    if isinstance(found, Article) and (key := self.kept.key(found)) in left:
                        left.discard(key)
                        yield key, found

    def _in(self, path: Path, file: bytes | None, worker: Worker) -> Iterator[Known | ArticleError]:
        """What is in a file. What could not be taken is tried again by the next build."""
        whole = True
        taken: list[Known] = []
        for found in articles_in(path, worker):
            if isinstance(found, ArticleError):
                whole = False
                yield found
                continue
            taken.append(self._known(found, added(path)))
            self._hold(taken[-1].key, found)
            yield taken[-1]
        if file is not None and whole:
            self._taken.append((file, tuple(taken)))
            if len(self._taken) == _TOGETHER:
                self._put()

    def _put(self) -> None:
        self.kept.put_articles(self._taken)
        self._taken = []

    def _keys(self) -> dict[Path, bytes]:
        """The keys of the files, but for what could be no article."""
        keys: dict[Path, bytes] = {}
        hashed = {folder: Hashed(folder, self.kept) for folder in {path.parent for path in self._paths}}
        for path in self._paths:
            with suppress(OSError):
                keys[path] = self.kept.file_key(path.name, hashed[path.parent].sha256(path))
        for files in hashed.values():
            files.save()
        return keys

    def _hold(self, key: bytes, article: Article) -> None:
        if self._size < _HELD and not self.kept.has(key):
            self._held[key] = article
            self._size += len(article.text)


def _twins(there: Sequence[tuple[Path | None, Known]], decided: dict[str, tuple[Edit, ...]]) -> dict[int, str]:
    """Which of the articles, by their numbers, are there before, and what they are the same as ("text as a.txt"). Of
    two the one that people decided about is kept."""
    seen, found = Seen(), dict[int, str]()
    order = sorted(
        range(len(there)), key=lambda at: (there[at][0] is not None, there[at][1].traits.sha256 not in decided)
    )
    for at in order:
        if (twin := seen.before(there[at][1].traits)) is not None:
            found[at] = twin
    return found


def _same(file: str, twin: str, gone: Set[str]) -> ArticleError:
    """Why an article is left out that is the same as another; ``gone``: the files of those that were taken out."""
    if twin.rpartition(" as ")[2] in gone:
        return ArticleError(f"is the same {twin}, which was taken out by hand", where=file, remedy="Bring that back")
    return ArticleError(f"is the same {twin}", where=file, remedy="Keep one of the two")
