"""A trained choice: linear weights over named features, kept in a text file that anybody can read.

A weight file names its labels in the first line and has one feature a line: ``feature <tab> weight of each label``; the
feature ``*`` is the bias, ``noun ~17`` number 17 of the vector called "noun". A weight left empty is nought.
``python -m data.make.weights`` makes them (see weights/ORIGIN.md). At reading time a choice is a sum and a logistic
function: the same text gives the same answer everywhere.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from geo.errors import LanguageError

Features = Mapping[str, float]
"""What is known of one thing to choose: name of a feature -> its value, 1 for what holds."""
Vector = NDArray[np.float64]
Meaning = Mapping[str, Vector]
"""What words of one thing to choose mean: name of the part -> its vector of the English model."""

_Trained = TypeVar("_Trained")

FOLDER = Path(__file__).parent / "weights"
BIAS = "*"
OF_VECTOR = " ~"
"""Stands between the name of a vector and the number of its value."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Weights of several labels, of which one holds; of one label, how much speaks for it."""

    labels: tuple[str, ...]
    bias: Vector
    """One a label."""
    rows: Mapping[str, int]
    """Name of a feature -> its row in ``weights``."""
    weights: NDArray[np.float64]
    """(features, labels)."""
    vectors: Mapping[str, NDArray[np.float64]]
    """Name of the part -> weights of its values, (length of a vector, labels)."""

    def chances(self, features: Features, meaning: Meaning = MappingProxyType({})) -> dict[str, float]:
        """How probable each label is, 0 to 1; they add up to 1. For a choice of several labels."""
        scores = self._scores(features)
        for part, vector in meaning.items():
            if part in self.vectors:
                scores = scores + vector @ self.vectors[part]
        return dict(zip(self.labels, _softmax(scores), strict=True))

    def likeliest(self, candidates: Sequence[Features]) -> list[float]:
        """How probable each of several candidates is, where just one holds; for a choice of one label."""
        return _softmax(np.array([self._scores(features)[0] for features in candidates])) if candidates else []

    def _scores(self, features: Features) -> Vector:
        """The sum of the weights of ``features``, one a label."""
        rows, values = known_rows(features, self.rows)
        return self.bias + np.array(values) @ self.weights[rows] if rows else self.bias


def known_rows(features: Features, rows: Mapping[str, int]) -> tuple[list[int], list[float]]:
    """The rows of the features that have weights, and their values."""
    known: list[int] = []
    values: list[float] = []
    for name, value in features.items():
        row = rows.get(name)
        if row is not None:
            known.append(row)
            values.append(value)
    return known, values


def _softmax(scores: Vector) -> list[float]:
    raised = np.exp(scores - scores.max())
    return [float(chance) for chance in raised / raised.sum()]


def bucket(number: int, edges: Sequence[int], beyond: int = 99) -> int:
    """``number`` as names of features tell it: the smallest of ``edges`` that it does not pass; else ``beyond``."""
    return next((edge for edge in edges if number <= edge), beyond)


@cache
def trained(name: str) -> Choice:
    """The choice called ``name``. Raises LanguageError where its weights are missing or damaged."""
    return read(name, parsed)


def read(name: str, parse: Callable[[str], _Trained]) -> _Trained:
    """What ``parse`` makes of the weight file called ``name``. Raises LanguageError where it is missing or damaged."""
    path = FOLDER / f"{name}.tsv"
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LanguageError(
            f"cannot be read ({error})", where=f"weights {path.name}", remedy="Run: make weights"
        ) from error


def parsed(text: str) -> Choice:
    """A choice from the text of a weight file. Raises ValueError where a line is no weight."""
    head, *lines = text.splitlines()
    labels = head.split("\t")[1:]
    bias: Vector = np.zeros(len(labels))
    rows: dict[str, int] = {}
    weights: list[tuple[float, ...]] = []
    values: dict[str, dict[int, tuple[float, ...]]] = {}
    for line in lines:
        feature, *own = line.split("\t")
        if len(own) != len(labels):
            raise ValueError(f"{len(own)} weights of {feature!r}, not {len(labels)}")
        told = tuple(float(weight or 0) for weight in own)
        if feature == BIAS:
            bias = np.array(told)
        elif OF_VECTOR in feature:
            part, number = feature.split(OF_VECTOR)
            values.setdefault(part, {})[int(number)] = told
        else:
            rows[feature] = len(weights)
            weights.append(told)
    if short := [part for part, own in values.items() if sorted(own) != list(range(len(own)))]:
        raise ValueError(f"the vector {short[0]!r} is not whole")
    vectors = {part: np.array([own[at] for at in range(len(own))]) for part, own in values.items()}
    return Choice(tuple(labels), bias, rows, np.array(weights).reshape(-1, len(labels)), vectors)
