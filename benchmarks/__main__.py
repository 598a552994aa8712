"""Measure the page and the reading, each beside the usual way, in one run.

python -m benchmarks            print the results
python -m benchmarks --write    put them into benchmarks/README.md too
python -m benchmarks --quick    one start, four clicks and four articles: does it run?
"""

import argparse
import sys
from datetime import UTC, datetime

from benchmarks import machine, page_rows, reading
from benchmarks.outside import chromium
from benchmarks.table import Row, table, under, write

STARTS, CLICKS, READS, ARTICLES = 5, 20, 3, 30


def measure_pages(starts: int, clicks: int) -> tuple[list[Row], str]:
    """Both pages, with two articles and with many; and the machine line."""
    with chromium() as browser:
        rows = page_rows.small(browser, starts, clicks, _tell)
        rows += page_rows.large(browser, max(1, starts // 3), max(4, clicks // 3), _tell)
        return rows, machine.line(browser.version)


def measure_reading(reads: int, count: int) -> list[Row]:
    """Reading in turn, each time in a new process."""
    runs = []
    for nth in range(reads):
        runs.append([reading.run(way, count) for way in reading.WAYS])
        _tell(f"read {nth + 1} of {reads}: {runs[-1][0].speed:.1f} articles/s, usual {runs[-1][1].speed:.1f}")
    ours, usual = zip(*runs, strict=True)
    return [
        Row("articles read a second", [one.speed for one in ours], [one.speed for one in usual], digits=1),
        Row(
            "process start to first article read, s",
            [one.start for one in ours],
            [one.start for one in usual],
            digits=1,
        ),
        Row(
            "reading process at its peak, MB (RSS)",
            [one.megabytes for one in ours],
            [one.megabytes for one in usual],
            aim=under(900, "under 900 MB"),
        ),
    ]


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure beside the usual way.")
    parser.add_argument("--write", action="store_true", help="put the results into benchmarks/README.md")
    parser.add_argument("--quick", action="store_true", help="measure hardly anything: does it run?")
    chosen = parser.parse_args()
    starts, clicks, reads, count = (1, 4, 1, 4) if chosen.quick else (STARTS, CLICKS, READS, ARTICLES)
    rows, where = measure_pages(starts, clicks)
    rows += measure_reading(reads, count)
    results = (
        f"{datetime.now(UTC):%d %B %Y}: {where}. {starts} cold starts, {clicks} clicks, {reads} reads of {count} "
        f"articles; median (smallest – largest).\n\n{table(rows)}"
    )
    print(results)
    if chosen.write:
        write(results)


if __name__ == "__main__":
    main()
