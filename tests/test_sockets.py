"""Answers leave at once, and none waits for the browser to confirm its head (geo.panels.sockets)."""

import http.client
import socket
import time
from urllib.parse import urlsplit

from geo.panels import sockets
from tests.browser.server import serve
from tests.conftest import ROOT

CONFIRMED_S = 0.04
"""When the system confirms at the latest what it has received, and has nothing to send (Linux)."""


def test_no_answer_waits_until_its_head_is_confirmed() -> None:
    """Of many, for a busy machine makes some of them late; those that wait do so each time."""
    with serve(ROOT) as server:
        asking = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=120)
        taken = []
        for _ in range(40):
            begun = time.monotonic()
            asking.request("GET", "/_stcore/health")
            assert asking.getresponse().read() == b"ok"
            taken.append(time.monotonic() - begun)
        asking.close()
    assert min(taken[20:]) < CONFIRMED_S * 0.75  # the first of a connection are confirmed at once


def test_what_listens_is_told_and_what_it_takes_has_it_as_well() -> None:
    def hurries(one: socket.socket) -> bool:
        return bool(one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

    with socket.socket() as listening, socket.socket() as other:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        sockets.at_once()
        other.connect(listening.getsockname())
        taken, _ = listening.accept()
        with taken:
            assert (hurries(listening), hurries(taken), hurries(other)) == (True, True, False)
