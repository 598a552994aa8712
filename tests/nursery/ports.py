"""Ports of this machine for servers that begin and end."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


def free_port(port: int = 0) -> int:
    """A port that nobody has: this one, where one is named. Raises OSError where somebody has it."""
    with socket.create_server(("127.0.0.1", port)) as probe:
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Ports:
    """The port of a server that has ended is for the next: of an address where it has been before a browser has
    Streamlit's program translated, which is a third of what a visit costs."""

    left: list[int] = field(default_factory=list)

    @contextmanager
    def one(self) -> Iterator[int]:
        port = self._again() or free_port()
        try:
            yield port
        finally:
            self.left.append(port)

    def _again(self) -> int | None:
        while self.left:
            with suppress(OSError):  # whoever has it by now keeps it
                return free_port(self.left.pop())
        return None
