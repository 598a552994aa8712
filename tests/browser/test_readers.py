"""The load test's readers are real sessions: the server runs the page for them, and what goes wrong is counted."""

import pytest

from benchmarks import readers
from benchmarks.readers import Recording, Tally
from tests.browser.server import Server
from tests.browser.visitor import OPENING


def test_a_reader_looks_and_clicks(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "PAUSE_S", 0.2)
    tally = Tally()
    tally.all_here.set()
    recording = Recording(("", "_stcore/health"), OPENING, ("app/static/map/map.js",), ((OPENING,),))
    readers.read(server.url, recording, 0, 4, tally)
    assert tally.errors == []
    assert len(tally.views) == 1
    assert tally.clicks  # how many is up to the machine


def test_what_fails_is_counted(server: Server) -> None:
    tally = Tally()
    readers.read(server.url, Recording(("app/static/none.js",), OPENING, (), ()), 0, 0, tally)
    assert [error.partition(":")[0] for error in tally.errors] == ["HTTPException"]
    assert tally.views == []


def test_the_table_has_a_line_a_run() -> None:
    first = readers.Load("Dateline", 1, Tally([0.5], [0.1, 0.2]), 300, 40, 100)
    more = readers.Load("Dateline", 21, Tally([0.5, 1.5], [0.1] * 40, ["TimeoutError: "]), 300, 40, 140)
    assert readers.table([first, more]).splitlines()[2:] == [
        "| Dateline | 1 | 0.50 / 0.50 | 0.15 / 0.20 | 2 | 0 | 300 / 40 | 100 | – |",
        "| Dateline | 21 | 1.00 / 1.45 | 0.10 / 0.10 | 40 | 1 | 300 / 40 | 140 | 2.0 |",
    ]
