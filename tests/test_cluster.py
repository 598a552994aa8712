"""Shards: nothing is lost with a worker, nothing poisonous stops what is beside it, and no worker stays behind."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cluster import crew
from geo.cluster.progress import Progress
from geo.cluster.shards import BYTES, ENDED, Done, Item, Queue, Shard
from geo.errors import DatasetError


def items(count: int, size: int = 1) -> list[Item]:
    return [Item(str(number).encode(), f"{number}.txt", b"x" * size) for number in range(count)]


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


def echo(shard: Shard) -> Done:
    return Done(tuple((item.key, b"%d" % os.getpid()) for item in shard.items))


def deadly(shard: Shard) -> Done:
    if any(item.name == "7.txt" for item in shard.items):
        os._exit(9)
    return echo(shard)


def failing(shard: Shard) -> Done:
    if any(item.name == "7.txt" for item in shard.items):
        raise ValueError("no such thing")
    return echo(shard)


def endless(shard: Shard) -> Done:
    if any(item.name == "2.txt" for item in shard.items):
        time.sleep(600)
    return echo(shard)


def lacking(shard: Shard) -> Done:
    raise DatasetError("is not there", where="x", remedy="Put it there")


def slow(shard: Shard) -> Done:
    time.sleep(0.05)
    return echo(shard)


def results(queue: Queue, work: crew.Work, workers: int) -> dict[bytes, bytes]:
    return dict(result for done in crew.run(queue, work, workers) for result in done.results)


def test_all_workers_work_and_every_item_comes_back_once() -> None:
    found = results(Queue(items(40), most=2), slow, 2)
    assert sorted(found) == sorted(item.key for item in items(40))
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
    monkeypatch.setattr(crew, "SHARD_SECONDS", 4)
    queue = Queue(items(3), most=1, tries=1)
    found = results(queue, endless, 1)
    assert sorted(found) == [b"0", b"1"]
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
