"""Refuse the network in a test run: only this machine can be reached.

Python imports a module of this name by itself at start-up. tests/conftest.py imports it too and puts its folder on
PYTHONPATH, so that the servers and commands which tests start are held to the same rule.
"""

import ipaddress
import os
import socket
from typing import Any

Address = tuple[Any, ...] | str | bytes


class NetworkRefused(RuntimeError):  # noqa: N818 -- it states what happened
    """A test reached for another machine. No OSError, so that code which expects a bad network cannot swallow it."""


def is_local(host: str | bytes | None) -> bool:
    """True for this machine's own names and addresses, and for the empty ones that a server listens on."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(str(name).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def refuse_unless_local(host: str | bytes | None) -> None:
    if not is_local(host):
        raise NetworkRefused(f"{host!r}: tests run without a network. Use a fake adapter or a file.")


def guard() -> None:
    """Put the refusal into ``socket``, once."""
    if getattr(socket, "dateline_guarded", False):
        return
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Address) -> None:
        if self.family != socket.AF_UNIX:
            refuse_unless_local(address[0])  # type: ignore[arg-type]
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Address) -> int:
        if self.family != socket.AF_UNIX:
            refuse_unless_local(address[0])  # type: ignore[arg-type]
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: str | bytes | None, *args: Any, **kwargs: Any) -> Any:
        refuse_unless_local(host)
        return getaddrinfo(host, *args, **kwargs)

    socket.socket.connect = guarded_connect  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = guarded_connect_ex  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = guarded_getaddrinfo
    socket.dateline_guarded = True  # type: ignore[attr-defined]


guard()
if nursery := os.environ.get("DATELINE_NURSERY"):
    import handed

    handed.over(nursery)
