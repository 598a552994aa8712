"""A real nginx with the project's own example, deploy/nginx/dateline.conf, in front of running dashboards.

python -m tests.browser.proxy     installs nginx and openssl where they are missing; exit code 1 where it cannot
"""

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path

from tests.browser.server import START_SECONDS, Server
from tests.conftest import ROOT
from tests.nursery import free_port

EXAMPLE = ROOT / "deploy" / "nginx" / "dateline.conf"
PREFIX = "/maps/dateline/"
TOOLS = ("nginx", "openssl")
SEARCH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))
"""Debian keeps nginx where only root's PATH looks."""

# What Debian's /etc/nginx/nginx.conf does around the files in conf.d/, in a folder of its own.
AROUND = """
daemon off;
{user}
pid FOLDER/nginx.pid;
error_log FOLDER/error.log;
worker_processes 1;
events {{ worker_connections 2048; }}
http {{
    include /etc/nginx/mime.types;
    log_format asked "$status $request_uri $upstream_addr $cookie_dateline_replica";
    access_log FOLDER/access.log asked;
    client_body_temp_path FOLDER/body;
    proxy_temp_path FOLDER/proxy;
    fastcgi_temp_path FOLDER/fastcgi;
    uwsgi_temp_path FOLDER/uwsgi;
    scgi_temp_path FOLDER/scgi;
    include FOLDER/dateline.conf;
}}
"""


@dataclass(frozen=True)
class Request:
    """A request that is over: its status, its address on this host, the ports of the dashboards that were asked for it,
    and the visitor's cookie ("-" for none)."""

    status: int
    address: str
    ports: tuple[int, ...]
    visitor: str


@dataclass(frozen=True)
class Proxy:
    """A running nginx: the page's address, ending with a slash; where plain HTTP is; its folder with both logs."""

    url: str
    plain: str
    folder: Path

    def get(self, address: str, **headers: str) -> HTTPResponse:
        """Ask for ``address`` below the prefix. Raises urllib's HTTPError."""
        trusting = ssl.create_default_context(cafile=self.folder / "cert.pem")
        request = urllib.request.Request(self.url + address, headers=headers)  # noqa: S310 -- our own address
        answer: HTTPResponse = urllib.request.urlopen(request, timeout=120, context=trusting)  # noqa: S310
        return answer

    def requests(self) -> list[Request]:
        """All requests that are over; a web socket is when it is closed."""
        found = []
        for line in (self.folder / "access.log").read_text(encoding="utf-8").splitlines():
            status, address, *asked, visitor = line.split(" ")
            ports = tuple(int(one.strip(",").rpartition(":")[2]) for one in asked if one != "-")
            found.append(Request(int(status), address, ports, visitor))
        return found

    def answered(self, address: str, count: int = 1) -> list[Request]:
        """The requests with ``address`` in theirs, once there are so many: nginx writes its log after it has answered.
        Raises TimeoutError."""
        deadline = time.monotonic() + 120
        while len(found := [one for one in self.requests() if address in one.address]) < count:
            if time.monotonic() > deadline:
                raise TimeoutError(f"nothing asked for {address}")
            time.sleep(0.02)
        return found


def render(text: str, changes: Mapping[str, str]) -> str:
    """``text`` with each key replaced by its value. Raises ValueError for a key that is not in it."""
    for old, new in changes.items():
        if old not in text:
            raise ValueError(f"{EXAMPLE}: {old!r} is no longer in it")
        text = text.replace(old, new)
    return text


@contextmanager
def proxy(
    folder: Path,
    servers: Sequence[Server],
    *,
    prefix: str = PREFIX,
    changes: Mapping[str, str] | None = None,
    port: int | None = None,
) -> Iterator[Proxy]:
    """Run nginx on ``port``, or a free one, with the example in front of ``servers``; ``changes`` replaces other parts.
    ``folder`` gets its files. Raises RuntimeError with its log where it does not start."""
    folder.mkdir(parents=True, exist_ok=True)
    certify(folder)
    plain, secure = free_port(), port or free_port()
    upstreams = "".join(f"server 127.0.0.1:{server.port};" for server in servers)
    (folder / "dateline.conf").write_text(
        render(
            EXAMPLE.read_text(encoding="utf-8"),
            {
                **(changes or {}),
                PREFIX.rstrip("/"): prefix.rstrip("/"),
                "server 127.0.0.1:8501;": upstreams,
                "listen 80;": f"listen 127.0.0.1:{plain};",
                "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
                r"^(maps\.example\.org)$": r"^(127\.0\.0\.1|localhost)$",
                "/var/cache/dateline": str(folder / "cache"),
                "/etc/ssl/certs/maps.example.org.pem": str(folder / "cert.pem"),
                "/etc/ssl/private/maps.example.org.key": str(folder / "key.pem"),
            },
        ),
        encoding="utf-8",
    )
    around = AROUND.format(user="user root;" if os.geteuid() == 0 else "")
    (folder / "nginx.conf").write_text(around.replace("FOLDER", str(folder)), encoding="utf-8")
    process = subprocess.Popen(
        [find("nginx"), "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not listens(secure):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"nginx did not start:\n{(folder / 'error.log').read_text(encoding='utf-8')}")
            time.sleep(0.02)
        yield Proxy(f"https://127.0.0.1:{secure}{prefix}", f"http://127.0.0.1:{plain}{prefix}", folder)
    finally:
        process.terminate()
        process.wait(timeout=60)


def certify(folder: Path) -> None:
    """A certificate for this machine that nobody has signed but itself, valid for a day."""
    subprocess.run(
        [
            *(find("openssl"), "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
            *("-keyout", folder / "key.pem", "-out", folder / "cert.pem"),
        ],
        capture_output=True,
        check=True,
    )


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def find(tool: str) -> str:
    """The path of ``tool``. Raises RuntimeError that says what to do."""
    path = shutil.which(tool, path=SEARCH)
    if path is None:
        raise RuntimeError(f"No {tool} found. Install it (on Debian: apt-get install {tool}).")
    return path


def ensure() -> None:
    """Install Debian's packages of what is missing, where that can be done. Raises RuntimeError."""
    missing = [tool for tool in TOOLS if shutil.which(tool, path=SEARCH) is None]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {' and '.join(missing)} for the tests", file=sys.stderr)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-qq", "--yes", "--no-install-recommends", *missing],
            stdout=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            check=False,
        )
    for tool in TOOLS:
        find(tool)


if __name__ == "__main__":
    try:
        ensure()
    except RuntimeError as error:
        sys.exit(str(error))
