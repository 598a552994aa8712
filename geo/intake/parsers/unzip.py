"""A zip: its members, each parsed in its turn. What would grow too large is refused before it is unpacked."""

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from geo.intake.document import LARGEST_FILE, LARGEST_UNPACKED, MOST_MEMBERS, Found, Refused, Source, inside

MOST_TIMES = 200
"""How many times larger than packed a file may be; prose shrinks to a third, a table to a twentieth."""
_SMALL = 1_000_000
"""Bytes of a member that may be packed as tightly as it likes."""
_DEBRIS = ("__MACOSX/", ".DS_Store", "Thumbs.db")


def unzip(source: Source) -> Iterator[Found]:
    try:
        packed = ZipFile(io.BytesIO(source.content))
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        yield Refused(source.name, "is a damaged zip", "Pack it again")
        return
    if why := refusal(packed):
        yield Refused(source.name, why, "Unpack it and add the articles")
        return
    for member in packed.infolist():
        if member.is_dir() or any(mark in member.filename for mark in _DEBRIS):
            continue
        yield _member(packed, member, inside(source.name, member.filename))


def refusal(packed: ZipFile) -> str | None:
    """Why a zip is not unpacked: too many members, too much in them, or packed tighter than honest files are."""
    members = packed.infolist()
    if len(members) > MOST_MEMBERS:
        return f"holds more than {MOST_MEMBERS:,} files"
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        return f"holds more than {LARGEST_UNPACKED // 1_000_000} MB"
    if any(m.file_size > max(_SMALL, MOST_TIMES * m.compress_size) for m in members):
        return f"is packed more than {MOST_TIMES} times smaller than what it holds"
    return None


def _member(packed: ZipFile, member: ZipInfo, name: str) -> Found:
    if member.flag_bits & 0x1:
        return Refused(name, "is locked with a password", "Pack it again without one")
    if member.file_size > LARGEST_FILE:
        return Refused(name, f"is larger than {LARGEST_FILE // 1_000_000} MB", "Keep one article in one file")
    try:
        with packed.open(member) as opened:
            content = opened.read(member.file_size + 1)
    except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError, zlib.error):
        return Refused(name, "is damaged in its zip", "Pack it again")
    if len(content) != member.file_size:
        return Refused(name, "is another size than its zip says", "Pack it again")
    return Source(name, content)
