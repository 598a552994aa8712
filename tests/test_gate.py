"""What no page sends is refused before Streamlit works on it; each connection is heard at a pace (geo.panels.gate)."""

import asyncio
import http.client
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from geo.limits import MESSAGE_BURST, MESSAGE_FILES, MESSAGE_WIDGETS, MESSAGES_A_SECOND, UPLOADS_EACH
from geo.panels import gate
from tests.browser.server import Server, serve
from tests.browser.visitor import OPENING, look
from tests.conftest import ROOT

LARGEST = 1
"""MB of a file."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(ROOT, options=("--server.maxUploadSize", str(LARGEST))) as running:
        yield running


def opened(server: Server) -> ClientConnection:
    stream, origin = server.url.replace("http://", "ws://") + "_stcore/stream", Origin(server.url.rstrip("/"))
    return connect(stream, subprotocols=[Subprotocol("streamlit")], origin=origin, max_size=None, ping_interval=None)


def run(socket: ClientConnection) -> list[ForwardMsg]:
    """What the server answers, to the end of the next run of the page."""
    found: list[ForwardMsg] = []
    while not found or found[-1].WhichOneof("type") != "script_finished":
        message = socket.recv(timeout=180)
        assert isinstance(message, bytes)
        found.append(ForwardMsg.FromString(message))
    return found


def asked(
    server: Server, path: str, method: str = "GET", body: bytes = b"", **headers: str
) -> http.client.HTTPResponse:
    asking = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=120)
    with suppress(BrokenPipeError):  # who is refused before all of it is sent has an answer all the same
        asking.request(method, path, body or None, headers)
    answer = asking.getresponse()
    answer.read()
    asking.close()
    return answer


def files(count: int) -> bytes:
    return BackMsg(file_urls_request={"request_id": "1", "file_names": ["a"] * count}).SerializeToString()  # type: ignore[arg-type]


def widgets(count: int) -> bytes:
    states = [{"id": f"{number}", "bool_value": True} for number in range(count)]
    return BackMsg(rerun_script={"widget_states": {"widgets": states}}).SerializeToString()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "message",
    [
        BackMsg(clear_cache=True).SerializeToString(),
        BackMsg(set_run_on_save=True).SerializeToString(),
        BackMsg(debug_shutdown_runtime=True).SerializeToString(),
        BackMsg(debug_disconnect_websocket=True).SerializeToString(),
        files(MESSAGE_FILES + 1),
        widgets(MESSAGE_WIDGETS + 1),
    ],
    ids=["clear_cache", "set_run_on_save", "shutdown", "disconnect", "files", "widgets"],
)
def test_what_no_page_sends_is_not_heard(message: bytes) -> None:
    assert not gate.is_of_a_page(message)


@pytest.mark.parametrize("message", [OPENING, files(MESSAGE_FILES), widgets(MESSAGE_WIDGETS), b"", b"\xff" * 9])
def test_what_a_page_sends_is_heard_and_what_is_no_message_is_left_to_streamlit(message: bytes) -> None:
    assert gate.is_of_a_page(message)


def test_a_connection_is_heard_at_a_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five hundred runs that were asked for in one instant held everybody up for 5 s, on a busy machine for 25."""
    now, waits = [0.0], list[float]()

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    async def receive() -> dict[str, object]:
        return {"type": "websocket.receive", "bytes": OPENING}

    monkeypatch.setattr(gate.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(gate.asyncio, "sleep", sleep)

    async def hear(count: int) -> None:
        pace = gate.Pace(receive)
        for _ in range(count):
            await pace()

    asyncio.run(hear(MESSAGE_BURST))
    assert waits == []
    asyncio.run(hear(MESSAGE_BURST + 5 * MESSAGES_A_SECOND))
    assert sum(waits) == pytest.approx(5)


def test_the_caches_of_all_visitors_are_not_emptied_by_one(server: Server) -> None:
    with opened(server) as socket:
        for message in (BackMsg(clear_cache=True).SerializeToString(), files(100_000), OPENING):
            socket.send(message)
        kinds = {it.WhichOneof("type") for it in run(socket)}
    assert "delta" in kinds
    assert "file_urls_response" not in kinds


def test_a_message_that_is_larger_than_any_of_ours_closes_its_connection_alone(server: Server) -> None:
    with opened(server) as other, opened(server) as socket:
        with suppress(ConnectionClosed):  # it may be closed before all is sent
            socket.send(bytes(21_000_000))
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=180)
        other.send(OPENING)
        assert run(other)


def test_the_files_of_a_session_are_bounded_together(server: Server) -> None:
    """Sixty of 5 MB took 300 MB, for as long as their page was open and two minutes more."""
    token = re.search("_streamlit_xsrf=([^;]+)", asked(server, "/_stcore/health").getheader("Set-Cookie", ""))
    assert token
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    body = head + bytes(LARGEST * 1_000_000) + b"\r\n--b--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=b", "X-Xsrftoken": token[1]}
    with opened(server) as socket:
        socket.send(OPENING)
        sessions = [it.new_session.initialize.session_id for it in run(socket) if it.HasField("new_session")]
        put = [
            asked(
                server,
                f"/_stcore/upload_file/{sessions[0]}/{number}",
                "PUT",
                body,
                Cookie=f"_streamlit_xsrf={token[1]}",
                **headers,
            ).status
            for number in range(UPLOADS_EACH + 5)
        ]
    assert put[:UPLOADS_EACH] == [204] * UPLOADS_EACH
    assert set(put[UPLOADS_EACH + 2 :]) == {413}


def test_the_page_is_framed_by_nobody_else_and_the_map_alone_by_anybody(server: Server) -> None:
    policies = {
        path: asked(server, path).getheader("Content-Security-Policy")
        for path in (
            "/",
            "/?embed=true",
            "/?embed=true&embed=false",
            "/component/streamlit_folium.st_folium/index.html",
        )
    }
    assert list(policies.values()) == ["frame-ancestors 'self'", None, "frame-ancestors 'self'", None]
    assert asked(server, "/app/static/leaflet/leaflet.js").getheader("X-Content-Type-Options") == "nosniff"


def test_a_server_that_is_told_to_end_leaves_no_folder(tmp_path: Path) -> None:
    """The map's data, and what visitors added to copies of their own."""
    with serve(ROOT, environment={"TMPDIR": str(tmp_path)}) as ending:
        look(ending)
        assert list(tmp_path.iterdir()) != []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/interact"])
def test_what_tells_of_the_server_is_closed(server: Server, path: str) -> None:
    assert asked(server, path).status == 404


def test_no_request_is_answered_under_another_name(server: Server) -> None:
    assert asked(server, "/", Host="evil.example").status == 421
    assert asked(server, "/app/static/leaflet/leaflet.js", Host="evil.example").status == 421
    assert asked(server, "/_stcore/health", Host="10.0.0.7").status == 200


def test_the_server_is_its_own_first_visitor(server: Server) -> None:
    """What all visitors share is there before anybody comes: the libraries that the page draws with are loaded."""
    maps, until = Path("/proc") / str(server.pid) / "maps", time.monotonic() + 180
    while "pandas" not in maps.read_text(encoding="utf-8"):
        assert time.monotonic() < until, "nobody has run the page"
        time.sleep(0.05)
    look(server)
    assert "Traceback" not in server.printed()
