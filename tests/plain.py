"""Plain sentences read as articles of their own, and those among them that are still misread."""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import pytest

from geo.articles.load import from_bytes
from geo.dataset.build import GAZETTEER
from geo.model import Claim
from geo.places.gazetteer import Gazetteer
from geo.reading import read

ROOT = Path(__file__).parent.parent


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open(ROOT / "data" / GAZETTEER)


def claims_of(text: str) -> tuple[Claim, ...]:
    article = from_bytes(f"# In brief\n\nBy Staff\n\n14 March 2024\n\n{text}\n".encode(), "plain.txt")
    return next(iter(read([article], _gazetteer()))).claims


def each(cases: Iterable[tuple[str, str]], failing: Collection[str], where: str) -> list[object]:
    """``cases`` as parameters; those that are ``failing`` are strict expected failures, listed in ``where``."""
    misread = pytest.mark.xfail(strict=True, reason=f"misread: {where}")
    return [pytest.param(*case, marks=[misread] if case[0] in failing else []) for case in cases]
