"""A choice with a hidden layer: what a weight file says, what is learned that weights alone cannot, damaged files."""

from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims import choice, network
from geo.claims.network import parsed
from geo.errors import LanguageError

FILE = "answers\tlikeliest\there\n*\t.5\t\t1\t\n> likeliest\t2\t\n> here\t\t1\nnamed\t1\t-1\t.25\t\nborder\t\t3\t\t-1\n"


@pytest.fixture(scope="module")
def make() -> Any:
    """What fits one. Loaded when it is asked for: with it comes a second for each process that finds tests."""
    return import_module("data.make.network")


def test_hidden_units_and_direct_weights_add_up() -> None:
    read = parsed(FILE)
    named, both, nothing = read.scores([{"named": 1.0}, {"named": 1.0, "border": 2.0, "never seen": 1.0}, {}])
    assert named == pytest.approx([2 * 1.5 + 0.25 + 1, 0])  # the second unit is below nought and silent
    assert both == pytest.approx([2 * 1.5 + 0.25 + 1, 5 - 2])
    assert nothing == pytest.approx([2 * 0.5 + 1, 0])
    assert read.scores([]).shape == (0, 2)


@given(st.dictionaries(st.sampled_from(["named", "border", "x"]), st.floats(-1e6, 1e6)))
def test_scores_are_numbers_whatever_is_known(known: dict[str, float]) -> None:
    assert np.isfinite(parsed(FILE).scores([known, {}])).all()


@pytest.mark.parametrize(
    "text",
    ["", "answers\there\n> here\t1\n", "answers\there\n*\t1\n", "answers\there\n*\t1\t1\n> here\t1\nnamed\t1\n",
     "answers\there\n*\t1\t1\n> here\tmany\n", "no tab\n"],
    ids=["empty", "no bias", "no unit", "a short feature", "no number", "no tab"],
)  # fmt: skip
def test_a_damaged_file_says_what_to_do(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.tsv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(choice, "FOLDER", tmp_path)
    for name in ("broken", "missing"):
        with pytest.raises(LanguageError, match="make weights"):
            network.trained(name)


def test_what_one_thing_says_may_turn_on_another(make: Any) -> None:
    """The right one is either near or of their home, and not both: no sum of two weights tells that."""
    seen = make.Placed()
    for _ in range(2_000):
        candidates = [{"near": 1.0, "home": 1.0}, {"near": 1.0, "far": 1.0}, {"home": 1.0, "far": 1.0}, {"far": 1.0}]
        right = [False, True, True, False]
        seen.add(candidates, right, [False] * 4, 1.0)
    read = parsed(make.fit(seen))
    neither, both = {"far": 1.0}, {"near": 1.0, "home": 1.0}
    near, home = {"near": 1.0, "far": 1.0}, {"home": 1.0, "far": 1.0}
    scores = read.scores([near, home, both, neither])
    assert min(scores[:2, 0]) > max(scores[2:, 0])
    assert (scores[:2, 1] > 0).all()
    assert (scores[2:, 1] < 0).all()


def test_the_network_of_places_is_whole(make: Any) -> None:
    read = network.trained("place")
    assert read.answers == (make.LIKELIEST, make.HERE)
    assert read.weights.shape == (len(read.rows), make.UNITS + 2)
