"""What the process that parses may not do: grow, run on, write, start programs, or reach a network."""

import os
import sys
from contextlib import suppress
from typing import Any

from geo.limits import INTAKE_MEMORY, INTAKE_PROCESSOR_SECONDS

_REFUSED = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg",
    "urllib.Request", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty",
    "os.spawn", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "os.kill", "shutil.rmtree", "pty.spawn", "webbrowser.open", "ftplib.connect", "smtplib.connect",
)  # fmt: skip
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000
"""Flags of Linux's unshare(2): a network of its own without any way out, and a user that may ask for one."""


class NotAllowed(RuntimeError):  # noqa: N818 -- it states what happened
    """A parser tried what no parser needs."""


def confine() -> None:
    """Limit this process for good. What a system does not know is left to the limits that it knows."""
    with suppress(ImportError):  # Windows has no such limits; there the parent's clock is what ends a parser
        import resource

        for kind, most in (
            (resource.RLIMIT_AS, INTAKE_MEMORY),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NOFILE, 64),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
    _leave_the_network()
    sys.addaudithook(_refuse)


def allow_more_time() -> None:
    """Give this process ``INTAKE_PROCESSOR_SECONDS`` more, for the next file."""
    with suppress(ImportError):
        import resource

        used = sum(os.times()[:2])
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + INTAKE_PROCESSOR_SECONDS + 1, hard))


def _leave_the_network() -> None:
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with suppress(OSError, AttributeError):
        unshare = ctypes.CDLL(None, use_errno=True).unshare
        if unshare(_NEW_NETWORK) != 0:
            unshare(_NEW_NETWORK | _NEW_USER)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _REFUSED:
        raise NotAllowed(event)
    if event == "open" and isinstance(mode := arguments[1], str) and set(mode) & set("wax+"):
        raise NotAllowed("open to write")
