"""The page behind a real nginx with TLS, under prefixes that Streamlit does not know, in frames, on two replicas."""

import gzip
import http.client
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
import streamlit
from PIL import Image
from playwright.sync_api import Browser, Frame, FrameLocator, Page, Response, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from geo.maps.served import address
from tests.browser.conftest import DESKTOP, PATIENCE, Watch
from tests.browser.proxy import PREFIX, Proxy, proxy
from tests.browser.server import Server, serve
from tests.browser.visit import at_rest
from tests.browser.visitor import look
from tests.conftest import ROOT

QUERY = "probe=caf%C3%A9+%26+more&probe=2"
HEADERS = {
    "content-security-policy": "frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
}


@dataclass
class Visitor:
    """A browser of its own on the page: its failed requests, its web sockets, the queries that it ran the page with."""

    page: Page
    watch: Watch
    failed: list[str] = field(default_factory=list)
    sockets: list[str] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.watch.follow(self.page.context)
        self.page.on("response", self._hear)
        self.page.on("websocket", self._listen)

    def _hear(self, answer: Response) -> None:
        if answer.status > 399:
            self.failed.append(f"{answer.status} {answer.url}")

    def _listen(self, socket: WebSocket) -> None:
        self.sockets.append(socket.url)
        socket.on("framesent", self._read)

    def _read(self, sent: str | bytes) -> None:
        message = BackMsg.FromString(sent if isinstance(sent, bytes) else sent.encode())
        if message.WhichOneof("type") == "rerun_script":
            self.queries.append(message.rerun_script.query_string)

    def was_well(self) -> None:
        assert self.failed == []
        assert self.watch.blocked == []
        assert self.watch.errors == []


@contextmanager
def visit(browser: Browser) -> Iterator[Visitor]:
    """A visitor with an empty cache, who accepts the certificate of the test."""
    with browser.new_context(viewport=DESKTOP, ignore_https_errors=True, service_workers="block") as context:
        context.set_default_timeout(PATIENCE)
        yield Visitor(context.new_page(), Watch())


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    with visit(browser) as visiting:
        yield visiting


@pytest.fixture
def behind(tmp_path: Path) -> Iterator[Callable[..., Proxy]]:
    """Start nginx in front of dashboards: ``behind(server, prefix="/news/")``. Ended with the test."""
    with ExitStack() as stack:
        yield lambda *servers, **options: stack.enter_context(proxy(tmp_path / "nginx", servers, **options))


@pytest.fixture(scope="module")
def front(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """nginx as the example has it. Streamlit serves a component's files once somebody has seen a page with it."""
    look(server)
    with proxy(tmp_path_factory.mktemp("nginx"), [server]) as running:
        yield running


def inside(framed: FrameLocator) -> Frame:
    """The frame that ``framed`` finds, to evaluate scripts in."""
    found = framed.locator("html").element_handle().owner_frame()
    assert found is not None
    return found


def use(page: Page | FrameLocator) -> str:
    """Wait for the map, click on a figure there, and see its evidence; the figure's id."""
    drawn = page.frame_locator(".st-key-map iframe")
    drawn.locator("html[data-map=drawn]").wait_for(state="attached")
    at_rest(page if isinstance(page, Page) else inside(page))
    mark = drawn.locator("[role=button][data-claim]").first
    claim = mark.get_attribute("data-claim") or ""
    mark.focus()
    mark.press("Enter")
    expect(page.locator(f'.evidence .card[data-claim="{claim}"]')).to_be_visible()
    return claim


@pytest.mark.parametrize("prefix", [PREFIX, "/~/+/"])
def test_the_page_works_under_a_prefix(
    visitor: Visitor, behind: Callable[..., Proxy], server: Server, prefix: str
) -> None:
    """Also without the last slash, with a query that must survive, and by a link to what another visitor chose."""
    running = behind(server, prefix=prefix)
    visitor.page.goto(f"{running.url.rstrip('/')}?{QUERY}")
    claim = use(visitor.page)
    assert visitor.queries[0] == QUERY
    assert visitor.sockets == [f"wss://{urlsplit(running.url).netloc}{prefix}_stcore/stream"]
    kept = {cookie["name"]: cookie for cookie in visitor.page.context.cookies()}
    assert kept["dateline_replica"]["path"] == prefix
    assert all(cookie["secure"] for cookie in kept.values())
    expect(visitor.page).to_have_url(re.compile(claim))
    linked = visitor.page.context.new_page()
    linked.goto(visitor.page.url)
    expect(linked.locator(f'.evidence .card[data-claim="{claim}"]')).to_be_visible()
    visitor.was_well()
    linked.close()
    visitor.page.close()
    assert {one.status for one in running.answered("_stcore/stream")} == {101}
    left = 499  # nginx's own: the page was closed before it had the answer
    assert [one for one in running.requests() if one.status > 399 and one.status != left] == []
    (data,) = {one.address for one in running.answered("map_files/")}
    with running.get(data.removeprefix(prefix), **{"Accept-Encoding": "gzip"}) as answer:
        assert "immutable" in ", ".join(answer.headers.get_all("Cache-Control"))  # Streamlit's is the other one
        assert answer.headers["Content-Encoding"] == "gzip"


def test_the_page_works_where_streamlit_knows_its_prefix(visitor: Visitor, behind: Callable[..., Proxy]) -> None:
    """The other way: ``server.baseUrlPath`` is set, and nginx passes the prefix on."""
    with serve(ROOT, base=PREFIX.strip("/")) as knowing:
        running = behind(
            knowing,
            changes={
                "proxy_pass http://dateline/;": f"proxy_pass http://dateline{PREFIX};",
                "dateline/app/static/icon.png": f"dateline{PREFIX}app/static/icon.png",
            },
        )
        visitor.page.goto(f"{running.url}?{QUERY}")
        use(visitor.page)
        assert visitor.queries[0] == QUERY
        assert visitor.failed == []
        visitor.page.close()  # before its server, which it would ask again


@pytest.mark.parametrize(
    "asked", ["", "_stcore/health", "app/static/leaflet/leaflet.js", "component/streamlit_folium.st_folium/index.html"]
)
def test_security_headers_come_with_every_answer(front: Proxy, asked: str) -> None:
    with front.get(asked) as answer:
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_what_the_page_does_not_need_is_closed(front: Proxy) -> None:
    for asked in ("_stcore/metrics", "_stcore/agent/interact"):
        with pytest.raises(HTTPError) as refused:
            front.get(asked)
        assert refused.value.code == 404
        assert refused.value.headers["x-content-type-options"] == "nosniff"
        refused.value.close()


@pytest.mark.parametrize("name", ["evil.example", "maps.example.org.evil.example", "127.0.0.1.evil.example"])
def test_a_request_under_another_name_is_refused(front: Proxy, name: str) -> None:
    with pytest.raises(HTTPError) as refused:
        front.get("", Host=name)
    assert refused.value.code == 421
    refused.value.close()


@pytest.mark.parametrize("file", ["leaflet/leaflet.js", "leaflet/leaflet.css", "basemap/world.json"])
def test_static_files_come_compressed_and_are_kept(front: Proxy, file: str) -> None:
    with front.get(address(file).removeprefix("../../"), **{"Accept-Encoding": "gzip"}) as answer:
        body = answer.read()
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "immutable" in answer.headers["Cache-Control"]
        assert gzip.decompress(body) == (ROOT / "static" / file).read_bytes()
        assert len(body) < (ROOT / "static" / file).stat().st_size / 2
    with front.get(f"app/static/{file}") as answer:
        assert "immutable" not in answer.headers.get("Cache-Control", ""), "it may change under this address"


def bundle() -> str:
    """A script of Streamlit's page, named after its content."""
    return next(path.name for path in (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("index.*.js"))


def test_files_that_never_change_are_asked_of_the_page_once(behind: Callable[..., Proxy], server: Server) -> None:
    kept = address("leaflet/leaflet.js").removeprefix("../../"), f"static/js/{bundle()}"
    running = behind(server)
    for asked in (*kept, "app/static/leaflet/leaflet.css", "_stcore/health"):
        first, second = (running.get(asked).read() for _ in range(2))
        assert first == second
        reached = [bool(one.ports) for one in running.answered(f"/{asked}", 2)]
        assert reached == ([True, False] if asked in kept else [True, True]), asked


def test_files_that_never_change_are_compressed_once_and_unpacked_for_who_takes_them_whole(front: Proxy) -> None:
    for asked in (f"static/js/{bundle()}", address("basemap/world.json").removeprefix("../../")):
        with front.get(asked, **{"Accept-Encoding": "gzip"}) as answer:
            packed = answer.read()
            assert answer.headers["Content-Length"] == str(len(packed)), "nginx knows none of what it compresses itself"
            assert answer.headers["Vary"] == "Accept-Encoding"
        with front.get(asked) as answer:
            assert "Content-Encoding" not in answer.headers
            assert answer.read() == gzip.decompress(packed)


def test_a_shared_link_has_title_words_and_picture(front: Proxy, fresh: Page) -> None:
    """As a program reads them that previews links: from the page's first answer, without JavaScript."""
    with front.get(f"?{QUERY}") as answer:
        fresh.set_content(answer.read().decode(), wait_until="commit")
    told = {
        one.get_attribute("property") or one.get_attribute("name"): one.get_attribute("content")
        for one in fresh.locator("meta[property], meta[name]").all()
    }
    assert fresh.title() == told["og:title"] == "Dateline"
    assert len(told["description"] or "") > 50
    assert len(told["og:description"] or "") > 50
    picture = urlsplit(told["og:image"] or "")
    assert picture.scheme == "https"
    assert picture.path.startswith(PREFIX)
    for asked, size in ((picture.path.removeprefix(PREFIX), (1200, 630)), ("favicon.png", (180, 180))):
        with front.get(asked) as answer:
            assert answer.headers["Content-Type"] == "image/png"
            assert Image.open(BytesIO(answer.read())).size == size


def test_plain_http_leads_to_tls(front: Proxy) -> None:
    plain = http.client.HTTPConnection(urlsplit(front.plain).netloc, timeout=120)
    plain.request("GET", f"{PREFIX}?{QUERY}")
    answer = plain.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, f"https://maps.example.org{PREFIX}?{QUERY}")
    plain.close()


def frame_on_another_site(page: Page, url: str) -> FrameLocator:
    """Show ``url`` in a frame of a page on localhost, which is another site than 127.0.0.1."""
    page.goto(f"{url.replace('127.0.0.1', 'localhost')}app/static/leaflet/leaflet.css")
    page.set_content(f'<iframe src="{url}" width="1400" height="880"></iframe>')
    return page.frame_locator("iframe").first


def test_another_site_cannot_frame_the_page(visitor: Visitor, front: Proxy) -> None:
    with visitor.page.expect_console_message(lambda told: "frame-ancestors" in told.text):
        frame_on_another_site(visitor.page, front.url)
    assert visitor.sockets == []


def test_a_site_that_is_named_can_frame_the_page(
    visitor: Visitor, behind: Callable[..., Proxy], server: Server
) -> None:
    named = {"frame-ancestors 'self'": "frame-ancestors 'self' https://localhost:*"}
    running = behind(server, changes=named)
    use(frame_on_another_site(visitor.page, running.url))
    visitor.was_well()
    visitor.page.close()
    (stream,) = running.answered("_stcore/stream")
    assert stream.visitor != "-", "the cookie was refused in a frame"


def test_two_replicas_share_the_visitors(browser: Browser, behind: Callable[..., Proxy], server: Server) -> None:
    """Each visitor stays with one of them, web socket and files alike; where one dies, its visitors go on elsewhere."""
    with ExitStack() as stack, ExitStack() as mortal:
        dying = mortal.enter_context(serve(ROOT))
        running = behind(server, dying)
        names = {replica_of(running, name): name for name in "abcdefghijklmnopqrst"}
        assert set(names) == {server.port, dying.port}
        first, second = (stack.enter_context(visit(browser)) for _ in range(2))
        for visitor, replica in ((first, server), (second, dying)):
            visitor.page.context.add_cookies(
                [{"name": "dateline_replica", "value": names[replica.port], "url": running.url}]
            )
            visitor.page.goto(running.url)
            use(visitor.page)
            visitor.was_well()
        mortal.close()
        second.page.reload()
        use(second.page)
        use(first.page)
        assert len(first.sockets) == 1, "who was on the other replica notices nothing"
        first.page.close()
        second.page.close()
        asked: dict[str, list[tuple[int, ...]]] = {name: [] for name in names.values()}
        for one in running.requests():
            if one.ports:  # else it was nginx itself that had the file
                asked.setdefault(one.visitor, []).append(one.ports)
    assert set(asked[names[server.port]]) == {(server.port,)}
    others = asked[names[dying.port]]
    moved = next(nth for nth, ports in enumerate(others) if ports[-1] == server.port)
    assert moved > 2
    assert set(others[:moved]) == {(dying.port,)}
    assert {ports[-1] for ports in others[moved:]} <= {server.port, dying.port}


def replica_of(running: Proxy, name: str) -> int:
    """The port of the replica that a visitor with the cookie ``name`` gets."""
    running.get(f"_stcore/health?as={name}", Cookie=f"dateline_replica={name}").close()
    return running.answered(f"?as={name}")[0].ports[-1]
