"""One article more in a large collection: what it costs when the others are read already.

    python -m benchmarks.adding --articles 10000

The others are those of ``benchmarks.collection``, three figures each, whose readings a generator kept, so that the
first build has only to put them together. Then an article of ``seeds/`` is added by the command, in a process of its
own, and built from nothing for comparison. Printed are seconds of the clock and of a processor, megabytes at the peak,
and whether the bytes are the same.
"""

import argparse
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec

from benchmarks.collection import Newsroom
from benchmarks.reading import GAZETTEER, ROOT
from geo.collections.twins import traits
from geo.dataset.entry import entry_of
from geo.dataset.kept import PLACE, Kept, Known

_BATCH = 500


def prepare(folder: Path, articles: int) -> None:
    """A collection of made-up articles in ``folder``, as if a build had read them and not gone on."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "data" / "gazetteer.sqlite").symlink_to(GAZETTEER)
    with Kept(folder / "data", GAZETTEER) as kept:
        read: list[tuple[bytes, bytes]] = []
        taken: list[tuple[bytes, tuple[Known, ...]]] = []
        for number, made in enumerate(Newsroom().readings(articles, 3 * articles)):
            name = f"made-up-{number:06}.txt"
            reading = replace(made, article=replace(made.article, file=name))
            article = reading.article
            (folder / "seeds" / name).write_text(article.text, encoding="utf-8")
            key, file = kept.key(article), kept.file_key(name, bytes.fromhex(article.sha256))
            read.append((key, msgspec.msgpack.encode(entry_of(reading, key))))
            taken.append((file, (Known(key, article.published, traits(article)),)))
            if len(read) == _BATCH or number == articles - 1:
                kept.put(read)
                kept.put_articles(taken)
                read, taken = [], []


def command(folder: Path, *arguments: str) -> dict[str, object]:
    """What ``python -m geo`` costs in a new process."""
    where = ("--seeds", str(folder / "seeds"), "--data", str(folder / "data"))
    # As on any machine, the program is compiled once, its libraries where they were installed.
    around = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "geo", *arguments, *where],
        cwd=ROOT,
        env=around,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    told = (process.stdout.read() if process.stdout else b"").decode().splitlines()
    _, status, used = os.wait4(process.pid, 0)
    return {
        "command": arguments[0], "exit": os.waitstatus_to_exitcode(status), "told": told[-1] if told else "",
        "seconds": round(time.monotonic() - began, 2), "processor": round(used.ru_utime + used.ru_stime, 2),
        "MB": round(used.ru_maxrss * 1024 / 1e6),
    }  # fmt: skip


def written(folder: Path) -> str:
    """The data set and its tables, by their bytes."""
    digest = hashlib.sha256((folder / "data" / "collection.json").read_bytes())
    manifest = folder / "data" / "tables" / "manifest.json"
    if manifest.exists():
        tables = json.loads(manifest.read_bytes())["tables"]
        for name in sorted(tables):
            digest.update((manifest.parent / tables[name]["file"]).read_bytes())
    return digest.hexdigest()[:12]


def measure(folder: Path, articles: int) -> None:
    prepare(folder, articles)
    new = sorted((ROOT / "seeds").glob("*.txt"))
    print(json.dumps({"first": command(folder, "build")}), flush=True)
    for article in new:
        print(json.dumps({"one more": command(folder, "add", str(article))}), flush=True)
    print(json.dumps({"nothing new": command(folder, "build")}), flush=True)
    grown = written(folder)
    for built in ("collection.json", "tables"):
        where = folder / "data" / built
        shutil.rmtree(where) if where.is_dir() else where.unlink(missing_ok=True)
    with closing(sqlite3.connect(folder / "data" / PLACE)) as kept, kept:
        kept.execute("DELETE FROM linked")
    print(json.dumps({"from nothing": command(folder, "build"), "same bytes": grown == written(folder)}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adding", description="One article more in many.")
    parser.add_argument("--articles", type=int, default=10_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-adding-") as folder:
        measure(Path(folder), chosen.articles)


if __name__ == "__main__":
    main()
