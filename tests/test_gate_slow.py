"""Who announces much, or takes little, holds nobody up; and a page of another site opens nothing (geo.panels)."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit import net_util
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from geo.limits import STREAM_GRACE_SECONDS, STREAM_PACE, UPLOAD_SECONDS, UPLOADS_EACH, UPLOADS_TOGETHER
from geo.panels import origins, uploads
from geo.panels.gate import Pace
from geo.panels.large import download
from tests.browser.server import Server, serve
from tests.browser.visitor import OPENING
from tests.conftest import ROOT
from tests.test_gate import opened, run

FOREIGN = [
    "http://evil.example",
    "http://127.0.0.1.evil.example",
    "null",
    "file://",
    "http://[",
    "https://streamlit.app",
]
OURS = [None, "http://127.0.0.1:8501", "https://maps.example.org", "http://localhost:3000"]
LARGEST = 5 * 1024 * 1024


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """As in a container: it listens on every address, which is where Streamlit asks for the one seen from outside."""
    with serve(ROOT, options=("--server.address", "0.0.0.0")) as running:  # noqa: S104
        yield running


def scope(origin: str | None, host: str = "maps.example.org") -> Scope:
    headers = [(b"host", host.encode())] + ([(b"origin", origin.encode())] if origin is not None else [])
    return {"type": "websocket", "headers": headers}


@pytest.mark.parametrize("origin", FOREIGN)
def test_another_sites_page_is_foreign(origin: str) -> None:
    assert origins.is_foreign(scope(origin))


@pytest.mark.parametrize("origin", OURS)
def test_a_page_from_here_is_not(origin: str | None) -> None:
    assert not origins.is_foreign(scope(origin))


def test_nobody_outside_is_asked_where_a_page_comes_from(server: Server) -> None:
    """Streamlit asked a machine of Amazon's at its start and for each foreign page, and answered nobody meanwhile."""
    stream = server.url.replace("http://", "ws://") + "_stcore/stream"
    for origin in FOREIGN:
        with pytest.raises(InvalidStatus, match="403"):
            connect(stream, subprotocols=[Subprotocol("streamlit")], origin=Origin(origin))
    with opened(server) as socket:
        socket.send(OPENING)
        assert run(socket)
    assert "external IP" not in server.printed()


def test_what_is_foreign_to_streamlit_is_foreign_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were it only foreign to Streamlit, that would ask."""
    from streamlit.web.server.starlette.starlette_websocket import _is_origin_allowed  # noqa: PLC0415

    asked: list[str] = []
    monkeypatch.setattr(net_util, "get_external_ip", lambda: asked.append("asked"))
    for origin in (*OURS, "http://localhost", "http://127.0.0.1"):
        _is_origin_allowed(origin, "localhost:8501")
        assert origins.is_foreign(scope(origin, "localhost:8501")) == bool(asked), origin
        asked.clear()


def test_text_is_no_message_and_what_comes_after_it_is_heard(server: Server) -> None:
    """It ended the loop that answers its connection, with sixty lines in the log."""
    with opened(server) as socket:
        socket.send('{"type": "hello"}')
        socket.send(OPENING)
        assert run(socket)
    assert "KeyError" not in server.printed()


def test_text_takes_its_turn() -> None:
    messages: list[Message] = [{"type": "websocket.receive", "text": "x"}, {"type": "websocket.disconnect"}]

    async def receive() -> Message:
        return messages.pop(0)

    assert asyncio.run(Pace(receive)())["type"] == "websocket.disconnect"


# Files that are laid down.


class Kept:
    """An ``app`` that reads all that comes, as Streamlit does before it keeps a file."""

    def __init__(self) -> None:
        self.read = 0

    async def __call__(self, _: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] == "http.request":
            self.read += len(message["body"])
            if not message["more_body"]:
                await send({"type": "http.response.start", "status": 204, "headers": []})
                await send({"type": "http.response.body", "body": b""})
                return
        raise uploads.ClientDisconnect


def put(session: str, size: int) -> Scope:
    path = f"{uploads.PATH}{session}/1"
    headers = [(b"content-length", str(size).encode()), (b"host", b"localhost")]
    return {"type": "http", "method": "PUT", "path": path, "query_string": b"", "headers": headers}


async def laid(taking: uploads.Uploads, session: str, parts: Iterator[bytes] | None, size: int = LARGEST) -> int:
    """The status of the answer to a file that comes in ``parts``; None: it never comes."""
    statuses: list[int] = []

    async def receive() -> Message:
        if parts is None:
            await asyncio.Event().wait()
        assert parts is not None
        await asyncio.sleep(0)
        part = next(parts, None)
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    async def send(message: Message) -> None:
        statuses.extend([message["status"]] if message["type"] == "http.response.start" else [])

    await taking.take(put(session, size), receive, send)
    return statuses[0]


@pytest.fixture
def taking(monkeypatch: pytest.MonkeyPatch) -> uploads.Uploads:
    monkeypatch.setattr(uploads, "_held", lambda _: (0, 0))
    monkeypatch.setattr(uploads.st, "get_option", lambda _: 5)
    return uploads.Uploads(Kept())


def test_files_that_are_only_announced_take_nobodys_room(taking: uploads.Uploads) -> None:
    """Sixty of three sessions kept all others from laying anything down, for as long as they pleased."""

    async def crowd() -> int:
        announced = [
            asyncio.ensure_future(laid(taking, f"evil-{number // UPLOADS_EACH}", None))
            for number in range(2 * UPLOADS_TOGETHER)
        ]
        await asyncio.sleep(0.01)
        status = await laid(taking, "honest", iter([b"hello"]), 5)
        for one in announced:
            one.cancel()
        await asyncio.gather(*announced, return_exceptions=True)
        return status

    assert asyncio.run(crowd()) == 204


def test_what_has_come_is_bounded_however_much_was_announced(taking: uploads.Uploads) -> None:
    async def crowd() -> list[int]:
        one = [laid(taking, "a", iter([bytes(LARGEST // 4)] * 4), 1) for _ in range(UPLOADS_EACH + 5)]
        return await asyncio.gather(*one)

    statuses = asyncio.run(crowd())
    assert statuses.count(204) <= UPLOADS_EACH
    assert statuses.count(413) >= 5
    assert asyncio.run(laid(taking, "a", iter([b"x"]), 1)) == 204  # nothing of them stays behind


def test_a_file_that_does_not_come_to_its_end_is_given_up(
    taking: uploads.Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LARGEST / UPLOAD_SECONDS < 20_000  # bytes a second: a slow line is no fault
    monkeypatch.setattr(uploads, "UPLOAD_SECONDS", 0.05)
    assert asyncio.run(laid(taking, "a", None)) == 413


# Files that are taken.


def test_a_visitor_who_takes_nothing_makes_room_for_others(tmp_path: Path) -> None:
    """Two who took a letter a minute kept the tables of a large collection from everybody, for an hour each."""

    async def send(_: Message) -> None:
        pass

    taking = download.Downloads(tmp_path)
    slow, fast, new = (download.Taking(send) for _ in range(3))
    slow.waited = fast.waited = new.waited = 2 * STREAM_GRACE_SECONDS
    fast.sent, slow.sent = 3 * STREAM_GRACE_SECONDS * STREAM_PACE, STREAM_GRACE_SECONDS * STREAM_PACE
    new.waited = STREAM_GRACE_SECONDS / 2
    for there, room, over in (({fast, new}, False, set()), ({fast, slow}, True, {slow}), ({slow}, True, set())):
        for one in (slow, fast, new):
            one.over.clear()
        taking._taking = set(there)
        assert taking._has_room() == room
        assert {one for one in (slow, fast, new) if one.over.is_set()} == over


def test_what_is_being_sent_counts_as_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(download.time, "monotonic", lambda: now[0])

    async def send(_: Message) -> None:
        now[0] += 7

    async def taken() -> download.Taking:
        one = download.Taking(send)
        await one.take(b"x" * 10)
        return one

    one = asyncio.run(taken())
    assert (one.waited, one.sent, one.sending) == (7, 10, None)
    one.sending = now[0]
    assert not one.is_slow(now[0] + STREAM_GRACE_SECONDS - 8)
    assert one.is_slow(now[0] + STREAM_GRACE_SECONDS)
