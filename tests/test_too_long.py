"""The measure of time that grows: it hears what is too slow on any machine, and a busy one makes nothing too slow."""

import random
from collections.abc import Callable

import pytest

from tests.conftest import MOST_TRIES, too_long


def machine(takes: Callable[[int], float], busy: float, seed: int) -> Callable[[int], float]:
    """One on which others add up to ``busy`` times what a measure takes, now more and now less."""
    chance = random.Random(seed)  # noqa: S311 -- noise
    return lambda size: takes(size) * (1 + busy * chance.random() ** 2)


@pytest.mark.parametrize("seed", range(40))
def test_what_grows_with_its_size_is_never_too_long(seed: int) -> None:
    assert too_long(machine(lambda size: size * 1e-3, 2, seed), 100) is None


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("busy", [0, 0.5])
def test_what_grows_with_the_square_always_is(seed: int, busy: float) -> None:
    found = too_long(machine(lambda size: size**2 * 1e-5, busy, seed), 100)
    assert found is not None
    assert found[1] > 2.6 * found[0]


def test_a_measure_comes_to_an_end() -> None:
    asked: list[int] = []

    def faster(size: int) -> float:
        asked.append(size)
        return size**2 * 0.9 ** len(asked)

    assert too_long(faster, 100) is not None
    assert len(asked) <= 2 * MOST_TRIES
