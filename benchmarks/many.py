"""Many articles, read with 1 worker, with 2, and with 2 of which one is killed on the way.

    python -m benchmarks.many FOLDER --articles 1000
    python -m benchmarks.many FOLDER --articles 20000 --ways 1
    python -m benchmarks.many FOLDER --articles 20000 --ways 2k

The articles are changed copies of the texts in FOLDER, each with figures of its own. For each way: processor time of
the busiest worker (what it would take on a machine of one's own), of the build itself, the memory over time, and the
hash of every file of the data set, tables included: they are the same whoever read. A worker in the place of one that
was replaced or killed is counted with it. Two ways that are run at the same time meet the same machine.
"""

import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from pathlib import Path
from random import Random

from benchmarks.reading import GAZETTEER, ROOT, with_other_figures

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_WAYS = {"1": (1, False), "2": (2, False), "2k": (2, True)}


@dataclass
class Watched:
    """Processes of a build, looked at every second: processor seconds and megabytes (10^6 bytes) by process, and the
    place in the crew that each worker has."""

    seconds: dict[int, float] = field(default_factory=dict)
    megabytes: dict[int, list[float]] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def look(self, pid: int) -> None:
        try:
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        except (OSError, IndexError):
            return
        self.seconds[pid] = (int(stat[11]) + int(stat[12])) / _TICKS
        self.megabytes.setdefault(pid, []).append(pages * _PAGE / 1e6)

    def seat(self, workers: list[int]) -> None:
        """Give each of those that work now, and did not before, the first place where nobody works."""
        taken = {self.places[pid] for pid in workers if pid in self.places}
        for pid in workers:
            if pid not in self.places:
                self.places[pid] = next(place for place in count() if place not in taken)
                taken.add(self.places[pid])

    @property
    def worked(self) -> list[float]:
        """Processor seconds by place."""
        places = range(max(self.places.values(), default=-1) + 1)
        return [sum(self.seconds.get(pid, 0.0) for pid, at in self.places.items() if at == place) for place in places]


def copies(folder: Path, many: int) -> Iterator[str]:
    """Texts from ``folder``, over and over, each time with other figures and without addresses."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    random = Random(12)  # noqa: S311 -- any numbers will do
    for number, text in enumerate(islice(cycle(texts), many)):
        plain = "\n".join(line for line in text.splitlines() if "://" not in line)
        yield f"{with_other_figures(plain, random)}\n\nCopy {number} of many.\n"


def measure(data: Path, workers: int, *, kill: bool) -> dict[str, object]:
    """Build with so many workers; ``kill``: one of them when a third is read."""
    for made in (".cache", "tables"):
        shutil.rmtree(data / made, ignore_errors=True)
    (data / "collection.json").unlink(missing_ok=True)
    command = [sys.executable, "-m", "geo", "build", "--seeds", str(data / "seeds"), "--data", str(data)]
    watched, begun, killed = Watched(), time.monotonic(), False
    many = len(list((data / "seeds").iterdir()))
    with (data / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen([*command, "--workers", str(workers)], cwd=ROOT, stdout=log, stderr=log)
        while process.poll() is None:
            children = [int(pid) for pid in _children(process.pid) if _reads(int(pid))]
            watched.seat(children)
            for pid in (process.pid, *children):
                watched.look(pid)
            lines = (data / "log").read_text(encoding="utf-8").count("\n")
            if kill and not killed and lines > many / 3:
                os.kill(children[0], signal.SIGKILL)
                killed = True
            time.sleep(1)
    work = watched.worked
    told = (data / "log").read_text(encoding="utf-8").splitlines()
    return {
        "workers": workers, "killed": killed, "exit": process.returncode, "told": told[-1],
        "seconds": round(time.monotonic() - begun), "busiest worker": max(work), "all workers": sum(work),
        "build": watched.seconds[process.pid],
        "worker MB, by tenths": [_tenths(watched.megabytes[pid]) for pid in watched.places if pid in watched.megabytes],
        "build MB, by tenths": _tenths(watched.megabytes[process.pid]),
        "rates": [line for line in told if " a second, " in line][-1:],
        "sha256": written(data),
    }  # fmt: skip


def written(data: Path) -> dict[str, str]:
    """Each file of the data set in ``data``, its tables included, with the head of its hash."""
    files = [data / "collection.json", *sorted(path for path in (data / "tables").rglob("*") if path.is_file())]
    return {str(path.relative_to(data)): hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in files}


def _tenths(values: list[float]) -> list[int]:
    step = max(1, len(values) // 10)
    return [round(max(values[at : at + step])) for at in range(0, len(values), step)]


def _children(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []


def _reads(pid: int) -> bool:
    """Whether a child is one that reads, and not what multiprocessing starts beside it."""
    try:
        return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many", description="Read many articles.")
    parser.add_argument("folder", type=Path, help="texts to make changed copies of")
    parser.add_argument("--articles", type=int, default=1_000)
    told = "so many workers each time; k: one is killed on the way (default 1 2 2k)"
    parser.add_argument("--ways", nargs="+", choices=_WAYS, default=list(_WAYS), help=told)
    chosen = parser.parse_args()
    data = Path(tempfile.mkdtemp(prefix="dateline-many-"))
    try:
        (data / "seeds").mkdir()
        (data / "gazetteer.sqlite").symlink_to(GAZETTEER)
        for number, text in enumerate(copies(chosen.folder, chosen.articles)):
            (data / "seeds" / f"{number:06}.txt").write_text(text, encoding="utf-8")
        for workers, kill in map(_WAYS.__getitem__, chosen.ways):
            print(json.dumps(measure(data, workers, kill=kill), indent=1), flush=True)
    finally:
        shutil.rmtree(data, ignore_errors=True)


if __name__ == "__main__":
    main()
