"""Shards: nothing is lost with a worker, nothing poisonous stops what is beside it, and no worker stays behind."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.simulated import Costs, simulate
from geo.cluster import crew
from geo.cluster.progress import Progress
from geo.cluster.shards import BYTES, ENDED, Item, Queue, Shard
from geo.errors import DatasetError
from tests.conftest import ROOT
from tests.shard_work import deadly, echo, endless, failing, items, lacking, slow, together
from tests.test_reliability import is_running


def drained(queue: Queue) -> Iterator[Shard]:
    while (shard := queue.next()) is not None:
        yield shard


@given(st.lists(st.integers(0, 2 * BYTES), max_size=80))
def test_every_item_is_in_one_shard_and_no_shard_is_too_large(sizes: list[int]) -> None:
    made = [Item(str(number).encode(), "", b"x" * size) for number, size in enumerate(sizes)]
    shards = list(drained(Queue(made)))
    assert [item for shard in shards for item in shard.items] == made
    assert all(len(shard.items) == 1 or sum(len(item.content) for item in shard.items) <= BYTES for shard in shards)
    assert [shard.number for shard in shards] == list(range(len(shards)))


def test_a_shard_that_fails_is_tried_item_by_item_and_one_that_fails_again_is_set_aside() -> None:
    queue = Queue(items(5), most=3)
    first = queue.next()
    assert first is not None
    queue.failed(first, "ended")
    alone = [queue.next() for _ in range(3)]
    assert [[item.name for item in shard.items] for shard in alone if shard] == [["0.txt"], ["1.txt"], ["2.txt"]]
    assert alone[1] is not None
    queue.failed(alone[1], "ended")
    again = queue.next()
    assert again is not None
    assert again.items == alone[1].items
    queue.failed(again, "ended")
    assert [len(shard.items) for shard in drained(queue)] == [2]
    assert [(fault.name, fault.why) for fault in queue.set_aside] == [("1.txt", "ended")]


def results(queue: Queue, work: crew.Work, workers: int) -> dict[bytes, bytes]:
    return dict(result for done in crew.run(queue, work, workers) for result in done.results)


def test_all_workers_work_and_every_item_comes_back_once(tmp_path: Path) -> None:
    """Each of the first two shards waits until another worker has the other one."""
    some = [replace(item, content=str(tmp_path).encode()) for item in items(40)]
    found = results(Queue(some, most=2), together, 2)
    assert sorted(found) == sorted(item.key for item in some)
    assert len(set(found.values())) == 2


@pytest.mark.parametrize(("work", "why"), [(deadly, ENDED), (failing, "ValueError: no such thing")])
def test_a_poisonous_item_is_set_aside_after_two_tries_and_the_others_are_done(work: crew.Work, why: str) -> None:
    queue = Queue(items(12), most=4)
    found = results(queue, work, 2)
    assert sorted(found) == sorted(item.key for item in items(12) if item.name != "7.txt")
    ((name, told),) = [(fault.name, fault.why) for fault in queue.set_aside]
    assert name == "7.txt"
    assert told == why


def test_an_item_that_never_ends_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of the first shard is also that in which the worker starts, which a busy machine stretches."""
    queue = Queue(items(3), most=1, tries=1)
    found = []
    for done in crew.run(queue, endless, 1):
        found += [key for key, _ in done.results]
        monkeypatch.setattr(crew, "SHARD_SECONDS", 4)
    assert found == [b"0", b"1"]
    assert [fault.why for fault in queue.set_aside] == ["took longer than 4 seconds"]


def test_what_a_worker_lacks_stops_the_job_with_its_error() -> None:
    with pytest.raises(DatasetError, match="x: is not there"):
        results(Queue(items(3)), lacking, 2)


def test_a_killed_worker_loses_nothing() -> None:
    queue = Queue(items(30), most=3)
    found: dict[bytes, bytes] = {}
    for done in crew.run(queue, slow, 2):
        if len(found) < 4:
            os.kill(int(done.results[0][1]), 9)
        found |= dict(done.results)
    assert sorted(found) == sorted(item.key for item in items(30))
    assert queue.again
    assert not queue.set_aside


def test_workers_are_replaced_when_they_have_worked_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "WORKER_SHARDS", 2)
    queue = Queue(items(6), most=1)
    found = results(queue, echo, 1)
    assert len(set(found.values())) == 3
    assert not queue.again


def test_nobody_is_left_when_the_job_is_given_up() -> None:
    running = crew.run(Queue(items(30), most=1), slow, 2)
    first = next(running)
    running.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(first.results[0][1]), 0)


CLIENT = """
from geo.cluster import crew
from geo.cluster.shards import Queue
from tests.shard_work import items, slow
for done in crew.run(Queue(items(9_999), most=1), slow, 2):
    print(int(done.results[0][1]), flush=True)
"""


def test_nobody_is_left_when_the_client_is_killed() -> None:
    command = [sys.executable, "-c", CLIENT]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as client:
        assert client.stdout is not None
        workers = {int(client.stdout.readline()) for _ in range(30)}
        client.kill()
    until = time.monotonic() + 120
    while any(map(is_running, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_running, workers))


def test_progress_tells_rate_time_left_and_faults() -> None:
    told: list[str] = []
    now = [0.0]
    progress = Progress(1_000, told.append, clock=lambda: now[0])
    for _ in range(4):
        now[0] += 6
        progress.add(50, 1, 2)
    assert told == [
        "read 100 of 1,000, 8.3 a second, 2 min left, 1 tried again, 2 set aside",
        "read 200 of 1,000, 8.3 a second, 2 min left, 1 tried again, 2 set aside",
    ]


def test_the_package_of_the_cluster_is_loaded_only_where_it_is_asked_for() -> None:
    source = (Path(crew.__file__).parent / "scheduler.py").read_text(encoding="utf-8")
    assert "\nimport distributed" not in source
    assert "\nfrom distributed" not in source


def test_twice_as_many_simulated_workers_take_half_as_long() -> None:
    one, two = (simulate(5_000, workers, Costs(ends=0, poison=0)) for workers in (4, 8))
    assert 1.9 < one.seconds / two.seconds < 2.1
    assert (one.most_out, two.most_out) == (8, 16)
    assert one.read == two.read == 5_000


def test_simulated_faults_lose_no_article() -> None:
    run = simulate(5_000, 8, Costs(ends=1 / 600, poison=1 / 1_000))
    assert run.set_aside > 0
    assert run.read + run.set_aside == 5_000
    assert run.lost > 2 * run.set_aside  # each poisonous article ends three workers, and others end too
