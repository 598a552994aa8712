"""The one door through which the desk writes: each time it asks anew whether this session may, and what.

Nothing else of the page writes into a collection (see tests/test_desk_own.py).
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geo.collections.bundle import pack
from geo.collections.decisions import append
from geo.collections.home import Home, describe, new
from geo.collections.particulars import Edit, as_found
from geo.collections.records import keep, times
from geo.collections.waiting import Waiting, forget, put_by
from geo.dataset.query import Catalogue
from geo.errors import DatelineError, DecisionError
from geo.intake.document import Document
from geo.model.decision import Decision
from geo.panels.desk import own, run, soon
from geo.panels.desk.allowed import Editor, editor


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works on which files: ``home`` is the collection where its ``editor`` keeps what they save, else a copy."""

    home: Home
    editor: Editor
    under: Path | None = None
    """Of a copy: the articles of the collection that it stands over."""

    @property
    def who(self) -> str:
        return self.editor.who

    @property
    def keeps(self) -> bool:
        return self.editor.keeps

    @property
    def is_newer(self) -> bool:
        """Whether something was decided that the data set does not show yet."""
        try:
            return self.home.decisions.stat().st_mtime_ns > self.home.built.stat().st_mtime_ns
        except OSError:
            return False

    def decide(self, *made: Decision | Edit) -> None:
        """Save decisions; when this returns they are on the disk, and soon everybody sees them. Raises DatelineError;
        then none of them is."""
        self._may(decisions=made)
        append(self.home.decisions, *made)
        if self.keeps and run.can_build(self.home):
            soon.shown(self.home.built, lambda: self.is_newer, lambda: run.built(self.home, gently=True))

    def keep(self, documents: Sequence[tuple[Document, date | None]]) -> None:
        """Add articles, each with the date that it lacks. Raises DatelineError."""
        self._may(documents=[document for document, _ in documents])
        for document, day in documents:
            keep(document, day, self.home.articles)

    def put_by(self, waiting: Waiting | None) -> bool:
        """Write down what was read and not kept yet, or forget it (None); False where it cannot be written. Nothing of
        a visitor is."""
        if not self.keeps:
            return False
        self._may()
        if waiting is not None:
            return put_by(self.home, self.who, waiting)
        forget(self.home, self.who)
        return True

    def describe(self, title: str, standfirst: str) -> None:
        self._may()
        describe(self.home, title=title, standfirst=standfirst)

    def new(self, name: str, title: str, data: Path) -> Home:
        """Make another collection, a visitor's own in their session alone. Raises DatelineError."""
        self._may()
        if self.keeps:
            return new(name, data, title=title)
        return describe(own.new(name, data), title=title, standfirst="")

    def show(self, tell: run.Tell = run.nobody) -> None:
        """Put what was decided into the data set, where it is not yet, and ``tell`` how far that is. Raises
        DatelineError."""
        soon.settled(self.home.built)
        if self.is_newer:
            self.build(tell)

    def build(self, tell: run.Tell = run.nobody) -> None:
        """Put what was added and decided into the data set, and ``tell`` how far that is. Raises DatelineError."""
        self._may()
        self._build(tell)

    def _build(self, tell: run.Tell = run.nobody) -> None:
        if self.keeps:
            run.built(self.home, tell)
        else:
            run.built_over(self.home, own.base(self.home), tell)

    def packed(self, catalogue: Catalogue) -> bytes:
        """All of it as a zip, the data set with what was decided last. Runs when the button is clicked, outside of any
        session: it puts together what was saved, and saves nothing."""
        if self.is_newer:
            with suppress(DatelineError):  # others' articles are being read: the decisions are in it all the same
                self._build()
        decisions = self.home.decisions.read_bytes() if self.home.decisions.exists() else b""
        built = self.home.built.read_bytes()
        edited = {it.article: it.edits for it in catalogue.collection.edited}
        articles = [as_found(it, edited.get(it.id, ())) for it in catalogue.collection.articles]
        added = (times(self.under) if self.under else {}) | times(self.home.articles)
        return pack(articles, decisions, built, title=self.home.title, standfirst=self.home.standfirst, added=added)

    def has_room_for(self, documents: Sequence[Document], decisions: Sequence[Decision | Edit]) -> None:
        """Raises DecisionError where what a visitor brings is too much for a copy."""
        self._may(decisions, documents)

    def _may(self, decisions: Sequence[Decision | Edit] = (), documents: Sequence[Document] = ()) -> None:
        if editor() != self.editor:
            remedy = "Load the page again, and sign in where you are an editor"
            raise DecisionError("may not save any more", where=self.who, remedy=remedy)
        if not self.keeps:
            own.check(self.home, decisions, documents)


def desk_of(home: Home) -> Desk | None:
    """The desk of this session for the collection ``home``; None where it has none (yet)."""
    who = editor()
    if who is None:
        return None
    if who.keeps:
        return Desk(home, who)
    copy = own.of(home)
    return None if copy is None else Desk(copy, who, home.articles)
