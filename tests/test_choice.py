"""Trained choices: what a weight file says, what is learned from features and from vectors, and damaged files."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims import choice
from geo.claims.choice import FOLDER, parsed
from geo.errors import LanguageError

FILE = "feature\ttroops\tnone\n*\t.5\t\nnoun soldier\t2\t-1\nnoun ~0\t1\t0\nnoun ~1\t0\t3\n"


def test_features_and_vectors_add_up() -> None:
    read = parsed(FILE)
    told = read.chances({"noun soldier": 1.0, "never seen": 1.0}, {"noun": np.array([0.5, 0.25]), "other": np.ones(9)})
    odds = np.exp([0.5 + 2 + 0.5, -1 + 0.75])
    assert list(told) == ["troops", "none"]
    assert list(told.values()) == pytest.approx(list(odds / odds.sum()))
    assert read.chances({}) == pytest.approx({"troops": 0.6224593, "none": 0.3775407})


@given(st.dictionaries(st.sampled_from(["noun soldier", "x", "*"]), st.floats(-1e6, 1e6)), st.floats(-1e3, 1e3))
def test_chances_are_chances_whatever_is_known(known: dict[str, float], value: float) -> None:
    told = parsed(FILE).chances(known, {"noun": np.array([value, -value])})
    assert sum(told.values()) == pytest.approx(1)
    assert all(0 <= chance <= 1 for chance in told.values())


@pytest.mark.parametrize(
    "text",
    ["", "feature\tyes\nnoun\t1\t2\n", "feature\tyes\nnoun\tmany\n", "feature\tyes\nnoun ~1\t1\n",
     "feature\tyes\nnoun ~x\t1\n"],
    ids=["empty", "too many", "no number", "a vector without its first value", "a value without a number"],
)  # fmt: skip
def test_a_damaged_file_says_what_to_do(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.tsv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(choice, "FOLDER", tmp_path)
    for name in ("broken", "missing"):
        with pytest.raises(LanguageError, match="make weights"):
            choice.trained(name)


def test_words_used_like_those_that_were_seen_are_told_by_their_vectors() -> None:
    from data.make.weights import Labelled, fit_labels  # noqa: PLC0415 -- a second of each process that finds tests

    seen = Labelled()
    for number in range(24):
        way = np.array([1.0, 0.1 * (number % 5)]) if number % 2 else np.array([-1.0, 0.1 * (number % 7)])
        seen.add({"all": 1.0}, "flee" if number % 2 else "stay", 1.0, {"noun": way})
    learned = parsed(fit_labels(seen, 1.0))
    assert learned.chances({"all": 1.0}, {"noun": np.array([0.8, -0.4])})["flee"] > 0.8
    assert learned.chances({"all": 1.0}, {"noun": np.array([-0.8, -0.4])})["stay"] > 0.8


LINEAR = sorted(path for path in FOLDER.glob("*.tsv") if path.stem != "place")


@pytest.mark.parametrize("path", LINEAR, ids=lambda path: path.stem)
def test_each_file_of_the_project_is_whole(path: Path) -> None:
    read = choice.trained(path.stem)
    assert read.labels
    assert read.weights.shape == (len(read.rows), len(read.labels))
    assert {own.shape for own in read.vectors.values()} <= {(300, len(read.labels))}
    assert bool(read.vectors) is (path.stem in {"panel", "frame", "action", "population"})
