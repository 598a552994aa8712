"""Every other machine, stood in for by a server of this one, to which the browser is led whatever host it asks for.

No request is caught on its way, as Playwright's ``route`` would: each then waits for the one who looks at it, those to
the page's own server as well, and the browser keeps no file, so that one that was asked for ahead is fetched twice.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from tests.browser import browser as system_browser
from tests.browser.proxy import certify

LEAFLET = Path(__file__).parents[1] / "static" / "leaflet"
# All that Folium's pop-ups ask of jQuery: an element from its HTML.
JQUERY = """window.$ = (html) => {
    const made = document.createElement("template");
    made.innerHTML = html.trim();
    return [made.content.firstChild];
};"""
# A tile of 1 x 1 pixel, transparent.
TILE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e366"
    "0000000049454e44ae426082"
)
_KEPT = ("Cache-Control", "public, max-age=31536000"), ("Access-Control-Allow-Origin", "*")
SCRIPT, STYLE, PICTURE = "text/javascript", "text/css", "image/png"


def answer(host: str, path: str) -> tuple[str, bytes]:
    """What a content network or the tile server gives, its kind and content; what adds nothing to the usual page's map
    (Bootstrap, icon fonts) is empty, which favours it."""
    name = path.rpartition("/")[2]
    if host.endswith("openstreetmap.org"):
        return PICTURE, TILE
    if name in ("leaflet.js", "leaflet.css"):
        return SCRIPT if name.endswith(".js") else STYLE, (LEAFLET / name).read_bytes()
    if (LEAFLET / "images" / name).is_file():
        return PICTURE, (LEAFLET / "images" / name).read_bytes()
    if name.endswith(".js"):
        return SCRIPT, JQUERY.encode() if name.startswith("jquery") else b""
    return STYLE, b""


class _Outside(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind, content = answer(self.headers.get("host", "").partition(":")[0], urlsplit(self.path).path)
        self.send_response(200)
        for name, value in (*_KEPT, ("Content-Type", kind), ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Outside)
        certify(folder)
        self._trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._trust.load_cert_chain(folder / "cert.pem", folder / "key.pem")

    def finish_request(self, request, client_address) -> None:  # type: ignore[no-untyped-def]
        """In the thread of this connection: nobody else waits for its handshake."""
        with self._trust.wrap_socket(request, server_side=True) as safe:
            super().finish_request(safe, client_address)

    def handle_error(self, *_: object) -> None:
        """A browser that goes away is no fault."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the tests, with the stand-in wherever it goes but on this machine. Its contexts have to ignore
    errors of certificates."""
    with TemporaryDirectory() as folder, _Server(Path(folder)) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        led = f"MAP * 127.0.0.1:{server.server_address[1]}, EXCLUDE localhost, EXCLUDE 127.0.0.1"
        flags = [*system_browser.FLAGS, f"--host-resolver-rules={led}"]  # the last one counts
        browser = playwright.chromium.launch(executable_path=system_browser.find(), args=flags)
        try:
            yield browser
        finally:
            browser.close()
            server.shutdown()
