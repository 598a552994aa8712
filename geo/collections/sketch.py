"""What a text has in common with another, from a few hundred bytes of each: MinHash over runs of words.

Each of ``SIGNS`` hash functions keeps the least hash of all runs of five words; two texts share a sign with the
probability that a run of either is in both (A. Broder, "On the resemblance and containment of documents", 1997). Texts
that share one of ``BANDS`` bands of signs are found by sorting, so that no text is compared with every other.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

SIGNS, BANDS = 128, 32
"""Of texts that share half of their runs, 87 in 100 meet in a band; of two thirds, 999 in 1,000."""
RUN = 5
"""Words of a run."""
FEWEST = 30
"""Runs of a text; of fewer it says nothing that nobody else says."""
MET = 4
"""Texts before it, in a band, that a text is compared with at most."""
_TOGETHER = 10_000
"""Pairs whose signs are compared in one go."""
_WORD = re.compile(r"\w+")
_SEEDS = np.frombuffer(hashlib.shake_128(b"runs of words").digest(SIGNS * 8), dtype="<u8") | np.uint64(1)


def sketch(text: str) -> tuple[bytes, int]:
    """The signs of ``text`` (little-endian unsigned 32-bit numbers; none where it is too short), and how many runs it
    has."""
    words = _WORD.findall(text.casefold())
    runs = {zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST:
        return b"", len(runs)
    hashes = np.fromiter(runs, dtype=np.uint64, count=len(runs))
    # Multiply-shift hashing (Dietzfelbinger et al., 1997); the sum spreads what crc32 leaves alike.
    signs = [((hashes * seed + (seed >> np.uint64(7))) >> np.uint64(32)).min() for seed in _SEEDS]
    return np.array(signs, dtype="<u4").tobytes(), len(runs)


def alike(sketches: Sequence[tuple[bytes, int]]) -> Iterator[tuple[int, int, float]]:
    """Pairs (number of a text, number of one before it, share) that may have much in common; ``sketches`` are in order
    of time. The share is that of the shorter one's runs which are in the other too, 0 to 1, give or take 0.05."""
    known = [number for number, (signs, _) in enumerate(sketches) if signs]
    if len(known) < 2:
        return
    signs = np.array([np.frombuffer(sketches[number][0], dtype="<u4") for number in known])
    runs = np.array([sketches[number][1] for number in known], dtype=np.float64)
    met = np.unique(np.concatenate([_met(band) for band in np.split(signs, BANDS, axis=1)]), axis=0)
    parts = np.array_split(met, len(met) // _TOGETHER + 1)
    shared = np.concatenate([(signs[part[:, 0]] == signs[part[:, 1]]).mean(axis=1) for part in parts])
    for (one, two), same in zip(met.tolist(), shared.tolist(), strict=True):
        ours, theirs = float(runs[one]), float(runs[two])
        yield known[two], known[one], min(1.0, same * (ours + theirs) / (1 + same) / min(ours, theirs))


def _met(band: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs (earlier, later) of texts that share a band, each with the ``MET`` before it."""
    keys = np.ascontiguousarray(band).view(f"V{band.shape[1] * 4}").ravel()
    _, group = np.unique(keys, return_inverse=True)
    order = np.argsort(group, kind="stable")
    pairs = [
        np.stack((order[:-step], order[step:]), axis=1)[group[order[:-step]] == group[order[step:]]]
        for step in range(1, min(MET, len(order) - 1) + 1)
    ]
    return np.concatenate(pairs).astype(np.int64)
