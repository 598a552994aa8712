"""Start the dashboard as a user does, on a free port of this machine, and end it."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from urllib.error import URLError

from tests.nursery import Forked, Nursery, Ports

START_SECONDS = 240


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address, ending with a slash, its port, the project that it shows, and its process."""

    url: str
    port: int
    folder: Path
    pid: int
    log: IO[bytes]

    def printed(self) -> str:
        """All that the server has written to its terminal so far."""
        return os.pread(self.log.fileno(), 10_000_000, 0).decode()


def healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}_stcore/health", timeout=30) as answer:  # noqa: S310 -- our own address
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False


@contextmanager
def serve(
    folder: Path,
    *,
    base: str = "",
    environment: dict[str, str] | None = None,
    options: Sequence[str] = (),
    through: Sequence[str] | Nursery = (),
) -> Iterator[Server]:
    """Run ``folder``'s dashboard, under the path ``base``, with more of Streamlit's ``options`` and started by the
    command ``through``, where they are given. From a nursery it comes with its libraries loaded, and so do those who
    read for it: for tests of anything but its start. Raises RuntimeError with its log."""
    ports = through.ports if isinstance(through, Nursery) else Ports()
    with ports.one() as port, TemporaryFile() as log:
        command = ["-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
        command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
        command += ["--server.baseUrlPath", base] if base else []
        command += options
        url = f"http://127.0.0.1:{port}/{base}/" if base else f"http://127.0.0.1:{port}/"
        around = {**(through.around if isinstance(through, Nursery) else os.environ), **(environment or {})}
        process: Forked | subprocess.Popen[bytes]
        if isinstance(through, Nursery):
            process = through.start(command, folder=folder, environment=around, output=log)
        else:
            begun = [*through, sys.executable, *command]
            process = subprocess.Popen(begun, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env=around)
        server = Server(url, port, folder, process.pid, log)
        try:
            deadline = time.monotonic() + START_SECONDS
            while not healthy(url):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"The dashboard in {folder} did not start:\n{server.printed()}")
                time.sleep(0.05)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
