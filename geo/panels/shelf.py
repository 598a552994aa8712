"""What is the same for every visitor is answered at once: Streamlit's own files, those of static/, a component's.

A first view asks for some 130 of them. Streamlit hands each through its whole server, reads it in a thread in parts of
64 kB, and compresses those that it compresses anew for every visitor; that was two thirds of what a view cost. Here one
is looked up, read whole, and kept compressed. Streamlit's own rules say which paths there are, and it answers whatever
is asked otherwise (parts of a file, other methods, what does not exist).
"""

import asyncio
import gzip
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

from starlette.types import Scope, Send
from streamlit import file_util, runtime
from streamlit.web.server.component_file_utils import build_safe_abspath, guess_content_type

from geo import whole
from geo.limits import SHELF_BYTES, SHELF_FILE
from geo.maps.served import STATIC
from geo.panels.opening import FRAME, frame, page

_FOR_EVER = "public, immutable, max-age=31536000"
_NAMED = re.compile(r"(?:^|\.)[0-9a-f]{8,}\.[a-z]+$")
"""A file of a component that is named after its content."""
_VERSION = re.compile(rb"v=[0-9a-f]+")
_PACKED = frozenset({"application/json", "application/javascript", "image/svg+xml"})
"""What is text by another name."""
_SMALL = 1_000
"""Bytes below which compressing saves nothing."""
_PART = 262_144
"""Bytes that wait for a slow reader at a time."""

Pair = tuple[bytes, bytes]
Stamp = tuple[int, int, int]
"""What changes with a file: when it was written, how large it is, which one it is."""


@dataclass(frozen=True)
class File:
    """A file on the shelf: where it is, as what and for how long a browser may keep it, and what changes with it."""

    path: str
    kind: str
    kept: str | None
    stamp: Stamp

    @property
    def is_text(self) -> bool:
        return self.kind.startswith("text/") or self.kind in _PACKED

    @property
    def is_packed(self) -> bool:
        """Whether it is worth compressing."""
        return self.is_text and self.stamp[1] >= _SMALL

    def headers(self, *, packed: bool) -> list[Pair]:
        changed, size, _ = self.stamp
        pairs = {
            "content-type": f"{self.kind}; charset=utf-8" if self.kind.startswith("text/") else self.kind,
            "etag": f'"{changed:x}-{size:x}{"-gz" if packed else ""}"',
            "last-modified": formatdate(changed / 1e9, usegmt=True),
            "access-control-allow-origin": "*",
        }
        pairs |= {"cache-control": self.kept} if self.kept else {}
        pairs |= {"vary": "Accept-Encoding"} if self.is_text else {}
        pairs |= {"content-encoding": "gzip"} if packed else {}
        return [(name.encode(), value.encode()) for name, value in pairs.items()]


Answer = tuple[list[Pair], bytes]
"""What is said of a file, and what is in it."""


class Shelf:
    """Answers requests for files; keeps up to ``SHELF_BYTES`` of what browsers ask for compressed, and of what is too
    small for that."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str | None, bool], tuple[Stamp, asyncio.Future[Answer]]] = {}
        """By where the file is, for how long a browser may keep it, and whether it is compressed."""

    async def answers(self, path: str, scope: Scope, send: Send) -> bool:
        """Answer a request for ``path``, below the page's own. False: it is for Streamlit, and nothing is sent."""
        asked = dict(scope["headers"])
        if scope["method"] not in ("GET", "HEAD") or b"range" in asked:
            return False
        try:
            if not path:
                headers, content = _opening()
            elif (file := find(path, scope["query_string"])) is not None:
                packs = b"gzip" in asked.get(b"accept-encoding", b"") and file.is_packed
                keeps = packs or file.stamp[1] < _SMALL
                headers, content = await self._keep(file, packs) if keeps else _told(file, False, _read(file))
            else:
                return False
        except OSError:  # it is being replaced
            return False
        if asked.get(b"if-none-match", b"") == dict(headers)[b"etag"]:
            await _send(send, 304, headers, b"")
        else:
            length = (b"content-length", b"%d" % len(content))
            await _send(send, 200, [*headers, length], b"" if scope["method"] == "HEAD" else content)
        return True

    async def _keep(self, file: File, packs: bool) -> Answer:
        """The answer that is the file: made once, however many ask for it meanwhile."""
        key = file.path, file.kept, packs
        kept = self._kept.get(key)
        if kept is None or kept[0] != file.stamp or (kept[1].done() and kept[1].exception() is not None):
            kept = file.stamp, asyncio.ensure_future(asyncio.to_thread(_made, file, packs))
            self._kept[key] = kept
            self._make_room()
        return kept[1].result() if kept[1].done() else await asyncio.shield(kept[1])

    def _make_room(self) -> None:
        """Drop the oldest until the others fit."""
        sizes = {key: stamp[1] // 3 for key, (stamp, _) in self._kept.items()}  # text is a third of it, or less
        held = sum(sizes.values())
        for key, size in sizes.items():
            if held <= SHELF_BYTES:
                break
            held -= size
            del self._kept[key]


def find(path: str, query: bytes = b"") -> File | None:
    """The file at ``path`` of the server, below the page's own path; None where there is none on the shelf."""
    match path.split("/", 2):
        case ["static", "js" | "css" | "media", _]:
            return _file(file_util.get_static_dir(), path, _FOR_EVER)
        case ["favicon.png"]:  # asked for by Streamlit's page; named by a run, it would load what draws pictures
            return _file(str(STATIC), "icon.png", "public")
        case ["app", "static", rest]:
            return _file(str(STATIC), rest, _FOR_EVER if _VERSION.fullmatch(query) else None)
        case ["component", name, rest]:
            root = frame() if name == FRAME else runtime.get_instance().component_registry.get_component_path(name)
            kept = "no-cache" if rest.endswith(".html") else _FOR_EVER if _NAMED.search(rest) else "public"
            return None if root is None else _file(root, rest, kept)
    return None


def _file(root: str, rest: str, kept: str | None) -> File | None:
    path = _inside(root, rest)
    if path is None:
        return None
    try:
        found = os.stat(path)  # noqa: PTH116 - a path is made of it a hundred times a view
    except (OSError, ValueError):
        return None
    if not S_ISREG(found.st_mode) or found.st_size > SHELF_FILE:
        return None
    return File(path, guess_content_type(path), kept, (found.st_mtime_ns, found.st_size, found.st_ino))


@lru_cache(maxsize=1_024)
def _inside(root: str, rest: str) -> str | None:
    return build_safe_abspath(root, rest)


def _read(file: File) -> bytes:
    return whole.read(Path(file.path), SHELF_FILE)


def _told(file: File, packed: bool, content: bytes) -> Answer:
    return file.headers(packed=packed), content


def _made(file: File, packs: bool) -> Answer:
    content = _read(file)
    return _told(file, packs, gzip.compress(content, 6, mtime=0) if packs else content)


def _opening() -> tuple[list[Pair], bytes]:
    tag, content = page()
    told = {"content-type": "text/html; charset=utf-8", "etag": tag, "cache-control": "no-cache"}
    return [(name.encode(), value.encode()) for name, value in told.items()], content


async def _send(send: Send, status: int, headers: Iterable[Pair], content: bytes) -> None:
    """Send an answer, no faster than it is taken."""
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    last = max(0, len(content) - 1) // _PART * _PART
    for at in range(0, last, _PART):
        await send({"type": "http.response.body", "body": content[at : at + _PART], "more_body": True})
    await send({"type": "http.response.body", "body": content[last:], "more_body": False})
