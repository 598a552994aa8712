"""Many visitors: what is the same for all of them is made once, and those who leave leave nothing behind."""

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from weakref import ref

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.readers import cpu_seconds
from geo.panels import memory
from tests.browser.server import Server, serve
from tests.browser.visitor import look
from tests.conftest import ROOT, processor_time

KEPT = 128
"""Sessions that Streamlit keeps for two minutes, for whoever loses the connection."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(ROOT) as running:
        yield running


def state(server: Server) -> tuple[int, int, int]:
    """Memory of the server in MB, its threads and its open files."""
    lines = dict(line.split(":\t", 1) for line in Path(f"/proc/{server.pid}/status").read_text().splitlines())
    files = len(list(Path(f"/proc/{server.pid}/fd").iterdir()))
    return int(lines["VmRSS"].split()[0]) // 1024, int(lines["Threads"]), files


def test_fifty_who_come_at_once_are_served_from_what_was_made_for_the_first(server: Server) -> None:
    """In processor time, in which a busy machine makes no difference: 1.0 s for the first, 0.02 s for each of fifty."""
    begun = cpu_seconds(server)
    look(server)
    first = cpu_seconds(server)
    with ThreadPoolExecutor(50) as crowd:
        list(crowd.map(look, [server] * 50))
    each = (cpu_seconds(server) - first) / 50
    assert each < (first - begun) / 5


def test_sessions_that_are_closed_leave_nothing(server: Server) -> None:
    for _ in range(KEPT + 12):
        look(server)
    megabytes, threads, files = state(server)
    for _ in range(80):
        look(server)
    more = state(server)
    assert more[0] <= megabytes + 8
    assert more[1] <= threads + 2
    assert more[2] <= files + 10


FEW_FILES = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 640))
os.execv(sys.argv[1], sys.argv[1:])
"""


def test_more_visitors_than_the_usual_limit_of_files_lets_in() -> None:
    with serve(ROOT, through=(sys.executable, "-c", FEW_FILES)) as few:
        for _ in range(40):
            look(few)
        assert state(few)[2] > 64
        assert "Too many open files" not in few.printed()


@pytest.fixture
def nothing_aside() -> Iterator[None]:
    """As in a server that has just been started, and without a trace afterwards."""
    memory._walks.clear()  # another test of this process may have set things aside
    heard = list(gc.callbacks)
    yield
    gc.callbacks[:] = heard
    gc.unfreeze()
    memory._walks.clear()


@pytest.mark.usefixtures("nothing_aside")
def test_what_stays_is_not_looked_through_after_every_click() -> None:
    assert not AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=180).run().exception
    behind_a_click = processor_time(gc.collect)
    gc.unfreeze()
    assert behind_a_click < processor_time(gc.collect) / 3


@pytest.mark.usefixtures("nothing_aside")
def test_what_open_pages_hold_is_not_looked_through_after_every_click() -> None:
    memory.settle()
    pages = [[number] for number in range(300_000)]
    behind_a_click = processor_time(gc.collect)
    for _ in range(100):  # clicks; in between somebody comes
        gc.collect()
        memory.settle()
    assert processor_time(gc.collect) < behind_a_click / 3
    del pages


@pytest.mark.usefixtures("nothing_aside")
def test_what_was_set_aside_and_is_no_longer_needed_is_found() -> None:
    page = _Page()
    page.itself = page
    closed = ref(page)
    memory.settle()
    del page
    gc.collect()
    assert closed() is not None
    pages = [[number] for number in range(300_000)]
    for _ in range(100):
        gc.collect()
        memory.settle()
    assert closed() is None
    del pages


class _Page:
    """A visitor's page, in a circle as Streamlit's are: only a walk finds that it is closed."""

    itself: "_Page"
