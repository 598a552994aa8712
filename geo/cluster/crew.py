"""Workers on this machine: processes of their own, one thread each, replaced when they end or have worked enough."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Thread

from geo.cluster.shards import ENDED, Done, Queue, Shard, Work
from geo.errors import DatelineError
from geo.limits import SHARD_SECONDS, WORKER_MEGABYTES, WORKER_SHARDS

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Matrices as small as a sentence gain nothing from threads, which fight where several processes read."""


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    shard: Shard | None = None
    until: float = 0.0
    """When its shard has taken too long, on the monotonic clock."""
    shards: int = 0
    megabytes: float = 0.0

    @property
    def has_worked_enough(self) -> bool:
        return self.shards >= WORKER_SHARDS or self.megabytes > WORKER_MEGABYTES


def run(queue: Queue, work: Work, workers: int) -> Iterator[Done]:
    """What becomes of the shards of ``queue``, as they are done, by so many processes that end with this one.

    A worker that ends, whatever ended it, costs its shard, which is tried again; so do an error of ``work`` and one
    that takes longer than ``SHARD_SECONDS``. Raises the DatelineErrors of ``work``: where it lacks what it needs, no
    other shard would do better.
    """
    crew: list[_Worker] = []
    try:
        while True:
            _hand_out(queue, work, workers, crew)
            if not crew:
                return
            yield from _collect(queue, crew)
    finally:
        for worker in crew:
            worker.process.kill()
        for worker in crew:
            _end(worker)


def _hand_out(queue: Queue, work: Work, workers: int, crew: list[_Worker]) -> None:
    """Give every worker a shard; one without is let go, and so is one that has worked enough."""
    for worker in [worker for worker in crew if worker.shard is None and worker.has_worked_enough]:
        crew.remove(worker)
        _end(worker)
    free = workers - sum(worker.shard is not None for worker in crew)
    shards = [shard for shard in (queue.next() for _ in range(free)) if shard is not None]
    idle = [worker for worker in crew if worker.shard is None]
    idle += [_started(work) for _ in range(len(shards) - len(idle))]  # all of them, before the first is waited for
    for worker in idle[len(shards) :]:
        _end(worker)
    crew[:] = [worker for worker in crew if worker.shard is not None] + idle[: len(shards)]
    for worker, shard in zip(idle, shards, strict=False):
        worker.shard, worker.until = shard, time.monotonic() + SHARD_SECONDS
        with suppress(OSError):  # it has ended, and is seen to have ended below
            worker.pipe.send(shard)


def _collect(queue: Queue, crew: list[_Worker]) -> Iterator[Done]:
    """Wait until a worker has something to say, ends or takes too long."""
    soonest = min(worker.until for worker in crew)
    ends: list[Connection | int] = [end for worker in crew for end in (worker.pipe, worker.process.sentinel)]
    connection.wait(ends, timeout=max(0.0, soonest - time.monotonic()))
    for worker in tuple(crew):
        shard, late = worker.shard, worker.until <= time.monotonic()
        said = _said(worker)
        if isinstance(said, DatelineError):
            raise said
        if isinstance(said, Done):
            worker.shard, worker.shards, worker.megabytes = None, worker.shards + 1, said.megabytes
            yield said
        elif shard is not None and isinstance(said, str):
            worker.shard = None
            queue.failed(shard, said)
        elif late or not worker.process.is_alive():
            worker.process.kill()
            crew.remove(worker)
            _end(worker)
            if shard is not None:
                queue.failed(shard, f"took longer than {SHARD_SECONDS} seconds" if late else ENDED)


def _said(worker: _Worker) -> Done | DatelineError | str | None:
    try:
        found = worker.pipe.recv() if worker.pipe.poll() else None
    except (EOFError, OSError):  # it has ended
        worker.process.join(1)
        return None
    return found if isinstance(found, Done | DatelineError | str) else None


def _started(work: Work) -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        process.start()
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    theirs.close()
    return _Worker(process, ours)


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.join(5)
    worker.process.close() if not worker.process.is_alive() else worker.process.kill()


def _serve(pipe: Connection, work: Work) -> None:
    """A worker: shards come, and what became of them goes back, until nobody is left to ask."""
    end_with_parent()
    while True:
        try:
            shard = pipe.recv()
        except EOFError:
            return
        try:
            done: Done | DatelineError | str = work(shard)
        except DatelineError as error:
            done = error
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is this shard's, and told
            done = f"{type(error).__name__}: {error}"
        pipe.send(done)


def end_with_parent() -> None:
    """End this process when the one that started it has ended: a killed build leaves nobody behind."""

    def watch() -> None:
        if (parent := parent_process()) is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, name="watches the build", daemon=True).start()
