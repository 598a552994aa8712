"""Decisions on disk: one JSON object a line, only ever added to, in the order in which people decided.

A line that was shown as saved is on the disk. What a crash leaves of a line that never was is passed over.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from geo import whole
from geo.collections.particulars import Edit
from geo.errors import DatasetError
from geo.limits import DECISIONS_BYTES
from geo.lock import locked
from geo.model.decision import Decision

_OF_AN_ARTICLE = b'"article":'
"""The key that only these have; in a value its marks would stand behind backslashes."""


def now() -> str:
    """The time of a decision: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_id() -> str:
    return os.urandom(6).hex()


def append(path: Path, *decisions: Decision | Edit) -> None:
    """Save ``decisions``; when this returns they are on the disk. Raises DatasetError; then none of them is.

    One that is there already, by its id, is not saved again.
    """
    try:
        with locked(path):
            there = whole.read(path, DECISIONS_BYTES) if path.exists() else b""
            new = [it for it in decisions if f'{{"id":"{it.id}"'.encode() not in there]
            if new:
                whole.append(path, b"".join(msgspec.json.encode(it) + b"\n" for it in new))
    except OSError as error:
        raise DatasetError(
            f"cannot be written ({error.strerror})",
            where=path.name,
            remedy="Make the folder writable, or some room on the disk; the decision was not saved",
        ) from error


def load(path: Path) -> tuple[Decision, ...]:
    """Every decision about a figure, in order. Raises DatasetError where the file cannot be read, or a whole line of it
    is damaged."""
    return tuple(it for it in every(path) if isinstance(it, Decision))


def edits(path: Path) -> tuple[Edit, ...]:
    """Every decision about an article, in order. Raises DatasetError as ``load`` does."""
    return tuple(it for it in every(path) if isinstance(it, Edit))


def decoded(line: bytes) -> Decision | Edit:
    """The decision in a line. Raises MsgspecError where it is none."""
    if _OF_AN_ARTICLE in line:
        return msgspec.json.decode(line, type=Edit)
    return msgspec.json.decode(line, type=Decision)


def every(path: Path) -> tuple[Decision | Edit, ...]:
    """All of them, in order. Raises DatasetError as ``load`` does."""
    try:
        content = whole.read(path, DECISIONS_BYTES)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise DatasetError(f"cannot be read ({error.strerror})", where=path.name, remedy="Check the file") from error
    found: list[Decision | Edit] = []
    lines = content.split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(decoded(line))
        except msgspec.MsgspecError as error:
            if "truncated" in str(error):  # what a crash left of a line that nobody was told is saved
                continue
            remedy = "Mend or remove that line; it is one JSON object (see geo/model/decision.py)"
            raise DatasetError(f"line {number} is no decision", where=path.name, remedy=remedy) from error
    return tuple(found)
