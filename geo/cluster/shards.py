"""Shards: what is handed to a worker at a time, what comes back, and which are tried again.

A shard that fails, or whose worker ends, is cut into its items, and each is tried alone, twice; one that fails then is
set aside with its error. So a poisonous item stops nothing beside it, and two workers that are killed lose none.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

ITEMS = 32
"""Of a shard: seconds of work, so that little is lost with a worker, and little is said for each."""
BYTES = 400_000
"""Of all items of a shard; a larger one is a shard of its own."""
ENDED = "ended the process that read it"
"""Why a shard failed whose worker is gone, whatever ended that."""


@dataclass(frozen=True, slots=True)
class Item:
    """``key`` tells it from others, ``name`` says what it is to a person."""

    key: bytes
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Shard:
    """``number`` counts from 0; ``tries`` of its only item that failed before."""

    number: int
    items: tuple[Item, ...]
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """An item that is set aside, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a shard: results by the keys of its items, and items that failed; ``seconds`` of processor time,
    and the ``megabytes`` that the worker holds at its peak."""

    results: tuple[tuple[bytes, bytes], ...]
    faults: tuple[Fault, ...] = ()
    seconds: float = 0.0
    megabytes: float = 0.0


Work = Callable[[Shard], Done]


@dataclass(slots=True)
class Queue:
    """The shards of ``items``, those to be tried again first; ``set_aside`` are the items that failed ``tries``."""

    items: Iterable[Item]
    most: int = ITEMS
    tries: int = 2
    set_aside: list[Fault] = field(default_factory=list)
    again: int = 0
    """Shards that were tried again."""
    _waiting: deque[Shard] = field(default_factory=deque)
    _new: Iterator[tuple[Item, ...]] = field(init=False)
    _numbers: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self._new = _cut(self.items, self.most)

    def next(self) -> Shard | None:
        """The next shard; None where nothing waits."""
        if self._waiting:
            return self._waiting.popleft()
        items = next(self._new, None)
        return None if items is None else Shard(next(self._numbers), items)

    def later(self, shard: Shard) -> None:
        """Give ``shard`` back: it is the next one."""
        self._waiting.appendleft(shard)

    def failed(self, shard: Shard, why: str) -> None:
        """Try the items of ``shard`` again, each alone, or set them aside."""
        alone = len(shard.items) == 1
        tries = shard.tries + alone  # which one of several is to blame, nobody knows
        if tries >= self.tries:
            self.set_aside += [Fault(item.name, why) for item in shard.items]
            return
        self.again += 1
        self._waiting.extend(Shard(next(self._numbers), (item,), tries) for item in shard.items)


def _cut(items: Iterable[Item], most: int) -> Iterator[tuple[Item, ...]]:
    shard: list[Item] = []
    size = 0
    for item in items:
        if shard and (len(shard) == most or size + len(item.content) > BYTES):
            yield tuple(shard)
            shard, size = [], 0
        shard.append(item)
        size += len(item.content)
    if shard:
        yield tuple(shard)
