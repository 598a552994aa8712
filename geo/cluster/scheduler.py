"""Workers of a cluster: shards go to a Dask scheduler that is there already, and what became of them comes back.

`distributed` is asked for here alone, and only where an address is given. Its workers need the project and its
packages; they write nothing, and what they have done is on this machine's disk as soon as it is told of.
"""

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Any

from geo.cluster.shards import ENDED, Done, Queue, Shard, Work
from geo.errors import DatasetError, DatelineError
from geo.limits import CLUSTER_LONELY_SECONDS, CLUSTER_SECONDS

AHEAD = 2
"""Shards a worker thread that are out at a time: one that is worked on, one that waits; so memory stays flat."""
_LOOK = 2.0
"""Seconds between two looks at whether the scheduler and workers are still there."""
_AGAIN = "Run the command again: what was read is kept"


def run(queue: Queue, work: Work, address: str, tell: Callable[[str], None]) -> Iterator[Done]:
    """What becomes of the shards of ``queue``, as they are done by the workers of the scheduler at ``address``.

    Workers may come and go. Raises DatasetError where there is no scheduler, or it goes and does not come back, or no
    worker comes for long; the DatelineErrors of ``work``.
    """
    client = _client(address)
    out: dict[str, tuple[Any, Shard]] = {}
    ended: SimpleQueue[Any] = SimpleQueue()
    alone = 0.0
    try:
        tell(f"the cluster's dashboard: {client.dashboard_link}")
        while True:
            _hand_out(client, queue, work, out, ended)
            if not out:
                return
            try:
                future = ended.get(timeout=_LOOK)
            except Empty:
                alone = 0.0 if _look(client, address, tell) else alone + _LOOK
                if alone >= CLUSTER_LONELY_SECONDS:
                    told = f"no worker has come for {CLUSTER_LONELY_SECONDS / 60:.0f} minutes"
                    raise DatasetError(told, where=address, remedy=f"Start dask workers. {_AGAIN}") from None
                continue
            _, shard = out.pop(future.key)
            done = _result(future, address)
            future.release()
            if done is None:
                queue.later(shard)
            elif isinstance(done, Done):
                yield done
            else:
                queue.failed(shard, done)
    finally:
        client.close(timeout=_LOOK)


def _client(address: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415 -- only where it is asked for
    except ImportError as error:
        remedy = "Run: pip install -r requirements-cluster.txt"
        raise DatasetError("needs the package distributed", where="--cluster", remedy=remedy) from error
    try:
        client: Any = Client(address, timeout=CLUSTER_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        remedy = "Give the address that `dask scheduler` prints, tcp://HOST:8786"
        raise DatasetError(f"no scheduler answers ({error})", where=address, remedy=remedy) from error
    return client


def _hand_out(
    client: Any, queue: Queue, work: Work, out: dict[str, tuple[Any, Shard]], ended: "SimpleQueue[Any]"
) -> None:
    threads = sum(worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values())
    while len(out) < AHEAD * max(1, threads) and not any(shard.tries for _, shard in out.values()):
        shard = queue.next()
        if shard is None:
            return
        if shard.tries and out:  # the last try is made with nobody beside it: who waits behind a killer dies with it
            queue.later(shard)
            return
        future = client.submit(work, shard, pure=False)
        out[future.key] = future, shard
        future.add_done_callback(ended.put)


def _look(client: Any, address: str, tell: Callable[[str], None]) -> bool:
    """Whether a worker is there."""
    if client.status not in ("running", "connecting"):
        raise DatasetError("the scheduler is gone", where=address, remedy=_AGAIN)
    if client.status == "connecting":
        tell("the scheduler does not answer; waiting for it")
    elif not client.scheduler_info(n_workers=-1)["workers"]:
        tell("no worker is there; waiting for one")
        return False
    return True


def _result(future: Any, address: str) -> Done | str | None:
    """What came back, or why nothing did; None where it was done and the worker that held it has gone."""
    from distributed import KilledWorker  # noqa: PLC0415

    if future.cancelled():
        raise DatasetError("the scheduler is gone", where=address, remedy=_AGAIN)
    if future.status == "lost":
        return None
    try:
        found: Done = future.result(timeout=CLUSTER_SECONDS)
    except DatelineError:
        raise
    except KilledWorker:
        return ENDED
    except Exception as error:  # noqa: BLE001 -- whatever a worker raised, it is this shard's, and told
        if future.status == "lost":  # while it was fetched
            return None
        return f"{type(error).__name__}: {error}"
    return found
