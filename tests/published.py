"""Read what a published page carries, as its scripts do, and serve a folder as any web host would."""

import gzip
import json
import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

_PART = re.compile(r'<script type="[a-z/]+" data-part="([a-z0-9.-]+)"( data-packed)?>(.*?)</script>', re.DOTALL)


def parts(page: bytes) -> dict[str, Any]:
    """Every part of a page in one file."""
    found = _PART.findall(page.decode())
    return {
        name: json.loads(gzip.decompress(b64decode(text)) if packed else text) for name, packed, text in found
    }  # fmt: skip


def by_claim(read: dict[str, Any], kind: str) -> dict[str, Any]:
    """The rows, cards or citations of all claims, by id."""
    chunks = [part for name, part in read.items() if name.startswith(f"{kind}-")]
    return dict(zip(read["columns"]["id"], [one for chunk in chunks for one in chunk], strict=True))


@contextmanager
def host(folder: Path) -> Iterator[str]:
    """The address of a plain static server on ``folder``, ending with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as web:
        Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/"
        web.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the class has
        """Say nothing."""
