"""Fit a network with one hidden layer to figures with their candidates: which place is likeliest, and which is one.

Gradient descent (Adam) over shuffled batches with a fixed seed. A share of the features and of the hidden units is
left out of each batch, so that no answer rests on one of them; without that the training articles are learned by
heart. The numbers below were chosen by conflicts left out of the training news (benchmarks/README.md).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer

from geo.claims.choice import BIAS
from geo.claims.network import ANSWER, ANSWERS

Features = Mapping[str, float]
LIKELIEST, HERE = "likeliest", "here"
"""What is asked of a candidate: how it stands to the others, and whether it is a place of the figure at all."""

UNITS, ROUNDS, BATCH = 48, 20, 64
RATE, LAST_RATE = 2e-3, 1e-4
DECAY = 0.1
LEFT_OUT = 0.3
"""The share of features, and of hidden units, that a batch does not see."""
RARE = 3
"""A feature seen in fewer candidates is left out."""
SMALLEST = 0.005
_MOMENTUM, _SPREAD = 0.9, 0.999


@dataclass(slots=True)
class Placed:
    """Figures with their candidates: the features of each, which are right, which are neither, how much it counts."""

    candidates: list[list[dict[str, float]]] = field(default_factory=list)
    right: list[list[bool]] = field(default_factory=list)
    doubtful: list[list[bool]] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)

    def add(self, candidates: list[dict[str, float]], right: list[bool], doubtful: list[bool], count: float) -> None:
        if count and candidates:
            self.candidates.append(candidates)
            self.right.append(right)
            self.doubtful.append(doubtful)
            self.counts.append(count)


def fit(examples: Placed, seed: int = 0) -> str:
    """The text of a weight file (see ``geo.claims.network``) that answers LIKELIEST and HERE."""
    each = [known for candidates in examples.candidates for known in candidates]
    seen = Counter(name for known in each for name in known)
    table = DictVectorizer(dtype=np.float32)
    rows = table.fit_transform([{n: v for n, v in known.items() if seen[n] >= RARE} for known in each]).tocsr()
    sizes = np.array([len(candidates) for candidates in examples.candidates])
    starts = np.r_[0, np.cumsum(sizes)]
    right = np.array([one for own in examples.right for one in own], dtype=np.float32)
    asked = ~np.array([one for own in examples.doubtful for one in own])
    counts = np.array(examples.counts, dtype=np.float32)
    random = np.random.default_rng(seed)
    layers = _Layers.drawn(rows.shape[1], random)
    for round_ in range(ROUNDS):
        rate = RATE * (1 - round_ / ROUNDS) + LAST_RATE
        order = random.permutation(len(sizes))
        for first in range(0, len(sizes), BATCH):
            some = order[first : first + BATCH]
            at = np.concatenate([np.arange(starts[i], starts[i + 1]) for i in some])
            of = np.repeat(np.arange(len(some)), sizes[some])
            seen_now = rows[at]
            seen_now.data = seen_now.data * (random.random(seen_now.data.shape) >= LEFT_OUT) / (1 - LEFT_OUT)
            kept = (random.random((len(at), UNITS)) >= LEFT_OUT) / (1 - LEFT_OUT)
            layers.learn(
                seen_now.astype(np.float32), kept.astype(np.float32),
                lambda scores, at=at, of=of, some=some: _off(scores, right[at], asked[at], of, counts[some]), rate,
            )  # fmt: skip
    return _text(table.get_feature_names_out(), layers)


def _off(scores: Any, right: Any, asked: Any, of: Any, counts: Any) -> Any:
    """The slope of the loss by the scores: of the likeliest among the candidates of a figure, and of each alone."""
    begin = np.r_[0, np.flatnonzero(np.diff(of)) + 1]
    raised = np.exp(scores[:, 0] - np.maximum.reduceat(scores[:, 0], begin)[of])
    chance = raised / np.add.reduceat(raised, begin)[of]
    hit = np.add.reduceat(chance * right, begin)[of]
    among = np.where(hit > 0, chance - chance * right / np.maximum(hit, 1e-9), 0.0)
    alone = (1 / (1 + np.exp(-scores[:, 1])) - right) * asked
    return (np.stack([among, alone], axis=1) * counts[of, None] / len(counts)).astype(np.float32)


@dataclass(slots=True)
class _Layers:
    """Weights by name, with the running mean of their slopes and of the squares of these."""

    weights: dict[str, Any]
    mean: dict[str, Any]
    square: dict[str, Any]
    steps: int = 0

    @classmethod
    def drawn(cls, width: int, random: np.random.Generator) -> "_Layers":
        def drawn(*shape: int) -> Any:
            return (random.standard_normal(shape) * 0.1).astype(np.float32)

        weights = {
            "below": drawn(width, UNITS), "bias": np.zeros(UNITS, np.float32),
            "above": drawn(UNITS, 2), "direct": np.zeros((width, 2), np.float32), "last": np.zeros(2, np.float32),
        }  # fmt: skip
        return cls(weights, *({name: np.zeros_like(own) for name, own in weights.items()} for _ in range(2)))

    def learn(self, rows: Any, kept: Any, off: Any, rate: float) -> None:
        """One step downhill: ``off`` gives the slope of the loss by the scores."""
        own = self.weights
        told = rows @ own["below"] + own["bias"]
        units = np.maximum(told, 0) * kept
        slope = off(units @ own["above"] + rows @ own["direct"] + own["last"])
        under = (slope @ own["above"].T) * kept * (told > 0)
        slopes = {
            "below": rows.T @ under, "bias": under.sum(axis=0),
            "above": units.T @ slope, "direct": rows.T @ slope, "last": slope.sum(axis=0),
        }  # fmt: skip
        self.steps += 1
        for name, each in slopes.items():
            self.mean[name] += (1 - _MOMENTUM) * (each - self.mean[name])
            self.square[name] += (1 - _SPREAD) * (each * each - self.square[name])
            mean = self.mean[name] / (1 - _MOMENTUM**self.steps)
            spread = np.sqrt(self.square[name] / (1 - _SPREAD**self.steps)) + 1e-8
            own[name] -= rate * (mean / spread + (0 if name in ("bias", "last") else DECAY * own[name]))


def _text(names: Sequence[str], layers: _Layers) -> str:
    own = layers.weights
    lines = [
        "\t".join([ANSWERS, LIKELIEST, HERE]),
        "\t".join([BIAS, *_told([*own["bias"], *own["last"]])]),
        *("\t".join([f"{ANSWER}{name}", *_told(own["above"][:, at])]) for at, name in enumerate((LIKELIEST, HERE))),
    ]
    for row, name in enumerate(names):
        told = _told([*own["below"][row], *own["direct"][row]])
        if any(told):
            lines.append("\t".join([name, *told]))
    return "\n".join(lines) + "\n"


def _told(weights: Sequence[float]) -> list[str]:
    """The weights in hundredths, as short as they can be printed."""
    return [f"{weight:.2f}".replace("0.", ".", 1) if abs(weight) >= SMALLEST else "" for weight in weights]
