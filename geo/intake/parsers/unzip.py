"""A zip: its members, each parsed in its turn. What would grow too large is refused before it is unpacked."""

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from geo.intake.document import Found, Refused, Source, inside
from geo.limits import INTAKE_FILE_BYTES, INTAKE_MEMBERS, INTAKE_TIMES_PACKED, INTAKE_UNPACKED_BYTES

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
    if len(members) > INTAKE_MEMBERS:
        return f"holds more than {INTAKE_MEMBERS:,} files"
    if sum(member.file_size for member in members) > INTAKE_UNPACKED_BYTES:
        return f"holds more than {INTAKE_UNPACKED_BYTES // 1_000_000} MB"
    if any(m.file_size > max(_SMALL, INTAKE_TIMES_PACKED * m.compress_size) for m in members):
        return f"is packed more than {INTAKE_TIMES_PACKED} times smaller than what it holds"
    return None


def _member(packed: ZipFile, member: ZipInfo, name: str) -> Found:
    if member.flag_bits & 0x1:
        return Refused(name, "is locked with a password", "Pack it again without one")
    if member.file_size > INTAKE_FILE_BYTES:
        return Refused(name, f"is larger than {INTAKE_FILE_BYTES // 1_000_000} MB", "Keep one article in one file")
    try:
        with packed.open(member) as opened:
            content = opened.read(member.file_size + 1)
    except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError, zlib.error):
        return Refused(name, "is damaged in its zip", "Pack it again")
    if len(content) != member.file_size:
        return Refused(name, "is another size than its zip says", "Pack it again")
    return Source(name, content)
