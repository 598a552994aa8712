"""What was dropped and pasted, read in a folder of its own: nothing of it counts before somebody keeps it."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import inf
from pathlib import Path

from geo.collections.bundle import opened
from geo.collections.decisions import edits
from geo.collections.particulars import Edit, taken_out
from geo.collections.records import added_before, keep
from geo.dataset import store
from geo.dataset.query import Catalogue, adjectives
from geo.errors import DatelineError
from geo.intake.document import Source
from geo.intake.fetch import Web
from geo.intake.pages import take_address
from geo.intake.take import Taken, shown, take_bytes
from geo.intake.worker import Worker
from geo.limits import OWN_READ_SECONDS, OWN_REFUSED
from geo.model import Reading
from geo.model.decision import Decision
from geo.panels.desk import run
from geo.panels.desk.particulars import Dated
from geo.panels.desk.writing import Desk
from geo.wording import claims as wording

LEFT_OUT = "left out by you. Drop it again where it is wanted"


@dataclass(frozen=True, slots=True)
class Staged:
    """Articles that were taken, with the date given to each; ``refused`` says what was not, ``catalogue`` what is
    found in them, ``decisions`` what somebody decided who handed them on, ``title`` and ``standfirst`` their words;
    so many were the ``same`` as are there.
    """

    documents: tuple[Dated, ...]
    refused: tuple[str, ...]
    catalogue: Catalogue | None
    decisions: tuple[Decision | Edit, ...] = ()
    same: int = 0
    title: str = ""
    standfirst: str = ""

    def __bool__(self) -> bool:
        """Whether there is something to keep."""
        return bool(self.documents or self.decisions)


@dataclass(frozen=True, slots=True)
class Brought:
    """Files and addresses, the date ``given`` for articles that tell none, and the hashes of those that are there."""

    sources: Sequence[Source]
    addresses: Sequence[str]
    given: date | None
    there: frozenset[str]


@dataclass(slots=True)
class _Pile:
    brought: Brought
    folder: Path
    """The articles that were added to the collection before: one of them takes a date that it was not given."""
    tell: Callable[[str], object]
    documents: list[Dated] = field(default_factory=list)
    gone: Mapping[str, str] = field(default_factory=dict)
    """Why some are not taken, by their hashes: somebody took them out."""
    refused: list[str] = field(default_factory=list)
    decisions: list[Decision | Edit] = field(default_factory=list)
    same: int = 0
    title: str = ""
    standfirst: str = ""

    def told(self, name: str, before: int) -> None:
        """Tell what was found in a file, of which ``count`` was ``before``."""
        self.tell(f"{shown(name)}: {wording.number(self.count - before, 'article')}")

    @property
    def count(self) -> int:
        return len(self.documents) + self.same

    def put(self, found: Taken | DatelineError) -> None:
        if isinstance(found, DatelineError):
            self.refused.append(str(found))
            return
        if why := self.gone.get(found.document.sha256):
            self.refused.append(f"{found.article.file}: {why}. Bring it back under “Articles that are here”")
            return
        given = self.brought.given if found.article.published is None else None
        is_there = found.document.sha256 in self.brought.there
        before = added_before(found.document, self.folder) if is_there else None
        takes_date = before is not None and before.published is None and given not in (None, before.given)
        if is_there and not takes_date:
            self.same += 1
        else:
            self.documents.append((found.document, given))


def stage(desk: Desk, brought: Brought, data: Path, tell: Callable[[str], object] = str) -> Staged:
    """Read what was ``brought``, and ``tell`` a line a file; a visitor of a page that others run has no addresses."""
    pile = _Pile(brought, desk.home.articles, tell)
    try:
        pile.gone = taken_out(edits(desk.home.decisions))
        if desk.keeps:
            _take(pile)
        else:
            with run.first_come():
                _take(pile, most=OWN_REFUSED, until=time.monotonic() + OWN_READ_SECONDS)
            desk.has_room_for([document for document, _ in pile.documents], pile.decisions)
    except DatelineError as error:
        return Staged((), (*pile.refused, str(error)), None)
    tell(f"Looking for figures in {wording.number(len(pile.documents), 'article')}")
    found = Staged(
        tuple(pile.documents),
        tuple(pile.refused),
        None,
        tuple(pile.decisions),
        pile.same,
        pile.title,
        pile.standfirst,
    )
    return read(desk, found, data)


def read_in(staged: Staged) -> list[Reading]:
    """What was read, in the order in which it was brought, without what was left out since."""
    order = {document.sha256: number for number, (document, _) in enumerate(staged.documents)}
    found = staged.catalogue.collection.readings if staged.catalogue else ()
    here = [reading for reading in found if reading.article.sha256 in order]
    return sorted(here, key=lambda reading: order[reading.article.sha256])


def without(staged: Staged, sha256: str) -> Staged:
    """Without the article of that hash; it is named among what was not taken."""
    file = next((it.article.file for it in read_in(staged) if it.article.sha256 == sha256), None)
    if file is None:
        return staged
    kept = tuple(it for it in staged.documents if it[0].sha256 != sha256)
    return replace(staged, documents=kept, refused=(*staged.refused, f"{file}: {LEFT_OUT}"))


def read(desk: Desk, staged: Staged, data: Path) -> Staged:
    """What would be found in the documents of ``staged``."""
    documents, refused = staged.documents, staged.refused
    if not documents:
        return staged
    scratch = Path(tempfile.mkdtemp(prefix="dateline-", dir=None if desk.keeps else desk.home.built.parent))
    try:
        (folder := scratch / "articles").mkdir()
        for document, day in documents:
            keep(document, day, folder)
        made = run.proposed(folder, None if desk.keeps else desk.home.built.parent)
        catalogue = Catalogue.of(store.load(made), adjectives(data / "demonyms.csv"))
    except DatelineError as error:
        return replace(staged, documents=(), decisions=(), refused=(*refused, str(error)))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    left_out = (f"{left.file}: {left.why}" for left in catalogue.collection.left_out)
    return replace(staged, refused=tuple(dict.fromkeys((*refused, *left_out))), catalogue=catalogue)


def _take(pile: _Pile, *, most: int | None = None, until: float = inf) -> None:
    """Fill ``pile``, with ``most`` items by ``until`` (time.monotonic); what is left then is told in one line."""
    with Worker() as worker:
        addresses = pile.brought.addresses if most is None else ()
        for number, taken in enumerate(_found(addresses, worker, pile), start=1):
            pile.put(taken)
            if time.monotonic() > until or number == most:
                pile.refused.append("There is more than this page reads at a time. Give fewer articles")
                return


def _found(addresses: Sequence[str], worker: Worker, pile: _Pile) -> Iterator[Taken | DatelineError]:
    for source in pile.brought.sources:
        before = pile.count
        if (bundle := opened(source, worker)) is None:
            yield from take_bytes(source, worker)
        else:
            pile.decisions += bundle.decisions
            if bundle.title and not pile.title:
                pile.title, pile.standfirst = bundle.title, bundle.standfirst
            yield from bundle.articles
            yield from bundle.refused
        pile.told(source.name, before)
    for address in addresses:
        before = pile.count
        yield from take_address(address, Web(), worker)
        pile.told(address, before)
