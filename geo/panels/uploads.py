"""Files that visitors lay into the server's memory: so many for a session, so many for all, and each within its time.

What counts is what has come. Whoever only announced files, and then sent a letter now and then, would hold the room of
all others with nothing in it.
"""

import asyncio
from collections import Counter

import streamlit as st
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from geo.limits import UPLOAD_SECONDS, UPLOADS_EACH, UPLOADS_TOGETHER

PATH = "/_stcore/upload_file/"


class Uploads:
    """Lets files in where there is room for them, before ``app`` keeps them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._coming: Counter[str] = Counter()
        """Bytes that have come of files that are not whole yet, by session."""

    async def take(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a path with ``PATH`` in it that lays a file down."""
        session = scope["path"].partition(PATH)[2].partition("/")[0]
        largest = int(st.get_option("server.maxUploadSize")) * 1024 * 1024
        told = Headers(scope=scope).get("content-length", "")
        size = min(int(told), largest) if told.isdecimal() and len(told) < 20 else largest
        if not self._has_room(session, size, largest):
            await _refuse(scope, receive, send)
            return
        answered, came = False, 0

        async def coming() -> Message:
            nonlocal came
            message = await receive()
            part = len(message.get("body", b""))
            came += part
            self._coming[session] += part
            return message if self._has_room(session, 0, largest) else {"type": "http.disconnect"}

        async def answer(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            async with asyncio.timeout(UPLOAD_SECONDS):
                await self._app(scope, coming, answer)
        except (TimeoutError, ClientDisconnect):
            if not answered:
                await _refuse(scope, receive, send)
        finally:
            self._coming[session] -= came
            self._coming += Counter()  # forget those that are through

    def _has_room(self, session: str, size: int, largest: int) -> bool:
        """Whether ``size`` bytes more of a session find room, in files of ``largest`` bytes at most."""
        its, every = _held(session)
        its, every = its + self._coming[session] + size, every + self._coming.total() + size
        return its <= UPLOADS_EACH * largest and every <= UPLOADS_TOGETHER * largest


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("Too many files", 413, {"connection": "close"})(scope, receive, send)


def _held(session: str) -> tuple[int, int]:
    """Bytes of the files of a session, and of all."""
    manager = runtime.get_instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        return 0, 0
    sizes = {
        key: sum(len(file.data) for file in list(files.values())) for key, files in list(manager.file_storage.items())
    }
    return sizes.get(session, 0), sum(sizes.values())
