"""The accuracy benchmark counts what it says: worked examples, and scorers that are missing or fail."""

from pathlib import Path

import pytest

from benchmarks.accuracy.__main__ import NO_CORPORA, corpora
from benchmarks.accuracy.corpora import Corpora, CorpusError, innermost
from benchmarks.accuracy.measure import Measure
from benchmarks.accuracy.seeds import acceptance
from benchmarks.reading import GAZETTEER
from geo.model import Span, Toponym
from geo.places.gazetteer import Gazetteer


def test_the_seeds_are_right() -> None:
    right, fields = acceptance()
    assert right == fields > 100


def test_a_measure_meets_its_aim_or_not() -> None:
    assert Measure("F1", 0.881, 0.836, None, 0.87).cells() == ("F1", ".836", "–", ".881", ".870", "met")
    assert Measure("F1", 0.86, aim=0.87).cells()[-1] == "NOT MET"
    assert Measure("others", 0.39, aim=0.40, lower=True).cells()[-1] == "met"
    assert Measure("others", 0.41, aim=0.40, lower=True).cells()[-1] == "NOT MET"
    assert Measure("F1", None, aim=0.87).cells()[-1] == "not measured"
    assert Measure("speed", 21.26, 10, 20, 30, digits=1).cells() == ("speed", "10.0", "20.0", "21.3", "30.0", "NOT MET")


def test_only_the_innermost_of_toponyms_in_one_another() -> None:
    def named(start: int, end: int) -> Toponym:
        return Toponym(Span(start, end), "x", True, None, "")

    assert innermost([named(0, 13), named(9, 13), named(20, 24)]) == [named(9, 13), named(20, 24)]


def test_without_corpora_it_says_what_it_needs() -> None:
    measures, notes = corpora(None, Gazetteer.open(GAZETTEER))
    assert notes == [NO_CORPORA]
    assert all(each.value is None for each in measures)


def test_scorers_that_are_missing_or_fail_are_told(tmp_path: Path) -> None:
    gazetteer = Gazetteer.open(GAZETTEER)
    (tmp_path / "score_geoparse.py").write_text("raise ImportError('no corpus here')", encoding="utf-8")
    _, notes = corpora(tmp_path, gazetteer)
    assert len(notes) == 3
    assert all("lacks score_counts.py, country_points.json" in note for note in notes)
    (tmp_path / "score_counts.py").write_text("print('nothing')", encoding="utf-8")
    (tmp_path / "country_points.json").write_text("{}", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"score_geoparse\.py failed: ImportError: no corpus here"):
        Corpora(tmp_path, gazetteer, tmp_path).toponyms("trnews")


SCORER = """
import argparse, json
ask = argparse.ArgumentParser()
for name in ("--corpus", "--pred", "--country-points", "--dump-texts", "--dump-mentions"):
    ask.add_argument(name)
ask.add_argument("--json", action="store_true")
chosen = ask.parse_args()
text = "Fighting near Goma goes on, Congolese officials said."
if chosen.dump_texts:
    open(chosen.dump_texts, "w").write(json.dumps({"doc_id": 7, "title": "", "date": None, "text": text}) + "\\n")
    open(chosen.dump_mentions, "w").write(json.dumps({"doc_id": 7, "start": 14, "end": 18, "text": "Goma"}) + "\\n")
if chosen.pred:
    rows = [json.loads(line) for line in open(chosen.pred)]
    near = [row for row in rows if text[row["start"]:row["end"]] == "Goma" and abs(row["lat"] + 1.68) < 0.2]
    print(json.dumps({"exact": [0, 0, len(rows), 1], "e2e": [0, 0, len(near)], "res": {"acc": len(near) / len(rows)}}))
"""


def test_a_corpus_is_read_and_its_scorer_asked(tmp_path: Path) -> None:
    (tmp_path / "score_geoparse.py").write_text(SCORER, encoding="utf-8")
    found = Corpora(tmp_path, Gazetteer.open(GAZETTEER), tmp_path).toponyms("any")
    assert (found.exact, found.exact_adjectives) == (1, 2)  # Goma; Goma and Congolese
    assert (found.end_to_end, found.given, found.given_strict) == (1, 1.0, 1.0)
