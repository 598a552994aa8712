"""What an editor has read and not kept yet, on the disk: it is there when the server has ended meanwhile.

One hidden file a collection and editor, beside the data set. It counts for nothing: what is in it is kept or thrown
away at the desk, and then it goes.
"""

from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec

from geo import whole
from geo.collections.decisions import decoded
from geo.collections.home import Home
from geo.collections.particulars import Edit
from geo.collections.records import Record
from geo.intake.document import Document
from geo.limits import WAITING_BYTES
from geo.model.decision import Decision


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """``records`` are articles, each with the date that a person gave; ``decisions`` what somebody decided about their
    figures, a line each; ``refused`` says what was not taken."""

    records: list[Record]
    decisions: list[str] = []
    refused: list[str] = []
    same: int = 0
    title: str = ""
    standfirst: str = ""

    @classmethod
    def of(cls, documents: list[tuple[Document, date | None]], decisions: list[Decision | Edit]) -> "Waiting":
        return cls(
            records=[Record.of(document, given) for document, given in documents],
            decisions=[msgspec.json.encode(it).decode() for it in decisions],
        )

    @property
    def documents(self) -> tuple[tuple[Document, date | None], ...]:
        return tuple((record.document(), record.given) for record in self.records)

    @property
    def decided(self) -> tuple[Decision | Edit, ...]:
        return tuple(decoded(line.encode()) for line in self.decisions)


def put_by(home: Home, who: str, waiting: Waiting) -> bool:
    """Write it down; False where it is too large for that, or the disk has no room: then nothing of it is there."""
    content = msgspec.json.encode(waiting)
    if len(content) <= WAITING_BYTES:
        with suppress(OSError):
            whole.write(_file(home, who), content)
            return True
    forget(home, who)
    return False


def load(home: Home, who: str) -> Waiting | None:
    """What was written down; None where nothing is, or the file is damaged."""
    try:
        found = msgspec.json.decode(whole.read(_file(home, who), WAITING_BYTES), type=Waiting)
        _ = found.documents, found.decided
    except (OSError, msgspec.MsgspecError):
        return None
    return found


def forget(home: Home, who: str) -> None:
    with suppress(OSError):
        _file(home, who).unlink()


def _file(home: Home, who: str) -> Path:
    named = sha256(who.encode("utf-8", "replace")).hexdigest()[:12]
    return home.built.with_name(f".waiting-{named}.json")
