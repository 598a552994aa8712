"""How long many articles take on many workers: the queue of shards as it is, with measured times and made-up faults.

    python -m benchmarks.simulated                 1 million articles on 1 to 1,000 workers
    python -m benchmarks.simulated --articles 50000 --client 0.0003

Events take their turn on a simulated clock. The client is one process: it takes articles, hands shards out and keeps
what comes back, one thing at a time; so is the scheduler. Workers are as many as they are, two shards out for each. A
worker ends now and then, and its shard is tried again by the rules of ``geo.cluster.shards``; poisonous articles end
every worker that reads them.
"""

import argparse
import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from geo.cluster.shards import Item, Queue, Shard

AHEAD = 2
WORKERS = (1, 10, 100, 1_000)


@dataclass(frozen=True)
class Costs:
    """Seconds of a processor, as measured (docs/scale.md says when and on what), and faults."""

    article: float = 0.085
    """Reading, of a worker; an article of 3 kB."""
    spread: float = 0.6
    """Of the time of an article: the standard deviation of its logarithm."""
    client: float = 0.005
    """Taking an article, keeping its reading and putting it into the data set, of the client."""
    task: float = 0.001
    """A shard, of the scheduler: the upper end of what Dask's documentation gives."""
    start: float = 6.0
    """A new worker, until it reads."""
    ends: float = 1 / (24 * 3600)
    """Workers that end, a second of a worker: each once a day."""
    poison: float = 1e-5
    """Articles that end every worker that reads them."""


@dataclass
class Run:
    seconds: float = 0.0
    worked: float = 0.0
    lost: int = 0
    client: float = 0.0
    scheduler: float = 0.0
    read: int = 0
    set_aside: int = 0
    most_out: int = 0


def items(count: int, costs: Costs, chance: Random) -> Iterator[Item]:
    for number in range(count):
        poisonous = chance.random() < costs.poison
        yield Item(b"p" if poisonous else b"", str(number), b"")


def simulate(articles: int, workers: int, costs: Costs, seed: int = 1) -> Run:
    """Read so many articles with so many workers."""
    chance, run = Random(seed), Run()  # noqa: S311 -- a simulation
    queue = Queue(items(articles, costs, Random(seed)))  # noqa: S311
    client = scheduler = now = 0.0
    waiting: deque[tuple[float, Shard]] = deque()  # with the scheduler, since when
    idle = [(0.0, number) for number in range(workers)]
    heapq.heapify(idle)
    busy: list[tuple[float, int, Shard, bool]] = []  # ends at, worker, shard, whether the worker ended
    out, left = 0, True
    while left or busy or waiting:
        while left and out < AHEAD * workers:
            shard = queue.next()
            if shard is None:
                left = False
                break
            cost = costs.client * len(shard.items) / 2  # one half now, one when it comes back
            client = max(client, now) + cost
            scheduler = max(scheduler, client) + costs.task
            run.client, run.scheduler = run.client + cost, run.scheduler + costs.task
            waiting.append((scheduler, shard))
            out += 1
        run.most_out = max(run.most_out, out)
        while waiting and idle:
            ready, shard = waiting.popleft()
            free, worker = heapq.heappop(idle)
            begins = max(ready, free, now)
            lasts = sum(_seconds(costs, chance) for _ in shard.items)
            ends = chance.expovariate(costs.ends) if costs.ends else float("inf")
            dies = ends < lasts or any(item.key for item in shard.items)
            lasts = min(ends, lasts * chance.random()) if dies else lasts
            run.worked += lasts
            heapq.heappush(busy, (begins + lasts, worker, shard, dies))
        if not busy:
            continue
        now, worker, shard, died = heapq.heappop(busy)
        out -= 1
        heapq.heappush(idle, (now + (costs.start if died else 0.0), worker))
        if died:
            queue.failed(shard, "ended")
            run.lost += 1
            left = True
        else:
            run.read += len(shard.items)
            cost = costs.client * len(shard.items) / 2
            client = max(client, now) + cost
            run.client += cost
    run.seconds, run.set_aside = max(now, client), len(queue.set_aside)
    return run


def _seconds(costs: Costs, chance: Random) -> float:
    return costs.article * chance.lognormvariate(-(costs.spread**2) / 2, costs.spread)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.simulated", description="Simulate a cluster.")
    parser.add_argument("--articles", type=int, default=1_000_000)
    for name in ("article", "client", "task", "ends", "poison"):
        parser.add_argument(f"--{name}", type=float, default=getattr(Costs, name))
    chosen = parser.parse_args()
    costs = Costs(chosen.article, client=chosen.client, task=chosen.task, ends=chosen.ends, poison=chosen.poison)
    print("| workers | hours | workers busy | client busy | scheduler busy | workers ended | set aside | shards out |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for workers in WORKERS:
        run = simulate(chosen.articles, workers, costs)
        shares = (run.worked / workers, run.client, run.scheduler)
        told = " | ".join(f"{share / run.seconds:.0%}" for share in shares)
        hours = f"{run.seconds / 3600:.2f}"
        print(f"| {workers:,} | {hours} | {told} | {run.lost} | {run.set_aside} | {run.most_out:,} |", flush=True)


if __name__ == "__main__":
    main()
