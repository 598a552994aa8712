"""The workers of a real Dask scheduler: the same bytes, and nothing lost whoever is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pytest
from distributed import Client

from benchmarks.reading import articles
from geo.cluster import scheduler
from geo.cluster.shards import ENDED, Done, Queue
from geo.dataset.store import load
from geo.errors import DatasetError
from tests.commands import geo
from tests.conftest import ROOT
from tests.shard_work import deadly, echo, items, slow, status

DASK = [sys.executable, "-m", "dask"]
PATIENCE = 120
"""Seconds: a busy machine starts a worker slowly."""


@contextmanager
def running(*arguments: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    where = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    where["DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"] = "0"
    command = [*DASK, *arguments, "--scheduler-file", str(folder / "scheduler.json"), "--no-dashboard"]
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(command, env=where, stdout=log, stderr=log, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler with two workers: its address, and its process."""
    place = tmp_path / "dask"
    place.mkdir()
    ours = ("--host", "127.0.0.1")
    workers = ("--nworkers", "2", "--nthreads", "1", "--memory-limit", "0", "--local-directory", str(place))
    with (
        running("scheduler", "--port", "0", *ours, folder=place) as process,
        running("worker", *workers, *ours, folder=place),
    ):
        assert eventually((place / "scheduler.json").exists)
        where = json.loads((place / "scheduler.json").read_text())["address"]
        with Client(where, timeout=PATIENCE, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            # A worker that is killed while it starts takes `dask worker` along, and the others with it.
            assert eventually(lambda: list(client.run(status, nanny=True).values()) == ["running"] * 2)
        yield where, process


def eventually(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < until:
        time.sleep(0.1)
    return holds()


def silent(_line: str) -> None:
    """Progress that nobody reads."""


def test_a_worker_that_is_killed_loses_nothing_and_a_poisonous_item_is_set_aside(
    address: tuple[str, subprocess.Popen[bytes]],
) -> None:
    queue = Queue(items(20), most=4)
    found: dict[bytes, bytes] = {}
    for done in scheduler.run(queue, deadly, address[0], silent):
        if not found:
            os.kill(int(done.results[0][1]), signal.SIGKILL)
        found |= dict(done.results)
    assert sorted(found) == sorted(item.key for item in items(20) if item.name != "7.txt")
    assert [(fault.name, fault.why) for fault in queue.set_aside] == [("7.txt", ENDED)]


def test_what_a_killed_worker_had_done_and_nobody_had_fetched_is_done_again(
    address: tuple[str, subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ended the build: "the scheduler is gone"."""
    client = scheduler._client(address[0])
    monkeypatch.setattr(scheduler, "_client", lambda _: client)
    queue = Queue(items(12), most=1)
    found: dict[bytes, bytes] = {}
    for done in scheduler.run(queue, echo, address[0], silent):
        if not found:
            assert eventually(lambda: all(it.status == "finished" for it in client.futures.values()))
            for state in client.futures.values():
                state.lose()  # what a client does when it hears that the worker is gone
        found |= dict(done.results)
    assert sorted(found) == sorted(item.key for item in items(12))
    assert not queue.set_aside


def test_a_scheduler_that_is_killed_is_told_and_what_was_done_is_done(
    address: tuple[str, subprocess.Popen[bytes]],
) -> None:
    where, process = address
    done: list[Done] = []
    with pytest.raises(DatasetError, match=r"the scheduler is gone\. Run the command again"):  # noqa: PT012
        for it in scheduler.run(Queue(items(200), most=1), slow, where, silent):
            done.append(it)
            if len(done) == 3:
                os.kill(process.pid, signal.SIGKILL)
    assert 3 <= len(done) < 200


def test_an_address_where_no_scheduler_is_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "CLUSTER_SECONDS", 1)
    with pytest.raises(DatasetError, match="no scheduler answers"):
        list(scheduler.run(Queue(items(1)), slow, "tcp://127.0.0.1:9", silent))


def test_a_scheduler_without_workers_is_told_and_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scheduler, "CLUSTER_LONELY_SECONDS", 4)
    told: list[str] = []
    with running("scheduler", "--port", "0", "--host", "127.0.0.1", folder=tmp_path):
        assert eventually((tmp_path / "scheduler.json").exists)
        where = json.loads((tmp_path / "scheduler.json").read_text())["address"]
        with pytest.raises(DatasetError, match=r"no worker has come .* Start dask workers"):
            list(scheduler.run(Queue(items(1)), slow, where, told.append))
    assert "no worker is there; waiting for one" in told


def test_a_cluster_builds_the_same_bytes(address: tuple[str, subprocess.Popen[bytes]], project: Path) -> None:
    for number, article in enumerate(islice(articles(), 6)):
        text = "\n".join(line for line in article.text.splitlines() if "http" not in line)
        (project / "seeds" / f"copy {number}.txt").write_text(text, encoding="utf-8")
    made: dict[str, bytes] = {}
    folders = ("--seeds", str(project / "seeds"), "--data", str(project / "data"))
    for how in (("--cluster", address[0]), ("--workers", "1"), ("--workers", "2"), ()):
        ended = geo("build", *folders, *how)
        assert ended.returncode == 0, ended.stderr
        made[str(how)] = (project / "data" / "collection.json").read_bytes()
        (project / "data" / ".cache" / "readings.sqlite").unlink()
    assert len(set(made.values())) == 1
    assert len(load(project / "data" / "collection.json").readings) == 8
