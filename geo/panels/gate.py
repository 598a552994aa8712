"""What stands before Streamlit's server: what no page of ours asks for is refused there, before any work starts.

Streamlit trusts the browser's half of a page to be its own. Whoever writes messages by hand could empty the caches that
all visitors share, ask for millions of addresses in one message, start a run after every packet, or lay file after file
into the memory of the server. Here each connection is heard at a pace, and each session holds so much.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import cli_util
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.server_util import get_url
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from geo.limits import (
    MESSAGE_BURST,
    MESSAGE_FILES,
    MESSAGE_WIDGETS,
    MESSAGES_A_SECOND,
)
from geo.panels import first, memory, origins, sockets, uploads
from geo.panels.ending import end
from geo.panels.large.download import Downloads
from geo.panels.shelf import Shelf

CLOSED = ("/_stcore/metrics", "/_stcore/agent")
"""What tells of the server, and is asked by no page."""
HEALTH = "/_stcore/health"
_COMPONENT = "/component/"
ROOT = Path(__file__).parents[2]
_HEARD = frozenset(
    {
        "rerun_script",
        "stop_script",
        "app_heartbeat",
        "load_git_info",
        "file_urls_request",
        "backend_operation_request",
    }
)
"""Messages of a page. Of the others one empties the caches of all visitors."""


class Gate:
    """Wraps Streamlit's server (ASGI). ``folder`` has the collections."""

    def __init__(self, app: ASGIApp, folder: Path = ROOT) -> None:
        self._app = app
        self._shelf, self._downloads, self._uploads = Shelf(), Downloads(folder), uploads.Uploads(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and origins.is_foreign(scope):
            await send({"type": "websocket.close", "code": 1008})  # before it is open: the browser is told 403
        elif scope["type"] == "websocket":
            await self._app(scope, Pace(receive), send)
        elif scope["type"] == "http":
            await self._http(scope, receive, _dressed(send, scope))
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if not path.endswith(HEALTH) and not is_host_allowed(Headers(scope=scope).get("host")):
            told = "This page has another name. STREAMLIT_SERVER_ALLOWED_HOSTS says under which it answers."
            await PlainTextResponse(told, 421)(scope, receive, send)
        elif any(closed in path for closed in CLOSED):
            await PlainTextResponse("Not found", 404)(scope, receive, send)
        elif uploads.PATH in path and scope["method"] == "PUT":
            await self._uploads.take(scope, receive, send)
        elif not (
            await self._downloads.answers(_below(path), scope, receive, send)
            or await self._shelf.answers(_below(path), scope, send)
        ):
            await self._app(scope, receive, send)


class Pace:
    """The messages of one connection, those that are none of a page's left out, and no faster than people click."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._room: float = MESSAGE_BURST
        self._at = time.monotonic()

    async def __call__(self) -> Message:
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            await self._turn()
            content = message.get("bytes")
            if content is not None and is_of_a_page(content):  # text is none of a page's, and breaks Streamlit's loop
                return message

    async def _turn(self) -> None:
        now = time.monotonic()
        self._room = min(MESSAGE_BURST, self._room + (now - self._at) * MESSAGES_A_SECOND) - 1
        self._at = now
        if self._room < 0:  # the sender waits, for what is not taken from its connection it cannot send on
            await asyncio.sleep(-self._room / MESSAGES_A_SECOND)


def is_of_a_page(content: bytes) -> bool:
    """Whether a page could have sent this message; what is none at all Streamlit answers itself."""
    try:
        message = BackMsg.FromString(content)
    except DecodeError:
        return True
    kind = message.WhichOneof("type")
    if kind is not None and kind not in _HEARD:
        return False
    files = len(message.file_urls_request.file_names)
    return files <= MESSAGE_FILES and len(message.rerun_script.widget_states.widgets) <= MESSAGE_WIDGETS


def _below(path: str) -> str:
    """The path below the page's own (``server.baseUrlPath``), which may be the root."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return path.removeprefix(f"/{base}" if base else "").removeprefix("/")


def _dressed(send: Send, scope: Scope) -> Send:
    """Say who may show the page in a frame: anybody the map alone, which saves nothing; but the whole with its buttons
    only who is served from here. A component's own frame is part of either, and does nothing by itself."""
    query = scope["query_string"]
    if _COMPONENT in scope["path"] or (query and parse_qs(query.decode("latin-1")).get("embed") == ["true"]):
        frames = None
    else:
        frames = "frame-ancestors 'self'"

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("X-Content-Type-Options", "nosniff")
            if frames is not None:
                headers.setdefault("Content-Security-Policy", frames)
        await send(message)

    return dressed


@asynccontextmanager
async def opened(_: object) -> AsyncIterator[None]:
    """Open the page on a desktop, as ``streamlit run`` does with a script that brings no server of its own; make what
    all visitors share; and clear up at the end, for the signal that ends a server ends its process before Python
    would."""
    memory.gather()
    sockets.at_once()
    visiting = asyncio.create_task(first.visit())
    if not st.get_option("server.headless"):
        cli_util.open_browser(get_url("localhost"))
    try:
        yield
    finally:
        visiting.cancel()
        end()
