"""Tables and pictures of a large collection for visitors: ``files/NAME?QUERY`` below the page's address.

Streamlit would hold a whole file in the server's memory. Here a process of its own (``geo.panels.large.sender``) writes
a part at a time, no faster than the visitor takes it, and ends with the visitor.
"""

import asyncio
import os
import re
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from geo.limits import (
    FILE_MEMORY,
    LINK_FIELDS,
    STREAM_BYTES,
    STREAM_GRACE_SECONDS,
    STREAM_PACE,
    STREAM_PROCESSOR_SECONDS,
    STREAM_SECONDS,
    STREAMS,
)

PATH = re.compile(r"files/([a-z-]{1,40}\.(csv|geojson|parquet|png|svg))")
"""What a visitor asks for, below the page's own path."""
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet",
    "png": "image/png",
    "svg": "image/svg+xml",
}
_PROGRAM = ("-m", "geo.panels.large.sender", str(STREAM_PROCESSOR_SECONDS), str(FILE_MEMORY))
_VERSION = re.compile("[0-9a-z]{1,40}")
Headers = list[tuple[bytes, bytes]]
_BUSY = "Others are taking files just now. Try again in a minute."


@dataclass(eq=False, slots=True)
class Taking:
    """A visitor who takes a file: how much of it, and how long one had to wait for them."""

    send: Send
    sent: int = 0
    waited: float = 0
    """Seconds, but for those of the part that is being sent."""
    sending: float | None = None
    """Since when a part is being sent (the clock's seconds)."""
    over: asyncio.Event = field(default_factory=asyncio.Event)
    """That it is somebody else's turn."""

    async def take(self, content: bytes) -> None:
        self.sending = time.monotonic()
        await self.send({"type": "http.response.body", "body": content, "more_body": True})
        self.waited, self.sending = self.waited + time.monotonic() - self.sending, None
        self.sent += len(content)

    def is_slow(self, now: float) -> bool:
        waited = self.waited + (0 if self.sending is None else now - self.sending)
        return waited > STREAM_GRACE_SECONDS and self.sent < STREAM_PACE * waited


class Downloads:
    """``folder`` has the collections: its ``data`` and ``seeds``."""

    def __init__(self, folder: Path, most: int = STREAMS) -> None:
        self._folder, self._most = folder, most
        self._taking: set[Taking] = set()

    async def answers(self, path: str, scope: Scope, receive: Receive, send: Send) -> bool:
        """Answer a request for ``path``, below the page's own. False: it is for others, and nothing is sent."""
        asked = PATH.fullmatch(path)
        if asked is None or scope["method"] != "GET":
            return False
        if not self._has_room():
            await PlainTextResponse(_BUSY, 503, {"retry-after": "60"})(scope, receive, send)
            return True
        taking = Taking(send)
        self._taking.add(taking)
        try:
            query = scope["query_string"].decode("latin-1")
            async with _process(self._folder, asked[1], query) as process:
                first = await process.stdout.read(STREAM_BYTES) if process.stdout else b""
                if not first:
                    told = await process.stderr.read(2_000) if process.stderr else b""
                    words = told.decode(errors="replace").strip().rpartition("\n")[2]
                    await PlainTextResponse(words or "The file was not made.", 404)(scope, receive, send)
                else:
                    await _sent(process, first, _headers(asked[1], asked[2], query), receive, taking)
        finally:
            self._taking.discard(taking)
        return True

    def _has_room(self) -> bool:
        """Whether another file can be sent; the slowest visitor of all makes room, once nobody could be that slow."""
        now = time.monotonic()
        slow = [it for it in self._taking if it.is_slow(now)]
        if len(self._taking) >= self._most and slow:
            last = min(slow, key=lambda it: it.sent)
            last.over.set()
            self._taking.discard(last)
        return len(self._taking) < self._most


def _headers(name: str, kind: str, query: str) -> Headers:
    """Files of two data sets stay apart, also in the folder that a browser saves them to."""
    with suppress(ValueError):  # too many fields
        version = (parse_qs(query, max_num_fields=LINK_FIELDS).get("data") or [""])[0]
        name = f"dateline-{version}-{name}" if _VERSION.fullmatch(version) else name
    told = {
        "content-type": KINDS[kind],
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-store",
        "x-accel-buffering": "no",  # else nginx writes a large file to its disk first
    }
    return [(key.encode(), value.encode()) for key, value in told.items()]


@asynccontextmanager
async def _process(folder: Path, name: str, query: str) -> AsyncIterator[Process]:
    """The process that writes the file; it ends with the block, whatever ends that."""
    code = str(Path(__file__).parents[3])
    path = os.pathsep.join(filter(None, [code, os.environ.get("PYTHONPATH")]))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", *_PROGRAM, str(folder), name, query, stdin=DEVNULL, stdout=PIPE, stderr=PIPE,
        env={**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    with suppress(OSError, AttributeError):  # whoever looks at the page comes first
        os.setpriority(os.PRIO_PROCESS, process.pid, 10)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _sent(process: Process, first: bytes, headers: Headers, receive: Receive, taking: Taking) -> None:
    """Send all that ``process`` writes. A file that breaks off ends its connection: half of one must not look whole."""
    sending = asyncio.ensure_future(_written(process, first, headers, taking))
    gone, over = asyncio.ensure_future(_left(receive)), asyncio.ensure_future(taking.over.wait())
    tasks = (sending, gone, over)
    try:
        done, _ = await asyncio.wait(tasks, timeout=STREAM_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if sending in done:
            sending.result()
        elif gone not in done:
            raise TimeoutError("A visitor was too slow with a file that others wait for")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _written(process: Process, first: bytes, headers: Headers, taking: Taking) -> None:
    await taking.send({"type": "http.response.start", "status": 200, "headers": headers})
    part = first
    while part and process.stdout:
        await taking.take(part)
        part = await process.stdout.read(STREAM_BYTES)
    if await process.wait():
        raise RuntimeError("A file for a visitor broke off")
    await taking.send({"type": "http.response.body", "body": b"", "more_body": False})


async def _left(receive: Receive) -> None:
    """Until the visitor is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
