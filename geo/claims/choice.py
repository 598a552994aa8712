"""A trained choice: linear weights over named features, kept in a text file that anybody can read.

A weight file names its labels in the first line and has one feature a line: ``feature <tab> weight of each label``; the
feature ``*`` is the bias, ``noun ~17`` number 17 of the vector called "noun". A weight left empty is nought.
``python -m data.make.weights`` makes them (see weights/ORIGIN.md). At reading time a choice is a sum and a logistic
function: the same text gives the same answer everywhere.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from geo.errors import LanguageError

Features = Mapping[str, float]
"""What is known of one thing to choose: name of a feature -> its value, 1 for what holds."""
Vector = NDArray[np.float64]
Meaning = Mapping[str, Vector]
"""What words of one thing to choose mean: name of the part -> its vector of the English model."""

FOLDER = Path(__file__).parent / "weights"
BIAS = "*"
OF_VECTOR = " ~"
"""Stands between the name of a vector and the number of its value."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Weights of several labels, of which one holds; of one label alone, whether it holds."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]
    vectors: Mapping[str, NDArray[np.float64]]
    """Name of the part -> weights of its values, (length of a vector, labels)."""

    def chances(self, features: Features, meaning: Meaning = MappingProxyType({})) -> dict[str, float]:
        """How probable each label is, 0 to 1; they add up to 1 where there are several."""
        scores = list(self.bias)
        for part, vector in meaning.items():
            if part in self.vectors:
                scores = [score + float(told) for score, told in zip(scores, vector @ self.vectors[part], strict=True)]
        for name, value in features.items():
            own = self.weights.get(name)
            if own is not None:
                for at, weight in enumerate(own):
                    scores[at] += weight * value
        if len(scores) == 1:
            return {self.labels[0]: 1 / (1 + math.exp(-max(-50.0, min(50.0, scores[0]))))}
        top = max(scores)
        raised = [math.exp(score - top) for score in scores]
        whole = sum(raised)
        return {label: part / whole for label, part in zip(self.labels, raised, strict=True)}

    def chance(self, features: Features) -> float:
        """How probable the one label is."""
        return self.chances(features)[self.labels[0]]

    def likeliest(self, candidates: Sequence[Features]) -> list[float]:
        """How probable each of several candidates is, where just one holds; for a choice of one label."""
        scores = [self.score(features) for features in candidates]
        top = max(scores, default=0.0)
        raised = [math.exp(score - top) for score in scores]
        whole = sum(raised)
        return [part / whole for part in raised]

    def score(self, features: Features) -> float:
        """The sum of the weights of ``features``; for a choice of one label."""
        return self.bias[0] + sum(
            self.weights[name][0] * value for name, value in features.items() if name in self.weights
        )


def bucket(number: int, edges: Sequence[int], beyond: int = 99) -> int:
    """``number`` as names of features tell it: the smallest of ``edges`` that it does not pass; else ``beyond``."""
    return next((edge for edge in edges if number <= edge), beyond)


@cache
def trained(name: str) -> Choice:
    """The choice called ``name``. Raises LanguageError where its weights are missing or damaged."""
    path = FOLDER / f"{name}.tsv"
    try:
        return parsed(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LanguageError(
            f"cannot be read ({error})", where=f"weights {path.name}", remedy="Run: make weights"
        ) from error


def parsed(text: str) -> Choice:
    """A choice from the text of a weight file. Raises ValueError where a line is no weight."""
    head, *lines = text.splitlines()
    labels = head.split("\t")[1:]
    found: dict[str, tuple[float, ...]] = {}
    for line in lines:
        feature, *own = line.split("\t")
        if len(own) != len(labels):
            raise ValueError(f"{len(own)} weights of {feature!r}, not {len(labels)}")
        found[feature] = tuple(float(weight or 0) for weight in own)
    bias = found.pop(BIAS, (0.0,) * len(labels))
    rows: dict[str, dict[int, tuple[float, ...]]] = {}
    for feature in [name for name in found if OF_VECTOR in name]:
        part, number = feature.split(OF_VECTOR)
        rows.setdefault(part, {})[int(number)] = found.pop(feature)
    if short := [part for part, own in rows.items() if sorted(own) != list(range(len(own)))]:
        raise ValueError(f"the vector {short[0]!r} is not whole")
    vectors = {part: np.array([own[at] for at in range(len(own))]) for part, own in rows.items()}
    return Choice(tuple(labels), bias, found, vectors)
