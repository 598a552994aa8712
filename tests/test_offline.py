"""The refusal of the network, in this process and in the commands that tests start."""

import socket
import subprocess
import sys

import pytest

from tests.offline.sitecustomize import NetworkRefused, is_local


@pytest.mark.parametrize("host", [None, "", "localhost", b"localhost", "127.0.0.1", "127.8.8.8", "::1", "::"])
def test_this_machine_is_local(host: str | bytes | None) -> None:
    assert is_local(host)


@pytest.mark.parametrize(
    "host", ["example.org", b"example.org", "192.0.2.1", "10.0.0.1", "2001:db8::1", "localhost.org"]
)
def test_others_are_not(host: str | bytes) -> None:
    assert not is_local(host)


def test_names_are_not_resolved() -> None:
    with pytest.raises(NetworkRefused, match=r"example\.org"):
        socket.getaddrinfo("example.org", 443)


@pytest.mark.parametrize("connect", [socket.socket.connect, socket.socket.connect_ex])
def test_addresses_are_not_connected_to(connect: object) -> None:
    with socket.socket() as wire, pytest.raises(NetworkRefused, match=r"192\.0\.2\.1"):
        connect(wire, ("192.0.2.1", 443))  # type: ignore[operator]


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as wire:
        assert wire.getpeername() == server.getsockname()


def test_commands_are_refused_too() -> None:
    code = "import urllib.request; urllib.request.urlopen('https://example.org')"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert "NetworkRefused: 'example.org': tests run without a network" in ended.stderr
