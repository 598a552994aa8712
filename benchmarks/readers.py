"""Many readers at once: real Streamlit sessions on one core, each with a click every 15 seconds.

    python -m benchmarks.readers                    1, 20 and 50 sessions on both pages, in turn; about 12 minutes
    python -m benchmarks.readers --seconds 30 --sessions 20
    python -m benchmarks.readers --sessions 50 --apart 0 --seconds 0 --nginx

A real browser opens each page once and clicks two symbols in turn; what it asks for and sends is kept. Each session is
a thread that does the same over connections of its own: it gets the page and its files as a first visitor does, opens
the web socket, and sends the clicks. A click ends when the server has told all that is new. The server has one core to
itself, the sessions share the others, with nginx where it stands between. One more reader comes and goes before those
that count: what is made once, by the server and by nginx, is not theirs.
"""

import argparse
import os
import random
import ssl
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from statistics import median, quantiles
from threading import Event, Thread
from unittest.mock import patch
from urllib.parse import urlsplit

from playwright.sync_api import Browser, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from benchmarks import visits
from benchmarks.machine import line, megabytes
from benchmarks.outside import chromium
from benchmarks.visits import Kind
from tests.browser.proxy import proxy
from tests.browser.server import Server, serve

SESSIONS = (1, 20, 50)
PAUSE_S = 15.0
"""From one click of a reader to the next."""
APART_S = 1.0
"""From one reader's coming to the next."""
LINGER_S = 2.0
"""How long readers stay connected after their last click, for the server's memory to be taken."""
SETTLE_S = 3.0
"""After a click in the browser, for all that it sends."""
PATIENCE_S = 120.0
"""After this long without an answer a click or a first view has failed."""
CONNECTIONS = 6
"""That a browser opens to one server, with HTTP/1.1."""
HEAD = (
    "page",
    "sessions",
    "first view p50 / p95, s",
    "click p50 / p95, s",
    "clicks",
    "errors",
    "server's CPU a first view / click, ms",
    "server, MB (PSS)",
    "MB a session more",
)


class ReaderError(Exception):
    """The server did not do what the browser was given."""


@dataclass(frozen=True)
class Recording:
    """What a browser asks a page's server for: files until it has a web socket, the message that opens the page, the
    files that the page then needs, and the messages of each click."""

    before: tuple[str, ...]
    opening: bytes
    after: tuple[str, ...]
    clicks: tuple[tuple[bytes, ...], ...]


@dataclass
class Tally:
    """What the sessions of one run saw: seconds of each first view and of each click, and what went wrong. They click
    once ``all_here`` is set."""

    views: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    all_here: Event = field(default_factory=Event)


@dataclass(frozen=True)
class Load:
    """One run: its tally, the server's CPU time in ms for each first view and for each click, and its memory in MB
    while all are connected."""

    kind: str
    sessions: int
    tally: Tally
    cpu_view: float
    cpu_click: float
    megabytes: float | None


def record(browser: Browser, kind: Kind) -> Recording:
    """Open ``kind`` in ``browser`` and click two of its symbols."""
    asked: list[str] = []
    sent: list[tuple[int, bytes]] = []  # with the number of files asked for until then

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: sent.append((len(asked), frame)))

    with serve(kind.folder) as server:
        context = visits.arrive(browser)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", listen)
        page.goto(server.url)
        marks = page.frame_locator('iframe[title*="folium"]').locator(kind.mark)
        marks.first.wait_for(timeout=PATIENCE_S * 1000)
        page.wait_for_timeout(SETTLE_S * 1000)
        split, opening = sent[0]
        before, after = (_files(part, server.url) for part in (asked[:split], asked[split:]))
        clicks: list[tuple[bytes, ...]] = []
        for mark in (marks.first, marks.last):
            sent.clear()
            mark.dispatch_event("click")
            page.wait_for_timeout(SETTLE_S * 1000)
            clicks.append(tuple(frame for _, frame in sent))
        context.close()
    if not all(clicks):
        raise ReaderError(f"{kind.name}: a click on the map sent nothing")
    return Recording(before, opening, after, tuple(clicks))


def _files(asked: Sequence[str], url: str) -> tuple[str, ...]:
    """Of the addresses ``asked``, those below ``url``, without it, each once."""
    return tuple(dict.fromkeys(one.removeprefix(url) for one in asked if one.startswith(url)))


@dataclass
class Session:
    """A reader's web socket, and the messages that his browser keeps, by hash."""

    socket: ClientConnection
    kept: set[str] = field(default_factory=set)

    def ask(self, message: bytes) -> None:
        """Send what the browser sent and wait until the server has told all. Raises ReaderError, TimeoutError or
        WebSocketException."""
        asked = BackMsg.FromString(message)
        asked.rerun_script.cached_message_hashes[:] = sorted(self.kept)
        self.socket.send(asked.SerializeToString())
        while True:
            answer = self.socket.recv(timeout=PATIENCE_S)
            told = ForwardMsg.FromString(answer if isinstance(answer, bytes) else answer.encode())
            if told.metadata.cacheable:
                self.kept.add(told.hash)
            if told.delta.new_element.WhichOneof("type") == "exception":
                raise ReaderError(told.delta.new_element.exception.message)
            if told.WhichOneof("type") == "script_finished":
                if told.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise ReaderError("the script does not compile")
                if told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return


def read(url: str, recording: Recording, wait: float, seconds: float, tally: Tally) -> None:
    """One reader: comes after ``wait`` seconds, looks, waits until all are there, then clicks every ``PAUSE_S``, from a
    random moment on, for ``seconds``."""
    time.sleep(wait)
    try:
        began = time.monotonic()
        fetch(url, recording.before)
        stream, at = url.replace("http", "ws", 1) + "_stcore/stream", urlsplit(url)
        named, origin = [Subprotocol("streamlit")], Origin(f"{at.scheme}://{at.netloc}")
        with connect(stream, subprotocols=named, origin=origin, max_size=None) as socket:
            session = Session(socket)
            session.ask(recording.opening)
            fetch(url, recording.after)
            tally.views.append(time.monotonic() - began)
            tally.all_here.wait()
            ends = time.monotonic() + seconds
            due, nth = time.monotonic() + random.uniform(0, PAUSE_S), 0  # noqa: S311 -- a phase, not a secret
            while due < ends:
                time.sleep(max(0.0, due - time.monotonic()))
                began = time.monotonic()
                for message in recording.clicks[nth % len(recording.clicks)]:
                    session.ask(message)
                tally.clicks.append(time.monotonic() - began)
                due, nth = due + PAUSE_S, nth + 1
            time.sleep(max(0.0, ends + LINGER_S - time.monotonic()))
    except (ReaderError, TimeoutError, WebSocketException, HTTPException, OSError) as error:
        tally.errors.append(f"{type(error).__name__}: {error}")


def fetch(url: str, files: Sequence[str]) -> None:
    """Get ``files`` over as many connections as a browser opens, packed as a browser asks for them and not unpacked:
    fifty readers share a core, and what each does of itself would be waited for as well. Raises OSError or
    HTTPException."""

    def get(share: Sequence[str]) -> None:
        connection = _connection(url)
        with closing(connection):
            for file in share:
                connection.request("GET", f"{urlsplit(url).path}{file}", headers={"Accept-Encoding": "gzip"})
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    raise HTTPException(f"{answer.status} {file}")

    with ThreadPoolExecutor(CONNECTIONS) as connections:
        list(connections.map(get, (files[nth::CONNECTIONS] for nth in range(CONNECTIONS))))


def _connection(url: str) -> HTTPConnection:
    at = urlsplit(url)
    if at.scheme == "http":
        return HTTPConnection(at.netloc, timeout=PATIENCE_S)
    return HTTPSConnection(at.netloc, timeout=PATIENCE_S, context=_trusting(os.environ["SSL_CERT_FILE"]))


@cache
def _trusting(certificate: str) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate)


def load(  # noqa: PLR0913 - who comes, to what, and how
    kind: Kind, recording: Recording, sessions: int, seconds: float, apart: float = APART_S, *, nginx: bool = False
) -> Load:
    """``sessions`` readers come, one every ``apart`` seconds, through the project's example of ``nginx`` or straight to
    the server; when all are there they click for ``seconds``. Raises ReaderError where not even one is served."""
    tally = Tally()
    with one_core(kind) as server, in_front(server) if nginx else nullcontext(server.url) as url:
        before = Tally()
        before.all_here.set()
        read(url, recording, 0, 0, before)
        if before.errors:
            raise ReaderError(before.errors[0])
        began = cpu_seconds(server)
        readers = [Thread(target=read, args=(url, recording, apart * nth, seconds, tally)) for nth in range(sessions)]
        for reader in readers:
            reader.start()
        while len(tally.views) + len(tally.errors) < sessions:
            time.sleep(0.1)
        here = cpu_seconds(server)
        tally.all_here.set()
        time.sleep(seconds)
        done, memory = cpu_seconds(server), megabytes(server.pid, "smaps_rollup", "Pss")
        for reader in readers:
            reader.join()
    cpu = 1000 * (here - began) / sessions, 1000 * (done - here) / max(len(tally.clicks), 1)
    return Load(kind.name, sessions, tally, *cpu, memory)


@contextmanager
def one_core(kind: Kind) -> Iterator[Server]:
    """``kind``'s server on the first core that this process may use, and this process on the others."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, cores[:1])  # inherited by the server
    try:
        with serve(kind.folder) as server:
            os.sched_setaffinity(0, cores[1:] or cores)
            yield server
    finally:
        os.sched_setaffinity(0, cores)


@contextmanager
def in_front(server: Server) -> Iterator[str]:
    """nginx in front of ``server``, and the page's address there; files and web sockets trust its certificate."""
    with (
        tempfile.TemporaryDirectory() as name,
        proxy(Path(name), [server]) as running,
        patch.dict(os.environ, SSL_CERT_FILE=str(running.folder / "cert.pem")),
    ):
        yield running.url


def cpu_seconds(server: Server) -> float:
    """CPU time of the server so far, in seconds: fields 14 and 15 of /proc/PID/stat, see proc(5)."""
    fields = (Path("/proc") / str(server.pid) / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def spread(values: Sequence[float]) -> str:
    """Median and 95th percentile."""
    if not values:
        return "–"
    top = quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return f"{median(values):.2f} / {top:.2f}"


def table(loads: Sequence[Load]) -> str:
    """A Markdown table, one line a run; memory a session more is over the same page's run with fewest sessions."""
    lines: list[tuple[str, ...]] = [HEAD, ("---", *["---:"] * (len(HEAD) - 1))]
    for one in loads:
        least = min((other for other in loads if other.kind == one.kind), key=lambda other: other.sessions)
        more = "–"
        if one.megabytes and least.megabytes and one.sessions > least.sessions:
            more = f"{(one.megabytes - least.megabytes) / (one.sessions - least.sessions):.1f}"
        tally = one.tally
        lines.append(
            (
                *(one.kind, str(one.sessions), spread(tally.views), spread(tally.clicks), str(len(tally.clicks))),
                *(
                    str(len(tally.errors)),
                    f"{one.cpu_view:.0f} / {one.cpu_click:.0f}",
                    f"{one.megabytes:.0f}" if one.megabytes else "–",
                    more,
                ),
            )
        )
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers", description="Many readers on one core.")
    parser.add_argument("--seconds", type=float, default=90, help="how long they click, after they have come (90)")
    parser.add_argument("--sessions", type=int, nargs="+", default=SESSIONS, help="how many, one run each (1 20 50)")
    told = "seconds from one coming to the next; 0: all in the same instant (1)"
    parser.add_argument("--apart", type=float, default=APART_S, help=told)
    parser.add_argument("--nginx", action="store_true", help="behind deploy/nginx/dateline.conf, which keeps the files")
    chosen = parser.parse_args()
    loads = []
    with tempfile.TemporaryDirectory() as folder:
        kinds = visits.ours(), visits.usual(Path(folder) / "usual")
        with chromium() as browser:
            version = browser.version
            recordings = [record(browser, kind) for kind in kinds]
        for sessions in chosen.sessions:
            for kind, recording in zip(kinds, recordings, strict=True):
                loads.append(load(kind, recording, sessions, chosen.seconds, chosen.apart, nginx=chosen.nginx))
                for error in loads[-1].tally.errors[:3]:
                    print(f"{kind.name}, {sessions} sessions: {error}", file=sys.stderr)
                print(f"{kind.name}, {sessions} sessions: done", file=sys.stderr, flush=True)
    print(f"{line(version)}. A click every {PAUSE_S:.0f} s, {chosen.seconds:.0f} s; load {os.getloadavg()[1]:.1f}\n")
    print(table(loads))


if __name__ == "__main__":
    main()
