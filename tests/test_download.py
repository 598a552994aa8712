"""Tables of a large collection are sent to a visitor while they are made, and are what is made at once."""

import http.client
import io
import json
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from http.client import HTTPMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from pyarrow import parquet

from benchmarks.collection import Newsroom
from geo.dataset.query import Catalogue, Filter, adjectives
from geo.dataset.store import Collection
from geo.limits import STREAMS
from geo.panels.large import share
from geo.sharing import link
from geo.sharing.export import EXPORTS
from geo.sharing.many import GROUPED
from geo.sharing.picture.dress import Size
from geo.sharing.shown import Shown
from geo.sharing.stream import STREAMED
from geo.sharing.view import View
from geo.store import manifest, write
from tests.browser.server import Server, serve
from tests.conftest import copy_project

VIEWS = [View(), View(filter=Filter(words="soldiers", inferred=False)), View(filter=Filter(known_on=date(2024, 6, 1)))]


@pytest.fixture(scope="module")
def collection() -> Collection:
    made = Newsroom().collection(100, 700)
    return replace(made, version="0123456789ab")


@contextmanager
def served(collection: Collection, folder: Path) -> Iterator[Server]:
    project = copy_project(folder / "project")
    built = project / "data" / "collection.json"
    built.unlink()
    parts = {"links": collection.links, "version": collection.version}
    write.write(manifest.beside(built), collection.readings, collection.geometries, **parts)
    with serve(project, base="maps") as running:
        yield running


@pytest.fixture(scope="module")
def server(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A page of a collection that has nothing but tables, under a path of its own."""
    with served(collection, tmp_path_factory.mktemp("large")) as running:
        yield running


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A page of so many figures that no file of theirs finds room in what is kept on the way to a visitor."""
    with served(Newsroom().collection(100, 8_000), tmp_path_factory.mktemp("crowded")) as running:
        yield running


def ask(server: Server, path: str) -> tuple[int, HTTPMessage, bytes]:
    """Status, headers and content of a file."""
    with closing(http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=120)) as asking:
        asking.request("GET", f"/maps/files/{path}")
        with asking.getresponse() as answer:
            return answer.status, answer.headers, answer.read()


def test_the_page_offers_what_can_be_streamed_in_the_same_words() -> None:
    assert {name: EXPORTS[name].about for name in STREAMED} == share.TABLES


def test_pictures_of_any_number_of_figures_are_sent(server: Server) -> None:
    """From 5,000 figures on there were none."""
    assert {f"{name}.png" for name in share.PICTURES} == {name for name in GROUPED if name.endswith("png")}
    assert set(share.SIZES) == set(Size)
    status, headers, content = ask(server, "map.png?size=social")
    assert status == 200, content
    assert headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(content)).size == (1200, 630)
    status, _, content = ask(server, "timeline.svg")
    assert status == 200
    assert b"A bar counts the figures" in content
    assert ask(server, "map.png?size=huge")[0] == 404


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", STREAMED)
def test_a_file_is_what_is_made_at_once(collection: Collection, server: Server, view: View, name: str) -> None:
    catalogue = Catalogue.of(collection, adjectives(server.folder / "data" / "demonyms.csv"))
    status, headers, content = ask(server, name + link.address(view, catalogue, marked=False))
    assert status == 200, content
    assert headers["content-disposition"] == f'attachment; filename="dateline-{collection.version}-{name}"'
    made = EXPORTS[name].make(Shown.of(view, catalogue))
    match name.rpartition(".")[2]:
        case "parquet":
            found, whole = (parquet.read_table(io.BytesIO(it)).to_pylist() for it in (content, made))
            assert found == whole
        case "geojson":
            assert json.loads(content) == json.loads(made)
        case _:
            assert content == made


NONE = ("secrets.csv", "figures.csv?collection=nobody", "figures.csv?status=no", "figures.csv?" + "a=1&" * 500)


@pytest.mark.parametrize("path", NONE, ids=["name", "collection", "status", "fields"])
def test_what_is_none_is_refused_in_a_line(server: Server, path: str) -> None:
    status, _, content = ask(server, path)
    assert status == 404
    assert len(content.decode().splitlines()) == 1


def children(server: Server) -> int:
    """Processes that the server has started."""
    found = Path(f"/proc/{server.pid}/task").glob("*/children")
    return sum(len(path.read_text().split()) for path in found)


def begun(server: Server) -> socket.socket:
    """A visitor who takes the first bytes of a file and no more; hardly any of it finds room on the way."""
    taking = socket.socket()
    taking.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    taking.settimeout(120)
    taking.connect(("127.0.0.1", server.port))
    taking.sendall(b"GET /maps/files/figures.geojson HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    assert taking.recv(12) == b"HTTP/1.1 200"
    return taking


def test_only_so_many_are_sent_at_a_time_and_end_with_their_visitors(crowded: Server) -> None:
    before = children(crowded)
    taking = [begun(crowded) for _ in range(STREAMS)]
    status, headers, _ = ask(crowded, "figures.csv")
    assert (status, headers["retry-after"]) == (503, "60")
    assert children(crowded) == before + STREAMS
    for one in taking:
        one.close()
    deadline = time.monotonic() + 120
    while children(crowded) > before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children(crowded) == before
    assert ask(crowded, "figures.csv")[0] == 200
