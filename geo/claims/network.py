"""A trained choice with one hidden layer, where what speaks for a candidate depends on what else is known of it.

A weight file has three lines of its own: ``answers`` with the names of what is asked, ``*`` with the bias of each
hidden unit and each answer, and for each answer one line ``> answer`` with the weight of each hidden unit. Any other
line is a feature with its weight in each hidden unit and, directly, in each answer. A weight left empty is nought.
``python -m data.make.weights`` makes them (see weights/ORIGIN.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from geo.claims.choice import BIAS, Features, known_rows, read

ANSWERS = "answers"
ANSWER = "> "
"""What the line of an answer begins with."""


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Weights of a hidden layer and of what is asked."""

    answers: tuple[str, ...]
    rows: Mapping[str, int]
    """Name of a feature, or ``*`` for what always holds -> its row in ``weights``."""
    weights: NDArray[np.float64]
    """(features, hidden units and answers)."""
    above: NDArray[np.float64]
    """(hidden units, answers)."""

    def scores(self, things: Sequence[Features]) -> NDArray[np.float64]:
        """How much speaks for each answer of each thing, without bounds; (things, answers)."""
        rows: list[int] = []
        values: list[float] = []
        starts: list[int] = []
        for features in things:
            known, told_of = known_rows(features, self.rows)
            starts.append(len(rows))
            rows += (self.rows[BIAS], *known)
            values += (1.0, *told_of)
        if not starts:
            return np.zeros((0, len(self.answers)))
        told = np.add.reduceat(self.weights[rows] * np.array(values)[:, None], starts)
        units = len(self.above)
        return np.maximum(told[:, :units], 0.0) @ self.above + told[:, units:]


@cache
def trained(name: str) -> Network:
    """The network called ``name``. Raises LanguageError where its weights are missing or damaged."""
    return read(name, parsed)


def parsed(text: str) -> Network:
    """A network from the text of a weight file. Raises ValueError where a line is not of the format."""
    told = dict(line.split("\t", 1) for line in text.splitlines())
    if ANSWERS not in told or BIAS not in told:
        raise ValueError("it tells no answers or no bias")
    answers = tuple(told.pop(ANSWERS).split("\t"))
    above = [_numbers(told.pop(f"{ANSWER}{answer}", "")) for answer in answers]
    rows = {name: row for row, name in enumerate(told)}
    weights = [_numbers(line) for line in told.values()]
    units = len(weights[rows[BIAS]]) - len(answers)
    if units < 1 or any(len(own) != units for own in above) or any(len(own) != units + len(answers) for own in weights):
        raise ValueError("its lines are not of one length")
    return Network(answers, rows, np.array(weights), np.array(above).T)


def _numbers(line: str) -> list[float]:
    return [float(number or 0) for number in line.split("\t")]
