"""What each set must score at least, field by field: tests/floors.json, held by tests/test_annotated.py."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

from benchmarks.annotated.score import KEYS, LESS_IS_BETTER, Score

FLOORS = Path(__file__).parents[2] / "tests" / "floors.json"
FEWEST = 10
"""Answers that a measure needs to have a floor; a share of fewer jumps with each of them."""
SLACK = 0.005


def floors() -> dict[str, dict[str, float]]:
    """The floors, by set and measure; of a measure where less is better, the ceiling."""
    if not FLOORS.is_file():
        return {}
    held: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return held


def broken(score: Score, held: Mapping[str, float]) -> list[str]:
    """What a set no longer reaches. A measure that nothing was answered for reaches no floor above 0."""
    told = []
    for key, floor in held.items():
        value = score.value(key)
        if value is None or (value > floor if key in LESS_IS_BETTER else value < floor):
            shown = "nothing" if value is None else f"{value:.3f}"
            told.append(f"{KEYS[key]}: {shown}, {'ceiling' if key in LESS_IS_BETTER else 'floor'} {floor:.3f}")
    return told


def raised(name: str, score: Score) -> dict[str, float]:
    """The floors of a set just under what it scores, none lower than today's."""
    held = floors().get(name, {})
    new: dict[str, float] = {}
    for key in KEYS:
        value = score.value(key)
        if value is None or (score.of["recall" if key == "f1" else key] < FEWEST and key not in held):
            continue
        if key in LESS_IS_BETTER:
            new[key] = min(round(math.ceil((value + SLACK) * 200) / 200, 3), held.get(key, 1.0))
        else:
            new[key] = max(round(math.floor((value - SLACK) * 200) / 200, 3), held.get(key, 0.0), 0.0)
    return new


def write(new: Mapping[str, Mapping[str, float]]) -> None:
    """Put the floors of some sets in place of theirs."""
    FLOORS.write_text(json.dumps({**floors(), **new}, indent=1) + "\n", encoding="utf-8")
