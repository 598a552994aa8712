"""Addresses: what is public is fetched from the address that was checked, and no trick reaches this machine's own."""

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from geo.errors import ArticleError
from geo.intake import fetch as fetching
from geo.intake.fetch import Web
from geo.intake.pages import take_address
from geo.intake.public import Target, is_public, target
from geo.intake.take import Taken
from geo.intake.worker import Worker

PUBLIC = "93.184.216.34"
PAGE = (
    b"<html><head><title>A camp</title></head><body><article><h1>A camp fills up</h1><p>About 900 people fled to Goma, "
    b"the UN said on Monday, after a week of fighting in the hills around the town, which is on the lake.</p><p>"
    + b"More of them are expected in the days to come, according to aid workers who are on the spot. " * 12
    + b"</p></article></body></html>"
)
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>A camp fills up</title>'
    b"<link>http://news.example/page</link><description>About 900 people fled.</description>"
    b"<pubDate>Mon, 06 Mar 2023 10:00:00 GMT</pubDate></item><item><title>Gone</title>"
    b"<link>http://news.example/missing</link><description>Some 300 soldiers left Gao, the army said.</description>"
    b"</item><item><title>Own</title><link>http://127.0.0.1/secret</link><description>The army sent 40 men to Gao."
    b"</description></item></channel></rss>"
)


class Site(BaseHTTPRequestHandler):
    """A small site: pages, ways on, and answers that never end."""

    asked: list[str]

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.headers['Host']}{self.path}")  # type: ignore[attr-defined]
        match self.path.split("?")[0]:
            case "/page":
                self._tell(200, PAGE)
            case "/feed":
                self._tell(200, FEED)
            case "/moved":
                self._tell(302, b"", Location="/page")
            case "/round":
                self._tell(302, b"", Location="/round")
            case "/inside":
                self._tell(302, b"", Location="http://127.0.0.1/page")
            case "/metadata":
                self._tell(301, b"", Location="http://169.254.169.254/latest/meta-data/")
            case "/file":
                self._tell(307, b"", Location="file:///etc/passwd")
            case "/packed":
                self._tell(200, b"\x1f\x8b", **{"Content-Encoding": "gzip"})
            case "/endless":
                self._endless()
            case "/cut":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b"<html>")
            case "/drip":
                self._drip()
            case _:
                self._tell(404, b"")

    def _tell(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 65_536)
        except OSError:
            return

    def _drip(self) -> None:
        try:
            for letter in b"HTTP/1.1 200 OK\r\n" + b"X" * 1000:
                self.wfile.write(bytes([letter]))
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Nothing: the tests' output is no log."""


@dataclass(frozen=True)
class Here(Web):
    """The web of these tests: every public address is the small site; ``dialled`` are those that were connected to."""

    port: int = 0
    dialled: list[str] = field(default_factory=list)

    def dial(self, to: Target) -> socket.socket:
        self.dialled.append(to.ip)
        return socket.create_connection(("127.0.0.1", self.port), timeout=5)


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.daemon_threads = True
        server.asked = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def names(host: str) -> Sequence[str]:
    """The resolver of these tests: what an attacker's own names may say."""
    return {
        "news.example": [PUBLIC],
        "inner.example": ["10.0.0.5"],
        "both.example": [PUBLIC, "127.0.0.1"],
        "localhost": ["127.0.0.1", "::1"],
        "mapped.example": ["::ffff:169.254.169.254"],
    }.get(host, [])


@pytest.fixture
def web(site: ThreadingHTTPServer) -> Here:
    return Here(resolve=names, port=site.server_port)


def test_a_page_is_fetched_from_the_address_that_was_checked(web: Here, site: ThreadingHTTPServer) -> None:
    found = web.fetch("http://news.example/page?a=1")
    assert (found.address, found.source.content) == ("http://news.example/page?a=1", PAGE)
    assert web.dialled == [PUBLIC]
    assert site.asked == ["news.example/page?a=1"]  # type: ignore[attr-defined]


TRICKS = {
    "decimal": "http://2130706433/",
    "hexadecimal": "http://0x7f000001/",
    "octal": "http://0177.0.0.1/",
    "fewer parts": "http://127.1/",
    "IPv6": "http://[::1]/",
    "IPv6-mapped": "http://[::ffff:127.0.0.1]/",
    "NAT64": "http://[64:ff9b::7f00:1]/",
    "6to4": "http://[2002:7f00:1::]/",
    "link-local": "http://[fe80::1]/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "mapped metadata by name": "http://mapped.example/",
    "private by name": "http://inner.example/",
    "one of two": "http://both.example/",
    "this machine": "http://localhost/",
    "circled letters": "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "carrier": "http://100.64.0.1/",
    "nowhere": "http://0/",
    "broadcast": "http://255.255.255.255/",
    "userinfo": "http://news.example@127.0.0.1/",
    "userinfo of a public one": "http://user:word@news.example/",
    "backslash": "http://news.example\\@127.0.0.1/",
    "other scheme": "ftp://news.example/",
    "file": "file:///etc/passwd",
    "gopher": "gopher://news.example/",
    "port": "http://news.example:22/",
    "https on the port of http": "https://news.example:80/",
    "zone": "http://[fe80::1%25eth0]/",
    "line break": "http://news.example/\r\nX: y",
    "no host": "http:///page",
    "unknown": "http://nobody.example/",
}


@pytest.mark.parametrize("address", TRICKS.values(), ids=TRICKS)
def test_no_trick_connects_to_anything(web: Here, address: str) -> None:
    with pytest.raises(ArticleError):
        web.fetch(address)
    assert web.dialled == []


@pytest.mark.parametrize("path", ["inside", "metadata", "file"])
def test_no_way_on_leads_inside(web: Here, path: str) -> None:
    with pytest.raises(ArticleError, match=r"public web|address of the web"):
        web.fetch(f"http://news.example/{path}")
    assert web.dialled == [PUBLIC]


def test_a_name_that_changes_after_it_was_checked_gains_nothing(site: ThreadingHTTPServer) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    web = Here(resolve=lambda _: next(answers), port=site.server_port)
    assert web.fetch("http://news.example/page").source.content == PAGE
    assert web.dialled == [PUBLIC]
    with pytest.raises(ArticleError, match="public web"):
        web.fetch("http://news.example/page")


def test_a_name_that_changes_between_two_pages_is_checked_again(site: ThreadingHTTPServer) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    web = Here(resolve=lambda _: next(answers), port=site.server_port)
    with pytest.raises(ArticleError, match="public web"):
        web.fetch("http://news.example/moved")
    assert web.dialled == [PUBLIC]


def test_the_real_connection_goes_to_the_checked_address(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def connect(address: object, timeout: float) -> socket.socket:
        asked.append((address, timeout > 0))
        raise TimeoutError

    monkeypatch.setattr(fetching.socket, "create_connection", connect)
    with pytest.raises(ArticleError, match="does not answer"):
        Web(resolve=names).fetch("https://news.example/")
    assert asked == [((PUBLIC, 443), True)]


def test_a_way_on_is_followed_and_a_circle_left(web: Here) -> None:
    assert web.fetch("http://news.example/moved").address == "http://news.example/page"
    with pytest.raises(ArticleError, match="leads on more than"):
        web.fetch("http://news.example/round")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("missing", "answers with 404"),
        ("packed", "comes packed"),
        ("cut", "cannot be fetched"),
        ("endless", "larger than"),
    ],
)
def test_what_is_not_there_packed_cut_or_endless_is_refused(
    web: Here, path: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "INTAKE_FILE_BYTES", 1_000_000)
    with pytest.raises(ArticleError, match=why):
        web.fetch(f"http://news.example/{path}")


def test_one_who_tells_a_letter_at_a_time_is_left(web: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page takes 50 seconds to its end."""
    monkeypatch.setattr(fetching, "FETCH_SECONDS", 0.5)
    begun = time.monotonic()
    with pytest.raises(ArticleError):
        web.fetch("http://news.example/drip")
    assert time.monotonic() - begun < 25


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_addresses_are(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("ip", ["", "x", "::", "224.0.0.1", "ff02::1", "fd00::1", "64:ff9b:1::a00:1", "240.0.0.1"])
def test_others_are_not(ip: str) -> None:
    assert not is_public(ip)


def test_an_address_in_digits_needs_no_resolver() -> None:
    assert target("http://8.8.8.8/a", lambda _: []).ip == "8.8.8.8"


def test_a_page_becomes_an_article_with_its_address(web: Here) -> None:
    with Worker() as worker:
        (found,) = take_address("http://news.example/page", web, worker)
    assert isinstance(found, Taken)
    assert (found.article.url, found.document.url) == ("http://news.example/page", "http://news.example/page")
    assert "About 900 people fled to Goma" in found.article.text


def test_of_a_feed_the_pages_are_read_and_the_teaser_where_there_is_none(web: Here) -> None:
    with Worker() as worker:
        found = list(take_address("http://news.example/feed", web, worker))
    assert [isinstance(it, Taken) for it in found] == [True] * 3
    first, second, third = (it for it in found if isinstance(it, Taken))
    assert "after a week of fighting" in first.article.text
    assert first.document.published is not None
    assert "Some 300 soldiers left Gao" in second.article.text
    assert "The army sent 40 men" in third.article.text
    assert set(web.dialled) == {PUBLIC}


def test_what_cannot_be_fetched_is_named(web: Here) -> None:
    with Worker() as worker:
        (found,) = take_address("http://inner.example/", web, worker)
    assert isinstance(found, ArticleError)
    assert "inner.example" in str(found)
