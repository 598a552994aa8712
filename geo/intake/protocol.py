"""What the process that parses and the one that asks say to each other.

A message is its length (8 bytes, big-endian) and its content: a source's name, then its bytes; answers as JSON objects,
a member's bytes in a message of their own. Neither end needs a parser to understand it.
"""

import struct
from typing import IO

import msgspec

from geo.intake.document import Document, Refused

LENGTH = struct.Struct(">Q")


class Answer(msgspec.Struct, omit_defaults=True):
    """One of these a message: an article, a refusal, a member (its bytes follow) with its address, the end, or the end
    by a failure."""

    document: Document | None = None
    refused: Refused | None = None
    member: str | None = None
    address: str | None = None
    done: bool = False
    failed: str | None = None


def receive(stream: IO[bytes], most: int) -> bytes | None:
    """The next message; None where the stream has ended, or the message is longer than ``most`` bytes."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    content = stream.read(length) if length <= most else b""
    return content if len(content) == length else None


def send(stream: IO[bytes], content: bytes) -> None:
    stream.write(LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()
