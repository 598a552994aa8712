"""A reader that a page started becomes one that has everything loaded already, where tests say so.

``sitecustomize`` asks this before the process does anything. It then waits for the other one, with whose exit code it
ends; if it is ended first, so is the other (see ``tests/nursery``).
"""

import json
import os
import signal
import socket
import sys

MODULE, PROGRAM = ["-m", "geo"], "from geo.__main__ import main"
"""What reads: the command, and what a page makes of it (geo/panels/desk/run.py)."""


def over(address: str) -> None:
    """Ask at ``address`` for a process that does what this one was started for, if that is reading."""
    arguments = sys.orig_argv[1:]
    if arguments[:2] != MODULE and (arguments[:1] != ["-c"] or PROGRAM not in arguments[1]):
        return
    request = {"arguments": arguments, "folder": os.getcwd(), "environment": dict(os.environ)}  # noqa: PTH109
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as connection:
        connection.connect(address)
        socket.send_fds(connection, [json.dumps(request).encode()], [0, 1, 2])
        connection.recv(16)  # its number
        code = int(connection.recv(16) or -signal.SIGKILL)
    if code < 0:
        os.kill(os.getpid(), -code)
    os._exit(code)
