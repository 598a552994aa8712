"""``geo add`` of a collection that somebody handed on as a zip (geo.collections.bundle)."""

from pathlib import Path

from geo.collections.bundle import Bundle, opened
from geo.collections.decisions import append, every
from geo.collections.home import Home, describe
from geo.intake.document import Source
from geo.intake.worker import Worker
from geo.limits import INTAKE_FILE_BYTES


def bundle(path: Path, worker: Worker) -> Bundle | None:
    """What the zip at ``path`` holds; None where it is another file, or cannot be read (``take`` says why)."""
    if path.suffix.lower() != ".zip":
        return None
    try:
        if not path.is_file() or path.stat().st_size > INTAKE_FILE_BYTES:
            return None
        return opened(Source(path.name, path.read_bytes()), worker)
    except OSError:
        return None


def put(found: Bundle, where: Home) -> int:
    """Save the decisions of ``found`` and, for a collection without a title, its words; how many were not there yet.

    Raises DatasetError where the folder cannot be written.
    """
    there = {it.id for it in every(where.decisions)}
    new = [it for it in found.decisions if it.id not in there]
    append(where.decisions, *new)
    if found.title and not (where.title or where.standfirst):
        describe(where, title=found.title, standfirst=found.standfirst)
    return len(new)
