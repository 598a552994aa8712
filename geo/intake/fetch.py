"""Fetch one page, file or feed of the public web. Each address, also one that a page leads on to, is checked once it is
resolved, and the address that was checked is the one that is connected to: a name that changes gains nothing."""

import http.client
import re
import socket
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Timer
from urllib.parse import urljoin, urlsplit

from geo.errors import ArticleError
from geo.intake.document import Source
from geo.intake.public import Resolve, Target, resolved, target
from geo.limits import FETCH_HOPS, FETCH_SECONDS, FETCH_WAIT_SECONDS, INTAKE_FILE_BYTES

_MOVED = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*://")
_HEADERS = {
    "User-Agent": "Dateline (reads news articles that its user names)",
    "Accept": "text/html,application/pdf,application/rss+xml,application/atom+xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood at ``address``, where the first one led to."""

    address: str
    source: Source


@dataclass(frozen=True)
class Web:
    """How names are resolved and machines reached; ``trust`` says whose certificates count."""

    resolve: Resolve = resolved
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def dial(self, to: Target) -> socket.socket:
        """A connection to the address that was checked. Raises OSError."""
        return socket.create_connection((to.ip, to.port), timeout=FETCH_WAIT_SECONDS)

    def fetch(self, address: str) -> Fetched:
        """Raises ArticleError where there is no such page, it is not public, too large or too slow."""
        until = time.monotonic() + FETCH_SECONDS
        here = address
        for _ in range(FETCH_HOPS):
            to = target(here, self.resolve)
            try:
                status, moved, content = self._asked(to, here, until)
            except (OSError, http.client.HTTPException) as error:
                what = f"cannot be fetched ({_why(error)})"
                remedy = "Try again, or save the page and add the file"
                raise ArticleError(what, where=here[:80], remedy=remedy) from error
            if status in _MOVED and moved:
                here = urljoin(here, moved)
                continue
            if status != http.client.OK:
                remedy = "Check the address; where it needs a login, save the page and add the file"
                raise ArticleError(f"answers with {status}", where=here[:80], remedy=remedy)
            return Fetched(here, Source(_name(here), content, here))
        what = f"leads on more than {FETCH_HOPS} times"
        raise ArticleError(what, where=address[:80], remedy="Give the last of these addresses")

    def _asked(self, to: Target, here: str, until: float) -> tuple[int, str | None, bytes]:
        """The status, where it leads, and what it holds."""
        connection = http.client.HTTPConnection(to.host, to.port)
        raw, timer = self.dial(to), None
        try:
            connection.sock = self.trust.wrap_socket(raw, server_hostname=to.host) if to.scheme == "https" else raw
            timer = Timer(max(until - time.monotonic(), 0), _hang_up, [connection.sock])
            timer.daemon = True
            timer.start()
            connection.request("GET", _ascii(to.path), headers=_HEADERS)
            answer = connection.getresponse()
            content = _content(answer, here, until) if answer.status == http.client.OK else b""
            return answer.status, answer.headers.get("Location"), content
        finally:
            if timer is not None:
                timer.cancel()
            connection.close()
            raw.close()


def _hang_up(line: socket.socket) -> None:
    """End a connection whose other side tells a little at a time."""
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def is_address(words: str) -> bool:
    """Whether ``words`` are an address of the web, or of something that is not of it and is refused as such."""
    return bool(_SCHEME.match(words))


def _content(answer: http.client.HTTPResponse, here: str, until: float) -> bytes:
    if answer.headers.get("Content-Encoding", "identity").casefold() != "identity":
        remedy = "Save the page and add the file"
        raise ArticleError("comes packed, though that was not asked for", where=here[:80], remedy=remedy)
    parts, size = [], 0
    while part := answer.read1(_CHUNK):
        size += len(part)
        if size > INTAKE_FILE_BYTES:
            megabytes = INTAKE_FILE_BYTES // 1_000_000
            raise ArticleError(f"is larger than {megabytes} MB", where=here[:80], remedy="Add a part of it as a file")
        if time.monotonic() > until:
            what = f"took longer than {FETCH_SECONDS} seconds"
            raise ArticleError(what, where=here[:80], remedy="Try again, or save the page and add the file")
        parts.append(part)
    if answer.length:
        raise http.client.IncompleteRead(b"", answer.length)
    return b"".join(parts)


def _ascii(path: str) -> str:
    """A path as it is sent: letters of other scripts as percent-encoded UTF-8."""
    return "".join(
        letter if letter.isascii() else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
        for letter in path
    )


def _name(address: str) -> str:
    """How what was fetched is called, its ending last: that tells what it is where its bytes do not."""
    parts = urlsplit(address)
    return f"{parts.hostname or ''}{parts.path.rstrip('/')}"


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it does not answer"
    if isinstance(error, ssl.SSLError):
        return "its certificate does not hold"
    return getattr(error, "strerror", None) or type(error).__name__
