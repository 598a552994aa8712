"""Ask for a process that has everything loaded (see ``tests.nursery.process``)."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.nursery import process
from tests.nursery.ports import Ports

READY_SECONDS = 240


@dataclass
class Forked:
    """A process, with what ``subprocess.Popen`` says and does."""

    pid: int
    connection: socket.socket
    returncode: int | None = None

    def poll(self) -> int | None:
        return self._ended(0)

    def wait(self, timeout: float) -> int:
        if (code := self._ended(timeout)) is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout)
        return code

    def terminate(self) -> None:
        self._send(15)

    def kill(self) -> None:
        self._send(9)

    def _send(self, signal: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, signal)

    def _ended(self, timeout: float) -> int | None:
        if self.returncode is None:
            self.connection.settimeout(timeout)
            try:
                self.returncode = int(self.connection.recv(16) or -9)
            except (TimeoutError, BlockingIOError):
                return None
            self.connection.close()
        return self.returncode


class Nursery:
    """Give processes for commands of Python; it starts with the first that is asked for.

    Only Linux has the sockets for it. Elsewhere each process starts as a user's does.
    """

    def __init__(self, folder: Path) -> None:
        self._address = str(folder / "socket")
        self._process: subprocess.Popen[bytes] | None = None
        self.ports = Ports()

    @property
    def around(self) -> dict[str, str]:
        """The environment of a process whose readers come from here, and which may itself be a reader."""
        if sys.platform != "linux":
            return {**os.environ}
        self._begin()
        return {**os.environ, "DATELINE_NURSERY": self._address}

    def start(
        self, arguments: Sequence[str], *, folder: Path, environment: Mapping[str, str], output: IO[bytes]
    ) -> "Forked | subprocess.Popen[bytes]":
        """What ``python`` with these ``arguments`` would be. All it prints goes to ``output``."""
        if sys.platform != "linux":
            command = [sys.executable, *arguments]
            return subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        self._begin()
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with ExitStack() as stack:
            stack.enter_context(connection)
            connection.settimeout(READY_SECONDS)
            connection.connect(self._address)
            request = {"arguments": list(arguments), "folder": str(folder), "environment": dict(environment)}
            nothing = stack.enter_context(Path(os.devnull).open("rb"))
            streams = [nothing.fileno(), output.fileno(), output.fileno()]
            socket.send_fds(connection, [json.dumps(request).encode()], streams)
            if not (number := connection.recv(16)):
                raise RuntimeError("No process came from the nursery; what it printed says why")
            nothing.close()
            stack.pop_all()  # the connection is open for as long as the process runs
            return Forked(int(number), connection)

    def _begin(self) -> None:
        if self._process is not None:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listening:
            listening.bind(self._address)
            listening.listen(128)
            self._process = subprocess.Popen(
                [sys.executable, process.__file__, str(listening.fileno())],
                stdin=subprocess.PIPE,
                pass_fds=[listening.fileno()],
            )

    def close(self) -> None:
        """End it, and with it all processes that came from it."""
        if self._process is not None:
            self._process.terminate()  # whoever else holds its standard input
            self._process.communicate()
