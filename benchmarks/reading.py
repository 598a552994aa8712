"""Articles read a second and the memory that it takes, ours and the usual way, each in a process of its own.

python -m benchmarks.reading Dateline 40     read 40 articles, print one JSON object: what ``Run`` holds
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from random import Random

from geo.articles.load import from_bytes
from geo.model import Article

ROOT = Path(__file__).parents[1]
GAZETTEER = ROOT / "data" / "gazetteer.sqlite"
WAYS = ("Dateline", "usual")
FIGURE = re.compile(r"\b\d[\d,]*\d\b")


@dataclass(frozen=True)
class Run:
    """``start``: seconds until the first article was read, imports and model included. ``speed``: articles a second
    after it, ``one_core`` those a second of processor time. ``megabytes``: peak resident memory of the process, 10^6
    bytes."""

    start: float
    speed: float
    one_core: float
    megabytes: float


def articles() -> Iterator[Article]:
    """The seeds over and over, each time with other figures, so that no answer can be remembered."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    random = Random(0)  # noqa: S311 -- any numbers will do
    while True:
        for text in seeds:
            yield from_bytes(with_other_figures(text, random).encode(), "copy.txt")


def with_other_figures(text: str, random: Random) -> str:
    """``text`` with each number of three digits or more changed, years and addresses left alone."""

    def other(match: re.Match[str]) -> str:
        digits = match[0].replace(",", "")
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
        if len(digits) < 3 or (len(digits) == 4 and digits[:2] in ("19", "20")) or "http" in line:
            return match[0]
        number = random.randrange(10 ** (len(digits) - 1), 10 ** len(digits))
        return f"{number:,}" if "," in match[0] else str(number)

    return FIGURE.sub(other, text)


def run(way: str, count: int) -> Run:
    """Read ``count`` articles after a first one, in a new process."""
    command = [sys.executable, "-m", "benchmarks.reading", way, str(count)]
    where = {"OPENBLAS_NUM_THREADS": "1", **os.environ}  # as the commands say before anything brings numpy in
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=where)
    if ended.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed:\n{ended.stderr}")
    return Run(**json.loads(ended.stdout))


def _readings(way: str) -> Iterator[object]:
    if way == "usual":
        from benchmarks.usual_reading import UsualReader  # noqa: PLC0415 -- each process pays for its own way only

        reader = UsualReader(GAZETTEER)
        return (reader.read(article.text) for article in articles())
    from geo.places.gazetteer import Gazetteer  # noqa: PLC0415
    from geo.reading import read  # noqa: PLC0415

    return iter(read(articles(), Gazetteer.open(GAZETTEER)))


def _measure(way: str, count: int) -> Run:
    began = time.perf_counter()
    readings = _readings(way)
    next(readings)
    first, busy = time.perf_counter(), time.process_time()
    read = sum(1 for _ in islice(readings, count))
    ended, worked = time.perf_counter(), time.process_time() - busy
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes on macOS, kB elsewhere
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    return Run(first - began, read / (ended - first), read / worked, peak)


if __name__ == "__main__":
    print(json.dumps(asdict(_measure(sys.argv[1], int(sys.argv[2])))))
