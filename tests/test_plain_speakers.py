"""Who is cited for the last figure of plain sentences, read as articles of their own."""

from functools import cache
from pathlib import Path

import pytest

from geo.articles.load import from_bytes
from geo.dataset.build import GAZETTEER
from geo.places.gazetteer import Gazetteer
from geo.places.names import fold
from geo.reading import read
from tests.speakers_made import CASES, FAILING

ROOT = Path(__file__).parent.parent


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open(ROOT / "data" / GAZETTEER)


def cited(text: str) -> str | None:
    """Who is cited for the last figure of ``text``; "no figure" where it has none."""
    article = from_bytes(f"# In brief\n\nBy Staff\n\n14 March 2024\n\n{text}\n".encode(), "plain.txt")
    claims = next(iter(read([article], gazetteer()))).claims
    if not claims:
        return "no figure"
    source = claims[-1].attribution
    return source.words if source is not None else None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason="misread: tests/speakers_made.py"))
        if case[0] in FAILING
        else pytest.param(*case)
        for case in CASES
    ],
)
def test_a_plain_figure_has_its_speaker(text: str, speakers: str) -> None:
    found = cited(text)
    if not speakers:
        assert found is None
        return
    assert found is not None
    assert any(fold(name) in fold(found) or fold(found) in fold(name) for name in speakers.split("/")), found
