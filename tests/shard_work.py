"""What the workers of the tests do. A module of its own: each worker imports it when it starts, and nothing else."""

import os
import time
from pathlib import Path
from typing import Any

from geo.cluster.shards import Done, Item, Shard
from geo.errors import DatasetError


def items(count: int, size: int = 1) -> list[Item]:
    return [Item(str(number).encode(), f"{number}.txt", b"x" * size) for number in range(count)]


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


def together(shard: Shard) -> Done:
    """Wait for a second worker in the folder that the items name."""
    folder = Path(shard.items[0].content.decode())
    (folder / str(os.getpid())).touch()
    until = time.monotonic() + 120
    while len(list(folder.iterdir())) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    return echo(shard)


def status(dask_worker: Any) -> str:
    """What a nanny says of itself: "running" where its worker has started."""
    return str(dask_worker.status.name)
