"""Measure how right reading is, against floors and aims.

python -m benchmarks.accuracy                     print the results
python -m benchmarks.accuracy --corpora DIR       with the corpora and scorers in DIR (or set DATELINE_EVAL)
python -m benchmarks.accuracy --write             put the results into benchmarks/README.md too
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import reading
from benchmarks.accuracy.corpora import Corpora, CorpusError, Counts, Toponyms
from benchmarks.accuracy.measure import HEAD, Measure, markdown
from benchmarks.accuracy.seeds import acceptance
from benchmarks.annotated.run import readings, scored
from benchmarks.annotated.score import Score
from benchmarks.annotated.sets import NEWS, OWN, annotations, missing
from benchmarks.annotated.table import table
from benchmarks.table import write
from geo.places.gazetteer import Gazetteer

COMMAND = "python -m benchmarks.accuracy"
ARTICLES, RUNS = 60, 3
NO_CORPORA = (
    "The corpora were not measured: name their folder with --corpora or DATELINE_EVAL (benchmarks/README.md says what "
    "it must hold)."
)


def corpora(folder: Path | None, gazetteer: Gazetteer) -> tuple[list[Measure], list[str]]:
    """The measures on the corpora, and what stood in the way of some."""
    found: dict[str, Toponyms | Counts] = {}
    notes: list[str] = [] if folder is not None else [NO_CORPORA]
    with tempfile.TemporaryDirectory() as scratch:
        if folder is not None:
            there = Corpora(folder.resolve(), gazetteer, Path(scratch))
            tasks: dict[str, Callable[[], Toponyms | Counts]] = {
                "trnews": lambda: there.toponyms("trnews"),
                "geovirus": lambda: there.toponyms("geovirus"),
                "idmc": there.counts,
            }
            for name, task in tasks.items():
                try:
                    there.check()
                    found[name] = task()
                except CorpusError as error:
                    notes.append(f"{name} was not measured: {error}")
                _tell(name)
    return _corpora_rows(found), list(dict.fromkeys(notes))


def _corpora_rows(found: dict[str, Toponyms | Counts]) -> list[Measure]:
    def of(corpus: str, name: str) -> float | None:
        return getattr(found[corpus], name) if corpus in found else None

    near = "within 161 km"
    return [
        Measure("TR-News, recognition, exact F1", of("trnews", "exact"), 0.836),
        Measure("– demonyms added, which its annotators count", of("trnews", "exact_adjectives"), 0.836, aim=0.87),
        Measure(f"TR-News, end to end {near}, F1 (country points accepted)", of("trnews", "end_to_end"), 0.707),
        Measure("– demonyms added", of("trnews", "end_to_end_adjectives"), 0.707, aim=0.82),
        Measure(f"TR-News, given mentions, {near}", of("trnews", "given_strict"), 0.733, 0.765, 0.85),
        Measure("– country points accepted", of("trnews", "given")),
        Measure("GeoVirus, end to end F1 (country points accepted)", of("geovirus", "end_to_end"), 0.776, aim=0.87),
        Measure(
            f"GeoVirus, given mentions, {near} (country points accepted)", of("geovirus", "given"), 0.828, 0.867, 0.91
        ),
        Measure("IDMC excerpts, labelled figure found", of("idmc", "recall"), 0.526, 0.755, 0.88),
        Measure("IDMC excerpts, other predictions a text", of("idmc", "others"), 0.44, aim=0.40, lower=True, digits=2),
    ]


def own_sets(gazetteer: Gazetteer) -> dict[str, Score]:
    """Scores of the annotated sets that can be read here, by name."""
    scores = {}
    for name in (*OWN, *NEWS):
        if missing(name) is None:
            annotated = annotations(name)
            scores[name] = scored(annotated, list(readings(annotated, gazetteer)), gazetteer)
            _tell(name)
    return scores


def speed() -> Measure:
    """Articles a second of processor time, the best of several runs: what one core that does nothing else reads."""
    runs = [reading.run("Dateline", ARTICLES) for _ in range(RUNS)]
    _tell("speed")
    return Measure(
        "articles read a second, whole pipeline, one core", max(run.one_core for run in runs), 10, 20, 30, digits=1
    )


def _tell(done: str) -> None:
    print(f"{done}: done", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog=COMMAND, description="Measure how right reading is.")
    parser.add_argument("--corpora", type=Path, metavar="DIR", help="corpora and scorers (default: DATELINE_EVAL)")
    parser.add_argument("--write", action="store_true", help="put the results into benchmarks/README.md")
    chosen = parser.parse_args()
    folder = chosen.corpora or (Path(os.environ["DATELINE_EVAL"]) if os.environ.get("DATELINE_EVAL") else None)
    gazetteer = Gazetteer.open(reading.GAZETTEER)
    measures, notes = corpora(folder, gazetteer)
    right, fields = acceptance()
    measures += [
        Measure(f"the two seeds, of {fields} fields of the acceptance table", right, aim=fields, digits=0),
        speed(),
    ]
    scores = own_sets(gazetteer)
    notes += [note for note in map(missing, NEWS) if note]
    parts = [markdown(HEAD, [each.cells() for each in measures]), *notes, table(scores)]
    results = "\n\n".join(parts)
    print(results)
    if chosen.write:
        write(results, COMMAND)


if __name__ == "__main__":
    main()
