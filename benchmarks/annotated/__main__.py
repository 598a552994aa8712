"""Measure how right reading is on annotated articles.

python -m benchmarks.annotated                     our own sets
python -m benchmarks.annotated --set train test    the third-party articles; DATELINE_TRAIN names the folder of texts
python -m benchmarks.annotated --json FILE         write the readings too, one JSON object a line
python -m benchmarks.annotated --misses            what is wrong in the sets that may be looked at
python -m benchmarks.annotated --raise             raise the floors of the tests to what was measured; lowers none
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.annotated import floors
from benchmarks.annotated.run import readings, scored
from benchmarks.annotated.sets import OWN, SETS, UNSEEN, TextsError, annotations
from benchmarks.annotated.table import table
from geo.places.gazetteer import Gazetteer


def main() -> int:
    """Print the table; 1 where a set could not be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.annotated", description="Measure how right reading is.")
    parser.add_argument("--set", nargs="+", choices=SETS, default=OWN, dest="sets", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the readings to FILE")
    parser.add_argument("--misses", action="store_true", help=f"list what is wrong; never in {', '.join(UNSEEN)}")
    parser.add_argument("--raise", action="store_true", dest="raised", help="raise the floors of tests/floors.json")
    chosen = parser.parse_args()
    gazetteer = Gazetteer.open()
    scores, rows, status = {}, [], 0
    for name in chosen.sets:
        annotated = annotations(name)
        try:
            told = list(readings(annotated, gazetteer))
        except TextsError as error:
            print(f"not measured: {error}", file=sys.stderr)
            status = 1
            continue
        scores[name] = scored(annotated, told, gazetteer)
        rows += [{"set": name, **row} for row in told]
    print(table(scores))
    if chosen.misses:
        for name, each in scores.items():
            print(f"\n{name}", *([] if name in UNSEEN else each.misses), sep="\n  ")
    if chosen.raised:
        floors.write({name: floors.raised(name, each) for name, each in scores.items()})
    if chosen.json:
        chosen.json.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
