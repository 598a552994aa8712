"""What all visitors share is answered at once, as Streamlit would answer it, and nothing else is (geo.panels.shelf)."""

import asyncio
import gzip
import http.client
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import streamlit
from streamlit import file_util

from geo.maps.served import STATIC, named
from geo.panels import opening, shelf
from tests.browser.server import Server, serve
from tests.conftest import ROOT, copy_project

LINK = r'\s*<link rel="(?:modulepreload|prefetch)"[^>]*>'
SCRIPT = next((Path(streamlit.__file__).parent / "static" / "static" / "js").glob("index.*.js"))
LEAFLET = f"app/static/{named('leaflet/leaflet.js')}"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(ROOT) as running:
        yield running


def asked(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    asking = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=120)
    asking.request(method, f"/{path}", headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = asking.getresponse()
    body = answer.read()
    asking.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@pytest.mark.parametrize(
    ("path", "file", "kept"),
    [
        (f"static/js/{SCRIPT.name}", SCRIPT, "public, immutable, max-age=31536000"),
        (LEAFLET, STATIC / "leaflet" / "leaflet.js", "public, immutable, max-age=31536000"),
        ("app/static/leaflet/leaflet.js", STATIC / "leaflet" / "leaflet.js", None),
        ("app/static/fonts/NotoSans-Bold.woff2", STATIC / "fonts" / "NotoSans-Bold.woff2", None),
        ("favicon.png", STATIC / "icon.png", "public"),
        (f"component/{opening.FRAME}/index.html", Path(opening.frame() or "") / "index.html", "no-cache"),
    ],
)
def test_a_file_is_answered_whole_and_compressed_where_that_is_asked(
    server: Server, path: str, file: Path, kept: str | None
) -> None:
    content = file.read_bytes()
    status, headers, body = asked(server, path)
    assert (status, body, headers.get("cache-control")) == (200, content, kept)
    assert headers["x-content-type-options"] == "nosniff"
    status, packed, body = asked(server, path, Accept_Encoding="gzip, br")
    assert status == 200
    assert packed["etag"]
    if "content-encoding" in packed:
        assert gzip.decompress(body) == content
        assert len(body) < len(content)
        assert packed["vary"] == headers["vary"] == "Accept-Encoding"
        assert packed["etag"] != headers["etag"]
    else:
        assert body == content
    assert ("content-encoding" in packed) is (file.suffix == ".js")
    again = asked(server, path, Accept_Encoding="gzip, br", If_None_Match=packed["etag"])
    assert (again[0], again[2]) == (304, b"")
    told = asked(server, path, "HEAD")
    assert (told[0], told[1]["content-length"], told[2]) == (200, str(len(content)), b"")


def test_a_part_of_a_file_is_left_to_streamlit(server: Server) -> None:
    status, headers, body = asked(server, LEAFLET, Range="bytes=2-5")
    assert (status, body) == (206, (STATIC / "leaflet" / "leaflet.js").read_bytes()[2:6])
    assert headers["content-range"].startswith("bytes 2-5/")


@pytest.mark.parametrize(
    "path",
    [
        "app/static/../dashboard.py",
        "app/static/..%2f..%2fdashboard.py",
        "app/static//etc/passwd",
        "app/static/%00",
        "app/static/basemap",
        "static/js/../../index.html",
        "static/js/%2e%2e/%2e%2e/index.html",
        f"component/{opening.FRAME}/../../__init__.py",
        f"component/{opening.FRAME}/..%2f..%2f__init__.py",
        "component/none/index.html",
        "app/static/none.js",
    ],
)
def test_nothing_outside_its_folders_is_answered(server: Server, path: str) -> None:
    status, _, body = asked(server, path)
    assert status in (400, 403, 404) or b'<div id="root">' in body  # or Streamlit's own page, as for any other address
    assert b"import" not in body.partition(b"<script")[0]


def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (project / "static" / "link.txt").symlink_to(tmp_path / "secret.txt")
    with serve(project) as running:
        status, _, body = asked(running, "app/static/link.txt")
    assert status in (400, 404)
    assert b"secret" not in body


def test_a_file_that_is_replaced_is_answered_anew(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    file = project / "static" / "map" / "map.js"
    with serve(project) as running:
        for content in (b"a" * 5_000, b"b" * 5_000):
            other = file.with_suffix(".new")
            other.write_bytes(content)
            os.replace(other, file)  # noqa: PTH105 - as whoever brings a new version does
            _, headers, body = asked(running, "app/static/map/map.js", Accept_Encoding="gzip")
            assert headers["content-encoding"] == "gzip"
            assert gzip.decompress(body) == content


def test_the_first_answer_names_what_the_page_asks_for_next_and_all_of_it_is_there(server: Server) -> None:
    status, headers, body = asked(server, "?claim=of-nothing")
    assert (status, headers["content-type"], headers["cache-control"]) == (200, "text/html; charset=utf-8", "no-cache")
    given = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    told = body.decode()
    assert re.sub(LINK, "", told) == re.sub(LINK, "", given)
    links = re.findall(r'<link rel="(?:modulepreload|prefetch)"[^>]* href="\./([^"]+)"', told)
    assert len(links) == len(set(links)) > 100
    assert {asked(server, link)[0] for link in links} == {200}
    assert asked(server, "", If_None_Match=headers["etag"])[0] == 304


def test_every_element_of_the_first_view_has_its_script() -> None:
    """A Streamlit that calls them otherwise is noticed."""
    scripts = Path(file_util.get_static_dir()) / "static" / "js"
    assert [name for name in opening.DRAWN_WITH if not list(scripts.glob(f"{name}.*.js"))] == []


def test_what_is_kept_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "SHELF_BYTES", 10_000)
    monkeypatch.setattr(shelf, "STATIC", tmp_path)
    kept = shelf.Shelf()

    async def send(_: object) -> None:
        pass

    async def ask() -> None:
        for number in range(9):
            (tmp_path / f"{number}.js").write_text("x" * 9_000, encoding="utf-8")
            scope = {"method": "GET", "query_string": b"", "headers": [(b"accept-encoding", b"gzip")]}
            assert await kept.answers(f"app/static/{number}.js", scope, send)

    asyncio.run(ask())
    assert 1 <= len(kept._kept) <= 4


@pytest.mark.parametrize("size", [20, 9_000])
def test_a_file_is_read_once_however_many_ask_for_it(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "STATIC", tmp_path)
    (tmp_path / "one.js").write_text("x" * size, encoding="utf-8")
    read, whole = [], shelf.whole.read
    monkeypatch.setattr(shelf.whole, "read", lambda path, most: read.append(path) or whole(path, most))
    sent: list[bytes] = []

    async def send(message: dict[str, bytes]) -> None:
        sent.append(message.get("body", b""))

    async def ask() -> None:
        kept, scope = shelf.Shelf(), {"method": "GET", "query_string": b"", "headers": [(b"accept-encoding", b"gzip")]}
        for _ in range(5):
            assert await kept.answers("app/static/one.js", scope, send)

    asyncio.run(ask())
    assert len(read) == 1
    assert {len(body) for body in sent if body} == {20 if size == 20 else len(gzip.compress(b"x" * size, 6))}
