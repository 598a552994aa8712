"""What the server sends goes out at once.

Streamlit makes its socket without saying that it is one of TCP, and asyncio then leaves Nagle's algorithm on: the
second part of an answer (its content, behind its head) waits until the browser has confirmed the first, which a browser
that has nothing to say does after 40 ms. Of a first view with its 130 files, six at a time, that was a third.
"""

import os
import socket
from contextlib import suppress
from pathlib import Path

_OPEN = Path("/dev/fd")
"""What this process has open. Where there is no such folder (Windows) answers leave as Streamlit lets them."""


def at_once() -> None:
    """Turn Nagle's algorithm off for the sockets on which this process waits for visitors; each connection that is
    taken there has it off as well."""
    with suppress(FileNotFoundError):
        for one in list(_OPEN.iterdir()):
            with suppress(OSError, ValueError):  # it is none of a socket, or the list's own and gone
                _hurry(int(one.name))


def _hurry(opened: int) -> None:
    """Raises OSError where ``opened`` is no socket."""
    with socket.socket(fileno=os.dup(opened)) as listening:
        if listening.family in (socket.AF_INET, socket.AF_INET6) and listening.getsockopt(
            socket.SOL_SOCKET, socket.SO_ACCEPTCONN
        ):
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
